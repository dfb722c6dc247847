//! What the lens of the operating model says: its parts in their order, each with its finding as a heading.

mod checks;
mod finds;
mod flow;
mod forces;
mod grid;
mod headline;
mod lists;
mod markets;
mod page;
mod planning;
mod rights;
mod shifts;
mod sourcing;
mod track;

pub use finds::findings;

use super::shown::{self, Shown};
use crate::lens::operating_model::Results;
use crate::views::frame;
use crate::views::markup::Pen;
use page::{Page, Section};

/// Draws everything from the headline on.
pub fn results(pen: &mut Pen, shown: &Shown, own: &Results) {
    let Some(page) = Page::of(shown, own) else { return };
    let sections = sections(&page);
    let (sentences, lead) = headline::headline(&page, &sections);
    shown::headline(pen, &sentences, &lead);
    for section in &sections {
        if section.wide {
            frame::wide_section(pen, &section.title, &section.note, |pen| body(pen, &page, section));
        } else {
            frame::section(pen, &section.title, &section.note, |pen| body(pen, &page, section));
        }
    }
}

/// The sentences it opens with, and the line below.
pub fn headline(shown: &Shown, own: &Results) -> (Vec<String>, String) {
    let page = Page::of(shown, own);
    page.map(|page| headline::headline(&page, &sections(&page))).unwrap_or_default()
}

/// The content of a section; what is a chart can be saved as a picture.
fn body(pen: &mut Pen, page: &Page, section: &Section) {
    let chart = section.chart.map(|name| page.shown.chart(name, &section.title));
    pen.el("div", |pen| {
        chart.iter().for_each(|chart| chart.mark(pen));
        (section.draw)(pen, page, section.part);
    });
    chart.iter().for_each(|chart| chart.save(pen, page.shown.told));
    if let Some(table) = section.table
        && pen.has_room()
    {
        table(pen, page);
    }
}

/// The sections that have something to say.
fn sections<'a>(page: &Page<'a>) -> Vec<Section<'a>> {
    let mut found = Vec::new();
    for part in &page.shown.lens.parts {
        let section = match part.id.as_str() {
            "complexity" => lists::complexity(page),
            "grid" => grid::section(page),
            "shifts" => shifts::section(page),
            "sourcing" => sourcing::section(page),
            "flow" => flow::section(page),
            "forces" => forces::section(page),
            "local" => markets::section(page),
            "symptoms" => lists::symptoms(page),
            "planning" => planning::section(page),
            "helix" => rights::section(page),
            "rightsizing" => lists::tools(page),
            "start" => checks::start(page),
            id => checks::section(page, id),
        };
        found.extend(section);
        if part.id == "grid" {
            found.extend(grid::marks(page));
        }
    }
    found
}
