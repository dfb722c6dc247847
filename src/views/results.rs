//! The results: one sentence, the chart that proves it, the table to check it, and everything that follows.
//! With one wave it is the baseline; with more, the latest wave against the baseline.

mod balance;
mod changes;
mod goal;
mod lead;
mod overview;
mod page;
mod sentence;
mod table;
mod trust;
mod workings;

use crate::addendum::Addenda;
use crate::history::{Date, History};
use crate::session::{Action, Screen};
use crate::survey::Survey;
use crate::views::frame::section;
use crate::views::icon::{Icon, icon};
use crate::views::markup::Pen;
use crate::words::Language;
use page::Page;
use yew::{Callback, Html};

/// What a results screen is made from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The instrument.
    pub survey: &'a Survey,
    /// The waves on show.
    pub history: &'a History,
    /// What was added to them.
    pub addenda: &'a Addenda,
    /// Which kind of screen it is.
    pub kind: Kind,
    /// The day it is shown, where the person is.
    pub today: Date,
}

/// Which results are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The person's own, from the baseline to the latest wave.
    Own,
    /// Two of the person's own waves.
    Pair,
    /// The example, which says that it is one.
    Example,
}

/// The body of the results screen; nothing without a complete wave.
pub fn results(shown: Shown, language: &Language, on_action: &Callback<Action>) -> Html {
    let is_example = shown.kind == Kind::Example;
    let Some(page) = Page::of(shown, language) else {
        return Html::default();
    };
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    opening(pen, &page, is_example);
    overview::overview(pen, &page);
    pen.el("div.mr-section-body", |pen| {
        table::table(pen, &page);
        if let Some(against) = &page.against {
            changes::remarks(pen, &page, against);
        }
        workings::table(pen, &page);
    });
    lead::lead(pen, &page);
    balance::balance(pen, &page);
    if let Some(against) = &page.against {
        changes::changes(pen, &page, against);
    }
    trust::confidence(pen, &page);
    closing(pen, &page, is_example);
    trust::overall(pen, &page);
    drawn.done()
}

/// Date and scope, the sentence, the line below it.
fn opening(pen: &mut Pen, page: &Page, is_example: bool) {
    if is_example {
        example_notice(pen, page);
    }
    pen.put("p.mr-kicker", &sentence::kicker(page));
    pen.el("h1.mr-h1#mr-heading[tabindex=-1]", |pen| match sentence::headline(page).as_slice() {
        [one] => pen.text(one),
        several => {
            for one in several {
                pen.put("span.mr-sentence", one);
                pen.text(" ");
            }
        }
    });
    let lead = sentence::lead(page);
    if !lead.is_empty() {
        pen.put("p.mr-lead", &lead);
    }
}

fn example_notice(pen: &mut Pen, page: &Page) {
    let words = page.words;
    pen.el("div.mr-notice mr-notice-top", |pen| {
        icon(pen, Icon::Info);
        pen.el("div", |pen| {
            pen.el("p", |pen| {
                pen.put("b", words.example);
                pen.text(" ");
                pen.text(words.example_note);
            });
            let back = Action::ScreenPicked(Screen::Welcome);
            pen.button("mr-button mr-button-2", words.example_close, back);
        });
    });
}

/// What can be done next.
fn closing(pen: &mut Pen, page: &Page, is_example: bool) {
    let words = page.words;
    let (title, note, label, action) = if is_example {
        let back = Action::ScreenPicked(Screen::Welcome);
        (words.example_end, words.example_end_note, words.example_start, back)
    } else {
        let again = Action::Started { scope: page.wave.scope.clone() };
        (words.again_title, words.again_note, words.again, again)
    };
    pen.el("div.mr-noprint", |pen| {
        section(pen, title, note, |pen| {
            pen.el("div.mr-actions mr-actions-top", |pen| pen.button("mr-button", label, action));
        });
    });
}
