//! Answers: raw, by part, row and field; one changed answer is one changed answer.

use super::{Kind, decision_speed, lens, operating_model};
use maturity_radar::lens::{Fault, LensAnswers, Tally, Value, compare, gaps, read, tally};

fn number(value: f64) -> Option<Value> {
    Some(Value::Number(value))
}

fn decisions() -> LensAnswers {
    let mut own = LensAnswers::default();
    for (field, value) in
        [("stops", 2.0), ("wait", 4.0), ("forum", 0.0), ("window", 4.0), ("per_month", 10.0)]
    {
        own.set("decisions", Some("ds.d.reply"), field, number(value));
        own.set("decisions", Some("x-1"), field, number(value));
    }
    own
}

#[test]
fn one_changed_answer_is_shown_as_one_changed_answer() {
    let before = decisions();
    assert_eq!(compare(&before, &before), []);
    let mut now = before.clone();
    now.set("decisions", Some("ds.d.reply"), "wait", number(1.0));
    let changed = compare(&before, &now);
    let [one] = &changed[..] else { panic!("{changed:?}") };
    assert_eq!(
        (one.part.as_str(), one.row.as_deref(), one.field.as_str()),
        ("decisions", Some("ds.d.reply"), "wait")
    );
    assert_eq!((&one.before, &one.now, one.other_meaning), (&number(4.0), &number(1.0), false));
    let back = compare(&now, &before);
    assert_eq!((&back[0].before, &back[0].now), (&one.now, &one.before));
}

#[test]
fn what_came_and_went_is_shown_and_words_are_not() {
    let before = decisions();
    let mut now = before.clone();
    now.set("decisions", Some("ds.d.reply"), "note", Some(Value::text("asked twice")));
    assert_eq!(compare(&before, &now), []);
    now.remove_row("decisions", "x-1");
    now.set("layers", None, "span", number(6.0));
    let changed: Vec<_> = compare(&before, &now)
        .into_iter()
        .map(|own| (own.row, own.field, own.before.is_some(), own.now.is_some()))
        .collect();
    assert_eq!(changed.len(), 6, "five fields of a row and one more: {changed:?}");
    assert!(changed.iter().filter(|own| own.0.as_deref() == Some("x-1")).all(|own| own.2 && !own.3));
    assert!(changed.contains(&(None, "span".to_owned(), false, true)));
}

#[test]
fn an_item_with_another_meaning_is_not_held_against_the_former_one() {
    let mut before = LensAnswers::default();
    before.set("conditions", Some("ds.limits"), "value", number(2.0));
    before.set("conditions", Some("ds.limits"), "meaning_rev", number(1.0));
    let mut now = before.clone();
    now.set("conditions", Some("ds.limits"), "meaning_rev", number(2.0));
    let changed = compare(&before, &now);
    assert_eq!((changed.len(), changed[0].other_meaning), (1, true));
}

#[test]
fn rows_of_ones_own_get_names_that_no_other_row_has() {
    let mut own = LensAnswers::default();
    let first = own.add_row("layers", 0);
    let second = own.add_row("layers", 0);
    assert_eq!((first.as_str(), second.as_str()), ("x-1", "x-2"));
    own.remove_row("layers", &first);
    assert_eq!(own.add_row("layers", 0), "x-3");
    assert_eq!(own.add_row("metrics", 0), "x-1");
    assert!(!own.is_empty());
    let mut taken_back = LensAnswers::default();
    taken_back.set("layers", None, "span", number(1.0));
    taken_back.set("layers", None, "span", None);
    assert!(taken_back.is_empty());
}

#[test]
fn what_is_missing_or_useless_is_told_with_its_reason() {
    let own_lens = lens(Kind::DecisionSpeed);
    let mut own = LensAnswers::default();
    assert_eq!(gaps(&own_lens, &own), []);
    own.set("layers", Some("x-1"), "headcount", number(-3.0));
    own.set("layers", Some("x-2"), "headcount", number(f64::NAN));
    own.set("layers", Some("x-2"), "layers", number(1.5));
    own.set("layers", Some("x-3"), "headcount", number(1e300));
    own.set("layers", Some("x-3"), "layers", Some(Value::text("two")));
    own.set("conditions", Some("ds.limits"), "value", number(7.0));
    own.set("conditions", Some("ds.nothing"), "value", number(3.0));
    let found: Vec<_> = gaps(&own_lens, &own)
        .into_iter()
        .map(|gap| (gap.row.unwrap_or_default(), gap.field, gap.fault))
        .collect();
    let expected = [
        ("x-1", "headcount", Fault::TooSmall),
        ("x-1", "layers", Fault::Missing),
        ("x-2", "headcount", Fault::NotANumber),
        ("x-2", "layers", Fault::NotWhole),
        ("x-3", "headcount", Fault::TooLarge),
        ("x-3", "layers", Fault::OtherKind),
        ("ds.limits", "value", Fault::NotAnOption),
        ("ds.nothing", "", Fault::UnknownElement),
    ];
    assert_eq!(found, expected.map(|(row, field, fault)| (row.to_owned(), field.to_owned(), fault)));
    let read = decision_speed(read(&own_lens, &own));
    assert_eq!((read.flatness.streams.len(), read.flatness.mean_layers, read.conditions), (0, None, None));
}

#[test]
fn no_window_no_verdict() {
    let own_lens = lens(Kind::DecisionSpeed);
    let mut own = decisions();
    own.set("decisions", Some("ds.d.reply"), "window", None);
    let read = decision_speed(read(&own_lens, &own)).decisions;
    let [first, second] = &read.decisions[..] else { panic!("{read:?}") };
    assert_eq!((first.used, first.timing, first.late_hours), (Some(8.0), None, None));
    assert_eq!((second.late_hours, read.in_time_share), (Some(40.0), Some(0.0)));
    let missing: Vec<_> = gaps(&own_lens, &own).into_iter().filter(|gap| gap.field == "window").collect();
    assert_eq!((missing.len(), missing[0].fault), (1, Fault::Missing));
}

#[test]
fn assumptions_are_marked_as_such() {
    let own_lens = lens(Kind::DecisionSpeed);
    let mut own = LensAnswers::default();
    own.set("layers", Some("x-1"), "headcount", number(60.0));
    own.set("layers", Some("x-1"), "layers", number(3.0));
    let assumed = decision_speed(read(&own_lens, &own)).flatness;
    assert_eq!((assumed.span, assumed.span_assumed, assumed.least_layers), (8.0, true, Some(1.0)));
    own.set("layers", None, "span", number(60.0));
    let said = decision_speed(read(&own_lens, &own)).flatness;
    assert_eq!((said.span, said.span_assumed, said.least_layers), (60.0, false, Some(0.0)));
}

#[test]
fn a_finder_names_the_field_it_lacks() {
    let own_lens = lens(Kind::OperatingModel);
    let mut own = LensAnswers::default();
    own.set("rightsizing", Some("x-1"), "planned", Some(Value::Flag(true)));
    own.set("rightsizing", Some("x-1"), "process_today", Some(Value::Flag(true)));
    let found = operating_model(read(&own_lens, &own));
    assert_eq!((found.tools[0].1, found.gaps[0].field.as_str()), (None, "use_case"));
    assert_eq!(found.start.gate, None, "nothing is said of a gate nobody answered");
    own.set("rightsizing", Some("x-1"), "process_today", Some(Value::Flag(false)));
    let found = operating_model(read(&own_lens, &own));
    assert_eq!((found.tools[0].1.unwrap().name(), found.gaps.len()), ("run_by_hand_first", 0));
}

#[test]
fn how_far_a_part_is_answered_is_counted() {
    let own_lens = lens(Kind::DecisionSpeed);
    let mut own = decisions();
    own.set("conditions", Some("ds.limits"), "value", Some(Value::text("DK")));
    let [layers, decisions, conditions] =
        ["layers", "decisions", "conditions"].map(|part| tally(own_lens.part(part).unwrap(), &own));
    assert_eq!(layers, Tally::default());
    assert_eq!((decisions.begun, decisions.complete, decisions.asked), (2, 0, 12));
    assert_eq!((conditions.begun, conditions.complete, conditions.asked), (1, 1, 6));
}
