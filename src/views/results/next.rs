//! What comes next: the focus, its moves in a line each, and the ways to the plan and the targets (model 3.1, 3.2).

use super::page::Page;
use crate::cycle::Cycle;
use crate::history::Wave;
use crate::plan::{MoveKind, MoveState, Underway};
use crate::session::{Action, Screen};
use crate::survey::{CapabilityId, RoleId};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Day, Percent, Text};

/// The section: the plan that was begun after this wave, else the one the rules and the person's choice make.
pub(super) fn next(pen: &mut Pen, page: &Page) {
    let Some(cycle) = &page.cycle else { return };
    let words = page.words;
    let begun = cycle.underway.as_ref().filter(|(wave, _)| *wave == page.wave.id).map(|(_, plan)| plan);
    let Some(role) = begun.map(|plan| &plan.focus).or(cycle.plan.focus.role.as_ref()) else {
        return renew(pen, page, cycle);
    };
    let before = focus_before(page).filter(|(_, before)| *before == role);
    let title = if before.is_some() { words.next_same } else { words.next };
    let title = page.fill(title, &[("role", Text(&page.role_within(role)))]);
    let note = why(page, cycle, role, before.map(|(wave, _)| wave), begun);
    section(pen, &title, &note, |pen| {
        pen.el("ol.mr-findings", |pen| {
            for kind in moves(cycle, begun) {
                pen.el("li", |pen| pen.put("span", &move_text(page, kind)));
            }
        });
        let targets = if cycle.targets.is_empty() { words.set_targets } else { words.change_targets };
        actions(pen, [(words.open_plan, Screen::Plan), (targets, Screen::Targets)]);
    });
}

/// Nothing is short of its target.
fn renew(pen: &mut Pen, page: &Page, cycle: &Cycle) {
    let words = page.words;
    let (title, note, targets) = if cycle.targets.is_empty() {
        (words.next_top, words.next_top_note, words.set_targets)
    } else {
        (words.next_renew, words.next_renew_note, words.new_targets)
    };
    section(pen, title, note, |pen| {
        actions(pen, [(targets, Screen::Targets), (words.open_plan, Screen::Plan)]);
    });
}

/// The first way is the one that is proposed.
fn actions(pen: &mut Pen, [first, second]: [(&str, Screen); 2]) {
    pen.el("div.mr-actions mr-actions-top mr-noprint", |pen| {
        pen.button("mr-button", first.0, Action::ScreenPicked(first.1));
        pen.button("mr-button mr-button-2", second.0, Action::ScreenPicked(second.1));
    });
}

/// The focus of the plan begun last before this wave, with the wave after which it was begun.
fn focus_before<'a>(page: &Page<'a>) -> Option<(&'a Wave, &'a RoleId)> {
    let (history, addenda) = (page.shown.history, page.shown.addenda);
    let mut earlier = history.assessments().rev().filter(|wave| wave.id != page.wave.id);
    earlier.find_map(|wave| Some((&**wave, &addenda.get(&wave.id)?.begun.last()?.focus)))
}

/// Why it is this role, and since when.
fn why(page: &Page, cycle: &Cycle, role: &RoleId, before: Option<&Wave>, begun: Option<&Underway>) -> String {
    let words = page.words;
    let mut sentences = Vec::new();
    let reason = cycle.plan.focus.reasons.first().filter(|_| cycle.plan.focus.role.as_ref() == Some(role));
    if let Some(choice) = cycle.choice.as_ref().filter(|choice| choice.role == *role) {
        sentences.push(words.next_chosen.to_owned());
        let reason = choice.reason.trim();
        if !reason.is_empty() {
            sentences.push(reason.to_owned());
        }
    } else if before.is_some_and(|before| is_kept(page, cycle, role, before)) {
        let share = Percent(100.0 * page.survey.parameters.keep_focus_share);
        sentences.push(page.fill(words.next_kept, &[("share", share)]));
    } else if let Some(reason) = reason {
        let text = page.survey.texts.get(&["reasons/", reason.name()].concat());
        sentences.push(page.fill(text, &[("role", Text(&page.role_within(role)))]));
    }
    if let Some(plan) = begun {
        sentences.push(page.fill(words.next_begun, &[("date", Day(plan.start))]));
    }
    sentences.join(" ")
}

/// Whether the rule of a focus that stays is the reason: its goal is far and the aim unchanged (model 3.1).
fn is_kept(page: &Page, cycle: &Cycle, role: &RoleId, before: &Wave) -> bool {
    let share = cycle.progress.as_ref().and_then(|read| read.role(role));
    let aim = |wave: &Wave| wave.answers.aim.as_ref().and_then(|aim| aim.primary.clone());
    share.is_some_and(|share| share < page.survey.parameters.keep_focus_share)
        && aim(before) == aim(page.wave)
}

/// What is to be done: of a plan that was begun, what is still part of it.
fn moves<'a>(cycle: &'a Cycle, begun: Option<&'a Underway>) -> Vec<&'a MoveKind> {
    let mut found = Vec::new();
    match begun {
        Some(plan) => {
            let still = plan.moves.iter().filter(|own| own.state != MoveState::Dropped);
            found.extend(still.map(|own| &own.kind));
        }
        None => found.extend(cycle.plan.moves.iter().map(|own| &own.kind)),
    }
    found
}

/// A move in one line.
fn move_text(page: &Page, kind: &MoveKind) -> String {
    let fixed = &page.survey.fixed_moves;
    match kind {
        MoveKind::Focus { capability, level, .. } | MoveKind::Enabler { capability, level, .. } => {
            step_text(page, capability, *level)
        }
        MoveKind::MakeRoom => fixed.make_room.as_ref().map(|own| own.action.clone()).unwrap_or_default(),
        MoveKind::Evidence => fixed.evidence.as_ref().map(|own| own.action.clone()).unwrap_or_default(),
        MoveKind::Finding(own) => own.action.clone(),
    }
}

/// The step itself where its text is there, else which step it is.
fn step_text(page: &Page, id: &CapabilityId, level: u8) -> String {
    if let Some(step) = page.shown.next_steps.step(id, level) {
        return step.action.clone();
    }
    let Some(capability) = page.survey.capability(id) else { return String::new() };
    let values = [("capability", Text(&capability.name)), ("level", Text(page.level_name(level)))];
    page.fill(page.words.next_step, &values)
}
