//! What all sections of the page are made from: the answers beside the results, and the few forms they share.

use super::super::bars::Bar;
use super::super::shown::Shown;
use crate::lens::operating_model::{Results, Rules};
use crate::lens::wording::OperatingModel as Says;
use crate::lens::{Entry, Rules as LensRules, Sheet};
use crate::views::lens::table::Table;
use crate::views::markup::Value::{Count, Spelled, Text};
use crate::views::markup::{Pen, Value};

/// The lens, its answers and its results.
pub(super) struct Page<'a> {
    pub shown: Shown<'a>,
    pub own: &'a Results,
    pub rules: &'a Rules,
}

/// One section: its finding, and what draws it.
pub(super) struct Section<'a> {
    /// The part it is about.
    pub part: &'a str,
    pub title: String,
    pub note: String,
    /// The name of its picture, where it is a chart.
    pub chart: Option<&'static str>,
    /// Whether its heading stands above its content.
    pub wide: bool,
    pub draw: fn(&mut Pen, &Page, &str),
    /// The same figures as a table.
    pub table: Option<fn(&mut Pen, &Page)>,
}

impl<'a> Section<'a> {
    /// A section of a list; a finding that is a sentence loses its full stop as a heading.
    pub fn new(part: &'a str, title: &str, note: String, draw: fn(&mut Pen, &Page, &str)) -> Self {
        let title = title.trim_end_matches('.').to_owned();
        Self { part, title, note, chart: None, wide: false, draw, table: None }
    }

    /// The same as a chart, with a table of its figures.
    pub fn charted(self, name: &'static str, table: Option<fn(&mut Pen, &Page)>) -> Self {
        Self { chart: Some(name), table, ..self }
    }
}

impl<'a> Page<'a> {
    /// Nothing for a lens of another kind.
    pub fn of(shown: &Shown<'a>, own: &'a Results) -> Option<Self> {
        let LensRules::OperatingModel(rules) = &shown.lens.rules else { return None };
        Some(Self { shown: *shown, own, rules })
    }

    /// The rows of a part that were begun.
    pub fn rows(&self, part: &str) -> Vec<Entry<'a>> {
        self.sheet(part).map(|sheet| sheet.rows()).unwrap_or_default()
    }

    /// The fields of a part that are asked once.
    pub fn once(&self, part: &str) -> Option<Entry<'a>> {
        self.sheet(part).map(|sheet| sheet.once())
    }

    fn sheet(&self, part: &str) -> Option<Sheet<'a>> {
        Sheet::of(self.shown.lens, &self.shown.record.answers, part)
    }

    /// The heading of a part.
    pub fn name(&self, part: &str) -> &'a str {
        self.shown.lens.part(part).map_or("", |part| &part.name)
    }

    /// The label of a field.
    pub fn label(&self, part: &str, field: &str) -> &'a str {
        let part = self.shown.lens.part(part);
        let field = part.and_then(|part| part.field(field).or_else(|| part.once(field)));
        field.map_or("", |field| &field.label)
    }

    /// What was chosen in a field, as it was shown; empty where nothing was.
    pub fn chosen(&self, part: &str, entry: &Entry<'a>, field: &str) -> &'a str {
        let part = self.shown.lens.part(part);
        let of_field = part.and_then(|part| part.field(field).or_else(|| part.once(field)));
        let options = of_field.map(|field| &field.options).filter(|options| !options.is_empty());
        let options = options.or_else(|| entry.element.map(|element| &element.options));
        let value = entry.value(field);
        let found = options.and_then(|all| all.iter().find(|choice| Some(&choice.value) == value));
        found.map_or("", |choice| &choice.label)
    }

    /// A text of the page.
    pub fn say(&self, saying: Says) -> &'a str {
        self.shown.say(saying)
    }

    /// The same in all of its forms.
    pub fn forms<const N: usize>(&self, saying: Says) -> [&'a str; N] {
        self.shown.forms(saying)
    }

    /// The text of a code in a group of the lens.
    pub fn text(&self, group: &str, code: &str) -> &'a str {
        self.shown.lens.text_of(group, code)
    }

    /// A message with its placeholders filled.
    pub fn fill(&self, message: &str, values: &[(&str, Value)]) -> String {
        self.shown.fill(message, values)
    }

    /// A message about a number of things, `{Number}` and `{n}`, in the singular or plural.
    pub fn counted(&self, [one, many]: [&str; 2], number: usize, more: &[(&str, Value)]) -> String {
        let language = self.shown.language;
        let spelled = (language.words.results.start_sentence)(&Spelled(number).written(language));
        let mut values = vec![("Number", Text(&spelled)), ("n", Count(number))];
        values.extend_from_slice(more);
        self.fill(if number == 1 { one } else { many }, &values)
    }

    /// What a person calls a row in a field, else the label of the field with the place of the row.
    pub fn named(&self, part: &str, entry: &Entry<'a>, field: &str, place: usize) -> String {
        match entry.text(field).filter(|own| !own.trim().is_empty()) {
            Some(own) => own.to_owned(),
            None => {
                let values = [("part", Text(self.label(part, field))), ("n", Count(place + 1))];
                self.fill(self.shown.words().form.row, &values)
            }
        }
    }
}

/// A row of a list: what it is, its figure, a bar, and a line below.
pub(super) fn row(pen: &mut Pen, name: &str, figure: &str, share: Option<f64>, line: &str) {
    pen.el("li", |pen| {
        pen.put("span", name);
        pen.put("span.mr-num mr-quiet", figure);
        Bar { share, quiet: false, tick: None }.draw(pen);
        pen.when(!line.is_empty(), |pen| pen.put("span.mr-wide mr-quiet", line));
    });
}

/// A table of a part behind a fold: heads, then rows of cells, of which the last `numbers` are figures.
pub(super) fn table(
    pen: &mut Pen,
    page: &Page,
    part: &str,
    heads: &[&str],
    numbers: usize,
    rows: Vec<Vec<String>>,
) {
    let first_number = heads.len().saturating_sub(numbers);
    let heads: Vec<(&str, bool)> =
        heads.iter().enumerate().map(|(place, head)| (*head, place >= first_number)).collect();
    Table { caption: page.name(part), heads: &heads, rows, ..Table::default() }
        .folded(pen, page.say(Says::Figures));
}
