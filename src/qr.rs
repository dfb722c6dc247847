//! A text as a QR code: a matrix of dark and light modules, to be drawn by a view.
//!
//! The quiet zone of [`QUIET`] light modules on every side is not part of the matrix.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules a reader needs on every side.
pub const QUIET: usize = 4;

/// A square of modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    size: usize,
    dark: Vec<bool>,
}

impl Matrix {
    /// The smallest code for a text, with error correction M (15 % of it may be lost) or better where that
    /// needs no larger code; `None` for more than 2331 bytes, which no code holds.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
        let mut dark = Vec::new();
        for y in 0..code.size() {
            for x in 0..code.size() {
                dark.push(code.get_module(x, y));
            }
        }
        Some(Self { size: code.size() as usize, dark })
    }

    /// Modules on each side, 21 to 177.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Whether a module is dark, counted from the top left; everything outside the matrix is light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && y < self.size && self.dark.get(y * self.size + x).copied().unwrap_or_default()
    }
}
