//! Thresholds and maps of the marketing operating model (model 4.3).

use crate::document::Code;
use crate::document::reader::Reader;
use crate::lens::ElementId;
use crate::lens::operating_model::{Depth, Holder, Place, Rules};

/// What `kind` says.
pub(super) const KIND: &str = "operating_model";

/// Texts that results cannot do without, by group.
pub(super) const TEXTS: &[(&str, &[&str])] = &[
    ("asked", &["may_skip", "no_middle"]),
    ("complexity", &["one_page", "core", "full"]),
    ("marks", &["over_built", "shelf", "hidden_practice"]),
    ("lag", &["model_lags_practice", "model_ahead_of_practice", "in_step", "caution"]),
    ("sourcing_notes", &["goal", "build_skill_first"]),
    ("flow", &["elapsed_days", "flow_efficiency", "days_if_halved"]),
    (
        "forces",
        &["central", "local", "by_capability", "more_central_than_forces", "more_local_than_forces", "near"],
    ),
    ("blueprints/major", &["name", "gist"]),
    ("blueprints/mid", &["name", "gist"]),
    ("blueprints/small", &["name", "gist"]),
    ("market_states", &["match", "heavier_than_blueprint", "thinner_than_blueprint", "nobody"]),
    (
        "planning",
        &[
            "input_after_central_plan",
            "central_after_regional_plan",
            "regional_after_year_start",
            "too_elaborate",
            "unused",
        ],
    ),
    ("helix", &["intro", "as_split", "contested", "orphaned", "inverted"]),
    (
        "rightsizing_outcomes",
        &[
            "run_by_hand_first",
            "write_use_case",
            "plan_skills_first",
            "trial_with_exit",
            "retire_unless_use_case",
            "scale_down",
            "train_before_deciding",
            "review_value",
            "keep",
        ],
    ),
];

pub(super) fn rules(root: Reader) -> Rules {
    let own = root.field("parameters");
    let market = root.field("one_market");
    let points = |name: &str| own.number(name, 0, 100);
    let pair = |name: &str| {
        let mark = own.field(name);
        [mark.number("design", 0, 9), mark.number("use", 0, 9)]
    };
    let signs = root.filled_list("planning");
    let sign = |name: &str| {
        let found =
            signs.into_iter().find(|entry| entry.optional("sign").is_some_and(|own| own.str() == name));
        if found.is_none() {
            root.field("planning").problem(Code::Missing, &["needs an entry with the sign ", name].concat());
        }
        ElementId::new(found.map_or("", |entry| entry.id("id")))
    };
    let gate =
        |entry: Reader| (gate_name(root, entry.field("gate")), start_entry(root, entry.field("entry")));
    let complexity = root.field("complexity");
    Rules {
        bands: complexity
            .field("bands")
            .entries()
            .map(|(field, bounds)| (field.to_owned(), band(bounds)))
            .collect(),
        depths: complexity.filled_list("depths").read(depth),
        design_enough: own.number("design_enough", 1, 9),
        over_built: pair("over_built"),
        shelf: pair("shelf"),
        hidden_practice: pair("hidden_practice"),
        lag: points("lag"),
        in_house_need: points("in_house_need"),
        hybrid_need: points("hybrid_need"),
        force_strong: points("force_strong"),
        conflict_mixed: own.number("conflict_mixed", 0, 1),
        force_points: points("force_points"),
        force_gap: own.number("force_gap", 0, 200),
        major_share: points("major_share"),
        mid_share: points("mid_share"),
        small_kinds: root.list("small_kinds").read(Reader::filled),
        local: root.filled_list("local").read(local),
        util_low: points("util_low"),
        retire_days: own.number("retire_days", 1, 1000),
        use_phase: root.text("use_phase"),
        unused: sign("unused"),
        too_elaborate: sign("too_elaborate"),
        helix: root.filled_list("helix").read(right),
        gates: root.filled_list("gates").read(gate),
        open_gate: gate_name(root, root.field("open_gate")),
        one_market: (market.text("part"), market.text("field"), market.number("value", 0, 100)),
        one_market_skips: root.list("one_market_skips").read(Reader::filled),
    }
}

fn band(bounds: Reader) -> [f64; 2] {
    let both = bounds.items();
    if both.len() != 2 {
        bounds.problem(Code::OutOfRange, "needs the lower bounds of the second and third band");
    }
    [0, 1].map(|place| both.get(place).map_or(0.0, |own| own.as_number(0, 1_000_000)))
}

fn depth(entry: Reader) -> (Depth, f64) {
    let name = entry.field("depth");
    let found = Depth::NAMES.iter().find(|(_, own)| *own == name.str()).map(|(depth, _)| *depth);
    if found.is_none() && name.is_text() {
        name.problem(Code::OutOfRange, "needs one_page, core or full");
    }
    (found.unwrap_or(Depth::Full), entry.number("to_inclusive", 0, 100))
}

fn local(entry: Reader) -> (ElementId, [Place; 3]) {
    let place = |size: &str| {
        let field = entry.field(size);
        let found = Place::of(field.str());
        if found.is_none() && field.is_text() {
            field.problem(Code::OutOfRange, "needs L, S or G");
        }
        found.unwrap_or(Place::Nobody)
    };
    (ElementId::new(entry.id("id")), ["major", "mid", "small"].map(place))
}

fn right(entry: Reader) -> (ElementId, bool) {
    let field = entry.field("expected");
    let holder = Holder::of(field.str());
    if field.is_text() && !matches!(holder, Some(Holder::Central | Holder::Local)) {
        field.problem(Code::OutOfRange, "needs central or local");
    }
    (ElementId::new(entry.id("id")), holder == Some(Holder::Central))
}

/// A gate, which has a text of its own.
fn gate_name(root: Reader, field: Reader) -> String {
    let name = field.filled();
    root.field("ui").field("gates").text(&name);
    name
}

fn start_entry(root: Reader, field: Reader) -> ElementId {
    let id = field.as_id();
    if root.list("start").by_id(id).is_none() {
        field.problem(Code::UnknownReference, "no entry of the start has this id");
    }
    ElementId::new(id)
}
