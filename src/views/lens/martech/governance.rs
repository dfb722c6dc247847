//! Governance: bars by domain, what to settle first, and the other open points.

use super::super::bars::{Bar, line};
use super::super::counted::counted;
use super::super::shown;
use super::super::table::Table;
use super::super::{Finding, Shown};
use crate::lens::wording::Martech as Says;
use crate::lens::{Checked, Mark, Sheet};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Text, Whole};

const PART: &str = "governance";

/// The section, where something that applies was answered.
pub(super) fn governance(pen: &mut Pen, shown: &Shown, own: &Checked) {
    let (Some(title), Some(points)) = (finding(shown, own), own.overall) else { return };
    section(pen, &title, &note(shown, points), |pen| {
        let chart = shown.chart("lens-martech-governance", shown.say(Says::GovernanceChart));
        pen.el("ul.mr-barline", |pen| {
            chart.mark(pen);
            for (domain, points) in &own.groups {
                if let Some(points) = *points {
                    let figure = shown.language.whole(points);
                    line(pen, shown.lens.text_of("domains", domain), &Bar::of(points), &figure);
                }
            }
        });
        chart.save(pen, shown.told);
        table(pen, shown, own);
        let first = open(shown, own, true);
        if !first.is_empty() {
            pen.put("h3.mr-h3 mr-block", shown.lens.text("checklist/must"));
            pen.el("div.mr-section-tight", |pen| shown::findings(pen, &first));
        }
        let others = open(shown, own, false);
        if !others.is_empty() {
            let title = if first.is_empty() { shown.say(Says::Open) } else { shown.say(Says::OpenOthers) };
            pen.put("h3.mr-h3 mr-block", title);
            pen.el("div.mr-section-tight", |pen| shown::findings(pen, &others));
        }
    });
}

fn table(pen: &mut Pen, shown: &Shown, own: &Checked) {
    let mut rows = Vec::new();
    for (domain, points) in &own.groups {
        if let Some(points) = *points {
            let domain = shown.lens.text_of("domains", domain);
            rows.push(vec![domain.to_owned(), shown.language.figure(points)]);
        }
    }
    let heads = &[(shown.say(Says::Domain), false), (shown.say(Says::Points), true)];
    let caption = shown.say(Says::GovernanceChart);
    Table { caption, heads, rows, ..Table::default() }.folded(pen, shown.words().as_table);
}

/// How many points come first. What was not asked or answered is not called settled.
pub(super) fn finding(shown: &Shown, own: &Checked) -> Option<String> {
    let part = shown.lens.part(PART)?;
    own.overall?;
    let part_name = [("part", Text(&part.name))];
    if !own.must_open.is_empty() {
        return Some(counted(shown, shown.forms(Says::Musts), own.must_open.len(), &part_name));
    }
    let is_answered = |id: &str| shown.record.answers.get(PART, Some(id), "answer").is_some();
    let all_known = part.elements.iter().all(|own| !own.must || is_answered(own.id.as_str()));
    Some(
        shown
            .fill(if all_known { shown.say(Says::NoMust) } else { shown.say(Says::NoMustSoFar) }, &part_name),
    )
}

/// Out of how many answers the score is, and how many are missing.
fn note(shown: &Shown, points: f64) -> String {
    let Some(sheet) = Sheet::of(shown.lens, &shown.record.answers, PART) else { return String::new() };
    let (mut counts, mut missing) = (0, 0);
    for entry in sheet.elements() {
        match entry.mark("answer") {
            Some(mark) => counts += usize::from(mark.weight().is_some()),
            None => missing += 1,
        }
    }
    let mut text = counted(shown, shown.forms(Says::OutOf), counts, &[("points", Whole(points))]);
    if missing > 0 {
        text.push(' ');
        text.push_str(&counted(shown, shown.forms(Says::Unanswered), missing, &[]));
    }
    text
}

/// The open points that are to be settled first, or the others: question, answer and what to do.
pub(super) fn open(shown: &Shown, own: &Checked, first: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(sheet) = Sheet::of(shown.lens, &shown.record.answers, PART) else { return found };
    for entry in sheet.elements() {
        let Some(element) = entry.element.filter(|element| element.must == first) else { continue };
        if !own.open.iter().any(|id| id == entry.key) {
            continue;
        }
        let answer = if entry.mark("answer") == Some(Mark::Partly) { "partly" } else { "no" };
        let options = shown.lens.part(PART).and_then(|part| part.field("answer")).map(|own| &own.options);
        let answer = options.and_then(|all| {
            all.iter().find(|own| matches!(&own.value, crate::lens::Value::Text(name) if name == answer))
        });
        let answer = answer.map_or("", |own| &own.label);
        found.push(Finding {
            id: ["settle/", entry.key].concat(),
            lead: element.text.clone(),
            text: [answer, ". ", &element.next].concat(),
            // Some of these steps are not to be understood without the question.
            act: [&element.text, " ", &element.next].concat(),
        });
    }
    found
}
