//! Results as hosts and tests read them: the field names of the model's golden tests.
//!
//! Each function writes one object under `name`.

#[cfg(feature = "results")]
pub mod lens;
pub mod plan;
#[cfg(feature = "results")]
pub mod team;
mod whole;

pub use whole::{Given, write};

use super::Writer;
use super::survey::PARTS;
use crate::history::{Change, Difference};
use crate::scoring::{
    Balance, CapabilityStatus, Confidence, ConfidenceLevel, Dominance, DominanceKind, EffortMix, Figure,
    Lean, LevelReading, RoleStatus, Scores, Tilt,
};
use crate::survey::{Facet, RoleId, Survey};

#[inline(never)]
fn points(json: &mut Writer, name: &str, figure: &Option<Figure>) {
    json.number_or_null(name, figure.as_ref().map(|figure| figure.points));
}

#[inline(never)]
fn level(json: &mut Writer, name: &str, level: Option<u8>) {
    json.number_or_null(name, level.map(f64::from));
}

#[inline(never)]
fn level_reading(json: &mut Writer, reading: Option<LevelReading>) {
    level(json, "level", reading.map(|reading| reading.level));
    level(json, "near", reading.and_then(|reading| reading.near));
}

/// The fields of the golden function `score`.
pub fn score_results(json: &mut Writer, name: &str, scores: &Scores) {
    json.open(name);
    json.open("capability");
    for own in &scores.capabilities {
        json.open(own.id.as_str());
        points(json, "score", &own.figure);
        level(json, "level", own.level);
        json.text("status", capability_status(own.status));
        json.close();
    }
    json.close();
    json.open("role");
    for own in &scores.roles {
        json.open(own.id.as_str());
        points(json, "score", &own.figure);
        level_reading(json, own.level);
        json.text("status", role_status(own.status));
        json.count("scored", own.scored);
        json.count("needed", own.needed);
        json.close();
    }
    json.close();
    json.open("overall");
    points(json, "score", &scores.overall);
    level_reading(json, scores.overall_level);
    json.close();
    json.close();
}

/// The name of what a capability score rests on.
pub(super) fn capability_status(status: CapabilityStatus) -> &'static str {
    match status {
        CapabilityStatus::Complete => "complete",
        CapabilityStatus::SingleItem => "single_item",
        CapabilityStatus::NotApplicable => "not_applicable",
        CapabilityStatus::Unanswered => "unanswered",
    }
}

/// The name of what a role score rests on.
pub(super) fn role_status(status: RoleStatus) -> &'static str {
    match status {
        RoleStatus::Complete => "complete",
        RoleStatus::Reduced => "reduced",
        RoleStatus::Partial => "partial",
        RoleStatus::Insufficient => "insufficient",
    }
}

/// A list of roles.
#[inline(never)]
fn role_ids(json: &mut Writer, name: &str, ids: &[RoleId]) {
    json.open_list(name);
    for id in ids {
        json.text("", id.as_str());
    }
    json.close_list();
}

/// The fields of the golden function `dominance`.
pub fn dominance_results(json: &mut Writer, name: &str, read: &Dominance) {
    let kind = match read.kind {
        DominanceKind::Dominant => "dominant",
        DominanceKind::Pair => "pair",
        DominanceKind::Graded => "graded",
        DominanceKind::Even => "even",
        DominanceKind::Unknown => "unknown",
    };
    json.open(name);
    json.text("kind", kind);
    role_ids(json, "leading", &read.leading);
    match &read.leads {
        Some(leads) => {
            role_ids(json, "order", &read.order);
            for (lead, [gap, threshold]) in
                leads.iter().zip([["gap12", "t12"], ["gap23", "t23"], ["gap13", "t13"]])
            {
                json.number(gap, lead.gap);
                json.number(threshold, lead.threshold);
            }
            json.text_or_null("trailing", read.trailing.as_ref().map(RoleId::as_str));
        }
        None => json.null("gaps"),
    }
    json.close();
}

fn tilt_fields(json: &mut Writer, tilt: &Tilt) {
    let lean = tilt.lean().map(|lean| match lean {
        Lean::Direction => "direction",
        Lean::Delivery => "delivery",
        Lean::Balanced => "balanced",
    });
    points(json, "direction", &tilt.direction);
    points(json, "delivery", &tilt.delivery);
    json.number_or_null("tilt", tilt.points());
    json.number_or_null("threshold", tilt.threshold);
    json.text_or_null("lean", lean);
}

/// The fields of the golden function `balance`.
pub fn balance_results(json: &mut Writer, name: &str, read: &Balance) {
    json.open(name);
    json.open("role");
    for (id, tilt) in &read.roles {
        json.open(id.as_str());
        tilt_fields(json, tilt);
        json.close();
    }
    json.close();
    json.open("overall");
    tilt_fields(json, &read.overall.tilt);
    json.number_or_null("balance_index", read.overall.index());
    json.text_or_null("zone", read.overall.zone.map(|zone| zone.name()));
    json.open_list("near_border");
    for facet in &read.overall.near_border {
        let facet = match facet {
            Facet::Direction => "direction",
            Facet::Delivery => "delivery",
        };
        json.text("", facet);
    }
    json.close_list();
    json.close();
    json.close();
}

/// The fields of the golden function `effort_mix`.
pub fn effort_results(json: &mut Writer, name: &str, mix: EffortMix) {
    json.open(name);
    match mix {
        EffortMix::Read(read) => {
            json.text("status", "ok");
            for (name, share) in PARTS.into_iter().zip(read.split.parts()) {
                json.number(name, share);
            }
            json.number_or_null("far_share_of_planned", read.far_share_of_planned);
            json.flag("reactive_flag", read.reactive_flag);
            if let Some(distance) = read.distance_to_wish {
                json.number("distance_to_own_target", distance);
            }
        }
        EffortMix::DoesNotAddUp(sum) => {
            json.text("status", "invalid");
            json.number("sum", sum);
        }
    }
    json.close();
}

/// The name of a level of confidence in results.
fn confidence_name(level: ConfidenceLevel) -> &'static str {
    match level {
        ConfidenceLevel::Low => "low",
        ConfidenceLevel::Medium => "medium",
        ConfidenceLevel::High => "high",
    }
}

/// The fields of the golden function `confidence`.
pub fn confidence_results(json: &mut Writer, name: &str, read: &Confidence) {
    json.open(name);
    json.count("answered", read.tally.answered);
    json.count("not_applicable", read.tally.not_applicable);
    json.count("dont_know", read.tally.unknown);
    json.count("unanswered", read.tally.unanswered);
    json.number("completeness", read.completeness);
    json.number("evidence", read.evidence);
    json.flag("flag_many_na", read.many_na);
    json.text("confidence", confidence_name(read.level));
    json.close();
}

/// A difference; whether it is evidenced is known of capabilities only.
#[inline(never)]
fn difference(json: &mut Writer, name: &str, difference: Option<Difference>, evidenced: Option<bool>) {
    let Some(difference) = difference else {
        return json.null(name);
    };
    json.open(name);
    json.number("base", difference.base);
    json.number("now", difference.now);
    json.number("delta", difference.delta());
    json.number("threshold", difference.threshold);
    json.text("verdict", difference.verdict.name());
    if let Some(evidenced) = evidenced {
        json.flag("evidenced", evidenced);
    }
    json.close();
}

/// The fields of the golden function `change`.
pub fn change_results(json: &mut Writer, name: &str, read: &Change, survey: &Survey) {
    json.open(name);
    json.count("paired_items", read.paired_items);
    json.number("coverage", read.coverage);
    json.flag("withheld", read.withheld);
    if !read.close.is_empty() {
        json.open_list("close_pairs");
        for own in &read.close {
            json.open("");
            json.text("item", own.item.as_str());
            json.text("former", own.former.as_str());
            json.text("reason", &own.reason);
            json.close();
        }
        json.close_list();
    }
    json.count("steps_up", read.steps_up());
    json.count("steps_down", read.steps_down());
    json.open("capability");
    for (id, own) in &read.capabilities {
        difference(json, id.as_str(), *own, Some(read.is_evidenced(survey, id)));
    }
    json.close();
    json.open("role");
    for (id, own) in &read.roles {
        difference(json, id.as_str(), *own, None);
    }
    json.close();
    difference(json, "overall", read.overall, None);
    json.open_list("evidenced_steps");
    for step in &read.moves {
        if let Some(place) = survey.place(&step.item)
            && step.evidenced
        {
            json.text("", &place.item.code);
        }
    }
    json.close_list();
    json.close();
}
