//! From answers to scores, levels and readings: pure functions, each one section of the model.
//!
//! Every score is a weighted sum of answers, and its coefficients are kept, because they give the noise
//! of the score and of any difference (model 2.1).

mod balance;
mod confidence;
mod dominance;
mod effort;
mod levels;
mod score;

pub use balance::{Balance, Lean, OverallBalance, Tilt, Zone, balance};
pub use confidence::{Confidence, ConfidenceLevel, Shortfall, confidence};
pub use dominance::{Dominance, DominanceKind, Lead, dominance};
pub use effort::{EffortMix, EffortReading, effort_mix};
pub use levels::{LevelReading, level_of, near_level};
pub use score::{
    CapabilityScore, CapabilityStatus, Figure, RoleScore, RoleStatus, Scores, Weights, score, score_facet,
};

/// Slack for comparisons of figures that are sums of fractions.
pub(crate) const ROUNDING: f64 = 1e-9;
