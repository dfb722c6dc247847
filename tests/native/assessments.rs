//! Several assessments on one device: each has a baseline of its own, and nothing of one gets into another.

use super::journey::{
    NOON, after, answering, changes_nothing, does, fresh, moment, opened, reply, start, submit, up_to_review,
    wave,
};
use super::profiles::{BASE, C20, rated, survey};
use maturity_radar::history::{History, Wave, WaveKind};
use maturity_radar::session::{Action, Opened, Phase, Screen, Session};
use maturity_radar::storage::Keeping;
use std::rc::Rc;

fn another() -> Action {
    Action::AssessmentStarted { scope: "Nordics".to_owned() }
}

/// EMEA assessed, at noon.
fn one() -> Rc<Session> {
    after(&up_to_review(&after(&fresh(), start()), BASE), submit())
}

/// Then the Nordics.
fn two() -> Rc<Session> {
    let begun = does(&one(), moment(NOON + 1e6, "2026-11-21", 9), another());
    does(&up_to_review(&begun, &[BASE, " ", C20].concat()), moment(NOON + 2e6, "2026-11-22", 9), submit())
}

fn first_name(session: &Session) -> String {
    session.others[0].assessment().unwrap().to_owned()
}

#[test]
fn each_unit_has_a_baseline_of_its_own() {
    let first = one();
    let session = two();
    assert_eq!((session.scope(), session.others.len()), ("Nordics", 1));
    let baseline = session.history.baseline().unwrap();
    assert_eq!((baseline.kind, session.history.waves().len()), (WaveKind::Baseline, 1));
    assert_ne!(baseline.assessment, "", "the first has no name, the second has one");
    assert_eq!(session.scope_of(&session.others[0]), "EMEA");
    assert_eq!(session.others[0], first.history, "the first is untouched");
    let person = |history: &History| history.latest().unwrap().respondent.clone();
    assert_eq!(person(&session.history), person(&session.others[0]), "one person, one order of anchors");
}

#[test]
fn another_assessment_is_picked_and_goes_on_where_it_was() {
    let session = two();
    let picked = after(&session, Action::AssessmentPicked { assessment: first_name(&session) });
    assert_eq!((&picked.phase, picked.scope()), (&Phase::Results, "EMEA"));
    assert!(picked.screen > session.screen, "its results take focus");
    let again = does(&picked, moment(NOON + 3e6, "2026-11-23", 5), start());
    assert_eq!(answering(&again).draft.assessment, "");
    let done = does(&up_to_review(&again, BASE), moment(NOON + 4e6, "2026-11-23", 5), submit());
    assert_eq!(done.history.latest().unwrap().kind, WaveKind::Reassessment);
    assert_eq!((done.history.waves().len(), done.others[0].waves().len()), (2, 1));
    for assessment in [first_name(&picked), String::new()] {
        let expected = assessment.is_empty();
        let there = after(&picked, Action::AssessmentPicked { assessment });
        assert_eq!(Rc::ptr_eq(&there, &picked), expected, "the one on screen is not picked again");
    }
    changes_nothing(&picked, Action::AssessmentPicked { assessment: "a-none".to_owned() });
    changes_nothing(&again, Action::AssessmentPicked { assessment: first_name(&again) });
    changes_nothing(&again, another());
}

#[test]
fn a_draft_belongs_to_its_assessment() {
    let session = one();
    let begun = does(&session, moment(NOON + 1e6, "2026-11-21", 9), another());
    let left = after(&reply(&begun, rated(4)), Action::ScreenPicked(Screen::Welcome));
    let (key, draft) = left.drafts[0].clone();
    assert_eq!((draft.scope.as_str(), draft.assessment.is_empty()), ("Nordics", false));
    let elsewhere = after(&left, Action::AssessmentPicked { assessment: first_name(&left) });
    assert_eq!((elsewhere.scope(), elsewhere.drafts.len()), ("EMEA", 1));
    let resumed = after(&elsewhere, Action::Resumed { key });
    assert_eq!((resumed.assessment.as_str(), resumed.history.is_empty()), (draft.assessment.as_str(), true));
    let done = after(&up_to_review(&resumed, BASE), submit());
    assert_eq!(done.history.baseline().unwrap().kind, WaveKind::Baseline);
    assert_eq!((done.scope(), done.others.len()), ("Nordics", 1));
}

#[test]
fn a_unit_begun_and_left_without_an_answer_leaves_no_trace() {
    let session = one();
    let left = after(&after(&session, another()), Action::ScreenPicked(Screen::Welcome));
    assert_eq!((left.scope(), left.others.len(), left.drafts.len()), ("EMEA", 0, 0));
    assert_eq!(left.assessment, session.assessment);
    let results = after(&after(&session, another()), Action::ScreenPicked(Screen::Results));
    assert_eq!((&results.phase, results.scope()), (&Phase::Results, "EMEA"));
}

fn of(assessment: &str, id: &str, day: &str, kind: WaveKind) -> Rc<Wave> {
    let scope = ["unit ", assessment].concat();
    Rc::new(Wave { assessment: assessment.to_owned(), scope, ..wave(id, day, kind) })
}

#[test]
fn waves_from_files_land_in_their_assessment() {
    let session = after(
        &one(),
        Action::WavesTaken(vec![
            of("a-x", "x2", "2026-05-01", WaveKind::Reassessment),
            of("", "e1", "2025-05-01", WaveKind::Baseline),
            of("a-x", "x1", "2025-05-01", WaveKind::Baseline),
            of("a-y", "y1", "2025-06-01", WaveKind::Baseline),
        ]),
    );
    assert_eq!((session.history.waves().len(), session.others.len()), (2, 2));
    assert_eq!(session.history.baseline().unwrap().id, "e1");
    let ids = |name: &str| -> Vec<String> {
        let history = session.history_of(name).unwrap();
        history.waves().iter().map(|wave| wave.id.clone()).collect()
    };
    assert_eq!((ids("a-x"), ids("a-y")), (vec!["x1".to_owned(), "x2".to_owned()], vec!["y1".to_owned()]));
    changes_nothing(&session, Action::WavesTaken(vec![of("a-x", "x1", "2025-05-01", WaveKind::Baseline)]));
}

#[test]
fn storage_opens_with_the_assessment_that_was_open_last() {
    let opens = |assessment: Option<&str>| {
        let session = Rc::new(Session::new(survey(), "w1".to_owned()));
        let history = History::new([
            of("", "e1", "2026-01-01", WaveKind::Baseline),
            of("a-x", "x1", "2026-05-01", WaveKind::Baseline),
        ]);
        let assessment = assessment.map(str::to_owned);
        let history = Rc::new(history);
        let opened = Opened { history, assessment, keeping: Keeping::Database, ..Opened::default() };
        after(&session, Action::Opened(opened))
    };
    assert_eq!(opens(Some("")).scope(), "unit ");
    assert_eq!(opens(Some("a-x")).scope(), "unit a-x");
    assert_eq!(opens(None).scope(), "unit a-x", "the one with the latest wave");
    assert_eq!(opens(Some("a-gone")).scope(), "unit a-x");
}

#[test]
fn a_new_name_stands_at_the_baseline_and_holds_for_every_wave() {
    let session = two();
    let renamed = after(&session, Action::Renamed { scope: " Nordics and Baltics ".to_owned() });
    assert_eq!(renamed.scope(), "Nordics and Baltics");
    assert_eq!(renamed.history.baseline().unwrap().scope, "Nordics", "what was answered stays as it was");
    assert_eq!(renamed.scope_of(&renamed.others[0]), "EMEA");
    for same in ["", "  ", "Nordics and Baltics"] {
        changes_nothing(&renamed, Action::Renamed { scope: same.to_owned() });
    }
}

#[test]
fn a_deleted_baseline_leaves_its_name_to_the_next_and_comes_back_whole() {
    let taken = vec![
        of("", "e1", "2025-01-01", WaveKind::Baseline),
        of("", "e2", "2025-06-01", WaveKind::Reassessment),
        of("", "e3", "2026-01-01", WaveKind::Reassessment),
    ];
    let session = after(&fresh(), Action::WavesTaken(taken));
    let session = after(&session, Action::Renamed { scope: "EMEA".to_owned() });
    let shown = after(&session, Action::ScreenPicked(Screen::History));
    let deleted = after(&shown, Action::WaveDeleted { id: "e1".to_owned() });
    assert_eq!((deleted.history.baseline().unwrap().id.as_str(), deleted.scope()), ("e2", "EMEA"));
    changes_nothing(&deleted, Action::WaveDeleted { id: "e1".to_owned() });
    let back = after(&deleted, Action::WaveRestored);
    assert_eq!((back.history.as_ref(), back.scope()), (session.history.as_ref(), "EMEA"));
    assert_eq!(back.removed, None);
    changes_nothing(&back, Action::WaveRestored);
    let renamed = after(&deleted, Action::Renamed { scope: "Europe".to_owned() });
    assert_eq!(after(&renamed, Action::WaveRestored).scope(), "Europe", "the name given last");
    let gone = after(&deleted, Action::ScreenPicked(Screen::Results));
    changes_nothing(&gone, Action::WaveRestored);
}

#[test]
fn the_only_wave_can_be_deleted_beside_another_assessment() {
    let session = two();
    let id = session.history.baseline().unwrap().id.clone();
    let deleted = after(&session, Action::WaveDeleted { id });
    assert!(deleted.history.is_empty() && !deleted.is_first_visit());
    assert_eq!(deleted.scope(), "");
    let back = after(&deleted, Action::WaveRestored);
    assert_eq!((back.scope(), back.others.len()), ("Nordics", 1));
}

#[test]
fn a_clock_set_back_does_not_turn_the_order_round() {
    let first = one();
    let again = does(&first, moment(NOON - 9e9, "2026-08-01", 3), start());
    let done = does(&up_to_review(&again, BASE), moment(NOON - 9e9, "2026-08-01", 3), submit());
    let (baseline, latest) = done.history.span().expect("two waves");
    assert_eq!(baseline.id, first.history.baseline().unwrap().id);
    assert_eq!((baseline.date.iso(), latest.date.iso()), ("2026-11-21".into(), "2026-11-22".to_owned()));
    assert_eq!(latest.kind, WaveKind::Reassessment);
    let third = does(&done, moment(NOON - 8e9, "2026-08-12", 3), start());
    let third = does(&up_to_review(&third, BASE), moment(NOON - 8e9, "2026-08-12", 3), submit());
    assert_eq!(third.history.latest().unwrap().date.iso(), "2026-11-23");
}

#[test]
fn everything_is_erased_of_every_assessment() {
    let session = after(&two(), Action::Renamed { scope: "North".to_owned() });
    let erased = after(&session, Action::Erased);
    assert!(erased.is_first_visit() && erased.others.is_empty() && erased.addenda.is_empty());
    assert_eq!(erased.assessment, "");
    let begun = after(&after(&erased, opened(History::default(), Vec::new())), start());
    assert_eq!(answering(&begun).draft.assessment, "");
}
