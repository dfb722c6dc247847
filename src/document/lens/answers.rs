//! The lens file: what a person entered in a lens, raw; scores never stand in it.
//!
//! Whatever a file says that nobody here understands is kept: values of unknown fields with their rows, unknown
//! fields of the file beside them.

use crate::document::answers::{begin, check_survey};
use crate::document::beyond::{LENS, beyond, with_beyond};
use crate::document::reader::{Log, Reader};
use crate::document::survey::check_format;
use crate::document::{Code, Problem, Tree, Writer};
use crate::history::Date;
use crate::lens::{LensAnswers, LensRecord, MOST_ROWS, PartAnswers, Value, Values};
use crate::survey::Survey;

/// What `format` says in every lens file.
pub const FORMAT: &str = "maturity-radar/lens";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;
/// Most parts, most fields of a row, most entries of a list.
pub const MOST_FIELDS: usize = 100;
/// Longest text in characters.
pub const LONGEST: usize = 2000;
/// Longest name of a row or field in characters.
const LONGEST_NAME: usize = 64;
/// Milliseconds that are surely a mistake.
const NEVER: u64 = 1_000_000_000_000_000;
/// The field of a part that holds its rows.
const ROWS: &str = "rows";

/// Whether a document says that it is a lens file.
pub fn is_one(tree: &Tree) -> bool {
    matches!(tree.get("format"), Some(Tree::Text(format)) if format == FORMAT)
}

/// Reads a lens file. Numbers stand as they were entered; what nobody can compute with is left out later, with
/// the reason. Rows and fields the lens does not have are kept.
///
/// # Errors
/// Every problem found; a part of more than [`MOST_ROWS`] rows is refused.
pub fn read(tree: &Tree, survey: &Survey) -> Result<LensRecord, Vec<Problem>> {
    let log = Log::of(tree);
    let root = log.root();
    check_format(root, FORMAT, MAJOR);
    check_survey(root, survey);
    let date = root.field("date");
    let day = Date::parse(date.str());
    if day.is_none() && date.is_text() {
        date.problem(Code::OutOfRange, "needs a date such as 2026-11-21");
    }
    let optional = |name: &str| root.optional(name).map(text).unwrap_or_default();
    let record = LensRecord {
        id: root.text("id"),
        lens: root.id("lens").to_owned(),
        lang: optional("lang"),
        date: day.unwrap_or_default(),
        scope: optional("scope"),
        assessment: optional("assessment"),
        touched_ms: root.optional("touched_ms").map_or(0.0, |field| field.as_number(0, NEVER)),
        answers: answers(root.field("parts")),
        beyond: beyond(tree, &LENS, survey),
    };
    log.close(record)
}

fn text(field: Reader) -> String {
    let text = field.str();
    if text.chars().count() > LONGEST {
        field.problem(Code::OutOfRange, "this text is too long");
    }
    text.to_owned()
}

/// Fields of an object, as long as there are no more than that; nothing of too many.
fn bounded<'a>(field: Reader<'a>, most: usize) -> Vec<(&'a str, Reader<'a>)> {
    let found: Vec<_> = field.entries().collect();
    let too_long = found.iter().any(|(name, _)| name.is_empty() || name.chars().count() > LONGEST_NAME);
    if found.len() > most || too_long {
        field.problem(Code::OutOfRange, "has too many entries, or one without a usable name");
        return Vec::new();
    }
    found
}

fn answers(parts: Reader) -> LensAnswers {
    let mut answers = LensAnswers::default();
    for (id, part) in bounded(parts, MOST_FIELDS) {
        let mut own = PartAnswers::default();
        for (name, field) in bounded(part, MOST_FIELDS) {
            if name != ROWS {
                own.once.fields.extend(value(field).map(|value| (name.to_owned(), value)));
                continue;
            }
            for (key, row) in bounded(field, MOST_ROWS) {
                let mut values = Values::default();
                for (name, field) in bounded(row, MOST_FIELDS) {
                    values.fields.extend(value(field).map(|value| (name.to_owned(), value)));
                }
                own.rows.push((key.to_owned(), values));
            }
        }
        answers.parts.push((id.to_owned(), own));
    }
    answers
}

/// One value as it was entered; `null` is none.
fn value(field: Reader) -> Option<Value> {
    Some(match field.tree()? {
        Tree::Null => return None,
        Tree::Bool(value) => Value::Flag(*value),
        Tree::Number(value) => Value::Number(*value),
        Tree::Text(_) => Value::Text(text(field)),
        Tree::List(entries) if entries.len() > MOST_ROWS => {
            field.problem(Code::OutOfRange, "has too many entries");
            return None;
        }
        Tree::List(entries)
            if entries.iter().all(|entry| !matches!(entry, Tree::List(_) | Tree::Record(_) | Tree::Null)) =>
        {
            Value::Many(field.items().into_iter().filter_map(value).collect())
        }
        other => Value::Kept(other.write()),
    })
}

/// Writes a lens file.
pub fn write(own: &LensRecord, survey: &Survey) -> String {
    let mut file = begin(FORMAT, survey);
    file.text("lens", &own.lens);
    file.text("id", &own.id);
    file.text("date", &own.date.iso());
    for (name, text) in [("lang", &own.lang), ("scope", &own.scope), ("assessment", &own.assessment)] {
        if !text.is_empty() {
            file.text(name, text);
        }
    }
    file.number("touched_ms", own.touched_ms);
    file.open("parts");
    for (id, part) in &own.answers.parts {
        file.open(id);
        write_values(&mut file, &part.once);
        if !part.rows.is_empty() {
            file.open(ROWS);
            for (key, values) in &part.rows {
                file.open(key);
                write_values(&mut file, values);
                file.close();
            }
            file.close();
        }
        file.close();
    }
    file.close();
    file.close();
    with_beyond(file.into_text(), own.beyond.as_deref(), &LENS, survey)
}

fn write_values(file: &mut Writer, values: &Values) {
    for (name, value) in &values.fields {
        write_value(file, name, value);
    }
}

/// One value as a file holds it.
pub(in crate::document) fn write_value(file: &mut Writer, name: &str, value: &Value) {
    match value {
        Value::Number(value) => file.number(name, *value),
        Value::Text(text) => file.text(name, text),
        Value::Flag(value) => file.flag(name, *value),
        Value::Many(all) => {
            file.open_list(name);
            for own in all {
                write_value(file, "", own);
            }
            file.close_list();
        }
        Value::Kept(json) => file.raw(name, json),
    }
}
