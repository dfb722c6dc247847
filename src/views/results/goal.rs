//! Own targets on the results page: how much of the way is done, by capability, by role and overall (model 2.8).

use super::page::Page;
use crate::history::Standing;
use crate::scoring::ROUNDING;
use crate::survey::{CapabilityId, Role, RoleId};
use crate::views::charts::Goal;
use crate::views::markup::Value::Percent;

/// Whether any target is in force.
pub(super) fn is_set(page: &Page) -> bool {
    page.cycle.as_ref().is_some_and(|cycle| !cycle.targets.is_empty())
}

/// The score a capability is to reach; none where nothing is set for it.
pub(super) fn target(page: &Page, id: &CapabilityId) -> Option<f64> {
    Some(page.cycle.as_ref()?.targets.get(id)?.score)
}

fn standing(page: &Page, id: &CapabilityId) -> Option<Standing> {
    page.cycle.as_ref()?.progress.as_ref()?.capability(id)
}

/// What is to rise, for the radar; none where nothing is.
pub(super) fn line<'a>(page: &Page) -> Option<Goal<'a>> {
    let raised = |id: &CapabilityId| match standing(page, id) {
        Some(Standing::Raise { .. }) => target(page, id),
        _ => None,
    };
    let points: Vec<Option<f64>> = page.survey.capabilities().map(|own| raised(&own.id)).collect();
    points.iter().any(Option::is_some).then_some(Goal { points, name: page.words.series_target })
}

/// The target of a capability as the table has it.
pub(super) fn cell(page: &Page, id: &CapabilityId) -> String {
    let words = page.words;
    match (standing(page, id), target(page, id)) {
        (Some(Standing::Hold { kept }), _) => if kept { words.hold_kept } else { words.hold_lost }.to_owned(),
        (_, Some(target)) => page.language.figure(target),
        (_, None) => if is_kept(page, id) { words.hold } else { words.hold_lost }.to_owned(),
    }
}

/// Whether a capability without a target stayed where it was, within the tolerance of what is to hold (model 2.8).
fn is_kept(page: &Page, id: &CapabilityId) -> bool {
    let change = page.against.as_ref().and_then(|against| against.change.capability(id));
    let tolerance = page.survey.parameters.hold_tolerance;
    !is_set(page) || change.is_none_or(|own| own.delta() >= -tolerance - ROUNDING)
}

/// The share of the own goal of a role, or over everything, from 0 to 1, below it after a loss; none where
/// nothing is to rise.
fn share(page: &Page, role: Option<&RoleId>) -> Option<f64> {
    let progress = page.cycle.as_ref()?.progress.as_ref()?;
    match role {
        Some(id) => progress.role(id),
        None => progress.overall,
    }
}

/// The share of the own goal of a role, or over everything, as the table has it.
pub(super) fn share_cell(page: &Page, role: Option<&RoleId>) -> String {
    match share(page, role) {
        Some(share) => page.fill(page.words.of_goal, &[("share", Percent(100.0 * share))]),
        None => page.words.hold.to_owned(),
    }
}

/// The share of a role, to be redone by hand: what is done of each way over all the ways.
pub(super) fn sum(page: &Page, role: &Role) -> Option<String> {
    let share = share(page, Some(&role.id))?;
    let short = |value: f64| page.language.short(value);
    let (mut done, mut ways) = (String::new(), String::new());
    for own in &role.capabilities {
        if let Some(Standing::Raise { gap, closed }) = standing(page, &own.id) {
            let closed = own.weight * closed;
            done.push_str(match (done.is_empty(), closed < 0.0) {
                (true, true) => "\u{2212}",
                (true, false) => "",
                (false, true) => " \u{2212} ",
                (false, false) => " + ",
            });
            done.push_str(&short(closed.abs()));
            ways.push_str(if ways.is_empty() { "" } else { " + " });
            ways.push_str(&short(own.weight * gap));
        }
    }
    Some(["(", &done, ") / (", &ways, ") = ", &page.language.percent(100.0 * share)].concat())
}

/// The same as a sentence beside the figure of a role; nothing without targets.
pub(super) fn sentence(page: &Page, role: &RoleId) -> Option<String> {
    let words = page.words;
    is_set(page).then(|| match share(page, Some(role)) {
        Some(share) if share < 0.0 => words.goal_away.to_owned(),
        Some(share) => page.fill(words.goal_reached, &[("share", Percent(100.0 * share))]),
        None => words.goal_hold.to_owned(),
    })
}
