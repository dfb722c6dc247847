//! Own targets: nothing is set for anyone, and what was set is told plainly.

use super::{SURVEY, drawn_html, english, place, text_of};
use crate::profiles::{C20, base, changed};
use maturity_radar::addendum::Addendum;
use maturity_radar::document::survey;
use maturity_radar::history::{Date, History, Target, Wave, WaveKind};
use maturity_radar::session::{Action, Addition, Event, Moment, Opened, Phase, Screen, Session};
use maturity_radar::storage::Keeping;
use maturity_radar::survey::CapabilityId;
use maturity_radar::views::targets::targets;
use std::rc::Rc;
use yew::{Callback, Reducible};

const TODAY: &str = "2026-11-21";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The screen after the base profile and its year, with these targets: capability, points, day.
fn screen(waves: usize, set: &'static [(&str, f64, &str)]) -> String {
    drawn_html(move || {
        let mut session = session(waves);
        for (id, score, by) in set {
            let capability = CapabilityId::new(id);
            says(&mut session, Addition::TargetSet { capability: capability.clone(), points: Some(*score) });
            says(&mut session, Addition::TargetDated { capability, by: Date::parse(by) });
        }
        targets(&session, &english(), &Callback::noop())
    })
}

fn session(waves: usize) -> Rc<Session> {
    let survey = Rc::new(survey::read(SURVEY).unwrap());
    let texts = [("2025-11-11", ""), ("2026-11-10", C20)];
    let taken = texts.iter().take(waves).enumerate().map(|(at, (date, text))| {
        Rc::new(Wave {
            id: format!("w{at}"),
            kind: if at == 0 { WaveKind::Baseline } else { WaveKind::Reassessment },
            date: day(date),
            answers: changed(&survey, &base(&survey), text),
            ..Wave::default()
        })
    });
    let history = Rc::new(History::new(taken));
    let mut session = Rc::new(Session::new(survey, "w1".into()));
    let opened = Opened { history, keeping: Keeping::Database, ..Opened::default() };
    reduce(&mut session, Action::Opened(opened));
    reduce(&mut session, Action::ScreenPicked(Screen::Targets));
    assert_eq!(session.phase, Phase::Targets);
    session
}

fn reduce(session: &mut Rc<Session>, action: Action) {
    let moment = Moment { ms: 1.0, day: day(TODAY), chance: 0 };
    *session = session.clone().reduce(Event { moment, action });
}

fn says(session: &mut Rc<Session>, addition: Addition) {
    reduce(session, Action::Added(addition));
}

fn words(html: &str) -> String {
    text_of(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row of the capability at this place.
fn row(html: &str, number: usize) -> String {
    let from = place(html, &format!("<h3 class=\"mr-goaltitle\" id=\"mr-goal-{number}\""));
    let rest = &html[from..];
    let end = rest[1..].find("<h3").or_else(|| rest.find("mr-actions")).map_or(rest.len(), |end| end + 1);
    rest[..end].to_owned()
}

/// What is chosen in a row, by name.
fn chosen(row: &str) -> Vec<String> {
    let labels = row.split("<label").skip(1).filter(|label| label.contains("type=\"radio\""));
    let chosen = labels.filter(|label| label.contains(" checked"));
    chosen.map(|label| words(&["<", label.split("</label>").next().unwrap()].concat())).collect()
}

#[test]
fn nothing_is_set_for_anyone() {
    let html = screen(1, &[]);
    for number in 0..12 {
        let row = row(&html, number);
        assert_eq!(row.matches("type=\"radio\"").count(), 6, "hold and five levels");
        let chosen = chosen(&row);
        assert!(chosen.len() == 1 && chosen[0].ends_with(": Hold"), "{chosen:?}");
    }
    assert!(!html.contains("type=\"date\""), "a day belongs to a target");
    let said = words(&html);
    for phrase in [
        "Your own targets",
        "Targets belong to your organization.",
        "What you leave untouched is to hold, and not everything has to rise",
        "Nothing is to rise yet",
        "R1 Engagement Now 25.0 ",
        "See the plan",
        "Back to results",
    ] {
        assert!(said.contains(phrase), "'{phrase}' is said: {said}");
    }
    assert!(!said.contains("Ambitious") && !said.contains("Baseline"));
}

#[test]
fn every_choice_has_a_name_of_its_own() {
    let html = screen(2, &[]);
    let row = row(&html, 4);
    let said = words(&row);
    for level in ["Hold", "Reactive", "Repeatable", "Defined", "Proactive", "Strategic"] {
        assert!(said.contains(&format!("Engagement: {level}")), "{level} in {said}");
    }
    assert!(row.contains("role=\"radiogroup\"") && row.contains("aria-labelledby=\"mr-goal-4\""));
    assert_eq!(row.matches("name=\"mr-goal-4\"").count(), 6, "one group");
}

#[test]
fn a_target_is_chosen_counted_and_dated() {
    let html = screen(2, &[("rb.engagement", 50.0, "2027-08-31")]);
    let row = row(&html, 4);
    assert_eq!(chosen(&row), ["Engagement: Defined"]);
    assert!(words(&row).contains("Baseline 25.0, now 25.0, target 50.0"));
    assert!(row.contains("type=\"date\"") && row.contains("value=\"2027-08-31\""));
    assert!(row.contains("mr-tick-target"), "and drawn where it lies");
    assert!(!row.contains("-notes"), "nothing more is to be said");
    let said = words(&html);
    assert!(said.contains("To rise: 1 of 12 capabilities. Ambitious: 0."));
    assert!(!said.contains("Every own target is reached."));
}

#[test]
fn a_high_rise_in_a_short_time_is_called_ambitious() {
    let html = screen(2, &[("rb.engagement", 100.0, "2027-02-28"), ("rb.advocacy", 100.0, "2028-02-28")]);
    let said = words(&row(&html, 4));
    assert!(said.contains("Ambitious: more than one level up within six months."), "{said}");
    assert!(!words(&row(&html, 5)).contains("Ambitious"));
    assert!(words(&html).contains("To rise: 2 of 12 capabilities. Ambitious: 1."));
}

#[test]
fn a_day_in_the_past_is_kept_and_spoken_of() {
    let html = screen(2, &[("rb.engagement", 100.0, "2026-11-20")]);
    let row = row(&html, 4);
    assert!(row.contains("value=\"2026-11-20\""), "it stays as it is");
    assert!(words(&row).contains("This day has passed, and the target is not reached. Set a later day"));
    assert!(row.contains("aria-describedby=\"mr-goal-4-notes\"") && row.contains("id=\"mr-goal-4-notes\""));
    assert!(words(&html).contains("Ambitious: 0."), "what has passed is no longer ambitious");
    // Today has not passed, and what is reached needs no other day.
    assert!(!words(&screen(2, &[("rb.engagement", 100.0, TODAY)])).contains("has passed"));
    assert!(!words(&screen(2, &[("sbd.insight", 75.0, "2026-11-20")])).contains("has passed"));
}

#[test]
fn a_target_not_above_the_baseline_counts_as_hold() {
    // Sales fell from 62.5 to 50.
    let sets: [&'static [(&str, f64, &str)]; 2] = [&[("rb.sales", 62.5, "")], &[("rb.sales", 50.0, "")]];
    for set in sets {
        let html = screen(2, set);
        let said = words(&row(&html, 6));
        let phrase = "Not above the baseline of 62.5, so it counts as hold: kept while the score stays within 12.5 points";
        assert!(said.contains(phrase), "{said}");
        assert!(!said.contains("The score is below that now."));
        assert!(words(&html).contains("Nothing is to rise yet"), "it is not counted as a rise");
    }
    // One more step down and it is lost.
    let lost = drawn_html(|| {
        let mut session = session(1);
        let survey = session.survey.clone();
        let wave = Wave {
            id: "w9".into(),
            kind: WaveKind::Reassessment,
            date: day("2026-11-10"),
            answers: changed(&survey, &base(&survey), "R3a=2 R3b=2"),
            ..Wave::default()
        };
        reduce(&mut session, Action::WavesTaken(vec![Rc::new(wave)]));
        says(
            &mut session,
            Addition::TargetSet { capability: CapabilityId::new("rb.sales"), points: Some(50.0) },
        );
        targets(&session, &english(), &Callback::noop())
    });
    assert!(words(&row(&lost, 6)).contains("The score is below that now."));
}

#[test]
fn a_target_between_two_levels_is_shown_as_it_is() {
    let html = screen(2, &[("sbd.alignment", 62.5, "")]);
    let row = row(&html, 1);
    assert_eq!(chosen(&row), [""; 0], "no level stands for it, and it is no hold");
    assert!(words(&row).contains("target 62.5"));
    assert!(row.contains("x1=\"62.5%\""));
}

#[test]
fn targets_of_lost_capabilities_are_kept_but_not_counted() {
    let with_lost = |ids: &'static [&str]| {
        words(&drawn_html(move || {
            let mut session = session(2);
            let target = Target { score: 75.0, by: None };
            let own = ids.iter().map(|id| (CapabilityId::new(id), target)).collect();
            let added = Addendum { targets: Some(own), touched_ms: 5.0, ..Addendum::default() };
            reduce(&mut session, Action::AddendaTaken(vec![("w1".into(), added)]));
            targets(&session, &english(), &Callback::noop())
        }))
    };
    let one = with_lost(&["gone.one"]);
    assert!(one.contains("One own target belongs to a capability this survey no longer has. It is kept"));
    assert!(one.contains("Nothing is to rise yet"));
    let two = with_lost(&["gone.one", "gone.two", "rb.engagement"]);
    assert!(two.contains("Two own targets belong to capabilities this survey no longer has."));
    assert!(two.contains("To rise: 1 of 12 capabilities."));
    assert!(!with_lost(&["rb.engagement"]).contains("no longer has"));
}

#[test]
fn once_all_is_reached_there_is_no_end() {
    let html = screen(2, &[("sbd.insight", 75.0, "2026-12-31")]);
    assert!(words(&row(&html, 0)).contains("Reached."));
    let said = words(&html);
    assert!(said.contains("Every own target is reached. There is no end to reach: set new ones"));
    let partly = words(&screen(2, &[("sbd.insight", 75.0, ""), ("rb.engagement", 50.0, "")]));
    assert!(partly.contains("To rise: 2 of 12") && !partly.contains("Every own target is reached."));
    let only_hold = words(&screen(2, &[("rb.engagement", 25.0, "")]));
    assert!(!only_hold.contains("Every own target is reached."), "nothing was to rise");
}

#[test]
fn without_a_score_no_way_is_measured() {
    let html = drawn_html(|| {
        let mut session = session(1);
        let survey = session.survey.clone();
        let answers = changed(&survey, &base(&survey), "R2a=NA R2b=NA");
        let wave = Wave {
            id: "w9".into(),
            kind: WaveKind::Reassessment,
            date: day("2026-11-10"),
            answers,
            ..Wave::default()
        };
        reduce(&mut session, Action::WavesTaken(vec![Rc::new(wave)]));
        says(
            &mut session,
            Addition::TargetSet { capability: CapabilityId::new("rb.advocacy"), points: Some(75.0) },
        );
        targets(&session, &english(), &Callback::noop())
    });
    let row = row(&html, 5);
    assert!(words(&row).contains("a way to a target cannot be measured yet"));
    assert_eq!(chosen(&row), ["Advocacy: Proactive"]);
    assert!(words(&html).contains("Nothing is to rise yet"));
}
