//! How far the picture can be trusted, what would raise it, and the overall score, small and last.

use super::page::{Page, note};
use super::workings;
use crate::answers::{Evidence, Reply};
use crate::scoring::{ConfidenceLevel, Shortfall};
use crate::views::frame::section;
use crate::views::icon::Icon;
use crate::views::markup::Value::{Count, Figure, Spelled, Text};
use crate::views::markup::{Pen, filled};
use crate::views::notice::{NoticeKind, notice};
use crate::words::Language;

/// The section.
pub(super) fn confidence(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let read = &page.confidence;
    let title = page.fill(words.confidence, &[("level", Text(level_name(page.language, read.level)))]);
    section(pen, &title, &basis(page), |pen| {
        if read.many_na {
            many_na(pen, page);
        }
        if let Some(missing) = read.shortfall {
            what_would_raise(pen, missing);
        }
        who_would_know(pen, page);
        workings::confidence(pen, page);
    });
}

/// The name of a level of confidence.
pub(in crate::views) fn level_name(language: &Language, level: ConfidenceLevel) -> &'static str {
    let [low, medium, high] = language.words.results.confidence_levels;
    match level {
        ConfidenceLevel::Low => low,
        ConfidenceLevel::Medium => medium,
        ConfidenceLevel::High => high,
    }
}

/// What the picture rests on.
fn basis(page: &Page) -> String {
    let values = [
        ("answered", Count(page.confidence.tally.answered)),
        ("total", Count(page.survey.item_count())),
        ("at_hand", Spelled(page.marked(Evidence::AtHand))),
        ("findable", Spelled(page.marked(Evidence::Findable))),
        ("people", Spelled(page.people())),
    ];
    match page.people() {
        1 => page.fill(page.words.rests_on, &values),
        _ => page.fill(page.words.rests_on_team, &values),
    }
}

/// What is missing for the next level of confidence.
pub(in crate::views) fn what_would_raise(pen: &mut Pen, missing: Shortfall) {
    let language = pen.language;
    let words = &language.words.results;
    let line = |[one, many]: [&str; 2], number: usize| {
        let template = if number == 1 { one } else { many };
        if number > 0 { filled(language, template, &[("number", Spelled(number))]) } else { String::new() }
    };
    let evidence = line(words.raise_evidence, missing.evidence);
    let people = line(words.raise_people, missing.people);
    let mut lines = vec![line(words.raise_items, missing.items)];
    if !missing.either {
        lines.extend([evidence, people]);
    } else if !evidence.is_empty() && !people.is_empty() {
        // Where one of two alternatives is met already, the other is not needed.
        lines.push(filled(language, words.either, &[("one", Text(&evidence)), ("other", Text(&people))]));
    }
    if missing.level == ConfidenceLevel::High {
        lines.push(words.raise_agreement.to_owned());
    }
    pen.say("h3.mr-h3", words.raise, &[("level", Text(level_name(language, missing.level)))]);
    pen.el("ul.mr-reasons mr-section-tight", |pen| {
        for line in &lines {
            if !line.is_empty() {
                pen.put("li", line);
            }
        }
    });
}

/// Items that apply but were not known, for whoever does know.
fn who_would_know(pen: &mut Pen, page: &Page) {
    let mut unknown = Vec::new();
    for item in page.survey.items() {
        if page.wave.answers.reply(&item.id) == Some(Reply::Unknown) {
            unknown.push(item);
        }
    }
    if unknown.is_empty() {
        return;
    }
    pen.el("div.mr-block", |pen| {
        pen.put("h3.mr-h3", page.words.who_would_know);
        pen.el("ul.mr-reasons mr-section-tight", |pen| {
            for item in unknown {
                pen.el("li", |pen| {
                    pen.put("span.mr-code", &item.code);
                    pen.text(" ");
                    pen.text(&item.stem);
                });
            }
        });
    });
}

fn many_na(pen: &mut Pen, page: &Page) {
    let (number, total) = (Count(page.confidence.tally.not_applicable), Count(page.survey.item_count()));
    notice(pen, NoticeKind::Plain, Icon::Info, |pen| {
        pen.say("p", page.words.many_na, &[("number", number), ("total", total)]);
    });
}

/// The overall score, small and last.
pub(super) fn overall(pen: &mut Pen, page: &Page) {
    let words = page.words;
    pen.el("section.mr-section", |pen| {
        pen.put("h2.mr-h3", words.overall);
        match (&page.full.overall, page.full.overall_level) {
            (Some(figure), Some(reading)) => {
                let values = [("score", Figure(figure.points)), ("level", Text(&page.level(reading)))];
                pen.say("p.mr-note", words.overall_finding, &values);
            }
            _ => note(pen, words.overall_missing),
        }
        workings::overall(pen, page);
    });
}
