//! What to do next: one focus role, at most three moves, one watch, each with its reasons (model 3.1, 3.2).

#[cfg(feature = "results")]
mod calendar;
mod focus;
mod moves;
#[cfg(feature = "results")]
mod making;
mod underway;
#[cfg(feature = "results")]
mod next_steps;

#[cfg(feature = "results")]
pub use calendar::{Appointment, Calendar, Phase, Reassess, Schedule, appointments};
pub use focus::{Focus, FocusState, KeptFocus, RolePriority, focus, gap};
#[cfg(feature = "results")]
pub use making::{Situation, plan};
pub use moves::{Finding, Move, MoveKind, Plan, Watch};
#[cfg(feature = "results")]
pub use next_steps::{LookCloser, NextSteps};
pub use underway::{Decision, MoveCheck, MoveState, Outcome, Undertaking, Underway};

/// Why something is recommended; the survey brings the sentence under `reasons/<name>` (model 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The role was named as the aim.
    Aim,
    /// The role was named as second aim and has further to go.
    SecondAim,
    /// The role has the furthest to go although it was not named.
    OtherThanAim,
    /// No aim was named.
    NoAim,
    /// It is short of its own targets.
    Gap,
    /// There are no targets; one level up is assumed.
    ProvisionalGap,
    /// Others are just as near.
    CloseCall,
    /// Something it depends on is missing.
    Prerequisite,
    /// Unplanned requests take too much time.
    ReactiveLoad,
    /// The picture rests on little evidence.
    Confidence,
    /// A strong role that must not suffer.
    Protect,
    /// A person chose a finding of a lens.
    Finding,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 12] = [
        Self::Aim,
        Self::SecondAim,
        Self::OtherThanAim,
        Self::NoAim,
        Self::Gap,
        Self::ProvisionalGap,
        Self::CloseCall,
        Self::Prerequisite,
        Self::ReactiveLoad,
        Self::Confidence,
        Self::Protect,
        Self::Finding,
    ];

    /// Its name in documents and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Aim => "R_AIM",
            Self::SecondAim => "R_AIM_SECOND",
            Self::OtherThanAim => "R_AIM_OTHER",
            Self::NoAim => "R_NO_AIM",
            Self::Gap => "R_GAP",
            Self::ProvisionalGap => "R_GAP_PROVISIONAL",
            Self::CloseCall => "R_CLOSE_CALL",
            Self::Prerequisite => "R_PREREQ",
            Self::ReactiveLoad => "R_REACTIVE_LOAD",
            Self::Confidence => "R_CONFIDENCE",
            Self::Protect => "R_PROTECT",
            Self::Finding => "R_LENS",
        }
    }
}
