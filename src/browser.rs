//! The only home of the browser: clock, figures, storage, files, focus. It knows bytes and strings, no survey.

pub mod clock;
pub mod file;
pub mod focus;
pub mod intl;
pub mod json;
mod request;
pub mod store;
