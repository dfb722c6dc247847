//! Walks a tree, notes every problem with its pointer, and goes on with a stand-in, so that one run lists all.
//!
//! The stand-ins never leave this module's callers: a document with a problem is refused as a whole.

mod entries;
mod pointer;

use super::{Code, Problem, Tree};
pub(super) use entries::{Entries, List};
use pointer::{find, step};
use std::cell::{Cell, RefCell};

/// Problems of one document that are told; nobody mends more at a time.
pub(super) const MOST: usize = 100;

/// Values that are passed on the way to the places of problems, before no more problems are told: in a document that
/// is so large the way is long.
const WALK: usize = 1_000_000;

/// Most entries of an object that are read by name: no survey asks as much.
#[cfg(feature = "results")]
const MANY: usize = 2000;

/// The document and the problems found so far.
pub(super) struct Log<'a> {
    document: &'a Tree,
    problems: RefCell<Vec<Problem>>,
    walk: Cell<usize>,
}

impl<'a> Log<'a> {
    pub(super) fn of(document: &'a Tree) -> Self {
        Self { document, problems: RefCell::default(), walk: Cell::new(WALK) }
    }

    /// The whole document.
    pub(super) fn root(&self) -> Reader<'_> {
        Reader { tree: Some(self.document), log: self }
    }

    /// What was read, if there was nothing wrong.
    pub(super) fn close<T>(self, read: T) -> Result<T, Vec<Problem>> {
        let problems = self.problems.into_inner();
        if problems.is_empty() { Ok(read) } else { Err(problems) }
    }

    /// Whether as many problems are noted as are told: nothing that is read from here on says any more.
    fn is_full(&self) -> bool {
        self.walk.get() == 0 || self.problems.borrow().len() >= MOST
    }

    /// Notes a problem at a part of the document, or at its field of this name, once however often it is met.
    #[inline(never)]
    fn note(&self, part: &Tree, field: &str, code: Code, message: &str) {
        if self.is_full() {
            return;
        }
        let mut pointer = String::new();
        find(self.document, part, &mut pointer, &self.walk);
        if !field.is_empty() {
            step(&mut pointer, field);
        }
        let problem = Problem { code, pointer, message: message.to_owned() };
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}

/// A place in a document. Where a field is missing, which is noted once, everything below is missing too.
///
/// Methods with a `name` read the field of that name.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    tree: Option<&'a Tree>,
    log: &'a Log<'a>,
}

impl<'a> Reader<'a> {
    /// Notes a problem at this place.
    pub(super) fn problem(self, code: Code, message: &str) {
        // A problem below a field that is missing would only repeat what was said.
        if let Some(tree) = self.tree {
            self.log.note(tree, "", code, message);
        }
    }

    /// What takes its time and is not needed of a document that is refused.
    #[cfg(feature = "results")]
    pub(super) fn if_sound<T>(self, found: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.log.problems.borrow().is_empty() { found() } else { None }
    }

    fn wrong_type(self, wanted: &str) {
        self.problem(Code::WrongType, wanted);
    }

    fn get(self, name: &str) -> Self {
        if !matches!(self.tree, Some(Tree::Record(_))) {
            self.wrong_type("needs an object");
        }
        Self { tree: self.tree.and_then(|tree| tree.get(name)), log: self.log }
    }

    /// A field that must be there.
    #[inline(never)]
    pub(super) fn field(self, name: &str) -> Self {
        let field = self.get(name);
        if let (None, Some(tree @ Tree::Record(_))) = (field.tree, self.tree) {
            self.log.note(tree, name, Code::Missing, "this field is needed");
        }
        field
    }

    /// A field that may be absent or `null`.
    #[inline(never)]
    pub(super) fn optional(self, name: &str) -> Option<Self> {
        let field = self.get(name);
        match field.tree {
            None | Some(Tree::Null) => None,
            Some(_) => Some(field),
        }
    }

    /// A list that may be absent or `null`, and then is empty.
    pub(super) fn optional_list(self, name: &str) -> List<'a> {
        self.optional(name).map_or(List { items: &[], log: self.log }, Self::items)
    }

    /// A list.
    #[inline(never)]
    pub(super) fn list(self, name: &str) -> List<'a> {
        self.field(name).items()
    }

    /// A list that must not be empty.
    #[inline(never)]
    pub(super) fn filled_list(self, name: &str) -> List<'a> {
        let list = self.field(name);
        if list.is_list() && list.items().is_empty() {
            list.problem(Code::Empty, "needs at least one entry");
        }
        list.items()
    }

    /// The entries of the list at this place.
    #[inline(never)]
    pub(super) fn items(self) -> List<'a> {
        let log = self.log;
        match self.tree {
            Some(Tree::List(items)) => List { items, log },
            _ => {
                self.wrong_type("needs a list");
                List { items: &[], log }
            }
        }
    }

    /// The fields of the object at this place.
    #[inline(never)]
    pub(super) fn entries(self) -> Entries<'a> {
        let log = self.log;
        match self.tree {
            #[cfg(feature = "results")]
            Some(Tree::Record(fields)) if fields.len() > MANY => {
                self.problem(Code::OutOfRange, "has too many entries");
                Entries { fields: [].iter(), log }
            }
            Some(Tree::Record(fields)) => Entries { fields: fields.iter(), log },
            _ => {
                self.wrong_type("needs an object");
                Entries { fields: [].iter(), log }
            }
        }
    }

    /// The tree at this place.
    pub(super) fn tree(self) -> Option<&'a Tree> {
        self.tree
    }

    /// Whether there is a list at this place.
    pub(super) fn is_list(self) -> bool {
        matches!(self.tree, Some(Tree::List(_)))
    }

    /// Whether there is a text at this place.
    pub(super) fn is_text(self) -> bool {
        matches!(self.tree, Some(Tree::Text(_)))
    }

    /// The text at this place, as it stands.
    #[inline(never)]
    pub(super) fn str(self) -> &'a str {
        match self.tree {
            Some(Tree::Text(text)) => text,
            _ => {
                self.wrong_type("needs a text");
                ""
            }
        }
    }

    /// A text with something in it.
    #[inline(never)]
    pub(super) fn text(self, name: &str) -> String {
        self.field(name).filled()
    }

    /// The text at this place, with something in it.
    #[inline(never)]
    pub(super) fn filled(self) -> String {
        let text = self.str();
        if self.is_text() && text.chars().all(char::is_whitespace) {
            self.problem(Code::Empty, "needs a text that says something");
        }
        text.to_owned()
    }

    /// An identifier.
    #[inline(never)]
    pub(super) fn id(self, name: &str) -> &'a str {
        self.field(name).as_id()
    }

    /// The identifier at this place: lower-case letters, digits, dots, dashes, underscores; 1 to 64 characters.
    pub(super) fn as_id(self) -> &'a str {
        let id = self.str();
        if self.is_text() {
            self.check_id(id);
        }
        id
    }

    /// Notes an identifier at this place, or its own name, that is none.
    pub(super) fn check_id(self, id: &str) {
        let fits = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
        if !(id.bytes().all(fits) && (1..=64).contains(&id.len())) {
            self.problem(Code::BadId, "needs 1 to 64 characters out of a-z, 0-9, dot, dash, underscore");
        }
    }

    /// A number within bounds, both included.
    #[inline(never)]
    pub(super) fn number(self, name: &str, lowest: u64, highest: u64) -> f64 {
        self.field(name).as_number(lowest, highest)
    }

    /// The number at this place, within bounds, both included.
    #[inline(never)]
    pub(super) fn as_number(self, lowest: u64, highest: u64) -> f64 {
        match self.tree {
            Some(Tree::Number(value)) if (lowest as f64..=highest as f64).contains(value) => return *value,
            Some(Tree::Number(_)) => {
                let bounds = ["needs a number from ", &lowest.to_string(), " to ", &highest.to_string()];
                self.problem(Code::OutOfRange, &bounds.concat());
            }
            _ => self.wrong_type("needs a number"),
        }
        lowest as f64
    }

    /// A whole number within bounds, both included.
    #[inline(never)]
    pub(super) fn whole(self, name: &str, lowest: u32, highest: u32) -> u32 {
        self.field(name).as_whole(lowest, highest)
    }

    /// The whole number at this place, within bounds, both included.
    #[inline(never)]
    pub(super) fn as_whole(self, lowest: u32, highest: u32) -> u32 {
        let value = self.as_number(u64::from(lowest), u64::from(highest));
        if value.fract() != 0.0 {
            self.problem(Code::WrongType, "needs a whole number");
        }
        value as u32
    }
}
