//! Whether who answers for a metric can also act on it (model 4.1 D).

use crate::lens::points::share;

/// Who is accountable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// One person.
    Single,
    /// Several people.
    Shared,
    /// Nobody.
    Nobody,
}

impl Owner {
    /// The kind of this name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "single" => Some(Self::Single),
            "shared" => Some(Self::Shared),
            "none" => Some(Self::Nobody),
            _ => None,
        }
    }
}

/// A key metric as it was entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metric {
    /// What it is called.
    pub name: String,
    /// Who is accountable.
    pub owner: Option<Owner>,
    /// The owner's level, in steps up from the people doing the work.
    pub owner_height: Option<f64>,
    /// The decisions that move it most.
    pub levers: Vec<String>,
}

/// Why owner and decisions do not match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// No one person owns it.
    NoSingleOwner,
    /// The owner ranks below a decision that drives it.
    OwnerBelowDecision,
}

impl Mismatch {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoSingleOwner => "no_single_owner",
            Self::OwnerBelowDecision => "owner_below_decision",
        }
    }
}

/// What is known of one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricRead {
    /// What it is called.
    pub name: String,
    /// Whether who answers for it can act; `None` where nobody can tell from the answers.
    pub matches: Option<bool>,
    /// Why not.
    pub why: Option<Mismatch>,
    /// Levers that are decided above the owner.
    pub blocked: Vec<String>,
}

/// What is known of all metrics.
#[derive(Clone, Debug, PartialEq)]
pub struct Metrics {
    /// In the order in which they were entered.
    pub metrics: Vec<MetricRead>,
    /// Share that matches in percent, among those of which it is known.
    pub match_share: Option<f64>,
}

/// Holds metrics against the levels at which their levers are decided, by decision.
pub fn metrics(entered: &[Metric], heights: &[(String, f64)]) -> Metrics {
    let read: Vec<MetricRead> = entered.iter().map(|own| read_one(own, heights)).collect();
    let judged = read.iter().filter(|read| read.matches.is_some()).count();
    let matching = read.iter().filter(|read| read.matches == Some(true)).count();
    Metrics { match_share: share(matching as f64, judged as f64), metrics: read }
}

fn read_one(own: &Metric, heights: &[(String, f64)]) -> MetricRead {
    let mut blocked = Vec::new();
    let mut all_known = !own.levers.is_empty();
    for lever in &own.levers {
        let height = heights.iter().find(|(id, _)| id == lever).map(|(_, height)| *height);
        match height.zip(own.owner_height.filter(|height| height.is_finite())) {
            Some((height, owner)) if height > owner => blocked.push(lever.clone()),
            Some(_) => {}
            None => all_known = false,
        }
    }
    let (matches, why) = match own.owner {
        None => (None, None),
        Some(Owner::Shared | Owner::Nobody) => {
            blocked.clear();
            (Some(false), Some(Mismatch::NoSingleOwner))
        }
        Some(Owner::Single) if !blocked.is_empty() => (Some(false), Some(Mismatch::OwnerBelowDecision)),
        Some(Owner::Single) => (all_known.then_some(true), None),
    };
    MetricRead { name: own.name.clone(), matches, why, blocked }
}
