//! What the pages of a lens are made from, and the few forms they share.

use crate::lens::{ElementId, Lens, LensRecord, Part, Value};
use crate::session::Told;
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
    /// Words of the lenses.
    pub fn words(&self) -> &'static words::Lens {
        &self.language.words.lens
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
    pub fn element_name(&self, part: &str, id: &'a str) -> &'a str {
        let element = self.lens.part(part).and_then(|part| part.element(id));
        element.map_or(id, |own| if own.name.is_empty() { &own.text } else { &own.name })
    }

    /// What a row is called: its element, else what a person calls it, else its name.
    pub fn row_name(&self, part: &str, key: &str) -> String {
        let of_part = self.lens.part(part);
        if let Some(own) = of_part.and_then(|own| own.element(key)) {
            return if own.name.is_empty() { own.text.clone() } else { own.name.clone() };
        }
        let rows = self.record.answers.part(part).map(|own| own.rows.as_slice()).unwrap_or_default();
        let place = rows.iter().position(|(own, _)| own == key);
        let name = of_part.and_then(Part::name_field);
        let called = name.and_then(|name| rows.get(place?)?.1.get(&name.id));
        match (called, place, of_part) {
            (Some(Value::Text(text)), ..) if !text.trim().is_empty() => text.clone(),
            (_, Some(place), Some(part)) => {
                let values = [("part", Text(part.row_label())), ("n", Count(place + 1))];
                self.fill(self.words().form.row, &values)
            }
            _ => key.to_owned(),
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
