//! From a JSON pointer to a place in the text, by walking the text again: readers carry no places along, so
//! only whoever lists problems pays for them.

use crate::document::{Tree, parser};

/// A stretch of a text that a problem is about: a field or entry with its value, or the bracket that opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub line: usize,
    /// Characters from the start of the line, counted from 1.
    pub column: usize,
    /// Where it starts, in the units in which pages count texts (UTF-16), from 0.
    pub start: usize,
    /// Where it ends, in the same units.
    pub end: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self { line: 1, column: 1, start: 0, end: 0 }
    }
}

/// Where a pointer leads; where it leads nowhere, the nearest object or list above. Of a text that is no JSON,
/// the place where it stops to be.
pub(super) fn of(text: &str, pointer: &str) -> Place {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mark = text.len() - json.len();
    let (start, end) = match parser::fault(json) {
        Some(at) => (at, at),
        None => Walk { text: json, at: 0 }.to(pointer),
    };
    place(text, mark + start, mark + end)
}

fn place(text: &str, start: usize, end: usize) -> Place {
    let before = text.get(..start).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let column =
        before.get(line_start..).unwrap_or_default().trim_start_matches('\u{feff}').chars().count() + 1;
    let start_units = before.encode_utf16().count();
    let units = text.get(start..end).unwrap_or_default().encode_utf16().count();
    Place { line: before.matches('\n').count() + 1, column, start: start_units, end: start_units + units }
}

/// A place in a text that is known to be JSON.
struct Walk<'a> {
    text: &'a str,
    at: usize,
}

impl Walk<'_> {
    /// Start and end of what a pointer leads to, in bytes.
    fn to(mut self, pointer: &str) -> (usize, usize) {
        self.skip_blanks();
        let mut start = self.at;
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            let opening = self.at;
            let found = match self.byte() {
                b'{' => self.find_field(&step),
                b'[' => step.parse().ok().and_then(|index| self.find_entry(index)),
                _ => None,
            };
            let Some(found) = found else {
                self.at = opening;
                break;
            };
            start = found;
        }
        let end = match self.byte() {
            b'{' | b'[' => self.at + 1,
            _ => {
                self.skip_value();
                self.at
            }
        };
        (start, end)
    }

    /// Steps to the value of a field; gives where its name starts.
    fn find_field(&mut self, name: &str) -> Option<usize> {
        self.enter()?;
        loop {
            let start = self.at;
            self.skip_string();
            let own = self.text.get(start..self.at).unwrap_or_default();
            self.skip_past(b':');
            if is_named(own, name) {
                return Some(start);
            }
            self.follow()?;
        }
    }

    /// Steps to an entry of a list; gives where it starts.
    fn find_entry(&mut self, index: usize) -> Option<usize> {
        self.enter()?;
        for _ in 0..index {
            self.follow()?;
        }
        Some(self.at)
    }

    /// Steps into an object or a list; nothing where it is empty.
    fn enter(&mut self) -> Option<()> {
        self.at += 1;
        self.skip_blanks();
        (!matches!(self.byte(), b'}' | b']')).then_some(())
    }

    /// Steps over a value to the next field or entry; nothing where there is none.
    fn follow(&mut self) -> Option<()> {
        self.skip_value();
        self.skip_blanks();
        let more = self.byte() == b',';
        self.at += 1;
        self.skip_blanks();
        more.then_some(())
    }

    /// The byte here; 0 at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip_blanks(&mut self) {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    fn skip_past(&mut self, byte: u8) {
        self.skip_blanks();
        self.at += usize::from(self.byte() == byte);
        self.skip_blanks();
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while !matches!(self.byte(), b'"' | 0) {
            // What is escaped does not end the text.
            self.at += if self.byte() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.byte() {
                b'"' => self.skip_string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' if depth > 0 => self.at += 1,
                0 | b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' => return,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if depth == 0 {
                return;
            }
        }
    }
}

/// Whether a name as it stands in the text, quotes and escapes included, says the same as `name`.
fn is_named(own: &str, name: &str) -> bool {
    if own.contains('\\') {
        return Tree::parse(own).is_ok_and(|tree| tree == Tree::text(name));
    }
    own.get(1..own.len().saturating_sub(1)) == Some(name)
}
