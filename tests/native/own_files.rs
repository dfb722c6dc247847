//! A person's own files: what was downloaded can be taken in again, finished or not.

use super::journey::{after, changes_nothing, fresh, opened, reply, started, submit, up_to_review, wave};
use super::profiles::{BASE, SURVEY, rated, survey};
use maturity_radar::addendum::Addenda;
use maturity_radar::document::files::{File, read_all};
use maturity_radar::document::history;
use maturity_radar::draft::Draft;
use maturity_radar::history::{History, WaveKind};
use maturity_radar::session::{Action, Session};
use maturity_radar::storage::{Keeping, StoreError};
use std::rc::Rc;

fn a_draft() -> Draft {
    reply(&started(), rated(4)).answering().unwrap().draft.clone()
}

#[test]
fn a_download_reads_as_it_was_written() {
    let (survey, draft) = (survey(), a_draft());
    let wave = Rc::new(wave("w", "2026-01-05", WaveKind::Baseline));
    let drafts = [(draft.key(), draft.clone())];
    let text = history::write(SURVEY, [&wave].into_iter(), &Addenda::new(), &drafts, &[], &survey);
    let (files, problems) = read_all(&text, &survey);
    assert_eq!(problems, []);
    let [File::Wave(own, None), File::Draft(open)] = &files[..] else {
        panic!("{files:?}");
    };
    assert_eq!((&own.id, &own.answers), (&wave.id, &wave.answers));
    assert_eq!(*open, draft);
    assert_eq!(read_all("[]", &survey), (Vec::new(), Vec::new()));
}

#[test]
fn a_damaged_draft_in_a_list_is_named_by_its_place() {
    let (survey, draft) = (survey(), a_draft());
    let text = history::write(SURVEY, [].iter(), &Addenda::new(), &[(draft.key(), draft)], &[], &survey)
        .replace("\"touched_ms\":", "\"touched\":");
    let (files, problems) = read_all(&text, &survey);
    assert_eq!(files, []);
    assert_eq!(problems[0].pointer, "/drafts/0/touched_ms");
}

#[test]
fn drafts_from_files_are_offered_once() {
    let draft = a_draft();
    let session = after(&fresh(), Action::DraftsTaken(vec![draft.clone()]));
    assert_eq!(*session.drafts, [(draft.key(), draft.clone())]);
    changes_nothing(&session, Action::DraftsTaken(vec![draft.clone()]));
    changes_nothing(&fresh(), Action::DraftsTaken(Vec::new()));
}

#[test]
fn drafts_that_something_stands_for_are_not_offered() {
    let on_screen = reply(&started(), rated(4));
    let draft = on_screen.answering().unwrap().draft.clone();
    changes_nothing(&on_screen, Action::DraftsTaken(vec![draft.clone()]));
    let resumed = Rc::new(Session::new(survey(), "w2".to_owned()));
    let resumed = after(&resumed, opened(History::default(), vec![(draft.key(), draft.clone())]));
    let resumed = after(&resumed, Action::Resumed { key: draft.key() });
    changes_nothing(&resumed, Action::DraftsTaken(vec![draft.clone()]));
    let handed_in = after(&up_to_review(&started(), BASE), submit());
    changes_nothing(&handed_in, Action::DraftsTaken(vec![draft]));
}

#[test]
fn places_have_the_names_the_shelf_gives_them() {
    assert_eq!(Keeping::named("database"), Keeping::Database);
    assert_eq!(Keeping::named("simple"), Keeping::SimpleStorage);
    assert_eq!(Keeping::named("memory"), Keeping::MemoryByChoice);
    assert_eq!(Keeping::named("full"), Keeping::MemoryOnly(StoreError::Full));
    assert_eq!(StoreError::named("unavailable"), Some(StoreError::Unavailable));
    assert_eq!(StoreError::named("refused"), Some(StoreError::Refused));
    assert_eq!(StoreError::named(""), None);
}
