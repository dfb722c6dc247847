//! ABM structure fit as hosts and tests read it.

use super::{ids, names};
use crate::document::Writer;
use crate::lens::abm::{Fit, Readiness, Results};

fn flag_or_null(json: &mut Writer, name: &str, value: Option<bool>) {
    match value {
        Some(value) => json.flag(name, value),
        None => json.null(name),
    }
}

/// Every part.
pub fn fields(json: &mut Writer, own: &Results) {
    readiness_results(json, "readiness", &own.readiness);
    fit_results(json, "fit", &own.fit);
}

/// The fields of the golden function `ab.readiness`.
pub fn readiness_results(json: &mut Writer, name: &str, own: &Readiness) {
    json.open(name);
    json.number_or_null("score", own.score);
    json.number_or_null("lead_account_index", own.lead_account_index);
    flag_or_null(json, "strategy_first", own.strategy_first);
    ids(json, "blockers", &own.blockers);
    json.close();
}

/// The fields of the golden function `ab.fit`.
pub fn fit_results(json: &mut Writer, name: &str, own: &Fit) {
    json.open(name);
    json.text_or_null("choice", own.choice.as_deref());
    if own.choice.is_some() {
        names(json, "close", &own.close);
        names(json, "support", &own.support);
    } else {
        json.text_or_null("nearest", own.nearest.as_deref());
        let nearest = own.table.iter().find(|fitted| Some(&fitted.key) == own.nearest.as_ref());
        names(json, "missing", nearest.map_or(&[][..], |fitted| &fitted.missing));
    }
    json.open("table");
    for fitted in &own.table {
        json.open(&fitted.key);
        json.text("id", &fitted.key);
        json.number_or_null("fit", fitted.fit);
        json.flag("gate_open", fitted.gate_open);
        names(json, "missing", &fitted.missing);
        json.number("disruption", fitted.disruption);
        names(json, "pro", &fitted.pro);
        names(json, "con", &fitted.con);
        json.close();
    }
    json.close();
    flag_or_null(json, "provisional", own.provisional);
    json.close();
}
