//! Where to begin: the first step of the structure that fits, and of what would support it.

use super::super::Finding;
use super::super::shown;
use super::Page;
use crate::lens::wording::Abm as Says;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

/// The section, where a structure is open.
pub(super) fn first_step(pen: &mut Pen, page: &Page) {
    let mut steps = steps(page);
    if page.own.fit.choice.is_none() {
        steps.clear();
    }
    if steps.is_empty() {
        return;
    }
    let title = page.text("sections/first_step");
    let title = if page.is_provisional() {
        page.shown.fill(page.say(Says::Provisional), &[("standing", Text(title))])
    } else {
        title.to_owned()
    };
    let note = if page.own.fit.support.is_empty() { "" } else { page.say(Says::SupportNote) };
    section(pen, &title, note, |pen| shown::findings(pen, &steps));
}

/// The first step of the choice, then those of what would support it; without a choice, what the nearest lacks.
/// Nothing is proposed for a plan while the strategy comes first.
pub(super) fn steps(page: &Page) -> Vec<Finding> {
    let fit = &page.own.fit;
    let mut found = Vec::new();
    for (place, key) in fit.choice.iter().chain(&fit.support).enumerate() {
        let Some(structure) = page.structure(key) else { continue };
        let act = if page.is_provisional() { String::new() } else { structure.first_step.clone() };
        found.push(Finding {
            id: [if place == 0 { "choice/" } else { "support/" }, key].concat(),
            lead: [&structure.name, ":"].concat(),
            text: structure.first_step.clone(),
            act,
        });
    }
    let nearest = fit.nearest.as_ref().and_then(|key| page.structure(key));
    let Some(structure) = nearest else { return found };
    let Some(fitted) = fit.table.iter().find(|own| own.key == structure.key) else { return found };
    for (key, _, need) in &structure.gates {
        if fitted.missing.contains(key) {
            found.push(Finding {
                id: ["nearest/", &structure.key, "/", key].concat(),
                lead: [&structure.name, ":"].concat(),
                text: [page.text("results/missing"), ": ", need].concat(),
                act: String::new(),
            });
        }
    }
    found
}
