//! What belongs in-house: from where a capability is done today to where it would best be.

use super::page::{Page, Section, table};
use super::track;
use crate::lens::operating_model::Sourced;
use crate::lens::wording::OperatingModel as Says;
use crate::lens::{Choice, Entry, Value};
use crate::views::markup::Pen;

const PART: &str = "sourcing";

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let mut gaps = page.own.sourcing.iter().filter_map(|(_, own)| own.gap).peekable();
    let is_known = gaps.peek().is_some();
    let off = gaps.filter(|gap| *gap != 0.0).count();
    let title = match (is_known, off) {
        (false, _) => page.name(PART).to_owned(),
        (true, 0) => page.say(Says::SourcingFine).to_owned(),
        _ => page.counted(page.forms(Says::SourcingOff), off, &[]),
    };
    let has_row = page.rows(PART).iter().any(|entry| line(page, entry).is_some());
    has_row.then(|| {
        Section::new(PART, &title, page.say(Says::SourcingNote).to_owned(), draw)
            .charted("lens-model-sourcing", Some(figures))
    })
}

/// Where each is done, and where it belongs.
fn figures(pen: &mut Pen, page: &Page) {
    let mut lines = Vec::new();
    for entry in page.rows(PART) {
        let (Some(element), Some(read)) = (entry.element, read(page, entry.key)) else { continue };
        let named = |value: Option<f64>| value.map(|own| way(page, own).to_owned()).unwrap_or_default();
        lines.push(vec![element.name.clone(), named(entry.number("current")), named(read.goal)]);
    }
    let heads = [page.shown.words().item, page.label(PART, "current"), page.text("sourcing_notes", "goal")];
    table(pen, page, PART, &heads, 0, lines);
}

/// The ways to source, from the outside in.
fn ways<'a>(page: &Page<'a>) -> &'a [Choice] {
    let field = page.shown.lens.part(PART).and_then(|part| part.field("current"));
    field.map(|field| field.options.as_slice()).unwrap_or_default()
}

pub(super) fn way<'a>(page: &Page<'a>, value: f64) -> &'a str {
    let found = ways(page).iter().find(|choice| choice.value == Value::Number(value));
    found.map_or("", |choice| &choice.label)
}

pub(super) fn read<'a>(page: &Page<'a>, key: &str) -> Option<&'a Sourced> {
    page.own.sourcing.iter().find(|(id, _)| id == key).map(|(_, read)| read)
}

/// Where it is done, where it belongs, and what comes first; nothing where neither is known.
pub(super) fn line(page: &Page, entry: &Entry) -> Option<String> {
    let read = read(page, entry.key)?;
    let mut parts: Vec<&str> = Vec::new();
    let [today, goal] = [entry.number("current"), read.goal].map(|own| own.map(|own| way(page, own)));
    for (label, way) in [(page.label(PART, "current"), today), (page.text("sourcing_notes", "goal"), goal)] {
        if let Some(way) = way {
            parts.extend([label, ": ", way, ". "]);
        }
    }
    if read.build_skill_first {
        parts.push(page.text("sourcing_notes", "build_skill_first"));
    }
    (!parts.is_empty()).then(|| parts.concat().trim_end().to_owned())
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    let stops = ways(page).len();
    let place = |value: f64| 100.0 * value / stops.saturating_sub(1).max(1) as f64;
    pen.el("ul.mr-key", |pen| {
        key(pen, "circle.mr-plainmark[cx=16][cy=8][r=5]", page.label(PART, "current"));
        key(pen, "path.mr-om-goal[d=M16 1 23 8 16 15 9 8z]", page.text("sourcing_notes", "goal"));
    });
    pen.el("div.mr-leadchart", |pen| {
        pen.el("div.mr-leadaxis", |pen| {
            pen.el("span.mr-axishead mr-stripbox", |pen| {
                for way in ways(page) {
                    pen.put("span", &way.label);
                }
            });
        });
        for entry in page.rows(PART) {
            let (Some(line), Some(read)) = (line(page, &entry), read(page, entry.key)) else { continue };
            pen.el("div.mr-leadrow", |pen| {
                pen.put("span", entry.element.map_or("", |element| &element.name));
                track::open(pen, stops);
                arrow(pen, [entry.number("current"), read.next_step, read.goal].map(|own| own.map(place)));
                track::close(pen);
                pen.put("span.mr-wide mr-quiet", &line);
            });
        }
    });
}

fn key(pen: &mut Pen, mark: &'static str, name: &str) {
    pen.el("li", |pen| {
        pen.el("svg[viewBox=0 0 32 16][aria-hidden=true]", |pen| pen.put(mark, ""));
        pen.text(name);
    });
}

/// From today to the next step, and from there, dotted, to the goal.
fn arrow(pen: &mut Pen, [today, next, goal]: [Option<f64>; 3]) {
    let first = next.or(goal);
    if let (Some(today), Some(first)) = (today, first)
        && today != first
    {
        track::across(pen, "line.mr-way[y1=13][y2=13]", today, first);
        // Before a goal there is a diamond; a step on the way is reached by the tip itself.
        let head = match (first > today, Some(first) == goal) {
            (true, true) => "path.mr-plainmark[d=M-8 0l-7 -3.5v7z]",
            (true, false) => "path.mr-plainmark[d=M0 0l-7 -3.5v7z]",
            (false, true) => "path.mr-plainmark[d=M8 0l7 -3.5v7z]",
            (false, false) => "path.mr-plainmark[d=M0 0l7 -3.5v7z]",
        };
        track::mark(pen, first, head);
    }
    if let (Some(first), Some(goal)) = (first, goal)
        && first != goal
    {
        track::across(pen, "line.mr-way mr-om-later[y1=13][y2=13]", first, goal);
    }
    if let Some(goal) = goal {
        track::mark(pen, goal, "path.mr-om-goal[d=M0 -8 8 0 0 8 -8 0z]");
    }
    if let Some(today) = today {
        let start = if Some(today) == goal { "circle.mr-plainmark[r=3]" } else { track::DOT };
        track::mark(pen, today, start);
    }
}
