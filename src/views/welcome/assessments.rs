//! Several assessments on one device, side by side: the others to open, and one more to begin.

use crate::history::History;
use crate::session::{Action, Session};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Day;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The assessments that are not on screen, each with a way to it.
pub(super) fn others(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.shell.welcome;
    section(pen, words.others, words.others_note, |pen| {
        pen.el("ul.mr-others", |pen| {
            for history in session.others.iter() {
                pen.el("li", |pen| {
                    pen.key(history.assessment().unwrap_or_default());
                    other(pen, session, history);
                });
            }
        });
    });
}

fn other(pen: &mut Pen, session: &Session, history: &History) {
    let words = &pen.language.words.shell.welcome;
    let scope = session.scope_of(history);
    let name = if scope.is_empty() { words.others_unnamed } else { scope };
    pen.el("p", |pen| {
        pen.put("b", name);
        if let Some(wave) = history.latest() {
            pen.text(" ");
            pen.say("span.mr-note", words.others_latest, &[("date", Day(wave.date))]);
        }
    });
    let assessment = history.assessment().unwrap_or_default().to_owned();
    pen.action("mr-button mr-button-2", Action::AssessmentPicked { assessment }, |pen| {
        pen.text(words.others_open);
        pen.put("span.mr-hidden", &[": ", name].concat());
    });
}

/// The name of one more unit. Without one nothing begins, as there would be two that look alike.
pub(super) fn another(pen: &mut Pen) {
    let words = &pen.language.words.shell.welcome;
    let (field, missing) = (NodeRef::default(), NodeRef::default());
    let (typed, told, on_action) = (field.clone(), missing.clone(), pen.on_action.clone());
    let on_submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let Some(typed) = typed.cast::<HtmlInputElement>() else { return };
        let scope = typed.value().trim().to_owned();
        // Nothing follows from typing, so the field and the sentence beside it are the page's, not the session's.
        if let Some(told) = told.cast::<HtmlElement>() {
            told.set_hidden(!scope.is_empty());
        }
        typed
            .set_attribute("aria-invalid", if scope.is_empty() { "true" } else { "false" })
            .unwrap_or_default();
        if scope.is_empty() {
            typed.focus().unwrap_or_default();
        } else {
            on_action.emit(Action::AssessmentStarted { scope });
        }
    });
    section(pen, words.another, words.another_note, |pen| {
        pen.el("form.mr-twofields[novalidate]", |pen| {
            pen.on_submit(on_submit);
            pen.el("div.mr-field", |pen| {
                pen.put("label[for=mr-another]", words.another_label);
                pen.el("p.mr-errortext#mr-another-missing[role=alert][hidden]", |pen| {
                    pen.reach(&missing);
                    pen.text(words.another_missing);
                });
                pen.open("input.mr-input#mr-another[type=text][maxlength=120][autocomplete=off]");
                pen.set("aria-describedby", "mr-another-missing");
                pen.reach(&field);
                pen.close();
            });
            pen.put("button.mr-button mr-button-2[type=submit]", words.another_start);
        });
    });
}
