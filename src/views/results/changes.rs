//! What changed, in the person's own answers: every item that moved, and what to keep in mind.

use super::page::{Against, Page, note, section, tag};
use super::workings;
use crate::answers::Rating;
use crate::history::{Difference, ItemMove};
use crate::scoring::{Figure, Scores};
use crate::survey::Item;
use crate::views::charts::role_icon;
use crate::views::markup::{el, text};
use yew::Html;

/// The section with the anchor texts.
pub(super) fn changes(page: &Page, against: &Against) -> Html {
    let words = page.words;
    let moves = &against.change.moves;
    let count = (words.start_sentence)(&page.count(moves.len()));
    let paired = page.language.whole(against.change.paired_items as f64);
    let summary = page.fill(words.moves_note, &[("moved", &count), ("paired", &paired)]);
    let mut body = Vec::new();
    if !moves.is_empty() {
        body.push(el("ul", "mr-changes", moves.iter().filter_map(|step| moved(page, step)).collect()));
    }
    body.push(workings::change(page, against));
    section(words.moves_title.to_owned(), vec![text(summary)], false, body)
}

fn moved(page: &Page, step: &ItemMove) -> Option<Html> {
    let words = page.words;
    let place = page.survey.place(&step.item)?;
    let (position, _) = page.role(&place.role.id)?;
    let steps = (step.now.value() - step.was.value()).abs();
    let size = if steps.fract() == 0.0 { page.count(steps as usize) } else { page.language.short(steps) };
    let [one, many] = if step.is_up() { words.steps_up } else { words.steps_down };
    let size = page.fill(if steps > 1.0 { many } else { one }, &[("number", &size)]);
    let name = el("span", "mr-rolecell", vec![role_icon(position), text(place.capability.short.clone())]);
    let mut head = vec![name, text(" "), el("span", "mr-quiet", vec![text(size)])];
    if step.evidenced {
        head.extend([text(" "), tag(words.evidenced)]);
    }
    let line = |class, name: &'static str, rating| {
        let name = el("span", "", vec![text(name)]);
        el("p", class, vec![name, text(" "), text(statement(page, place.item, rating))])
    };
    let texts = vec![line("mr-was", words.was, step.was), line("mr-is", words.is_now, step.now)];
    Some(el("li", "", vec![el("h3", "", head), el("div", "mr-pairtext", texts)]))
}

/// The statement of a rating; between two statements there is none.
fn statement(page: &Page, item: &Item, rating: Rating) -> String {
    let anchor = rating.anchor().and_then(|anchor| item.anchor(anchor));
    anchor.map_or_else(|| page.language.short(rating.value()), |anchor| anchor.text.clone())
}

/// Remarks below the table: what makes a change clear, who answered, and which answers count.
pub(super) fn remarks(page: &Page, against: &Against) -> Html {
    let words = page.words;
    let change = &against.change;
    let mut remarks = Vec::new();
    if change.withheld {
        let [paired, total] =
            [change.paired_items, page.survey.item_count()].map(|number| page.language.whole(number as f64));
        remarks.push(page.fill(words.withheld_why, &[("paired", &paired), ("total", &total)]));
    } else {
        remarks.extend(clear_from(page, against));
    }
    if !against.comparison.same_persons {
        remarks.push(words.other_person.to_owned());
    }
    remarks.extend(like_for_like(page, against));
    el("div", "mr-section-body mr-stack", remarks.into_iter().map(note).collect())
}

/// From how many net steps on a change is clear, where every kind of score has one.
fn clear_from(page: &Page, against: &Against) -> Option<String> {
    let change = &against.change;
    let scores = &change.now_scores;
    let capabilities = change.capabilities.iter().zip(&scores.capabilities);
    let roles = change.roles.iter().zip(&scores.roles);
    let capability = capabilities.filter_map(|((_, a), b)| steps(page, (*a)?, b.figure.as_ref()?)).max()?;
    let role = roles.filter_map(|((_, a), b)| steps(page, (*a)?, b.figure.as_ref()?)).max()?;
    let overall = steps(page, change.overall?, scores.overall.as_ref()?)?;
    let [capability, role, overall] = [capability, role, overall].map(|steps| page.count(steps));
    let values = [("capability", capability.as_str()), ("role", &role), ("overall", &overall)];
    Some(page.fill(page.words.clear_from, &values))
}

/// How many steps on single answers a clear change takes.
fn steps(page: &Page, difference: Difference, figure: &Figure) -> Option<usize> {
    let share = figure.shares.iter().map(|(_, share)| *share).fold(0.0, f64::max);
    let step = share * page.survey.points_per_step();
    (step > 0.0).then(|| (difference.threshold / step).ceil() as usize)
}

/// Where the compared figures are not those over all answers, both are named.
fn like_for_like(page: &Page, against: &Against) -> Option<String> {
    let words = page.words;
    let differing = |full: &Scores, shown: &Scores| -> Vec<String> {
        let pairs = full.roles.iter().zip(&shown.roles);
        let differs = |a: &Option<Figure>, b: &Option<Figure>| match (a, b) {
            (Some(a), Some(b)) => (a.points - b.points).abs() > 0.05,
            (a, b) => a.is_some() != b.is_some(),
        };
        pairs
            .filter(|(full, shown)| differs(&full.figure, &shown.figure))
            .filter_map(|(full, _)| {
                let points = page.language.figure(full.figure.as_ref()?.points);
                Some([&page.role_within(&full.id), " ", &points].concat())
            })
            .collect()
    };
    let mut sentences = Vec::new();
    for (date, roles) in [
        (against.wave.date, differing(&against.full, &against.change.base_scores)),
        (page.wave.date, differing(&page.full, &against.change.now_scores)),
    ] {
        if !roles.is_empty() {
            let values = [("date", page.language.date(date)), ("roles", page.list(&roles))];
            sentences.push(page.fill(words.full_scores, &[("date", &values[0].1), ("roles", &values[1].1)]));
        }
    }
    let shared = change_is_partial(page, against);
    (shared || !sentences.is_empty()).then(|| {
        let paired = page.language.whole(against.change.paired_items as f64);
        let first = page.fill(words.like_for_like, &[("paired", &paired)]);
        std::iter::once(first).chain(sentences).collect::<Vec<_>>().join(" ")
    })
}

/// Whether some capability differs although no role does.
fn change_is_partial(page: &Page, against: &Against) -> bool {
    let pairs = [(&page.full, &against.change.now_scores), (&against.full, &against.change.base_scores)];
    pairs.iter().any(|(full, shown)| {
        let capabilities = full.capabilities.iter().zip(&shown.capabilities);
        capabilities.into_iter().any(|(a, b)| a.figure.is_some() != b.figure.is_some())
    })
}
