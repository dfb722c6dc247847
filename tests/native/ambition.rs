//! Which own targets are called ambitious (model 2.8).

use crate::profiles::survey;
use maturity_radar::history::{Date, Target, is_ambitious};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Whether a rise between these points by this day is ambitious, seen from 21 November 2026.
fn is(now: f64, score: f64, by: Option<&str>) -> bool {
    is_ambitious(&survey(), now, &Target { score, by: by.map(day) }, day("2026-11-21"))
}

#[test]
fn one_level_at_a_time_is_not() {
    let soon = Some("2026-12-31");
    assert!(!is(50.0, 75.0, soon), "Defined to Proactive");
    assert!(is(50.0, 100.0, soon), "Defined to Strategic");
    assert!(is(25.0, 75.0, soon), "Repeatable to Proactive");
    // Levels count, not points: the same 25 points can lie within a level of the next or skip one.
    assert!(!is(37.6, 75.0, soon) && is(37.5, 75.0, soon));
    assert!(!is(75.0, 25.0, soon), "a fall is no ambition");
}

#[test]
fn it_takes_a_day_within_six_months() {
    assert!(is(25.0, 100.0, Some("2027-05-21")), "the last day of six months");
    assert!(!is(25.0, 100.0, Some("2027-05-22")));
    assert!(is(25.0, 100.0, Some("2026-11-21")), "today");
    assert!(!is(25.0, 100.0, Some("2026-11-20")), "that day has passed");
    assert!(!is(25.0, 100.0, None));
}

#[test]
fn both_numbers_are_those_of_the_survey() {
    let mut survey = (*survey()).clone();
    assert_eq!((survey.parameters.ambitious.levels, survey.parameters.ambitious.months), (1, 6));
    let target = Target { score: 75.0, by: Some(day("2027-05-01")) };
    let ambitious = |survey: &_| is_ambitious(survey, 25.0, &target, day("2026-11-21"));
    assert!(ambitious(&survey));
    survey.parameters.ambitious.months = 5;
    assert!(!ambitious(&survey));
    survey.parameters.ambitious.months = 6;
    survey.parameters.ambitious.levels = 2;
    assert!(!ambitious(&survey));
}
