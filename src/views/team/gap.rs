//! Two groups side by side: which ones, whether they may be shown, and what they see differently (model 2.9).

use super::consent::consent;
use super::gaps;
use super::page::Page;
use crate::session::{Action, Phase};
use crate::team::{Group, PerceptionGap, perception_gap, team};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};
use crate::views::pick as field;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Two groups, read.
pub(super) struct Sides<'a> {
    /// What they are called.
    pub names: [&'a str; 2],
    /// The same within a sentence; names of the person's own stay as they are.
    pub within: [String; 2],
    pub gap: PerceptionGap,
}

/// The section on roles, then that on topics.
pub(super) fn gap(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let groups = page.panel.groups();
    let Some(places) = page.session.sides(page.panel) else {
        let note = if groups.len() > 1 { words.choose_groups } else { words.name_groups };
        section(pen, words.gap_open, note, |pen| pick(pen, page, &groups));
        return;
    };
    // Where the team as a whole needed consent, that was asked above.
    let asks = !page.session.is_small_team(page.panel)
        && places.iter().any(|side| page.session.is_small(page.panel, side));
    if page.session.shown_sides(page.panel).is_none() {
        let fewest = [("n", Count(page.survey.parameters.team.consent_min_n))];
        section(pen, words.gap_open, &page.fill(words.consent, &fewest), |pen| {
            consent(pen, page, false);
            pick(pen, page, &groups);
        });
        return;
    }
    let sides = read(page, &places);
    section(pen, &gaps::title(page, &sides), &gaps::note(page, &sides), |pen| {
        gaps::roles(pen, page, &sides);
        if asks {
            consent(pen, page, true);
        }
        pick(pen, page, &groups);
    });
    gaps::topics(pen, page, &sides);
}

fn picked<'a>(page: &Page<'a>) -> Option<&'a [String; 2]> {
    match &page.session.phase {
        Phase::Team { groups: Some(groups) } => Some(groups),
        _ => None,
    }
}

fn read<'a>(page: &Page<'a>, places: &[Vec<usize>; 2]) -> Sides<'a> {
    let side = |places: &Vec<usize>| {
        let own: Vec<_> = places.iter().filter_map(|at| page.answers.get(*at).copied()).collect();
        team(page.survey, &own)
    };
    let [first, second] = places.each_ref().map(side);
    let names = match picked(page) {
        Some(names) => names.each_ref().map(String::as_str),
        None => [page.words.you, page.words.others],
    };
    let within = names.map(|name| match picked(page) {
        Some(_) => name.to_owned(),
        None => (page.results.within_sentence)(name),
    });
    Sides { names, within, gap: perception_gap(page.survey, &first, &second, &page.panel.weights()) }
}

/// Two fields for two groups. Nothing follows from choosing until the button is pressed.
fn pick(pen: &mut Pen, page: &Page, groups: &[Group]) {
    let words = page.words;
    if groups.len() < 2 {
        if page.session.sides(page.panel).is_some() {
            pen.put("p.mr-note mr-noprint", words.name_groups);
        }
        return;
    }
    let fields = [NodeRef::default(), NodeRef::default()];
    let (reached, same_group, on_action) = (fields.clone(), words.same_group, pen.on_action.clone());
    let on_submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let [first, second] = reached.each_ref().map(|field| field.cast::<HtmlSelectElement>());
        let (Some(first), Some(second)) = (first, second) else { return };
        let is_same = first.value() == second.value();
        second.set_custom_validity(if is_same { same_group } else { "" });
        if is_same {
            second.report_validity();
        } else {
            on_action.emit(Action::GroupsPicked { groups: Some([first.value(), second.value()]) });
        }
    });
    let chosen = picked(page).map(|names| {
        names.each_ref().map(|name| groups.iter().position(|own| own.name == *name).unwrap_or_default())
    });
    let [one, other] = chosen.unwrap_or([0, 1]);
    let choices: Vec<_> = groups.iter().map(|own| (own.name.as_str(), own.name.clone())).collect();
    pen.el("form.mr-twofields mr-block mr-noprint[novalidate]", |pen| {
        pen.key("groups");
        pen.on_submit(on_submit);
        let [first, second] = &fields;
        field::pick(pen, ["mr-one-side", words.one_side], first, &choices, one);
        field::pick(pen, ["mr-other-side", words.other_side], second, &choices, other);
        pen.put("button.mr-button mr-button-2[type=submit]", words.compare);
    });
    if picked(page).is_some() && page.own.is_some() {
        pen.el("div.mr-actions mr-noprint", |pen| {
            let back = Action::GroupsPicked { groups: None };
            pen.button("mr-textlink", words.back_to_own, back);
        });
    }
}

/// One of two words with the number before it.
pub(super) fn numbered(page: &Page, [one, many]: [&str; 2], number: usize) -> String {
    page.fill(if number == 1 { one } else { many }, &[("Number", Text(&page.spelled(number)))])
}
