//! Martech placement and governance as hosts and tests read it.

use super::{ids, names, points_by};
use crate::document::Writer;
use crate::lens::Checked;
use crate::lens::martech::{Capacity, Pattern, Placed, Results};

/// Every part.
pub fn fields(json: &mut Writer, own: &Results) {
    placement_results(json, "placement", &own.placement);
    ids(json, "moves", &own.moves);
    pattern_results(json, "pattern", &own.pattern);
    governance_results(json, "governance", &own.governance);
    json.open("it_model");
    for (platform, model) in &own.it_model {
        json.text_or_null(platform.as_str(), model.map(|model| model.name()));
    }
    json.close();
    json.text_or_null("analytics_model", own.analytics.map(|seat| seat.name()));
    capacity_results(json, "tiger", &own.capacity);
}

/// The fields of the golden function `mt.placement`.
pub fn placement_results(json: &mut Writer, name: &str, all: &[Placed]) {
    json.open(name);
    for own in all {
        json.open(own.id.as_str());
        json.number("centrality", own.centrality);
        json.number("recommended", own.recommended);
        json.number("current", own.current);
        json.number("gap_steps", own.gap_steps);
        json.text("status", own.fit.name());
        json.number("priority", own.priority);
        json.flag("local_voice_missing", own.local_voice_missing);
        json.close();
    }
    json.close();
}

/// The fields of the golden function `mt.pattern`.
pub fn pattern_results(json: &mut Writer, name: &str, own: &Pattern) {
    json.open(name);
    json.count("pairs", own.pairs);
    json.number_or_null("index", own.index);
    json.open_list("violations");
    for pair in &own.violations {
        ids(json, "", pair);
    }
    json.close_list();
    json.close();
}

/// The fields of the golden function `mt.governance`.
pub fn governance_results(json: &mut Writer, name: &str, own: &Checked) {
    json.open(name);
    points_by(json, "domain", &own.groups);
    json.number_or_null("overall", own.overall);
    names(json, "must_open", &own.must_open);
    json.close();
}

/// The fields of the golden function `mt.tiger`.
pub fn capacity_results(json: &mut Writer, name: &str, own: &Capacity) {
    json.open(name);
    json.number_or_null("capacity", own.capacity);
    json.number_or_null("demand", own.demand);
    json.number_or_null("ratio", own.ratio);
    json.text_or_null("status", own.load.map(|load| load.name()));
    names(json, "fits_now", &own.fits_now);
    names(json, "deferred", &own.deferred);
    json.close();
}
