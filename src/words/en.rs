//! English.

use super::{Words, answering, shell};

/// All words in English.
pub(super) static WORDS: Words = Words {
    shell: shell::EN,
    answering: answering::EN,
    #[cfg(feature = "results")]
    results: super::results::EN,
    #[cfg(feature = "results")]
    pair: super::results::EN_PAIR,
    #[cfg(feature = "results")]
    targets: super::targets::EN,
    #[cfg(feature = "results")]
    waves: super::waves::EN,
    #[cfg(feature = "results")]
    plan: super::plan::EN,
    #[cfg(feature = "results")]
    team: super::team::EN,
    #[cfg(feature = "results")]
    carry: super::carry::EN,
    #[cfg(feature = "results")]
    lens: super::lens::EN,
};
