//! Interface words: how figures are written without a browser, and what is never said.

use maturity_radar::history::Date;
use maturity_radar::words::{Language, PLAIN, fill};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

/// What the product never says, since it has nothing to compare with but the own baseline (model 3.3).
const NEVER: [&str; 6] =
    ["benchmark", "industry average", "best in class", "top quartile", "percentile", "peers score"];

fn english() -> Language {
    Language::of("en", PLAIN)
}

#[test]
fn figures_have_one_decimal_and_a_true_minus_sign() {
    for (value, expected) in [
        (62.5, "62.5"),
        (50.0, "50.0"),
        (-3.125, "\u{2212}3.1"),
        (-0.04, "0.0"),
        (-0.06, "\u{2212}0.1"),
        (99.94, "99.9"),
        (99.95, "100.0"),
        (0.0, "0.0"),
        (-0.0, "0.0"),
        (47.916_666, "47.9"),
    ] {
        assert_eq!(english().figure(value), expected, "{value}");
    }
}

#[test]
fn charts_leave_out_a_decimal_that_says_nothing() {
    for (value, expected) in
        [(62.5, "62.5"), (50.0, "50"), (99.96, "100"), (-0.04, "0"), (-12.5, "\u{2212}12.5")]
    {
        assert_eq!(english().short(value), expected, "{value}");
    }
}

#[test]
fn a_change_carries_its_sign() {
    for (value, expected) in [
        (15.625, "+15.6"),
        (0.05, "+0.1"),
        (0.04, "0.0"),
        (0.0, "0.0"),
        (-0.04, "0.0"),
        (-3.125, "\u{2212}3.1"),
    ] {
        assert_eq!(english().signed(value), expected, "{value}");
    }
}

#[test]
fn whole_numbers_percentages_days_and_times_are_plain() {
    assert_eq!(english().whole(9.5), "10");
    assert_eq!(english().percent(27.27), "27%");
    assert_eq!(english().date(Date::new(2026, 3, 1).unwrap()), "2026-03-01");
    assert_eq!(english().time(((9 * 60 + 5) * 60_000) as f64), "09:05");
}

#[test]
fn a_language_that_is_not_there_falls_back_to_english() {
    for tag in ["en-GB", "xx", "", "not a tag"] {
        assert_eq!(Language::of(tag, PLAIN).tag, "en");
    }
}

#[test]
fn placeholders_are_filled_by_name() {
    assert_eq!(fill("{a} and {b}, {a}", &[("a", "one"), ("b", "two")]), "one and two, one");
    assert_eq!(fill("{a} and {b}", &[("a", "one")]), "one and {b}", "what is not given stays to be seen");
    assert_eq!(fill("no placeholder", &[("a", "one")]), "no placeholder");
    assert_eq!(fill("", &[("a", "one")]), "");
    assert_eq!(fill("{ a } {", &[("a", "one")]), "{ a } {");
}

#[test]
fn what_is_filled_in_is_not_filled_again() {
    assert_eq!(fill("{a}, {b}", &[("a", "{b}"), ("b", "two")]), "{b}, two");
}

proptest! {
    #![proptest_config(super::profiles::cases())]

    #[test]
    fn figures_read_back_within_half_a_decimal(value in -100.0..100.0) {
        let text = english().figure(value).replace('\u{2212}', "-");
        let read: f64 = text.parse().unwrap();
        prop_assert!((read - value).abs() <= 0.05 + 1e-9, "{} as {}", value, text);
        prop_assert!(text != "-0.0");
    }
}

/// The words of `NEVER` that a text says, in whatever case.
fn said(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    NEVER.into_iter().filter(|word| text.contains(word)).collect()
}

#[test]
fn nothing_is_ever_compared_with_others() {
    assert_eq!(said("Above the Industry Average"), ["industry average"], "the rule can fail");
    // Every place a visitor's words come from: the interface, the surveys with their plans, the page, the loader.
    let at = |place: &str| PathBuf::from([env!("CARGO_MANIFEST_DIR"), "/", place].concat());
    let folders = ["src/words", "surveys", "src/embed"].map(|place| fs::read_dir(at(place)).unwrap());
    let files = folders.into_iter().flatten().map(|file| file.unwrap().path());
    for path in files.filter(|path| path.is_file()).chain([at("index.html")]) {
        assert_eq!(said(&fs::read_to_string(&path).unwrap()), [""; 0], "{}", path.display());
    }
}
