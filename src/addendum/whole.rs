//! The types of it.

use crate::answers::Rating;
use crate::history::Targets;
use crate::plan::{Finding, Underway};
use crate::survey::{ById, ItemId, RoleId};
use std::rc::Rc;

/// Everything added to one wave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Addendum {
    /// A new name of the assessed unit; stands at the baseline and holds for all its waves.
    pub scope: Option<String>,
    /// The group its person speaks for, in the person's own words; `None` leaves what the wave says.
    pub group: Option<String>,
    /// Answers of a baseline as their person would give them today (model 2.7.6).
    pub restated: ById<ItemId, Restatement>,
    /// Own targets from this wave on; `None` leaves those of the wave before in force (model 2.8).
    pub targets: Option<Targets>,
    /// The focus a person chose instead of the proposed one (model 3.1).
    pub choice: Option<FocusChoice>,
    /// The finding of a lens that a person put in place of the proposed supporting move.
    pub support: Option<Finding>,
    /// The 90 days begun after this wave, in order (model 3.2).
    pub begun: Vec<Underway>,
    /// When something was last added, milliseconds since 1970; of two states of one addendum the later counts.
    pub touched_ms: f64,
    /// What its file says beyond all this, to be written back as it is.
    pub beyond: Option<Rc<str>>,
}

/// A baseline answer seen with today's eyes; the original stays beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Restatement {
    /// What the answer would be.
    pub rating: Rating,
    /// Why.
    pub reason: String,
}

/// A focus of the person's own choice.
#[derive(Clone, Debug, PartialEq)]
pub struct FocusChoice {
    /// The role.
    pub role: RoleId,
    /// Why.
    pub reason: String,
}

/// Addenda by the name of their wave.
pub type Addenda = ById<String, Addendum>;
