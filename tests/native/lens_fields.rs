//! Numbers as people type them into a lens, and as they stand in its fields.

use super::profiles::cases;
use maturity_radar::views::lens::{number_of, written};
use proptest::prelude::*;

#[test]
fn a_number_is_read_in_any_way_people_write_it() {
    for (typed, expected) in [
        ("8", Some(8.0)),
        (" 8 ", Some(8.0)),
        ("0.25", Some(0.25)),
        ("0,25", Some(0.25)),
        (".5", Some(0.5)),
        ("7.", Some(7.0)),
        ("80 000", Some(80_000.0)),
        ("1,500", Some(1500.0)),
        ("1,234,567.5", Some(1_234_567.5)),
        ("0,125", Some(0.125)),
        ("1,5", Some(1.5)),
        ("12,34", Some(12.34)),
        ("80\u{202f}000", Some(80_000.0)),
        ("-5", Some(-5.0)),
        ("\u{2212}5", Some(-5.0)),
        ("", None),
        (" ", None),
        ("-", None),
        (".", None),
        ("1.2.3", None),
        ("1,2,3", None),
        ("1e3", None),
        ("NaN", None),
        ("inf", None),
        ("twenty", None),
        ("5%", None),
        ("1234567890123456", None),
    ] {
        assert_eq!(number_of(typed), expected, "{typed:?}");
    }
}

#[test]
fn a_number_stands_in_its_field_as_it_can_be_typed() {
    for (value, expected) in [
        (0.0, "0"),
        (-0.0, "0"),
        (8.0, "8"),
        (0.25, "0.25"),
        (1.0 / 3.0, "0.3333"),
        (-7.5, "-7.5"),
        (0.05, "0.05"),
        (1e12, "1000000000000"),
        (-0.000_01, "0"),
        (1e300, ""),
    ] {
        assert_eq!(written(value), expected);
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_stands_in_a_field_is_read_as_it_was(tenthousandths in -10_000_000_000_i64..10_000_000_000) {
        let value = tenthousandths as f64 / 10_000.0;
        prop_assert_eq!(number_of(&written(value)), Some(value));
    }

    #[test]
    fn nothing_typed_stops_the_program(typed in any::<String>()) {
        let _ = number_of(&typed);
    }
}
