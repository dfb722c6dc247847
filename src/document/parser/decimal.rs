//! Decimal numbers and the numbers of double precision nearest to them, exactly, by whole numbers of any length.
//!
//! Only what ordinary arithmetic cannot do without rounding twice comes here: hardly any number of a document.

/// More digits than these decide nothing but whether there is a rest: halfway between two neighbours lies
/// no number with more than 767.
const DIGITS: usize = 800;
/// The largest power of five that fits a word, and its exponent.
const FIVES: (u32, u32) = (1_220_703_125, 13);
/// From here on all is infinite, whatever comes before it.
const INFINITE: i32 = 400;
/// Below this 800 digits are nothing.
const NOTHING: i32 = -1200;

/// The number nearest to these digits times a power of ten; of two as near the even one (IEEE 754).
///
/// A point is passed over, and the digits end at anything else. Infinite beyond the largest number.
pub(in crate::document) fn nearest(digits: &[u8], power: i32) -> f64 {
    let mut number = Large::default();
    let (mut taken, mut left_out) = (0, 0);
    let is_one = |byte: &&u8| byte.is_ascii_digit() || **byte == b'.';
    for byte in digits.iter().take_while(is_one).filter(|byte| **byte != b'.') {
        let digit = u32::from(byte - b'0');
        if taken < DIGITS {
            number.scale(10, digit);
            taken += usize::from(!number.words.is_empty());
        } else {
            left_out += 1;
            number.has_rest |= digit > 0;
        }
    }
    number.nearest(power.saturating_add(left_out))
}

/// The fewest digits that tell a number above zero from its neighbours, as a whole number and a power of ten.
pub(in crate::document) fn shortest(value: f64) -> (u64, i32) {
    let (bits, hidden) = (value.to_bits(), 1_u64 << 52);
    let fraction = bits & (hidden - 1);
    let (mantissa, exponent) =
        if bits < hidden { (fraction, -1074) } else { (fraction | hidden, (bits >> 52) as i32 - 1075) };
    // log10(2) in 1/100,000; the digits are 18 or 19, one or two more than are ever needed.
    let places = exponent + 64 - mantissa.leading_zeros() as i32;
    let power = (places * 30_103).div_euclid(100_000) - 18;
    let mut number = Large::from(mantissa);
    let exponent = exponent + number.times_ten_to(-power);
    let (top, shift) = number.top();
    let shift = exponent + shift;
    let all = if shift < 0 { top >> -shift } else { top << shift } as u64;
    let mut unit = 1_000_000_000_000_000_000;
    let mut tens = 18;
    while tens > 0 {
        let (short, last) = ((all + unit / 2) / unit, tens == 1);
        if last || Large::from(short).nearest(power + tens) == value {
            return (short, power + tens);
        }
        unit /= 10;
        tens -= 1;
    }
    (all, power)
}

/// A whole number, lowest word first, without zeros at its end.
#[derive(Default)]
struct Large {
    words: Vec<u32>,
    /// Whether something too small to matter but for a tie was left out.
    has_rest: bool,
}

impl Large {
    fn from(number: u64) -> Self {
        let mut own = Self { words: vec![number as u32, (number >> 32) as u32], has_rest: false };
        own.trim();
        own
    }

    fn trim(&mut self) {
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
    }

    /// Times a factor, plus a number.
    fn scale(&mut self, factor: u32, more: u32) {
        let mut carry = u64::from(more);
        for word in &mut self.words {
            carry += u64::from(*word) * u64::from(factor);
            *word = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.words.push(carry as u32);
        }
    }

    fn divide(&mut self, divisor: u32) {
        let mut rest = 0;
        for word in self.words.iter_mut().rev() {
            rest = (rest << 32) | u64::from(*word);
            *word = (rest / u64::from(divisor)) as u32;
            rest %= u64::from(divisor);
        }
        self.has_rest |= rest > 0;
        self.trim();
    }

    /// Times a power of ten but for the power of two that is given back.
    fn times_ten_to(&mut self, power: i32) -> i32 {
        let mut exponent = power;
        if power < 0 {
            // Room for a quotient of three words: each ten takes 2.33 bits.
            let room = power.unsigned_abs() as usize * 7 / 96 + 4;
            self.words.splice(0..0, std::iter::repeat_n(0, room));
            exponent -= 32 * room as i32;
        }
        let (mut left, (fives, step)) = (power.unsigned_abs(), FIVES);
        while left > 0 {
            let factor = if left >= step { fives } else { 5_u32.pow(left) };
            if power < 0 {
                self.divide(factor);
            } else {
                self.scale(factor, 0);
            }
            left = left.saturating_sub(step);
        }
        exponent
    }

    /// The three highest words and the power of two that belongs to them; what is below counts as a rest.
    fn top(&mut self) -> (u128, i32) {
        let below = self.words.len().saturating_sub(3);
        let (rest, top) = self.words.split_at(below);
        self.has_rest |= rest.iter().any(|word| *word > 0);
        let top = top.iter().rev().fold(0, |top, word| (top << 32) | u128::from(*word));
        (top, 32 * below as i32)
    }

    /// The number nearest to this one times a power of ten.
    fn nearest(mut self, power: i32) -> f64 {
        if self.words.is_empty() || power < NOTHING {
            return 0.0;
        }
        if power > INFINITE {
            return f64::INFINITY;
        }
        let exponent = self.times_ten_to(power);
        let (top, shift) = self.top();
        let exponent = exponent + shift;
        let length = 128 - top.leading_zeros() as i32;
        // The highest bit is worth less than two to the power of this.
        let highest = length + exponent;
        if highest > 1024 {
            return f64::INFINITY;
        }
        let kept = (highest + 1074).min(53);
        if kept < 0 {
            return 0.0;
        }
        let spare = length - kept;
        let mut mantissa = top;
        if spare > 0 {
            mantissa = top >> spare;
            let (rest, half) = (top - (mantissa << spare), 1 << (spare - 1));
            let is_up = rest > half || (rest == half && (self.has_rest || mantissa & 1 == 1));
            mantissa += u128::from(is_up);
        } else {
            mantissa <<= -spare;
        }
        // The hidden bit, or the carry into it, counts the exponent up by one.
        f64::from_bits((((highest + 1021).max(0) as u64) << 52) + mantissa as u64)
    }
}
