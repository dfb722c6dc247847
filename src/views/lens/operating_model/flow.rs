//! From request to result: work against waiting, now and with half the handovers.

use super::page::{Page, Section, table};
use crate::lens::operating_model::Flow;
use crate::lens::wording::OperatingModel as Says;
use crate::views::charts::percent;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Percent, Short, Text};

const PART: &str = "flow";

/// A number of days in words.
fn days(page: &Page, number: f64) -> String {
    let [one, many] = page.forms(Says::Days);
    page.fill(if number == 1.0 { one } else { many }, &[("n", Short(number))])
}

/// Days of work, handovers, and how long each waits.
fn entered(page: &Page) -> [f64; 3] {
    let once = page.once(PART);
    ["touch_days", "handovers", "wait_days"]
        .map(|field| once.and_then(|entry| entry.number(field)).unwrap_or_default())
}

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let flow = page.own.flow?;
    let [work, handovers, wait] = entered(page);
    let form = |number: f64, [one, many]: [&'a str; 2]| if number == 1.0 { one } else { many };
    let all = days(page, flow.elapsed_days);
    let title =
        page.fill(form(work, page.forms(Says::FlowTitle)), &[("all", Text(&all)), ("n", Short(work))]);
    let (work, wait) = (days(page, work), days(page, wait));
    let note = page.fill(
        form(handovers, page.forms(Says::FlowNote)),
        &[("work", Text(&work)), ("n", Short(handovers)), ("wait", Text(&wait))],
    );
    Some(Section::new(PART, &title, note, draw).charted("lens-model-flow", Some(figures)))
}

/// Whether handovers cost any time.
fn has_waits(flow: Flow) -> bool {
    flow.days_if_halved < flow.elapsed_days
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    let Some(flow) = page.own.flow else { return };
    let [work, ..] = entered(page);
    bar(pen, page, page.say(Says::FlowNow), work, flow.elapsed_days, flow.elapsed_days);
    if has_waits(flow) {
        bar(pen, page, page.say(Says::FlowHalf), work, flow.days_if_halved, flow.elapsed_days);
    }
}

/// A bar of so many days out of the longest, and its share of work.
fn bar(pen: &mut Pen, page: &Page, message: &str, work: f64, all: f64, longest: f64) {
    if all <= 0.0 {
        return;
    }
    let share = 100.0 * work / all;
    let written = days(page, all);
    pen.el("div.mr-mixrow", |pen| {
        pen.say("span", message, &[("days", Text(&written)), ("share", Percent(share))]);
        pen.open("svg.mr-bar[height=16][aria-hidden=true]");
        pen.set("width", &percent(100.0 * all / longest));
        pen.put("rect.mr-bar-ground[width=100%][height=16][rx=2]", "");
        pen.open("rect.mr-bar-value[height=16][rx=2]");
        pen.set("width", &percent(share));
        pen.close();
        pen.close();
    });
}

fn figures(pen: &mut Pen, page: &Page) {
    let Some(flow) = page.own.flow else { return };
    let language = page.shown.language;
    let mut lines = Vec::new();
    for (field, number) in ["touch_days", "handovers", "wait_days"].into_iter().zip(entered(page)) {
        lines.push(vec![page.label(PART, field).to_owned(), language.short(number)]);
    }
    for (code, figure) in [
        ("elapsed_days", Some(language.short(flow.elapsed_days))),
        ("flow_efficiency", flow.flow_efficiency.map(|share| language.percent(share))),
        ("days_if_halved", Some(language.short(flow.days_if_halved))),
    ] {
        lines.extend(figure.map(|figure| vec![page.text(PART, code).to_owned(), figure]));
    }
    table(pen, page, PART, &[page.shown.words().item, page.say(Says::Figure)], 1, lines);
}
