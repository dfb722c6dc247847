//! The lenses: which there are, how one is answered, and what it says as a picture and a short list of findings.

pub mod abm;
mod bars;
mod changed;
mod counted;
pub mod decision_speed;
mod fields;
mod form;
pub mod martech;
mod missing;
pub mod operating_model;
mod page;
mod parts;
mod report;
mod rows;
mod shown;
mod sources;
mod table;
mod track;

pub use fields::{number_of, written};
pub use report::report;
pub use shown::{Finding, Shown};

use super::frame::section;
use super::icon::Icon;
use super::markup::Value::{Count, Day, Text};
use super::markup::{Pen, Room};
use super::notice::{NoticeKind, notice};
use crate::lens::LensAnswers;
use crate::plan::LookCloser;
use crate::session::{Action, LensAction, LensPage, Session, Typed};
use crate::words::Language;
use form::Form;
use yew::{Callback, Html};

/// The lenses to choose from.
pub fn lenses(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.lens;
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", words.title);
    pen.put("p.mr-lead", words.lead);
    pen.el("ul.mr-lensgrid", |pen| {
        for own in &session.survey.lenses {
            let card = session.next_steps.lenses.iter().find(|card| card.id == own.id);
            pen.el("li.mr-card", |pen| {
                pen.key(&own.id);
                self::card(pen, session, &own.id, card);
            });
        }
    });
    pen.put("p.mr-note mr-section-tight", words.apart);
    drawn.done()
}

fn card(pen: &mut Pen, session: &Session, id: &str, card: Option<&LookCloser>) {
    let words = &pen.language.words.lens;
    let name = session.lens_name(id).to_owned();
    pen.put("h2.mr-h3", &name);
    if let Some(card) = card {
        pen.put("p.mr-text", &card.gist);
        pen.say("p.mr-note", words.minutes, &[("minutes", Count(card.minutes as usize))]);
    }
    let (latest, _) = session.lens_span(id);
    pen.el("p.mr-note", |pen| match latest {
        Some(own) => pen.say("span", words.answered_on, &[("date", Day(own.date))]),
        None => pen.text(words.not_begun),
    });
    pen.action("mr-button mr-button-2", Action::Lens(LensAction::Opened(id.to_owned())), |pen| {
        pen.text(words.open);
        pen.put("span.mr-hidden", &[": ", &name].concat());
    });
}

/// The ways to the lenses below the results.
pub fn look_closer(pen: &mut Pen, lenses: &[LookCloser]) {
    let words = &pen.language.words.lens;
    if lenses.is_empty() {
        return;
    }
    section(pen, words.closer, words.closer_note, |pen| {
        pen.el("ul.mr-others", |pen| {
            for own in lenses {
                pen.el("li", |pen| {
                    pen.el("p", |pen| {
                        pen.put("b", &own.name);
                        pen.text(" ");
                        pen.put("span.mr-note", &own.gist);
                    });
                    pen.action(
                        "mr-button mr-button-2",
                        Action::Lens(LensAction::Opened(own.id.clone())),
                        |pen| {
                            pen.text(words.open);
                            pen.put("span.mr-hidden", &[": ", &own.name].concat());
                        },
                    );
                });
            }
        });
    });
}

/// One page of a lens; what it says comes piece by piece, as far as there is room.
pub fn lens(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    id: &str,
    page: &LensPage,
    typed: Option<&Typed>,
    room: &Room,
) -> Html {
    let words = &language.words.lens;
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    let Some(lens) = session.lenses.document(id) else {
        absent(pen, session, id);
        return drawn.done();
    };
    let nothing = LensAnswers::default();
    let mut records = session.lens_records(id);
    let latest = records.last().copied();
    if let LensPage::Record(picked) = page {
        // What another tab deleted is not there any more.
        records.truncate(records.iter().position(|own| own.id == *picked).map_or(0, |at| at + 1));
    }
    match (page, records.pop()) {
        (LensPage::Questions { part, row }, _) if lens.part(part).is_some() => {
            if let Some(part) = lens.part(part) {
                let answers = latest.map_or(&nothing, |own| &own.answers);
                let row = row.as_deref();
                let is_durable = session.keeping.is_durable();
                form::form(pen, &Form { lens, part, answers, row, typed, is_durable, language, words });
            }
        }
        (LensPage::Sources, _) => sources::sources(pen, lens),
        (LensPage::Results | LensPage::Record(_), Some(record)) => {
            let shown = Shown::of(session, lens, record, language);
            let is_latest = latest.is_some_and(|own| own.id == record.id);
            pen.begin_within(room);
            page::page(pen, session, &shown, records.last().map(|own| &***own), is_latest);
            pen.end_within(room);
        }
        _ => parts::parts(pen, session, lens),
    }
    drawn.done()
}

/// While the document of a lens is on its way, or when it could not be had.
fn absent(pen: &mut Pen, session: &Session, id: &str) {
    let words = &pen.language.words.lens;
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", session.lens_name(id));
    if !session.lenses.missing.iter().any(|own| own == id) {
        return pen.put("p.mr-lead[role=status]", pen.language.words.shell.moment);
    }
    notice(pen, NoticeKind::Error, Icon::Warning, |pen| {
        pen.say("p", words.absent, &[("lens", Text(session.lens_name(id)))]);
        let again = Action::Lens(LensAction::Opened(id.to_owned()));
        pen.button("mr-button mr-button-2", words.try_again, again);
    });
}
