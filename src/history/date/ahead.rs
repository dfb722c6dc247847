//! Days and months ahead of a day, for plans and what comes after them.

use super::{Date, days_in_month};

/// Days in 400, 100, 4 years and 1 year, from March to February, so that a leap day ends its year.
const DAYS: [i32; 4] = [146_097, 36_524, 1_461, 365];

impl Date {
    /// The first day there is.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// The last day there is.
    pub const LAST: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day this many days later, or earlier below zero; no further than the years 1 to 9999 reach.
    pub fn plus_days(self, days: i32) -> Self {
        let (first, last) = (Self::FIRST.day_number(), Self::LAST.day_number());
        Self::of_day_number(self.day_number().saturating_add(days).clamp(first, last))
    }

    /// The same day this many months later, or the last one of a month that is too short for it; no later
    /// than the year 9999 reaches.
    pub fn plus_months(self, months: u32) -> Self {
        let months = months.saturating_add(u32::from(self.year) * 12 + u32::from(self.month) - 1);
        if months / 12 > u32::from(Self::LAST.year) {
            return Self::LAST;
        }
        let (year, month) = ((months / 12) as u16, (months % 12) as u8 + 1);
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// The way back from [`Date::day_number`], for numbers of days that exist.
    fn of_day_number(number: i32) -> Self {
        let [in_era, in_century, in_four_years, in_year] = DAYS;
        let (eras, rest) = (number / in_era, number % in_era);
        // The last century and the last year of four are a day longer than a division allows for.
        let centuries = (rest / in_century).min(3);
        let rest = rest - centuries * in_century;
        let (fours, rest) = (rest / in_four_years, rest % in_four_years);
        let years = (rest / in_year).min(3);
        let rest = rest - years * in_year;
        // Months from March on; five of them have 153 days, wherever one starts.
        let month = (5 * rest + 2) / 153;
        let day = rest - (153 * month + 2) / 5 + 1;
        let year = 400 * eras + 100 * centuries + 4 * fours + years + i32::from(month >= 10);
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self { year: year as u16, month: month as u8, day: day as u8 }
    }
}
