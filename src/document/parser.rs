//! JSON text into a [`Tree`], as strict as RFC 8259, with a limit to nesting and no field twice.
//!
//! It gives up at the first fault: text that is no JSON was most likely cut or never meant to be any.

#[cfg(feature = "results")]
mod decimal;
mod names;
mod number;

use super::{Code, Problem, Tree};
#[cfg(feature = "results")]
pub(super) use decimal::shortest;
use names::names_repeat;

/// Nesting beyond this is refused, as each level takes some of the stack.
const DEEPEST: u8 = 128;

/// Up to this number of fields each name is held against all before it, and beyond it in another way.
const FEW: usize = 32;
/// Most values in a text that somebody brings. A wave has 150 where every answer has evidence and a note, and about
/// twice as many with all that can be added later: the answers of a thousand people fit in.
#[cfg(feature = "results")]
const MOST_VALUES: usize = 150_000;
/// Most entries of a list or an object in such a text; 5 MB have room for fewer answer files.
#[cfg(feature = "results")]
const MOST_ENTRIES: usize = 10_000;
/// The small program reads nothing that people bring, so no record is so long.
const MANY: bool = cfg!(feature = "results");

/// Reads one JSON value that takes up the whole text.
pub(super) fn parse(text: &str) -> Result<Tree, Problem> {
    Parser::at_the_start_of(text).read()
}

/// The same, with limits to how much it holds, so that no text takes long to refuse.
#[cfg(feature = "results")]
pub(super) fn parse_brought(text: &str) -> Result<Tree, Problem> {
    Parser { left: MOST_VALUES, most: MOST_ENTRIES, ..Parser::at_the_start_of(text) }.read()
}

/// Where a text stops to be JSON, in bytes from its start; nothing where it is JSON.
#[cfg(feature = "results")]
pub(super) fn fault(text: &str) -> Option<usize> {
    let mut parser = Parser::at_the_start_of(text);
    parser.document().is_none().then(|| parser.at.min(text.len()))
}

/// A place in a text. Every step gives nothing where the text does not fit, and leaves the fault behind.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    fault: (Code, String),
    /// Values that may still come.
    #[cfg(feature = "results")]
    left: usize,
    /// Most entries of a list or an object.
    #[cfg(feature = "results")]
    most: usize,
}

impl<'a> Parser<'a> {
    fn at_the_start_of(text: &'a str) -> Self {
        Parser {
            text,
            at: 0,
            fault: (Code::JsonSyntax, String::new()),
            #[cfg(feature = "results")]
            left: usize::MAX,
            #[cfg(feature = "results")]
            most: usize::MAX,
        }
    }

    fn read(mut self) -> Result<Tree, Problem> {
        match self.document() {
            Some(tree) => Ok(tree),
            None => Err(self.problem()),
        }
    }

    fn document(&mut self) -> Option<Tree> {
        let tree = self.value(DEEPEST)?;
        self.skip_blanks();
        if self.at == self.text.len() {
            Some(tree)
        } else {
            self.refuse("needs to end after the first value")
        }
    }

    /// The byte here; 0, which no JSON holds, at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip_blanks(&mut self) {
        while matches!(self.byte(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
    }

    /// Steps over a byte if it is the next one after blanks.
    fn eats(&mut self, byte: u8) -> bool {
        self.skip_blanks();
        let found = self.byte() == byte;
        self.at += usize::from(found);
        found
    }

    fn refuse<T>(&mut self, needed: &str) -> Option<T> {
        self.note(Code::JsonSyntax, needed);
        None
    }

    fn note(&mut self, code: Code, needed: &str) {
        self.fault = (code, needed.to_owned());
    }

    fn problem(self) -> Problem {
        let (code, needed) = self.fault;
        let (mut line, mut column) = (1_usize, 1_usize);
        for byte in self.text.bytes().take(self.at) {
            column += 1;
            if byte == b'\n' {
                (line, column) = (line + 1, 1);
            }
        }
        let place = [" at line ", &line.to_string(), ", column ", &column.to_string()];
        Problem::new(code, "", [&needed, place.concat().as_str()].concat())
    }

    fn value(&mut self, levels: u8) -> Option<Tree> {
        #[cfg(feature = "results")]
        {
            if self.left == 0 {
                return self.too_much();
            }
            self.left -= 1;
        }
        self.skip_blanks();
        let opening = self.byte();
        match opening {
            b'{' | b'[' if levels == 0 => self.refuse("is nested too deep"),
            b'{' => self.record(levels - 1),
            b'[' => self.list(levels - 1),
            b'"' => Some(Tree::Text(self.string()?)),
            b't' => self.word("true", Tree::Bool(true)),
            b'f' => self.word("false", Tree::Bool(false)),
            b'n' => self.word("null", Tree::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, tree: Tree) -> Option<Tree> {
        if !self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            return self.refuse("needs a value");
        }
        self.at += word.len();
        Some(tree)
    }

    fn list(&mut self, levels: u8) -> Option<Tree> {
        self.at += 1;
        let mut items = Vec::new();
        let mut more = !self.eats(b']');
        while more {
            #[cfg(feature = "results")]
            if items.len() >= self.most {
                return self.too_much();
            }
            items.push(self.value(levels)?);
            more = self.goes_on(b']')?;
        }
        Some(Tree::List(items))
    }

    fn record(&mut self, levels: u8) -> Option<Tree> {
        self.at += 1;
        let mut fields: Vec<(String, Tree)> = Vec::new();
        let mut more = !self.eats(b'}');
        while more {
            #[cfg(feature = "results")]
            if fields.len() >= self.most {
                return self.too_much();
            }
            self.skip_blanks();
            let name = self.string()?;
            // The name itself is not told: it may be anybody's.
            if (!MANY || fields.len() < FEW) && fields.iter().any(|(own, _)| *own == name) {
                return self.twice();
            }
            if !self.eats(b':') {
                return self.refuse("needs a colon");
            }
            fields.push((name, self.value(levels)?));
            more = self.goes_on(b'}')?;
        }
        if MANY && fields.len() > FEW && names_repeat(&fields) {
            return self.twice();
        }
        Some(Tree::Record(fields))
    }

    fn twice<T>(&mut self) -> Option<T> {
        self.note(Code::DuplicateKey, "a key stands twice");
        None
    }

    #[cfg(feature = "results")]
    fn too_much<T>(&mut self) -> Option<T> {
        self.note(Code::TooLarge, "holds more than any file of answers, from here on");
        None
    }

    /// Whether another entry follows, or the end.
    fn goes_on(&mut self, end: u8) -> Option<bool> {
        if self.eats(b',') {
            Some(true)
        } else if self.eats(end) {
            Some(false)
        } else {
            self.refuse("needs a comma or a closing bracket")
        }
    }

    fn string(&mut self) -> Option<String> {
        if self.byte() != b'"' {
            return self.refuse("needs a quotation mark");
        }
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let ends = |byte| matches!(byte, b'"' | b'\\' | 0..0x20);
            let plain = rest.get(..rest.bytes().position(ends).unwrap_or(rest.len())).unwrap_or_default();
            self.at += plain.len();
            let mark = self.byte();
            self.at += 1;
            // Hardly any text has an escape: it is taken as it stands, in one piece.
            if mark == b'"' && text.is_empty() {
                return Some(plain.to_owned());
            }
            text.push_str(plain);
            match mark {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return self.refuse("a text is not closed or holds a control character"),
            }
        }
    }

    /// The character that an escape stands for, after the backslash.
    fn escaped(&mut self) -> Option<char> {
        let letter = self.byte();
        self.at += 1;
        match letter {
            b'"' | b'\\' | b'/' => Some(char::from(letter)),
            b'b' => Some('\u{8}'),
            b'f' => Some('\u{c}'),
            b'n' => Some('\n'),
            b'r' => Some('\r'),
            b't' => Some('\t'),
            b'u' => self.by_number(),
            _ => self.refuse("knows no such escape"),
        }
    }

    /// A character by its number; those beyond the first plane come as two halves.
    fn by_number(&mut self) -> Option<char> {
        let mut number = self.four_digits()?;
        if (0xD800..0xDC00).contains(&number) && self.text.get(self.at..)?.starts_with("\\u") {
            self.at += 2;
            // Anything but a second half leads out of the range of characters or into the halves again.
            let second = self.four_digits()?.wrapping_sub(0xDC00);
            number = if second < 0x400 { 0x1_0000 + ((number - 0xD800) << 10) + second } else { number };
        }
        match char::from_u32(number) {
            Some(letter) => Some(letter),
            None => self.refuse("has half a character"),
        }
    }

    fn four_digits(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.byte()).to_digit(16) else {
                return self.refuse("needs four digits");
            };
            number = number * 16 + digit;
            self.at += 1;
        }
        Some(number)
    }
}
