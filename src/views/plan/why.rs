//! Why this role: the reasons with the person's own numbers, the gaps they come from, and another choice.

use super::fields;
use super::page::Page;
use crate::plan::{Reason, gap};
use crate::session::{Action, Addition, Screen};
use crate::survey::{Capability, RoleId};
use crate::views::charts::{Strip, strip};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Figure, Percent, Short, Text};

/// The section.
pub(super) fn why(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let Some(role) = page.cycle.plan.focus.role.as_ref() else {
        return;
    };
    let other = page.running().is_some_and(|own| own.underway.focus != *role);
    let title = match other {
        true => page.fill(words.why_next, &[("role", Text(&page.role_within(role)))]),
        false => words.why.to_owned(),
    };
    section(pen, &title, "", |pen| {
        pen.el("ul.mr-reasons", |pen| {
            for line in lines(page, role) {
                if !line.is_empty() {
                    pen.put("li", &line);
                }
            }
        });
        let provisional = page.cycle.targets.is_empty();
        pen.el("p.mr-note mr-section-tight", |pen| {
            if provisional {
                pen.text(words.targets_next);
                pen.text(" ");
                pen.button("mr-textlink", words.own_targets, Action::ScreenPicked(Screen::Targets));
            }
        });
        pen.el("div.mr-block", |pen| gaps(pen, page, role));
        choose(pen, page, role);
    });
}

/// Every reason as a sentence.
fn lines(page: &Page, role: &RoleId) -> Vec<String> {
    let words = page.words;
    let focus = &page.cycle.plan.focus;
    let mut lines = Vec::new();
    let mut reasons = focus.reasons.clone();
    if let Some(choice) = page.choice() {
        lines.push(words.chosen.to_owned());
        if !choice.reason.trim().is_empty() {
            lines.push(page.fill(words.chosen_reason, &[("reason", Text(choice.reason.trim()))]));
        }
        if let Some(proposed) = page.cycle.proposed.focus.role.as_ref().filter(|own| *own != role) {
            let proposed = page.role_within(proposed);
            lines.push(page.fill(words.proposed, &[("role", Text(&proposed))]));
            let provisional = page.cycle.targets.is_empty();
            reasons = vec![if provisional { Reason::ProvisionalGap } else { Reason::Gap }];
        }
    }
    let others = page.role_list(&focus.close_call);
    if focus.kept {
        let share = Percent(100.0 * page.session.survey.parameters.keep_focus_share);
        lines.push(page.fill(words.kept, &[("share", share)]));
        if !reasons.contains(&Reason::CloseCall) && !others.is_empty() {
            lines.push(page.fill(words.kept_others, &[("others", Text(&others))]));
        }
    }
    let need = focus.priority(role).map_or(0.0, |own| own.need);
    for reason in reasons {
        lines.push(page.reason(reason, role, &[("need", Figure(need)), ("others", Text(&others))]));
    }
    lines
}

/// One strip for each capability of the role.
fn gaps(pen: &mut Pen, page: &Page, role: &RoleId) {
    let words = page.words;
    let Some((position, role)) = page.role(role) else {
        return;
    };
    let figure = page.chart("gaps", page.language.words.carry.charts.gaps);
    pen.el("div", |pen| {
        figure.mark(pen);
        for own in &role.capabilities {
            pen.el("div.mr-leadrow", |pen| gap_row(pen, page, position, own));
        }
    });
    figure.save(pen, page.session.told.as_ref());
    let assumed = page.cycle.targets.is_empty();
    pen.put("p.mr-note mr-section-tight", if assumed { words.gap_note_assumed } else { words.gap_note });
}

fn gap_row(pen: &mut Pen, page: &Page, position: usize, own: &Capability) {
    let words = page.words;
    pen.el("span", |pen| {
        pen.put("span.mr-code", &own.code);
        pen.text(&own.short);
    });
    let Some(now) = page.points(&own.id) else {
        return pen.put("span.mr-n mr-quiet", page.shared.no_score);
    };
    let targets = &page.cycle.targets;
    let missing = gap(&page.session.survey, own, &page.scores, targets).unwrap_or_default();
    let target = match targets.get(&own.id) {
        Some(target) => Some(target.score),
        None => targets.is_empty().then_some(now + missing),
    };
    let name = ("capability", Text(&own.short));
    let label = match target {
        Some(target) => page.fill(words.gap_label, &[name, ("now", Short(now)), ("target", Short(target))]),
        None => page.fill(words.hold_label, &[name, ("now", Short(now))]),
    };
    strip(pen, &Strip { role: position, now: Some(now), target, label: Some(label), ..Strip::default() });
    match target {
        Some(_) if missing > 0.0 => pen.put("span.mr-n mr-num", &page.language.signed(-missing)),
        Some(_) => pen.put("span.mr-n mr-quiet", words.reached_here),
        None => pen.put("span.mr-n mr-quiet", words.hold),
    }
}

/// Every role to choose from, and the reason for a choice.
fn choose(pen: &mut Pen, page: &Page, role: &RoleId) {
    let words = page.words;
    let proposed = page.cycle.proposed.focus.role.as_ref();
    pen.el("details.mr-more mr-choose", |pen| {
        pen.put("summary", words.choose);
        pen.el("fieldset", |pen| {
            pen.put("legend.mr-hidden", words.choose_legend);
            pen.el("div.mr-segment", |pen| {
                for own in &page.session.survey.roles {
                    let is_proposed = proposed == Some(&own.id);
                    let choice = (!is_proposed).then(|| own.id.clone());
                    let action = Action::Added(Addition::FocusChosen { role: choice });
                    pen.el("label", |pen| {
                        pen.radio("mr-focus", own.id == *role, None, action);
                        pen.put("span", &own.name);
                        pen.when(is_proposed, |pen| pen.put("span.mr-tag", words.is_proposed));
                    });
                }
            });
        });
        let choice = page.choice();
        pen.when(choice.is_some(), |pen| {
            let reason = choice.map_or("", |own| own.reason.as_str());
            let field = fields::Field { id: "mr-focus-reason", label: words.reason_label, value: reason };
            fields::area(pen, page, field, |reason| Addition::FocusExplained { reason });
        });
    });
}
