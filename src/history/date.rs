//! A calendar day without a clock.

#[cfg(feature = "results")]
mod ahead;

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Default for Date {
    fn default() -> Self {
        Self { year: 1970, month: 1, day: 1 }
    }
}

impl Date {
    /// A day that exists, from the year 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let valid = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (valid && day <= days_in_month(year, month)).then_some(Self { year, month, day })
    }

    /// Reads `2026-11-21`; anything after the tenth character, such as a time, is left aside.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = [0_u16; 3];
        let mut part = parts.iter_mut();
        let mut number = part.next()?;
        for (at, byte) in text.get(..10)?.bytes().enumerate() {
            match byte {
                b'-' if at == 4 || at == 7 => number = part.next()?,
                b'0'..=b'9' if at != 4 && at != 7 => *number = *number * 10 + u16::from(byte - b'0'),
                _ => return None,
            }
        }
        let [year, month, day] = parts;
        Self::new(year, month as u8, day as u8)
    }

    /// The day as `2026-11-21`, without the machinery of formatting, which is large.
    #[inline(never)]
    pub fn iso(self) -> String {
        let mut text = (10_000 + u32::from(self.year)).to_string();
        text.remove(0);
        for number in [self.month, self.day] {
            text.push_str(if number < 10 { "-0" } else { "-" });
            text.push_str(&number.to_string());
        }
        text
    }

    /// Days since 1 March of the year 0, so that differences count days.
    pub fn day_number(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        let month = (i32::from(self.month) + 9) % 12;
        let leap_days = year / 4 - year / 100 + year / 400;
        365 * year + leap_days + (month * 306 + 5) / 10 + i32::from(self.day) - 1
    }

    /// The day after this one; the last there is stays.
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        let in_month = Self::new(year, month, day + 1);
        let in_year = in_month.or_else(|| Self::new(year, month + 1, 1));
        in_year.or_else(|| Self::new(year + 1, 1, 1)).unwrap_or(self)
    }

    /// Whole weeks from this day to a later one.
    pub fn weeks_until(self, later: Self) -> i32 {
        (later.day_number() - self.day_number()) / 7
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
