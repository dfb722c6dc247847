//! What the page around a widget sees of its elements: parts to style, and headings at the level that fits.

use std::cell::Cell;

/// What a page may style from outside: the class an element begins with, and the name of its part.
const PARTS: [(&str, &str); 12] = [
    ("mr-shell", "frame"),
    ("mr-bar-top", "bar"),
    ("mr-body", "body"),
    ("mr-foot", "foot"),
    ("mr-h1", "heading"),
    ("mr-question", "heading"),
    ("mr-button", "button"),
    ("mr-input", "field"),
    ("mr-choice", "choice"),
    ("mr-notice", "notice"),
    ("mr-radar", "chart"),
    ("mr-table", "table"),
];

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

thread_local! {
    // How many levels every heading stands below its own: an instance of the program draws one widget.
    static DEEPER: Cell<u8> = const { Cell::new(0) };
}

/// Has every first heading drawn at this level, from 1 to 6, and the others below it.
pub fn begin_headings_at(level: u8) {
    DEEPER.set(level.saturating_sub(1));
}

/// The part that an element is by this attribute: its class says so.
pub(super) fn part_of(name: &str, classes: &str) -> Option<&'static str> {
    let first = if name == "class" { classes.split(' ').next()? } else { return None };
    PARTS.iter().find(|(class, _)| *class == first).map(|(_, part)| *part)
}

/// The name of an element, for a heading at the level that fits its page.
pub(super) fn at_level(name: &'static str) -> &'static str {
    match HEADINGS.iter().position(|own| *own == name) {
        Some(at) => HEADINGS.get(at + usize::from(DEEPER.get())).unwrap_or(&"h6"),
        None => name,
    }
}
