//! Writes JSON text, field by field.

use super::Tree;
#[cfg(feature = "results")]
use super::parser::shortest;

/// Below this a number is written with a power of ten.
#[cfg(feature = "results")]
const SMALLEST: f64 = 1e-9;

/// JSON text on its way. Every value has the name of its field; an entry of a list has `""` in its place.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// What was written.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The start of a value.
    fn name(&mut self, name: &str) {
        if name.is_empty() {
            self.comma();
        } else {
            self.key(name);
        }
    }

    fn key(&mut self, name: &str) {
        self.comma();
        self.quoted(name);
        self.text.push(':');
    }

    /// A comma, unless this is the first or only value.
    fn comma(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    /// Opens an object.
    pub fn open(&mut self, name: &str) {
        self.raw(name, "{");
    }

    /// Closes an object.
    pub fn close(&mut self) {
        self.text.push('}');
    }

    /// Opens a list.
    pub fn open_list(&mut self, name: &str) {
        self.raw(name, "[");
    }

    /// Closes a list.
    pub fn close_list(&mut self) {
        self.text.push(']');
    }

    /// A value that is JSON text already.
    pub fn raw(&mut self, name: &str, json: &str) {
        self.name(name);
        self.text.push_str(json);
    }

    /// `null`
    pub fn null(&mut self, name: &str) {
        self.raw(name, "null");
    }

    /// `true` or `false`
    pub fn flag(&mut self, name: &str, value: bool) {
        self.raw(name, if value { "true" } else { "false" });
    }

    /// A string.
    pub fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.quoted(text);
    }

    /// A string, or `null`.
    pub fn text_or_null(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(name, text),
            None => self.null(name),
        }
    }

    /// A number; `null` for what JSON has no number for.
    pub fn number(&mut self, name: &str, value: f64) {
        if !value.is_finite() {
            return self.null(name);
        }
        self.name(name);
        if value < 0.0 {
            self.text.push('-');
        }
        self.digits(value.abs());
    }

    /// A number, or `null`.
    pub fn number_or_null(&mut self, name: &str, value: Option<f64>) {
        self.number(name, value.unwrap_or(f64::NAN));
    }

    /// A count.
    pub fn count(&mut self, name: &str, value: usize) {
        self.number(name, value as f64);
    }

    /// A whole value as it is.
    pub fn tree(&mut self, name: &str, tree: &Tree) {
        match tree {
            Tree::Null => self.null(name),
            Tree::Bool(value) => self.flag(name, *value),
            Tree::Number(value) => self.number(name, *value),
            Tree::Text(text) => self.text(name, text),
            Tree::List(items) => {
                self.open_list(name);
                for item in items {
                    self.tree("", item);
                }
                self.close_list();
            }
            Tree::Record(fields) => {
                self.open(name);
                for (name, value) in fields {
                    // A key of a foreign document may be empty.
                    self.key(name);
                    self.tree("", value);
                }
                self.close();
            }
        }
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\0'..' ' => {
                    self.text.push_str("\\u00");
                    self.digit(letter as u32 / 16);
                    self.digit(letter as u32 % 16);
                }
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    fn digit(&mut self, digit: u32) {
        self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
    }

    fn digits(&mut self, mut value: f64) {
        #[cfg(feature = "results")]
        if value >= 1e19 || (value > 0.0 && value < SMALLEST) {
            let (digits, tens) = shortest(value);
            for part in [&digits.to_string(), "e", &tens.to_string()] {
                self.text.push_str(part);
            }
            return;
        }
        let mut tens = 0_u32;
        while value >= 1e19 {
            value /= 10.0;
            tens += 1;
        }
        self.text.push_str(&(value as u64).to_string());
        self.fraction(value);
        if tens > 0 {
            self.text.push('e');
            self.text.push_str(&tens.to_string());
        }
    }

    /// As many digits after the point as tell this number from its neighbours, by fixed-point arithmetic
    /// (Steele and White 1990). What is smaller than 2^-67 counts as nothing: the small program has no such number.
    fn fraction(&mut self, value: f64) {
        let bits = value.to_bits();
        let places = 1075 - (bits >> 52) as i32;
        let whole = value as u64 as f64 == value;
        if whole || places > 119 {
            return;
        }
        // In quarters of the last binary place; below a power of two the next number is half as far away.
        let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
        let one = 1_u128 << (places + 2);
        let mut rest = (u128::from(mantissa) << 2) & (one - 1);
        let mut slack = if mantissa == 1 << 52 { 1 } else { 2 };
        self.text.push('.');
        loop {
            rest *= 10;
            slack *= 10;
            let digit = (rest >> (places + 2)) as u32;
            rest &= one - 1;
            let last = rest < slack || rest > one - slack;
            let up = last && rest > one / 2;
            self.digit(digit + u32::from(up));
            if last {
                return;
            }
        }
    }
}
