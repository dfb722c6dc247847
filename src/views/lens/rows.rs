//! Rows that are added as needed: those of the lens to pick from, a person's own, and the one that is open.

use super::form::{Form, turned};
use crate::lens::{Element, MOST_ROWS, Rows, Values};
use crate::session::{Action, LensAction, LensPage};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Spelled, Text};

/// All rows, with what adds more.
pub(super) fn rows(pen: &mut Pen, form: &Form) {
    if form.is_one_by_one() {
        listed(pen, form);
    } else {
        let rows = begun(form);
        for (place, (key, values)) in rows.iter().enumerate() {
            pen.el("fieldset.mr-lensrow mr-lensset", |pen| {
                pen.key(key);
                pen.put("legend.mr-lensask", &form.row_name(form.part, place, key, values));
                pen.el("div.mr-fieldgrid", |pen| form.fields(pen, Some(key), None));
                remove(pen, form, key, place, values);
            });
        }
        add(pen, form, rows.len());
    }
}

fn begun<'a>(form: &Form<'a>) -> &'a [(String, Values)] {
    form.answers.part(&form.part.id).map(|own| own.rows.as_slice()).unwrap_or_default()
}

/// A list of what can be described, with the open row in its place.
fn listed(pen: &mut Pen, form: &Form) {
    let rows = begun(form);
    if form.part.rows == Rows::ElementsAndOwn {
        let mut group = "";
        for element in &form.part.elements {
            if element.group != group {
                group = &element.group;
                pen.put("h2.mr-h3 mr-lensgroup", form.lens.group_name(group));
            }
            let key = element.id.as_str();
            let place = rows.iter().position(|(own, _)| own == key);
            let values = place.and_then(|at| rows.get(at)).map(|(_, values)| values);
            entry(pen, form, key, place.unwrap_or_default(), values, Some(element));
        }
        let has_own = rows.iter().any(|(key, _)| form.part.element(key).is_none());
        pen.when(has_own, |pen| pen.put("h2.mr-h3 mr-lensgroup", form.words.form.own));
    }
    for (place, (key, values)) in rows.iter().enumerate() {
        if form.part.element(key).is_none() {
            entry(pen, form, key, place, Some(values), None);
        }
    }
    add(pen, form, rows.len());
}

/// One line of the list: what it is, how far it is described, the button that opens it.
fn entry(
    pen: &mut Pen,
    form: &Form,
    key: &str,
    place: usize,
    values: Option<&Values>,
    element: Option<&Element>,
) {
    let words = &form.words.form;
    let empty = Values::default();
    let name = form.row_name(form.part, place, key, values.unwrap_or(&empty));
    let is_open = form.row == Some(key) && values.is_some();
    pen.el("div.mr-lensentry", |pen| {
        pen.key(key);
        if is_open {
            // Under the heading of a group where there are groups.
            let heading = if form.part.rows == Rows::Own {
                "h2.mr-h3#mr-complaint[tabindex=-1]"
            } else {
                "h3.mr-h3#mr-complaint[tabindex=-1]"
            };
            pen.put(heading, &name);
            pen.el("div.mr-fieldgrid", |pen| form.fields(pen, Some(key), element));
            pen.el("div.mr-actions", |pen| {
                let page = LensPage::Questions { part: form.part.id.clone(), row: None };
                pen.button("mr-button", words.done, turned(page));
            });
            return remove(pen, form, key, place, values.unwrap_or(&empty));
        }
        let state = match values {
            None => String::new(),
            Some(values) => match open_fields(form, values, element) {
                0 => words.complete.to_owned(),
                1 => words.open_one.to_owned(),
                open => form.fill(words.open_many, &[("n", Spelled(open))]),
            },
        };
        pen.el("div.mr-lensline", |pen| {
            pen.put("b", &name);
            pen.put("span.mr-note", &state);
            let action = match values {
                Some(_) => {
                    turned(LensPage::Questions { part: form.part.id.clone(), row: Some(key.to_owned()) })
                }
                None => Action::Lens(LensAction::RowAdded {
                    part: form.part.id.clone(),
                    element: Some(key.to_owned()),
                }),
            };
            pen.action("mr-button mr-button-2", action, |pen| {
                pen.text(if values.is_some() { words.change } else { words.describe });
                pen.put("span.mr-hidden", &[": ", &name].concat());
            });
        });
    });
}

/// Fields of a row that its results want and that nobody can compute with.
fn open_fields(form: &Form, values: &Values, element: Option<&Element>) -> usize {
    let mut open = 0;
    for field in form.asked(element).filter(|own| own.each.is_empty()) {
        let value = values.get(&field.id);
        let fits = value.map_or(field.optional, |value| field.fault(value, element).is_none());
        open += usize::from(!fits);
    }
    open
}

fn remove(pen: &mut Pen, form: &Form, key: &str, place: usize, values: &Values) {
    let action = Action::Lens(LensAction::RowRemoved { part: form.part.id.clone(), row: key.to_owned() });
    let name = form.row_name(form.part, place, key, values);
    pen.action("mr-textlink mr-clear", action, |pen| {
        pen.text(form.words.form.remove);
        pen.put("span.mr-hidden", &[": ", &name].concat());
    });
}

fn add(pen: &mut Pen, form: &Form, count: usize) {
    let words = &form.words.form;
    pen.el("div.mr-actions mr-section-tight", |pen| {
        pen.key("add");
        let most = form.lens.most_rows(&form.part.id);
        if count >= most {
            // As many as a lens has a use for, or as there is room for anywhere.
            let message = if most < MOST_ROWS { form.lens.text("asked/enough") } else { words.enough };
            return pen.put("p.mr-text", &form.fill(message, &[("n", Count(most))]));
        }
        let action = Action::Lens(LensAction::RowAdded { part: form.part.id.clone(), element: None });
        let label = match (form.part.rows, count) {
            (Rows::ElementsAndOwn, _) => words.add_own,
            (_, 0) => words.add_first,
            _ => words.add,
        };
        pen.button("mr-button mr-button-2", &form.fill(label, &[("part", Text(&form.part.name))]), action);
    });
}
