//! Which role leads, beside the aim: a fact about the profile, never a fault.

use super::page::{Page, axis_head, note, section};
use super::{sentence, workings};
use crate::scoring::DominanceKind;
use crate::survey::RoleId;
use crate::views::charts::{Strip, role_class, strip};
use crate::views::markup::{el, text};
use yew::Html;

/// The section.
pub(super) fn lead(page: &Page) -> Html {
    let explained = vec![text(explanation(page))];
    let mut body = Vec::new();
    if page.dominance.kind != DominanceKind::Unknown {
        body.push(ranking(page));
    }
    body.extend(beside_aim(page));
    if let Some(against) = &page.against
        && (against.dominance.kind, &against.dominance.leading)
            != (page.dominance.kind, &page.dominance.leading)
    {
        let before = sentence::lead_heading(page, &against.dominance);
        body.push(note(page.fill(page.words.lead_before, &[("finding", &before)])));
    }
    body.push(workings::dominance(page));
    section(sentence::lead_heading(page, &page.dominance), explained, true, body)
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
    let [gap, threshold] = read.leads.map_or_else(Default::default, |[first, ..]| {
        [first.gap, first.threshold].map(|points| page.language.figure(points))
    });
    page.fill(
        page.survey.texts.get(kind),
        &[
            ("first", start),
            ("second", &within(1)),
            ("third", &within(read.order.len().saturating_sub(1))),
            ("gap12", &gap),
            ("t12", &threshold),
        ],
    )
}

/// All roles, highest first.
fn ranking(page: &Page) -> Html {
    let mut rows = vec![el("div", "mr-leadaxis", vec![axis_head(page.survey, "mr-axishead mr-stripbox")])];
    for id in &page.dominance.order {
        let figure = page.full.role(id).and_then(|own| own.figure.as_ref());
        let (Some(figure), Some((position, role))) = (figure, page.role(id)) else { continue };
        let points = page.language.figure(figure.points);
        let strip = strip(Strip {
            role: position,
            now: Some(figure.points),
            noise_sd: figure.noise_sd(&page.survey.parameters),
            label: Some([role.name.as_str(), ": ", &points].concat()),
            ..Strip::default()
        });
        let name = el("b", "", vec![page.role_cell(id)]);
        let points = el("span", "mr-n mr-num", vec![text(points)]);
        rows.push(el("div", "mr-leadrow", vec![name, strip, points]));
    }
    el("div", "mr-leadchart", rows)
}

/// Strength on one side, aim on the other, and what follows.
fn beside_aim(page: &Page) -> Vec<Html> {
    let words = page.words;
    let leading = &page.dominance.leading;
    let aim = page.wave.answers.aim.as_ref();
    let mut cards = Vec::new();
    if let Some(first) = leading.first() {
        cards.push(card(page, words.strength, first, leading, None));
    }
    if let Some(aim) = aim
        && let Some(primary) = &aim.primary
    {
        let second = aim.secondary.as_ref().map(|id| {
            let role = page.role_within(id);
            page.fill(words.second_aim, &[("role", &role)])
        });
        cards.push(card(page, words.aim, primary, std::slice::from_ref(primary), second));
    }
    if cards.is_empty() {
        return Vec::new();
    }
    let mut parts = vec![el("div", "mr-pair", cards)];
    if let (Some(first), Some(primary)) = (leading.first(), aim.and_then(|aim| aim.primary.as_ref())) {
        let path =
            if leading.contains(primary) { "dominance/fits_aim" } else { "dominance/differs_from_aim" };
        let strengths: Vec<String> = leading.iter().map(|id| page.role_within(id)).collect();
        let strengths = if leading.len() > 1 { page.list(&strengths) } else { page.role_within(first) };
        let values = [("first", strengths.as_str()), ("aim", &page.role_within(primary))];
        parts.push(el(
            "p",
            "mr-small mr-section-tight",
            vec![text(page.fill(page.survey.texts.get(path), &values))],
        ));
    }
    parts
}

fn card(page: &Page, title: &'static str, hue: &RoleId, roles: &[RoleId], more: Option<String>) -> Html {
    let class = page.role(hue).map_or("", |(position, _)| role_class(position));
    let mut parts = vec![note(title.to_owned())];
    parts.extend(roles.iter().map(|id| el("b", "", vec![page.role_cell(id)])));
    parts.extend(more.map(|more| el("p", "mr-small", vec![text(more)])));
    el("div", class, parts)
}
