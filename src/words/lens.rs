//! Words of the lenses besides those of their documents. Placeholders stand in braces; `[one, many]` is
//! singular and plural.

mod abm;
mod decision_speed;
mod martech;
mod operating_model;

pub use abm::Abm;
pub use decision_speed::DecisionSpeed;
pub use martech::Martech;
pub use operating_model::OperatingModel;

/// Every word around the lenses in one language; the English below shows what each is for.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Lens {
    pub kicker: &'static str,
    pub decision_speed: DecisionSpeed,
    pub martech: Martech,
    pub operating_model: OperatingModel,
    pub abm: Abm,
}

/// English.
pub(super) const EN: Lens = Lens {
    kicker: "Lens: {lens}",
    decision_speed: decision_speed::EN,
    martech: martech::EN,
    operating_model: operating_model::EN,
    abm: abm::EN,
};
