//! Central or local: five forces as bars from the middle, and the present state against them.

use super::page::{Page, Section, table};
use super::track;
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

const PART: &str = "forces";
/// What the state is judged by.
const STATE: [&str; 3] = ["state_capabilities", "state_structure", "state_budget"];

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let (own, gap) = (&page.own.forces, &page.own.force_gap);
    let title = match own.lean {
        Some(lean) => page.text(PART, lean.name()),
        None => gap.state.map(|_| page.name(PART))?,
    };
    let mut notes = Vec::new();
    notes.extend(
        own.score
            .map(|score| page.fill(page.say(Says::ForcesNote), &[("score", Text(&signed(page, score)))])),
    );
    notes.extend(gap.reading.map(|reading| page.text(PART, reading.name()).to_owned()));
    Some(Section::new(PART, title, notes.join(" "), draw).charted("lens-model-forces", Some(figures)))
}

/// A figure with its sign.
fn signed(page: &Page, value: f64) -> String {
    let text = page.shown.language.short(value);
    if value > 0.0 { ["+", &text].concat() } else { text }
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    pen.el("div.mr-leadchart", |pen| {
        pen.el("div.mr-leadaxis", |pen| {
            pen.el("span.mr-axishead mr-stripbox", |pen| {
                pen.put("span", page.say(Says::Local));
                pen.put("span", page.say(Says::Central));
            });
        });
        for entry in page.rows(PART) {
            let (Some(element), Some(value)) = (entry.element, entry.number("value")) else { continue };
            let Some([low, high]) = element.scale().filter(|[low, high]| low < high) else { continue };
            let to = 100.0 * (value - low) / (high - low);
            line(pen, &element.name, &signed(page, value), |pen| track::from_middle(pen, to));
        }
        let to = |points: f64| (points + 100.0) / 2.0;
        if let Some(score) = page.own.forces.score {
            line(pen, page.say(Says::Together), &signed(page, score), |pen| {
                track::from_middle(pen, to(score))
            });
        }
        if let Some(state) = page.own.force_gap.state {
            let figure = signed(page, state.round());
            line(pen, page.say(Says::Today), &figure, |pen| track::mark(pen, to(state), track::DOT));
        }
    });
}

fn line(pen: &mut Pen, name: &str, figure: &str, drawn: impl FnOnce(&mut Pen)) {
    pen.el("div.mr-leadrow", |pen| {
        pen.put("span", name);
        track::open(pen, 5);
        drawn(pen);
        track::close(pen);
        pen.put("span.mr-n mr-num", figure);
    });
}

fn figures(pen: &mut Pen, page: &Page) {
    let mut lines = Vec::new();
    for entry in page.rows(PART) {
        if let (Some(element), Some(value)) = (entry.element, entry.number("value")) {
            let answer = page.chosen(PART, &entry, "value").to_owned();
            lines.push(vec![element.name.clone(), answer, signed(page, value)]);
        }
    }
    if let Some(once) = page.once(PART) {
        for field in STATE {
            if let Some(value) = once.number(field) {
                let answer = page.chosen(PART, &once, field).to_owned();
                lines.push(vec![page.label(PART, field).to_owned(), answer, signed(page, value)]);
            }
        }
    }
    let (own, gap) = (&page.own.forces, &page.own.force_gap);
    for (name, value) in [
        (page.say(Says::Together), own.score),
        (page.say(Says::Today), gap.state),
        (page.say(Says::Gap), gap.gap),
    ] {
        lines.extend(value.map(|value| vec![name.to_owned(), String::new(), signed(page, value)]));
    }
    let conflict =
        own.conflict.map(|own| (page.shown.language.format.number)(page.shown.language.tag, own, 2, false));
    lines.extend(conflict.map(|own| vec![page.say(Says::Cancel).to_owned(), String::new(), own]));
    table(
        pen,
        page,
        PART,
        &[page.shown.words().item, page.say(Says::Answer), page.say(Says::Points)],
        1,
        lines,
    );
}
