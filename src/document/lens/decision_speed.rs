//! Thresholds of decision speed and flatness (model 4.1).

use crate::document::Code;
use crate::document::reader::Reader;
use crate::lens::decision_speed::{Hours, Rules, Unit};

/// What `kind` says.
pub(super) const KIND: &str = "decision_speed";

/// Texts that results cannot do without, by group.
pub(super) const TEXTS: &[(&str, &[&str])] = &[
    ("asked", &["enough"]),
    ("states", &["in_time", "late", "window_missed"]),
    (
        "results",
        &[
            "mean_layers",
            "max_layers",
            "least_layers",
            "excess_layers",
            "flatness",
            "implied_span",
            "in_time_share",
            "realtime_share",
            "near_front_share",
            "late_hours",
            "late_hours_saved",
            "match_share",
            "unseen",
        ],
    ),
    (
        "findings",
        &[
            "late_hours",
            "push_down",
            "standing_delegate",
            "still_late",
            "paper_right",
            "hidden_wait",
            "no_single_owner",
            "owner_below_decision",
            "lowest_conditions",
        ],
    ),
];

pub(super) fn rules(root: Reader) -> Rules {
    let own = root.field("parameters");
    let hours = |name| {
        root.filled_list(name)
            .read(|entry| Hours { label: entry.text("label"), hours: entry.number("hours", 0, 8760) })
    };
    let count = |name| own.whole(name, 1, 100) as usize;
    Rules {
        late: own.number("late", 1, 1000),
        realtime_hours: own.number("realtime_hours", 0, 8760),
        act_floor: own.number("act_floor", 0, 8760),
        default_span: own.number("default_span", 1, 1000),
        shortlist: count("shortlist"),
        near_front_height: own.number("near_front_height", 0, 20),
        week_hours: own.number("week_hours", 1, 168),
        lowest_conditions: count("lowest_conditions"),
        fewest_decisions: count("fewest_decisions"),
        most_metrics: count("most_metrics"),
        units: root.filled_list("units").read(unit),
        time_options: hours("time_options"),
        forum_options: hours("forum_options"),
    }
}

fn unit(entry: Reader) -> Unit {
    let written = entry.field("written");
    let forms: Vec<String> = written.items().read(Reader::filled);
    let written = <[String; 2]>::try_from(forms).unwrap_or_else(|_| {
        written.problem(Code::OutOfRange, "needs two texts, of one and of many");
        Default::default()
    });
    Unit {
        hours: entry.number("hours", 0, 8760),
        from: entry.optional("from").map_or(f64::INFINITY, |own| own.as_number(0, 8760)),
        written,
        tick: entry.optional("tick").map(Reader::filled).unwrap_or_default(),
    }
}
