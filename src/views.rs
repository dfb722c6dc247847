//! Views: one file per screen or part, in screen order. Values and callbacks come in, HTML goes out.

pub mod app;
pub mod effects;
pub mod frame;
pub mod welcome;
pub mod question;
pub mod effort;
pub mod aim;
pub mod progress;
pub mod review;
#[cfg(feature = "results")]
pub mod results;
#[cfg(feature = "results")]
pub mod targets;
#[cfg(feature = "results")]
pub mod plan;
#[cfg(feature = "results")]
pub mod waves;
pub mod charts;
#[cfg(feature = "results")]
pub mod method;
#[cfg(feature = "results")]
pub mod data;
pub mod notice;
pub mod icon;
pub mod markup;
