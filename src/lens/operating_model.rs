//! Marketing operating model (model 4.3): which parts of it exist, which are used, and what fits where.

mod complexity;
mod flow;
mod forces;
mod grid;
mod helix;
mod lag;
mod local;
mod planning;
mod rightsizing;
mod sourcing;
mod start;
mod whole;

pub use complexity::{Complexity, Depth, band_points, complexity};
pub use flow::{Flow, flow};
pub use forces::{ForceGap, Forces, GapReading, Lean, force_gap, forces};
pub use grid::{Cell, CellRead, Grid, grid};
pub use helix::{Helix, Holder, RightState, helix};
pub use lag::{LagReading, ShiftLag, shift_lag};
pub use local::{Market, MarketFit, Place, Size, blueprint, market_fit};
pub use planning::{Dates, OrderBreak, Planning, planning};
pub use rightsizing::{Tool, ToolStep, idle_spend, right_size};
pub use sourcing::{Sourced, Sourcing, sourcing};
pub use start::{StartGate, start_gate};
pub use whole::{Results, results};

use super::{ElementId, Entry, LensAnswers, Value};

/// The fields with limits of one's own for major and mid-sized markets.
pub const LIMITS: [&str; 2] = ["major_share", "mid_share"];

/// Thresholds and maps of this lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// Lower bounds of the second and third band of each count, by field.
    pub bands: Vec<(String, [f64; 2])>,
    /// How much model is needed, each up to so many points, fewest first.
    pub depths: Vec<(Depth, f64)>,
    /// A written design of this value counts fully.
    pub design_enough: f64,
    /// Over-detailed: design from the first, use up to the second.
    pub over_built: [f64; 2],
    /// Written and hardly used: design from the first, use up to the second.
    pub shelf: [f64; 2],
    /// Used and not written: design up to the first, use from the second.
    pub hidden_practice: [f64; 2],
    /// Points from which on shifts and grid are out of step.
    pub lag: f64,
    /// Need from which on a capability belongs in-house.
    pub in_house_need: f64,
    /// Need from which on it is best hybrid.
    pub hybrid_need: f64,
    /// Below so many points either way the forces decide nothing.
    pub force_strong: f64,
    /// Conflict from which on the forces decide nothing, 0 to 1.
    pub conflict_mixed: f64,
    /// Points for one step of a force.
    pub force_points: f64,
    /// Points from which on the state is away from the forces.
    pub force_gap: f64,
    /// Revenue share from which on a market is major, in percent.
    pub major_share: f64,
    /// Revenue share from which on it is mid-sized.
    pub mid_share: f64,
    /// Kinds of market that are small whatever their share.
    pub small_kinds: Vec<String>,
    /// Who does what in a major, mid-sized and small market.
    pub local: Vec<(ElementId, [Place; 3])>,
    /// Below this share of used functions a tool is examined, in percent.
    pub util_low: f64,
    /// Days for writing a use case before a tool is retired.
    pub retire_days: f64,
    /// The phase that says whether a plan is used.
    pub use_phase: String,
    /// Entries that tell that a plan is not used, and that it is too long.
    pub unused: ElementId,
    /// As above.
    pub too_elaborate: ElementId,
    /// Whose right each is in the split: the central leader's where `true`.
    pub helix: Vec<(ElementId, bool)>,
    /// Gates by entry, the first that is not there at all counts.
    pub gates: Vec<(String, ElementId)>,
    /// What is said where none of them is shut.
    pub open_gate: String,
    /// The answer that says there is one market: part, field and value.
    pub one_market: (String, String, f64),
    /// Parts that make no sense with one market.
    pub one_market_skips: Vec<String>,
}

impl Rules {
    /// Revenue shares from which on a market is major and mid-sized, in percent: those entered in `once`, else the
    /// usual ones.
    pub fn limits(&self, once: Option<&Entry>) -> [f64; 2] {
        let [major, mid] = LIMITS.map(|field| once.and_then(|own| own.number(field)));
        [major.unwrap_or(self.major_share), mid.unwrap_or(self.mid_share)]
    }

    /// Whether a part makes no sense with the one market that was said.
    pub fn may_skip(&self, part: &str, answers: &LensAnswers) -> bool {
        let (of, field, value) = &self.one_market;
        let is_one = || answers.get(of, None, field) == Some(&Value::Number(*value));
        self.one_market_skips.iter().any(|own| own == part) && is_one()
    }
}
