//! The finding the page opens with, from what is answered: the grid and the shifts first, else the most telling of
//! the other parts.

use super::grid;
use super::page::{Page, Section};
use crate::lens::operating_model::CellRead;
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Value::{Count, Short, Text};

/// Parts beside grid and shifts, the most telling first.
const TELLING: [&str; 15] = [
    "start",
    "forces",
    "planning",
    "flow",
    "local",
    "helix",
    "sourcing",
    "rightsizing",
    "symptoms",
    "agency",
    "teams",
    "it_relation",
    "gen_ai",
    "data_value",
    "complexity",
];

pub(super) fn headline(page: &Page, sections: &[Section]) -> (Vec<String>, String) {
    let parts = || {
        let number = sections.iter().filter(|own| !own.part.is_empty()).count();
        page.counted(page.forms(Says::Parts), number, &[("all", Count(page.shown.lens.parts.len()))])
    };
    let (sentences, lead) = match (page.own.grid.overall, page.own.shift_lag.shift) {
        _ if sections.is_empty() => {
            (vec![page.say(Says::Nothing).to_owned()], page.shown.lens.text("intro").to_owned())
        }
        (Some(overall), _) => (of_grid(page, overall), page.say(Says::Lead).to_owned()),
        (None, Some(shift)) => {
            let rated = page.own.shifts.len();
            (vec![page.counted(page.forms(Says::ShiftsRated), rated, &[("shift", Short(shift))])], parts())
        }
        _ => (of_others(page, sections), parts()),
    };
    if sentences.is_empty() {
        return (vec![parts()], String::new());
    }
    (sentences, lead)
}

/// How far the model is in use, and its gravest mark.
fn of_grid(page: &Page, overall: f64) -> Vec<String> {
    let own = &page.own.grid;
    let mut sentences = Vec::new();
    if own.answered * 2 < own.cells.len() {
        sentences.push(page.counted(
            page.forms(Says::FewCells),
            own.answered,
            &[("all", Count(own.cells.len()))],
        ));
    } else {
        let enough = Some(page.rules.design_enough);
        let simple = page.rows("grid").iter().filter(|entry| entry.number("design") == enough).count();
        let forms: [&str; 5] =
            if simple * 2 > own.answered { page.forms(Says::InUseSimple) } else { page.forms(Says::InUse) };
        let step = (overall / 100.0 * (forms.len() - 1) as f64).round() as usize;
        sentences.extend(forms.get(step).map(|own| (*own).to_owned()));
    }
    for &code in &["shelf", "over_built", "hidden_practice"] {
        let is_so = |own: &CellRead| match code {
            "shelf" => own.shelf,
            "over_built" => own.over_built,
            _ => own.hidden_practice,
        };
        let of_mark = |(element, read): (&'_ crate::lens::Element, Option<CellRead>)| {
            read.filter(is_so).map(|read| (read.score, element.name.clone()))
        };
        let marked: Vec<(f64, String)> = grid::cells(page).into_iter().filter_map(of_mark).collect();
        let lowest = marked.iter().min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, part)) = lowest {
            let values = [("mark", Text(page.text("marks", code))), ("part", Text(part))];
            sentences.push(page.counted(page.forms(Says::Marked), marked.len(), &values));
            return sentences;
        }
    }
    let reading = page.own.shift_lag.reading;
    sentences.extend(reading.map(|reading| page.text("lag", reading.name()).to_owned()));
    sentences
}

/// The findings of the two most telling parts that have one.
fn of_others(page: &Page, sections: &[Section]) -> Vec<String> {
    let mut sentences = Vec::new();
    for part in TELLING {
        let section = sections.iter().find(|own| own.part == part);
        // A heading that only names its part has found nothing yet.
        if let Some(section) = section.filter(|own| own.title != page.name(part)) {
            sentences.push([&section.title, "."].concat());
        }
    }
    sentences.truncate(2);
    sentences
}
