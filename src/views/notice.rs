//! Notices: a line or two that need attention, and the screen for a survey that cannot be shown.

use super::icon::{Icon, brand_mark, icon};
use super::markup::Pen;
use super::markup::Value::Text;
use crate::words::Language;
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
#[inline(always)]
pub fn notice(pen: &mut Pen, kind: NoticeKind, picture: Icon, body: impl FnOnce(&mut Pen)) {
    open_notice(pen, kind, picture);
    body(pen);
    pen.close();
    pen.close();
}

fn open_notice(pen: &mut Pen, kind: NoticeKind, picture: Icon) {
    pen.open(match kind {
        NoticeKind::Plain => "div.mr-notice",
        NoticeKind::Warning => "div.mr-notice mr-notice-warn",
        NoticeKind::Error => "div.mr-notice mr-notice-error",
    });
    icon(pen, picture);
    pen.open("div");
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
    let visitor = match fault {
        SurveyFault::Missing => words.missing,
        SurveyFault::Unreachable => words.unreachable,
        SurveyFault::NotAPage => words.not_a_page,
        SurveyFault::Broken => words.broken,
    };
    let [visitor, owner] = visitor;
    let nobody = Callback::noop();
    let mut pen = Pen::new(language, &nobody);
    pen.el("div.mr-shell", |pen| {
        pen.el("header.mr-bar-top", |pen| {
            pen.el("span.mr-brand", |pen| {
                brand_mark(pen, true);
                pen.text(language.words.shell.brand);
            });
        });
        pen.el("div.mr-body", |pen| {
            pen.el("div.mr-stack", |pen| {
                pen.put("h1.mr-h2#mr-heading[tabindex=-1]", words.title);
                pen.put("p.mr-text", visitor);
                pen.put("p.mr-text", words.safe);
            });
            pen.el("div.mr-section-body", |pen| {
                notice(pen, NoticeKind::Plain, Icon::Info, |pen| for_owner(pen, owner, fault, problems));
            });
        });
    });
    pen.done()
}

/// What the owner of the page can do.
fn for_owner(pen: &mut Pen, advice: &str, fault: SurveyFault, problems: &[(String, String, String)]) {
    let words = &pen.language.words.shell.faults;
    pen.el("p", |pen| {
        pen.put("b", words.owner);
        for part in [" ", advice, " "] {
            pen.text(part);
        }
        pen.say("code", words.code, &[("code", Text(fault.code()))]);
    });
    if problems.is_empty() {
        return;
    }
    pen.put("p", words.problems);
    pen.el("ul.mr-faultlist", |pen| {
        for (code, pointer, message) in problems {
            let place = if pointer.is_empty() { "/" } else { pointer };
            pen.el("li", |pen| {
                pen.put("code", &[code, " ", place].concat());
                pen.text(&[": ", message].concat());
            });
        }
    });
}
