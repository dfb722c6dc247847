//! Lens files: raw answers, everything kept, nothing without bounds.

use super::{Kind, lens};
use crate::profiles::survey;
use crate::trees::{told, tree, with};
use maturity_radar::document::lens::answers::{FORMAT, is_one, read, write};
use maturity_radar::document::results::lens::lenses_results;
use maturity_radar::document::{Tree, Writer};
use maturity_radar::history::Date;
use maturity_radar::lens::{LensAnswers, LensRecord, MOST_ROWS, Value};

pub const FILE: &str = r#"{"format":"maturity-radar/lens","format_version":"1.0",
"model":{"id":"three-role-transformation","version":"1.0.0"},
"lens":"ds","id":"ds-2026-11-21-k3x","date":"2026-11-21","lang":"en","scope":"EMEA marketing","touched_ms":1790000000000,
"parts":{"layers":{"span":8,"rows":{"x-1":{"stream_name":"Content","headcount":24,"layers":2}}},
"decisions":{"rows":{"ds.d.reply":{"height":2,"right":"within_limits","reversible":true,"their_field":{"a":[1,null]}},
"ds.d.retired":{"height":1}}},
"metrics":{"rows":{"x-1":{"metric_name":"Visits","levers":["ds.d.reply","x-2"]}}},
"later_part":{"new":"5"}},"hash":"sha256:x"}"#;

fn compact(text: &str) -> String {
    tree(text).write()
}

#[test]
fn a_file_comes_back_to_the_letter_with_what_nobody_here_understands() {
    let own = read(&tree(FILE), &survey()).unwrap();
    assert!(is_one(&tree(FILE)));
    assert_eq!(
        (own.lens.as_str(), own.date, own.scope.as_str()),
        ("ds", Date::new(2026, 11, 21).unwrap(), "EMEA marketing")
    );
    let kept = own.answers.get("decisions", Some("ds.d.reply"), "their_field");
    assert_eq!(kept, Some(&Value::Kept("{\"a\":[1,null]}".to_owned())));
    let levers = own.answers.get("metrics", Some("x-1"), "levers");
    assert_eq!(levers, Some(&Value::Many(vec![Value::text("ds.d.reply"), Value::text("x-2")])));
    assert_eq!(write(&own, &survey()), compact(FILE));
}

#[test]
fn numbers_stand_as_they_were_entered_and_scores_never_stand_in_it() {
    let odd = with(&tree(FILE), "/parts/layers/rows/x-1/headcount", Tree::Number(-7.5));
    let own = read(&odd, &survey()).unwrap();
    assert_eq!(own.answers.get("layers", Some("x-1"), "headcount"), Some(&Value::Number(-7.5)));
    let text = write(&own, &survey());
    for word in ["flatness", "late_hours", "score", "ratio", "estimate"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn what_is_not_a_lens_file_is_refused_with_its_place() {
    for (pointer, value, expected) in [
        ("/format", "\"x\"", "other_format /format"),
        ("/format_version", "\"2.0\"", "newer_version /format_version"),
        ("/model/id", "\"x\"", "other_survey /model/id"),
        ("/lens", "\"Not an id\"", "bad_id /lens"),
        ("/id", "\" \"", "empty /id"),
        ("/date", "\"soon\"", "out_of_range /date"),
        ("/touched_ms", "-1", "out_of_range /touched_ms"),
        ("/parts", "[]", "wrong_type /parts"),
        ("/parts/layers", "3", "wrong_type /parts/layers"),
        ("/parts/layers/rows", "[]", "wrong_type /parts/layers/rows"),
        ("/parts/layers/rows/x-1", "7", "wrong_type /parts/layers/rows/x-1"),
    ] {
        let found = told(&read(&with(&tree(FILE), pointer, tree(value)), &survey()).unwrap_err());
        assert_eq!(found, [expected], "{pointer}");
    }
    let long = Tree::Text("a".repeat(2001));
    let found =
        told(&read(&with(&tree(FILE), "/parts/layers/rows/x-1/stream_name", long), &survey()).unwrap_err());
    assert_eq!(found, ["out_of_range /parts/layers/rows/x-1/stream_name"]);
}

fn with_rows(count: usize) -> Tree {
    let row =
        |place: usize| (["x-", &place.to_string()].concat(), Tree::record([("height", Tree::Number(1.0))]));
    with(&tree(FILE), "/parts/decisions/rows", Tree::Record((1..=count).map(row).collect()))
}

#[test]
fn ten_thousand_decisions_are_refused() {
    assert_eq!(
        read(&with_rows(MOST_ROWS), &survey()).unwrap().answers.part("decisions").unwrap().rows.len(),
        200
    );
    for count in [MOST_ROWS + 1, 10_000] {
        let found = told(&read(&with_rows(count), &survey()).unwrap_err());
        assert_eq!(found, ["out_of_range /parts/decisions/rows"], "{count}");
    }
}

#[test]
fn results_are_those_of_the_answers_with_gaps_and_changes() {
    let own = read(&tree(FILE), &survey()).unwrap();
    let mut before = LensRecord { id: "earlier".to_owned(), ..own.clone() };
    before.answers.set("layers", Some("x-1"), "layers", Some(Value::Number(3.0)));
    let whole = lens(Kind::DecisionSpeed);
    let other = LensRecord { lens: "mt".to_owned(), answers: LensAnswers::default(), ..own.clone() };
    let mut json = Writer::default();
    lenses_results(&mut json, "", &[(&whole, &own, Some(&before)), (&lens(Kind::Martech), &other, None)]);
    let read = tree(&json.into_text());
    let one = read.get("ds").unwrap();
    assert_eq!(one.get("flatness").unwrap().get("mean_layers"), Some(&Tree::Number(2.0)));
    let Some(Tree::List(gaps)) = one.get("gaps") else { panic!("{one:?}") };
    assert!(gaps.iter().any(|gap| gap.get("reason") == Some(&Tree::text("unknown_element"))));
    let Some(Tree::List(changed)) = one.get("changed") else { panic!("{one:?}") };
    assert_eq!((changed.len(), changed[0].get("now")), (1, Some(&Tree::Number(2.0))));
    let empty = read.get("mt").unwrap();
    assert_eq!((empty.get("changed"), empty.get("analytics_model")), (Some(&Tree::Null), Some(&Tree::Null)));
    assert!(FORMAT.ends_with("lens"));
}
