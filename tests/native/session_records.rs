//! What a session does with stored records: saved marks, drafts taken over, waves taken in, erasing.

use super::journey::{
    NOON, after, answering, changes_nothing, does, fresh, moment, opened, reply, start, started, submit,
    up_to_review, wave,
};
use super::profiles::{BASE, rated, survey};
use maturity_radar::draft::Draft;
use maturity_radar::history::{History, Wave, WaveKind};
use maturity_radar::session::{Action, DamagedRecord, Opened, Phase, Screen, Session};
use maturity_radar::storage::{Keeping, Record, StoreError};
use std::rc::Rc;

#[test]
fn the_saved_mark_stands_for_the_latest_revision_only() {
    let session = reply(&started(), rated(4));
    let first = answering(&session).revision;
    assert!(!answering(&session).is_saved());
    let more = reply(&session, rated(5));
    let safe = |revision: u32| Action::Saved { revision, keeping: Keeping::Database };
    let late = after(&more, safe(first));
    assert!(!answering(&late).is_saved(), "an older revision is safe, not this one");
    let saved = after(&late, safe(first + 1));
    assert!(answering(&saved).is_saved());
    changes_nothing(&saved, safe(first));
    changes_nothing(&saved, safe(0));
    changes_nothing(&saved, safe(first + 9));
    assert!(!answering(&reply(&saved, rated(1))).is_saved());
}

#[test]
fn a_draft_is_taken_over_under_the_own_name() {
    let stored = answering(&reply(&started(), rated(4))).draft.clone();
    let key = stored.key();
    let session = Rc::new(Session::new(survey(), "w2".to_owned()));
    let session = after(&session, opened(History::default(), vec![(key.clone(), stored.clone())]));
    let resumed = does(&session, moment(NOON + 5e6, "2026-11-22", 3), Action::Resumed { key: key.clone() });
    let draft = &answering(&resumed).draft;
    assert_eq!(draft.writer, "w2");
    assert_ne!(draft.id, stored.id, "both become waves of their own");
    assert_ne!(draft.key(), key, "what the other tab wrote is never overwritten");
    assert_eq!((&draft.answers, &draft.at), (&stored.answers, &stored.at));
    let continued = &draft.continues[0];
    assert_eq!((draft.continues.len(), &continued.key), (1, &key));
    assert_eq!(continued.touched_ms, stored.touched_ms);
    assert_eq!(draft.spent_ms, stored.spent_ms, "the time in between is not counted");
}

#[test]
fn two_writers_never_share_a_key() {
    let draft = |writer: &str| {
        let session = Rc::new(Session::new(survey(), writer.to_owned()));
        let session = after(&session, opened(History::default(), Vec::new()));
        answering(&after(&session, start())).draft.key()
    };
    assert_ne!(draft("w1"), draft("w2"), "even at the same moment with the same chance");
    let stored = answering(&started()).draft.clone();
    let (mut one, mut other) = (stored.clone(), stored.clone());
    one.continue_as("d2".to_owned(), "w2", NOON);
    other.continue_as("d2".to_owned(), "w3", NOON);
    let keys = [stored.key(), one.key(), other.key()];
    assert!(keys[0] != keys[1] && keys[1] != keys[2] && keys[0] != keys[2], "{keys:?}");
}

#[test]
fn a_draft_stands_for_the_one_it_took_over_until_that_moves_on() {
    let stored = answering(&reply(&started(), rated(4))).draft.clone();
    let key = stored.key();
    let mut own = stored.clone();
    own.continue_as("d2".to_owned(), "w2", NOON + 1.0);
    assert!(own.replaces(&key, &stored));
    assert!(!own.replaces("draft/other/w1", &stored));
    assert!(!stored.replaces(&own.key(), &own));
    let moved_on = Draft { touched_ms: stored.touched_ms + 1.0, ..stored };
    assert!(!own.replaces(&key, &moved_on), "the other tab went on with it");
}

#[test]
fn a_draft_that_was_taken_over_is_not_offered_beside_its_successor() {
    let stored = answering(&reply(&started(), rated(4))).draft.clone();
    let key = stored.key();
    let session = Rc::new(Session::new(survey(), "w2".to_owned()));
    let session = after(&session, opened(History::default(), vec![(key.clone(), stored)]));
    let resumed = after(&session, Action::Resumed { key: key.clone() });
    assert_eq!(answering(&resumed).revision, 1, "it is written at once");
    changes_nothing(&resumed, Action::Resumed { key });
    let left = after(&reply(&resumed, rated(2)), Action::ScreenPicked(Screen::Welcome));
    assert_eq!(left.drafts.len(), 1);
    let done = after(&up_to_review(&resumed, BASE), submit());
    assert!(done.drafts.is_empty());
}

#[test]
fn an_own_draft_taken_up_again_continues_nothing() {
    let left = after(&reply(&started(), rated(4)), Action::ScreenPicked(Screen::Welcome));
    let (key, _) = &left.drafts[0];
    let resumed = after(&left, Action::Resumed { key: key.clone() });
    assert!(answering(&resumed).draft.continues.is_empty());
    assert_eq!(&answering(&resumed).draft.key(), key);
}

#[test]
fn a_survey_that_was_left_is_offered_and_one_that_was_submitted_is_not() {
    assert!(after(&started(), Action::ScreenPicked(Screen::Welcome)).drafts.is_empty(), "nothing answered");
    let left = after(&reply(&started(), rated(4)), Action::ScreenPicked(Screen::Method));
    assert_eq!(left.drafts.len(), 1);
    let key = left.drafts[0].0.clone();
    let resumed = after(&left, Action::Resumed { key });
    assert_eq!(answering(&resumed).draft.answers.replied(&left.survey), 1);
    let done = after(&up_to_review(&resumed, BASE), submit());
    assert!(done.drafts.is_empty());
}

#[test]
fn a_wave_that_is_known_is_not_taken_again() {
    let session = fresh();
    let first = Rc::new(wave("a", "2025-11-21", WaveKind::Baseline));
    let session = after(&session, Action::WavesTaken(vec![first.clone()]));
    let forged = Rc::new(Wave { scope: "other".to_owned(), ..(*first).clone() });
    changes_nothing(&session, Action::WavesTaken(vec![forged.clone()]));
    let second = Rc::new(wave("b", "2026-11-21", WaveKind::Reassessment));
    let session = after(&session, Action::WavesTaken(vec![forged, second]));
    assert_eq!(session.history.waves().len(), 2);
    assert!(Rc::ptr_eq(session.history.baseline().unwrap(), &first));
}

#[test]
fn files_taken_before_storage_answers_stay_beside_what_was_stored() {
    let session = Rc::new(Session::new(survey(), "w1".to_owned()));
    let taken =
        vec![wave("a", "2025-11-21", WaveKind::Baseline), wave("b", "2026-05-21", WaveKind::Reassessment)];
    let session = after(&session, Action::WavesTaken(taken.into_iter().map(Rc::new).collect()));
    let stored = Rc::new(Wave { scope: "stored".to_owned(), ..wave("a", "2025-11-21", WaveKind::Baseline) });
    let session = after(&session, opened(History::new([stored.clone()]), Vec::new()));
    assert_eq!(session.history.waves().len(), 2);
    assert!(Rc::ptr_eq(session.history.baseline().unwrap(), &stored), "what is stored wins");
}

#[test]
fn a_pulse_is_no_wave_to_compare() {
    let history = History::new(
        [
            wave("a", "2025-11-21", WaveKind::Baseline),
            wave("b", "2026-05-21", WaveKind::Reassessment),
            wave("c", "2026-08-21", WaveKind::Pulse),
        ]
        .map(Rc::new),
    );
    let (baseline, latest) = history.span().expect("two waves");
    assert_eq!((baseline.id.as_str(), latest.id.as_str()), ("a", "b"));
    assert_eq!(history.waves().len(), 3);
}

#[test]
fn a_failed_save_is_told_until_one_succeeds() {
    let session = reply(&started(), rated(4));
    let failed = after(&session, Action::SaveFailed { error: StoreError::Full });
    assert_eq!(failed.save_error, Some(StoreError::Full));
    assert_eq!(failed.keeping, Keeping::MemoryOnly(StoreError::Full));
    assert!(!failed.keeping.is_durable());
    assert_eq!(failed.phase, session.phase, "the survey goes on");
    changes_nothing(&failed, Action::SaveFailed { error: StoreError::Full });
    let mended = after(&failed, Action::Saved { revision: 1, keeping: Keeping::SimpleStorage });
    assert_eq!((mended.save_error, mended.keeping), (None, Keeping::SimpleStorage));
    assert!(answering(&mended).is_saved());
}

#[test]
fn erasing_waits_for_a_confirmation_and_leaves_nothing() {
    let damaged =
        DamagedRecord { record: Record { key: "wave/x".to_owned(), text: "{".to_owned() }, newer: false };
    let session = Rc::new(Session::new(survey(), "w1".to_owned()));
    let session = after(
        &session,
        Action::Opened(Opened {
            history: Rc::new(History::new([Rc::new(wave("a", "2025-11-21", WaveKind::Baseline))])),
            drafts: vec![("draft/d/w0".to_owned(), Draft::default())],
            damaged: vec![damaged],
            keeping: Keeping::Database,
            ..Opened::default()
        }),
    );
    let data = after(&session, Action::ScreenPicked(Screen::Data));
    let asked = after(&data, Action::EraseAsked(true));
    assert_eq!(asked.phase, Phase::Data { confirming: true });
    changes_nothing(&asked, Action::EraseAsked(true));
    assert_eq!(after(&asked, Action::EraseAsked(false)).phase, Phase::Data { confirming: false });
    let erased = after(&asked, Action::Erased);
    assert!(erased.history.is_empty() && erased.drafts.is_empty() && erased.damaged.is_empty());
    assert_eq!(erased.phase, Phase::Welcome);
}

#[test]
fn the_latest_of_two_waves_of_one_day_is_the_one_begun_later() {
    for chance in [0, 7, u32::MAX] {
        let early = moment(NOON, "2026-11-21", u32::MAX - chance).wave_id();
        let late = moment(NOON + 1.0, "2026-11-21", chance).wave_id();
        assert!(early < late, "{early} {late}");
    }
}
