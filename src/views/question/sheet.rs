//! What every step of the survey shares: the form with its keys, the complaint, the way back and on.

use crate::answers::AnchorOrder;
use crate::draft::Step;
use crate::session::{Action, Answering, Screen, Session};
use crate::storage::Keeping;
use crate::survey::Survey;
use crate::views::icon::{Icon, icon};
use crate::views::markup::Value::{Count, Text};
use crate::views::markup::{Pen, filled};
use crate::views::progress::progress;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// All that a step needs to draw itself.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The instrument.
    pub survey: &'a Survey,
    /// What was answered so far, and where.
    pub answering: &'a Answering,
    /// Where answers are kept.
    pub keeping: Keeping,
}

impl<'a> Sheet<'a> {
    /// The sheet of a session that is answering.
    pub fn new(session: &'a Session, answering: &'a Answering) -> Self {
        Self { survey: &session.survey, answering, keeping: session.keeping }
    }
}

/// What keeps a step from being left, in words, with the control that mends it.
pub struct Mending {
    /// What to do.
    pub text: String,
    /// The first control of the group.
    pub first: NodeRef,
}

impl Mending {
    /// What has to be mended, and by a control yet to be drawn.
    pub fn new(text: String) -> Self {
        Self { text, first: NodeRef::default() }
    }
}

/// One step as a form: Enter goes on, a digit takes the choice at that place on screen.
#[inline(always)]
pub fn form(
    pen: &mut Pen,
    sheet: Sheet<'_>,
    choices: Vec<Action>,
    mending: Option<&Mending>,
    head: impl FnOnce(&mut Pen),
    content: impl FnOnce(&mut Pen),
) {
    open_form(pen, sheet, choices, mending);
    pen.el("div", |pen| {
        pen.key("head");
        progress_of(pen, sheet);
        head(pen);
    });
    pen.el("div", |pen| {
        pen.key("content");
        content(pen);
    });
    stepper(pen, sheet, mending.is_some());
    pen.close();
}

/// How far one has come, on every step.
fn progress_of(pen: &mut Pen, sheet: Sheet<'_>) {
    let draft = &sheet.answering.draft;
    let at = if let Step::Item(item) = &draft.at { Some(item) } else { None };
    progress(pen, sheet.survey, &draft.answers, at);
}

fn open_form(pen: &mut Pen, sheet: Sheet<'_>, choices: Vec<Action>, mending: Option<&Mending>) {
    let on_action = pen.on_action.clone();
    pen.open("form[novalidate=novalidate]");
    // A step of its own name is drawn anew, so that its heading takes focus as a new one.
    pen.key(match &sheet.answering.draft.at {
        Step::Item(item) => item.as_str(),
        Step::Effort => &sheet.survey.effort.id,
        Step::Aim | Step::Review => &sheet.survey.aim.id,
    });
    pen.on_submit(Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        on_action.emit(Action::WentOn);
    }));
    pen.on_key(keys(pen.on_action.clone(), choices));
    pen.el("div", |pen| {
        pen.key("complaint");
        if let Some(mending) = mending {
            complaint(pen, mending);
        }
    });
}

fn stepper(pen: &mut Pen, sheet: Sheet<'_>, may_leave: bool) {
    let words = &pen.language.words.answering;
    pen.el("div.mr-stepper", |pen| {
        pen.key("stepper");
        back(pen, sheet);
        pen.el("button.mr-button[type=submit]", |pen| {
            pen.own_enter();
            pen.text(if sheet.answering.from_review { words.to_review } else { words.go_on });
        });
        pen.when(may_leave, |pen| {
            pen.button("mr-button mr-button-quiet", words.leave_open, Action::LeftOpen);
        });
        saved(pen, sheet);
    });
}

/// The way back; from the first step it leads out of the survey.
pub fn back(pen: &mut Pen, sheet: Sheet<'_>) {
    let first = sheet.answering.draft.at.previous(sheet.survey).is_none();
    let action = if first { Action::ScreenPicked(Screen::Welcome) } else { Action::WentBack };
    pen.button("mr-button mr-button-2", pen.language.words.answering.back, action);
}

/// The saved mark: says that answers are kept once the write is confirmed, and never before.
pub fn saved(pen: &mut Pen, sheet: Sheet<'_>) {
    let words = &pen.language.words.answering;
    pen.el("span.mr-saved", |pen| match sheet.answering.saved {
        _ if !sheet.keeping.is_durable() => {
            icon(pen, Icon::Warning);
            pen.text(pen.language.words.shell.not_kept);
        }
        Some((_, at_ms)) if sheet.answering.is_saved() => {
            icon(pen, Icon::Check);
            pen.text(&filled(pen.language, words.saved, &[("time", Text(&pen.language.time(at_ms)))]));
        }
        _ if sheet.answering.revision > 0 => pen.text(words.saving),
        _ => {}
    });
}

/// The summary of what is wrong; the app moves focus to it, and its link leads on to the control.
fn complaint(pen: &mut Pen, mending: &Mending) {
    let first = mending.first.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        // Links into a shadow tree do not work by address, so focus is set here.
        if let Some(control) = first.cast::<HtmlInputElement>() {
            control.focus().unwrap_or_default();
        }
    });
    pen.el("div.mr-notice mr-notice-error mr-complaint#mr-complaint[tabindex=-1]", |pen| {
        icon(pen, Icon::Warning);
        pen.el("div[role=alert]", |pen| {
            pen.put("p.mr-h3", pen.language.words.answering.problem);
            pen.el("p", |pen| pen.press("mr-textlink", &mending.text, onclick));
        });
    });
}

/// The message at the group itself; `mr-error` is what the group is described by.
pub fn error_text(pen: &mut Pen, mending: Option<&Mending>) {
    pen.el("div", |pen| {
        pen.key("error");
        if let Some(mending) = mending {
            pen.put("p.mr-errortext#mr-error", &mending.text);
        }
    });
}

/// One radio in a box of its own, reached by `first` where it is the first. Its place on screen is all that
/// names it, never its rating.
pub fn choice(
    pen: &mut Pen,
    group: &str,
    text: &str,
    checked: bool,
    first: Option<&NodeRef>,
    action: Action,
) {
    pen.el("label.mr-choice", |pen| {
        pen.radio(group, checked, first, action);
        pen.put("span", text);
    });
}

/// Items in the order in which this person sees statements.
pub fn in_order<T>(order: AnchorOrder, rising: impl DoubleEndedIterator<Item = T>) -> Vec<T> {
    match order {
        AnchorOrder::Rising => rising.collect(),
        AnchorOrder::Falling => rising.rev().collect(),
    }
}

/// The place a digit key stands for, counted from 0. Keyboards that write digits with shift, or digits of
/// another script, are known by the position of the key.
pub fn place_of(key: &str, code: &str) -> Option<usize> {
    let digit = key.parse::<usize>().ok().or_else(|| code.strip_prefix("Digit")?.parse().ok())?;
    digit.checked_sub(1)
}

fn keys(on_action: Callback<Action>, choices: Vec<Action>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        let key = event.key();
        if key == "Enter" {
            // The browser would also submit the form from some controls; this way it is once, from all.
            event.prevent_default();
            if !event.repeat() {
                on_action.emit(Action::WentOn);
            }
        } else if let Some(choice) = place_of(&key, &event.code()).and_then(|place| choices.get(place)) {
            event.prevent_default();
            on_action.emit(choice.clone());
        }
    })
}

/// The question and above it, that it stands outside the scores: the steps after the items.
pub fn outside_head(pen: &mut Pen, sheet: Sheet<'_>, stem: &str) {
    let words = &pen.language.words.answering;
    let number = if sheet.answering.draft.at == Step::Effort { 1 } else { 2 };
    pen.el("p.mr-question-meta", |pen| {
        pen.put("span", words.outside);
        pen.say("span.mr-num", words.of, &[("n", Count(number)), ("all", Count(2))]);
    });
    pen.put("h1.mr-question#mr-heading[tabindex=-1]", stem);
}
