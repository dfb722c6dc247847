//! Days of the calendar, without a clock.

use maturity_radar::history::Date;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
}

#[test]
fn a_leap_year_has_a_29th_of_february() {
    for year in [4, 1996, 2000, 2024, 2400] {
        assert!(Date::new(year, 2, 29).is_some(), "{year}");
    }
    for year in [1, 1900, 2023, 2025, 2100, 2200, 2300] {
        assert!(Date::new(year, 2, 29).is_none(), "{year}");
        assert!(Date::new(year, 2, 28).is_some(), "{year}");
    }
}

#[test]
fn only_days_that_exist_are_dates() {
    for (year, month, day) in
        [(0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31)]
    {
        assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
    }
}

#[test]
fn text_that_is_no_date_is_refused() {
    for text in [
        "",
        "2026",
        "2026-11",
        "2026-11-2",
        "2026-11-31",
        "2026-02-29",
        "0000-01-01",
        "26-11-2021",
        "2026/11/21",
        "2026-1121-",
        "-026-11-21",
        "+026-11-21",
        "2026-+1-21",
        "2026- 1-21",
        "20261121xx",
        "2026-11-é",
        "２０２６-11-21",
    ] {
        assert_eq!(Date::parse(text), None, "{text:?}");
    }
}

#[test]
fn a_time_after_the_day_is_left_aside() {
    assert_eq!(day("2026-11-21T23:59:59Z"), day("2026-11-21"));
}

#[test]
fn weeks_are_counted_whole() {
    let start = day("2025-11-11");
    for (later, weeks) in [
        ("2025-11-11", 0),
        ("2025-11-17", 0),
        ("2025-11-18", 1),
        ("2026-11-10", 52),
        ("2024-11-12", -52),
        ("2028-02-29", 120),
    ] {
        assert_eq!(start.weeks_until(day(later)), weeks, "{later}");
    }
}

#[test]
fn one_day_follows_another_over_four_centuries() {
    let mut days = 0;
    let mut last = None;
    for (year, month, day) in (1999..=2400_u16)
        .flat_map(|year| (1..=12_u8).flat_map(move |month| (1..=31_u8).map(move |day| (year, month, day))))
    {
        let Some(date) = Date::new(year, month, day) else { continue };
        let number = date.day_number();
        assert_eq!(number, last.map_or(number, |last: i32| last + 1), "{date}");
        last = Some(number);
        days += 1;
    }
    assert_eq!(days, 365 + 366 + 146_097, "two years and four centuries");
}

#[test]
fn days_ahead_pass_the_ends_of_months_and_years() {
    for (from, days, to) in [
        ("2026-11-22", 0, "2026-11-22"),
        ("2026-11-22", 9, "2026-12-01"),
        ("2026-11-22", 89, "2027-02-19"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2023-02-28", 1, "2023-03-01"),
        ("2100-02-28", 1, "2100-03-01"),
        ("2000-02-29", 366, "2001-03-01"),
        ("2400-02-29", -146_097, "2000-02-29"),
        ("2027-01-01", -1, "2026-12-31"),
    ] {
        assert_eq!(day(from).plus_days(days), day(to), "{from} {days}");
    }
}

#[test]
fn months_ahead_end_with_their_own_last_day() {
    for (from, months, to) in [
        ("2026-11-22", 0, "2026-11-22"),
        ("2026-11-22", 6, "2027-05-22"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-29", 6, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-01-31", 11, "2026-12-31"),
    ] {
        assert_eq!(day(from).plus_months(months), day(to), "{from} {months}");
    }
}

#[test]
fn no_step_leads_out_of_the_years() {
    for (from, days, to) in [
        ("9999-12-31", 1, "9999-12-31"),
        ("9999-12-30", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
        ("0001-01-02", -1, "0001-01-01"),
        ("2026-11-22", i32::MAX, "9999-12-31"),
        ("2026-11-22", i32::MIN, "0001-01-01"),
    ] {
        assert_eq!(day(from).plus_days(days), day(to), "{from} {days}");
    }
    for (from, months, to) in [
        ("9999-12-15", 1, "9999-12-31"),
        ("9999-11-15", 1, "9999-12-15"),
        ("2026-11-22", u32::MAX, "9999-12-31"),
    ] {
        assert_eq!(day(from).plus_months(months), day(to), "{from} {months}");
    }
}

proptest! {
    #![proptest_config(super::profiles::cases())]

    #[test]
    fn days_ahead_are_the_days_between(year in 1..=9999_u16, month in 1..=12_u8, day in 1..=28_u8, days in -9_999..9_999_i32) {
        let date = Date::new(year, month, day).unwrap();
        let there = date.plus_days(days);
        let (first, last) = (Date::new(1, 1, 1).unwrap(), Date::new(9999, 12, 31).unwrap());
        let kept = (date.day_number() + days).clamp(first.day_number(), last.day_number());
        prop_assert_eq!(there.day_number(), kept);
        prop_assert_eq!(Date::parse(&there.iso()), Some(there), "a day that exists");
    }

    #[test]
    fn a_date_reads_as_it_is_written(year in 1..=9999_u16, month in 1..=12_u8, day in 1..=28_u8) {
        let date = Date::new(year, month, day).unwrap();
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
    }

    #[test]
    fn no_text_panics(text in ".{0,20}") {
        if let Some(date) = Date::parse(&text) {
            prop_assert!(text.starts_with(&date.to_string()));
        }
    }

    #[test]
    fn dates_stand_in_the_order_of_their_text(a in 1..9999_u16, b in 1..9999_u16, m in 1..=12_u8, n in 1..=12_u8) {
        let (a, b) = (Date::new(a, m, 7).unwrap(), Date::new(b, n, 7).unwrap());
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(a.cmp(&b), a.day_number().cmp(&b.day_number()));
    }
}
