//! Words of this part of the interface.

/// See the fields.
#[derive(Debug)]
pub struct Results {
    /// The name of the product.
    pub brand: &'static str,
}

/// English.
pub(super) const EN: Results = Results { brand: "Maturity radar" };
