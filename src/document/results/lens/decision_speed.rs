//! Decision speed and flatness as hosts and tests read it.

use super::names;
use crate::document::Writer;
use crate::lens::decision_speed::{DecisionRead, Decisions, Flatness, Metrics, Results, Right};

/// Every part.
pub fn fields(json: &mut Writer, own: &Results) {
    flatness_results(json, "flatness", &own.flatness);
    json.number("span", own.flatness.span);
    json.flag("span_assumed", own.flatness.span_assumed);
    decisions_results(json, "decisions", &own.decisions);
    json.number_or_null("unseen", own.unseen);
    metrics_results(json, "metrics", &own.metrics);
    json.number_or_null("conditions", own.conditions);
    names(json, "lowest_conditions", &own.lowest_conditions);
}

/// The fields of the golden function `ds.flatness`.
pub fn flatness_results(json: &mut Writer, name: &str, own: &Flatness) {
    json.open(name);
    json.number("total", own.total);
    json.number_or_null("mean_layers", own.mean_layers);
    json.number_or_null("max_layers", own.max_layers);
    json.number_or_null("least_layers", own.least_layers);
    json.number_or_null("excess_layers", own.excess_layers);
    json.number_or_null("flatness", own.flatness);
    json.open_list("streams");
    for stream in &own.streams {
        json.open("");
        json.text("name", &stream.name);
        json.number("layers", stream.layers);
        json.number_or_null("implied_span", stream.implied_span);
        json.close();
    }
    json.close_list();
    json.close();
}

/// The fields of the golden function `ds.decisions`.
pub fn decisions_results(json: &mut Writer, name: &str, own: &Decisions) {
    json.open(name);
    json.open("decisions");
    for read in &own.decisions {
        decision(json, read);
    }
    json.close();
    json.open("rights_share");
    for (right, share) in &own.rights_share {
        let name = Right::NAMES.iter().find(|(own, _)| own == right).map_or("", |(_, name)| name);
        json.number(name, *share);
    }
    json.close();
    names(json, "paper_rights", &own.paper_rights);
    json.number_or_null("in_time_share", own.in_time_share);
    json.number_or_null("realtime_share", own.realtime_share);
    json.number_or_null("near_front_share", own.near_front_share);
    json.number_or_null("late_hours", own.late_hours);
    json.open_list("shortlist");
    for entry in &own.shortlist {
        json.open("");
        json.text("id", &entry.id);
        json.text_or_null("kind", entry.kind.map(|kind| kind.name()));
        json.number("saves", entry.saves);
        json.flag("still_late", entry.still_late);
        json.close();
    }
    json.close_list();
    json.close();
}

fn decision(json: &mut Writer, own: &DecisionRead) {
    json.open(&own.id);
    for (name, value) in [
        ("estimate", own.estimate),
        ("used", own.used),
        ("hidden_wait", own.hidden_wait),
        ("ratio", own.ratio),
        ("pushdown_gap", own.pushdown_gap),
        ("late_hours", own.late_hours),
        ("after", own.after),
        ("late_hours_after", own.late_hours_after),
        ("late_hours_saved", own.late_hours_saved),
    ] {
        json.number_or_null(name, value);
    }
    json.text_or_null("status", own.timing.map(|timing| timing.name()));
    json.close();
}

/// The fields of the golden function `ds.metrics`.
pub fn metrics_results(json: &mut Writer, name: &str, own: &Metrics) {
    json.open(name);
    json.open_list("metrics");
    for read in &own.metrics {
        json.open("");
        json.text("name", &read.name);
        match read.matches {
            Some(matches) => json.flag("match", matches),
            None => json.null("match"),
        }
        json.text_or_null("why", read.why.map(|why| why.name()));
        names(json, "blocked", &read.blocked);
        json.close();
    }
    json.close_list();
    json.number_or_null("match_share", own.match_share);
    json.close();
}
