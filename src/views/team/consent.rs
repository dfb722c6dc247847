//! Consent of people who are so few that they could be recognized (model 2.9).

use super::page::Page;
use crate::session::Action;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many colleagues answered, which is all that is told before they agree.
pub(super) fn title(page: &Page) -> String {
    let others = page.people.len().saturating_sub(usize::from(page.own.is_some()));
    let [one, many] = page.words.consent_title;
    page.fill(if others == 1 { one } else { many }, &[("Number", Text(&page.spelled(others)))])
}

/// Why nothing is shown yet, and the two ways on.
pub(super) fn lead(page: &Page) -> String {
    page.fill(page.words.consent_lead, &[("n", Count(page.survey.parameters.team.consent_min_n))])
}

/// Whether these people agree to be shown.
pub(super) fn consent(pen: &mut Pen, page: &Page, given: bool) {
    let on_change = pen.on_action.reform(|event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        Action::ConsentGiven(field.is_some_and(|field| field.checked()))
    });
    pen.el("div.mr-block mr-noprint", |pen| {
        pen.key("consent");
        pen.el("label.mr-tick-box", |pen| {
            pen.open("input[type=checkbox][name=mr-consent]");
            pen.checked(given);
            pen.on_change(on_change);
            pen.close();
            pen.put("span", page.words.consent_label);
        });
    });
}
