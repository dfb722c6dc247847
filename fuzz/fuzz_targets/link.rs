//! Whatever stands in a link, it is refused or gives answers that pack into the same link.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maturity_radar::document::{link, survey};
use maturity_radar::survey::Survey;
use std::sync::LazyLock;

static SURVEY: LazyLock<Survey> = LazyLock::new(|| {
    survey::read(include_str!("../../surveys/three-roles.en.json")).unwrap_or_else(|found| panic!("{found:?}"))
});

fuzz_target!(|text: &str| {
    if let Ok(wave) = link::unpack(text, &SURVEY) {
        let again = link::pack(&wave, &SURVEY);
        assert!(again.is_some_and(|again| text.ends_with(&*again)));
    }
});
