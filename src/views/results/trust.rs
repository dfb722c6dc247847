//! How far the picture can be trusted, what would raise it, and the overall score, small and last.

use super::page::{Page, note, section};
use super::workings;
use crate::answers::{Evidence, Reply};
use crate::scoring::{ConfidenceLevel, Shortfall};
use crate::views::icon::Icon;
use crate::views::markup::{el, text};
use crate::views::notice::{NoticeKind, notice};
use yew::Html;

/// The section.
pub(super) fn confidence(page: &Page) -> Html {
    let words = page.words;
    let read = &page.confidence;
    let title = page.fill(words.confidence, &[("level", level_name(page, read.level))]);
    let mut body = Vec::new();
    if read.many_na {
        body.push(many_na(page));
    }
    if let Some(missing) = read.shortfall {
        body.extend(what_would_raise(page, missing));
    }
    body.extend(who_would_know(page));
    body.push(workings::confidence(page));
    section(title, vec![text(basis(page))], true, body)
}

pub(super) fn level_name(page: &Page, level: ConfidenceLevel) -> &'static str {
    let [low, medium, high] = page.words.confidence_levels;
    match level {
        ConfidenceLevel::Low => low,
        ConfidenceLevel::Medium => medium,
        ConfidenceLevel::High => high,
    }
}

/// What the picture rests on.
fn basis(page: &Page) -> String {
    let [answered, total] = [page.confidence.tally.answered, page.survey.item_count()]
        .map(|number| page.language.whole(number as f64));
    let [at_hand, findable] =
        [Evidence::AtHand, Evidence::Findable].map(|mark| page.count(page.marked(mark)));
    let values =
        [("answered", answered.as_str()), ("total", &total), ("at_hand", &at_hand), ("findable", &findable)];
    page.fill(page.words.rests_on, &values)
}

fn what_would_raise(page: &Page, missing: Shortfall) -> Vec<Html> {
    let words = page.words;
    let title = page.fill(words.raise, &[("level", level_name(page, missing.level))]);
    let line = |[one, many]: [&str; 2], number: usize| {
        let template = if number == 1 { one } else { many };
        (number > 0).then(|| page.fill(template, &[("number", &page.count(number))]))
    };
    let mut lines: Vec<String> = line(words.raise_items, missing.items).into_iter().collect();
    let evidence = line(words.raise_evidence, missing.evidence);
    let people = line(words.raise_people, missing.people);
    match (evidence, people) {
        (Some(evidence), Some(people)) if missing.either => {
            lines.push(page.fill(words.either, &[("one", &evidence), ("other", &people)]));
        }
        // Where one of two alternatives is met already, the other is not needed.
        (evidence, people) if !missing.either => lines.extend(evidence.into_iter().chain(people)),
        _ => {}
    }
    if missing.level == ConfidenceLevel::High {
        lines.push(words.raise_agreement.to_owned());
    }
    let lines = lines.into_iter().map(|line| el("li", "", vec![text(line)])).collect();
    vec![el("h3", "mr-h3", vec![text(title)]), el("ul", "mr-reasons mr-section-tight", lines)]
}

/// Items that apply but were not known, for whoever does know.
fn who_would_know(page: &Page) -> Option<Html> {
    let unknown =
        page.survey.items().filter(|item| page.wave.answers.reply(&item.id) == Some(Reply::Unknown));
    let lines: Vec<Html> = unknown
        .map(|item| {
            let code = el("span", "mr-code", vec![text(item.code.clone())]);
            el("li", "", vec![code, text(" "), text(item.stem.clone())])
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let title = el("h3", "mr-h3", vec![text(page.words.who_would_know)]);
        let list = el("ul", "mr-reasons mr-section-tight", lines);
        el("div", "mr-block", vec![title, list])
    })
}

fn many_na(page: &Page) -> Html {
    let [number, total] = [page.confidence.tally.not_applicable, page.survey.item_count()]
        .map(|number| page.language.whole(number as f64));
    let words = page.fill(page.words.many_na, &[("number", &number), ("total", &total)]);
    notice(NoticeKind::Plain, Icon::Info, el("p", "", vec![text(words)]))
}

/// The overall score, small and last.
pub(super) fn overall(page: &Page) -> Html {
    let words = page.words;
    let finding = match (&page.full.overall, page.full.overall_level) {
        (Some(figure), Some(reading)) => {
            let values = [("score", page.language.figure(figure.points)), ("level", page.level(reading))];
            page.fill(words.overall_finding, &[("score", &values[0].1), ("level", &values[1].1)])
        }
        _ => words.overall_missing.to_owned(),
    };
    let title = el("h2", "mr-h3", vec![text(words.overall)]);
    let parts = vec![title, note(finding), workings::overall(page)];
    el("section", "mr-section", parts)
}
