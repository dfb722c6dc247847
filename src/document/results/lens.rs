//! What the lenses say, as hosts and tests read it: the field names of the model's golden tests.

pub mod abm;
pub mod decision_speed;
pub mod martech;
pub mod operating_model;

use crate::document::Writer;
use crate::document::lens::answers::write_value;
use crate::lens::{Changed, Checked, ElementId, Gap, Lens, LensRecord, LensResults, compare, gaps, read};

/// `{lens: {id, date, ..., gaps, changed}}`: of each lens the latest answers; `changed` holds them against the
/// own earlier ones, where there are any.
pub fn lenses_results(json: &mut Writer, name: &str, all: &[(&Lens, &LensRecord, Option<&LensRecord>)]) {
    json.open(name);
    for (lens, now, before) in all {
        lens_results(json, &lens.id, lens, now, *before);
    }
    json.close();
}

/// One lens.
pub fn lens_results(
    json: &mut Writer,
    name: &str,
    lens: &Lens,
    now: &LensRecord,
    before: Option<&LensRecord>,
) {
    let mut missing = gaps(lens, &now.answers);
    json.open(name);
    json.text("id", &now.id);
    json.text("date", &now.date.iso());
    match read(lens, &now.answers) {
        LensResults::DecisionSpeed(own) => decision_speed::fields(json, &own),
        LensResults::Martech(own) => {
            martech::fields(json, &own);
            missing.extend(own.gaps);
        }
        LensResults::OperatingModel(own) => {
            operating_model::fields(json, &own);
            missing.extend(own.gaps);
        }
        LensResults::Abm(own) => abm::fields(json, &own),
    }
    gaps_results(json, "gaps", &missing);
    match before {
        Some(before) => changed_results(json, "changed", &compare(&before.answers, &now.answers)),
        None => json.null("changed"),
    }
    json.close();
}

/// Fields that results go without, as `{part, row, field, reason}`.
pub fn gaps_results(json: &mut Writer, name: &str, found: &[Gap]) {
    json.open_list(name);
    for gap in found {
        json.open("");
        json.text("part", &gap.part);
        json.text_or_null("row", gap.row.as_deref());
        json.text("field", &gap.field);
        json.text("reason", gap.fault.name());
        json.close();
    }
    json.close_list();
}

/// Answers that changed, as `{part, row, field, before, now, other_meaning}`.
pub fn changed_results(json: &mut Writer, name: &str, found: &[Changed]) {
    json.open_list(name);
    for own in found {
        json.open("");
        json.text("part", &own.part);
        json.text_or_null("row", own.row.as_deref());
        json.text("field", &own.field);
        for (name, value) in [("before", &own.before), ("now", &own.now)] {
            match value {
                Some(value) => write_value(json, name, value),
                None => json.null(name),
            }
        }
        json.flag("other_meaning", own.other_meaning);
        json.close();
    }
    json.close_list();
}

fn names<T: AsRef<str>>(json: &mut Writer, name: &str, all: &[T]) {
    json.open_list(name);
    for own in all {
        json.text("", own.as_ref());
    }
    json.close_list();
}

fn ids(json: &mut Writer, name: &str, all: &[ElementId]) {
    let all: Vec<&str> = all.iter().map(ElementId::as_str).collect();
    names(json, name, &all);
}

fn points_by(json: &mut Writer, name: &str, all: &[(String, Option<f64>)]) {
    json.open(name);
    for (own, points) in all {
        json.number_or_null(own, *points);
    }
    json.close();
}

/// A checklist: `{overall, open}`.
fn checked(json: &mut Writer, name: &str, own: &Checked) {
    json.open(name);
    json.number_or_null("overall", own.overall);
    names(json, "open", &own.open);
    json.close();
}
