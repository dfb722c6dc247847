//! Walks a tree, notes every problem with its pointer, and goes on with a stand-in, so that one run lists all.
//!
//! The stand-ins never leave this module's callers: a document with a problem is refused as a whole.

use super::{Code, Problem, Tree};
use std::cell::RefCell;

/// The problems found so far.
#[derive(Default)]
pub(super) struct Log(RefCell<Vec<Problem>>);

impl Log {
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

/// A place in a document.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    tree: Option<&'a Tree>,
    pointer: String,
    log: &'a Log,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tree: &'a Tree, log: &'a Log) -> Self {
        Self { tree: Some(tree), pointer: String::new(), log }
    }

    /// Notes a problem at this place, once however often it is met.
    pub(super) fn problem(&self, code: Code, message: &str) {
        let problem = Problem::new(code, self.pointer.clone(), message);
        let mut problems = self.log.0.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    fn wrong_type(&self, wanted: &str) {
        // A stand-in below a field that is missing would only repeat what was said.
        if self.tree.is_some() {
            self.problem(Code::WrongType, wanted);
        }
    }

    fn expect_object(&self) {
        if !matches!(self.tree, Some(Tree::Record(_))) {
            self.wrong_type("needs an object");
        }
    }

    fn at(&self, name: &str) -> Self {
        let mut pointer = self.pointer.clone();
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        Self { tree: self.tree.and_then(|tree| tree.get(name)), pointer, log: self.log }
    }

    /// A field that must be there.
    pub(super) fn field(&self, name: &str) -> Self {
        self.expect_object();
        let field = self.at(name);
        if field.tree.is_none() && matches!(self.tree, Some(Tree::Record(_))) {
            field.problem(Code::Missing, "this field is needed");
        }
        field
    }

    /// A field that may be absent or `null`.
    pub(super) fn optional(&self, name: &str) -> Option<Self> {
        self.expect_object();
        let field = self.at(name);
        match field.tree {
            None | Some(Tree::Null) => None,
            Some(_) => Some(field),
        }
    }

    /// The items of a list.
    pub(super) fn list(&self) -> Vec<Self> {
        match self.tree {
            Some(Tree::List(items)) => items
                .iter()
                .enumerate()
                .map(|(index, tree)| Self {
                    tree: Some(tree),
                    pointer: [&self.pointer, "/", &index.to_string()].concat(),
                    log: self.log,
                })
                .collect(),
            _ => {
                self.wrong_type("needs a list");
                Vec::new()
            }
        }
    }

    /// The items of a list that must not be empty.
    pub(super) fn filled_list(&self) -> Vec<Self> {
        let items = self.list();
        if items.is_empty() && matches!(self.tree, Some(Tree::List(_))) {
            self.problem(Code::Empty, "needs at least one entry");
        }
        items
    }

    /// The fields of an object by name.
    pub(super) fn entries(&self) -> Vec<(&'a str, Self)> {
        match self.tree {
            Some(Tree::Record(fields)) => {
                fields.iter().map(|(name, _)| (name.as_str(), self.at(name))).collect()
            }
            _ => {
                self.wrong_type("needs an object");
                Vec::new()
            }
        }
    }

    /// The tree at this place.
    pub(super) fn tree(&self) -> Option<&'a Tree> {
        self.tree
    }

    /// A string, as it stands.
    pub(super) fn str(&self) -> &'a str {
        match self.tree {
            Some(Tree::Text(text)) => text,
            _ => {
                self.wrong_type("needs a text");
                ""
            }
        }
    }

    /// A string with something in it.
    pub(super) fn text(&self) -> String {
        let text = self.str();
        if text.trim().is_empty() && matches!(self.tree, Some(Tree::Text(_))) {
            self.problem(Code::Empty, "needs a text that says something");
        }
        text.to_owned()
    }

    /// An identifier: lower-case letters, digits, dots, dashes, underscores; 1 to 64 characters.
    pub(super) fn id(&self) -> &'a str {
        let id = self.str();
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
        if matches!(self.tree, Some(Tree::Text(_))) && !(id.bytes().all(fits) && (1..=64).contains(&id.len()))
        {
            self.problem(Code::BadId, "needs 1 to 64 characters out of a-z, 0-9, dot, dash, underscore");
        }
        id
    }

    /// A number within bounds, both included.
    pub(super) fn number(&self, lowest: f64, highest: f64) -> f64 {
        match self.tree {
            Some(Tree::Number(value)) if (lowest..=highest).contains(value) => *value,
            Some(Tree::Number(_)) => {
                let message = [
                    "needs a number from ",
                    &(lowest as i64).to_string(),
                    " to ",
                    &(highest as i64).to_string(),
                ];
                self.problem(Code::OutOfRange, &message.concat());
                lowest
            }
            _ => {
                self.wrong_type("needs a number");
                lowest
            }
        }
    }

    /// A whole number within bounds, both included.
    pub(super) fn whole(&self, lowest: u32, highest: u32) -> u32 {
        let value = self.number(f64::from(lowest), f64::from(highest));
        if value.fract() != 0.0 {
            self.problem(Code::WrongType, "needs a whole number");
        }
        value as u32
    }
}
