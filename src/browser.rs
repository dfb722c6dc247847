//! The only home of the browser: clock, figures, and the page around the widget. It knows texts, no survey.

pub mod clock;
pub mod host;
pub mod intl;
