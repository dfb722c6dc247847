//! The planning cycle: when its steps were complete, and how each phase scores.

use super::super::bars::{self, Bar};
use super::page::{Page, Section, table};
use super::track;
use crate::history::Date;
use crate::lens::Kind;
use crate::lens::operating_model::OrderBreak;
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Short, Text};

const PART: &str = "planning";
/// The breaks, each with the step that came too late, by its place in the cycle.
const BREAKS: [OrderBreak; 3] = [
    OrderBreak::InputAfterCentralPlan,
    OrderBreak::CentralAfterRegionalPlan,
    OrderBreak::RegionalAfterYearStart,
];

/// What the cycle shows beside its scores, as codes of texts: steps out of order, then what is the matter with use.
pub(super) fn signs(page: &Page) -> Vec<&'static str> {
    let own = &page.own.planning;
    let mut found: Vec<&str> = own.order_breaks.iter().map(|own| own.name()).collect();
    let of_use = [("unused", own.unused), ("too_elaborate", own.too_elaborate)];
    found.extend(of_use.iter().filter(|(_, is_so)| *is_so).map(|(code, _)| *code));
    found
}

/// The steps whose day is known: label, day, and place in the cycle.
fn steps<'a>(page: &Page<'a>) -> Vec<(&'a str, Date, usize)> {
    let fields = page.shown.lens.part(PART).map(|part| part.once.as_slice()).unwrap_or_default();
    let dates = fields.iter().filter(|field| field.kind == Kind::Date).enumerate();
    let once = page.once(PART);
    let known = |(place, field): (usize, &'a crate::lens::Field)| {
        Some((field.label.as_str(), once?.date(&field.id)?, place))
    };
    dates.filter_map(known).collect()
}

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let own = &page.own.planning;
    let score = own.score.map(Short);
    let title = match (signs(page).first(), score) {
        (Some(sign), _) => page.text(PART, sign).to_owned(),
        (None, Some(score)) => {
            page.fill(page.say(Says::PlanTitle), &[("name", Text(page.name(PART))), ("score", score)])
        }
        _ => page.name(PART).to_owned(),
    };
    let note =
        score.map(|score| page.fill(page.say(Says::PlanNote), &[("score", score)])).unwrap_or_default();
    let is_begun = own.phases.iter().any(|(_, points)| points.is_some()) || !steps(page).is_empty();
    is_begun.then(|| Section::new(PART, &title, note, draw).charted("lens-model-planning", Some(figures)))
}

/// The days, and the points of each phase.
fn figures(pen: &mut Pen, page: &Page) {
    let language = page.shown.language;
    let mut lines: Vec<Vec<String>> = Vec::new();
    for (label, day, _) in steps(page) {
        lines.push(vec![label.to_owned(), language.date(day)]);
    }
    for (phase, points) in &page.own.planning.phases {
        let points = points.map(|points| language.short(points));
        lines.push(vec![
            page.text("phases", phase).to_owned(),
            points.unwrap_or_else(|| page.say(Says::Open).to_owned()),
        ]);
    }
    table(pen, page, PART, &[page.shown.words().item, page.say(Says::Figure)], 1, lines);
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    timeline(pen, page);
    if page.own.planning.phases.iter().any(|(_, points)| points.is_some()) {
        pen.el("ul.mr-barline mr-om-phases", |pen| {
            for (phase, points) in &page.own.planning.phases {
                let figure = points.map(|points| page.shown.language.short(points));
                let bar = Bar { share: Some(points.unwrap_or_default()), quiet: false, tick: None };
                bars::line(
                    pen,
                    page.text("phases", phase),
                    &bar,
                    figure.as_deref().unwrap_or(page.say(Says::Open)),
                );
            }
        });
    }
    // Steps out of order stand with their days already.
    let of_use = signs(page).split_off(page.own.planning.order_breaks.len());
    for sign in of_use {
        pen.put("p.mr-text mr-section-tight", page.text(PART, sign));
    }
}

fn timeline(pen: &mut Pen, page: &Page) {
    let steps = steps(page);
    let days = || steps.iter().map(|(_, day, _)| day.day_number());
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return };
    let to = |day: Date| f64::from(day.day_number() - first) * 100.0 / f64::from((last - first).max(1));
    let year = steps.iter().find(|(.., place)| *place == BREAKS.len()).map(|(_, day, _)| to(*day));
    pen.el("div.mr-leadchart mr-leaddates", |pen| {
        for (label, day, place) in &steps {
            pen.el("div.mr-leadrow", |pen| {
                pen.put("span", label);
                track::open(pen, 0);
                if let Some(year) = year {
                    track::across(pen, "line.mr-tick[y1=2][y2=24]", year, year);
                }
                track::mark(pen, to(*day), track::DOT);
                track::close(pen);
                pen.put("span.mr-n mr-num", &page.shown.language.date(*day));
                let late = BREAKS.get(*place).filter(|own| page.own.planning.order_breaks.contains(own));
                if let Some(late) = late {
                    pen.put("span.mr-wide", page.text(PART, late.name()));
                }
            });
        }
    });
}
