//! What a lens asks about: decisions, platforms, cells, conditions and the like, each with its source.

use crate::survey::SourceRef;
use std::fmt;
use std::rc::Rc;

/// Names an element of a lens for good; own ones of a person start with `x-` (model 6).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementId(Rc<str>);

impl ElementId {
    /// Wraps the text of an identifier as it stands in a document.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The identifier as it stands in documents.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ElementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One thing a person entered, as it was entered.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, also the value of a choice.
    Number(f64),
    /// A text, a day such as `2026-11-21`, or the name of a choice.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Several of these, such as identifiers.
    Many(Vec<Value>),
    /// JSON text that nobody here understands, kept as it is.
    Kept(String),
}

impl Value {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is stored.
    pub value: Value,
    /// What is shown.
    pub label: String,
}

/// One thing a lens asks about.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its permanent name.
    pub id: ElementId,
    /// A short label; empty where the text is all there is.
    pub name: String,
    /// The question or statement.
    pub text: String,
    /// The group it is shown and scored in, such as a column, domain, phase or lever; empty where there is none.
    pub group: String,
    /// Whether it is to be settled first.
    pub must: bool,
    /// What to do if it is not so; empty where nothing is said.
    pub next: String,
    /// Goes up when its meaning changes; comparisons pair like with like only.
    pub meaning_rev: u32,
    /// Its own answers to choose; of an anchored item the anchors, lowest first.
    pub options: Vec<Choice>,
    /// Which idea of which source it comes from.
    pub sources: Vec<SourceRef>,
    /// `S` source, `J` our judgement.
    pub basis: String,
}

impl Element {
    /// What it is called: its short label, else all there is.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.text } else { &self.name }
    }

    /// The lowest and the highest value among its numbered answers.
    pub fn scale(&self) -> Option<[f64; 2]> {
        let number = |choice: &Choice| match choice.value {
            Value::Number(value) => Some(value),
            _ => None,
        };
        let mut numbers = self.options.iter().filter_map(number);
        let first = numbers.next()?;
        Some(numbers.fold([first, first], |[low, high], value| [low.min(value), high.max(value)]))
    }
}
