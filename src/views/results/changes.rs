//! What changed, in the person's own answers: every item that moved, and what to keep in mind.

use super::page::{Against, Page, note, tag};
use super::{then_now, workings};
use crate::answers::Rating;
use crate::history::{Change, Comparison, Difference, ItemMove, Wave, change};
use crate::scoring;
use crate::scoring::Scores;
use crate::survey::Item;
use crate::views::charts::role_icon;
use crate::views::frame::wide_section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day, Figure, Short, Spelled, Text};

/// The section with the anchor texts.
pub(super) fn changes(pen: &mut Pen, page: &Page, against: &Against) {
    let words = page.words;
    let moves = &against.change.moves;
    let count = (words.start_sentence)(&page.count(moves.len()));
    let paired = Count(against.change.paired_items);
    let summary = page.fill(words.moves_note, &[("moved", Text(&count)), ("paired", paired)]);
    wide_section(pen, words.moves_title, &summary, |pen| {
        if !moves.is_empty() {
            pen.el("ul.mr-changes", |pen| {
                for step in moves {
                    moved(pen, page, step);
                }
            });
        }
        then_now::all_answers(pen, page, against);
        workings::change(pen, page, against);
    });
}

fn moved(pen: &mut Pen, page: &Page, step: &ItemMove) {
    let words = page.words;
    let Some(place) = page.survey.place(&step.item) else { return };
    let Some((position, _)) = page.role(&place.role.id) else { return };
    let steps = (step.now.value() - step.was.value()).abs();
    let size = if steps.fract() == 0.0 { Spelled(steps as usize) } else { Short(steps) };
    let [one, many] = if step.is_up() { words.steps_up } else { words.steps_down };
    pen.el("li", |pen| {
        pen.el("h3.mr-changed", |pen| {
            pen.el("span.mr-rolecell", |pen| {
                role_icon(pen, position);
                pen.text(&place.capability.short);
            });
            pen.text(" ");
            pen.say("span.mr-quiet", if steps > 1.0 { many } else { one }, &[("number", size)]);
            if step.evidenced {
                pen.text(" ");
                tag(pen, words.evidenced);
            }
        });
        pen.el("div.mr-pairtext", |pen| {
            for (start, name, rating) in
                [("p.mr-was", words.was, step.was), ("p.mr-is", words.is_now, step.now)]
            {
                pen.el(start, |pen| {
                    pen.put("span", name);
                    pen.text(" ");
                    pen.text(&statement(page, place.item, rating));
                });
            }
        });
    });
}

/// The statement of a rating; between two statements there is none.
pub(super) fn statement(page: &Page, item: &Item, rating: Rating) -> String {
    let anchor = rating.anchor().and_then(|anchor| item.anchor(anchor));
    anchor.map_or_else(|| page.language.short(rating.value()), |anchor| anchor.text.clone())
}

/// Remarks below the table: what makes a change clear, who answered, and which answers count.
pub(super) fn remarks(pen: &mut Pen, page: &Page, against: &Against) {
    let words = page.words;
    let change = &against.change;
    pen.el("div.mr-section-body mr-stack", |pen| {
        if change.withheld {
            let (paired, total) = (Count(change.paired_items), Count(page.survey.item_count()));
            pen.say("p.mr-note", words.withheld_why, &[("paired", paired), ("total", total)]);
        } else if let Some(clear) = clear_from(page, against) {
            note(pen, &clear);
        }
        if !against.comparison.same_persons {
            note(pen, &other_person(page, against.wave, change));
        }
        if let Some(remark) = other_language(page, against.wave) {
            note(pen, &remark);
        }
        if let Some(remark) = like_for_like(page, against) {
            note(pen, &remark);
        }
    });
}

/// Another person answered, and how much further a role has to move for it (model 2.7.5).
pub(super) fn other_person(page: &Page, base: &Wave, read: &Change) -> String {
    let words = page.words;
    let (then, now) = (&base.answers, &page.wave.answers);
    let same = change(page.survey, then, now, &page.wave.weights, Comparison::default());
    let widest = |of: &Change| {
        let thresholds = of.roles.iter().filter_map(|(_, own)| own.map(|own| own.threshold));
        thresholds.reduce(f64::max)
    };
    let (Some(points), Some(usual)) = (widest(read), widest(&same)) else {
        return words.other_person.to_owned();
    };
    let takes = page.fill(words.other_person_takes, &[("points", Figure(points)), ("usual", Figure(usual))]);
    [words.other_person, " ", &takes].concat()
}

/// Whether the two waves were answered in two languages (model 6).
pub(super) fn other_language(page: &Page, base: &Wave) -> Option<String> {
    let (then, now) = (base.lang.as_str(), page.wave.lang.as_str());
    let differ = !then.is_empty() && !now.is_empty() && !then.eq_ignore_ascii_case(now);
    let values = [("base", Text(then)), ("now", Text(now))];
    differ.then(|| page.fill(page.words.other_language, &values))
}

/// From how many net steps on a change is clear, where every kind of score has one.
fn clear_from(page: &Page, against: &Against) -> Option<String> {
    let change = &against.change;
    let scores = &change.now_scores;
    let (mut capability, mut role) = (None, None);
    for ((_, difference), own) in change.capabilities.iter().zip(&scores.capabilities) {
        capability = capability.max(steps(page, *difference, &own.figure));
    }
    for ((_, difference), own) in change.roles.iter().zip(&scores.roles) {
        role = role.max(steps(page, *difference, &own.figure));
    }
    let overall = steps(page, change.overall, &scores.overall)?;
    let values =
        [("capability", Spelled(capability?)), ("role", Spelled(role?)), ("overall", Spelled(overall))];
    Some(page.fill(page.words.clear_from, &values))
}

/// How many steps on single answers a clear change takes.
fn steps(page: &Page, difference: Option<Difference>, figure: &Option<scoring::Figure>) -> Option<usize> {
    let (difference, figure) = (difference?, figure.as_ref()?);
    let share = figure.shares.iter().map(|(_, share)| *share).fold(0.0, f64::max);
    let step = share * page.survey.points_per_step();
    (step > 0.0).then(|| (difference.threshold / step).ceil() as usize)
}

/// Where the compared figures are not those over all answers, both are named.
fn like_for_like(page: &Page, against: &Against) -> Option<String> {
    let words = page.words;
    let paired = Count(against.change.paired_items);
    let mut sentences = vec![page.fill(words.like_for_like, &[("paired", paired)])];
    for (wave, full, shown) in [
        (against.wave, &against.full, &against.change.base_scores),
        (page.wave, &page.full, &against.change.now_scores),
    ] {
        let roles = differing(page, full, shown);
        if !roles.is_empty() {
            let values = [("date", Day(wave.date)), ("roles", Text(&page.list(&roles)))];
            sentences.push(page.fill(words.full_scores, &values));
        }
    }
    let told = sentences.len() > 1 || change_is_partial(page, against);
    told.then(|| sentences.join(" "))
}

/// The roles whose score over all answers is another than the one on show, with that score.
fn differing(page: &Page, full: &Scores, shown: &Scores) -> Vec<String> {
    let mut found = Vec::new();
    for (full, shown) in full.roles.iter().zip(&shown.roles) {
        if let Some(own) = &full.figure
            && shown.figure.as_ref().is_none_or(|shown| (own.points - shown.points).abs() > 0.05)
        {
            found.push([&page.role_within(&full.id), " ", &page.language.figure(own.points)].concat());
        }
    }
    found
}

/// Whether some capability differs although no role does.
fn change_is_partial(page: &Page, against: &Against) -> bool {
    let pairs = [(&page.full, &against.change.now_scores), (&against.full, &against.change.base_scores)];
    pairs.iter().any(|(full, shown)| {
        let capabilities = full.capabilities.iter().zip(&shown.capabilities);
        capabilities.into_iter().any(|(a, b)| a.figure.is_some() != b.figure.is_some())
    })
}
