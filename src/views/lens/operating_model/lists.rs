//! Parts that are a list: how much model is needed, signs of friction, and what to do with each tool.

use super::page::{Page, Section, row};
use crate::lens::lowest_first;
use crate::lens::operating_model::ToolStep;
use crate::lens::wording::OperatingModel as Says;
use crate::lens::{Entry, Field};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Short};

const COMPLEXITY: &str = "complexity";
const SYMPTOMS: &str = "symptoms";
const TOOLS: &str = "rightsizing";

/// The counts that are asked, with the points of each and the most it can have.
fn counts<'a>(page: &Page<'a>) -> Vec<(&'a Field, Option<f64>, f64)> {
    let fields = page.shown.lens.part(COMPLEXITY).map(|part| part.once.as_slice()).unwrap_or_default();
    let points = |field: &Field| page.once(COMPLEXITY).and_then(|entry| entry.number(&field.id));
    let most = |field: &Field| field.options.len().saturating_sub(1) as f64;
    fields.iter().map(|field| (field, points(field), most(field))).collect()
}

pub(super) fn complexity<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let read = page.own.complexity;
    let counts = counts(page);
    let values = [
        ("points", Short(read.points?)),
        ("most", Short(counts.iter().map(|(.., most)| most).sum())),
        ("n", Count(counts.iter().filter(|(_, own, _)| own.is_some()).count())),
        ("all", Count(counts.len())),
    ];
    let is_whole = counts.iter().all(|(_, own, _)| own.is_some());
    let message = if is_whole { page.say(Says::DepthPoints) } else { page.say(Says::DepthAnswered) };
    let note = page.fill(message, &values);
    let title = read.depth.map_or(page.say(Says::DepthOpen), |depth| page.text(COMPLEXITY, depth.name()));
    let draw = |pen: &mut Pen, page: &Page, _: &str| {
        pen.el("ul.mr-rowlist", |pen| {
            for (field, points, most) in self::counts(page) {
                let (Some(points), Some(once)) = (points, page.once(COMPLEXITY)) else { continue };
                let answer = page.chosen(COMPLEXITY, &once, &field.id);
                row(pen, &field.label, answer, Some(100.0 * points / most.max(1.0)), "");
            }
        });
    };
    Some(Section::new(COMPLEXITY, title, note, draw))
}

/// Signs that are seen, the most frequent first.
pub(super) fn seen<'a>(page: &Page<'a>) -> Vec<(Entry<'a>, f64)> {
    let often = |entry: Entry<'a>| Some((entry, entry.number("value").filter(|often| *often > 0.0)?));
    let mut found: Vec<(Entry, f64)> = page.rows(SYMPTOMS).into_iter().filter_map(often).collect();
    lowest_first(&mut found, |own| -own.1);
    found
}

pub(super) fn symptoms<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let is_begun = page.rows(SYMPTOMS).iter().any(|entry| entry.number("value").is_some());
    let title = match page.own.symptoms.len() {
        0 => page.say(Says::SymptomsNone).to_owned(),
        number => page.counted(page.forms(Says::Symptoms), number, &[]),
    };
    let draw = |pen: &mut Pen, page: &Page, _: &str| {
        pen.el("ul.mr-rowlist", |pen| {
            for (entry, _) in seen(page) {
                let Some(element) = entry.element else { continue };
                let answer = page.chosen(SYMPTOMS, &entry, "value");
                row(pen, &element.text, answer, None, page.text("levers", &element.group));
            }
        });
    };
    is_begun.then(|| Section::new(SYMPTOMS, &title, String::new(), draw))
}

/// What to do with each tool: its name, the step, and what goes to unused functions at most.
pub(super) fn tool_steps(page: &Page) -> Vec<(String, Option<ToolStep>, Option<f64>)> {
    let rows = page.rows(TOOLS);
    let named = rows.iter().enumerate().map(|(at, row)| page.named(TOOLS, row, "tool_name", at));
    named.zip(&page.own.tools).map(|(name, (_, step, idle))| (name, *step, *idle)).collect()
}

pub(super) fn tools<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let all = tool_steps(page);
    let open = all.iter().filter(|(_, step, _)| step.is_some_and(|step| step != ToolStep::Keep)).count();
    let is_known = all.iter().any(|(_, step, _)| step.is_some());
    let title = match open {
        _ if !is_known => page.name(TOOLS).to_owned(),
        0 => page.say(Says::ToolsNone).to_owned(),
        _ => page.counted(page.forms(Says::ToolsTitle), open, &[]),
    };
    let idle = all.iter().filter_map(|(.., idle)| *idle).reduce(|sum, own| sum + own);
    let note = idle.map(|idle| {
        [page.shown.lens.text("idle_spend"), ": ", &page.shown.language.short(idle), "."].concat()
    });
    let draw = |pen: &mut Pen, page: &Page, _: &str| {
        pen.el("ul.mr-rowlist", |pen| {
            for (name, step, idle) in tool_steps(page) {
                let figure = idle.map(|idle| page.fill(page.say(Says::UpTo), &[("n", Short(idle))]));
                let line = step
                    .map_or(page.say(Says::Undecided), |step| page.text("rightsizing_outcomes", step.name()));
                row(pen, &name, &figure.unwrap_or_default(), None, line);
            }
        });
    };
    (!all.is_empty()).then(|| Section::new(TOOLS, &title, note.unwrap_or_default(), draw))
}
