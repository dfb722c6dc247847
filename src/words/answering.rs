//! Words of this part of the interface.

/// See the fields.
#[derive(Debug)]
pub struct Answering {
    /// The name of the product.
    pub brand: &'static str,
}

/// English.
pub(super) const EN: Answering = Answering { brand: "Maturity radar" };
