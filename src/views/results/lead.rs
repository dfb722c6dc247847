//! Which role leads, beside the aim: a fact about the profile, never a fault.

use super::page::{Page, axis_head, note};
use super::{sentence, workings};
use crate::scoring::DominanceKind;
use crate::survey::RoleId;
use crate::views::charts::{Strip, role_class, strip};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Figure, Text};

/// The section.
pub(super) fn lead(pen: &mut Pen, page: &Page) {
    let read = &page.dominance;
    section(pen, &sentence::lead_heading(page, read), &explanation(page), |pen| {
        if read.kind != DominanceKind::Unknown {
            ranking(pen, page);
        }
        beside_aim(pen, page);
        if let Some(against) = &page.against
            && (against.dominance.kind, &against.dominance.leading) != (read.kind, &read.leading)
        {
            let before = sentence::lead_heading(page, &against.dominance);
            pen.say("p.mr-note", page.words.lead_before, &[("finding", Text(&before))]);
        }
        workings::dominance(pen, page);
    });
}

/// The finding in the words of the survey.
fn explanation(page: &Page) -> String {
    let read = &page.dominance;
    let kind = match read.kind {
        DominanceKind::Dominant => "dominance/dominant",
        DominanceKind::Pair => "dominance/pair",
        DominanceKind::Graded => "dominance/graded",
        DominanceKind::Even => "dominance/even",
        DominanceKind::Unknown => "dominance/unknown",
    };
    let start = read.order.first().map_or("", |id| page.role_name(id));
    let within = |at: usize| read.order.get(at).map(|id| page.role_within(id)).unwrap_or_default();
    let (gap, threshold) = read.leads.map_or((0.0, 0.0), |[first, ..]| (first.gap, first.threshold));
    page.fill(
        page.survey.texts.get(kind),
        &[
            ("first", Text(start)),
            ("second", Text(&within(1))),
            ("third", Text(&within(read.order.len().saturating_sub(1)))),
            ("gap12", Figure(gap)),
            ("t12", Figure(threshold)),
        ],
    )
}

/// All roles, highest first.
fn ranking(pen: &mut Pen, page: &Page) {
    let figure = page.chart("lead", page.language.words.carry.charts.lead);
    pen.el("div.mr-leadchart", |pen| {
        figure.mark(pen);
        pen.el("div.mr-leadaxis", |pen| axis_head(pen, page.survey, "span.mr-axishead mr-stripbox"));
        for id in &page.dominance.order {
            let figure = page.full.role(id).and_then(|own| own.figure.as_ref());
            let (Some(figure), Some((position, role))) = (figure, page.role(id)) else { continue };
            let points = page.language.figure(figure.points);
            pen.el("div.mr-leadrow", |pen| {
                pen.el("b", |pen| page.role_cell(pen, id));
                let strips = Strip {
                    role: position,
                    now: Some(figure.points),
                    noise_sd: figure.noise_sd(&page.survey.parameters),
                    label: Some([role.name.as_str(), ": ", &points].concat()),
                    ..Strip::default()
                };
                strip(pen, &strips);
                pen.put("span.mr-n mr-num", &points);
            });
        }
    });
    figure.save(pen, page.shown.told);
}

/// Strength on one side, aim on the other, and what follows.
fn beside_aim(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let leading = &page.dominance.leading;
    let aim = page.wave.answers.known_aim(page.survey);
    let primary = aim.as_ref().and_then(|aim| aim.primary.as_ref());
    if leading.is_empty() && primary.is_none() {
        return;
    }
    pen.el("div.mr-pair", |pen| {
        card(pen, page, words.strength, leading, None);
        if let Some(primary) = primary {
            let second = aim.as_ref().and_then(|aim| aim.secondary.as_ref());
            card(pen, page, words.aim, std::slice::from_ref(primary), second);
        }
    });
    if let (Some(first), Some(primary)) = (leading.first(), primary) {
        let path =
            if leading.contains(primary) { "dominance/fits_aim" } else { "dominance/differs_from_aim" };
        let mut strengths = page.role_within(first);
        if leading.len() > 1 {
            let names: Vec<String> = leading.iter().map(|id| page.role_within(id)).collect();
            strengths = page.list(&names);
        }
        let values = [("first", Text(&strengths)), ("aim", Text(&page.role_within(primary)))];
        pen.say("p.mr-small mr-section-tight", page.survey.texts.get(path), &values);
    }
}

/// Roles in the hue of the first; nothing without one.
fn card(pen: &mut Pen, page: &Page, title: &str, roles: &[RoleId], second: Option<&RoleId>) {
    let Some(first) = roles.first() else { return };
    pen.el("div", |pen| {
        pen.set("class", page.role(first).map_or("", |(position, _)| role_class(position)));
        note(pen, title);
        for id in roles {
            pen.el("b", |pen| page.role_cell(pen, id));
        }
        if let Some(second) = second {
            pen.say("p.mr-small", page.words.second_aim, &[("role", Text(&page.role_within(second)))]);
        }
    });
}
