//! Wire formats: what files look like, apart from what the program believes.
//!
//! Reading is strict and total: it gives either the whole thing or a list of [`Problem`]s, each with a code
//! and a JSON pointer, and it never panics. Nothing read is ever run or shown as anything but text.

#[cfg(feature = "results")]
pub mod addendum;
pub mod answers;
#[cfg(feature = "results")]
mod beyond;
#[cfg(feature = "results")]
pub mod calendar;
#[cfg(feature = "results")]
pub mod check;
#[cfg(feature = "results")]
pub mod csv;
pub mod draft;
pub mod files;
#[cfg(feature = "results")]
pub mod history;
#[cfg(feature = "results")]
pub mod lens;
#[cfg(feature = "results")]
pub mod link;
#[cfg(feature = "results")]
pub mod next_steps;
mod parser;
mod problem;
mod reader;
#[cfg(feature = "results")]
pub mod results;
pub mod survey;
mod tree;
mod writer;

pub use problem::{Code, Problem};
pub use tree::Tree;
pub use writer::Writer;
