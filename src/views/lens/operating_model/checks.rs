//! Checklists: how much of each is in place, and which points are open.

use super::page::{Page, Section, row};
use crate::lens::Mark;
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Short};

/// A part that is a checklist and nothing else; nothing of other parts.
pub(super) fn section<'a>(page: &Page<'a>, part: &str) -> Option<Section<'a>> {
    let (part, read) = page.own.checklists.iter().find(|(own, _)| *own == part)?;
    let score = read.overall?;
    let note = page.fill(page.say(Says::CheckNote), &[("score", Short(score))]);
    let title = [page.name(part), ": ", &in_place(page, part)].concat();
    Some(Section::new(part, &title, note, draw))
}

/// How many of the points that apply are in place.
fn in_place(page: &Page, part: &str) -> String {
    let (mut whole, mut all) = (0, 0);
    for entry in page.rows(part) {
        let mark = entry.mark("answer");
        whole += usize::from(mark == Some(Mark::Yes));
        all += usize::from(mark.and_then(Mark::weight).is_some());
    }
    page.fill(page.say(Says::InPlace), &[("x", Count(whole)), ("n", Count(all))])
}

fn draw(pen: &mut Pen, page: &Page, part: &str) {
    let read = page.own.checklists.iter().find(|(own, _)| *own == part);
    let share = read.and_then(|(_, read)| read.overall);
    let figure = share.map(|share| page.shown.language.short(share)).unwrap_or_default();
    pen.el("ul.mr-rowlist", |pen| {
        row(pen, page.say(Says::Score), &figure, share, "");
        open_points(pen, page, part);
    });
}

/// What is not there at all, then what is there in part.
fn open_points(pen: &mut Pen, page: &Page, part: &str) {
    for &mark in &[Mark::No, Mark::Partly] {
        for entry in page.rows(part) {
            if let Some(element) = entry.element.filter(|_| entry.mark("answer") == Some(mark)) {
                row(pen, &element.text, page.chosen(part, &entry, "answer"), None, "");
            }
        }
    }
}

/// The starting gate with its open points.
pub(super) fn start<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    const PART: &str = "start";
    let gate = page.own.start.gate.as_deref().map(|gate| page.text("gates", gate));
    let is_begun = page.rows(PART).iter().any(|entry| entry.mark("answer").is_some());
    let draw = |pen: &mut Pen, page: &Page, part: &str| {
        pen.el("ul.mr-rowlist", |pen| open_points(pen, page, part));
    };
    let note = || [&in_place(page, PART), "."].concat();
    is_begun.then(|| Section::new(PART, gate.unwrap_or(page.name(PART)), note(), draw))
}
