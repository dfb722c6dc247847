//! Names that stand twice in one object.

use crate::document::Tree;

/// Whether a name stands twice among many.
pub(super) fn names_repeat(fields: &[(String, Tree)]) -> bool {
    // Numbers are sorted faster than texts; only where two are the same the texts are looked at.
    let mut names: Vec<(u64, &str)> = fields.iter().map(|(name, _)| (digest(name), name.as_str())).collect();
    names.sort_unstable();
    names.windows(2).any(|pair| pair.first() == pair.last())
}

/// A number that is nearly always another one for another text (FNV-1a).
fn digest(text: &str) -> u64 {
    let mix = |digest: u64, byte: u8| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}
