//! What a document says beyond what this program knows: kept when it is read, written back when it is written.
//!
//! Fields of a newer version, notes of another program, answers to items of one's own: none of it is understood
//! here, and all of it stays. Known fields are written first, in their own order; the others follow in theirs.

mod known;

use super::Tree;
use crate::survey::{ItemId, Survey};
pub(super) use known::{ADDED, ADDENDUM, ANSWER_FILE, DRAFT, Known, LENS};
use std::rc::Rc;

/// What of a document `known` does not describe, as JSON text.
pub(super) fn beyond(tree: &Tree, known: &Known, survey: &Survey) -> Option<Rc<str>> {
    rest(tree, known, survey).map(|left| left.write().into())
}

/// The same of those fields alone that `known` names.
pub(super) fn beyond_within(
    tree: &Tree,
    known: &'static [(&'static str, Known)],
    survey: &Survey,
) -> Option<Rc<str>> {
    let mut left = Vec::new();
    for (name, known) in known {
        let found = tree.get(name).and_then(|field| rest(field, known, survey));
        left.extend(found.map(|found| ((*name).to_owned(), found)));
    }
    (!left.is_empty()).then(|| Tree::Record(left).write().into())
}

fn rest(tree: &Tree, known: &Known, survey: &Survey) -> Option<Tree> {
    match tree {
        _ if matches!(known, Known::Whole) => None,
        Tree::Record(fields) => {
            let mut left = Vec::new();
            for (name, value) in fields {
                let found = match known.field(name, survey) {
                    Some(known) => rest(value, known, survey),
                    None => Some(value.clone()),
                };
                left.extend(found.map(|found| (name.clone(), found)));
            }
            (!left.is_empty()).then_some(Tree::Record(left))
        }
        Tree::List(entries) => {
            let known = known.entry()?;
            let mut left = Vec::new();
            for entry in entries {
                left.push(rest(entry, known, survey).unwrap_or(Tree::Null));
            }
            // A place for each entry, so that what is kept finds its own again.
            left.iter().any(|entry| *entry != Tree::Null).then_some(Tree::List(left))
        }
        _ => None,
    }
}

/// A document that was written, with what is kept of the one it was read from.
pub(super) fn with_beyond(text: String, beyond: Option<&str>, known: &Known, survey: &Survey) -> String {
    let Some(left) = beyond.and_then(|left| Tree::parse(left).ok()) else {
        return text;
    };
    let Ok(mut tree) = Tree::parse(&text) else {
        return text;
    };
    join(&mut tree, left, known, survey);
    tree.write()
}

fn join(tree: &mut Tree, left: Tree, known: &Known, survey: &Survey) {
    match (tree, left) {
        (Tree::Record(fields), Tree::Record(left)) => {
            for (name, value) in left {
                let own = fields.iter_mut().find(|(own, _)| *own == name);
                match (own, known.field(&name, survey)) {
                    (Some((_, own)), Some(known)) => join(own, value, known, survey),
                    (None, None) => fields.push((name, value)),
                    // What it belonged to was taken away, or another field has its name by now.
                    (None, Some(_)) | (Some(_), None) => {}
                }
            }
        }
        // Where entries came or went nobody knows which one it belongs to.
        (Tree::List(own), Tree::List(left)) if own.len() == left.len() => {
            if let Some(known) = known.entry() {
                for (own, left) in own.iter_mut().zip(left) {
                    join(own, left, known, survey);
                }
            }
        }
        _ => {}
    }
}

fn known_in(fields: &'static [(&'static str, Known)], name: &str) -> Option<&'static Known> {
    fields.iter().find(|(own, _)| *own == name).map(|(_, known)| known)
}

impl Known {
    /// What is known of a field.
    fn field(&self, name: &str, survey: &Survey) -> Option<&Self> {
        match self {
            Self::Whole => Some(&Self::Whole),
            Self::Fields(fields) => known_in(fields, name),
            Self::WithAdded(fields) => known_in(fields, name).or_else(|| known_in(ADDED, name)),
            Self::Each(known) => Some(known),
            Self::Items(known) => survey.meaning_rev(&ItemId::new(name)).map(|_| *known),
            Self::List(_) => None,
        }
    }

    /// What is known of the entries of a list.
    fn entry(&self) -> Option<&Self> {
        match self {
            Self::List(known) => Some(known),
            _ => None,
        }
    }
}
