//! What a plan holds: at most three moves and one watch (model 3.2).

use super::Reason;
use super::focus::Focus;
use crate::scoring::ConfidenceLevel;
use crate::survey::{CapabilityId, ItemId, RoleId};

/// What a move is for.
#[derive(Clone, Debug, PartialEq)]
pub enum MoveKind {
    /// A step in a capability of the focus role.
    Focus {
        /// Which capability.
        capability: CapabilityId,
        /// The level whose step is taken.
        level: u8,
        /// The item that lags behind the other one, if they differ.
        lower_side: Option<ItemId>,
    },
    /// A step in a capability that a chosen one leans on.
    Enabler {
        /// Which capability.
        capability: CapabilityId,
        /// The level whose step is taken.
        level: u8,
        /// The chosen capability that leans on it.
        supports: CapabilityId,
    },
    /// Fewer unplanned requests.
    MakeRoom,
    /// More evidence and more views.
    Evidence,
    /// What a lens has found, in place of the supporting move the rules propose.
    Finding(Finding),
}

/// A finding of a lens that a person has put into the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The lens.
    pub lens: String,
    /// What it was called then.
    pub name: String,
    /// The finding, as the lens names it.
    pub finding: String,
    /// What to do, as it was said then.
    pub action: String,
}

impl MoveKind {
    /// Whether both are one step to take, whichever side of it lags and whatever it serves.
    pub fn is_same_step(&self, other: &Self) -> bool {
        let step = |own: &Self| match own {
            Self::Focus { capability, level, .. } | Self::Enabler { capability, level, .. } => {
                Some((capability.clone(), *level))
            }
            Self::MakeRoom | Self::Evidence | Self::Finding(_) => None,
        };
        match (step(self), step(other)) {
            (None, None) => self == other,
            (own, others) => own == others,
        }
    }
}

/// One move.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// What it is for.
    pub kind: MoveKind,
    /// Why.
    pub reason: Reason,
}

/// What to keep an eye on, without work.
#[derive(Clone, Debug, PartialEq)]
pub struct Watch {
    /// The role.
    pub role: RoleId,
    /// Its strongest capability.
    pub capability: Option<CapabilityId>,
}

/// The plan of 90 days.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The focus it serves.
    pub focus: Focus,
    /// Three moves at most; none when targets are due.
    pub moves: Vec<Move>,
    /// What to keep an eye on.
    pub watch: Option<Watch>,
    /// How far the picture can be trusted.
    pub confidence: ConfidenceLevel,
}
