//! What was added to a wave later: beside its answers, which stay as they were given.
//!
//! The small program neither reads nor shows any of it, and carries none of it.

#[cfg(feature = "results")]
mod whole;

#[cfg(feature = "results")]
pub use whole::{Addenda, Addendum, FocusChoice, Restatement};

/// Nothing, in the small program.
#[cfg(not(feature = "results"))]
pub type Addendum = ();

/// Nothing, in the small program.
#[cfg(not(feature = "results"))]
pub type Addenda = ();
