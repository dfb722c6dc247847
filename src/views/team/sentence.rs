//! The finding the screen opens with, what stands above it, and the line below.

use super::page::Page;
use crate::scoring::ROUNDING;
use crate::survey::ItemId;
use crate::team::ItemSpread;
use crate::views::markup::Value::{Count, Spelled, Text};

/// How many people, and of what.
pub(super) fn kicker(page: &Page) -> String {
    let mut parts = vec![page.fill(page.words.kicker, &[("n", Count(page.people.len()))])];
    if !page.session.scope().is_empty() {
        parts.push(page.session.scope().to_owned());
    }
    parts.join(" · ")
}

/// Whether there are people enough to speak of agreement.
pub(super) fn can_agree(page: &Page) -> bool {
    page.people.len() >= page.survey.parameters.team.ad_min_n
}

/// Where people agree, then where they lie furthest apart.
pub(super) fn headline(page: &Page) -> Vec<String> {
    let words = page.words;
    let pair = !can_agree(page);
    let mut questions = 0;
    let mut apart: Vec<(f64, &ItemSpread)> = Vec::new();
    let mut same = 0;
    for spread in &page.read.spreads {
        let (distance, fits) = match (pair, spread.agreement, spread.difference()) {
            (false, Some(own), _) => (own.deviation, own.acceptable),
            (true, _, Some(distance)) => (distance, distance < ROUNDING),
            _ => continue,
        };
        questions += 1;
        if fits { same += 1 } else { apart.push((distance, spread)) }
    }
    if questions == 0 {
        return vec![if pair { words.pair_unknown } else { words.agree_unknown }.to_owned()];
    }
    let [all, some] =
        if pair { [words.pair_all, words.pair_some] } else { [words.agree_all, words.agree_some] }
            .map(|[one, many]| if questions == 1 { one } else { many });
    if apart.is_empty() {
        return vec![page.fill(all, &[("n", Spelled(questions))])];
    }
    let mut sentences = vec![page.fill(some, &[("x", Spelled(same)), ("n", Spelled(questions))])];
    // Of equals the first in asking order.
    let mut widest: Option<(f64, &ItemSpread)> = None;
    for (distance, spread) in &apart {
        if widest.is_none_or(|(most, _)| *distance > most + ROUNDING) {
            widest = Some((*distance, spread));
        }
    }
    let worth = page.survey.parameters.team.topic_apart - ROUNDING;
    if let Some((_, spread)) = widest.filter(|(distance, _)| !pair || *distance >= worth) {
        let message = match (pair, apart.len() == 1) {
            (true, _) => words.pair_apart,
            (false, true) => words.apart_one,
            (false, false) => words.apart_most,
        };
        sentences.push(page.fill(message, &[("topic", Text(&topic(page, &spread.item)))]));
    }
    sentences
}

/// What a question is about, within a sentence.
fn topic(page: &Page, item: &ItemId) -> String {
    let name = page.survey.place(item).map_or("", |place| place.capability.name.as_str());
    (page.results.within_sentence)(name)
}

/// What the figures mean.
pub(super) fn lead(page: &Page) -> &'static str {
    if can_agree(page) { page.words.lead } else { page.words.lead_pair }
}
