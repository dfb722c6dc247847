//! Everything the lens has found, in the order to work on: what stops a start, what is written for nobody, how
//! the year is planned, who decides, who does the work, and which tools to look at.

use super::super::shown::{Finding, Shown};
use super::page::Page;
use super::{grid, lists, markets, planning, rights, sourcing};
use crate::lens::operating_model::{Results, RightState, ToolStep};
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Value::Text;

/// What was found, in the order to work on; findings with an `act` can take the place of the plan's supporting
/// move.
pub fn findings(shown: &Shown, own: &Results) -> Vec<Finding> {
    let Some(page) = Page::of(shown, own) else { return Vec::new() };
    let page = &page;
    let mut found = Vec::new();
    if let Some(gate) = own.start.gate.as_deref().filter(|gate| *gate != page.rules.open_gate) {
        let text = page.text("gates", gate);
        found.push(finding("start/", gate, "", text, text.to_owned()));
    }
    found.extend(grid::finds(page));
    for sign in planning::signs(page) {
        found.push(finding("planning/", sign, "", page.text("planning", sign), String::new()));
    }
    who_decides(page, &mut found);
    who_does(page, &mut found);
    for (entry, _) in lists::seen(page) {
        let Some(element) = entry.element else { continue };
        let id = ["symptoms/", &element.group].concat();
        // Signs that point to the same lever are one finding.
        match found.iter_mut().find(|own| own.id == id) {
            Some(own) => own.text = [&own.text, " ", &element.text].concat(),
            None => {
                let lever = page.text("levers", &element.group).to_owned();
                found.push(finding(&id, "", "", &element.text, lever));
            }
        }
    }
    for ((name, step, _), entry) in lists::tool_steps(page).iter().zip(page.rows("rightsizing")) {
        if let Some(step) = step.filter(|step| *step != ToolStep::Keep) {
            let text = [page.text("rightsizing_outcomes", step.name()), "."].concat();
            let act = [name, ": ", &text].concat();
            found.push(finding("rightsizing/", entry.key, name, &text, act));
        }
    }
    found
}

/// Decided by nobody, by both, by the other side.
fn who_decides(page: &Page, found: &mut Vec<Finding>) {
    for &wanted in &[RightState::Orphaned, RightState::Contested, RightState::Inverted] {
        for (entry, state) in [true, false].into_iter().flat_map(|central| rights::rights(page, central)) {
            let Some(element) = entry.element.filter(|_| state == wanted) else { continue };
            let text = [page.text("helix", state.name()), "."].concat();
            // The split is no norm, so that the other side may well decide.
            let act = match state {
                RightState::Inverted => String::new(),
                _ => [&element.name, ": ", page.say(Says::Settle)].concat(),
            };
            found.push(finding("helix/", entry.key, &element.name, &text, act));
        }
    }
}

/// What nobody does for a market, and what is sourced otherwise than suggested.
fn who_does(page: &Page, found: &mut Vec<Finding>) {
    for (name, entry, read) in markets::markets(page) {
        if !read.nobody.is_empty() {
            let work = markets::works(page, &read.nobody);
            let text = [page.text("market_states", "nobody"), ": ", &work, "."].concat();
            let act =
                page.fill(page.say(Says::NameSomeone), &[("market", Text(&name)), ("work", Text(&work))]);
            found.push(finding("local/", entry.key, &name, &text, act));
        }
    }
    for entry in page.rows("sourcing") {
        let read = sourcing::read(page, entry.key);
        let off = read.filter(|read| read.gap.is_some_and(|gap| gap != 0.0));
        let (Some(read), Some(element), Some(text)) = (off, entry.element, sourcing::line(page, &entry))
        else {
            continue;
        };
        let ways = entry.number("current").zip(read.next_step);
        let act = ways.map(|ways| [ways.0, ways.1].map(|way| sourcing::way(page, way))).map(|[from, to]| {
            let values = [("part", Text(&element.name)), ("from", Text(from)), ("to", Text(to))];
            page.fill(page.say(Says::SourceFromTo), &values)
        });
        found.push(finding("sourcing/", entry.key, &element.name, &text, act.unwrap_or_default()));
    }
}

fn finding(part: &str, id: &str, lead: &str, text: &str, act: String) -> Finding {
    let lead = if lead.is_empty() { String::new() } else { [lead, ":"].concat() };
    Finding { id: [part, id].concat(), lead, text: text.to_owned(), act }
}
