//! Decision speed and flatness (model 4.1): layers, waits, hours when nobody is there, metrics, conditions.

mod flatness;
mod latency;
mod metrics;
mod unseen;

pub use flatness::{Flatness, Stream, StreamRead, flatness};
pub use latency::{
    Decision, DecisionRead, Decisions, Exposure, Right, ShortlistKind, Shortlisted, Timing, decisions,
};
pub use metrics::{Metric, MetricRead, Metrics, Mismatch, Owner, metrics};
pub use unseen::{closed_hours, unseen};

use super::points::rated;
use super::{Entry, Lens, LensAnswers, Sheet, anchored_mean};
use crate::lens::lowest_first;

/// The part whose rows are key metrics.
pub const METRICS: &str = "metrics";

/// Thresholds and offers of this lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// Up to so many windows a decision is late, beyond it the window is missed.
    pub late: f64,
    /// A decision with a window of so many hours or less counts as real-time.
    pub realtime_hours: f64,
    /// The least a decision takes, in hours.
    pub act_floor: f64,
    /// People per manager where nothing else was said: an assumption for arithmetic.
    pub default_span: f64,
    /// Most entries of the shortlist.
    pub shortlist: usize,
    /// Up to so many steps above the work a decision is near the front.
    pub near_front_height: f64,
    /// Hours of a week.
    pub week_hours: f64,
    /// How many of the lowest conditions are named.
    pub lowest_conditions: usize,
    /// How many decisions make a useful picture; fewer give results all the same.
    pub fewest_decisions: usize,
    /// How many key metrics are enough.
    pub most_metrics: usize,
    /// Units in which times are written, smallest first.
    pub units: Vec<Unit>,
    /// Waits to choose from.
    pub time_options: Vec<Hours>,
    /// Intervals of scheduled meetings to choose from.
    pub forum_options: Vec<Hours>,
}

/// A unit of working time.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Working hours of one.
    pub hours: f64,
    /// The least time, in hours, that is written in this unit; infinite where none is.
    pub from: f64,
    /// How one of it, and many, are written; `{n}` is the number.
    pub written: [String; 2],
    /// How one of it is written at an axis; empty where it is not.
    pub tick: String,
}

/// A length of time in words and in working hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours {
    /// In words.
    pub label: String,
    /// Working hours.
    pub hours: f64,
}

/// Everything this lens says.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Layers (A).
    pub flatness: Flatness,
    /// Waits (B).
    pub decisions: Decisions,
    /// Average wait until somebody is there, in calendar hours (C); `None` where nothing usable was said.
    pub unseen: Option<f64>,
    /// Accountability and authority (D).
    pub metrics: Metrics,
    /// Mean of the conditions, 0 to 100 (E).
    pub conditions: Option<f64>,
    /// The lowest conditions, lowest first.
    pub lowest_conditions: Vec<String>,
}

/// Computes what the answers allow.
pub fn results(rules: &Rules, lens: &Lens, answers: &LensAnswers) -> Results {
    let sheet = |part| Sheet::of(lens, answers, part);
    let rows = |part| sheet(part).map(|sheet| sheet.rows()).unwrap_or_default();
    let streams: Vec<Stream> = rows("layers").iter().map(stream).collect();
    let span = sheet("layers").and_then(|sheet| sheet.once().number("span"));
    let cases: Vec<Decision> = rows("decisions").iter().map(decision).collect();
    let heights: Vec<(String, f64)> =
        cases.iter().filter_map(|own| Some((own.id.clone(), own.height?))).collect();
    let owned: Vec<Metric> = rows(METRICS).iter().map(metric).collect();
    let conditions = rows("conditions");
    let mut lowest: Vec<(f64, &str)> =
        conditions.iter().filter_map(|entry| Some((rated(entry)?.0, entry.key))).collect();
    lowest_first(&mut lowest, |own| own.0);
    Results {
        flatness: flatness(rules, &streams, span),
        decisions: decisions(rules, &cases),
        unseen: open_hours(&rows("unseen")).and_then(|open| {
            let closed = closed_hours(&open, rules.week_hours)?;
            unseen(&closed, rules.week_hours)
        }),
        metrics: metrics(&owned, &heights),
        conditions: anchored_mean(conditions.iter().filter_map(rated)),
        lowest_conditions: lowest
            .iter()
            .take(rules.lowest_conditions)
            .map(|(_, key)| (*key).to_owned())
            .collect(),
    }
}

fn stream(entry: &Entry) -> Stream {
    Stream {
        name: entry.name("stream_name").to_owned(),
        headcount: entry.number("headcount"),
        layers: entry.number("layers"),
    }
}

fn decision(entry: &Entry) -> Decision {
    Decision {
        id: entry.key.to_owned(),
        height: entry.number("height"),
        knowledge: entry.number("knowledge"),
        stops: entry.number("stops"),
        wait: entry.number("wait"),
        forum: entry.number("forum"),
        window: entry.number("window"),
        per_month: entry.number("per_month"),
        observed: entry.number("observed"),
        right: entry.text("right").and_then(Right::of),
        reversible: entry.flag("reversible"),
        exposure: entry.text("exposure").and_then(Exposure::of),
    }
}

fn metric(entry: &Entry) -> Metric {
    Metric {
        name: entry.name("metric_name").to_owned(),
        owner: entry.text("metric_owner").and_then(Owner::of),
        owner_height: entry.number("owner_height"),
        levers: entry.many("levers").into_iter().map(str::to_owned).collect(),
    }
}

/// Open hours of the week; `None` unless every row that was begun can be read, as one left out would lie.
fn open_hours(rows: &[Entry]) -> Option<Vec<[f64; 2]>> {
    if rows.is_empty() {
        return None;
    }
    rows.iter().map(|entry| Some([entry.number("from")?, entry.number("to")?])).collect()
}
