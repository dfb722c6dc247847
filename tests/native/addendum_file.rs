//! What was added to a wave, as a document: it reads as it was written, and one that is cut or altered is refused.

use super::profiles::{cases, item, survey};
use super::trees::{at, fields, other_kind, told, tree, with, without};
use maturity_radar::addendum::{Addendum, FocusChoice, Restatement};
use maturity_radar::answers::Rating;
use maturity_radar::document::Tree;
use maturity_radar::document::addendum::{LONGEST, read, write};
use maturity_radar::document::files::{File, read as read_file};
use maturity_radar::history::{Date, Target};
use maturity_radar::plan::{
    Decision, Finding, MoveCheck, MoveKind, MoveState, Outcome, Reason, Undertaking, Underway,
};
use maturity_radar::survey::{ItemId, RoleId, Survey};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// One of everything.
fn addendum(survey: &Survey) -> Addendum {
    let capability = survey.capabilities().next().unwrap().id.clone();
    let undertaking = |kind: MoveKind| Undertaking {
        kind,
        reason: Reason::Gap,
        owner: "Kim".to_owned(),
        start: Some(day("2026-12-01")),
        state: MoveState::Done,
        evidence: "a plan".to_owned(),
        check: MoveCheck {
            outcome: Some(Outcome::Partly),
            evidence: "half of it".to_owned(),
            decision: Some(Decision::Change),
        },
    };
    let lower_side = Some(item(survey, "S1a"));
    Addendum {
        scope: Some("EMEA".to_owned()),
        group: Some("sales".to_owned()),
        restated: [(
            item(survey, "S1a"),
            Restatement { rating: Rating::whole(2), reason: "we knew less".to_owned() },
        )]
        .into_iter()
        .collect(),
        targets: Some(
            [(capability.clone(), Target { score: 62.5, by: Some(day("2027-06-30")) })].into_iter().collect(),
        ),
        choice: Some(FocusChoice { role: survey.roles[0].id.clone(), reason: "ours".to_owned() }),
        support: Some(finding()),
        begun: vec![Underway {
            start: day("2026-11-22"),
            focus: survey.roles[1].id.clone(),
            moves: vec![undertaking(MoveKind::Focus { capability, level: 2, lower_side })],
        }],
        touched_ms: 1.79e12,
        beyond: None,
    }
}

/// Any text, in any script, quoted or not.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 2 => ".{0,30}", 1 => "[\"\\\\\u{202e}\u{0}\n{}é漢]{0,9}"]
}

fn any_day() -> impl Strategy<Value = Date> {
    (1_u16..9999, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn any_kind(survey: &Survey) -> impl Strategy<Value = MoveKind> + use<> {
    let ids: Vec<_> = survey.capabilities().map(|own| own.id.clone()).collect();
    let items: Vec<ItemId> = survey.items().map(|item| item.id.clone()).collect();
    let (one, other, level) = (select(ids.clone()), select(ids), 1_u8..=9);
    prop_oneof![
        (one.clone(), level.clone(), option::of(select(items))).prop_map(
            |(capability, level, lower_side)| { MoveKind::Focus { capability, level, lower_side } }
        ),
        (one, level, other).prop_map(|(capability, level, supports)| MoveKind::Enabler {
            capability,
            level,
            supports
        }),
        Just(MoveKind::MakeRoom),
        Just(MoveKind::Evidence),
        any_finding().prop_map(MoveKind::Finding),
    ]
}

fn any_finding() -> impl Strategy<Value = Finding> {
    ("[a-z]{1,9}", any_text(), any_text(), any_text()).prop_map(|(lens, name, finding, action)| Finding {
        lens,
        name,
        finding,
        action,
    })
}

fn finding() -> Finding {
    Finding {
        lens: "ds".to_owned(),
        name: "Decision speed".to_owned(),
        finding: "push_down/ds.d.reply".to_owned(),
        action: "Write down the limits.".to_owned(),
    }
}

fn any_undertaking(survey: &Survey) -> impl Strategy<Value = Undertaking> + use<> {
    let check = (
        option::of(select(Outcome::NAMES.map(|(own, _)| own).to_vec())),
        any_text(),
        option::of(select(Decision::NAMES.map(|(own, _)| own).to_vec())),
    );
    let check = check.prop_map(|(outcome, evidence, decision)| MoveCheck { outcome, evidence, decision });
    let state = select(MoveState::NAMES.map(|(own, _)| own).to_vec());
    let reason = select(Reason::ALL.to_vec());
    (any_kind(survey), reason, any_text(), option::of(any_day()), state, any_text(), check).prop_map(
        |(kind, reason, owner, start, state, evidence, check)| Undertaking {
            kind,
            reason,
            owner,
            start,
            state,
            evidence,
            check,
        },
    )
}

fn any_addendum(survey: &Survey) -> impl Strategy<Value = Addendum> + use<> {
    let roles: Vec<RoleId> = survey.roles.iter().map(|role| role.id.clone()).collect();
    let capabilities: Vec<_> = survey.capabilities().map(|own| own.id.clone()).collect();
    let items: Vec<ItemId> = survey.items().map(|item| item.id.clone()).collect();
    let restated = (select(items), 1_u8..=5, any_text())
        .prop_map(|(item, anchor, reason)| (item, Restatement { rating: Rating::whole(anchor), reason }));
    let target = (select(capabilities), 0_u32..=1000, option::of(any_day()))
        .prop_map(|(id, tenths, by)| (id, Target { score: f64::from(tenths) / 10.0, by }));
    let choice = (select(roles.clone()), any_text()).prop_map(|(role, reason)| FocusChoice { role, reason });
    let begun = (any_day(), select(roles), prop::collection::vec(any_undertaking(survey), 0..4))
        .prop_map(|(start, focus, moves)| Underway { start, focus, moves });
    let parts = (
        (option::of(any_text()), option::of(any_text()), option::of(any_finding())),
        prop::collection::vec(restated, 0..5),
        option::of(prop::collection::vec(target, 0..5)),
        option::of(choice),
        prop::collection::vec(begun, 0..3),
        0..u32::MAX,
    );
    parts.prop_map(|((scope, group, support), restated, targets, choice, begun, ms)| Addendum {
        support,
        scope,
        group,
        restated: restated.into_iter().collect(),
        targets: targets.map(|targets| targets.into_iter().collect()),
        choice,
        begun,
        touched_ms: f64::from(ms),
        beyond: None,
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_addendum_reads_as_it_was_written(own in any_addendum(&survey())) {
        let survey = survey();
        let text = write("2026-11-21-k3", &own, &survey);
        let read = read(&tree(&text), &survey).map_err(|problems| told(&problems));
        prop_assert_eq!(read, Ok(("2026-11-21-k3".to_owned(), own)));
    }
}

#[test]
fn an_addendum_cut_at_any_byte_is_refused() {
    let survey = survey();
    let text = write("w", &addendum(&survey), &survey);
    for end in 0..text.len() {
        let cut = String::from_utf8_lossy(&text.as_bytes()[..end]).into_owned();
        assert!(Tree::parse(&cut).is_err(), "cut after {end} bytes");
    }
    assert_eq!(read(&tree(&text), &survey), Ok(("w".to_owned(), addendum(&survey))));
}

#[test]
fn an_addendum_with_a_field_missing_or_of_another_kind_is_refused() {
    let survey = survey();
    let mut whole = tree(&write("w", &addendum(&survey), &survey));
    let optional = |pointer: &str| {
        let name = pointer.rsplit('/').next().unwrap();
        let may_lack = [
            "version",
            "touched_ms",
            "renamed",
            "group",
            "restated",
            "targets",
            "focus",
            "support",
            "plans",
            "reason",
            "by",
            "owner",
            "start",
            "evidence",
            "check",
            "outcome",
            "decision",
            "lower_side",
        ];
        let needed = ["/plans/0/start", "/plans/0/focus"];
        // A restated item or a target is there or not.
        let entry = ["/restated/", "/targets/"]
            .iter()
            .any(|start| pointer.strip_prefix(start).is_some_and(|rest| !rest.contains('/')));
        entry || (may_lack.contains(&name) && !needed.contains(&pointer))
    };
    let mut refused = 0;
    for pointer in fields(&whole.clone()) {
        let told_of_it = |changed: &Tree| {
            read(changed, &survey)
                .is_err_and(|problems| problems.iter().any(|problem| problem.pointer.starts_with(&pointer)))
        };
        let lacks = without(&whole, &pointer);
        if optional(&pointer) {
            assert!(read(&lacks, &survey).is_ok(), "without {pointer}");
        } else {
            assert!(told_of_it(&lacks), "without {pointer}");
            refused += 1;
        }
        if pointer != "/model/version" {
            let other = other_kind(at(&mut whole, &pointer));
            assert!(told_of_it(&with(&whole, &pointer, other)), "another kind at {pointer}");
        }
    }
    assert!(refused > 10, "{refused} fields are needed");
}

#[test]
fn what_is_out_of_range_or_unknown_is_named_by_its_pointer() {
    let survey = survey();
    let whole = tree(&write("w", &addendum(&survey), &survey));
    let restated = ["/restated/", item(&survey, "S1a").as_str(), "/value"].concat();
    let target = ["/targets/", survey.capabilities().next().unwrap().id.as_str()].concat();
    for (pointer, value) in [
        (restated.clone(), "6"),
        (restated, "0"),
        ([&target, "/score"].concat(), "100.5"),
        ([&target, "/by"].concat(), "\"2027-02-30\""),
        ("/plans/0/start".to_owned(), "\"soon\""),
        ("/plans/0/moves/0/kind".to_owned(), "\"other\""),
        ("/plans/0/moves/0/level".to_owned(), "0"),
        ("/plans/0/moves/0/why".to_owned(), "\"R_OTHER\""),
        ("/plans/0/moves/0/state".to_owned(), "\"almost\""),
        ("/plans/0/moves/0/check/outcome".to_owned(), "\"well\""),
        ("/touched_ms".to_owned(), "-1"),
    ] {
        let problems = read(&with(&whole, &pointer, tree(value)), &survey).expect_err(&pointer);
        assert_eq!(told(&problems), [["out_of_range ", &pointer].concat()], "{value}");
    }
    let longer = Tree::text(&"漢".repeat(LONGEST + 1));
    let problems = read(&with(&whole, "/renamed", longer), &survey).expect_err("a text too long");
    assert_eq!(told(&problems), ["out_of_range /renamed"]);
    let longest = Tree::text(&"漢".repeat(LONGEST));
    assert!(read(&with(&whole, "/renamed", longest), &survey).is_ok());
}

#[test]
fn an_addendum_of_a_newer_version_or_of_another_survey_is_refused() {
    let survey = survey();
    let whole = tree(&write("w", &addendum(&survey), &survey));
    for (pointer, value, expected) in [
        ("/format_version", "2.0", "newer_version /format_version"),
        ("/format", "marketing-transformation-answers", "other_format /format"),
        ("/model/id", "another", "other_survey /model/id"),
    ] {
        let problems = read(&with(&whole, pointer, Tree::text(value)), &survey).expect_err(pointer);
        assert_eq!(told(&problems), [expected]);
    }
}

#[test]
fn a_file_tells_by_its_format_that_it_is_an_addendum() {
    let survey = survey();
    let text = write("w", &addendum(&survey), &survey);
    assert_eq!(read_file(&tree(&text), &survey), Ok(File::Addendum("w".to_owned(), addendum(&survey))));
}

#[test]
fn what_the_survey_does_not_have_is_kept() {
    let survey = survey();
    let own = Addendum {
        restated: [(ItemId::new("x-own"), Restatement { rating: Rating::whole(3), reason: String::new() })]
            .into_iter()
            .collect(),
        choice: Some(FocusChoice { role: RoleId::new("retired"), reason: String::new() }),
        ..Addendum::default()
    };
    let text = write("w", &own, &survey);
    assert_eq!(read(&tree(&text), &survey), Ok(("w".to_owned(), own)));
}
