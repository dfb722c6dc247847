//! Five shifts in practice as bars, with the model's score as a tick.

use super::super::bars::Bar;
use super::page::{Page, Section, table};
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Pen;
use crate::views::markup::Value::Short;

const PART: &str = "shifts";

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let lag = &page.own.shift_lag;
    let shift = ("shift", Short(lag.shift?));
    let mut note = match page.own.grid.overall {
        Some(grid) => page.fill(page.say(Says::PracticeAndModel), &[shift, ("grid", Short(grid))]),
        None => page.fill(page.say(Says::Practice), &[shift]),
    };
    let left_out = page.rows(PART).iter().filter(|entry| entry.text("value") == Some("NA")).count();
    if left_out > 0 {
        note = [&note, " ", &page.counted(page.forms(Says::NotApply), left_out, &[])].concat();
    }
    let title = lag.reading.map_or(page.name(PART), |reading| page.text("lag", reading.name()));
    Some(Section::new(PART, title, note, draw).charted("lens-model-shifts", Some(figures)))
}

/// What was answered, and what it scores.
fn figures(pen: &mut Pen, page: &Page) {
    let mut lines = Vec::new();
    for entry in page.rows(PART) {
        let (Some(element), Some(value)) = (entry.element, entry.value("value")) else { continue };
        let answer = element.options.iter().find(|own| own.value == *value).map(|own| own.label.clone());
        let points = page.own.shifts.iter().find(|(id, _)| id == entry.key);
        let points = points.map(|(_, points)| page.shown.language.short(*points));
        let open = || page.say(Says::DoesNotApply).to_owned();
        lines.push(vec![element.name.clone(), answer.unwrap_or_else(open), points.unwrap_or_default()]);
    }
    let heads = [page.shown.words().item, page.say(Says::Answer), page.say(Says::Points)];
    table(pen, page, PART, &heads, 1, lines);
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    let tick = page.own.grid.overall;
    pen.el("ul.mr-rowlist", |pen| {
        for entry in page.rows(PART) {
            let Some(element) = entry.element else { continue };
            let points = page.own.shifts.iter().find(|(id, _)| id == entry.key).map(|(_, points)| *points);
            let figure = match (points, entry.text("value")) {
                (Some(points), _) => page.shown.language.short(points),
                (None, Some("NA")) => page.say(Says::DoesNotApply).to_owned(),
                (None, Some(_)) => page.say(Says::NotKnown).to_owned(),
                (None, None) => continue,
            };
            pen.el("li", |pen| {
                pen.put("span", &element.name);
                pen.put("span.mr-num mr-quiet", &figure);
                Bar { share: points, quiet: false, tick }.draw(pen);
            });
        }
    });
    pen.when(tick.is_some(), |pen| {
        pen.el("p.mr-note mr-section-tight", |pen| {
            for text in [page.say(Says::Tick), " ", page.text("lag", "caution")] {
                pen.text(text);
            }
        });
    });
}
