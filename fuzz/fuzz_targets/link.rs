//! Whatever stands in a link, it is refused or gives answers that pack into the same link.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maturity_radar::document::link::{Names, pack, unpack};
use maturity_radar::document::survey;
use maturity_radar::survey::Survey;
use std::rc::Rc;

thread_local! {
    static SURVEY: Rc<Survey> = Rc::new(
        survey::read(include_str!("../../surveys/three-roles.en.json")).unwrap_or_else(|found| panic!("{found:?}")),
    );
}

fuzz_target!(|text: &str| {
    let survey = SURVEY.with(Rc::clone);
    if let Ok(wave) = unpack(text, &survey) {
        let same = |names| pack(&wave, &survey, names).is_some_and(|again| text.ends_with(&*again));
        assert!(same(Names::Left) || same(Names::Carried));
    }
});
