//! Words of the martech lens.

/// Every word of its results in one language; the English below shows what each is for.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Martech {
    pub chart: &'static str,
}

/// English.
pub(super) const EN: Martech = Martech { chart: "Platforms by placement" };
