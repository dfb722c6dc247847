//! Whatever is entered, nothing stops, and no figure is anything but a figure.

use super::{Kind, decision_speed, lens};
use crate::profiles::{cases, survey};
use crate::trees::tree;
use maturity_radar::document::lens::answers::{read as read_file, write};
use maturity_radar::document::results::lens::lens_results;
use maturity_radar::document::{Tree, Writer};
use maturity_radar::history::Date;
use maturity_radar::lens::decision_speed::{closed_hours, unseen};
use maturity_radar::lens::martech::{Demand, Rules as MartechRules, capacity};
use maturity_radar::lens::{Lens, LensAnswers, LensRecord, LensResults, Rules, Value, gaps, read};
use proptest::prelude::*;

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (0_u8..12).prop_map(|value| Value::Number(f64::from(value))),
        2 => any::<f64>().prop_map(Value::Number),
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(-1.0), Just(0.0), Just(1e300), Just(5e-324)].prop_map(Value::Number),
        2 => any::<bool>().prop_map(Value::Flag),
        2 => prop_oneof![
            Just("yes"), Just("no"), Just("na"), Just("NA"), Just("DK"), Just("single"), Just("high"),
            Just("own"), Just("L"), Just("nobody"), Just("both"), Just("2026-02-30"), Just("2026-01-20"), Just("")
        ].prop_map(Value::text),
        1 => Just(Value::Many(vec![Value::text("x-1"), Value::Number(1.0)])),
        1 => Just(Value::Kept("{}".to_owned())),
    ]
}

/// Every place of a lens where something can be entered, and some where nothing can.
fn places(own: &Lens) -> Vec<(String, Option<String>, String)> {
    let mut found = vec![("nowhere".to_owned(), Some("x".to_owned()), "y".to_owned())];
    for part in &own.parts {
        found.extend(part.once.iter().map(|field| (part.id.clone(), None, field.id.clone())));
        let elements = part.elements.iter().map(|element| element.id.as_str());
        for row in elements.take(6).chain(["x-1", "x-2", "unknown"]) {
            for field in &part.fields {
                let each = field.each.iter().map(|element| element.id.as_str());
                for name in each.chain([field.id.as_str()]) {
                    found.push((part.id.clone(), Some(row.to_owned()), name.to_owned()));
                }
            }
        }
    }
    found
}

#[test]
fn whatever_is_entered_every_figure_is_one() {
    for kind in Kind::ALL {
        let own = lens(kind);
        let all = places(&own);
        let one = (0..all.len(), any_value());
        let test = |entered: Vec<(usize, Value)>| {
            let mut answers = LensAnswers::default();
            for (place, value) in entered {
                let (part, row, field) = &all[place];
                answers.set(part, row.as_deref(), field, Some(value));
            }
            let results = read(&own, &answers);
            let told = format!("{results:?}");
            prop_assert!(!told.contains("NaN") && !told.contains("inf,") && !told.contains("inf)"), "{told}");
            gaps(&own, &answers);
            Ok(())
        };
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: 64, ..cases() })
            .run(&prop::collection::vec(one, 0..120), test)
            .unwrap_or_else(|failure| panic!("{kind:?}: {failure}"));
    }
}

#[test]
fn next_to_no_time_is_no_time() {
    let own = lens(Kind::Martech);
    let mut answers = LensAnswers::default();
    for (row, field, value) in
        [(None, "core_fte", f64::MIN_POSITIVE), (None, "reserve_pct", 10.0), (Some("x-1"), "fte", 1.0)]
    {
        answers.set("capacity", row, field, Some(Value::Number(value)));
    }
    let LensResults::Martech(read) = read(&own, &answers) else { panic!("another lens") };
    let found = (read.capacity.capacity, read.capacity.ratio, read.capacity.load.map(|own| own.name()));
    assert_eq!(found, (Some(0.0), None, Some("no_reserve")));
}

fn record(lens: &Lens, answers: LensAnswers) -> LensRecord {
    LensRecord {
        id: "r".to_owned(),
        lens: lens.id.clone(),
        lang: "en".to_owned(),
        date: Date::new(2026, 11, 21).unwrap(),
        scope: String::new(),
        assessment: String::new(),
        touched_ms: 1.0,
        answers,
        beyond: None,
    }
}

/// The names of all figures.
fn collect(own: &Tree, name: &str, figures: &mut Vec<String>) {
    match own {
        Tree::Number(_) => figures.push(name.to_owned()),
        Tree::List(all) => all.iter().for_each(|own| collect(own, name, figures)),
        Tree::Record(all) => all.iter().for_each(|(name, own)| collect(own, name, figures)),
        _ => {}
    }
}

#[test]
fn nothing_entered_gives_results_without_figures_and_a_file() {
    for kind in Kind::ALL {
        let own = lens(kind);
        let empty = record(&own, LensAnswers::default());
        assert_eq!(gaps(&own, &empty.answers), []);
        let mut json = Writer::default();
        lens_results(&mut json, "", &own, &empty, None);
        let mut figures = Vec::new();
        collect(&tree(&json.into_text()), "", &mut figures);
        // What is assumed, what belongs to a structure itself, and that there is nothing.
        let known = ["span", "disruption", "total", "pairs"];
        assert!(figures.iter().all(|name| known.contains(&name.as_str())), "{kind:?}: {figures:?}");
        assert_eq!(read_file(&tree(&write(&empty, &survey())), &survey()), Ok(empty));
    }
}

#[test]
fn one_team_of_one_and_a_span_of_one_have_an_end() {
    let own = lens(Kind::DecisionSpeed);
    let mut answers = LensAnswers::default();
    for (field, value) in [("headcount", 1.0), ("layers", 0.0)] {
        answers.set("layers", Some("x-1"), field, Some(Value::Number(value)));
    }
    let read_one = |answers: &LensAnswers| decision_speed(read(&own, answers)).flatness;
    let one = read_one(&answers);
    assert_eq!((one.mean_layers, one.least_layers, one.flatness), (Some(0.0), Some(0.0), Some(1.0)));
    assert_eq!(one.streams[0].implied_span, None);
    answers.set("layers", None, "span", Some(Value::Number(1.0)));
    answers.set("layers", Some("x-1"), "headcount", Some(Value::Number(1e6)));
    assert_eq!(read_one(&answers).least_layers, None, "no end of layers is no figure");
}

#[test]
fn open_hours_go_round_the_week() {
    let nine_to_five: Vec<[f64; 2]> =
        (0..5).map(|day| [day as f64 * 24.0 + 9.0, day as f64 * 24.0 + 17.0]).collect();
    assert_eq!(closed_hours(&nine_to_five, 168.0), Some(vec![16.0, 16.0, 16.0, 16.0, 64.0]));
    assert_eq!(closed_hours(&[[0.0, 168.0]], 168.0), Some(vec![]));
    assert_eq!(closed_hours(&[[0.0, 10.0], [5.0, 20.0], [20.0, 168.0]], 168.0), Some(vec![]));
    assert_eq!(closed_hours(&[[8.0, 20.0]], 168.0), Some(vec![156.0]));
    for wrong in [[9.0, 9.0], [17.0, 9.0], [-1.0, 5.0], [0.0, 169.0], [f64::NAN, 5.0]] {
        assert_eq!(closed_hours(&[wrong], 168.0), None, "{wrong:?}");
    }
    assert_eq!(
        (closed_hours(&[], 168.0), unseen(&[100.0, 69.0], 168.0), unseen(&[f64::NAN], 168.0)),
        (None, None, None)
    );
    let own = lens(Kind::DecisionSpeed);
    let mut answers = LensAnswers::default();
    for (place, [from, to]) in nine_to_five.into_iter().enumerate() {
        let row = ["x-", &place.to_string()].concat();
        answers.set("unseen", Some(&row), "from", Some(Value::Number(from)));
        answers.set("unseen", Some(&row), "to", Some(Value::Number(to)));
    }
    let wait = decision_speed(read(&own, &answers)).unseen.unwrap();
    assert!((wait - 15.2381).abs() < 0.001, "{wait}");
    answers.set("unseen", Some("x-0"), "to", None);
    assert_eq!(decision_speed(read(&own, &answers)).unseen, None, "hours left out would make it lie");
}

fn martech_rules(lens: &Lens) -> &MartechRules {
    match &lens.rules {
        Rules::Martech(rules) => rules,
        other => panic!("{other:?}"),
    }
}

#[test]
fn initiatives_that_add_up_to_the_time_set_aside_fit() {
    let own = lens(Kind::Martech);
    let demand = |name: &str, fte: f64| Demand { name: name.to_owned(), fte: Some(fte), priority: None };
    let ten: Vec<Demand> = (0..10).map(|_| demand("tenth", 0.1)).collect();
    let read = capacity(martech_rules(&own), Some(10.0), Some(10.0), &ten);
    assert_eq!((read.fits_now.len(), read.load.unwrap().name()), (10, "fits"));
    let none = capacity(martech_rules(&own), Some(10.0), Some(0.0), &ten);
    assert_eq!((none.deferred.len(), none.load.unwrap().name(), none.ratio), (10, "no_reserve", None));
    let unknown = capacity(martech_rules(&own), None, Some(10.0), &ten);
    assert_eq!((unknown.load, unknown.fits_now.len() + unknown.deferred.len()), (None, 0));
    assert!((unknown.demand.unwrap() - 1.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn initiatives_come_by_priority_and_those_alike_as_they_were_entered(
        priorities in prop::collection::vec(prop::option::of(1_u8..5), 0..40),
    ) {
        let own = lens(Kind::Martech);
        let demands: Vec<Demand> = priorities
            .iter()
            .enumerate()
            .map(|(at, own)| Demand { name: at.to_string(), fte: Some(1.0), priority: own.map(f64::from) })
            .collect();
        let read = capacity(martech_rules(&own), Some(10.0), Some(10.0), &demands);
        let mut expected: Vec<usize> = (0..priorities.len()).collect();
        expected.sort_by_key(|at| priorities[*at].unwrap_or(u8::MAX));
        let names: Vec<usize> = read.initiatives.iter().map(|own| own.name.parse().unwrap()).collect();
        prop_assert_eq!(names, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..cases() })]

    #[test]
    fn a_saved_hour_is_never_more_than_a_late_one(
        height in 0.0..5.0_f64, knowledge in 0_u8..5, stops in 0_u8..6, wait in 0.25..200.0_f64,
        forum in 0.0..1008.0_f64, window in 0.25..504.0_f64, per_month in 0.0..100.0_f64,
    ) {
        let own = lens(Kind::DecisionSpeed);
        let mut answers = LensAnswers::default();
        for (field, value) in [
            ("height", height.floor()), ("knowledge", f64::from(knowledge)), ("stops", f64::from(stops)),
            ("wait", wait), ("forum", forum), ("window", window), ("per_month", per_month),
        ] {
            answers.set("decisions", Some("x-1"), field, Some(Value::Number(value)));
        }
        let read = decision_speed(read(&own, &answers)).decisions;
        let one = &read.decisions[0];
        let (late, after, saved) =
            (one.late_hours.unwrap(), one.late_hours_after.unwrap(), one.late_hours_saved.unwrap());
        prop_assert!(saved >= -1e-9 && after >= 0.0 && (late - after - saved).abs() < 1e-6);
        prop_assert!(one.after.unwrap() <= one.used.unwrap() + 1e-9);
        prop_assert!(read.shortlist.len() <= 1);
        prop_assert!(read.shortlist.iter().all(|own| own.kind.is_none() && own.saves > 0.0));
    }
}
