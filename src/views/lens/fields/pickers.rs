//! Answers to choose: side by side, one below the other, in a list, or several of them.

use super::number::option;
use super::{At, described, owned};
use crate::lens::{Choice, Kind, Rows, Value};
use crate::session::{Action, LensAction};
use crate::views::markup::Pen;
use web_sys::HtmlSelectElement;
use yew::{Event, TargetCast};

/// Codes that leave a question open, with what stands for them.
fn open_codes(at: &At) -> Vec<Choice> {
    let words = pen_words(at);
    let mut found = Vec::new();
    for code in &at.field.allow {
        let label = match &**code {
            "NA" => words.not_applicable,
            _ => words.unknown,
        };
        found.push(Choice { value: Value::text(code), label: label.to_owned() });
    }
    found
}

fn pen_words<'a>(at: &At<'a>) -> &'a crate::words::Answering {
    &at.form.language.words.answering
}

/// Yes and no, where the field brings no other words for it.
fn flags(at: &At) -> Vec<Choice> {
    let [yes, no] = at.form.words.form.yes_no;
    vec![
        Choice { value: Value::Flag(true), label: yes.to_owned() },
        Choice { value: Value::Flag(false), label: no.to_owned() },
    ]
}

/// Radios: whole statements below one another, short answers side by side.
pub(super) fn radios(pen: &mut Pen, at: &At, choices: &[Choice]) {
    let (id, is_rating) = (at.id(), at.field.kind == Kind::Rating);
    let mut all = choices.to_vec();
    if all.is_empty() && at.field.kind == Kind::Flag {
        all = flags(at);
    }
    let open = open_codes(at);
    let is_alone = at.form.is_single(at.row) && at.row.is_some();
    pen.el("fieldset.mr-field", |pen| {
        pen.key(&id);
        let named = at.element.filter(|own| !own.name.is_empty() && own.name != own.text);
        let hinted = if !is_alone || named.is_some() { "-hint " } else { "-mistake " };
        pen.set("aria-describedby", &[&*id, hinted, &*id, "-mistake"].concat());
        match at.element {
            Some(element) if is_alone => pen.el("legend.mr-lensask", |pen| {
                pen.text(&element.text);
                if element.must {
                    pen.put("span.mr-tag", at.form.lens.text("checklist/must"));
                }
            }),
            _ => pen.put("legend.mr-label", at.element_label().unwrap_or_else(|| at.label())),
        }
        if !is_alone {
            super::hint(pen, at, &id);
        } else if let Some(element) = named {
            pen.el("p.mr-note", |pen| {
                pen.set("id", &[&id, "-hint"].concat());
                pen.text(&element.name);
            });
        }
        super::mistake(pen, at, &id);
        let wide = is_rating || all.iter().any(|own| own.label.len() > 24) || all.len() > 4;
        pen.open(if wide { "div.mr-choices mr-choices-lens" } else { "div.mr-segment mr-segment-row" });
        group(pen, at, &id, &all, wide);
        pen.close();
        pen.when(!open.is_empty(), |pen| {
            pen.el("div.mr-choices mr-choices-alt", |pen| group(pen, at, &id, &open, true));
        });
        pen.when(at.value().is_some(), |pen| {
            let cleared = LensAction::Cleared {
                part: at.form.part.id.clone(),
                row: at.row.map(str::to_owned),
                field: at.name.to_owned(),
            };
            pen.action("mr-textlink mr-clear", Action::Lens(cleared), |pen| {
                pen.text(at.form.words.form.clear);
                pen.put("span.mr-hidden", &[": ", at.about()].concat());
            });
        });
    });
}

fn group(pen: &mut Pen, at: &At, id: &str, choices: &[Choice], wide: bool) {
    for own in choices {
        pen.open(if wide { "label.mr-choice" } else { "label" });
        let chosen = at.value() == Some(&own.value);
        pen.radio(id, chosen, None, at.entered(Some(own.value.clone()), None));
        pen.put("span", &own.label);
        pen.close();
    }
}

/// A list that drops down.
pub(super) fn list(pen: &mut Pen, at: &At, id: &str, choices: &[Choice]) {
    let make = owned(*at);
    let mut all = choices.to_vec();
    all.extend(open_codes(at));
    pen.open("select.mr-input");
    pen.set("id", id);
    described(pen, at, id);
    option(pen, at.form.words.form.choose, !all.iter().any(|own| at.value() == Some(&own.value)));
    for own in &all {
        option(pen, &own.label, at.value() == Some(&own.value));
    }
    pen.on_change(pen.on_action.reform(move |event: Event| {
        let picked = event.target_dyn_into::<HtmlSelectElement>().map(|own| own.selected_index());
        let place = picked.and_then(|at| usize::try_from(at).ok()?.checked_sub(1));
        make(place.and_then(|at| Some(all.get(at)?.value.clone())), None)
    }));
    pen.close();
}

/// Rows of another part, each with a box.
pub(super) fn boxes(pen: &mut Pen, at: &At) {
    let id = at.id();
    let named: Vec<Value> = match at.value() {
        Some(Value::Many(all)) => all.clone(),
        _ => Vec::new(),
    };
    let rows = at.form.rows_of(&at.field.of);
    pen.el("fieldset.mr-field", |pen| {
        pen.key(&id);
        pen.put("legend.mr-label", &at.field.label);
        super::hint(pen, at, &id);
        super::mistake(pen, at, &id);
        pen.when(rows.is_empty(), |pen| {
            let own = at.form.lens.part(&at.field.of).filter(|own| own.rows != Rows::None);
            let name = own.map_or("", |own| &own.name);
            let values = [("part", crate::views::markup::Value::Text(name))];
            pen.put("p.mr-text", &at.form.fill(at.form.words.form.none_yet, &values));
        });
        for (key, name) in &rows {
            let value = Value::text(key);
            let chosen = named.contains(&value);
            let mut next = named.clone();
            match next.iter().position(|own| *own == value) {
                Some(place) => drop(next.remove(place)),
                None => next.push(value),
            }
            let next = (!next.is_empty()).then_some(Value::Many(next));
            let action = at.entered(next, None);
            pen.el("label.mr-tick-box", |pen| {
                pen.key(key);
                pen.open("input[type=checkbox]");
                pen.checked(chosen);
                pen.on_change(pen.on_action.reform(move |_| action.clone()));
                pen.close();
                pen.put("span", name);
            });
        }
    });
}
