//! Views: one file per screen or part, in screen order. Values and callbacks come in, HTML goes out.

pub mod charts;
pub mod results;
pub mod markup;
