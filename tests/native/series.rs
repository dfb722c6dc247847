//! All waves as one series: every score once, with one set of weights, and which gains last (model 2.7, 2.8).

use super::profiles::{BASE, answers, base, changed, survey, year_later};
use maturity_radar::answers::Answers;
use maturity_radar::history::{
    Course, Date, History, Respondent, Series, Target, Targets, Verdict, Wave, WaveKind,
};
use maturity_radar::scoring::score;
use maturity_radar::survey::Survey;
use std::rc::Rc;
use std::time::{Duration, Instant};

fn wave(id: usize, answers: Answers) -> Wave {
    let kind = if id == 0 { WaveKind::Baseline } else { WaveKind::Reassessment };
    let date = Date::new(2000 + id as u16, 11, 11).unwrap();
    Wave { id: format!("w{id:03}"), kind, date, answers, ..Wave::default() }
}

/// The series of the base profile with these changes to it, one wave each.
fn series_of(changes: &[&str]) -> Series {
    let survey = survey();
    let base = base(&survey);
    let waves = changes.iter().enumerate().map(|(id, text)| Rc::new(wave(id, changed(&survey, &base, text))));
    Series::of(&survey, &History::new(waves)).unwrap()
}

fn role<'a>(survey: &Survey, series: &'a Series, position: usize) -> &'a Course {
    let (id, course) = &series.roles[position];
    assert_eq!(*id, survey.roles[position].id);
    course
}

fn assert_points(course: &Course, expected: &[f64]) {
    let points: Vec<f64> = course.points.iter().map(|points| points.unwrap()).collect();
    assert_eq!(points.len(), expected.len());
    for (own, expected) in points.iter().zip(expected) {
        assert!((own - expected).abs() < 0.06, "{points:?} instead of {expected:?}");
    }
}

#[test]
fn no_assessment_gives_no_series_and_one_gives_no_change() {
    let survey = survey();
    assert!(Series::of(&survey, &History::default()).is_none());
    let pulse = Wave { kind: WaveKind::Pulse, ..wave(1, base(&survey)) };
    assert!(Series::of(&survey, &History::new([Rc::new(pulse.clone())])).is_none());
    let one = History::new([Rc::new(pulse), Rc::new(wave(0, base(&survey)))]);
    let series = Series::of(&survey, &one).unwrap();
    assert_eq!(series.waves.len(), 1, "a pulse is no wave of the series");
    assert_eq!(series.overall.since, None);
    assert!(series.roles.iter().all(|(_, course)| course.since.is_none() && !course.is_sustained));
}

#[test]
fn the_series_holds_the_figures_of_the_model() {
    let survey = survey();
    let series = series_of(&["", "S1a=4 S3a=2", "S1a=4 S2a=3 S3a=2 S3b=3 E2a=4", super::profiles::C20]);
    assert_points(role(&survey, &series, 0), &[40.6, 46.9, 53.1, 56.3]);
    assert_points(role(&survey, &series, 1), &[37.5, 37.5, 37.5, 34.4]);
    assert_points(role(&survey, &series, 2), &[65.6, 65.6, 68.8, 68.8]);
    assert_points(&series.overall, &[47.9, 50.0, 53.1, 53.1]);
    let capabilities: Vec<&str> = series.capabilities.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(capabilities, survey.capabilities().map(|own| own.id.as_str()).collect::<Vec<_>>());
    assert_points(&series.capabilities[2].1, &[12.5, 25.0, 37.5, 37.5]);
    let strategic = role(&survey, &series, 0);
    assert!(strategic.rises_throughout() && !role(&survey, &series, 2).rises_throughout());
    assert_eq!(strategic.since.unwrap().verdict, Verdict::ClearGain);
    // 12.5 points on each of eight answers.
    assert!((strategic.noise_sd - 12.5 / 8_f64.sqrt()).abs() < 1e-9);
    assert!((series.capabilities[0].1.noise_sd - 12.5 / 2_f64.sqrt()).abs() < 1e-9);
    // In the wave before it stood at +12.5, which is possible (10 to 15): in two waves running.
    assert!(strategic.is_sustained);
}

#[test]
fn a_gain_lasts_once_it_holds_in_two_waves_running() {
    let survey = survey();
    // Four steps up in the first role are a possible gain (12.5 of 15 points), two are none.
    let (gain, little) = ("S1a=4 S2a=3 S3a=2 S3b=3", "S1a=4 S2a=3");
    let lasts = |changes: &[&str]| role(&survey, &series_of(changes), 0).is_sustained;
    assert!(lasts(&["", gain, gain]));
    assert!(lasts(&["", little, gain, gain]));
    assert!(!lasts(&["", gain]), "the wave before is the baseline");
    assert!(!lasts(&["", gain, little]), "it is lost again");
    assert!(!lasts(&["", little, gain]), "it is new");
    assert!(!lasts(&["", gain, gain, little, gain]), "two in a row, and the latest is one of them");
    assert!(!lasts(&[gain, "", ""]), "a loss that stays is no gain");
    let series = series_of(&["", "S3a=2 S3b=3", "S3a=2 S3b=3"]);
    let offering = &series.capabilities[2].1;
    assert!(offering.is_sustained, "{:?}", offering.since);
    assert!(!series.capabilities[0].1.is_sustained && !role(&survey, &series, 0).is_sustained);
}

#[test]
fn what_is_withheld_or_given_by_another_person_is_not_taken_for_a_gain() {
    let survey = survey();
    let few = "E1a=DK E1b=DK E2a=DK E2b=DK E3a=DK E3b=DK E4a=DK E4b=DK R1a=DK \
               S1a=5 S1b=5 S2a=5 S2b=5 S3a=5 S3b=5";
    let series = series_of(&["", few, few]);
    assert!(series.withheld);
    let strategic = role(&survey, &series, 0);
    assert_eq!(strategic.since.unwrap().verdict, Verdict::Withheld);
    assert!(!strategic.is_sustained);
    assert_eq!(role(&survey, &series, 2).latest(), None, "a role without answers has no score");
    let by = |id: &str, wave: Wave| {
        let respondent = Respondent { id: Some(id.into()), ..Respondent::default() };
        Rc::new(Wave { respondent, ..wave })
    };
    let waves = [by("a", wave(0, base(&survey))), by("b", wave(1, year_later(&survey)))];
    let series = Series::of(&survey, &History::new(waves)).unwrap();
    assert!(series.other_person);
    assert_ne!(role(&survey, &series, 0).since.unwrap().verdict, Verdict::ClearGain);
}

#[test]
fn all_waves_are_scored_with_the_weights_of_the_latest() {
    let survey = survey();
    let mut latest = wave(1, year_later(&survey));
    let heavy = survey.roles[0].capabilities[0].id.clone();
    latest.weights.insert(heavy, 5.0);
    let expected = score(&survey, &base(&survey), &latest.weights);
    let history = History::new([Rc::new(wave(0, base(&survey))), Rc::new(latest)]);
    let series = Series::of(&survey, &history).unwrap();
    let first = role(&survey, &series, 0).base().unwrap();
    assert_eq!(first, expected.roles[0].figure.as_ref().unwrap().points);
    assert!((first - 40.6).abs() > 1.0, "the weight tells");
}

#[test]
fn a_missing_score_is_none_and_differing_answers_are_noticed() {
    let series = series_of(&["", "S1a=DK S1b=DK", "S1a=DK"]);
    let insight = &series.capabilities[0].1;
    assert_eq!(insight.points[1], None);
    assert!(insight.is_open, "one answer of two");
    // 62.5 over both answers, 75 over the one that pairs.
    assert_eq!(insight.base(), Some(62.5));
    assert_eq!(insight.since.unwrap().base, 75.0);
    assert!(insight.is_paired_in_part() && !series.capabilities[1].1.is_paired_in_part());
    assert!(!insight.rises_throughout(), "nothing rises over a gap");
}

#[test]
fn a_role_aims_where_its_capabilities_do_and_holds_the_rest() {
    let survey = survey();
    let series = series_of(&["", ""]);
    let target = |score| Target { score, by: None };
    let role = &survey.roles[0];
    assert_eq!(series.role_target(role, &Targets::new()), None);
    let targets: Targets = [(role.capabilities[2].id.clone(), target(50.0))].into_iter().collect();
    // (62.5 + 37.5 + 50 + 50) / 4
    assert_eq!(series.role_target(role, &targets), Some(50.0));
    assert_eq!(series.role_target(&survey.roles[1], &targets), None);
}

#[test]
fn two_hundred_waves_are_read_at_once() {
    let survey = survey();
    let all = answers(&survey, BASE);
    let waves = (0..200).map(|id| {
        let text = if id % 2 == 0 { "S1a=4" } else { "E2a=4" };
        Rc::new(wave(id, changed(&survey, &all, text)))
    });
    let history = History::new(waves);
    let began = Instant::now();
    let series = Series::of(&survey, &history).unwrap();
    let took = began.elapsed();
    assert_eq!(series.waves.len(), 200);
    assert!(series.capabilities.iter().all(|(_, course)| course.points.len() == 200));
    println!("200 waves in {took:?}");
    // Unoptimized, on a busy machine; a release build takes a hundredth of it.
    assert!(took < Duration::from_millis(1000), "{took:?}");
}
