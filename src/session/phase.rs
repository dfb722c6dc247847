//! What a widget has on screen.

use super::Answering;
#[cfg(feature = "results")]
use super::{LensPage, Typed};

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// Storage has not answered yet.
    Opening,
    /// The first screen.
    Welcome,
    /// The survey.
    Answering(Box<Answering>),
    /// The results of the latest wave, against the baseline if there are two.
    Results,
    /// Two waves of the person's choice, as results.
    Compared {
        /// Name of the earlier one.
        base: String,
        /// Name of the later one.
        now: String,
    },
    /// Own targets.
    Targets,
    /// Focus, moves and the 90 days.
    Plan,
    /// All waves.
    History,
    /// What several people said.
    #[cfg(feature = "results")]
    Team {
        /// The two groups that are held against each other; `None` for oneself and everybody else.
        groups: Option<[String; 2]>,
    },
    /// The lenses to choose from.
    #[cfg(feature = "results")]
    Lenses,
    /// A page of one lens; of its document nothing is shown before it is there.
    #[cfg(feature = "results")]
    Lens {
        /// The lens.
        lens: String,
        /// Which page.
        page: LensPage,
        /// The number being typed, as it was typed.
        typed: Option<Typed>,
    },
    /// Everything on pages to print.
    #[cfg(feature = "results")]
    Report,
    /// The example results.
    Example,
    /// How scores are made, and what they rest on.
    Method,
    /// What is kept here, to download or erase.
    Data {
        /// Whether erasing waits for a confirmation.
        confirming: bool,
    },
}
