//! Notices: a line or two that need attention, and the screen for a survey that cannot be shown.

use super::icon::{Icon, brand_mark, icon};
use crate::words::{Language, fill};
use yew::prelude::*;

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Plain,
    /// Something may get lost.
    Warning,
    /// Something did not work.
    Error,
}

/// A notice with an icon.
pub fn notice(kind: NoticeKind, picture: Icon, body: Html) -> Html {
    let tone = match kind {
        NoticeKind::Plain => "",
        NoticeKind::Warning => "mr-notice-warn",
        NoticeKind::Error => "mr-notice-error",
    };
    html! { <div class={classes!("mr-notice", tone)}>{icon(picture)}<div>{body}</div></div> }
}

/// Why the survey itself cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyFault {
    /// The file is not there.
    Missing,
    /// There was no answer, or none that may be read.
    Unreachable,
    /// What came is no JSON.
    NotAPage,
    /// The file has mistakes.
    Broken,
}

impl SurveyFault {
    /// The code an owner can look up.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "mr-survey-missing",
            Self::Unreachable => "mr-survey-unreachable",
            Self::NotAPage => "mr-survey-page",
            Self::Broken => "mr-survey-broken",
        }
    }
}

/// The whole widget where there is no survey to show: first a sentence for the visitor, then what the owner of
/// the page needs. `problems` are code, JSON pointer and message of each mistake in the file.
pub fn fault(language: &Language, fault: SurveyFault, problems: &[(String, String, String)]) -> Html {
    let words = &language.words.shell.faults;
    let [visitor, owner] = match fault {
        SurveyFault::Missing => words.missing,
        SurveyFault::Unreachable => words.unreachable,
        SurveyFault::NotAPage => words.not_a_page,
        SurveyFault::Broken => words.broken,
    };
    let rows = problems.iter().enumerate().map(|(at, (code, pointer, message))| {
        let place = if pointer.is_empty() { "/" } else { pointer };
        html! { <li key={at}><code>{[code, " ", place].concat()}</code>{[": ", message].concat()}</li> }
    });
    let for_owner = html! {<>
        <p><b>{words.owner}</b>{" "}{owner}{" "}<code>{fill(words.code, &[("code", fault.code())])}</code></p>
        if !problems.is_empty() {
            <p>{words.problems}</p>
            <ul class="mr-faultlist">{for rows}</ul>
        }
    </>};
    bare(
        language,
        html! {<>
            <div class="mr-stack">
                <h1 class="mr-h2" id="mr-heading" tabindex="-1">{words.title}</h1>
                <p class="mr-text">{visitor}</p>
                <p class="mr-text">{words.safe}</p>
            </div>
            <div class="mr-section-body">{notice(NoticeKind::Plain, Icon::Info, for_owner)}</div>
        </>},
    )
}

/// A shell with nothing but the name and `body`.
fn bare(language: &Language, body: Html) -> Html {
    html! {
        <div class="mr-shell">
            <header class="mr-bar-top">
                <span class="mr-brand">{brand_mark(true)}{language.words.shell.brand}</span>
            </header>
            <div class="mr-body">{body}</div>
        </div>
    }
}
