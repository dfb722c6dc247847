//! The history file: everything of one device, to be taken elsewhere and to be read without its origin.

use super::formats::released;
use super::journey::{after, fresh, wave};
use super::profiles::{SURVEY, survey};
use super::trees::{told, tree, with, without};
use maturity_radar::document::files::{File, read_all, write_list};
use maturity_radar::document::{Tree, history};
use maturity_radar::history::{Wave, WaveKind};
use maturity_radar::session::{Action, LensAction, Session};
use std::rc::Rc;

/// A session that has taken in files; they must be without a problem.
fn taken(session: &Rc<Session>, text: &str) -> Rc<Session> {
    let (files, problems) = read_all(text, &survey());
    assert_eq!(problems, []);
    let (mut waves, mut drafts, mut addenda) = (Vec::new(), Vec::new(), Vec::new());
    let mut lenses = Vec::new();
    for file in files {
        match file {
            File::Wave(wave, own) => {
                addenda.extend(own.map(|own| (wave.id.clone(), own)));
                waves.push(Rc::new(wave));
            }
            File::Draft(draft) => drafts.push(draft),
            File::Addendum(wave, own) => addenda.push((wave, own)),
            File::Lens(own) => lenses.push(own),
        }
    }
    let session = after(session, Action::WavesTaken(waves));
    let session = if addenda.is_empty() { session } else { after(&session, Action::AddendaTaken(addenda)) };
    let session = if drafts.is_empty() { session } else { after(&session, Action::DraftsTaken(drafts)) };
    if lenses.is_empty() { session } else { after(&session, Action::Lens(LensAction::Taken(lenses))) }
}

fn waves(session: &Session) -> impl Iterator<Item = &Rc<Wave>> {
    session.others.iter().chain([&session.history]).flat_map(|history| history.waves())
}

fn written(session: &Session) -> String {
    let (addenda, lenses) = (&session.addenda, &session.lenses.records);
    history::write(SURVEY, waves(session), addenda, &session.drafts, lenses, &session.survey)
}

#[test]
fn taken_in_and_written_again_it_is_the_same_to_the_letter() {
    let first = taken(&fresh(), released("history-1.0"));
    let text = written(&first);
    assert_eq!(written(&taken(&fresh(), &text)), text);
    // All but the definition, which is that of the survey at hand.
    let expected = with(&tree(released("history-1.0")), "/definition", tree(SURVEY));
    assert_eq!(text, expected.write());
}

#[test]
fn answers_to_lenses_are_in_it_to_the_letter() {
    let first = taken(&fresh(), released("history-1.0-with-lenses"));
    let text = written(&first);
    assert_eq!(written(&taken(&fresh(), &text)), text);
    let expected = with(&tree(released("history-1.0-with-lenses")), "/definition", tree(SURVEY));
    assert_eq!(text, expected.write());
}

#[test]
fn what_was_released_before_becomes_a_history() {
    let first = taken(&fresh(), released("list-1.0"));
    let text = written(&first);
    let own = tree(&text);
    assert_eq!(
        own.get("waves"),
        Some(&Tree::List(vec![match tree(released("history-1.0")).get("waves") {
            Some(Tree::List(waves)) => waves[0].clone(),
            other => panic!("{other:?}"),
        }]))
    );
    assert_eq!(written(&taken(&fresh(), &text)), text);
}

#[test]
fn the_whole_survey_travels_with_it() {
    let own = tree(&written(&fresh()));
    assert_eq!(own.get("definition"), Some(&tree(SURVEY)));
    let text = history::write("{", [].iter(), &fresh().addenda, &[], &[], &survey());
    assert_eq!(tree(&text).get("definition"), Some(&Tree::Null), "a survey that cannot be had");
    assert_eq!(read_all(&text, &survey()), (Vec::new(), Vec::new()));
}

#[test]
fn order_does_not_depend_on_how_waves_came_in() {
    let named = |id: &str, day: &str, assessment: &str| {
        let own = wave(id, day, WaveKind::Reassessment);
        Rc::new(Wave { assessment: assessment.to_owned(), ..own })
    };
    let mut all = [
        named("c", "2025-01-01", ""),
        named("b", "2025-01-01", ""),
        named("a", "2026-01-01", ""),
        named("z", "2024-01-01", "a-2"),
        named("y", "2025-01-01", "a-1"),
    ];
    let write =
        |waves: &[Rc<Wave>]| history::write("{}", waves.iter(), &fresh().addenda, &[], &[], &survey());
    let text = write(&all);
    let Some(Tree::List(list)) = tree(&text).get("waves").cloned() else { panic!("a list") };
    let ids: Vec<_> = list.iter().map(|own| own.get("wave").unwrap().get("id").unwrap().clone()).collect();
    assert_eq!(ids, ["b", "c", "a", "y", "z"].map(Tree::text));
    all.reverse();
    assert_eq!(write(&all), text);
    let session = taken(&fresh(), &text);
    assert_eq!(tree(&written(&session)).get("waves"), Some(&Tree::List(list)));
}

#[test]
fn scripts_get_a_plain_list_with_all_that_was_added() {
    let session = taken(&fresh(), released("history-1.0"));
    let list = write_list(waves(&session), &session.addenda, &[], &survey());
    assert_eq!(tree(&list), tree(released("history-1.0")).get("waves").unwrap().clone());
    let again = taken(&fresh(), &list);
    assert_eq!(write_list(waves(&again), &again.addenda, &[], &survey()), list);
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let survey = survey();
    let own = tree(released("history-1.0-with-lenses"));
    let problems = |file: &Tree| {
        let (files, problems) = read_all(&file.write(), &survey);
        (files.len(), told(&problems))
    };
    for (pointer, value, left, expected) in [
        ("/format_version", "\"2.0\"", 0, "newer_version /format_version"),
        ("/format_version", "\"new\"", 0, "out_of_range /format_version"),
        ("/model/id", "\"another\"", 0, "other_survey /model/id"),
        ("/model/version", "7", 0, "wrong_type /model/version"),
        ("/definition", "7", 0, "wrong_type /definition"),
        ("/definition", "[]", 0, "wrong_type /definition"),
        ("/waves", "{}", 0, "wrong_type /waves"),
        ("/drafts", "7", 0, "wrong_type /drafts"),
        (
            "/waves/1/answers/sbd.insight.dir/value",
            "9",
            3,
            "out_of_range /waves/1/answers/sbd.insight.dir/value",
        ),
        ("/waves/0/format_version", "\"2.1\"", 3, "newer_version /waves/0/format_version"),
        ("/drafts/0/at", "7", 3, "wrong_type /drafts/0/at"),
        ("/lenses", "7", 0, "wrong_type /lenses"),
        ("/lenses/0/date", "7", 3, "wrong_type /lenses/0/date"),
        ("/format", "\"x\"", 0, "other_format /format"),
    ] {
        let (files, found) = problems(&with(&own, pointer, tree(value)));
        assert!(found.iter().any(|problem| problem == expected), "{pointer} {value}: {found:?}");
        assert_eq!(files, left, "{pointer} {value}");
    }
    assert_eq!(problems(&without(&own, "/waves")), (0, vec!["missing /waves".to_owned()]));
    assert_eq!(problems(&without(&own, "/drafts")), (3, Vec::new()), "a history may have no drafts");
    assert_eq!(problems(&without(&own, "/lenses")), (3, Vec::new()), "nor answers to lenses");
    assert_eq!(problems(&with(&own, "/format_version", Tree::text("1.7"))), (4, Vec::new()));
    let newer = read_all(&with(&own, "/format_version", Tree::text("2.0")).write(), &survey).1;
    assert!(newer[0].message.contains("newer version of the program"), "{}", newer[0].message);
}
