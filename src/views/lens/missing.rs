//! What results go without: questions that were left open, and answers that nobody can compute with.

use super::form::turned;
use super::shown::Shown;
use crate::lens::{Fault, Gap, Part, Rows, tally};
use crate::session::LensPage;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};

/// More than this are counted only.
const SHOWN: usize = 12;

/// The section: parts nobody has begun, then what is open in those that were. The ways to the questions are those
/// of the latest answers.
pub(super) fn missing(pen: &mut Pen, shown: &Shown, gaps: &[Gap], is_latest: bool) {
    let words = shown.words();
    let is_untouched =
        |part: &&Part| shown.record.answers.part(&part.id).is_none_or(crate::lens::PartAnswers::is_empty);
    let untouched: Vec<&Part> = shown.lens.parts.iter().filter(is_untouched).collect();
    // Of parts with a row for each element, how many nobody has begun.
    let is_partial = |part: &&Part| {
        let read = tally(part, &shown.record.answers);
        part.rows == Rows::Elements && read.begun > 0 && read.begun < read.asked
    };
    let partial: Vec<&Part> = shown.lens.parts.iter().filter(is_partial).collect();
    if untouched.is_empty() && partial.is_empty() && gaps.is_empty() {
        return;
    }
    section(pen, words.missing, words.missing_note, |pen| {
        pen.el("ul.mr-others", |pen| {
            for part in &untouched {
                pen.el("li", |pen| {
                    pen.el("p", |pen| {
                        pen.put("b", &part.name);
                        pen.text(" ");
                        let may_skip = shown.lens.may_skip(&part.id, &shown.record.answers);
                        pen.put(
                            "span.mr-note",
                            if may_skip { shown.lens.text("asked/may_skip") } else { words.not_begun },
                        );
                    });
                    pen.when(is_latest, |pen| answer(pen, shown, &part.id, None, &part.name));
                });
            }
            for part in &partial {
                let read = tally(part, &shown.record.answers);
                let values = [("n", Count(read.begun)), ("all", Count(read.asked))];
                pen.el("li", |pen| {
                    pen.el("p", |pen| {
                        pen.put("b", &part.name);
                        pen.text(" ");
                        pen.say("span.mr-note", words.partly, &values);
                    });
                    pen.when(is_latest, |pen| answer(pen, shown, &part.id, None, &part.name));
                });
            }
            for gap in gaps.iter().take(SHOWN) {
                pen.el("li", |pen| row(pen, shown, gap, is_latest));
            }
        });
        pen.when(gaps.len() > SHOWN, |pen| {
            pen.say("p.mr-note mr-section-tight", words.more_missing, &[("n", Count(gaps.len() - SHOWN))]);
        });
    });
}

fn row(pen: &mut Pen, shown: &Shown, gap: &Gap, is_latest: bool) {
    let words = shown.words();
    let part = shown.lens.part(&gap.part);
    let of_row = gap.row.as_deref().map(|row| shown.row_name(&gap.part, row)).unwrap_or_default();
    let field = shown.field_name(&gap.part, gap.row.is_some(), &gap.field);
    let name = part.map_or("", |part| &part.name);
    let mut place = vec![name];
    place.extend([&*of_row, &*field].into_iter().filter(|text| !text.is_empty()));
    let reason = if gap.fault == Fault::Missing { words.is_open } else { words.is_unusable };
    pen.el("p", |pen| {
        pen.put("b", &place.join(", "));
        pen.text(" ");
        pen.put("span.mr-note", reason);
    });
    pen.when(is_latest, |pen| answer(pen, shown, &gap.part, gap.row.as_deref(), &place.join(", ")));
}

/// The way to a question.
fn answer(pen: &mut Pen, shown: &Shown, part: &str, row: Option<&str>, what: &str) {
    let page = LensPage::Questions { part: part.to_owned(), row: row.map(str::to_owned) };
    pen.action("mr-textlink mr-noprint", turned(page), |pen| {
        pen.text(shown.words().answer);
        pen.say("span.mr-hidden", ": {what}", &[("what", Text(what))]);
    });
}
