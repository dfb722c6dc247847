//! Structure follows strategy: whether what ABM is for is settled (model 4.4 A).

use super::Rules;
use crate::lens::{ElementId, anchored_mean};

/// Whether a structure can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// Mean of the items, 0 to 100; `None` where none was rated.
    pub score: Option<f64>,
    /// 0 leads, 100 accounts.
    pub lead_account_index: Option<f64>,
    /// Whether the strategy comes first; `None` where the answers leave it open.
    pub strategy_first: Option<bool>,
    /// Items whose rating keeps the gate shut.
    pub blockers: Vec<ElementId>,
}

/// Reads the items that were rated, each with its rating and the ends of its scale.
pub fn readiness(rules: &Rules, rated: &[(ElementId, f64, [f64; 2])]) -> Readiness {
    let rating = |id: &ElementId| rated.iter().find(|(own, ..)| own == id).map(|(_, rating, _)| *rating);
    let score = anchored_mean(rated.iter().map(|(_, rating, scale)| (*rating, *scale)));
    let on_the_way = rated.iter().filter(|(id, ..)| rules.index.contains(id));
    let below = |gate: &&(ElementId, f64)| rating(&gate.0).is_some_and(|rating| rating < gate.1);
    let blockers: Vec<ElementId> = rules.gates.iter().filter(below).map(|(id, _)| id.clone()).collect();
    let all_known = rules.gates.iter().all(|(id, _)| rating(id).is_some());
    let strategy_first = match score {
        _ if !blockers.is_empty() => Some(true),
        Some(score) if all_known => Some(score < rules.ready),
        _ => None,
    };
    let lead_account_index = anchored_mean(on_the_way.map(|(_, rating, scale)| (*rating, *scale)));
    Readiness { score, lead_account_index, strategy_first, blockers }
}
