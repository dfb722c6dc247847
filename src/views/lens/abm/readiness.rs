//! Whether ABM is settled enough to choose a structure: two lines from 0 to 100, and what keeps the gate shut.

use super::super::Finding;
use super::super::counted::{counted, label_of};
use super::super::shown;
use super::super::table::Table;
use super::super::track::Track;
use super::Page;
use crate::lens::Sheet;
use crate::lens::wording::Abm as Says;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Figure, Short, Text};

const PART: &str = "readiness";
const TICKS: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];

/// The section, where a statement was rated.
pub(super) fn readiness(pen: &mut Pen, page: &Page) {
    let (shown, own) = (page.shown, &page.own.readiness);
    let Some(score) = own.score else { return };
    let title = match own.strategy_first {
        Some(true) => page.say(Says::NotReadyTitle),
        Some(false) => page.say(Says::ReadyTitle),
        None => shown.lens.part(PART).map_or("", |part| &part.name),
    };
    section(pen, title, &note(page), |pen| {
        let chart = shown.chart("lens-abm-readiness", page.say(Says::ReadinessChart));
        pen.el("div.mr-leadchart", |pen| {
            chart.mark(pen);
            if let Some(index) = own.lead_account_index {
                line(pen, page, page.text("results/lead_account_index"), index, None);
            }
            line(pen, page, page.text("results/score"), score, Some(page.rules.ready));
        });
        chart.save(pen, shown.told);
        table(pen, page, score);
        let blockers = blockers(page);
        if !own.blockers.is_empty() {
            pen.put(
                "h3.mr-h3 mr-block",
                &counted(shown, page.shown.forms(Says::Blockers), blockers.len(), &[]),
            );
            pen.el("div.mr-section-tight", |pen| shown::findings(pen, &blockers));
        }
    });
}

fn table(pen: &mut Pen, page: &Page, score: f64) {
    let (shown, own) = (page.shown, &page.own.readiness);
    let row = |name: &str, now: f64, needed: Option<f64>| {
        let needed = needed.map_or_else(String::new, |needed| shown.language.figure(needed));
        vec![page.text(name).to_owned(), shown.language.figure(now), needed]
    };
    let mut rows = Vec::new();
    rows.extend(own.lead_account_index.map(|index| row("results/lead_account_index", index, None)));
    rows.push(row("results/score", score, Some(page.rules.ready)));
    let heads =
        &[(shown.words().item, false), (page.say(Says::Points), true), (page.say(Says::Needed), true)];
    let caption = page.say(Says::ReadinessChart);
    Table { caption, heads, rows, ..Table::default() }.folded(pen, shown.words().as_table);
}

/// What it comes to, unless the lead says so, and how much of it is answered.
fn note(page: &Page) -> String {
    let mut sentences = Vec::new();
    let is_said = page.is_provisional() || !page.has_fit();
    if !is_said {
        sentences.push(page.ready_text().to_owned());
    }
    if let Some(sheet) = Sheet::of(page.shown.lens, &page.shown.record.answers, PART) {
        let all = sheet.elements();
        let rated = all.iter().filter(|entry| entry.number("value").is_some()).count();
        if rated < all.len() {
            sentences.push(counted(
                page.shown,
                page.shown.forms(Says::Rated),
                rated,
                &[("all", Count(all.len()))],
            ));
        }
    }
    sentences.retain(|own| !own.is_empty());
    sentences.join(" ")
}

fn line(pen: &mut Pen, page: &Page, name: &str, now: f64, needed: Option<f64>) {
    let with_need = needed.map(|needed| {
        page.shown.fill(page.say(Says::Needs), &[("name", Text(name)), ("needed", Short(needed))])
    });
    let name = with_need.as_deref().unwrap_or(name);
    let label = page.shown.fill(page.say(Says::Track), &[("name", Text(name)), ("now", Figure(now))]);
    pen.el("div.mr-leadrow", |pen| {
        pen.put("span", name);
        Track { ticks: &TICKS, now, suggested: None, needed, label: &label }.draw(pen);
        pen.put("span.mr-n mr-num", &page.shown.language.figure(now));
    });
}

/// What keeps the gate shut: the answer today, and the one that would open it.
pub(super) fn blockers(page: &Page) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(part) = page.shown.lens.part(PART) else { return found };
    for (id, needed) in &page.rules.gates {
        let Some(element) = part.element(id.as_str()).filter(|_| page.own.readiness.blockers.contains(id))
        else {
            continue;
        };
        let answer = page.shown.record.answers.get(PART, Some(id.as_str()), "value");
        let today = element.options.iter().find(|own| answer == Some(&own.value));
        let values = [
            ("today", Text(today.map_or("", |own| &own.label))),
            ("needed", Text(label_of(&element.options, *needed))),
        ];
        found.push(Finding {
            id: ["strategy/", id.as_str()].concat(),
            lead: element.text.clone(),
            text: page.shown.fill(page.say(Says::Blocker), &values),
            // One thing to do, however many answers it rests on.
            act: if found.is_empty() { page.say(Says::Settle).to_owned() } else { String::new() },
        });
    }
    found
}
