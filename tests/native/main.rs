//! Fast tests on the host: no browser, milliseconds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod ambition;
mod answer_file;
mod calendar;
mod change;
mod date;
mod draft_file;
mod golden;
mod journey;
mod json;
mod next_steps;
mod own_files;
mod profiles;
mod results_targets;
mod results_view;
mod radar;
mod scoring;
mod screens;
mod series;
mod session;
mod session_records;
mod survey_document;
mod team;
mod team_gap;
mod team_panel;
mod tidy;
mod timeline;
mod trees;
mod words;
