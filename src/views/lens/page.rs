//! What the answers to a lens say: the picture and the findings of its kind, what is missing, what changed.

use super::form::turned;
use super::shown::{Finding, Shown};
use super::{changed, missing, operating_model, parts, sources};
use crate::lens::{LensRecord, LensResults, gaps, read};
use crate::session::{Action, LensPage, Service, Session};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Day;

/// The page.
pub(super) fn page(pen: &mut Pen, session: &Session, shown: &Shown, before: Option<&LensRecord>) {
    let words = shown.words();
    let results = read(shown.lens, &shown.record.answers);
    let mut left_out = gaps(shown.lens, &shown.record.answers);
    pen.put("p.mr-kicker", &parts::kicker(shown));
    let found = drawn(pen, shown, &results);
    match results {
        LensResults::Martech(own) => left_out.extend(own.gaps),
        LensResults::OperatingModel(own) => left_out.extend(own.gaps),
        _ => {}
    }
    into_plan(pen, session, shown, &found);
    missing::missing(pen, shown, &left_out);
    if let Some(before) = before {
        changed::changed(pen, shown, before);
    }
    sources::sources(pen, shown);
    section(pen, words.next_title, "", |pen| {
        pen.el("div.mr-actions mr-actions-top mr-noprint", |pen| {
            pen.button("mr-button", words.to_parts, turned(LensPage::Parts));
            let title = [&*shown.lens.name, " ", &pen.language.date(shown.record.date)].concat();
            pen.button("mr-button mr-button-2", words.print, Action::Asked(Service::Print(title)));
        });
        pen.say("p.mr-note mr-section-tight", words.dated, &[("date", Day(shown.record.date))]);
    });
}

/// Draws the results of their kind and gives what was found.
fn drawn(pen: &mut Pen, shown: &Shown, results: &LensResults) -> Vec<Finding> {
    match results {
        LensResults::DecisionSpeed(_) => Vec::new(),
        LensResults::Martech(_) => Vec::new(),
        LensResults::OperatingModel(own) => {
            operating_model::results(pen, shown, own);
            operating_model::findings(shown, own)
        }
        LensResults::Abm(_) => Vec::new(),
    }
}

/// What can take the place of the plan's supporting move.
fn into_plan(_pen: &mut Pen, _session: &Session, _shown: &Shown, _found: &[Finding]) {}
