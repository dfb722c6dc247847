//! The history: what the waves together say, every score over time, and what can be done with the waves.

mod forms;
mod lines;
mod page;
mod sentence;
mod table;

use super::frame::section;
use super::icon::{Icon, icon};
use super::markup::Pen;
use super::markup::Value::Day;
use crate::cycle::targets_in_force;
use crate::history::Series;
use crate::session::{Action, Screen, Session};
use crate::words::Language;
use page::Page;
use yew::{Callback, Html};

/// The screen of the history of one assessment, with the own targets in force.
pub fn waves(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let targets = targets_in_force(&session.history, &session.addenda);
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    pen.el("div", |pen| {
        pen.key("removed");
        removed(pen, session);
    });
    match Series::of(&session.survey, &session.history) {
        Some(series) => known(pen, &Page::of(session, language, &series, &targets)),
        None => unknown(pen),
    }
    drawn.done()
}

/// What was taken out last, and the way back. It takes focus: on every screen this name does so before the heading.
fn removed(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.waves;
    let Some(wave) = &session.removed else { return };
    pen.el("div.mr-notice mr-notice-top#mr-complaint[role=status][tabindex=-1]", |pen| {
        icon(pen, Icon::Info);
        pen.el("div", |pen| {
            pen.el("p", |pen| {
                pen.say("b", words.removed, &[("date", Day(wave.date))]);
            });
            pen.button("mr-button mr-button-2", words.undo, Action::WaveRestored);
        });
    });
}

/// Before there is any wave.
fn unknown(pen: &mut Pen) {
    let words = &pen.language.words.waves;
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", words.none_title);
    pen.put("p.mr-lead", words.none_lead);
    pen.el("div.mr-actions", |pen| {
        pen.button("mr-button", words.to_start, Action::ScreenPicked(Screen::Welcome));
    });
}

fn known(pen: &mut Pen, page: &Page) {
    let words = page.words;
    pen.put("p.mr-kicker", &sentence::kicker(page));
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", &sentence::headline(page));
    pen.put("p.mr-lead", &sentence::lead(page));
    if page.has_change() {
        lines::roles(pen, page);
        lines::capabilities(pen, page);
    } else {
        pen.el("div.mr-actions", |pen| {
            let again = Action::Started { scope: page.scope.to_owned() };
            pen.button("mr-button", page.results.again, again);
        });
    }
    section(pen, words.table_title, words.table_note, |pen| table::tables(pen, page));
    if page.has_change() {
        section(pen, words.compare_title, words.compare_note, |pen| forms::compare(pen, page));
    }
    section(pen, words.scope_title, words.scope_note, |pen| forms::scope(pen, page));
}
