//! ABM structure fit (model 4.4): is the strategy settled, and which structure would carry it.

mod fit;
mod readiness;

pub use fit::{Fit, Fitted, Modifier, Structure, Weight, fit};
pub use readiness::{Readiness, readiness};

use super::{ElementId, Lens, LensAnswers, Sheet};

/// Thresholds, conditions and structures of this lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// Structures less than so many points behind are treated as equal.
    pub close: f64,
    /// Readiness from which on a structure can be chosen.
    pub ready: f64,
    /// Fit from which on an open structure supports another.
    pub support: f64,
    /// A condition of this value or more speaks for a structure.
    pub for_from: f64,
    /// A condition of this value or less speaks against it.
    pub against_to: f64,
    /// Most reasons for and against.
    pub most_reasons: usize,
    /// Where a condition that should be medium is best.
    pub peak: f64,
    /// What it loses for each step away from there.
    pub peak_slope: f64,
    /// Items on the way from leads to accounts.
    pub index: Vec<ElementId>,
    /// Items that need a rating before a structure is chosen, with that rating.
    pub gates: Vec<(ElementId, f64)>,
    /// Short keys of conditions with their elements.
    pub conditions: Vec<(String, ElementId)>,
    /// Highest value of a condition.
    pub top: f64,
    /// The structures.
    pub structures: Vec<Structure>,
    /// Structures that go together, by key.
    pub compatible: Vec<[String; 2]>,
}

/// Everything this lens says.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Whether the strategy is settled (A).
    pub readiness: Readiness,
    /// How well the structures fit (C).
    pub fit: Fit,
}

/// Computes what the answers allow.
pub fn results(rules: &Rules, lens: &Lens, answers: &LensAnswers) -> Results {
    let rows = |part| Sheet::of(lens, answers, part).map(|sheet| sheet.rows()).unwrap_or_default();
    let rated = rows("readiness")
        .iter()
        .filter_map(|entry| {
            super::points::rated(entry).map(|(rating, scale)| (ElementId::new(entry.key), rating, scale))
        })
        .collect::<Vec<_>>();
    let readiness = readiness(rules, &rated);
    let mut known = Vec::new();
    for entry in rows("conditions") {
        let key = rules.conditions.iter().find(|(_, id)| id.as_str() == entry.key);
        if let (Some((key, _)), Some(value)) = (key, entry.number("value")) {
            known.push((key.clone(), value));
        }
    }
    Results { fit: fit(rules, &known, readiness.strategy_first), readiness }
}
