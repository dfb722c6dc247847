//! Sentences about a number of things, and labels of answers.

use super::Shown;
use crate::lens::{Choice, Value as Answer};
use crate::views::markup::Value;
use crate::views::markup::Value::{Count, Spelled, Text};

/// A message of one or of many, with how many as `{n}` in words, as `{Number}` where a sentence begins, as
/// `{count}` in digits, and other placeholders.
pub(super) fn counted(shown: &Shown, [one, many]: [&str; 2], n: usize, values: &[(&str, Value)]) -> String {
    let number = Spelled(n).written(shown.language);
    let first = (shown.language.words.results.start_sentence)(&number);
    let mut all = vec![("n", Text(&number)), ("Number", Text(&first)), ("count", Count(n))];
    all.extend_from_slice(values);
    shown.fill(if n == 1 { one } else { many }, &all)
}

/// A name as it stands within a sentence.
pub(super) fn within(shown: &Shown, name: &str) -> String {
    (shown.language.words.results.within_sentence)(name)
}

/// The label of a numbered answer; empty where there is none.
pub(super) fn label_of(options: &[Choice], value: f64) -> &str {
    options.iter().find(|own| own.value == Answer::Number(value)).map_or("", |own| &own.label)
}
