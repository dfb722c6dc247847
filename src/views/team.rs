//! Several people: what they say as one, where they agree, and what to talk about (model 2.9, 2.10).

mod answers;
mod asking;
mod consent;
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
use super::icon::{Icon, icon};
use super::markup::Pen;
use super::markup::Value::Text;
use crate::session::{Action, Session};
use crate::team::team as read_team;
use crate::words::Language;
use page::Page;
use yew::{Callback, Html};

/// The screen of everybody who answered for the assessment on screen. `address` is that of the page, for those who
/// are invited.
pub fn team(session: &Session, language: &Language, on_action: &Callback<Action>, address: &str) -> Html {
    let panel = session.panel();
    let read = read_team(&session.survey, &panel.answers());
    let page = Page::of(session, language, &panel, &read);
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    pen.el("div", |pen| {
        pen.key("gone");
        gone(pen, &page);
    });
    if page.people.len() < 2 {
        alone(pen, &page, address);
    } else if session.may_show_all(&panel) {
        known(pen, &page, address);
    } else {
        withheld(pen, &page, address);
    }
    drawn.done()
}

/// Who was taken out last, and the way back. It takes focus: on every screen this name does so before the heading.
fn gone(pen: &mut Pen, page: &Page) {
    if page.session.gone.is_empty() {
        return;
    }
    let group =
        page.session.gone.last().and_then(|wave| wave.respondent.group.as_deref()).unwrap_or_default();
    pen.el("div.mr-notice mr-notice-top#mr-complaint[role=status][tabindex=-1]", |pen| {
        icon(pen, Icon::Info);
        pen.el("div", |pen| {
            pen.el("p", |pen| match group {
                "" => pen.put("b", page.words.removed),
                _ => pen.say("b", page.words.removed_of, &[("group", Text(group))]),
            });
            pen.button("mr-button mr-button-2", page.words.undo, Action::ColleagueRestored);
        });
    });
}

/// Before there is anybody to agree with.
fn alone(pen: &mut Pen, page: &Page, address: &str) {
    let words = page.words;
    let others = page.people.len() > usize::from(page.own.is_some());
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", if others { words.one_title } else { words.none_title });
    pen.put("p.mr-lead", words.none_lead);
    section(pen, words.whom_title, "", |pen| pen.put("p.mr-text", words.whom));
    asking::asking(pen, page, address);
    if others {
        people::people(pen, page);
    }
}

fn known(pen: &mut Pen, page: &Page, address: &str) {
    pen.put("p.mr-kicker", &sentence::kicker(page));
    pen.el("h1.mr-h1#mr-heading[tabindex=-1]", |pen| {
        for one in sentence::headline(page) {
            pen.put("span.mr-sentence", &one);
            pen.text(" ");
        }
    });
    pen.put("p.mr-lead", sentence::lead(page));
    if page.session.is_small_team(page.panel) {
        consent::consent(pen, page, true);
    }
    answers::answers(pen, page);
    scores::scores(pen, page);
    scores::confidence(pen, page);
    gap::gap(pen, page);
    people::people(pen, page);
    asking::asking(pen, page, address);
    keep::keep(pen, page);
    pen.el("div.mr-section", |pen| workings::workings(pen, page));
}

/// Few people who have not agreed to be shown: who they are, and nothing of what they said.
fn withheld(pen: &mut Pen, page: &Page, address: &str) {
    pen.put("p.mr-kicker", &sentence::kicker(page));
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", &consent::title(page));
    pen.put("p.mr-lead", &consent::lead(page));
    consent::consent(pen, page, false);
    people::people(pen, page);
    asking::asking(pen, page, address);
}
