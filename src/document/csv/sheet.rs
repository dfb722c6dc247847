//! The text of a table: cells, quotes and what keeps a text from being taken for a formula.

use crate::document::Writer;
use crate::history::Difference;

/// What stands in a cell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    /// Words, or nothing.
    Text(&'a str),
    /// A number that a spreadsheet can reckon with.
    Number(f64),
}

impl Default for Value<'_> {
    fn default() -> Self {
        Self::Text("")
    }
}

/// One row from the column `row` on; what is not set is an empty cell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row<'a> {
    pub(super) kind: &'a str,
    pub(super) id: &'a str,
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) value: Value<'a>,
    pub(super) anchor: &'a str,
    pub(super) level: Option<u8>,
    pub(super) level_name: &'a str,
    pub(super) status: &'a str,
    pub(super) evidence: Option<f64>,
    pub(super) note: &'a str,
    /// Before and now.
    pub(super) pair: Option<[f64; 2]>,
    pub(super) threshold: Option<f64>,
    pub(super) verdict: &'a str,
}

impl Row<'_> {
    /// The same row with what changed since the baseline.
    pub(super) fn compared(self, difference: Option<Difference>) -> Self {
        let Some(difference) = difference else {
            return self;
        };
        Self {
            pair: Some([difference.base, difference.now]),
            threshold: Some(difference.threshold),
            verdict: difference.verdict.name(),
            ..self
        }
    }
}

/// A table on its way.
#[derive(Debug)]
pub(super) struct Sheet {
    text: String,
    starts: bool,
}

impl Sheet {
    /// A table with the titles of its columns.
    pub(super) fn new(columns: &[&str]) -> Self {
        let mut sheet = Self { text: "\u{feff}".to_owned(), starts: true };
        for title in columns {
            sheet.text(title);
        }
        sheet.end();
        sheet
    }

    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The rest of a row, and its end.
    pub(super) fn row(&mut self, row: &Row) {
        let [base, now] = row.pair.map_or([None; 2], |pair| pair.map(Some));
        for text in [row.kind, row.id, row.code, row.name] {
            self.text(text);
        }
        match row.value {
            Value::Text(text) => self.text(text),
            Value::Number(number) => self.number(Some(number)),
        }
        self.text(row.anchor);
        self.number(row.level.map(f64::from));
        self.text(row.level_name);
        self.text(row.status);
        self.number(row.evidence);
        self.text(row.note);
        self.number(base);
        self.number(now);
        self.number(base.zip(now).map(|(base, now)| now - base));
        self.number(row.threshold);
        self.text(row.verdict);
        self.end();
    }

    /// A cell with words. One that starts like a formula gets an apostrophe, which shows it is none.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
        self.comma();
        if text.contains([',', '"', '\r', '\n']) {
            for part in ["\"", guard, &text.replace('"', "\"\""), "\""] {
                self.text.push_str(part);
            }
        } else {
            self.text.push_str(guard);
            self.text.push_str(text);
        }
    }

    /// A cell with a number, or an empty one.
    #[inline(never)]
    fn number(&mut self, number: Option<f64>) {
        self.comma();
        if let Some(number) = number {
            let mut digits = Writer::default();
            digits.number("", number);
            self.text.push_str(&digits.into_text());
        }
    }

    fn comma(&mut self) {
        if !self.starts {
            self.text.push(',');
        }
        self.starts = false;
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.starts = true;
    }
}
