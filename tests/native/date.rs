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

proptest! {
    #![proptest_config(super::profiles::cases())]

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
