//! Two forms: two waves to hold against each other, and another name for the unit. Nothing follows from
//! choosing or typing, so the fields keep what they hold until the button is pressed.

use super::page::Page;
use crate::session::Action;
use crate::views::markup::Pen;
use crate::views::pick::pick;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// An earlier and a later wave. Which of the two is earlier is read off the history, not off the fields.
pub(super) fn compare(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let fields = [NodeRef::default(), NodeRef::default()];
    let order: Vec<String> = page.waves().iter().map(|wave| wave.id.clone()).collect();
    let last = order.len().saturating_sub(1);
    let (reached, same_wave, on_action) = (fields.clone(), words.same_wave, pen.on_action.clone());
    let on_submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let [earlier, later] = reached.each_ref().map(|field| field.cast::<HtmlSelectElement>());
        let (Some(earlier), Some(later)) = (earlier, later) else { return };
        match in_order(&order, &earlier.value(), &later.value()) {
            Some((base, now)) => {
                later.set_custom_validity("");
                on_action.emit(Action::Compared { base, now });
            }
            None => {
                later.set_custom_validity(same_wave);
                later.report_validity();
            }
        }
    });
    let mut choices = Vec::new();
    for wave in page.waves() {
        choices.push((wave.id.as_str(), page.language.date(wave.date)));
    }
    pen.el("form.mr-twofields[novalidate]", |pen| {
        pen.on_submit(on_submit);
        let [earlier, later] = &fields;
        pick(pen, ["mr-earlier", words.earlier], earlier, &choices, 0);
        pick(pen, ["mr-later", words.later], later, &choices, last);
        pen.put("button.mr-button mr-button-2[type=submit]", words.compare);
    });
}

/// Two waves of the history, the earlier one first; none if they are one and the same.
pub fn in_order(order: &[String], one: &str, other: &str) -> Option<(String, String)> {
    let place = |id: &str| order.iter().position(|own| own == id);
    let (one, other) = (place(one)?, place(other)?);
    let [base, now] = [order.get(one.min(other))?, order.get(one.max(other))?];
    (one != other).then(|| (base.clone(), now.clone()))
}

/// The name of the unit. The field starts with the present name and is then the person's own.
pub(super) fn scope(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let field = NodeRef::default();
    let typed = field.clone();
    let on_submit = pen.on_action.reform(move |event: SubmitEvent| {
        event.prevent_default();
        let scope = typed.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
        Action::Renamed { scope: scope.trim().to_owned() }
    });
    pen.el("form.mr-twofields", |pen| {
        pen.on_submit(on_submit);
        pen.el("div.mr-field", |pen| {
            pen.put("label[for=mr-unit]", words.scope_label);
            pen.put("p.mr-note#mr-unit-hint", words.scope_hint);
            pen.open("input.mr-input#mr-unit[type=text][name=mr-unit][maxlength=120][autocomplete=off]");
            pen.set("aria-describedby", "mr-unit-hint");
            pen.set("value", page.scope);
            pen.reach(&field);
            pen.close();
        });
        pen.put("button.mr-button mr-button-2[type=submit]", words.rename);
    });
}
