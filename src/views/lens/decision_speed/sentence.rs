//! The finding the page opens with, and the line below.

use super::page::{Case, Page};
use crate::lens::decision_speed::{ShortlistKind, Shortlisted, Timing};
use crate::lens::wording::DecisionSpeed as Says;
use crate::views::markup::Value::{Count, Percent, Short, Spelled, Text};

/// Sentences and the line below. Where no decision can be timed, another part speaks.
pub(super) fn headline(page: &Page) -> (Vec<String>, String) {
    let timed: Vec<&Case> = page.cases.iter().filter(|case| case.read.timing.is_some()).collect();
    if timed.is_empty() {
        return untimed(page);
    }
    let known = &page.own.decisions;
    let sentences = match known.late_hours {
        Some(hours) if hours > 0.0 => delay(page, hours),
        _ => vec![in_time(page, &timed)],
    };
    let lead = match known.in_time_share {
        Some(share) => {
            let cases = timed.iter().map(|case| case.per_month()).sum();
            let cases = page.counted(page.forms(Says::Cases), cases);
            page.fill(page.say(Says::Lead), &[("cases", Text(&cases)), ("share", Percent(share))])
        }
        None => page.say(Says::LeadNoCases).to_owned(),
    };
    (sentences, lead)
}

/// Delay, and what would spare most of it.
fn delay(page: &Page, all_hours: f64) -> Vec<String> {
    let shortlist = &page.own.decisions.shortlist;
    let kinds = [Some(ShortlistKind::PushDown), Some(ShortlistKind::StandingDelegate), None];
    for kind in kinds {
        let of_kind: Vec<&Shortlisted> = shortlist.iter().filter(|own| own.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let cases: Vec<&Case> = of_kind.iter().filter_map(|own| page.case(&own.id)).collect();
        let hours = cases.iter().filter_map(|case| case.read.late_hours).sum();
        let forms = match kind {
            Some(ShortlistKind::PushDown) if cases.iter().all(|case| case.has_gap()) => {
                page.forms(Says::Closer)
            }
            Some(ShortlistKind::PushDown) => page.forms(Says::Knowledge),
            Some(ShortlistKind::StandingDelegate) => page.forms(Says::Delegate),
            None => [page.say(Says::Undecided); 3],
        };
        let [one, both, many] = forms;
        let then = match cases.len() {
            1 => one,
            2 => both,
            _ => many,
        };
        return vec![adds_up(page, cases.len(), hours), then.to_owned()];
    }
    let is_late = |case: &&Case| case.read.late_hours.is_some_and(|hours| hours > 0.0);
    let late: Vec<&Case> = page.cases.iter().filter(is_late).collect();
    let mut sentences = vec![adds_up(page, late.len(), all_hours)];
    // Known of each: deciding elsewhere saves nothing, so nothing but the waits is left.
    if late.iter().all(|case| case.read.late_hours_saved.is_some_and(|saved| saved <= 0.0)) {
        sentences.push(page.say(Says::Shorten).to_owned());
    }
    sentences
}

fn adds_up(page: &Page, number: usize, hours: f64) -> String {
    let [one, many] = page.forms(Says::Delay);
    let (word, hours) = (page.spelled(number), page.hours(hours));
    let values = [("Number", Text(&word)), ("hours", Text(&hours))];
    page.fill(if number == 1 { one } else { many }, &values)
}

/// How many are late where the delay cannot be added up, or that none is.
fn in_time(page: &Page, timed: &[&Case]) -> String {
    let late = timed.iter().filter(|case| case.read.timing != Some(Timing::InTime)).count();
    let word = page.spelled(late);
    let values = [("Number", Text(&word)), ("all", Spelled(timed.len()))];
    let ([only, both, all], [one, many]) = (page.forms(Says::AllInTime), page.forms(Says::LateCount));
    let message = match (late, timed.len()) {
        (0, 1) => only,
        (0, 2) => both,
        (0, _) => all,
        (1, 1) => page.say(Says::LateOnly),
        (1, _) => one,
        _ => many,
    };
    page.fill(message, &values)
}

/// What the other parts say, the first that says anything.
fn untimed(page: &Page) -> (Vec<String>, String) {
    let own = page.own;
    let flat = &own.flatness;
    let sentence = if let (Some(most), Some(least), Some(excess)) =
        (flat.max_layers, flat.least_layers, flat.excess_layers)
    {
        let (layers, least) =
            (page.counted(page.forms(Says::Layers), most), page.counted(page.forms(Says::Layers), least));
        let message = if excess > 0.0 { page.say(Says::LayersFound) } else { page.say(Says::LayersFit) };
        page.fill(message, &[("layers", Text(&layers)), ("least", Text(&least)), ("span", Short(flat.span))])
    } else if let Some(hours) = own.unseen {
        unseen(page, hours)
    } else if own.metrics.match_share.is_some() {
        let [matching, judged] = judged(page);
        page.fill(page.say(Says::MetricsFound), &[("n", Count(matching)), ("all", Count(judged))])
    } else {
        let text =
            if page.cases.is_empty() { page.shown.lens.text("intro") } else { page.say(Says::LeadNoTimes) };
        return (vec![page.say(Says::Nothing).to_owned()], text.to_owned());
    };
    (vec![sentence], page.say(Says::LeadNoTimes).to_owned())
}

/// How long it takes until somebody is there.
pub(super) fn unseen(page: &Page, hours: f64) -> String {
    if hours <= 0.0 {
        return page.say(Says::UnseenNone).to_owned();
    }
    let time = page.counted(page.forms(Says::Hours), hours);
    page.fill(page.say(Says::UnseenFound), &[("time", Text(&time))])
}

/// How many metrics match, and of how many it can be told.
pub(super) fn judged(page: &Page) -> [usize; 2] {
    let known = page.own.metrics.metrics.iter().filter_map(|own| own.matches);
    [known.clone().filter(|matches| *matches).count(), known.count()]
}
