//! How far one has come: one bar per role, in ink alone, as no hue speaks while questions are answered.

use super::markup::Value::Count;
use super::markup::{Pen, filled};
use crate::answers::Answers;
use crate::survey::{Item, ItemId, Role, Survey};
use crate::words::Language;

/// The bars of all roles; the one that holds `at` is marked.
pub fn progress(pen: &mut Pen, survey: &Survey, answers: &Answers, at: Option<&ItemId>) {
    let words = &pen.language.words.answering;
    let mut current = None;
    pen.el("ol.mr-progress", |pen| {
        pen.set("aria-label", words.progress);
        for role in &survey.roles {
            pen.el("li", |pen| {
                pen.key(role.id.as_str());
                if at.is_some_and(|id| items(role).any(|item| item.id == *id)) {
                    pen.set("aria-current", "step");
                    current = Some(role);
                }
                pen.el("span.mr-progress-name", |pen| {
                    pen.put("span", &role.name);
                    pen.put("span.mr-num mr-nowrap", &count(pen.language, answers, role));
                });
                steps(pen, &mut items(role), answers, at);
            });
        }
    });
    if let Some(role) = current {
        pen.el("p.mr-progress-now[aria-hidden=true]", |pen| {
            pen.put("span", &role.name);
            pen.put("span.mr-num", &count(pen.language, answers, role));
        });
    }
}

/// A row of small boxes, one per item, filled where there is a reply.
pub fn steps(pen: &mut Pen, items: &mut dyn Iterator<Item = &Item>, answers: &Answers, at: Option<&ItemId>) {
    let mut marks = Vec::new();
    for item in items {
        marks.push(match answers.reply(&item.id) {
            _ if at == Some(&item.id) => HERE,
            Some(_) => "rect.mr-done",
            None => "rect",
        });
    }
    boxes(pen, &marks);
}

const HERE: &str = "rect.mr-here";

fn boxes(pen: &mut Pen, marks: &[&'static str]) {
    // In hundredths of a percent: a box and its gap, the last one without.
    let count = marks.len().max(1);
    let gap = 1280 / count;
    let pitch = (10_000 + gap) / count;
    pen.el("svg.mr-steps[width=100%][height=8][aria-hidden=true]", |pen| {
        for (index, mark) in marks.iter().enumerate() {
            let (y, height) = if *mark == HERE { ("1", "6") } else { ("0", "8") };
            pen.open(mark);
            pen.set("x", &percent(index * pitch));
            pen.set("width", &percent(pitch - gap));
            pen.set("y", y);
            pen.set("height", height);
            pen.set("rx", "1.5");
            pen.close();
        }
    });
}

/// `2 of 8`: replies within a role.
pub fn count(language: &Language, answers: &Answers, role: &Role) -> String {
    let replied = items(role).filter(|item| answers.reply(&item.id).is_some()).count();
    let all = items(role).count();
    filled(language, language.words.answering.of, &[("n", Count(replied)), ("all", Count(all))])
}

/// Every item of a role in the order in which it is asked.
pub fn items(role: &Role) -> impl Iterator<Item = &Item> {
    role.capabilities.iter().flat_map(|capability| &capability.items)
}

fn percent(hundredths: usize) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), zero, &rest.to_string(), "%"].concat()
}
