//! Drafts in storage: they read as they were written, and one that is cut or altered is refused, not guessed.

use super::profiles::{any_answers, base, cases, survey};
use super::trees::{fields, other_kind, told, tree, with, without};
use maturity_radar::answers::AnchorOrder;
use maturity_radar::document::Tree;
use maturity_radar::document::draft::{read, write};
use maturity_radar::draft::{Continued, Draft, EffortEntry, Step};
use maturity_radar::history::Respondent;
use maturity_radar::survey::Survey;
use proptest::prelude::*;

fn draft(survey: &Survey) -> Draft {
    Draft {
        id: "2026-11-21-k3".to_owned(),
        writer: "w1".to_owned(),
        at: Step::Effort,
        assessment: "a-1".to_owned(),
        scope: "EMEA".to_owned(),
        respondent: Respondent {
            id: Some("r1".to_owned()),
            anchor_order: AnchorOrder::Falling,
            ..Respondent::default()
        },
        answers: base(survey),
        effort: [Some(45), Some(40), None],
        wish: [None, None, Some(30)],
        spent_ms: 61_000.0,
        touched_ms: 1.79e12,
        continues: vec![Continued { key: "draft/2026-11-21-k3/w0".to_owned(), touched_ms: 1.78e12 }],
        beyond: None,
    }
}

fn any_draft(survey: &Survey) -> impl Strategy<Value = Draft> + use<> {
    let steps = Step::all(survey);
    let entry = proptest::array::uniform3(proptest::option::of(0..=100_u8));
    let continued = ("draft/[a-z0-9]{1,9}/[a-z0-9]{1,9}", 0..u32::MAX)
        .prop_map(|(key, ms)| Continued { key, touched_ms: f64::from(ms) });
    let continues = proptest::collection::vec(continued, 0..3);
    let step = proptest::sample::select(steps);
    (step, ".{0,20}", any_answers(survey), entry.clone(), entry, 0..u32::MAX, continues).prop_map(
        |(at, scope, answers, effort, wish, ms, continues): (_, _, _, EffortEntry, EffortEntry, _, _)| {
            Draft {
                id: "d1".to_owned(),
                writer: "w1".to_owned(),
                at,
                assessment: String::new(),
                scope,
                respondent: Respondent::default(),
                answers,
                effort,
                wish,
                spent_ms: f64::from(ms / 7),
                touched_ms: f64::from(ms),
                continues,
                beyond: None,
            }
        },
    )
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_draft_reads_as_it_was_written(draft in any_draft(&survey())) {
        let survey = survey();
        let text = write(&draft, &survey);
        prop_assert_eq!(read(&tree(&text), &survey).map_err(|problems| told(&problems)), Ok(draft));
    }
}

#[test]
fn a_draft_cut_at_any_byte_is_refused() {
    let survey = survey();
    let text = write(&draft(&survey), &survey);
    for end in 0..text.len() {
        let cut = String::from_utf8_lossy(&text.as_bytes()[..end]).into_owned();
        assert!(Tree::parse(&cut).is_err(), "cut after {end} bytes");
    }
    assert_eq!(read(&tree(&text), &survey), Ok(draft(&survey)));
}

#[test]
fn a_draft_with_a_field_missing_or_of_another_kind_is_refused() {
    let survey = survey();
    let mut whole = tree(&write(&draft(&survey), &survey));
    let optional =
        ["/model/version", "/assessment", "/respondent/id", "/respondent/anchor_order", "/answers/"];
    for pointer in fields(&whole.clone()) {
        let told_of_it = |changed: &Tree| {
            read(changed, &survey)
                .is_err_and(|problems| problems.iter().any(|problem| problem.pointer.starts_with(&pointer)))
        };
        if !optional.iter().any(|start| pointer.starts_with(start)) {
            assert!(told_of_it(&without(&whole, &pointer)), "without {pointer}");
        }
        if pointer != "/model/version" {
            let other = other_kind(super::trees::at(&mut whole, &pointer));
            assert!(told_of_it(&with(&whole, &pointer, other)), "another kind at {pointer}");
        }
    }
}

#[test]
fn working_time_as_typed_is_three_percentages_or_blanks() {
    let survey = survey();
    let whole = tree(&write(&draft(&survey), &survey));
    for (entry, expected) in [
        ("[45, 40, 101]", "out_of_range /effort_entry/2"),
        ("[45, 40, 1.5]", "wrong_type /effort_entry/2"),
        ("[45, \"40\", 15]", "wrong_type /effort_entry/1"),
        ("[45, 40]", "out_of_range /effort_entry"),
        ("[45, 40, 10, 5]", "out_of_range /effort_entry"),
    ] {
        let problems = read(&with(&whole, "/effort_entry", tree(entry)), &survey).expect_err(entry);
        assert_eq!(told(&problems), [expected], "{entry}");
    }
}

#[test]
fn a_draft_of_a_newer_version_or_of_another_survey_is_refused() {
    let survey = survey();
    let whole = tree(&write(&draft(&survey), &survey));
    for (pointer, value, expected) in [
        ("/format_version", "2.0", "newer_version /format_version"),
        ("/format", "marketing-transformation-answers", "other_format /format"),
        ("/model/id", "another", "other_survey /model/id"),
        ("/id", "no id", "bad_id /id"),
    ] {
        let problems = read(&with(&whole, pointer, Tree::text(value)), &survey).expect_err(pointer);
        assert_eq!(told(&problems), [expected]);
    }
}

#[test]
fn a_step_the_survey_no_longer_has_leads_to_the_review() {
    let survey = survey();
    let whole = tree(&write(&draft(&survey), &survey));
    let read = read(&with(&whole, "/at", Tree::text("retired.item")), &survey).expect("a draft");
    assert_eq!(read.at, Step::Review);
}
