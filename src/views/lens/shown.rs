//! What the pages of a lens are made from, and the few forms they share.

use crate::lens::wording::Saying;
use crate::lens::{Element, ElementId, Lens, LensRecord, Part, Value, Values};
use crate::session::{Session, Told};
use crate::views::markup::Value::{Count, Text};
use crate::views::markup::{self, Pen, filled};
use crate::views::pictures::Chart;
use crate::words::{self, Language};

/// One lens with what was answered.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The lens.
    pub lens: &'a Lens,
    /// The answers on show.
    pub record: &'a LensRecord,
    /// The name of the assessed unit; may be empty.
    pub scope: &'a str,
    /// The language of the interface.
    pub language: &'a Language,
    /// How a service of the page ended last.
    pub told: Option<&'a Told>,
}

/// One thing a lens has found, in the order to work on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A name that is the same as long as the finding is, such as `push_down/ds.d.reply`.
    pub id: String,
    /// What it is about, in a few words that stand before the rest; may be empty.
    pub lead: String,
    /// What was found.
    pub text: String,
    /// What to do about it, as a plan would say it in one sentence; empty where nothing follows.
    pub act: String,
}

impl<'a> Shown<'a> {
    /// Answers of a session.
    pub fn of(session: &'a Session, lens: &'a Lens, record: &'a LensRecord, language: &'a Language) -> Self {
        let scope = if session.scope().is_empty() { &record.scope } else { session.scope() };
        Self { lens, record, scope, language, told: session.told.as_ref() }
    }

    /// Words of the lenses.
    pub fn words(&self) -> &'static words::Lens {
        &self.language.words.lens
    }

    /// A text of its page of results.
    pub fn say(&self, saying: impl Saying) -> &'a str {
        self.lens.page.say(saying)
    }

    /// The same in all of its forms.
    pub fn forms<const N: usize>(&self, saying: impl Saying) -> [&'a str; N] {
        self.lens.page.forms(saying)
    }

    /// A message with its placeholders filled.
    pub fn fill(&self, message: &str, values: &[(&str, markup::Value)]) -> String {
        filled(self.language, message, values)
    }

    /// A chart of this lens as a picture; `what` says what it is.
    pub fn chart<'p>(&self, name: &'p str, what: &'p str) -> Chart<'p> {
        Chart { name, part: "", what, day: self.record.date }
    }

    /// What an element is called: its name, else its text.
    pub fn element_name<'n>(&self, part: &str, id: &'n str) -> &'n str
    where
        'a: 'n,
    {
        let element = self.lens.part(part).and_then(|part| part.element(id));
        element.map_or(id, Element::called)
    }

    /// What a row is called: its element, else what a person calls it, else its name.
    pub fn row_name(&self, part: &str, key: &str) -> String {
        let rows = self.record.answers.part(part).map(|own| own.rows.as_slice()).unwrap_or_default();
        let place = rows.iter().position(|(own, _)| own == key);
        let row = place.and_then(|at| Some((at, &rows.get(at)?.1)));
        match (self.lens.part(part), row) {
            (Some(part), Some((place, values))) => row_name(self.language, part, place, key, values),
            _ => self.element_name(part, key).to_owned(),
        }
    }

    /// What a field is called; of one that stands for each of some elements, that element.
    pub fn field_name(&self, part: &str, of_row: bool, field: &str) -> String {
        let Some(part) = self.lens.part(part) else { return String::new() };
        let own = if of_row { part.field(field) } else { part.once(field) };
        let each = own.and_then(|own| own.each.iter().find(|own| own.id.as_str() == field));
        each.map(|own| own.name.clone()).or(own.map(|own| own.label.clone())).unwrap_or_default()
    }

    /// The same for a name out of the lens.
    pub fn name_of(&self, part: &str, id: &'a ElementId) -> &'a str {
        self.element_name(part, id.as_str())
    }
}

/// What a row is called: its element, what a person calls it, else its number.
pub(super) fn row_name(language: &Language, part: &Part, place: usize, key: &str, values: &Values) -> String {
    if let Some(element) = part.element(key) {
        return element.called().to_owned();
    }
    match part.name_field().and_then(|own| values.get(&own.id)) {
        Some(Value::Text(text)) if !text.trim().is_empty() => text.clone(),
        _ => {
            let values = [("part", Text(part.row_label())), ("n", Count(place + 1))];
            filled(language, language.words.lens.form.row, &values)
        }
    }
}

/// The findings as a numbered list.
pub(super) fn findings(pen: &mut Pen, all: &[Finding]) {
    pen.el("ol.mr-findings", |pen| {
        for own in all {
            pen.el("li", |pen| {
                pen.el("span", |pen| {
                    if !own.lead.is_empty() {
                        pen.put("b", &own.lead);
                        pen.text(" ");
                    }
                    pen.text(&own.text);
                });
            });
        }
    });
}

/// The headline as sentences, each of which stays together where there is room.
pub(super) fn headline(pen: &mut Pen, sentences: &[String], lead: &str) {
    pen.el("h1.mr-h1#mr-heading[tabindex=-1]", |pen| {
        for one in sentences {
            pen.put("span.mr-sentence", one);
            pen.text(" ");
        }
    });
    pen.when(!lead.is_empty(), |pen| pen.put("p.mr-lead", lead));
}
