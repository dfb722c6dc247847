//! Maturity Radar: a web widget with which leaders of B2B marketing assess their own organization.
//!
//! The module list is the data flow:
//!
//! ```text
//! surveys/*.json -> document -> SURVEY -> ANSWERS -> SCORING -> HISTORY -> TEAM, PLAN -> CYCLE -> RADAR -> views
//! views/app <-> session (state machine) -> effects -> storage, download
//! host page <-> embed <-> views/app
//! surveys/*.lens-*.json -> document -> LENS -> views
//! ```
//!
//! `survey` to `radar` are the domain core: pure, native, without JSON, browser, clock or chance.
//! See ARCHITECTURE.md for who may import whom; the `tidy` test enforces it.

pub mod survey;
pub mod answers;
pub mod scoring;
pub mod history;
#[cfg(feature = "results")]
pub mod team;
pub mod plan;
pub mod addendum;
#[cfg(feature = "results")]
pub mod cycle;
#[cfg(feature = "results")]
pub mod lens;
pub mod draft;
pub mod radar;
#[cfg(feature = "results")]
pub mod timeline;
pub mod document;
#[cfg(feature = "results")]
pub mod qr;
pub mod storage;
pub mod session;
pub mod words;
pub mod views;
pub mod browser;
pub mod embed;
