//! Plans begun before the one underway, to read.

use super::moves::kind_line;
use super::page::Page;
use crate::plan::{Decision, MoveState, Outcome, Undertaking, Underway};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Day;

/// The section; nothing where there are none.
pub(super) fn earlier(pen: &mut Pen, page: &Page) {
    let plans = &page.cycle.earlier;
    if plans.is_empty() {
        return;
    }
    section(pen, page.words.earlier, "", |pen| {
        for own in plans {
            pen.el("details.mr-more", |pen| plan(pen, page, own));
        }
    });
}

fn plan(pen: &mut Pen, page: &Page, own: &Underway) {
    let end = own.start.plus_days(i32::from(page.days) - 1);
    let role = page.role(&own.focus).map_or("", |(_, role)| &role.name);
    let dates = page.fill(page.words.dates, &[("from", Day(own.start)), ("to", Day(end))]);
    pen.put("summary", &if role.is_empty() { dates } else { [&dates, " · ", role].concat() });
    pen.el("ol.mr-moves mr-section-tight", |pen| {
        for own in &own.moves {
            pen.el("li.mr-past", |pen| undertaking(pen, page, own));
        }
    });
}

fn undertaking(pen: &mut Pen, page: &Page, own: &Undertaking) {
    let words = page.words;
    pen.put("p.mr-move-kind", &kind_line(page, &own.kind));
    pen.put("h3.mr-h3", &page.step(&own.kind));
    let state = name(&MoveState::NAMES.map(|(of, _)| of), words.states, Some(own.state));
    let outcome = name(&Outcome::NAMES.map(|(of, _)| of), words.outcomes, own.check.outcome);
    let decision = name(&Decision::NAMES.map(|(of, _)| of), words.decisions, own.check.decision);
    let start = own.start.map(|day| page.language.date(day)).unwrap_or_default();
    pen.el("dl.mr-defs", |pen| {
        for (name, value) in [
            (words.state, state),
            (words.owner, &own.owner),
            (words.start, &start),
            (words.evidence, &own.evidence),
            (words.outcome, outcome),
            (words.shown, &own.check.evidence),
            (words.decision, decision),
        ] {
            if !value.trim().is_empty() {
                pen.put("dt", name);
                pen.put("dd", value);
            }
        }
    });
}

/// The word for one of a few.
fn name<T: PartialEq>(all: &[T; 3], words: [&'static str; 3], of: Option<T>) -> &'static str {
    let at = all.iter().position(|own| Some(own) == of.as_ref());
    at.and_then(|at| words.get(at).copied()).unwrap_or_default()
}
