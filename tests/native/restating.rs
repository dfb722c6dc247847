//! The baseline seen with today's eyes: both readings are kept, and the original stays the headline.

use super::journey::{NOON, after, changes_nothing, does, fresh, moment};
use super::profiles::{base, changed, item, rated, survey, year_later};
use super::results_again::{page_of, words_of};
use super::results_view::assert_says;
use maturity_radar::cycle::restated;
use maturity_radar::document::files::{File, read_all, write_list};
use maturity_radar::history::{Date, Respondent, Wave, WaveKind};
use maturity_radar::session::{Action, Addition, Session};
use maturity_radar::survey::ItemId;
use maturity_radar::views::results::Kind;
use std::rc::Rc;

fn wave(id: &str, day: &str, kind: WaveKind, text: &str) -> Rc<Wave> {
    let survey = survey();
    let answers = if kind == WaveKind::Baseline { base(&survey) } else { year_later(&survey) };
    let date = Date::parse(day).unwrap();
    Rc::new(Wave { id: id.into(), kind, date, answers: changed(&survey, &answers, text), ..Wave::default() })
}

/// A year, as the model works it out.
fn year() -> Rc<Session> {
    let waves = vec![
        wave("a", "2025-11-11", WaveKind::Baseline, ""),
        wave("b", "2026-11-10", WaveKind::Reassessment, ""),
    ];
    after(&fresh(), Action::WavesTaken(waves))
}

fn sees(session: &Rc<Session>, code: &str, anchor: Option<u8>) -> Rc<Session> {
    let item = item(&session.survey, code);
    after(session, Action::Added(Addition::Restated { item, anchor }))
}

fn explains(session: &Rc<Session>, code: &str, reason: &str) -> Rc<Session> {
    let item = item(&session.survey, code);
    after(session, Action::Added(Addition::RestatementExplained { item, reason: reason.to_owned() }))
}

#[test]
fn both_readings_are_kept() {
    let session = year();
    let baseline = session.history.baseline().unwrap().clone();
    let own = explains(&sees(&session, "S1a", Some(1)), "S1a", "We had no reviews then.");
    assert!(Rc::ptr_eq(own.history.baseline().unwrap(), &baseline), "the answer that was given stays");
    let id = item(&own.survey, "S1a");
    let answers = restated(&baseline, &own.addenda).expect("a baseline seen differently");
    assert_eq!(answers.reply(&id), Some(rated(1)));
    assert_eq!(baseline.answers.reply(&id), Some(rated(3)));
    for other in own.survey.items().filter(|other| other.id != id) {
        assert_eq!(answers.reply(&other.id), baseline.answers.reply(&other.id));
    }
    let kept = own.addenda.get(&baseline.id).unwrap().restated.get(&id).unwrap();
    assert_eq!((kept.rating.anchor(), kept.reason.as_str()), (Some(1), "We had no reviews then."));
    let again = sees(&own, "S1a", Some(2));
    let kept = again.addenda.get(&baseline.id).unwrap().restated.get(&id).unwrap();
    assert_eq!((kept.rating.anchor(), kept.reason.as_str()), (Some(2), "We had no reviews then."));
}

#[test]
fn what_was_seen_differently_can_be_taken_back() {
    let own = sees(&year(), "S1a", Some(1));
    let back = sees(&own, "S1a", None);
    assert_eq!(restated(back.history.baseline().unwrap(), &back.addenda), None);
    let none = item(&back.survey, "S1a");
    changes_nothing(&back, Action::Added(Addition::Restated { item: none.clone(), anchor: None }));
    let reason = "no restatement, no reason".to_owned();
    changes_nothing(&back, Action::Added(Addition::RestatementExplained { item: none, reason }));
}

#[test]
fn an_item_nobody_answered_changes_no_reading() {
    let item = ItemId::new("x-own");
    let own = after(&year(), Action::Added(Addition::Restated { item, anchor: Some(3) }));
    assert_eq!(restated(own.history.baseline().unwrap(), &own.addenda), None);
}

#[test]
fn a_download_brings_it_along() {
    let own = explains(&sees(&year(), "S1a", Some(1)), "S1a", "We had no reviews then.");
    let text = write_list(own.history.waves().iter(), &own.addenda, &[], &own.survey);
    let (files, problems) = read_all(&text, &own.survey);
    assert_eq!(problems, []);
    let (mut waves, mut addenda) = (Vec::new(), Vec::new());
    for file in files {
        match file {
            File::Wave(wave, own) => {
                addenda.extend(own.map(|own| (wave.id.clone(), own)));
                waves.push(Rc::new(wave));
            }
            other => panic!("{other:?}"),
        }
    }
    let elsewhere = after(&after(&fresh(), Action::WavesTaken(waves)), Action::AddendaTaken(addenda));
    assert_eq!(elsewhere.addenda, own.addenda);
    let baseline = elsewhere.history.baseline().unwrap();
    assert_eq!(restated(baseline, &elsewhere.addenda), restated(baseline, &own.addenda));
    assert!(restated(baseline, &elsewhere.addenda).is_some());
}

#[test]
fn of_two_states_the_later_one_counts_also_after_a_clock_was_set_back() {
    let later = does(
        &year(),
        moment(NOON + 9.0, "2026-11-21", 7),
        Action::Added(Addition::Restated { item: item(&survey(), "S1a"), anchor: Some(1) }),
    );
    let back = sees(&later, "S1a", Some(2));
    let touched = |session: &Session| session.addenda.get(&"a".to_owned()).unwrap().touched_ms;
    assert_eq!(touched(&back), touched(&later) + 1.0, "noon is earlier than what was noted before");
}

#[test]
fn the_original_stays_the_headline_and_the_other_change_stands_beside_it() {
    let before = page_of(&year(), Kind::Own);
    assert!(!words_of(&before).contains("The baseline as you see it today"));
    assert_says(&before, &["Strategic business driver has clearly moved up.", "40.6 56.3 +15.6 clear gain"]);
    // Had the baseline been two steps higher, the gain would not be clear.
    let own = sees(&sees(&year(), "S1a", Some(4)), "S2a", Some(3));
    let html = page_of(&own, Kind::Own);
    assert_says(
        &html,
        &[
            "Strategic business driver has clearly moved up.",
            "40.6 56.3 +15.6 clear gain",
            "The baseline as you see it today",
            "two of its 24 answers are seen differently",
            "Strategic business driver +15.6 clear gain +9.4 no clear change",
            "Relationship builder −3.1 no clear change −3.1 no clear change",
            "There is no reason yet.",
        ],
    );
    let told = page_of(&explains(&own, "S1a", "The reviews were <b>ours</b>"), Kind::Own);
    assert_says(&told, &["Why: The reviews were &lt;b&gt;ours&lt;/b&gt;"]);
    assert_eq!(words_of(&told).matches("There is no reason yet.").count(), 1, "of the other one");
    assert_eq!(told.matches("<textarea").count(), 2, "a reason for each");
    assert!(told.contains(" maxlength=\"2000\""));
}

#[test]
fn the_original_is_marked_and_chosen_until_another_is() {
    let checked = |session: &Rc<Session>| {
        let html = page_of(session, Kind::Own);
        let name = ["mr-restate-", item(&session.survey, "S1a").as_str()].concat();
        let group = html.split("<label").filter(|label| label.contains(&name)).map(str::to_owned);
        let group: Vec<String> = group.collect();
        assert_eq!(group.len(), 5);
        let chosen: Vec<bool> = group.iter().map(|label| label.contains(" checked")).collect();
        let marked: Vec<bool> = group.iter().map(|label| label.contains("your answer then")).collect();
        assert_eq!(marked, [false, false, true, false, false]);
        chosen
    };
    assert_eq!(checked(&year()), [false, false, true, false, false]);
    assert_eq!(checked(&sees(&year(), "S1a", Some(1))), [true, false, false, false, false]);
}

#[test]
fn only_what_the_same_person_rated_in_both_waves_can_be_seen_differently() {
    let offers = |base: Rc<Wave>, now: Rc<Wave>| {
        let html = page_of(&after(&fresh(), Action::WavesTaken(vec![base, now])), Kind::Own);
        (words_of(&html).matches("See the baseline differently today?").count(), html)
    };
    let (all, _) = offers(
        wave("a", "2025-11-11", WaveKind::Baseline, ""),
        wave("b", "2026-11-10", WaveKind::Reassessment, ""),
    );
    assert_eq!(all, 24);
    let (some, html) = offers(
        wave("a", "2025-11-11", WaveKind::Baseline, "S1a=NA S1b=DK"),
        wave("b", "2026-11-10", WaveKind::Reassessment, "S2a="),
    );
    assert_eq!(some, 21);
    assert_says(
        &html,
        &["was does not apply is now Before each major decision", "was not known", "is now not answered"],
    );
    let person = |wave: Rc<Wave>, id: &str| {
        let respondent = Respondent { id: Some(id.to_owned()), ..Respondent::default() };
        Rc::new(Wave { respondent, ..(*wave).clone() })
    };
    let (none, html) = offers(
        person(wave("a", "2025-11-11", WaveKind::Baseline, ""), "x"),
        person(wave("b", "2026-11-10", WaveKind::Reassessment, ""), "y"),
    );
    assert_eq!(none, 0);
    assert_says(&html, &["Another person answered the baseline, so its answers are not for you to see"]);
}

#[test]
fn an_answer_to_an_earlier_wording_is_not_quoted_in_the_present_one() {
    let old = wave("a", "2025-11-11", WaveKind::Baseline, "");
    let mut answers = old.answers.clone();
    answers.items.get_mut(&item(&survey(), "S1a")).unwrap().meaning_rev = 0;
    let old = Rc::new(Wave { answers, ..(*old).clone() });
    let now = wave("b", "2026-11-10", WaveKind::Reassessment, "");
    let html = page_of(&after(&fresh(), Action::WavesTaken(vec![old, now])), Kind::Own);
    assert_says(&html, &["was answered in an earlier wording of this question is now Before each major"]);
    assert_eq!(words_of(&html).matches("See the baseline differently today?").count(), 23);
}
