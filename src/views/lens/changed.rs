//! The answers held against the own earlier ones, item by item. No significance is claimed (model 4).

use super::shown::Shown;
use crate::lens::{Changed, LensRecord, Value, compare};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day, Text};

/// The section.
pub(super) fn changed(pen: &mut Pen, shown: &Shown, before: &LensRecord) {
    let words = shown.words();
    let found = compare(&before.answers, &shown.record.answers);
    let then = Shown { record: before, ..*shown };
    let values = [("n", Count(found.len())), ("date", Day(before.date))];
    let title = match found.len() {
        0 => words.changed_none,
        1 => words.changed_one,
        _ => words.changed,
    };
    section(pen, &shown.fill(title, &values), words.changed_note, |pen| {
        if found.is_empty() {
            return;
        }
        pen.el("div.mr-plain[role=region][tabindex=0]", |pen| {
            pen.set("aria-label", words.changed_table);
            pen.el("table.mr-table", |pen| {
                pen.put("caption.mr-hidden", words.changed_table);
                pen.el("thead", |pen| {
                    pen.el("tr", |pen| {
                        pen.put("th[scope=col]", words.item);
                        pen.say("th[scope=col]", words.was, &[("date", Day(before.date))]);
                        pen.say("th[scope=col]", words.is, &[("date", Day(shown.record.date))]);
                    });
                });
                pen.el("tbody", |pen| {
                    for own in &found {
                        pen.el("tr", |pen| row(pen, shown, &then, own));
                    }
                });
            });
        });
    });
}

/// What a row is called now, else what it was called then.
fn name_of(shown: &Shown, then: &Shown, part: &str, key: &str) -> String {
    let name = shown.row_name(part, key);
    if name == key { then.row_name(part, key) } else { name }
}

fn row(pen: &mut Pen, shown: &Shown, then: &Shown, own: &Changed) {
    let words = shown.words();
    let field = shown.field_name(&own.part, own.row.is_some(), &own.field);
    let of_row = own.row.as_deref().map(|row| name_of(shown, then, &own.part, row)).unwrap_or_default();
    let place: Vec<&str> = [&*of_row, &*field].into_iter().filter(|text| !text.is_empty()).collect();
    pen.put("th[scope=row]", &place.join(", "));
    for (value, is_last) in [(&own.before, false), (&own.now, true)] {
        let text = value.as_ref().map(|value| said(shown, then, own, value)).unwrap_or_default();
        pen.el("td", |pen| {
            pen.text(if text.is_empty() { words.nothing } else { &text });
            pen.when(is_last && own.other_meaning, |pen| {
                pen.say("p.mr-note", words.other_meaning, &[("item", Text(&field))]);
            });
        });
    }
}

/// An answer in words.
fn said(shown: &Shown, then: &Shown, own: &Changed, value: &Value) -> String {
    let words = shown.words();
    let part = shown.lens.part(&own.part);
    let field = part.and_then(|part| match own.row {
        Some(_) => part.field(&own.field),
        None => part.once(&own.field),
    });
    let element = own.row.as_deref().and_then(|row| part?.element(row));
    let options = field.map(|own| &own.options).filter(|own| !own.is_empty());
    let mut options = options.or(element.map(|own| &own.options)).into_iter().flatten();
    if let Some(own) = options.find(|own| own.value == *value) {
        return own.label.clone();
    }
    match value {
        Value::Number(value) => shown.language.short(*value),
        Value::Flag(value) => {
            let [yes, no] = words.form.yes_no;
            if *value { yes.to_owned() } else { no.to_owned() }
        }
        Value::Text(text) if text == "NA" => shown.language.words.answering.not_applicable.to_owned(),
        Value::Text(text) if text == "DK" => shown.language.words.answering.unknown.to_owned(),
        Value::Text(text) => text.clone(),
        Value::Many(all) => {
            let of = field.map(|own| own.of.as_str()).unwrap_or_default();
            let name = |own: &Value| match own {
                Value::Text(key) => name_of(shown, then, of, key),
                _ => String::new(),
            };
            all.iter().map(name).collect::<Vec<_>>().join(", ")
        }
        Value::Kept(_) => String::new(),
    }
}
