//! The frame around every screen: name, where answers are kept, notices that stay, and the foot.

use super::icon::{Icon, brand_mark, icon};
use super::markup::Value::Count;
use super::markup::{Pen, filled};
use super::notice::{NoticeKind, notice};
use crate::session::{Action, Phase, Screen, Session};
use crate::storage::{Keeping, StoreError};
use crate::words::Language;
use yew::prelude::*;

/// Puts `body` into the frame.
pub fn frame(session: &Session, language: &Language, on_action: &Callback<Action>, body: Html) -> Html {
    let mut pen = Pen::new(language, on_action);
    pen.el("div.mr-shell", |pen| {
        pen.el("header.mr-bar-top", |pen| {
            brand(pen, session);
            #[cfg(feature = "results")]
            tabs(pen, session);
            status(pen, session.keeping);
        });
        pen.el("div.mr-body", |pen| {
            pen.el("div.mr-notices[role=status]", |pen| {
                pen.key("notices");
                notices(pen, session);
            });
            pen.el("div", |pen| {
                pen.key("screen");
                pen.html(body);
            });
        });
        pen.when(session.answering().is_none(), |pen| foot(pen, session.keeping));
    });
    pen.done()
}

fn brand(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.shell;
    let hued = session.answering().is_none();
    if matches!(session.phase, Phase::Welcome) {
        pen.el("span.mr-brand", |pen| {
            brand_mark(pen, hued);
            pen.text(words.brand);
        });
        return;
    }
    pen.action("mr-brand mr-bare", Action::ScreenPicked(Screen::Welcome), |pen| {
        brand_mark(pen, hued);
        pen.text(words.brand);
        pen.put("span.mr-hidden", words.to_start);
    });
}

/// The screens beside the results, once there are any.
#[cfg(feature = "results")]
fn tabs(pen: &mut Pen, session: &Session) {
    let alone = session.history.is_empty();
    let has_lenses = !session.lenses.records.is_empty() || session.open_lens().is_some();
    if session.answering().is_some() || (alone && !session.has_colleagues() && !has_lenses) {
        return;
    }
    let words = &pen.language.words.shell.tabs;
    let screens = [
        (words.results, Screen::Results, matches!(session.phase, Phase::Results | Phase::Compared { .. })),
        (words.targets, Screen::Targets, session.phase == Phase::Targets),
        (words.plan, Screen::Plan, session.phase == Phase::Plan),
        (words.history, Screen::History, session.phase == Phase::History),
        (words.team, Screen::Team, matches!(session.phase, Phase::Team { .. })),
        (words.lenses, Screen::Lenses, matches!(session.phase, Phase::Lenses | Phase::Lens { .. })),
    ];
    pen.el("nav.mr-tabs", |pen| {
        pen.set("aria-label", pen.language.words.shell.brand);
        for (name, screen, is_here) in screens {
            // Without an own wave there is nothing but what colleagues said, and the lenses.
            let is_shown = match screen {
                Screen::Team => !alone || session.has_colleagues(),
                Screen::Lenses => !session.survey.lenses.is_empty(),
                _ => !alone,
            };
            if !is_shown {
                continue;
            }
            pen.action("mr-tab", Action::ScreenPicked(screen), |pen| {
                if is_here {
                    pen.set("aria-current", "page");
                }
                pen.text(name);
            });
        }
    });
}

fn status(pen: &mut Pen, keeping: Keeping) {
    let words = &pen.language.words.shell;
    let (picture, text) =
        if keeping.is_durable() { (Icon::Lock, words.kept) } else { (Icon::Warning, words.not_kept) };
    pen.el("span.mr-status", |pen| {
        icon(pen, picture);
        pen.put("span", text);
    });
}

fn notices(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.shell.notices;
    if let Keeping::MemoryOnly(error) = session.keeping {
        let reason = match session.save_error.unwrap_or(error) {
            StoreError::Unavailable => words.unavailable,
            StoreError::Full => words.full,
            StoreError::Refused => words.refused,
        };
        let text = [reason, " ", words.consequence].concat();
        lasting(pen, session, NoticeKind::Warning, words.not_saved, &text);
    }
    // While questions are answered nothing else asks for attention.
    if session.answering().is_some() {
        return;
    }
    if session.keeping == Keeping::MemoryByChoice && !session.is_first_visit() {
        lasting(pen, session, NoticeKind::Plain, words.copy, words.copy_why);
    }
    let newer = session.damaged.iter().filter(|record| record.newer).count();
    let kinds = [
        (session.damaged.len() - newer, words.damaged_one, words.damaged, words.damaged_next),
        (newer, words.newer_one, words.newer, words.newer_next),
    ];
    for (count, one, many, next) in kinds {
        if count > 0 {
            let message = if count == 1 { one } else { many };
            let title = filled(pen.language, message, &[("n", Count(count))]);
            lasting(pen, session, NoticeKind::Plain, &title, next);
        }
    }
}

/// A notice that stays as long as its reason, with the way to the download wherever that is elsewhere.
fn lasting(pen: &mut Pen, session: &Session, kind: NoticeKind, title: &str, text: &str) {
    let picture = if kind == NoticeKind::Plain { Icon::File } else { Icon::Warning };
    notice(pen, kind, picture, |pen| {
        pen.el("p", |pen| {
            pen.put("b", title);
            pen.text(" ");
            pen.text(text);
        });
        pen.when(!matches!(session.phase, Phase::Data { .. }), |pen| {
            pen.el("p", |pen| link(pen, pen.language.words.shell.notices.to_download, Screen::Data));
        });
    });
}

fn foot(pen: &mut Pen, keeping: Keeping) {
    let words = &pen.language.words.shell;
    pen.el("footer.mr-foot", |pen| {
        pen.put("p", if keeping.is_durable() { words.foot_kept } else { words.foot_not_kept });
        pen.put("slot[name=privacy]", "");
        link(pen, words.method_link, Screen::Method);
        link(pen, words.data_link, Screen::Data);
    });
}

fn link(pen: &mut Pen, text: &str, screen: Screen) {
    pen.button("mr-textlink", text, Action::ScreenPicked(screen));
}

/// A part of a screen: a heading with one explaining line, beside its content where there is room.
#[inline(always)]
pub fn section(pen: &mut Pen, title: &str, note: &str, body: impl FnOnce(&mut Pen)) {
    if open_section(pen, "section.mr-section mr-section-side", title, note) {
        body(pen);
        close_section(pen);
    }
}

/// A part of a screen with the heading above its content.
#[inline(always)]
pub fn wide_section(pen: &mut Pen, title: &str, note: &str, body: impl FnOnce(&mut Pen)) {
    if open_section(pen, "section.mr-section", title, note) {
        body(pen);
        close_section(pen);
    }
}

/// Gives whether the section is drawn by now.
fn open_section(pen: &mut Pen, start: &'static str, title: &str, note: &str) -> bool {
    #[cfg(feature = "results")]
    if !pen.has_room() {
        return false;
    }
    pen.open(start);
    pen.el("div.mr-section-head", |pen| {
        pen.put("h2.mr-h2", title);
        pen.when(!note.is_empty(), |pen| pen.put("p.mr-note", note));
    });
    pen.open("div.mr-section-body");
    true
}

fn close_section(pen: &mut Pen) {
    pen.close();
    pen.close();
}
