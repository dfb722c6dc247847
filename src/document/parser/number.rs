//! Numbers of JSON, as near to what is written as double precision can be.

use super::{Parser, Tree};
#[cfg(feature = "results")]
use super::decimal;

/// Up to here every whole number is one of double precision.
#[cfg(feature = "results")]
const EXACT: u64 = 1 << 53;

impl Parser<'_> {
    pub(super) fn number(&mut self) -> Option<Tree> {
        let negative = self.byte() == b'-';
        self.at += usize::from(negative);
        let start = self.at;
        let leading_zero = self.byte() == b'0';
        let mut digits = Digits::default();
        let whole = self.digits(&mut digits);
        if whole == 0 || (leading_zero && whole > 1) {
            return self.refuse("needs a value");
        }
        let mut power = digits.left_out;
        if self.byte() == b'.' {
            self.at += 1;
            let left_out = digits.left_out;
            let fraction = self.digits(&mut digits);
            if fraction == 0 {
                return self.refuse("needs a digit");
            }
            power -= fraction - (digits.left_out - left_out);
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            let down = self.byte() == b'-';
            self.at += usize::from(matches!(self.byte(), b'+' | b'-'));
            let mut exponent = Digits::default();
            if self.digits(&mut exponent) == 0 {
                return self.refuse("needs a digit");
            }
            let exponent = exponent.number.min(9999) as i32;
            power += if down { -exponent } else { exponent };
        }
        let value = self.nearest(start, &digits, power);
        if !value.is_finite() {
            return self.refuse("needs a number that is not so large");
        }
        Some(Tree::Number(if negative { -value } else { value }))
    }

    /// The number nearest to the digits that start there. Two numbers that double precision has exactly, and one
    /// rounding, give it; all others take the long way.
    #[cfg(feature = "results")]
    fn nearest(&self, start: usize, digits: &Digits, power: i32) -> f64 {
        if digits.left_out == 0 && digits.number <= EXACT && power.abs() <= 22 {
            return times_ten_to(digits.number as f64, power);
        }
        let all = self.text.as_bytes().get(start..self.at).unwrap_or_default();
        decimal::nearest(all, power - digits.left_out)
    }

    /// The small program reads nothing but what it wrote: short numbers, which come out exact.
    #[cfg(not(feature = "results"))]
    fn nearest(&self, _start: usize, digits: &Digits, power: i32) -> f64 {
        times_ten_to(digits.number as f64, power)
    }

    /// Reads on as many digits as there are; gives how many.
    fn digits(&mut self, digits: &mut Digits) -> i32 {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            if digits.number < u64::MAX / 16 {
                digits.number = digits.number * 10 + u64::from(self.byte() - b'0');
            } else {
                digits.left_out += 1;
            }
            self.at += 1;
        }
        (self.at - start) as i32
    }
}

/// A row of digits; those that a number of double precision has no room for are counted alone.
#[derive(Default)]
struct Digits {
    number: u64,
    left_out: i32,
}

/// In steps of up to 22, as long as powers of ten are exact.
fn times_ten_to(mut value: f64, mut power: i32) -> f64 {
    while power != 0 {
        let step = power.clamp(-22, 22);
        let mut ten = 1.0;
        for _ in 0..step.abs() {
            ten *= 10.0;
        }
        value = if step < 0 { value / ten } else { value * ten };
        power -= step;
    }
    value
}
