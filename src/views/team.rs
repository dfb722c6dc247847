//! Several people: what they say as one, where they agree, and what to talk about (model 2.9, 2.10).

mod answers;
mod gap;
mod gaps;
mod keep;
mod page;
mod people;
mod scores;
mod sentence;
mod table;
mod workings;

use super::frame::section;
use super::markup::Pen;
use crate::session::{Action, Screen, Session};
use crate::team::team as read_team;
use crate::words::Language;
use page::Page;
use yew::{Callback, Html};

/// The screen of everybody who answered for the assessment on screen.
pub fn team(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let panel = session.panel();
    let read = read_team(&session.survey, &panel.answers());
    let page = Page::of(session, language, &panel, &read);
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    if page.people.len() > 1 {
        known(pen, &page);
    } else {
        alone(pen, &page);
    }
    drawn.done()
}

/// Before there is anybody to agree with.
fn alone(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let others = page.people.len() > usize::from(page.own.is_some());
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", if others { words.one_title } else { words.none_title });
    pen.put("p.mr-lead", words.none_lead);
    pen.el("div.mr-actions", |pen| add(pen, page, "mr-button"));
    section(pen, words.whom_title, "", |pen| pen.put("p.mr-text", words.whom));
    section(pen, words.how_title, "", |pen| pen.put("p.mr-text", words.how));
    if others {
        people::people(pen, page);
    }
}

fn known(pen: &mut Pen, page: &Page) {
    pen.put("p.mr-kicker", &sentence::kicker(page));
    pen.el("h1.mr-h1#mr-heading[tabindex=-1]", |pen| {
        for one in sentence::headline(page) {
            pen.put("span.mr-sentence", &one);
            pen.text(" ");
        }
    });
    pen.put("p.mr-lead", sentence::lead(page));
    answers::answers(pen, page);
    scores::scores(pen, page);
    scores::confidence(pen, page);
    gap::gap(pen, page);
    people::people(pen, page);
    keep::keep(pen, page);
    pen.el("div.mr-section", |pen| workings::workings(pen, page));
}

/// The way to further answers.
fn add(pen: &mut Pen, page: &Page, class: &str) {
    pen.button(class, page.words.add, Action::ScreenPicked(Screen::Data));
}
