//! What a list or an object holds, one entry after the other.

use super::{Log, Reader};
use crate::document::Tree;

/// The entries of a list.
#[derive(Clone, Copy)]
pub(in crate::document) struct List<'a> {
    pub(super) items: &'a [Tree],
    pub(super) log: &'a Log<'a>,
}

impl<'a> List<'a> {
    pub(in crate::document) fn is_empty(self) -> bool {
        self.items.is_empty()
    }

    pub(in crate::document) fn len(self) -> usize {
        self.items.len()
    }

    pub(in crate::document) fn get(self, index: usize) -> Option<Reader<'a>> {
        self.items.get(index).map(|tree| Reader { tree: Some(tree), log: self.log })
    }

    /// The entry with this identifier.
    pub(in crate::document) fn by_id(self, id: &str) -> Option<Reader<'a>> {
        self.into_iter().find(|entry| entry.field("id").str() == id)
    }

    /// What `read` makes of every entry.
    pub(in crate::document) fn read<T>(self, read: impl Fn(Reader<'a>) -> T) -> Vec<T> {
        let mut all = Vec::with_capacity(self.items.len());
        for entry in self {
            all.push(read(entry));
        }
        all
    }
}

impl<'a> IntoIterator for List<'a> {
    type Item = Reader<'a>;
    type IntoIter = Items<'a>;

    fn into_iter(self) -> Items<'a> {
        Items { items: self.items.iter(), log: self.log }
    }
}

/// One entry of a list after the other.
pub(in crate::document) struct Items<'a> {
    items: std::slice::Iter<'a, Tree>,
    log: &'a Log<'a>,
}

impl<'a> Iterator for Items<'a> {
    type Item = Reader<'a>;

    fn next(&mut self) -> Option<Reader<'a>> {
        #[cfg(feature = "results")]
        if self.log.is_full() {
            return None;
        }
        self.items.next().map(|tree| Reader { tree: Some(tree), log: self.log })
    }
}

/// One field of an object after the other, by name.
pub(in crate::document) struct Entries<'a> {
    pub(super) fields: std::slice::Iter<'a, (String, Tree)>,
    pub(super) log: &'a Log<'a>,
}

impl<'a> Iterator for Entries<'a> {
    type Item = (&'a str, Reader<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        #[cfg(feature = "results")]
        if self.log.is_full() {
            return None;
        }
        self.fields.next().map(|(name, tree)| (name.as_str(), Reader { tree: Some(tree), log: self.log }))
    }
}
