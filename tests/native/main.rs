//! Fast tests on the host: no browser, milliseconds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod answer_file;
mod beyond;
mod bridges;
mod calendar;
mod change;
mod date;
mod draft_file;
mod formats;
mod golden;
mod history_file;
mod journey;
mod json;
mod next_steps;
mod own_files;
mod profiles;
mod results_view;
mod radar;
mod schemas;
mod scoring;
mod screens;
mod session;
mod session_records;
mod survey_document;
mod team;
mod team_gap;
mod team_panel;
mod tidy;
mod trees;
mod words;
