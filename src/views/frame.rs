//! The frame around every screen: name, where answers are kept, notices that stay, and the foot.

use super::icon::{Icon, brand_mark, icon};
use super::notice::{NoticeKind, notice};
use crate::session::{Action, Phase, Screen, Session};
use crate::storage::{Keeping, StoreError};
use crate::words::{Language, fill};
use yew::prelude::*;

/// Puts `body` into the frame.
pub fn frame(session: &Session, language: &Language, on_action: &Callback<Action>, body: Html) -> Html {
    let answering = session.answering().is_some();
    html! {
        <div class="mr-shell">
            <header class="mr-bar-top">
                {brand(session, language, on_action)}
                {status(session.keeping, language)}
            </header>
            <div class="mr-body">
                <div key="notices" class="mr-notices" role="status">{notices(session, language, on_action)}</div>
                <div key="screen">{body}</div>
            </div>
            if !answering { {foot(session, language, on_action)} }
        </div>
    }
}

/// A button that says one thing; every button of the widget that does no more than that.
pub fn button(class: &'static str, text: &str, on_action: &Callback<Action>, action: Action) -> Html {
    press(class, Html::from(text), on_action.reform(move |_| action.clone()))
}

/// A button with any content. Enter is its own, so that it never also continues the survey.
pub fn press(class: &'static str, content: Html, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class={class} type="button" {onclick} onkeydown={own_enter()}>{content}</button> }
}

/// Keeps Enter on a control from reaching the step around it, where it would go on as well.
pub fn own_enter() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.stop_propagation();
        }
    })
}

fn brand(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.shell;
    let mark = brand_mark(session.answering().is_none());
    if session.phase == Phase::Welcome {
        return html! { <span class="mr-brand">{mark}{words.brand}</span> };
    }
    let content = html! {<>{mark}{words.brand}<span class="mr-hidden">{words.to_start}</span></>};
    press("mr-brand mr-bare", content, on_action.reform(|_| Action::ScreenPicked(Screen::Welcome)))
}

fn status(keeping: Keeping, language: &Language) -> Html {
    let words = &language.words.shell;
    let (picture, text) =
        if keeping.is_durable() { (Icon::Lock, words.kept) } else { (Icon::Warning, words.not_kept) };
    html! { <span class="mr-status">{icon(picture)}<span>{text}</span></span> }
}

fn notices(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.shell.notices;
    let mut shown = Vec::new();
    if let Keeping::MemoryOnly(error) = session.keeping {
        let reason = match session.save_error.unwrap_or(error) {
            StoreError::Unavailable => words.unavailable,
            StoreError::Full => words.full,
            StoreError::Refused => words.refused,
        };
        let text = [reason, " ", words.consequence].concat();
        shown.push(lasting(session, language, on_action, NoticeKind::Warning, words.not_saved.into(), text));
    }
    // While questions are answered nothing else asks for attention.
    if session.answering().is_none() {
        let newer = session.damaged.iter().filter(|record| record.newer).count();
        let kinds = [
            (session.damaged.len() - newer, words.damaged_one, words.damaged, words.damaged_next),
            (newer, words.newer_one, words.newer, words.newer_next),
        ];
        for (count, one, many, next) in kinds.into_iter().filter(|kind| kind.0 > 0) {
            let count_text = language.whole(count as f64);
            let title = if count == 1 { one.to_owned() } else { fill(many, &[("n", &count_text)]) };
            shown.push(lasting(session, language, on_action, NoticeKind::Plain, title, next.to_owned()));
        }
    }
    shown.into_iter().collect()
}

/// A notice that stays as long as its reason, with the way to the download wherever that is elsewhere.
fn lasting(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    kind: NoticeKind,
    title: String,
    text: String,
) -> Html {
    let picture = if kind == NoticeKind::Plain { Icon::File } else { Icon::Warning };
    let to_download = language.words.shell.notices.to_download;
    let elsewhere = !matches!(session.phase, Phase::Data { .. });
    notice(
        kind,
        picture,
        html! {<>
            <p><b>{title}</b>{" "}{text}</p>
            if elsewhere {
                <p>{button("mr-textlink", to_download, on_action, Action::ScreenPicked(Screen::Data))}</p>
            }
        </>},
    )
}

fn foot(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.shell;
    let kept = if session.keeping.is_durable() { words.foot_kept } else { words.foot_not_kept };
    let link = |text, screen| button("mr-textlink", text, on_action, Action::ScreenPicked(screen));
    html! {
        <footer class="mr-foot">
            <p>{kept}</p>
            {link(words.method_link, Screen::Method)}
            {link(words.data_link, Screen::Data)}
        </footer>
    }
}
