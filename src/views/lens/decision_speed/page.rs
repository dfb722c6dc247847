//! What the page knows: results beside the rows they come from, and how names and times are written.

use crate::lens::decision_speed::{DecisionRead, Results, Rules};
use crate::lens::wording::DecisionSpeed as Says;
use crate::lens::{Entry, Rules as LensRules, Sheet, Value as Entered};
use crate::views::lens::shown::Shown;
use crate::views::markup::Pen;
use crate::views::markup::Value;
use crate::views::markup::Value::{Count, Short, Text, Whole};

/// The results of this lens, read.
pub(super) struct Page<'a> {
    pub shown: &'a Shown<'a>,
    pub own: &'a Results,
    pub rules: &'a Rules,
    /// Decisions that were begun, in the order of the results.
    pub cases: Vec<Case<'a>>,
}

/// One decision.
pub(super) struct Case<'a> {
    /// What it is called.
    pub name: String,
    pub entry: Entry<'a>,
    pub read: &'a DecisionRead,
}

impl Case<'_> {
    /// The window in hours, and the time it takes, where both are known.
    pub fn timed(&self) -> Option<[f64; 2]> {
        self.read.timing?;
        Some([self.entry.number("window")?, self.read.used?])
    }

    /// Whether who decides ranks above who knows.
    pub fn has_gap(&self) -> bool {
        self.read.pushdown_gap.is_some_and(|gap| gap > 0.0)
    }

    /// Cases a month; 0 where nobody said how many.
    pub fn per_month(&self) -> f64 {
        self.entry.number("per_month").unwrap_or(0.0)
    }
}

impl<'a> Page<'a> {
    /// A text of the page.
    pub fn say(&self, saying: Says) -> &'a str {
        self.shown.say(saying)
    }

    /// The same in all of its forms.
    pub fn forms<const N: usize>(&self, saying: Says) -> [&'a str; N] {
        self.shown.forms(saying)
    }

    /// Nothing for answers of another lens.
    pub fn of(shown: &'a Shown, own: &'a Results) -> Option<Self> {
        let LensRules::DecisionSpeed(rules) = &shown.lens.rules else { return None };
        let mut page = Self { shown, own, rules, cases: Vec::new() };
        let rows = page.rows("decisions");
        for (entry, read) in rows.into_iter().zip(&own.decisions.decisions) {
            let name = shown.row_name("decisions", entry.key);
            page.cases.push(Case { name, entry, read });
        }
        Some(page)
    }

    /// The rows of a part that were begun.
    pub fn rows(&self, part: &str) -> Vec<Entry<'a>> {
        let sheet = Sheet::of(self.shown.lens, &self.shown.record.answers, part);
        sheet.map(|sheet| sheet.rows()).unwrap_or_default()
    }

    /// The decision of this name.
    pub fn case(&self, id: &str) -> Option<&Case<'a>> {
        self.cases.iter().find(|case| case.entry.key == id)
    }

    /// The label of a field.
    pub fn label(&self, part: &str, field: &str) -> &'a str {
        let field = self.shown.lens.part(part).and_then(|part| part.field(field));
        field.map_or("", |field| field.label.as_str())
    }

    /// What was chosen in a field, as its option is called.
    pub fn option(&self, part: &str, field: &str, value: Option<&Entered>) -> &'a str {
        let field = self.shown.lens.part(part).and_then(|part| part.field(field));
        let mut options = field.iter().flat_map(|field| &field.options);
        let found = options.find(|choice| Some(&choice.value) == value);
        found.map_or("", |choice| choice.label.as_str())
    }

    pub fn fill(&self, message: &str, values: &[(&str, Value)]) -> String {
        self.shown.fill(message, values)
    }

    /// One of something, or many.
    pub fn counted(&self, forms: [&str; 2], number: f64) -> String {
        let [one, many] = forms;
        // As it is written, with one decimal.
        let is_one = (number * 10.0).round() == 10.0;
        self.fill(if is_one { one } else { many }, &[("n", Short(number))])
    }

    /// Working hours as people say them.
    pub fn time(&self, hours: f64) -> String {
        let units = &self.rules.units;
        let unit = units.iter().rev().find(|unit| hours >= unit.from);
        let Some(unit) = unit.or(units.first()) else { return String::new() };
        let number = hours / unit.hours;
        let written = unit.written.each_ref().map(String::as_str);
        self.counted(written, if unit.from > 0.0 { number } else { number.round() })
    }

    /// The same, or that it is not known.
    pub fn known_time(&self, hours: Option<f64>) -> String {
        hours.map_or_else(|| self.say(Says::Unknown).to_owned(), |hours| self.time(hours))
    }

    /// A number with up to two decimals, or that it is not known.
    pub fn known(&self, number: Option<f64>) -> String {
        number.map_or_else(|| self.say(Says::Unknown).to_owned(), |number| self.exact(number))
    }

    /// Hours of delay with their word: few with a decimal, many without.
    pub fn hours(&self, hours: f64) -> String {
        match hours {
            ..1.0 => self.time(hours),
            1.0..10.0 => self.counted(self.forms(Says::Hours), hours),
            _ => self.counted(self.forms(Says::Hours), hours.round()),
        }
    }

    /// A number at the start of a sentence.
    pub fn spelled(&self, number: usize) -> String {
        let word = Value::Spelled(number).written(self.shown.language);
        (self.shown.language.words.results.start_sentence)(&word)
    }

    /// Some names with a full stop; of many the first, and how many more.
    pub fn list(&self, names: &[&str]) -> String {
        let first = names.get(..self.rules.shortlist).unwrap_or(names);
        let joined = first.join("; ");
        let more = names.len() - first.len();
        let message = if more > 0 { self.say(Says::ListedMore) } else { self.say(Says::Listed) };
        self.fill(message, &[("name", Text(&joined)), ("n", Count(more))])
    }

    /// A number with up to two decimals.
    pub fn exact(&self, number: f64) -> String {
        let language = self.shown.language;
        (language.format.number)(language.tag, number, 2, false)
    }

    /// A figure in large type with what it is.
    pub fn stat(&self, pen: &mut Pen, name: &str, figure: &str) {
        pen.el("div", |pen| {
            pen.put("dt", name);
            pen.put("dd.mr-num", figure);
        });
    }

    /// A whole number of hours, with a decimal only where there are few.
    pub fn whole_hours(&self, hours: f64) -> String {
        let value = if hours < 10.0 { Short(hours) } else { Whole(hours) };
        value.written(self.shown.language)
    }
}
