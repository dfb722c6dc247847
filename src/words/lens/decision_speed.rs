//! Words of the decision speed lens.

/// Every word of its results in one language; the English below shows what each is for.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct DecisionSpeed {
    pub chart: &'static str,
}

/// English.
pub(super) const EN: DecisionSpeed = DecisionSpeed { chart: "Decisions by window and time needed" };
