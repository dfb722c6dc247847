//! Words of this part of the interface.

/// See the fields.
#[derive(Debug)]
pub struct Shell {
    /// The name of the product.
    pub brand: &'static str,
}

/// English.
pub(super) const EN: Shell = Shell { brand: "Maturity radar" };
