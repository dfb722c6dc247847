//! Answers to test with, by item code as the model writes them: `S1a=3 S1b=NA`.

use maturity_radar::answers::{AimAnswer, Answer, Answers, EffortSplit, Evidence, Rating, Reply};
use maturity_radar::document;
use maturity_radar::survey::{ItemId, Survey};
use proptest::prelude::*;
use std::rc::Rc;

/// The survey document as it ships.
pub const SURVEY: &str = include_str!("../../surveys/three-roles.en.json");

/// The base profile of the model (2.12).
pub const BASE: &str = "S1a=3 S1b=4 S2a=2 S2b=3 S3a=1 S3b=2 S4a=3 S4b=3 \
                        R1a=2 R1b=2 R2a=2 R2b=2 R3a=3 R3b=4 R4a=2 R4b=3 \
                        E1a=3 E1b=3 E2a=3 E2b=5 E3a=3 E3b=4 E4a=4 E4b=4";

/// What differs from the base profile a year later (golden test C20).
pub const C20: &str = "S1a=4 S2a=3 S3a=2 S3b=3 S4b=4 R3b=3 E2a=4";

/// How often a property is tried; a failure is told at once and not written to a file.
pub fn cases() -> ProptestConfig {
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}

/// The shipped survey, read once for each test.
pub fn survey() -> Rc<Survey> {
    thread_local! {
        static READ: Rc<Survey> = Rc::new(document::survey::read(SURVEY).expect("the shipped survey reads"));
    }
    READ.with(Rc::clone)
}

/// The name of the item with this code.
pub fn item(survey: &Survey, code: &str) -> ItemId {
    let found = survey.items().find(|item| item.code == code);
    found.unwrap_or_else(|| panic!("an item of the code {code}")).id.clone()
}

/// Answers written as `S1a=3 S1b=NA S2a=DK`.
pub fn answers(survey: &Survey, text: &str) -> Answers {
    changed(survey, &Answers::default(), text)
}

/// The same answers but for those written as `S1a=3 S1b=NA`; `S1a=` leaves one out.
pub fn changed(survey: &Survey, answers: &Answers, text: &str) -> Answers {
    let mut answers = answers.clone();
    for entry in text.split_whitespace() {
        let (code, value) = entry.split_once('=').expect("an entry such as S1a=3");
        let id = item(survey, code);
        let reply = match value {
            "" => {
                answers.items.remove(&id);
                continue;
            }
            "NA" => Reply::NotApplicable,
            "DK" => Reply::Unknown,
            rating => rated(rating.parse().expect("a rating, NA or DK")),
        };
        let answer = answers.items.get(&id).cloned().unwrap_or_else(|| replied(reply));
        answers.items.insert(id, Answer { reply: Some(reply), ..answer });
    }
    answers
}

/// The base profile.
pub fn base(survey: &Survey) -> Answers {
    answers(survey, BASE)
}

/// The base profile a year later.
pub fn year_later(survey: &Survey) -> Answers {
    changed(survey, &base(survey), C20)
}

/// Every item answered with the same anchor.
pub fn all(survey: &Survey, anchor: u8) -> Answers {
    let items = survey.items().map(|item| (item.id.clone(), replied(rated(anchor)))).collect();
    Answers { items, ..Answers::default() }
}

/// An answer that is nothing but its reply, to the first meaning of an item.
pub fn replied(reply: Reply) -> Answer {
    Answer { reply: Some(reply), meaning_rev: 1, ..Answer::default() }
}

/// A whole rating as a reply.
pub fn rated(anchor: u8) -> Reply {
    Reply::Rated(Rating::whole(anchor))
}

/// Any reply, or none.
pub fn any_reply() -> impl Strategy<Value = Option<Reply>> {
    prop_oneof![
        6 => (1..=5_u8).prop_map(|anchor| Some(rated(anchor))),
        1 => Just(Some(Reply::NotApplicable)),
        1 => Just(Some(Reply::Unknown)),
        1 => Just(None),
    ]
}

/// Any answer with any note, in any script, quoted or not.
fn any_answer() -> impl Strategy<Value = Answer> {
    let evidence = prop_oneof![Just(None), (0..3_usize).prop_map(|mark| Some(Evidence::ALL[mark]))];
    let note =
        prop_oneof![2 => Just(String::new()), 1 => ".{0,40}", 1 => "[\"\\\\\u{202e}\u{0}\n{}é漢]{0,9}"];
    (any_reply(), evidence, note, 1..4_u32).prop_map(|(reply, evidence, note, meaning_rev)| Answer {
        reply,
        evidence,
        note,
        meaning_rev,
    })
}

/// Any mix of replies, with nothing else.
pub fn any_replies(survey: &Survey) -> impl Strategy<Value = Answers> + use<> {
    let ids: Vec<ItemId> = survey.items().map(|item| item.id.clone()).collect();
    proptest::collection::vec(any_reply(), ids.len()).prop_map(move |replies| {
        let given = ids.iter().zip(replies).filter_map(|(id, reply)| Some((id.clone(), replied(reply?))));
        Answers { items: given.collect(), ..Answers::default() }
    })
}

/// Anything one person can say in one wave.
pub fn any_answers(survey: &Survey) -> impl Strategy<Value = Answers> + use<> {
    let ids: Vec<ItemId> = survey.items().map(|item| item.id.clone()).collect();
    let roles: Vec<_> = survey.roles.iter().map(|role| role.id.clone()).collect();
    let role = proptest::option::of(proptest::sample::select(roles));
    let aim = proptest::option::of(
        (role.clone(), role).prop_map(|(primary, secondary)| AimAnswer { primary, secondary }),
    );
    let items = proptest::collection::vec(proptest::option::of(any_answer()), ids.len());
    let effort = proptest::option::of((any_split(), proptest::option::of(any_split())));
    (items, effort, aim).prop_map(move |(given, effort, aim)| Answers {
        items: ids.iter().zip(given).filter_map(|(id, answer)| Some((id.clone(), answer?))).collect(),
        effort: effort.map(|(actual, _)| actual),
        wish: effort.and_then(|(_, wish)| wish),
        aim,
    })
}

/// Any division of working time into whole percentages.
fn any_split() -> impl Strategy<Value = EffortSplit> {
    (0..=100_u8, 0..=100_u8).prop_map(|(unplanned, near)| {
        let near = near.min(100 - unplanned);
        EffortSplit::from([unplanned, near, 100 - unplanned - near].map(f64::from))
    })
}
