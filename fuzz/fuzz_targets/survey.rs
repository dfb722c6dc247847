//! Whatever a survey document holds, reading gives a survey or problems.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maturity_radar::document::survey::read;

fuzz_target!(|text: &str| {
    match read(text) {
        Ok(survey) => assert!(survey.item_count() > 0),
        Err(problems) => assert!(!problems.is_empty() && problems.iter().all(|own| !own.message.is_empty())),
    }
});
