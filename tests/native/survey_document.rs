//! The survey document: the shipped one reads, and any fault in one is named with its place.

use super::profiles::{SURVEY, rated, replied, survey};
use super::trees::{at, fields, other_kind, told, tree, with, without};
use maturity_radar::answers::Answers;
use maturity_radar::document::survey::{read, read_tree};
use maturity_radar::document::{Code, Tree};
use maturity_radar::scoring::{DominanceKind, Weights, balance, confidence, dominance, score};
use maturity_radar::survey::Survey;
use std::collections::BTreeSet;

/// Fields that are kept in the document for authors, and which no reader needs.
const FOR_AUTHORS: [&str; 6] = [
    "/capabilities/0/items/0/type",
    "/capabilities/0/items/0/text_rev",
    "/capabilities/0/items/0/since",
    "/questions/effort_mix/code",
    "/questions/aim/code",
    "/questions/aim/note",
];

/// Fields that may be absent; what they hold is checked where they are there.
const OPTIONAL: [&str; 22] = [
    "/next_steps",
    "/lenses",
    "/capabilities/0/prerequisites",
    "/capabilities/0/source",
    "/capabilities/0/next_steps",
    "/capabilities/0/items/0/status",
    "/capabilities/0/items/0/allow",
    "/capabilities/0/items/0/source",
    "/questions/effort_mix/source",
    "/questions/aim/source",
    "/parameters/confidence/high/median_deviation",
    "/fixed_moves",
    "/fixed_moves/make_room",
    "/fixed_moves/make_room/unless",
    "/fixed_moves/evidence",
    "/example",
    "/example/baseline/effort_mix/wish",
    "/example/baseline/aim/primary",
    "/example/baseline/aim/secondary",
    "/example/latest/effort_mix/wish",
    "/example/latest/aim/primary",
    "/example/latest/aim/secondary",
];

/// Fields of which any may be absent: single answers of the example, messages that no reading needs.
const ANY_OF: [&str; 3] = ["/example/baseline/answers/", "/example/latest/answers/", "/texts/reasons/R_"];

fn shipped() -> Tree {
    tree(SURVEY)
}

fn problems(document: &Tree) -> Vec<String> {
    match read_tree(document) {
        Ok(_) => Vec::new(),
        Err(problems) => told(&problems),
    }
}

#[test]
fn the_shipped_survey_reads() {
    let survey = survey();
    assert_eq!((survey.roles.len(), survey.capabilities().count(), survey.item_count()), (3, 12, 24));
    assert!(survey.roles.iter().all(|role| role.capabilities.len() == 4));
    let numbers: Vec<usize> = survey.places().map(|place| place.number).collect();
    assert_eq!(numbers, (1..=24).collect::<Vec<_>>());
    let example = survey.example.as_ref().expect("an example");
    assert_eq!((example.baseline.ratings.len(), example.latest.ratings.len()), (24, 24));
}

#[test]
fn a_field_that_is_missing_is_named_unless_it_may_be_absent() {
    let shipped = shipped();
    for pointer in fields(&shipped) {
        let found = problems(&without(&shipped, &pointer));
        let listed = FOR_AUTHORS.iter().chain(&OPTIONAL).any(|own| *own == pointer);
        if listed || (found.is_empty() && ANY_OF.iter().any(|start| pointer.starts_with(start))) {
            assert_eq!(found, [""; 0], "{pointer}");
        } else {
            assert!(found.contains(&["missing ", &pointer].concat()), "{pointer}: {found:?}");
        }
    }
}

#[test]
fn a_field_of_another_kind_is_named() {
    let mut shipped = shipped();
    // What a parameter is set to is shown as it stands, whatever it is.
    let free = |pointer: &str| FOR_AUTHORS.contains(&pointer) || pointer == "/parameters/basis/0/value";
    for pointer in fields(&shipped).into_iter().filter(|pointer| !free(pointer)) {
        let other = other_kind(at(&mut shipped, &pointer));
        let found = problems(&with(&shipped, &pointer, other));
        let named = found.iter().any(|problem| problem.split_once(' ').unwrap().1.starts_with(&pointer));
        assert!(named, "{pointer}: {found:?}");
    }
}

#[test]
fn what_does_not_hold_together_is_named() {
    const ITEM: &str = "/capabilities/0/items/0";
    for (pointer, value, expected) in [
        ("/format", "\"x\"", "other_format /format"),
        ("/format_version", "\"2.0\"", "newer_version /format_version"),
        ("/format_version", "\"10\"", "newer_version /format_version"),
        ("/format_version", "\"one\"", "out_of_range /format_version"),
        ("/model/id", "\"Über Modell\"", "bad_id /model/id"),
        ("/roles", "[]", "empty /roles"),
        ("/levels", "[]", "empty /levels"),
        ("/capabilities", "[]", "empty /capabilities"),
        ("/capabilities/0/items", "[]", "empty /capabilities/0/items"),
        ("/capabilities/0/items/0/anchors", "[]", "empty /capabilities/0/items/0/anchors"),
        ("/capabilities/0/role", "\"boss\"", "unknown_reference /capabilities/0/role"),
        ("/capabilities/0/prerequisites", "[\"x\"]", "unknown_reference /capabilities/0/prerequisites/0"),
        ("/capabilities/0/source/0/source", "\"F9\"", "unknown_reference /capabilities/0/source/0/source"),
        ("/questions/aim/source/0/source", "\"F9\"", "unknown_reference /questions/aim/source/0/source"),
        ("/capabilities/0/weight", "-1", "out_of_range /capabilities/0/weight"),
        ("/roles/1/weight", "101", "out_of_range /roles/1/weight"),
        ("/capabilities/0/name", "\" \"", "empty /capabilities/0/name"),
        ("/intro/title", "\"\"", "empty /intro/title"),
        ("/texts/dominance/pair", "\"\"", "empty /texts/dominance/pair"),
        ("/texts/answer_instruction", "\"\"", "empty /texts/answer_instruction"),
        ("/scale/max", "1", "out_of_range /scale/max"),
        ("/scale/max", "10", "out_of_range /scale/max"),
        ("/scale/max", "7", "out_of_range /capabilities/0/items/0/anchors"),
        ("/levels/1/to_inclusive", "12.5", "out_of_range /levels/1/to_inclusive"),
        ("/levels/1/to_inclusive", "5", "out_of_range /levels/1/to_inclusive"),
        ("/levels/4/to_inclusive", "99", "out_of_range /levels/4/to_inclusive"),
        ("/levels/2/level", "7", "out_of_range /levels/2/level"),
        ("/facets/0/id", "\"x\"", "missing /facets"),
        ("/questions/effort_mix/parts/1/id", "\"x\"", "missing /questions/effort_mix/parts"),
        ("/parameters/role_min_caps", "0", "out_of_range /parameters/role_min_caps"),
        ("/parameters/role_min_caps", "1.5", "wrong_type /parameters/role_min_caps"),
        ("/parameters/sigma_points", "-1", "out_of_range /parameters/sigma_points"),
        ("/parameters/floor_points", "0", "out_of_range /parameters/floor_points"),
        ("/parameters/mix_sum", "[95]", "out_of_range /parameters/mix_sum"),
        ("/parameters/mix_sum", "[105, 95]", "out_of_range /parameters/mix_sum"),
        ("/parameters/mix_sum/0", "0", "out_of_range /parameters/mix_sum/0"),
        ("/example/baseline/answers", "{\"x\": 3}", "unknown_reference /example/baseline/answers/x"),
        ("/example/latest/answers/rb.sales.dir", "6", "out_of_range /example/latest/answers/rb.sales.dir"),
        ("/example/latest/aim/primary", "\"boss\"", "unknown_reference /example/latest/aim/primary"),
        ("/example/latest/date", "\"2026-02-30\"", "out_of_range /example/latest/date"),
    ] {
        let found = problems(&with(&shipped(), pointer, tree(value)));
        assert!(found.iter().any(|problem| problem == expected), "{pointer} {value}: {found:?}");
    }
    for (pointer, from, expected) in [
        ("/roles/1/id", "/roles/0/id", "duplicate_id /roles/1/id"),
        ("/capabilities/5/id", "/capabilities/2/id", "duplicate_id /capabilities/5/id"),
        (
            "/capabilities/3/items/1/id",
            "/capabilities/0/items/0/id",
            "duplicate_id /capabilities/3/items/1/id",
        ),
        ("/sources/2/id", "/sources/1/id", "duplicate_id /sources/2/id"),
    ] {
        let other = at(&mut shipped(), from).clone();
        let found = problems(&with(&shipped(), pointer, other));
        assert!(found.iter().any(|problem| problem == expected), "{pointer}: {found:?}");
    }
    let plain = without(&shipped(), "/example");
    let retired = with(&plain, &[ITEM, "/status"].concat(), Tree::text("retired"));
    assert_eq!(read_tree(&retired).map(|survey| survey.item_count()), Ok(23));
    let retired = with(&retired, "/capabilities/0/items/1/status", Tree::text("retired"));
    assert_eq!(problems(&retired), ["empty /capabilities/0/items"], "a capability that asks nothing");
}

#[test]
fn anchors_stand_once_each_and_lowest_first() {
    const ANCHORS: &str = "/capabilities/0/items/0/anchors";
    let expected = [["out_of_range ", ANCHORS].concat()];
    assert_eq!(problems(&without(&shipped(), &[ANCHORS, "/2"].concat())), expected, "one is missing");
    let first = at(&mut shipped(), &[ANCHORS, "/0"].concat()).clone();
    assert_eq!(
        problems(&with(&shipped(), &[ANCHORS, "/1"].concat(), first.clone())),
        expected,
        "one stands twice"
    );
    let last = at(&mut shipped(), &[ANCHORS, "/4"].concat()).clone();
    let swapped = with(&with(&shipped(), &[ANCHORS, "/0"].concat(), last), &[ANCHORS, "/4"].concat(), first);
    assert_eq!(problems(&swapped), expected, "out of order");
}

#[test]
fn every_problem_is_told_once() {
    for document in [Tree::Null, tree("{}"), tree("[]"), without(&shipped(), "/capabilities")] {
        let found = problems(&document);
        let once: BTreeSet<&String> = found.iter().collect();
        assert!(!found.is_empty());
        assert_eq!(once.len(), found.len(), "{found:?}");
    }
}

#[test]
fn a_document_cut_anywhere_gives_a_problem() {
    let ends = (0..2048).chain((2048..SURVEY.len()).step_by(97));
    for end in ends.filter(|end| *end < SURVEY.trim_end().len()) {
        let cut = String::from_utf8_lossy(&SURVEY.as_bytes()[..end]).into_owned();
        let found = read(&cut).expect_err("a cut document");
        assert_eq!(found.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::JsonSyntax], "{end}");
    }
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let twice = SURVEY.replacen("\"lang\"", "\"lang\":\"de\",\"lang\"", 1);
    let found = read(&twice).expect_err("a key that stands twice");
    assert_eq!(found[0].code, Code::DuplicateKey);
    assert!(
        found[0].message.contains("line 10"),
        "its place is told, never the file's own words: {}",
        found[0]
    );
}

#[test]
fn deep_nesting_is_refused_before_it_runs_out_of_stack() {
    for deep in
        ["[".repeat(10_000), "{\"a\":".repeat(10_000), ["[".repeat(10_000), "]".repeat(10_000)].concat()]
    {
        let found = read(&deep).expect_err("a deep document");
        assert_eq!(found[0].code, Code::JsonSyntax);
    }
}

/// The first two roles of the shipped survey on a scale of seven with four levels.
fn small_survey() -> Survey {
    let mut document = shipped();
    let statements = (1..=7).map(|value| {
        Tree::record([
            ("value", Tree::count(value)),
            ("text", Tree::Text(["Statement ", &value.to_string()].concat())),
        ])
    });
    let statements = Tree::List(statements.collect());
    for pointer in ["/example", "/fixed_moves", "/roles/2"] {
        document = without(&document, pointer);
    }
    let Tree::List(capabilities) = at(&mut document, "/capabilities") else { panic!("a list") };
    capabilities.truncate(8);
    for capability in 0..8 {
        document =
            with(&document, &format!("/capabilities/{capability}/prerequisites"), Tree::List(Vec::new()));
        for item in 0..2 {
            let pointer = format!("/capabilities/{capability}/items/{item}/anchors");
            document = with(&document, &pointer, statements.clone());
        }
    }
    document = without(&with(&document, "/scale/max", Tree::Number(7.0)), "/levels/4");
    for (level, top) in [25.0, 50.0, 75.0, 100.0].into_iter().enumerate() {
        document = with(&document, &format!("/levels/{level}/to_inclusive"), Tree::Number(top));
    }
    read_tree(&document).unwrap_or_else(|problems| panic!("{:?}", told(&problems)))
}

#[test]
fn two_roles_seven_anchors_and_four_levels_work_as_well() {
    let survey = small_survey();
    assert_eq!((survey.roles.len(), survey.item_count(), survey.levels.len()), (2, 16, 4));
    let all = |anchor: u8| Answers {
        items: survey.items().map(|item| (item.id.clone(), replied(rated(anchor)))).collect(),
        ..Answers::default()
    };
    for (anchor, points, level) in [(1, 0.0, 1), (4, 50.0, 2), (5, 66.667, 3), (7, 100.0, 4)] {
        let scores = score(&survey, &all(anchor), &Weights::new());
        assert!((scores.overall.as_ref().unwrap().points - points).abs() < 0.001);
        assert_eq!(scores.overall_level.unwrap().level, level, "anchor {anchor}");
        assert_eq!(dominance(&survey, &scores).kind, DominanceKind::Even);
    }
    let mut tilted = all(1);
    for item in survey.roles[1].capabilities.iter().flat_map(|capability| &capability.items) {
        tilted.items.insert(item.id.clone(), replied(rated(7)));
    }
    let lead = dominance(&survey, &score(&survey, &tilted, &Weights::new()));
    assert_eq!((lead.kind, lead.leading), (DominanceKind::Dominant, vec![survey.roles[1].id.clone()]));
    assert!(balance(&survey, &tilted, &Weights::new()).overall.zone.is_some());
    assert_eq!(confidence(&survey, &tilted, 1, None).completeness, 1.0);
}
