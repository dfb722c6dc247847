//! The questions of one part of a lens: what is asked once, then row by row. Nothing has to be complete to go on.

use super::fields::{At, field, note};
use super::rows;
use super::shown::row_name;
use super::sources::to_sources;
use crate::lens::{Element, Field, Kind, Lens, LensAnswers, NOTE, Part, Rows, Values};
use crate::session::{Action, LensAction, LensPage, Typed};
use crate::views::markup::Value::{Count, Text};
use crate::views::markup::{Pen, Value, filled};
use crate::words::{self, Language};

/// With more fields than this a row is opened by itself.
const AT_ONCE: usize = 6;

/// One part with what was answered.
pub(super) struct Form<'a> {
    pub lens: &'a Lens,
    pub part: &'a Part,
    pub answers: &'a LensAnswers,
    /// The row that is open.
    pub row: Option<&'a str>,
    pub typed: Option<&'a Typed>,
    /// Whether what is entered outlasts the tab.
    pub is_durable: bool,
    pub language: &'a Language,
    pub words: &'static words::Lens,
}

impl<'a> Form<'a> {
    pub fn fill(&self, message: &str, values: &[(&str, Value)]) -> String {
        filled(self.language, message, values)
    }

    /// Fields of a row that are asked, without words to an answer; a person names rows of their own only.
    pub fn asked(&self, element: Option<&Element>) -> impl Iterator<Item = &'a Field> + use<'a> {
        let is_own = element.is_none();
        self.part.fields.iter().filter(move |own| own.id != NOTE && (is_own || own.kind != Kind::Text))
    }

    /// Whether a row asks one thing alone.
    pub fn is_single(&self, row: Option<&str>) -> bool {
        match row {
            Some(row) => self.asked(self.part.element(row)).count() == 1,
            None => true,
        }
    }

    /// Whether rows are opened one by one.
    pub fn is_one_by_one(&self) -> bool {
        let count = |own: &Field| own.each.len().max(1);
        self.part.rows != Rows::Elements && self.part.fields.iter().map(count).sum::<usize>() > AT_ONCE
    }

    /// The rows that were begun in a part, each with its name and what it is called.
    pub fn rows_of(&self, part: &str) -> Vec<(&'a str, String)> {
        let Some(part) = self.lens.part(part) else { return Vec::new() };
        let rows = self.answers.part(&part.id).map(|own| own.rows.as_slice()).unwrap_or_default();
        rows.iter()
            .enumerate()
            .map(|(at, (key, values))| (&**key, self.row_name(part, at, key, values)))
            .collect()
    }

    /// What a row is called: its element, what a person calls it, else its number.
    pub fn row_name(&self, part: &Part, place: usize, key: &str, values: &Values) -> String {
        row_name(self.language, part, place, key, values)
    }

    /// What a field of all rows adds up to.
    pub fn sum(&self, field: &str) -> f64 {
        let rows = self.answers.part(&self.part.id).map(|own| own.rows.as_slice()).unwrap_or_default();
        let number = |(_, values): &(String, Values)| match values.get(field) {
            Some(crate::lens::Value::Number(value)) if *value > 0.0 => *value,
            _ => 0.0,
        };
        rows.iter().map(number).sum()
    }

    fn values(&self, row: Option<&str>) -> Option<&'a Values> {
        let own = self.answers.part(&self.part.id)?;
        row.map_or(Some(&own.once), |row| own.row(row))
    }

    /// Fields of a row, one after the other.
    pub fn fields(&self, pen: &mut Pen, row: Option<&str>, element: Option<&Element>) {
        let values = self.values(row);
        let once: Vec<&Field> = match row {
            Some(_) => self.asked(element).collect(),
            None => self.part.once.iter().collect(),
        };
        for own in once {
            if own.each.is_empty() {
                field(pen, At { form: self, field: own, name: &own.id, row, element, values });
                continue;
            }
            pen.el("fieldset.mr-field mr-each", |pen| {
                pen.put("legend.mr-label", &own.label);
                pen.put("p.mr-note", &own.question);
                pen.el("div.mr-eachgrid", |pen| {
                    for each in &own.each {
                        let name = each.id.as_str();
                        field(pen, At { form: self, field: own, name, row, element, values });
                    }
                });
            });
        }
        if let Some(own) = self.part.fields.iter().find(|own| own.id == NOTE && row.is_some()) {
            note(pen, At { form: self, field: own, name: NOTE, row, element, values });
        }
    }
}

/// The page.
pub(super) fn form(pen: &mut Pen, form: &Form) {
    let words = &form.words.form;
    let place = form.lens.parts.iter().position(|own| own.id == form.part.id).unwrap_or_default();
    let values =
        [("lens", Text(&form.lens.name)), ("n", Count(place + 1)), ("all", Count(form.lens.parts.len()))];
    pen.put("p.mr-kicker", &form.fill(words.kicker, &values));
    pen.put("h1.mr-h2#mr-heading[tabindex=-1]", &form.part.name);
    let may_skip = form.lens.may_skip(&form.part.id, form.answers);
    pen.when(may_skip, |pen| pen.put("p.mr-note mr-section-tight", form.lens.text("asked/may_skip")));
    let note = form.lens.text("checklist/note");
    let has_na = |own: &Field| own.options.iter().any(|own| own.value == crate::lens::Value::text("na"));
    let is_checklist = form.part.fields.iter().any(has_na);
    pen.when(is_checklist && !note.is_empty(), |pen| pen.put("p.mr-text mr-section-tight", note));
    pen.when(!form.part.once.is_empty(), |pen| {
        pen.el("div.mr-lensrow mr-lensonce", |pen| {
            pen.key("once");
            form.fields(pen, None, None);
        });
    });
    match form.part.rows {
        Rows::None => {}
        Rows::Elements => elements(pen, form),
        Rows::ElementsAndOwn | Rows::Own => rows::rows(pen, form),
    }
    onward(pen, form, place);
}

/// Every element, under the heading of its group.
fn elements(pen: &mut Pen, form: &Form) {
    let mut group = "";
    let single = form.part.elements.first().is_some_and(|own| form.is_single(Some(own.id.as_str())));
    for element in &form.part.elements {
        if element.group != group {
            group = &element.group;
            let name = form.lens.group_name(group);
            pen.when(!name.is_empty(), |pen| pen.put("h2.mr-h3 mr-lensgroup", name));
        }
        let key = element.id.as_str();
        pen.el("div.mr-lensrow", |pen| {
            pen.key(key);
            if single {
                return form.fields(pen, Some(key), Some(element));
            }
            pen.el("fieldset.mr-lensset", |pen| {
                let name = element.called();
                pen.put("legend.mr-lensask", name);
                pen.when(name != element.text, |pen| pen.put("p.mr-note", &element.text));
                pen.el("div.mr-fieldgrid", |pen| form.fields(pen, Some(key), Some(element)));
            });
        });
    }
}

/// The next part, or what the answers say.
fn onward(pen: &mut Pen, form: &Form, place: usize) {
    let words = &form.words.form;
    pen.el("div.mr-actions", |pen| {
        pen.key("onward");
        match form.lens.parts.get(place + 1) {
            Some(next) => {
                let values = [("part", Text(&next.name))];
                let page = LensPage::Questions { part: next.id.clone(), row: None };
                pen.button("mr-button", &form.fill(words.next, &values), turned(page));
                // There is nothing to see before something is entered.
                pen.when(!form.answers.is_empty(), |pen| {
                    pen.button("mr-button mr-button-2", form.words.see_results, turned(LensPage::Results));
                });
            }
            None => pen.button("mr-button", form.words.see_results, turned(LensPage::Results)),
        }
        pen.button("mr-button mr-button-2", words.to_parts, turned(LensPage::Parts));
    });
    pen.put("p.mr-note mr-section-tight", if form.is_durable { words.kept } else { words.not_kept });
    to_sources(pen);
}

pub(super) fn turned(page: LensPage) -> Action {
    Action::Lens(LensAction::Turned(page))
}
