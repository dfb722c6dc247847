//! What every step of the survey shares: the form with its keys, the complaint, the way back and on.

use crate::answers::AnchorOrder;
use crate::draft::Step;
use crate::session::{Action, Answering, Screen, Session};
use crate::storage::Keeping;
use crate::survey::Survey;
use crate::views::frame::{button, own_enter, press};
use crate::views::icon::{Icon, icon};
use crate::words::{Language, fill};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// All that a step needs to draw itself.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The instrument.
    pub survey: &'a Survey,
    /// The language of the interface.
    pub language: &'a Language,
    /// What was answered so far, and where.
    pub answering: &'a Answering,
    /// Where answers are kept.
    pub keeping: Keeping,
    /// Takes what happens.
    pub on_action: &'a Callback<Action>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a session that is answering.
    pub fn new(
        session: &'a Session,
        language: &'a Language,
        answering: &'a Answering,
        on_action: &'a Callback<Action>,
    ) -> Self {
        Self { survey: &session.survey, language, answering, keeping: session.keeping, on_action }
    }
}

/// What keeps a step from being left, in words, with the control that mends it.
pub struct Mending {
    /// What to do.
    pub text: String,
    /// The first control of the group.
    pub first: NodeRef,
}

/// One step as a form: Enter goes on, a digit takes the choice at that place on screen.
pub fn form(
    sheet: Sheet<'_>,
    choices: Vec<Action>,
    mending: Option<&Mending>,
    head: Html,
    content: Html,
) -> Html {
    let on_action = sheet.on_action.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        on_action.emit(Action::WentOn);
    });
    // A step of its own name is drawn anew, so that its heading takes focus as a new one.
    let key = match &sheet.answering.draft.at {
        Step::Item(item) => item.as_str().to_owned(),
        Step::Effort => sheet.survey.effort.id.clone(),
        Step::Aim | Step::Review => sheet.survey.aim.id.clone(),
    };
    html! {
        <form {key} {onsubmit} onkeydown={keys(sheet.on_action.clone(), choices)} novalidate=true>
            <div key="complaint">{mending.map(|mending| complaint(sheet.language, mending))}</div>
            <div key="head">{head}</div>
            <div key="content">{content}</div>
            <div key="stepper" class="mr-stepper">
                {back(sheet)}
                <button class="mr-button" type="submit" onkeydown={own_enter()}>{on_word(sheet)}</button>
                if mending.is_some() {
                    {button(
                        "mr-button mr-button-quiet",
                        sheet.language.words.answering.leave_open,
                        sheet.on_action,
                        Action::LeftOpen,
                    )}
                }
                {saved(sheet)}
            </div>
        </form>
    }
}

/// The way back; from the first step it leads out of the survey.
pub fn back(sheet: Sheet<'_>) -> Html {
    let first = sheet.answering.draft.at.previous(sheet.survey).is_none();
    let action = if first { Action::ScreenPicked(Screen::Welcome) } else { Action::WentBack };
    button("mr-button mr-button-2", sheet.language.words.answering.back, sheet.on_action, action)
}

fn on_word(sheet: Sheet<'_>) -> &'static str {
    let words = &sheet.language.words.answering;
    if sheet.answering.from_review { words.to_review } else { words.go_on }
}

/// The saved mark: says that answers are kept once the write is confirmed, and never before.
pub fn saved(sheet: Sheet<'_>) -> Html {
    let words = &sheet.language.words.answering;
    let (picture, text) = match sheet.answering.saved {
        _ if !sheet.keeping.is_durable() => {
            (Some(Icon::Warning), sheet.language.words.shell.not_kept.to_owned())
        }
        Some((_, at_ms)) if sheet.answering.is_saved() => {
            (Some(Icon::Check), fill(words.saved, &[("time", &sheet.language.time(at_ms))]))
        }
        _ if sheet.answering.revision > 0 => (None, words.saving.to_owned()),
        _ => (None, String::new()),
    };
    html! { <span class="mr-saved">{picture.map(icon)}{text}</span> }
}

/// The summary of what is wrong; the app moves focus to it, and its link leads on to the control.
fn complaint(language: &Language, mending: &Mending) -> Html {
    let first = mending.first.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        // Links into a shadow tree do not work by address, so focus is set here.
        if let Some(control) = first.cast::<HtmlInputElement>() {
            control.focus().unwrap_or_default();
        }
    });
    html! {
        <div class="mr-notice mr-notice-error mr-complaint" id="mr-complaint" tabindex="-1">
            {icon(Icon::Warning)}
            <div role="alert">
                <p class="mr-h3">{language.words.answering.problem}</p>
                <p>{press("mr-textlink", Html::from(mending.text.as_str()), onclick)}</p>
            </div>
        </div>
    }
}

/// The message at the group itself; `mr-error` is what the group is described by.
pub fn error_text(mending: Option<&Mending>) -> Html {
    html! {
        if let Some(mending) = mending {
            <p class="mr-errortext" id="mr-error">{&mending.text}</p>
        }
    }
}

/// One radio in a box of its own. Its place on screen names it, never its rating.
pub fn choice(
    group: &'static str,
    place: usize,
    text: &str,
    checked: bool,
    radio: NodeRef,
    onchange: Callback<yew::Event>,
) -> Html {
    html! {
        <label key={place} class="mr-choice">
            <input ref={radio} type="radio" name={group} {checked} {onchange} />
            <span>{text}</span>
        </label>
    }
}

/// Says `action` when a control changes.
pub fn says(sheet: Sheet<'_>, action: Action) -> Callback<yew::Event> {
    sheet.on_action.reform(move |_| action.clone())
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

/// The names of the steps after the items; both count nothing towards a score.
pub fn outside_meta(sheet: Sheet<'_>) -> Html {
    let words = &sheet.language.words.answering;
    let (number, all) = (if sheet.answering.draft.at == Step::Effort { 1.0 } else { 2.0 }, 2.0);
    let place = [("n", &*sheet.language.whole(number)), ("all", &*sheet.language.whole(all))];
    html! {
        <p class="mr-question-meta"><span>{words.outside}</span><span class="mr-num">{fill(words.of, &place)}</span></p>
    }
}
