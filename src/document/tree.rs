//! JSON as a tree that keeps the order of fields.

use super::{Problem, Writer, parser};

/// Any JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Always finite.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object in the order of its fields.
    Record(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads JSON text of any kind. Nesting deeper than 128 and a field that stands twice are refused.
    ///
    /// # Errors
    /// The first problem; its message says in which line it stands.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        // Some editors put a mark at the start of a file that says nothing.
        parser::parse(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// Reads JSON text that somebody brings: one that holds more than 150,000 values, or more than 10,000 in one list
    /// or object, is refused as well.
    ///
    /// # Errors
    /// The first problem, as with [`Tree::parse`].
    #[cfg(feature = "results")]
    pub fn parse_brought(text: &str) -> Result<Self, Problem> {
        parser::parse_brought(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The tree as JSON text.
    pub fn write(&self) -> String {
        let mut writer = Writer::default();
        writer.tree("", self);
        writer.into_text()
    }

    /// The field of this name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record(fields) => fields.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A record of fields.
    pub fn record<const N: usize>(fields: [(&str, Self); N]) -> Self {
        Self::Record(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A string.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A count.
    pub fn count(value: usize) -> Self {
        Self::Number(value as f64)
    }
}
