//! The team's answer as a wave: among the own ones, or as the beginning of a history of its own.

use super::page::Page;
use crate::session::Action;
use crate::views::frame::section;
use crate::views::markup::Pen;

/// The section. Without an own wave there is nothing the answer could follow.
pub(super) fn keep(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let ways = [
        (false, words.keep_next, words.keep_next_note, !page.session.history.is_empty()),
        (true, words.keep_apart, words.keep_apart_note, true),
    ];
    pen.el("div.mr-noprint", |pen| {
        section(pen, words.keep_title, words.keep_note, |pen| {
            for (apart, label, note, shown) in ways {
                if shown {
                    pen.el("div.mr-keep", |pen| {
                        pen.button("mr-button mr-button-2", label, Action::TeamKept { apart });
                        pen.put("p.mr-note", note);
                    });
                }
            }
        });
    });
}
