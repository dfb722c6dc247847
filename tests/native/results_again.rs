//! The results of somebody who has been here before: the wave before, what comes next, two waves of one's choice.

use super::journey::{after, fresh};
use super::next_steps::STEPS;
use super::profiles::{base, changed, survey, year_later};
use super::results_view::{assert_says, assert_sound, words};
use maturity_radar::answers::{AimAnswer, Answers};
use maturity_radar::document::next_steps::read;
use maturity_radar::history::{Date, History, Respondent, Wave, WaveKind};
use maturity_radar::session::{Action, Addition, Phase, Session};
use maturity_radar::views::results::{Kind, Shown, results};
use maturity_radar::words::{Language, PLAIN};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct Given {
    session: Rc<Session>,
    pair: bool,
}

#[component]
fn Again(given: &Given) -> Html {
    let session = &*given.session;
    let history = match &session.phase {
        Phase::Compared { base, now } => session.history.pair(base, now),
        _ => (*session.history).clone(),
    };
    let shown = Shown {
        survey: &session.survey,
        history: &history,
        addenda: &session.addenda,
        next_steps: &session.next_steps,
        scope: session.scope(),
        kind: if given.pair { Kind::Pair } else { Kind::Own },
        today: session.today,
        told: None,
    };
    results(shown, &Language::of("en", PLAIN), &Callback::noop())
}

/// The results page of a session.
pub fn page_of(session: &Rc<Session>, kind: Kind) -> String {
    let given = Given { session: session.clone(), pair: kind == Kind::Pair };
    let renderer = yew::LocalServerRenderer::<Again>::with_props(given).hydratable(false);
    let html = futures::executor::block_on(renderer.render());
    assert_sound(&html);
    html
}

/// The words on a page.
pub fn words_of(html: &str) -> String {
    words(html)
}

fn wave(id: &str, day: &str, answers: Answers) -> Wave {
    let kind = if id == "a" { WaveKind::Baseline } else { WaveKind::Reassessment };
    Wave { id: id.into(), kind, date: Date::parse(day).unwrap(), answers, ..Wave::default() }
}

fn of(waves: Vec<Wave>) -> Rc<Session> {
    after(&fresh(), Action::WavesTaken(waves.into_iter().map(Rc::new).collect()))
}

/// A half of the golden year, and all of it.
fn three() -> Rc<Session> {
    let survey = survey();
    let half = changed(&survey, &base(&survey), "S1a=4 S2a=3 S3a=2 S3b=3 E2a=4");
    of(vec![
        wave("a", "2025-11-11", base(&survey)),
        wave("b", "2026-05-12", half),
        wave("c", "2026-11-10", year_later(&survey)),
    ])
}

#[test]
fn the_wave_before_comes_second_and_from_the_third_wave_on() {
    let html = page_of(&three(), Kind::Own);
    assert_says(
        &html,
        &[
            "2026-11-10 against the baseline of 2025-11-11",
            "40.6 56.3 +15.6 clear gain",
            "Against the wave before, of 2026-05-12",
            "Strategic business driver 53.1 56.3 +3.1 no clear change",
            "The headline stays the change since the baseline.",
        ],
    );
    let survey = survey();
    let two = of(vec![wave("a", "2025-11-11", base(&survey)), wave("b", "2026-11-10", year_later(&survey))]);
    assert!(!words_of(&page_of(&two, Kind::Own)).contains("Against the wave before"));
}

#[test]
fn a_gain_that_holds_is_called_sustained() {
    let html = page_of(&three(), Kind::Own);
    assert_says(&html, &["The gain of strategic business driver is sustained"]);
    let survey = survey();
    let late = of(vec![
        wave("a", "2025-11-11", base(&survey)),
        wave("b", "2026-05-12", base(&survey)),
        wave("c", "2026-11-10", year_later(&survey)),
    ]);
    assert!(!words_of(&page_of(&late, Kind::Own)).contains("sustained"));
}

#[test]
fn every_answer_can_be_read_then_and_now() {
    let survey = survey();
    let html = page_of(&three(), Kind::Own);
    let said = words_of(&html);
    for item in survey.items() {
        assert!(said.contains(&*words(&item.stem)), "{} is there", item.code);
    }
    // Nothing moved here, and both answers are there all the same.
    let unmoved = survey.items().find(|item| item.code == "R1a").unwrap();
    let text = &unmoved.anchor(2).unwrap().text;
    assert_says(&html, &[&["was ", text, " is now ", text].concat()]);
}

#[test]
fn two_waves_of_ones_choice_say_which_they_are_and_offer_no_next() {
    let picked = after(&three(), Action::Compared { base: "b".into(), now: "c".into() });
    let html = page_of(&picked, Kind::Pair);
    assert_says(
        &html,
        &[
            "Two waves of your choice.",
            "2026-11-10 against 2026-05-12, two waves of your choice",
            "that stays the headline",
            "Back to the history",
            "Earlier Later Change",
            "No clear change between these two waves.",
            "53.1 56.3 +3.1",
        ],
    );
    let said = words_of(&html);
    for word in ["Assess again", "Next:", "Open the plan", "See the baseline differently", "At the baseline"]
    {
        assert!(!said.contains(word), "'{word}' is not said");
    }
}

#[test]
fn what_comes_next_stands_between_change_and_confidence() {
    let html = page_of(&three(), Kind::Own);
    let said = words_of(&html);
    let place = |text: &str| said.find(text).unwrap_or_else(|| panic!("{text} in {said}"));
    assert!(place("What changed, in your own answers") < place("Next:"));
    assert!(place("Next:") < place("Confidence:"));
    assert_says(&html, &["You named no aim", "Open the plan", "Set own targets"]);
    assert_eq!(html.matches("class=\"mr-button\"").count(), 1, "one primary button");
}

#[test]
fn a_move_is_quoted_by_its_step_where_the_steps_are_there() {
    let without = page_of(&three(), Kind::Own);
    assert_says(&without, &["Customer engagement and community: the step on from Repeatable"]);
    let mut session = (*three()).clone();
    session.next_steps = Rc::new(read(STEPS, &session.survey).unwrap());
    let html = page_of(&Rc::new(session), Kind::Own);
    assert_says(&html, &["Give each main customer group a contact plan for the year"]);
    assert!(!words_of(&html).contains("the step on from"));
}

#[test]
fn a_focus_that_is_kept_says_why() {
    let survey = survey();
    let aim = AimAnswer { primary: Some(survey.roles[1].id.clone()), secondary: None };
    let with_aim = |answers: Answers| Answers { aim: Some(aim.clone()), ..answers };
    let first = of(vec![wave("a", "2025-11-11", with_aim(base(&survey)))]);
    let target = survey.roles[1].capabilities[0].id.clone();
    let set = after(&first, Action::Added(Addition::TargetSet { capability: target, points: Some(75.0) }));
    let begun = after(&set, Action::Added(Addition::PlanBegun));
    assert_says(
        &page_of(&begun, Kind::Own),
        &["Next: relationship builder", "These 90 days began on 2026-11-21.", "Change targets"],
    );
    let later = wave("b", "2026-11-20", with_aim(year_later(&survey)));
    let later = after(&begun, Action::WavesTaken(vec![Rc::new(later)]));
    let html = page_of(&later, Kind::Own);
    assert_says(
        &html,
        &["Next: stay with relationship builder", "The focus is kept while less than 70% of its own goal"],
    );
    let role = survey.roles[0].id.clone();
    let chosen = after(&later, Action::Added(Addition::FocusChosen { role: Some(role) }));
    let reason = "The board asks for it.".to_owned();
    let chosen = after(&chosen, Action::Added(Addition::FocusExplained { reason }));
    assert_says(
        &page_of(&chosen, Kind::Own),
        &["Next: strategic business driver This focus is your own choice. The board asks for it."],
    );
}

#[test]
fn reached_targets_ask_for_new_ones() {
    let survey = survey();
    let first = of(vec![wave("a", "2025-11-11", base(&survey))]);
    let capability = survey.roles[1].capabilities[0].id.clone();
    let set = after(&first, Action::Added(Addition::TargetSet { capability, points: Some(10.0) }));
    assert_says(
        &page_of(&set, Kind::Own),
        &["All own targets are reached: set new ones", "Set new targets", "Open the plan"],
    );
}

#[test]
fn a_wave_dated_ahead_of_this_device_is_spoken_of_calmly() {
    let survey = survey();
    let ahead =
        of(vec![wave("a", "2025-11-11", base(&survey)), wave("b", "2026-11-22", year_later(&survey))]);
    assert_says(&page_of(&ahead, Kind::Own), &["2026-11-22 still lies ahead", "nothing is lost"]);
    let today =
        of(vec![wave("a", "2025-11-11", base(&survey)), wave("b", "2026-11-21", year_later(&survey))]);
    assert!(!words_of(&page_of(&today, Kind::Own)).contains("lies ahead"));
}

#[test]
fn another_language_is_mentioned() {
    let survey = survey();
    let in_languages = |then: &str, now: &str| {
        let first = Wave { lang: then.into(), ..wave("a", "2025-11-11", base(&survey)) };
        let second = Wave { lang: now.into(), ..wave("b", "2026-11-10", year_later(&survey)) };
        words_of(&page_of(&of(vec![first, second]), Kind::Own))
    };
    assert!(in_languages("de", "en").contains("in different languages (de, then en)"));
    for (then, now) in [("en", "EN"), ("", "en")] {
        assert!(!in_languages(then, now).contains("different languages"));
    }
}

#[test]
fn another_person_takes_more_points_and_the_page_says_how_many() {
    let survey = survey();
    let by = |wave: Wave, id: &str| Wave {
        respondent: Respondent { id: Some(id.into()), ..Respondent::default() },
        ..wave
    };
    let page = |other: &str| {
        let (first, second) =
            (wave("a", "2025-11-11", base(&survey)), wave("b", "2026-11-10", year_later(&survey)));
        page_of(&of(vec![by(first, "x"), by(second, other)]), Kind::Own)
    };
    assert_says(
        &page("y"),
        &[
            "Another person answered this time.",
            "takes 37.0 points here; with the same person it would take 15.0.",
            "12 in a role",
        ],
    );
    assert!(!words_of(&page("x")).contains("Another person"));
}

#[test]
fn the_unit_is_called_by_its_new_name() {
    let survey = survey();
    let first = Wave { scope: "Old name".into(), ..wave("a", "2025-11-11", base(&survey)) };
    let renamed = after(&of(vec![first]), Action::Renamed { scope: "New name".into() });
    let said = words_of(&page_of(&renamed, Kind::Own));
    assert!(said.contains("Baseline, 2025-11-11 · New name") && !said.contains("Old name"));
    assert_eq!(History::of_example(&survey).unwrap().assessments().count(), 2);
}
