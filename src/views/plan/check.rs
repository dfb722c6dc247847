//! The check at the end, the pulse: each move held against its 'done when', as a note (model 3.2).

use super::fields::{Field, group, line, noted};
use super::page::Page;
use crate::plan::{Decision, MoveState, Outcome, Undertaking};
use crate::session::MoveChange;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day};

/// The section; nothing before the plan is begun.
pub(super) fn check(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let Some(running) = page.running() else {
        return;
    };
    let phases = page.steps.calendar.as_ref().and_then(|calendar| calendar.phases.last());
    let due = phases.map_or(running.days, |phase| phase.from);
    let moves: Vec<(usize, &Undertaking)> = running
        .underway
        .moves
        .iter()
        .enumerate()
        .filter(|(_, own)| own.state != MoveState::Dropped)
        .collect();
    if moves.is_empty() {
        return;
    }
    section(pen, words.check, words.check_note, |pen| {
        let values = [("date", Day(running.date_of(due))), ("day", Count(usize::from(due)))];
        pen.say("p.mr-text", words.due, &values);
        // Open from the day on which it is due; before that it waits where it is not in the way.
        pen.open("details.mr-more mr-check");
        if running.day >= i32::from(due) {
            pen.set("open", "open");
        }
        pen.put("summary", if running.day >= i32::from(due) { words.check } else { words.early });
        for (index, own) in &moves {
            entry(pen, page, *index, own);
        }
        pen.close();
        pen.el("p.mr-text mr-section-tight[role=status]", |pen| pen.text(&summary(page, &moves)));
    });
}

fn entry(pen: &mut Pen, page: &Page, index: usize, own: &Undertaking) {
    let words = page.words;
    let number = index.to_string();
    pen.el("div.mr-block", |pen| {
        pen.put("h3.mr-h3", &page.step(&own.kind));
        if let Some([_, done]) = page.steps.of_move(&page.session.survey, &own.kind) {
            pen.el("p.mr-note", |pen| {
                pen.text(words.done_when);
                pen.text(": ");
                pen.text(done);
            });
        }
        pen.el("div.mr-lived", |pen| {
            let outcomes = Outcome::NAMES.map(|(outcome, _)| outcome).into_iter().zip(words.outcomes);
            let outcomes = outcomes.map(|(of, name)| {
                (name, own.check.outcome == Some(of), noted(index, MoveChange::Outcome(of)))
            });
            group(pen, words.outcome, &["mr-outcome-", &number].concat(), outcomes);
            let decisions = Decision::NAMES.map(|(decision, _)| decision).into_iter().zip(words.decisions);
            let decisions = decisions.map(|(of, name)| {
                (name, own.check.decision == Some(of), noted(index, MoveChange::Decision(of)))
            });
            group(pen, words.decision, &["mr-decision-", &number].concat(), decisions);
            let id = ["mr-shown-", &number].concat();
            let field = Field { id: &id, label: words.shown, value: &own.check.evidence };
            line(pen, page, field, move |text| noted(index, MoveChange::OutcomeShown(text)));
        });
    });
}

/// What was found, once every move is checked; else nothing.
fn summary(page: &Page, moves: &[(usize, &Undertaking)]) -> String {
    let checks = || moves.iter().map(|(_, own)| &own.check);
    if checks().any(|check| check.outcome.is_none() || check.decision.is_none()) {
        return String::new();
    }
    let outcome = |of| Count(checks().filter(|check| check.outcome == Some(of)).count());
    let decision = |of| Count(checks().filter(|check| check.decision == Some(of)).count());
    let values = [
        ("met", outcome(Outcome::Met)),
        ("partly", outcome(Outcome::Partly)),
        ("not_met", outcome(Outcome::NotMet)),
        ("keep", decision(Decision::Keep)),
        ("change", decision(Decision::Change)),
        ("stop", decision(Decision::Stop)),
    ];
    page.fill(page.words.checked, &values)
}
