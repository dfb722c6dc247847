//! Messages with placeholders, and what may stand in them.

use crate::history::Date;
use crate::words::{Language, fill};

/// What stands in a message for a placeholder. Numbers are written here, once, in the way of the language.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A number of things.
    Count(usize),
    /// A small number of things as a word, a large one in digits.
    Spelled(usize),
    /// A whole number.
    Whole(f64),
    /// A number with a decimal only where it has one.
    Short(f64),
    /// A number with one decimal.
    Figure(f64),
    /// A percentage.
    Percent(f64),
    /// A day.
    Day(Date),
}

impl Value<'_> {
    /// The value in writing.
    pub fn written(self, language: &Language) -> String {
        match self {
            Self::Text(text) => text.to_owned(),
            Self::Count(number) => language.whole(number as f64),
            Self::Spelled(number) => match language.words.shell.numbers.get(number) {
                Some(word) => (*word).to_owned(),
                None => language.whole(number as f64),
            },
            Self::Whole(number) => language.whole(number),
            Self::Short(number) => language.short(number),
            Self::Figure(number) => language.figure(number),
            Self::Percent(number) => language.percent(number),
            Self::Day(date) => language.date(date),
        }
    }
}

/// A message with its placeholders filled.
pub fn filled(language: &Language, message: &str, values: &[(&str, Value)]) -> String {
    let mut texts = Vec::new();
    for (name, value) in values {
        texts.push((*name, value.written(language)));
    }
    let mut named = Vec::new();
    for (name, text) in &texts {
        named.push((*name, text.as_str()));
    }
    fill(message, &named)
}
