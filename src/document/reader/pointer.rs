//! Pointers to the parts of a document.

use crate::document::Tree;
use std::cell::Cell;

/// Finds a part of a document by its address, so that readers need not carry their place along.
pub(super) fn find(document: &Tree, part: &Tree, pointer: &mut String, walk: &Cell<usize>) -> bool {
    if std::ptr::eq(document, part) {
        return true;
    }
    walk.set(walk.get().saturating_sub(1));
    // Only on the way back from it is there anything to write.
    match document {
        Tree::Record(fields) => {
            for (name, tree) in fields {
                if find(tree, part, pointer, walk) {
                    step_before(pointer, name);
                    return true;
                }
            }
        }
        Tree::List(items) => {
            for (index, tree) in items.iter().enumerate() {
                if find(tree, part, pointer, walk) {
                    step_before(pointer, &index.to_string());
                    return true;
                }
            }
        }
        _ => {}
    }
    false
}

/// Puts a step before a pointer.
fn step_before(pointer: &mut String, name: &str) {
    let below = std::mem::take(pointer);
    step(pointer, name);
    pointer.push_str(&below);
}

/// One step of an RFC 6901 pointer.
pub(super) fn step(pointer: &mut String, name: &str) {
    pointer.push('/');
    for letter in name.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(letter),
        }
    }
}
