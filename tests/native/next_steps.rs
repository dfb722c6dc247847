//! The document of next steps: the shipped one is whole, and any fault in one is named with its place.

use super::profiles::{SURVEY, survey};
use super::trees::{fields, other_kind, told, tree, with, without};
use maturity_radar::document::next_steps::{read, read_tree};
use maturity_radar::document::survey::read_tree as read_survey;
use maturity_radar::document::{Code, Tree};
use maturity_radar::plan::{NextSteps, Phase};
use maturity_radar::survey::CapabilityId;
use proptest::prelude::*;

/// The document as it ships.
pub const STEPS: &str = include_str!("../../surveys/three-roles.next-steps.en.json");

fn problems(document: &Tree) -> Vec<String> {
    match read_tree(document, &survey()) {
        Ok(_) => Vec::new(),
        Err(problems) => told(&problems),
    }
}

/// The one problem of a document.
fn problem(document: &Tree) -> (Code, String) {
    let problems = read_tree(document, &survey()).expect_err("a problem");
    let [problem] = &problems[..] else { panic!("{:?}", told(&problems)) };
    (problem.code, problem.pointer.clone())
}

fn shipped() -> NextSteps {
    read(STEPS, &survey()).unwrap_or_else(|problems| panic!("{:?}", told(&problems)))
}

#[test]
fn every_capability_has_a_step_at_every_level() {
    let (survey, steps) = (survey(), shipped());
    let mut texts = Vec::new();
    for capability in survey.capabilities() {
        for level in 1..=5 {
            let step =
                steps.step(&capability.id, level).unwrap_or_else(|| panic!("{:?} {level}", capability.id));
            assert_eq!(step.at_level, level);
            texts.extend([step.action.clone(), step.done_when.clone()]);
        }
        assert_eq!(steps.step(&capability.id, 0), None);
        assert_eq!(steps.step(&capability.id, 6), None);
    }
    assert_eq!((texts.len(), steps.capabilities.len(), steps.lang.as_str()), (120, 12, "en"));
    assert!(texts.iter().all(|text| text.ends_with('.') && text.len() > 20), "{texts:?}");
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 120, "no text stands twice");
    assert_eq!(steps.step(&CapabilityId::new("x"), 1), None);
}

#[test]
fn steps_are_those_of_the_model() {
    let steps = shipped();
    for (capability, level, action, done_when) in [
        (
            "sbd.insight",
            1,
            "List five decisions your business leaders will take next quarter; bring dated customer evidence to each.",
            "Papers for all five contain dated customer evidence.",
        ),
        (
            "sbd.alignment",
            4,
            "Set up one shared scorecard with a P&L owner and propose two growth options with rough business cases.",
            "The scorecard is in use and at least one option has been decided.",
        ),
    ] {
        let step = steps.step(&CapabilityId::new(capability), level).unwrap();
        assert_eq!((step.action.as_str(), step.done_when.as_str()), (action, done_when));
    }
}

#[test]
fn the_calendar_is_that_of_the_model() {
    let calendar = shipped().calendar.expect("a calendar");
    let days: Vec<_> = calendar.phases.iter().map(|phase| (phase.from, phase.to)).collect();
    assert_eq!(days, [(1, 10), (11, 75), (76, 85), (86, 90)]);
    assert_eq!((calendar.days(), calendar.reassess.months), (90, 6));
    let Some(Phase { action, .. }) = calendar.phases.get(2) else { panic!("{calendar:?}") };
    assert_eq!(action, "Collect the evidence.");
}

#[test]
fn without_a_calendar_there_are_no_dates() {
    for document in [without(&tree(STEPS), "/calendar"), with(&tree(STEPS), "/calendar", Tree::Null)] {
        let read = read_tree(&document, &survey()).unwrap();
        assert_eq!((read.calendar, read.capabilities), (None, shipped().capabilities));
    }
}

#[test]
fn every_field_is_needed_and_of_its_kind() {
    let document = tree(STEPS);
    let mut tried = 0;
    for pointer in fields(&document) {
        let changed =
            with(&document, &pointer, other_kind(super::trees::at(&mut document.clone(), &pointer)));
        let unread = pointer == "/model/version";
        assert_eq!(problems(&changed).is_empty(), unread, "{pointer} of another kind");
        let optional = unread || ["/calendar", "/lenses"].contains(&&*pointer);
        let told = problems(&without(&document, &pointer));
        assert_eq!(told.is_empty(), optional, "{pointer} left out: {told:?}");
        assert!(optional || told.iter().any(|told| told.contains(&pointer)), "{pointer}: {told:?}");
        tried += 1;
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn a_document_for_something_else_is_refused() {
    let document = tree(STEPS);
    for (pointer, value, code) in [
        ("/format", "marketing-transformation-assessment", Code::OtherFormat),
        ("/format_version", "2.0", Code::NewerVersion),
        ("/format_version", "one", Code::OutOfRange),
        ("/model/id", "another-survey", Code::OtherSurvey),
    ] {
        assert_eq!(problem(&with(&document, pointer, Tree::text(value))), (code, pointer.to_owned()));
    }
    assert_eq!(problems(&with(&document, "/format_version", Tree::text("1.9"))), [""; 0]);
}

#[test]
fn steps_for_each_level_stand_once_and_in_order() {
    let document = tree(STEPS);
    let place = "/next_steps/ee.impact";
    let steps = |levels: &[u8]| {
        Tree::List(
            levels
                .iter()
                .map(|level| {
                    Tree::record([
                        ("at_level", Tree::Number(f64::from(*level))),
                        ("do", Tree::text("Do it.")),
                        ("done_when", Tree::text("It is done.")),
                    ])
                })
                .collect(),
        )
    };
    let at = |code| (code, place.to_owned());
    for levels in
        [&[1, 2, 3, 4][..], &[1, 2, 3, 4, 5, 6], &[1, 2, 3, 3, 5], &[1, 2, 2, 3, 4, 5], &[2, 1, 3, 4, 5]]
    {
        assert_eq!(problem(&with(&document, place, steps(levels))), at(Code::OutOfRange), "{levels:?}");
    }
    assert_eq!(problem(&with(&document, place, steps(&[]))), at(Code::Empty));
    assert_eq!(problem(&without(&document, place)), at(Code::Missing));
    let whole = read_tree(&with(&document, place, steps(&[1, 2, 3, 4, 5])), &survey()).unwrap();
    assert_eq!(whole.step(&CapabilityId::new("ee.impact"), 5).unwrap().action, "Do it.");
    let empty = with(&document, &[place, "/2/do"].concat(), Tree::text(" "));
    assert_eq!(problem(&empty), (Code::Empty, [place, "/2/do"].concat()));
}

#[test]
fn a_capability_the_survey_does_not_have_is_unknown() {
    let document = with(&tree(STEPS), "/next_steps/ee.magic", Tree::List(Vec::new()));
    assert_eq!(problem(&document), (Code::UnknownReference, "/next_steps/ee.magic".to_owned()));
    let twice = STEPS.replacen("\"sbd.alignment\":", "\"sbd.insight\":", 1);
    let problems = read(&twice, &survey()).expect_err("a problem");
    assert_eq!(problems[0].code, Code::DuplicateKey);
}

#[test]
fn steps_may_stand_in_the_survey_itself() {
    let document = tree(STEPS);
    let mut steps = document.clone();
    let moved = super::trees::at(&mut steps, "/next_steps/sbd.insight").clone();
    let document = without(&document, "/next_steps/sbd.insight");
    let own = with(&tree(SURVEY), "/capabilities/0/next_steps", moved);
    let survey = read_survey(&own).expect("a survey");
    let insight = CapabilityId::new("sbd.insight");
    assert_eq!(survey.capabilities().next().unwrap().id, insight);

    let read = read_tree(&document, &survey).unwrap_or_else(|problems| panic!("{:?}", told(&problems)));
    assert_eq!(read, shipped(), "the survey fills what the document leaves out");

    let within = NextSteps::within(&survey);
    assert_eq!((within.capabilities.len(), within.calendar.as_ref()), (1, None));
    assert_eq!(within.step(&insight, 3), shipped().step(&insight, 3));

    let some = read_survey(&without(&own, "/capabilities/0/next_steps/4")).expect("a survey");
    let problems = read_tree(&document, &some).expect_err("a level is missing");
    assert_eq!((problems[0].code, problems[0].pointer.as_str()), (Code::Missing, "/next_steps/sbd.insight"));

    let other = with(&steps, "/next_steps/sbd.insight/0/do", Tree::text("Do this instead."));
    let read = read_tree(&other, &survey).expect("both have steps");
    assert_eq!(read.step(&insight, 1).unwrap().action, "Do this instead.", "the document goes first");
}

#[test]
fn phases_follow_one_another_from_the_first_day() {
    let document = tree(STEPS);
    let number = |pointer: &str, value: u16| with(&document, pointer, Tree::Number(f64::from(value)));
    for (pointer, value) in [("/0/from", 2), ("/1/from", 12), ("/1/from", 10), ("/3/to", 85)] {
        let pointer = ["/calendar/phases", pointer].concat();
        let (code, place) = problem(&number(&pointer, value));
        assert_eq!((code, place), (Code::OutOfRange, pointer));
    }
    let none = with(&document, "/calendar/phases", Tree::List(Vec::new()));
    assert_eq!(problem(&none), (Code::Empty, "/calendar/phases".to_owned()));
    let months = "/calendar/reassess/months";
    assert_eq!(problem(&number(months, 0)), (Code::OutOfRange, months.to_owned()));
    let one_day = read_tree(&number("/calendar/phases/3/to", 86), &survey()).unwrap();
    assert_eq!(one_day.calendar.unwrap().days(), 86, "a phase may take one day");
}

proptest! {
    #![proptest_config(super::profiles::cases())]

    #[test]
    fn no_text_panics(text in "[\\[\\]{}\":,0-9a-z \\\\]{0,60}") {
        prop_assert!(read(&text, &survey()).is_err());
    }
}

#[test]
fn lenses_are_called_here_as_in_their_own_documents() {
    let survey = survey();
    let read = maturity_radar::document::next_steps::read(STEPS, &survey).unwrap();
    let own: Vec<_> = read.lenses.iter().map(|own| own.id.clone()).collect();
    let linked: Vec<_> = survey.lenses.iter().map(|own| own.id.clone()).collect();
    assert_eq!(own, linked, "one for each, in the same order");
    for (card, kind) in read.lenses.iter().zip(super::lenses::Kind::ALL) {
        let lens = super::lenses::lens(kind);
        assert_eq!((&card.id, &card.name, card.minutes), (&lens.id, &lens.name, lens.minutes));
        assert_eq!(card.gist, lens.text("gist"));
    }
}
