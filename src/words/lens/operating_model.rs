//! Words of the operating model lens.

/// Every word of its results in one language; the English below shows what each is for.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct OperatingModel {
    pub chart: &'static str,
}

/// English.
pub(super) const EN: OperatingModel = OperatingModel { chart: "Parts of the model by use" };
