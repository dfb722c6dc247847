//! The component grid as a heat map with its three marks, and what the marks say.

use super::super::shown::{Finding, findings};
use super::page::{Page, Section, table};
use crate::lens::operating_model::CellRead;
use crate::lens::wording::OperatingModel as Says;
use crate::lens::{Element, Entry};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Short};

const PART: &str = "grid";
/// From nobody to all, then open.
const STEPS: [&str; 5] = [
    "li.mr-heatcell mr-heat-0",
    "li.mr-heatcell mr-heat-1",
    "li.mr-heatcell mr-heat-2",
    "li.mr-heatcell mr-heat-3",
    "li.mr-heatcell mr-heat-4",
];
const OPEN: &str = "li.mr-heatcell mr-heat-none";

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let grid = &page.own.grid;
    let overall = grid.overall?;
    let counts = [("overall", Short(overall)), ("n", Count(grid.answered)), ("all", Count(grid.cells.len()))];
    let note = page.fill(page.say(Says::GridNote), &counts);
    let own =
        Section::new(PART, page.say(Says::GridTitle), note, draw).charted("lens-model-grid", Some(answers));
    Some(Section { wide: true, ..own })
}

/// The cells of the lens, each as it was read.
pub(super) fn cells<'a>(page: &Page<'a>) -> Vec<(&'a Element, Option<CellRead>)> {
    let elements = page.shown.lens.part(PART).map(|part| part.elements.as_slice()).unwrap_or_default();
    elements.iter().zip(&page.own.grid.cells).map(|(element, (_, read))| (element, *read)).collect()
}

/// The marks of a cell, one behind the other.
fn marks_of(page: &Page, read: Option<CellRead>) -> String {
    let Some(read) = read else { return page.say(Says::Open).to_owned() };
    let mut found = Vec::new();
    for (is_so, code) in
        [(read.over_built, "over_built"), (read.shelf, "shelf"), (read.hidden_practice, "hidden_practice")]
    {
        if is_so {
            found.push(page.text("marks", code));
        }
    }
    found.join("; ")
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    let cells = cells(page);
    pen.el("div.mr-heat", |pen| {
        for (column, points) in &page.own.grid.columns {
            pen.el("div.mr-heatcol", |pen| {
                pen.el("h3.mr-h3", |pen| {
                    pen.text(column);
                    let points = points.map(|points| page.shown.language.short(points));
                    pen.put("span.mr-num", points.as_deref().unwrap_or(page.say(Says::Open)));
                });
                pen.el("ul", |pen| {
                    for (element, read) in cells.iter().filter(|(element, _)| element.group == *column) {
                        cell(pen, page, element, *read);
                    }
                });
            });
        }
    });
    let part = page.shown.lens.part(PART).and_then(|part| part.field("use"));
    let options = part.map(|field| field.options.as_slice()).unwrap_or_default();
    if let [first, .., last] = options {
        pen.el("p.mr-rampkey", |pen| {
            pen.put("span", &first.label);
            pen.el("svg.mr-ramp[viewBox=0 0 100 10][preserveAspectRatio=none][aria-hidden=true]", |pen| {
                for &start in &[
                    "rect.mr-heat-0[width=20][height=10]",
                    "rect.mr-heat-1[x=20][width=20][height=10]",
                    "rect.mr-heat-2[x=40][width=20][height=10]",
                    "rect.mr-heat-3[x=60][width=20][height=10]",
                    "rect.mr-heat-4[x=80][width=20][height=10]",
                ] {
                    pen.put(start, "");
                }
            });
            pen.put("span", &last.label);
        });
    }
}

fn cell(pen: &mut Pen, page: &Page, element: &Element, read: Option<CellRead>) {
    let step = read.map(|read| (read.score / 100.0 * (STEPS.len() - 1) as f64) as usize);
    pen.open(step.and_then(|step| STEPS.get(step)).copied().unwrap_or(OPEN));
    pen.put("span", &element.name);
    if let Some(read) = read {
        pen.put("b", &page.shown.language.short(read.score));
    }
    let marks = marks_of(page, read);
    pen.when(!marks.is_empty(), |pen| pen.put("span.mr-heatmark", &marks));
    pen.close();
}

fn answers(pen: &mut Pen, page: &Page) {
    let heads =
        [page.shown.words().item, page.label(PART, "design"), page.label(PART, "use"), page.say(Says::Score)];
    let line = |entry: &Entry| {
        let element = entry.element?;
        let read = page.own.grid.cells.iter().find(|(id, _)| id == entry.key)?.1;
        let score = read.map(|read| page.shown.language.short(read.score));
        Some(vec![
            element.name.clone(),
            page.chosen(PART, entry, "design").to_owned(),
            page.chosen(PART, entry, "use").to_owned(),
            score.unwrap_or_else(|| page.say(Says::Open).to_owned()),
        ])
    };
    let lines: Vec<Vec<String>> = page.rows(PART).iter().filter_map(line).collect();
    table(pen, page, PART, &heads, 1, lines);
}

/// What to do about each cell with a mark, or with nothing to it: first what is written for nobody.
pub(super) fn finds(page: &Page) -> Vec<Finding> {
    let entries = page.rows(PART);
    let mut found = Vec::new();
    for wanted in 0..4 {
        for (element, read) in cells(page) {
            let Some(read) = read else { continue };
            let (kind, todo) = match () {
                () if read.shelf && read.over_built => (0, page.say(Says::Cut)),
                () if read.shelf => (0, page.say(Says::Ask)),
                () if read.over_built => (1, page.say(Says::Cut)),
                () if read.hidden_practice => (2, page.say(Says::Write)),
                () if read.score == 0.0 => (3, page.say(Says::Agree)),
                () => continue,
            };
            let entry = entries.iter().find(|entry| entry.key == element.id.as_str());
            let Some(entry) = entry.filter(|_| kind == wanted) else { continue };
            let marks = marks_of(page, Some(read));
            let start = if marks.is_empty() { page.chosen(PART, entry, "design") } else { &marks };
            let lead = [&element.name, ":"].concat();
            let practice = page.chosen(PART, entry, "use");
            let label = page.label(PART, "use");
            found.push(Finding {
                id: ["grid/", entry.key].concat(),
                text: [start, ". ", label, ": ", practice, ". ", todo].concat(),
                act: [&lead, " ", todo].concat(),
                lead,
            });
        }
    }
    found
}

pub(super) fn marks<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let draw = |pen: &mut Pen, page: &Page, _: &str| findings(pen, &finds(page));
    (!finds(page).is_empty()).then(|| Section::new("", page.say(Says::MarksTitle), String::new(), draw))
}
