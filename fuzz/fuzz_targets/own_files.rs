//! Whatever a person's file holds, reading gives files or problems; what was read is written and read again alike.
#![no_main]

use libfuzzer_sys::fuzz_target;
use maturity_radar::document::files::{File, read_all};
use maturity_radar::document::{addendum, answers, draft, survey};
use maturity_radar::survey::Survey;
use std::rc::Rc;

thread_local! {
    static SURVEY: Rc<Survey> = Rc::new(
        survey::read(include_str!("../../surveys/three-roles.en.json")).unwrap_or_else(|found| panic!("{found:?}")),
    );
}

fn written(file: &File, survey: &Survey) -> String {
    match file {
        File::Wave(wave, own) => answers::write_whole(wave, own.as_ref(), survey),
        File::Draft(own) => draft::write(own, survey),
        File::Addendum(wave, own) => addendum::write(wave, own, survey),
    }
}

fuzz_target!(|text: &str| {
    let survey = SURVEY.with(Rc::clone);
    let (files, problems) = read_all(text, &survey);
    for problem in problems {
        assert!(problem.pointer.is_empty() || problem.pointer.starts_with('/'));
        assert!(!problem.message.is_empty());
    }
    for file in files {
        let once = written(&file, &survey);
        let (again, problems) = read_all(&once, &survey);
        assert!(problems.is_empty() && again.len() == 1, "{once}: {problems:?}");
        assert_eq!(again.first().map(|own| written(own, &survey)), Some(once));
    }
});
