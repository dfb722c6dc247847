//! The results: one sentence, the chart that proves it, the table to check it, and everything that follows.
//! With one wave it is the baseline; with more, the latest wave against the baseline.

mod balance;
mod before;
mod changes;
mod goal;
mod lead;
mod next;
mod overview;
mod page;
mod report;
mod restating;
mod reworded;
mod sentence;
mod table;
mod then_now;
mod trust;
mod workings;

use crate::addendum::Addenda;
use crate::history::{Date, History};
use crate::plan::NextSteps;
use crate::session::{Action, Screen, Told};
use crate::survey::Survey;
use crate::views::frame::section;
use crate::views::icon::{Icon, icon};
use crate::views::lens::look_closer;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Spelled, Text};
use crate::words::Language;
use page::Page;
pub(super) use page::axis_head;
pub use report::report;
pub(super) use trust::{level_name, what_would_raise};
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
    /// The next steps, of which the first line of each move is quoted.
    pub next_steps: &'a NextSteps,
    /// The name of the assessed unit, as it is now.
    pub scope: &'a str,
    /// Which kind of screen it is.
    pub kind: Kind,
    /// The day it is shown, where the person is.
    pub today: Date,
    /// How a service of the page ended last.
    pub told: Option<&'a Told>,
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
    let Some(page) = Page::of(shown, language) else {
        return Html::default();
    };
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    opening(pen, &page);
    overview::overview(pen, &page);
    pen.el("div.mr-section-body", |pen| {
        table::table(pen, &page);
        if let Some(against) = &page.against {
            changes::remarks(pen, &page, against);
            restating::beside(pen, &page, against);
        }
        workings::table(pen, &page);
        before::before(pen, &page);
    });
    lead::lead(pen, &page);
    balance::balance(pen, &page);
    if let Some(against) = &page.against {
        changes::changes(pen, &page, against);
    }
    if shown.kind == Kind::Own {
        next::next(pen, &page);
        look_closer(pen, &page.shown.next_steps.lenses);
    }
    trust::confidence(pen, &page);
    closing(pen, &page);
    trust::overall(pen, &page);
    if shown.kind != Kind::Example {
        pen.put("slot[name=call-to-action]", "");
    }
    drawn.done()
}

/// Date and scope, the sentence, the line below it.
fn opening(pen: &mut Pen, page: &Page) {
    let words = page.words;
    match page.shown.kind {
        Kind::Own => {}
        Kind::Pair => {
            let back = Action::ScreenPicked(Screen::History);
            notice(pen, [words.picked, words.picked_note, words.picked_back], back);
        }
        Kind::Example => {
            let back = Action::ScreenPicked(Screen::Welcome);
            notice(pen, [words.example, words.example_note, words.example_close], back);
        }
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
    if page.shown.kind != Kind::Example {
        dated_ahead(pen, page);
    }
    lost_names(pen, page.wave.lost_names(page.survey));
}

/// Waves of a day that has not come yet by this device's clock.
fn dated_ahead(pen: &mut Pen, page: &Page) {
    let mut days = Vec::new();
    for wave in page.against.iter().map(|against| against.wave).chain([page.wave]) {
        if wave.date > page.shown.today {
            days.push(page.language.date(wave.date));
        }
    }
    days.dedup();
    if !days.is_empty() {
        pen.say("p.mr-note mr-section-tight", page.words.dated_ahead, &[("dates", Text(&page.list(&days)))]);
    }
}

/// How many names of another version of the survey count for nothing here.
pub(in crate::views) fn lost_names(pen: &mut Pen, number: usize) {
    let [one, many] = pen.language.words.results.lost_names;
    let text = if number == 1 { one } else { many };
    pen.when(number > 0, |pen| pen.say("p.mr-note mr-section-tight", text, &[("number", Spelled(number))]));
}

/// What kind of page this is, and the way back.
fn notice(pen: &mut Pen, [title, text, label]: [&str; 3], back: Action) {
    pen.el("div.mr-notice mr-notice-top", |pen| {
        icon(pen, Icon::Info);
        pen.el("div", |pen| {
            pen.el("p", |pen| {
                pen.put("b", title);
                pen.text(" ");
                pen.text(text);
            });
            pen.button("mr-button mr-button-2", label, back);
        });
    });
}

/// What can be done next.
fn closing(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let (title, note, class, label, action) = match page.shown.kind {
        Kind::Pair => return,
        Kind::Example => {
            let back = Action::ScreenPicked(Screen::Welcome);
            (words.example_end, words.example_end_note, "mr-button", words.example_start, back)
        }
        // The plan has the one primary button of this page.
        Kind::Own => {
            let again = Action::Started { scope: page.shown.scope.to_owned() };
            (words.again_title, words.again_note, "mr-button mr-button-2", words.again, again)
        }
    };
    pen.el("div.mr-noprint", |pen| {
        section(pen, title, note, |pen| {
            pen.el("div.mr-actions mr-actions-top", |pen| {
                pen.button(class, label, action);
                if page.shown.kind == Kind::Own {
                    let report = Action::ScreenPicked(Screen::Report);
                    pen.button("mr-button mr-button-2", page.language.words.carry.to_report, report);
                }
            });
        });
    });
}
