//! Words of the ABM lens.

/// Every word of its results in one language; the English below shows what each is for.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Abm {
    pub chart: &'static str,
}

/// English.
pub(super) const EN: Abm = Abm { chart: "Structures by fit" };
