//! The answers held against the own earlier ones, item by item. No significance is claimed (model 4).

use super::shown::Shown;
use crate::lens::{Changed, LensRecord, Value, compare};
use crate::views::frame::section;
use crate::views::lens::table::Table;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day};

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
        let on = |message, day| shown.fill(message, &[("date", Day(day))]);
        let (was, is) = (on(words.was, before.date), on(words.is, shown.record.date));
        let heads = &[(words.item, false), (&*was, false), (&*is, false)];
        let rows = found.iter().map(|own| row(shown, &then, own)).collect();
        Table { caption: words.changed_table, heads, rows, ..Table::default() }.draw(pen);
    });
}

/// What a row is called now, else what it was called then.
fn name_of(shown: &Shown, then: &Shown, part: &str, key: &str) -> String {
    let name = shown.row_name(part, key);
    if name == key { then.row_name(part, key) } else { name }
}

fn row(shown: &Shown, then: &Shown, own: &Changed) -> Vec<String> {
    let words = shown.words();
    let field = shown.field_name(&own.part, own.row.is_some(), &own.field);
    let of_row = own.row.as_deref().map(|row| name_of(shown, then, &own.part, row)).unwrap_or_default();
    let place: Vec<&str> = [&*of_row, &*field].into_iter().filter(|text| !text.is_empty()).collect();
    let [before, mut now] = [&own.before, &own.now].map(|value| {
        let text = value.as_ref().map(|value| said(shown, then, own, value)).unwrap_or_default();
        if text.is_empty() { words.nothing.to_owned() } else { text }
    });
    if own.other_meaning {
        now.push_str(". ");
        now.push_str(words.other_meaning);
    }
    vec![place.join(", "), before, now]
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
