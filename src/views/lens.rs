//! The lenses: what each says as a picture and a short list of findings, and how it is answered.

mod bars;
pub mod operating_model;
mod shown;

pub use shown::{Finding, Shown};
