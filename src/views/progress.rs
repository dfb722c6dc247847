//! How far one has come: one bar per role, in ink alone, as no hue speaks while questions are answered.

use crate::answers::Answers;
use crate::survey::{Item, ItemId, Role, Survey};
use crate::words::{Language, fill};
use yew::prelude::*;

/// The bars of all roles; the one that holds `at` is marked.
pub fn progress(survey: &Survey, language: &Language, answers: &Answers, at: Option<&ItemId>) -> Html {
    let holds = |role: &&Role| at.is_some_and(|id| items(role).any(|item| item.id == *id));
    let bars = survey.roles.iter().map(|role| {
        let here = holds(&role).then_some("step");
        html! {
            <li key={role.id.as_str()} aria-current={here}>
                <span class="mr-progress-name">
                    <span>{&role.name}</span>
                    <span class="mr-num mr-nowrap">{count(language, answers, role)}</span>
                </span>
                {steps(items(role), answers, at)}
            </li>
        }
    });
    html! {<>
        <ol class="mr-progress" aria-label={language.words.answering.progress}>{for bars}</ol>
        if let Some(role) = survey.roles.iter().find(holds) {
            <p class="mr-progress-now" aria-hidden="true">
                <span>{&role.name}</span><span class="mr-num">{count(language, answers, role)}</span>
            </p>
        }
    </>}
}

/// A row of small boxes, one per item, filled where there is a reply.
pub fn steps<'a>(items: impl Iterator<Item = &'a Item>, answers: &Answers, at: Option<&ItemId>) -> Html {
    let items: Vec<_> = items.collect();
    // In hundredths of a percent: a box and its gap, the last one without.
    let count = items.len().max(1);
    let gap = 1280 / count;
    let pitch = (10_000 + gap) / count;
    let boxes = items.iter().enumerate().map(|(index, item)| {
        let here = at == Some(&item.id);
        let class = match answers.reply(&item.id) {
            _ if here => "mr-here",
            Some(_) => "mr-done",
            None => "",
        };
        let (y, height) = if here { ("1", "6") } else { ("0", "8") };
        let (x, width) = (percent(index * pitch), percent(pitch - gap));
        html! { <rect key={index} {class} {x} {width} {y} {height} rx="1.5" /> }
    });
    html! { <svg class="mr-steps" width="100%" height="8" aria-hidden="true">{for boxes}</svg> }
}

/// `2 of 8`: replies within a role.
pub fn count(language: &Language, answers: &Answers, role: &Role) -> String {
    let replied = items(role).filter(|item| answers.reply(&item.id).is_some()).count();
    let all = items(role).count();
    let figures = [replied, all].map(|figure| language.whole(figure as f64));
    let [replied, all] = &figures;
    fill(language.words.answering.of, &[("n", replied), ("all", all)])
}

/// Every item of a role in the order in which it is asked.
pub fn items(role: &Role) -> impl Iterator<Item = &Item> {
    role.capabilities.iter().flat_map(|capability| &capability.items)
}

fn percent(hundredths: usize) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), zero, &rest.to_string(), "%"].concat()
}
