//! What a session does when other tabs store and remove records of the same survey.

use super::journey::{after, answering, changes_nothing, fresh, opened, reply, started, wave};
use super::profiles::{rated, survey};
use maturity_radar::draft::Draft;
use maturity_radar::history::{History, Wave, WaveKind};
use maturity_radar::session::{Action, Phase, Screen, Session};
use std::rc::Rc;

fn two_waves() -> Vec<Rc<Wave>> {
    [wave("a", "2025-11-21", WaveKind::Baseline), wave("b", "2026-05-21", WaveKind::Reassessment)]
        .map(Rc::new)
        .to_vec()
}

fn gone(id: &str) -> Action {
    Action::WaveGone { id: id.to_owned() }
}

/// A draft as another tab has stored it.
fn foreign(id: &str, touched_ms: f64) -> Draft {
    let draft = answering(&reply(&started(), rated(4))).draft.clone();
    Draft { id: id.to_owned(), writer: "w9".to_owned(), touched_ms, ..draft }
}

#[test]
fn a_wave_deleted_elsewhere_is_forgotten_and_cannot_be_brought_back_here() {
    let session = after(&fresh(), Action::WavesTaken(two_waves()));
    let shown = after(&session, Action::ScreenPicked(Screen::Results));
    let left = after(&shown, gone("b"));
    assert_eq!(left.history.waves().len(), 1);
    assert_eq!((&left.phase, left.screen), (&Phase::Results, shown.screen), "the screen stays");
    assert_eq!(left.removed, None);
    changes_nothing(&left, Action::WaveRestored);
    changes_nothing(&left, gone("b"));
    let none = after(&left, gone("a"));
    assert_eq!(none.phase, Phase::Welcome, "there are no results to show");
    assert!(none.is_first_visit());
}

#[test]
fn a_comparison_gives_way_when_one_of_its_waves_is_gone() {
    let third = Rc::new(wave("c", "2026-11-20", WaveKind::Reassessment));
    let session = after(&fresh(), Action::WavesTaken([two_waves(), vec![third]].concat()));
    let compared = after(&session, Action::Compared { base: "a".to_owned(), now: "b".to_owned() });
    assert!(matches!(after(&compared, gone("c")).phase, Phase::Compared { .. }));
    assert_eq!(after(&compared, gone("b")).phase, Phase::Results);
}

#[test]
fn another_assessment_comes_on_screen_when_the_last_wave_of_this_one_is_gone() {
    let other = Rc::new(Wave { assessment: "a-2".to_owned(), ..wave("z", "2026-01-02", WaveKind::Baseline) });
    let session = after(&fresh(), Action::WavesTaken(vec![two_waves().swap_remove(0), other]));
    assert_eq!((session.assessment.as_str(), session.others.len()), ("", 1));
    let results = after(&session, Action::ScreenPicked(Screen::Results));
    let left = after(&results, gone("a"));
    assert_eq!((left.assessment.as_str(), left.others.len()), ("a-2", 0));
    assert_eq!(left.phase, Phase::Welcome, "nobody goes on in another unit without noticing");
    let here = after(&session, gone("z"));
    assert!(here.others.is_empty(), "an assessment without waves is none");
    assert_eq!(here.history.waves().len(), 1);
}

#[test]
fn answers_being_given_are_not_disturbed() {
    let session = after(&fresh(), Action::WavesTaken(two_waves()));
    let started = after(&session, Action::Started { scope: String::new() });
    let answered = reply(&started, rated(3));
    let left = after(&after(&answered, gone("a")), gone("b"));
    assert_eq!(left.phase, answered.phase);
    assert!(left.history.is_empty());
}

#[test]
fn a_draft_that_goes_on_elsewhere_is_offered_in_its_latest_state() {
    let first = foreign("d", 1000.0);
    let session = Rc::new(Session::new(survey(), "w1".to_owned()));
    let session = after(&session, opened(History::default(), vec![(first.key(), first.clone())]));
    changes_nothing(&session, Action::DraftMoved(Box::new(first.clone())));
    let moved = after(&session, Action::DraftMoved(Box::new(foreign("d", 2000.0))));
    assert_eq!((moved.drafts.len(), moved.drafts[0].1.touched_ms), (1, 2000.0));
    let other = after(&moved, Action::DraftMoved(Box::new(foreign("e", 3000.0))));
    assert_eq!(other.drafts.iter().map(|(_, own)| own.id.as_str()).collect::<Vec<_>>(), ["e", "d"]);
    let left = after(&other, Action::DraftGone { key: first.key() });
    assert_eq!(left.drafts.len(), 1);
    changes_nothing(&left, Action::DraftGone { key: first.key() });
}

#[test]
fn a_draft_of_a_complete_wave_or_of_the_one_on_screen_is_not_offered() {
    let session = after(&fresh(), Action::WavesTaken(two_waves()));
    changes_nothing(&session, Action::DraftMoved(Box::new(foreign("a", 9.0))));
    let answering_here = reply(&started(), rated(4));
    let own = answering(&answering_here).draft.clone();
    changes_nothing(&answering_here, Action::DraftMoved(Box::new(Draft { writer: "w9".to_owned(), ..own })));
}
