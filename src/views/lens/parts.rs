//! The first page of a lens: what it is for, when to leave it out, its parts and how far they are answered.

use super::form::turned;
use crate::lens::{Lens, LensAnswers, LensRecord, Part, Rows, tally};
use crate::session::{Action, LensAction, LensPage, Session};
use crate::views::frame::section;
use crate::views::icon::{Icon, icon};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day, Text};
use std::rc::Rc;

/// The page.
pub(super) fn parts(pen: &mut Pen, session: &Session, lens: &Lens) {
    let words = &pen.language.words.lens;
    removed(pen, session);
    let (latest, before) = session.lens_span(&lens.id);
    let values = [("minutes", Count(lens.minutes as usize))];
    pen.say("p.mr-kicker", words.minutes, &values);
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", &lens.name);
    pen.put("p.mr-lead", lens.text("intro"));
    pen.put("p.mr-note mr-section-tight", lens.text("skip"));
    let nothing = LensAnswers::default();
    let answers = latest.map_or(&nothing, |own| &own.answers);
    pen.el("div.mr-actions", |pen| {
        let first = lens.parts.iter().find(|part| tally(part, answers).begun == 0).or(lens.parts.first());
        let Some(first) = first else { return };
        let (begun, page) = (!answers.is_empty(), LensPage::Questions { part: first.id.clone(), row: None });
        if begun {
            pen.button("mr-button", words.see_results, turned(LensPage::Results));
        }
        let (class, label) =
            if begun { ("mr-button mr-button-2", words.go_on) } else { ("mr-button", words.begin) };
        let values = [("part", Text(&first.name))];
        pen.button(class, &crate::views::markup::filled(pen.language, label, &values), turned(page));
    });
    section(pen, words.parts, words.parts_note, |pen| {
        pen.el("ul.mr-others", |pen| {
            for part in &lens.parts {
                {
                    let may_skip = lens.may_skip(&part.id, answers);
                    pen.el("li", |pen| {
                        row(pen, part, answers, if may_skip { lens.text("asked/may_skip") } else { "" })
                    });
                }
            }
        });
    });
    if let Some(latest) = latest {
        records(pen, session, lens, latest, before.is_some());
    }
}

/// A part with how far it is answered.
fn row(pen: &mut Pen, part: &Part, answers: &LensAnswers, may_skip: &str) {
    let words = &pen.language.words.lens;
    let read = tally(part, answers);
    // Rows that are added as needed are never all of them.
    let asked = if part.rows == Rows::ElementsAndOwn { 0 } else { read.asked };
    let state = match (read.begun, asked) {
        (0, _) if !may_skip.is_empty() => may_skip,
        (0, _) => words.not_begun,
        (_, 0) => words.rows_begun,
        (_, asked) if read.complete == asked => words.answered,
        _ => words.partly,
    };
    let count = if asked == 0 { read.begun } else { read.complete };
    let values = [("n", Count(count)), ("all", Count(asked))];
    pen.el("p", |pen| {
        pen.put("b", &part.name);
        pen.text(" ");
        pen.say("span.mr-note", state, &values);
    });
    let page = LensPage::Questions { part: part.id.clone(), row: None };
    pen.action("mr-button mr-button-2", turned(page), |pen| {
        pen.text(if read.begun == 0 { words.form.describe } else { words.form.change });
        pen.put("span.mr-hidden", &[": ", &part.name].concat());
    });
}

/// The answers there are, by day, and the ways to answer again.
fn records(pen: &mut Pen, session: &Session, lens: &Lens, latest: &Rc<LensRecord>, again: bool) {
    let words = &pen.language.words.lens;
    let note = if again { words.records_many } else { words.records_one };
    section(pen, words.records, note, |pen| {
        pen.el("ul.mr-others", |pen| {
            for own in session.lens_records(&lens.id).into_iter().rev() {
                pen.el("li", |pen| {
                    pen.key(&own.id);
                    let latest = if own.id == latest.id { words.latest } else { "" };
                    let values = [("date", Day(own.date)), ("latest", Text(latest))];
                    pen.say("p", words.record, &values);
                    let open = turned(LensPage::Record(own.id.clone()));
                    let delete = Action::Lens(LensAction::Deleted(own.id.clone()));
                    for (label, action) in [(words.open, open), (words.delete, delete)] {
                        pen.action("mr-textlink", action, |pen| {
                            pen.text(label);
                            pen.say("span.mr-hidden", words.of_day, &values);
                        });
                    }
                });
            }
        });
        pen.el("div.mr-actions", |pen| {
            for (label, from_latest) in [(words.again, true), (words.afresh, false)] {
                let action = Action::Lens(LensAction::Begun { from_latest });
                pen.button("mr-button mr-button-2", label, action);
            }
        });
        pen.put("p.mr-note mr-section-tight", words.again_note);
    });
}

/// What was deleted last, and the way back.
fn removed(pen: &mut Pen, session: &Session) {
    let Some(own) = &session.lenses.removed else { return };
    let words = &pen.language.words.lens;
    pen.el("div.mr-notice mr-notice-top#mr-complaint[role=status][tabindex=-1]", |pen| {
        icon(pen, Icon::Info);
        pen.el("div", |pen| {
            pen.say("p", words.deleted, &[("date", Day(own.date))]);
            pen.button("mr-button mr-button-2", words.undo, Action::Lens(LensAction::Restored));
        });
    });
}
