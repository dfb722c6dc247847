//! Parts, fields and elements of a lens document.

use crate::document::reader::Reader;
use crate::document::survey::sources;
use crate::document::{Code, Tree};
use crate::lens::{Choice, Element, ElementId, Field, Kind, Part, Rows, Unit, Value};

/// Numbers beyond this are surely a mistake.
const HIGHEST: u64 = 1_000_000_000_000;

pub(super) fn parts(root: Reader) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for entry in root.filled_list("parts") {
        let read = part(root, entry);
        if parts.iter().any(|own| own.id == read.id) {
            entry.field("id").problem(Code::DuplicateId, "this id stands twice");
        }
        parts.push(read);
    }
    parts
}

fn part(root: Reader, entry: Reader) -> Part {
    let id = entry.id("id");
    let rows = match entry.optional("rows") {
        None => Rows::None,
        Some(rows) => match rows.str() {
            "elements" => Rows::Elements,
            "elements_and_own" => Rows::ElementsAndOwn,
            "own" => Rows::Own,
            _ => {
                rows.problem(Code::OutOfRange, "needs elements, elements_and_own or own");
                Rows::None
            }
        },
    };
    let of = matches!(rows, Rows::Elements | Rows::ElementsAndOwn).then(|| entry.field("of"));
    Part {
        id: id.to_owned(),
        name: root.field("ui").field("sections").text(id),
        rows,
        row: entry.optional("row").map(Reader::filled).unwrap_or_default(),
        elements: of.map(|of| elements(root, of.str())).unwrap_or_default(),
        once: entry.optional_list("once").read(|field| read_field(root, field)),
        fields: entry.optional_list("fields").read(|field| read_field(root, field)),
        sources: sources(entry),
        basis: basis_mark(entry),
    }
}

fn read_field(root: Reader, entry: Reader) -> Field {
    let id = entry.id("id");
    let words = root.field("ui").optional("fields").and_then(|fields| fields.optional(id));
    let word = |name: &str| words.and_then(|own| own.optional(name)).map(Reader::filled).unwrap_or_default();
    let given = entry.optional("options").or_else(|| words.and_then(|own| own.optional("options")));
    let offers = entry.optional("offers").map(|list| root.filled_list(list.str()).read(offer));
    let kind = entry.field("type");
    let kind = match kind.str() {
        "number" => Kind::Number {
            min: entry.number("min", 0, HIGHEST),
            max: entry.number("max", 0, HIGHEST),
            whole: optional_flag(entry, "whole"),
        },
        "choice" => Kind::Choice,
        "rating" => Kind::Rating,
        "flag" => Kind::Flag,
        "text" => Kind::Text,
        "date" => Kind::Date,
        "elements" => Kind::Elements,
        _ => {
            kind.problem(Code::OutOfRange, "this type of field is not known here");
            Kind::Text
        }
    };
    let each = match (kind, entry.optional("of")) {
        (Kind::Choice, Some(of)) => elements(root, of.str()),
        _ => Vec::new(),
    };
    Field {
        id: id.to_owned(),
        kind,
        optional: optional_flag(entry, "optional"),
        label: word("label"),
        question: word("question"),
        help: word("help"),
        options: offers.or_else(|| given.map(|own| own.items().read(choice))).unwrap_or_default(),
        allow: entry.optional_list("allow").read(Reader::filled),
        of: match (kind, entry.optional("of")) {
            (Kind::Elements, Some(of)) => of.str().to_owned(),
            _ => String::new(),
        },
        each,
        unit: entry.optional("unit").map(unit).unwrap_or_default(),
        default: entry.optional("default").map(scalar),
    }
}

fn unit(field: Reader) -> Unit {
    match field.str() {
        "hours" => Unit::Hours,
        "days" => Unit::Days,
        "percent" => Unit::Percent,
        "week_start" => Unit::WeekStart,
        "week_end" => Unit::WeekEnd,
        _ => {
            field.problem(Code::OutOfRange, "needs hours, days, percent, week_start or week_end");
            Unit::Plain
        }
    }
}

/// A length of time to choose.
fn offer(entry: Reader) -> Choice {
    Choice { value: Value::Number(entry.number("hours", 0, HIGHEST)), label: entry.text("label") }
}

/// The elements in a list of the document.
pub(super) fn elements(root: Reader, list: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    for entry in root.filled_list(list) {
        let read = element(entry);
        if all.iter().any(|own| own.id == read.id) {
            entry.field("id").problem(Code::DuplicateId, "this id stands twice");
        }
        all.push(read);
    }
    all
}

fn element(entry: Reader) -> Element {
    let first = |names: &[&str]| names.iter().find_map(|name| entry.optional(name)).map(Reader::filled);
    let name = first(&["short", "name"]).unwrap_or_default();
    let text = first(&["stem", "question", "text"]);
    if text.is_none() && name.is_empty() {
        entry.problem(Code::Missing, "needs a name or a question");
    }
    let anchor =
        |own: Reader| Choice { value: Value::Number(own.number("value", 0, 9)), label: own.text("text") };
    let anchors = entry.optional("anchors").map(|_| entry.filled_list("anchors").read(anchor));
    Element {
        id: ElementId::new(entry.id("id")),
        text: text.unwrap_or_else(|| name.clone()),
        name,
        group: first(&["group"]).unwrap_or_default(),
        must: optional_flag(entry, "must"),
        next: first(&["next"]).unwrap_or_default(),
        meaning_rev: entry.optional("meaning_rev").map_or(1, |own| own.as_whole(1, 9999)),
        options: anchors.unwrap_or_else(|| entry.optional_list("options").read(choice)),
        sources: {
            // An element without a source would be an opinion without an author.
            entry.filled_list("source");
            sources(entry)
        },
        basis: basis_mark(entry),
    }
}

/// `S` or `J`.
pub(super) fn basis_mark(entry: Reader) -> String {
    let field = entry.field("basis");
    let mark = field.str();
    if field.is_text() && mark != "S" && mark != "J" {
        field.problem(Code::OutOfRange, "needs S for a source or J for a judgement");
    }
    mark.to_owned()
}

fn choice(entry: Reader) -> Choice {
    Choice { value: scalar(entry.field("value")), label: entry.text("label") }
}

fn scalar(field: Reader) -> Value {
    match field.tree() {
        Some(Tree::Number(value)) => Value::Number(*value),
        Some(Tree::Bool(value)) => Value::Flag(*value),
        _ => Value::Text(field.str().to_owned()),
    }
}

pub(super) fn optional_flag(entry: Reader, name: &str) -> bool {
    entry.optional(name).is_some_and(flag)
}

pub(super) fn flag(field: Reader) -> bool {
    if let Some(Tree::Bool(value)) = field.tree() {
        return *value;
    }
    field.problem(Code::WrongType, "needs true or false");
    false
}
