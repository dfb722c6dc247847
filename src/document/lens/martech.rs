//! Thresholds and platforms of martech placement and governance (model 4.2).

use super::parts::flag;
use crate::document::Code;
use crate::document::reader::Reader;
use crate::lens::ElementId;
use crate::lens::martech::{Platform, Rules};

/// What `kind` says.
pub(super) const KIND: &str = "martech";

/// Texts that results cannot do without, by group.
pub(super) const TEXTS: &[(&str, &[&str])] = &[
    ("states", &["fits", "watch", "too_local", "too_central"]),
    ("states_long", &["fits", "watch", "too_local", "too_central"]),
    ("capacity_states", &["fits", "stretched", "overloaded", "no_reserve"]),
    ("it_model_outcomes", &["embed", "mixed_squad", "partner", "integrator_project", "self_serve"]),
    (
        "analytics_outcomes",
        &[
            "open_access_first",
            "marketing_analysts_on_shared_data",
            "bi_analyst_seated_in_marketing",
            "bi_service_with_agreement",
        ],
    ),
    ("results", &["phi", "recommended", "index", "priority", "fits_now", "deferred"]),
    (
        "findings",
        &["inversion", "local_voice_missing", "beyond_marketing", "too_local", "too_central", "watch"],
    ),
];

pub(super) fn rules(root: Reader) -> Rules {
    let own = root.field("parameters");
    let scale = root.filled_list("placements");
    let placements = scale.read(|entry| entry.number("value", 0, 100));
    if !placements.is_sorted_by(|below, above| below < above) {
        root.field("placements").problem(Code::OutOfRange, "placements rise from local to central");
    }
    let platform = |entry: Reader| {
        let floor = entry.number("floor", 0, 100);
        if !placements.contains(&floor) {
            entry.field("floor").problem(Code::UnknownReference, "needs one of the placements");
        }
        Platform {
            id: ElementId::new(entry.id("id")),
            phi: entry.number("phi", 0, 1),
            floor,
            beyond_marketing: flag(entry.field("beyond_marketing")),
        }
    };
    Rules {
        platforms: root.filled_list("platforms").read(platform),
        tolerance: own.number("tolerance", 0, 10),
        local_difference_default: own.number("local_difference_default", 0, 10),
        local_difference_points: own.number("local_difference_points", 0, 100),
        local_voice_phi: own.number("local_voice_phi", 0, 1),
        too_local_factor: own.number("too_local_factor", 0, 10),
        too_central_factor: own.number("too_central_factor", 1, 10),
        fits_ratio: own.number("fits_ratio", 0, 10),
        stretched_ratio: own.number("stretched_ratio", 0, 10),
        placements,
    }
}
