//! Names that stand twice in one object.

use crate::document::Tree;

/// Whether a name stands twice among many.
pub(super) fn names_repeat(fields: &[(String, Tree)]) -> bool {
    let mut names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.windows(2).any(|pair| pair.first() == pair.last())
}
