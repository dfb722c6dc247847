//! The plan as a text to read: its moves with what was noted on them, and nothing to press.

use super::moves::row;
use super::page::{Page, Running};
use crate::plan::{MoveState, Undertaking};
use crate::session::Session;
use crate::views::frame::wide_section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Day;

/// The section; nothing without a complete wave.
pub fn written(pen: &mut Pen, session: &Session) {
    let Some(page) = Page::of(session, pen.language) else {
        return;
    };
    let words = &page.language.words.carry;
    match page.running() {
        Some(running) => {
            let values = [("from", Day(running.underway.start)), ("to", Day(running.end()))];
            wide_section(pen, words.plan, &page.fill(words.plan_begun, &values), |pen| {
                pen.el("ol.mr-moves", |pen| {
                    for (place, own) in running.underway.moves.iter().enumerate() {
                        row(pen, &page, place, &own.kind, |pen| lived(pen, &page, running, own));
                    }
                });
            });
        }
        None if page.is_renewal() || page.cycle.plan.moves.is_empty() => {
            wide_section(pen, words.plan, "", |pen| pen.put("p.mr-text", words.plan_none));
        }
        None => wide_section(pen, words.plan, words.plan_proposed, |pen| {
            pen.el("ol.mr-moves", |pen| {
                for (place, own) in page.cycle.plan.moves.iter().enumerate() {
                    row(pen, &page, place, &own.kind, |_| {});
                }
            });
        }),
    }
}

/// Who, when, how far, what shows it.
fn lived(pen: &mut Pen, page: &Page, running: Running, own: &Undertaking) {
    let words = page.words;
    let state = MoveState::NAMES.iter().position(|(state, _)| *state == own.state);
    let state = state.and_then(|at| words.states.get(at)).copied().unwrap_or_default();
    let start = page.language.date(own.start.unwrap_or(running.underway.start));
    pen.el("dl.mr-defs", |pen| {
        for (name, text) in [
            (words.state, state),
            (words.owner, &own.owner),
            (words.start, &start),
            (words.evidence, &own.evidence),
        ] {
            if !text.is_empty() {
                pen.put("dt", name);
                pen.put("dd", text);
            }
        }
    });
}
