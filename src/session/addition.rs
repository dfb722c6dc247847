//! What a person adds to a wave once it is complete: targets, focus, the life of the plan, second thoughts.

use crate::history::Date;
use crate::plan::{Decision, Finding, MoveState, Outcome};
use crate::survey::{CapabilityId, ItemId, RoleId};

/// One thing added.
#[derive(Clone, Debug, PartialEq)]
pub enum Addition {
    /// A target was set or taken back; without one the capability is to hold.
    TargetSet {
        /// Of which capability.
        capability: CapabilityId,
        /// Points to reach, 0 to 100.
        points: Option<f64>,
    },
    /// The day of a target was set or emptied.
    TargetDated {
        /// Of which capability.
        capability: CapabilityId,
        /// The day.
        by: Option<Date>,
    },
    /// A focus was chosen, or the proposed one again.
    FocusChosen {
        /// The role; `None` for the proposed one.
        role: Option<RoleId>,
    },
    /// The reason for the own choice was typed.
    FocusExplained {
        /// The whole reason.
        reason: String,
    },
    /// A finding of a lens was put in place of the supporting move, or the proposed one again.
    SupportChosen {
        /// The finding; `None` for the proposed move.
        finding: Option<Finding>,
    },
    /// 'Begin these 90 days' was pressed.
    PlanBegun,
    /// The moves that are proposed now were taken over.
    MovesRenewed,
    /// Something was noted on a move of the plan that was begun last.
    MoveNoted {
        /// Position of the move, from 0.
        index: usize,
        /// What.
        change: MoveChange,
    },
    /// A baseline answer was restated, or the restatement taken back.
    Restated {
        /// Which item.
        item: ItemId,
        /// The anchor, counted as the scale counts.
        anchor: Option<u8>,
    },
    /// The reason for a restatement was typed.
    RestatementExplained {
        /// Which item.
        item: ItemId,
        /// The whole reason.
        reason: String,
    },
}

/// What is noted on one move.
#[derive(Clone, Debug, PartialEq)]
pub enum MoveChange {
    /// Who sees to it.
    Owner(String),
    /// The day it begins.
    Start(Option<Date>),
    /// How far it came.
    State(MoveState),
    /// What shows it.
    Evidence(String),
    /// What the check found.
    Outcome(Outcome),
    /// What shows that.
    OutcomeShown(String),
    /// What follows.
    Decision(Decision),
}
