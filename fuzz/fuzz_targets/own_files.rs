//! Whatever a person's file holds, reading gives files or problems; what was read is written and read again alike.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maturity_radar::document::files::read_all;
use maturity_radar::document::survey;
use maturity_radar::survey::Survey;
use std::sync::LazyLock;

static SURVEY: LazyLock<Survey> = LazyLock::new(|| {
    survey::read(include_str!("../../surveys/three-roles.en.json")).unwrap_or_else(|found| panic!("{found:?}"))
});

fuzz_target!(|text: &str| {
    let (files, problems) = read_all(text, &SURVEY);
    assert!(!(files.is_empty() && problems.is_empty()) || text.trim_start_matches('\u{feff}').trim().starts_with('['));
    for problem in problems {
        assert!(problem.pointer.is_empty() || problem.pointer.starts_with('/'));
        assert!(!problem.message.is_empty());
    }
});
