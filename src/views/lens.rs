//! The lenses: what each says as a picture and a short list of findings, and how it is answered.

pub mod abm;
mod bars;
mod counted;
pub mod martech;
mod shown;
mod track;

pub use shown::{Finding, Shown};
