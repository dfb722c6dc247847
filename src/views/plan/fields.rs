//! What is noted on a move while its days are lived: state, owner, start, what shows it.

use super::page::{Page, Running};
use crate::history::Date;
use crate::plan::{MoveState, Undertaking};
use crate::session::{Action, Addition, MoveChange};
use crate::views::markup::Pen;
use crate::views::markup::Value::Day;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// A field for text of the person's own.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    /// Its name on the page.
    pub id: &'a str,
    pub label: &'a str,
    /// What stands in it.
    pub value: &'a str,
}

/// A change of the move at a position.
pub(super) fn noted(index: usize, change: MoveChange) -> Addition {
    Addition::MoveNoted { index, change }
}

/// The fields of one move.
pub(super) fn fields(pen: &mut Pen, page: &Page, running: Running, index: usize, own: &Undertaking) {
    let words = page.words;
    let number = index.to_string();
    pen.el("div.mr-lived", |pen| {
        let state = |state| noted(index, MoveChange::State(state));
        let options = MoveState::NAMES.map(|(state, _)| state).into_iter().zip(words.states);
        let options = options.map(|(of, name)| (name, own.state == of, state(of)));
        group(pen, words.state, &["mr-state-", &number].concat(), options);
        let id = ["mr-owner-", &number].concat();
        let field = Field { id: &id, label: words.owner, value: &own.owner };
        line(pen, page, field, move |owner| noted(index, MoveChange::Owner(owner)));
        start(pen, page, running, index, own.start);
        let id = ["mr-evidence-", &number].concat();
        let field = Field { id: &id, label: words.evidence, value: &own.evidence };
        area(pen, page, field, move |evidence| noted(index, MoveChange::Evidence(evidence)));
    });
}

/// A few radios side by side: their names, which is chosen, what choosing adds.
pub(super) fn group<'a>(
    pen: &mut Pen,
    legend: &str,
    name: &str,
    options: impl Iterator<Item = (&'a str, bool, Addition)>,
) {
    pen.el("fieldset.mr-field", |pen| {
        pen.put("legend.mr-label", legend);
        pen.el("div.mr-segment", |pen| {
            for (text, checked, addition) in options {
                pen.el("label", |pen| {
                    pen.radio(name, checked, None, Action::Added(addition));
                    pen.put("span", text);
                });
            }
        });
    });
}

/// A text of one line.
pub(super) fn line(pen: &mut Pen, page: &Page, of: Field, then: impl Fn(String) -> Addition + 'static) {
    let on_input = pen.on_action.reform(move |event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        Action::Added(then(field.map(|field| field.value()).unwrap_or_default()))
    });
    field(pen, of, |pen| {
        pen.open("input.mr-input[type=text][autocomplete=off]");
        text_field(pen, page, of);
        pen.on_input(on_input);
        pen.close();
    });
}

/// A text of several lines.
pub(super) fn area(pen: &mut Pen, page: &Page, of: Field, then: impl Fn(String) -> Addition + 'static) {
    let on_input = pen.on_action.reform(move |event: InputEvent| {
        let area = event.target_dyn_into::<HtmlTextAreaElement>();
        Action::Added(then(area.map(|area| area.value()).unwrap_or_default()))
    });
    field(pen, of, |pen| {
        pen.open("textarea.mr-input");
        text_field(pen, page, of);
        pen.on_input(on_input);
        pen.close();
    });
}

fn field(pen: &mut Pen, of: Field, control: impl FnOnce(&mut Pen)) {
    pen.el("div.mr-field", |pen| {
        pen.el("label", |pen| {
            pen.set("for", of.id);
            pen.text(of.label);
        });
        control(pen);
    });
}

fn text_field(pen: &mut Pen, page: &Page, of: Field) {
    pen.set("id", of.id);
    pen.set("maxlength", &page.session.survey.parameters.note_characters.to_string());
    pen.value(of.value);
}

/// The day a move begins. One outside the plan is said to be so, and kept.
fn start(pen: &mut Pen, page: &Page, running: Running, index: usize, own: Option<Date>) {
    let words = page.words;
    let id = ["mr-start-", &index.to_string()].concat();
    let hint = [&id, "-hint"].concat();
    let (first, end) = (running.underway.start, running.end());
    let complaint = match own {
        Some(day) if day < first => page.fill(words.start_before, &[("start", Day(first))]),
        Some(day) if day > end => page.fill(words.start_after, &[("end", Day(end))]),
        _ => String::new(),
    };
    let on_input = pen.on_action.reform(move |event: InputEvent| {
        let typed = event.target_dyn_into::<HtmlInputElement>().map(|field| field.value());
        let day = typed.and_then(|typed| Date::parse(&typed));
        Action::Added(noted(index, MoveChange::Start(day)))
    });
    field(pen, Field { id: &id, label: words.start, value: "" }, |pen| {
        pen.open("input.mr-input mr-day[type=date]");
        pen.set("id", &id);
        pen.set("min", &first.iso());
        pen.set("max", &end.iso());
        pen.set("aria-describedby", &hint);
        pen.set("aria-invalid", if complaint.is_empty() { "false" } else { "true" });
        pen.value(&own.map(Date::iso).unwrap_or_default());
        pen.on_input(on_input);
        pen.close();
        pen.open("p.mr-errortext");
        pen.set("id", &hint);
        pen.text(&complaint);
        pen.close();
    });
}
