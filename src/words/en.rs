//! English.

use super::{Words, answering, results, shell};

/// All words in English.
pub(super) static WORDS: Words = Words { shell: shell::EN, answering: answering::EN, results: results::EN };
