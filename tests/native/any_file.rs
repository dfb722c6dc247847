//! Any answers at all, with anything that can be added to them, come out of files as they went in.

use super::link::waves::{Dice, any_wave};
use super::profiles::{SURVEY, survey};
use maturity_radar::addendum::{Addenda, Addendum, FocusChoice, Restatement};
use maturity_radar::answers::{Answer, EffortSplit, Rating, Reply};
use maturity_radar::document::files::{File, read_all, write_list};
use maturity_radar::document::history;
use maturity_radar::document::link::Names;
use maturity_radar::history::{Date, Target, Targets, Wave};
use maturity_radar::plan::{
    Decision, MoveCheck, MoveKind, MoveState, Outcome, Reason, Undertaking, Underway,
};
use maturity_radar::survey::{CapabilityId, ItemId, RoleId, Survey};
use std::rc::Rc;

/// Letters that files must not mix up.
const LETTERS: &str = "aZ 9é漢𝄞\u{202e}\u{0}\u{1f}\u{7f}\u{feff}\u{2028}\n\t\"\\/{}[]:,<>&'";

fn day(dice: &mut Dice) -> Date {
    let [year, month, day] = [(1900, 256), (1, 12), (1, 28)].map(|(least, many)| least + dice.below(many));
    Date::new(year as u16, month as u8, day as u8).expect("a day")
}

fn text(dice: &mut Dice) -> String {
    dice.text(LETTERS, 12)
}

/// A number from 0 to 100 with any bits: evenly spread, of any magnitude, or as people write it.
fn amount(dice: &mut Dice) -> f64 {
    let bits = (0..3).fold(0, |bits, _| (bits << 22) | dice.below(1 << 22));
    let value = match dice.below(4) {
        0 => f64::from_bits(bits % (100_f64.to_bits() + 1)),
        1 => (bits >> 11) as f64 / (1_u64 << 53) as f64 * 100.0,
        2 => dice.below(100_000_001) as f64 / 1e6,
        _ => f64::from(dice.below(101) as u32),
    };
    assert!((0.0..=100.0).contains(&value));
    value
}

/// A wave with what no link carries: notes, halves, any weights.
fn wave(dice: &mut Dice, survey: &Survey, number: u64) -> Wave {
    let mut wave = any_wave(dice, survey, Names::Carried);
    wave.id = ["w-", &number.to_string(), &text(dice)].concat();
    for split in [&mut wave.answers.effort, &mut wave.answers.wish] {
        *split = split.map(|_| EffortSplit::from([amount(dice), amount(dice), amount(dice)]));
    }
    (wave.scope, wave.assessment) = (text(dice), text(dice));
    (wave.respondent.id, wave.respondent.group) = (dice.maybe(text), dice.maybe(text));
    let many = dice.below(3) == 0;
    wave.respondent.people = many.then(|| 2 + dice.below(9998) as u32);
    for item in survey.items() {
        if let Some(Answer { reply, note, meaning_rev, .. }) = wave.answers.items.get_mut(&item.id) {
            *note = if dice.below(6) == 0 { text(dice) } else { String::new() };
            *meaning_rev = 1 + dice.below(9999) as u32;
            if let (true, Some(Reply::Rated(_))) = (many, *reply) {
                let [lowest, highest] = [survey.scale_min, survey.scale_max].map(|end| 2 * u64::from(end));
                *reply =
                    Some(Reply::Rated(Rating::halves((lowest + dice.below(highest - lowest + 1)) as u16)));
            }
        }
    }
    for capability in survey.capabilities().filter(|_| number.is_multiple_of(5)) {
        wave.weights.insert(capability.id.clone(), amount(dice));
    }
    wave
}

fn undertaking(dice: &mut Dice, survey: &Survey) -> Undertaking {
    let capabilities: Vec<CapabilityId> = survey.capabilities().map(|own| own.id.clone()).collect();
    let items: Vec<ItemId> = survey.items().map(|own| own.id.clone()).collect();
    let (capability, level) = (dice.one_of(&capabilities), 1 + dice.below(9) as u8);
    let kind = match dice.below(4) {
        0 => MoveKind::Focus { capability, level, lower_side: dice.maybe(|dice| dice.one_of(&items)) },
        1 => MoveKind::Enabler { capability, level, supports: dice.one_of(&capabilities) },
        2 => MoveKind::MakeRoom,
        _ => MoveKind::Evidence,
    };
    Undertaking {
        kind,
        reason: dice.one_of(&Reason::ALL),
        owner: text(dice),
        start: dice.maybe(day),
        state: dice.one_of(&MoveState::NAMES).0,
        evidence: text(dice),
        check: MoveCheck {
            outcome: dice.maybe(|dice| dice.one_of(&Outcome::NAMES).0),
            evidence: text(dice),
            decision: dice.maybe(|dice| dice.one_of(&Decision::NAMES).0),
        },
    }
}

fn addendum(dice: &mut Dice, survey: &Survey) -> Addendum {
    let roles: Vec<RoleId> = survey.roles.iter().map(|role| role.id.clone()).collect();
    let mut own = Addendum {
        scope: dice.maybe(text),
        group: dice.maybe(text),
        choice: dice.maybe(|dice| FocusChoice { role: dice.one_of(&roles), reason: text(dice) }),
        touched_ms: 1.0 + dice.below(1_000_000_000_000) as f64,
        ..Addendum::default()
    };
    for item in survey.items().filter(|item| item.id.as_str().len() % 3 == 0) {
        let rating = Rating::whole(survey.scale_min + dice.below(5) as u8);
        own.restated.insert(item.id.clone(), Restatement { rating, reason: text(dice) });
    }
    if dice.below(2) == 0 {
        let mut targets = Targets::new();
        for capability in survey.capabilities() {
            let score = amount(dice);
            targets.insert(capability.id.clone(), Target { score, by: dice.maybe(day) });
        }
        own.targets = Some(targets);
    }
    for _ in 0..dice.below(2) {
        let moves = (0..dice.below(4)).map(|_| undertaking(dice, survey)).collect();
        own.begun.push(Underway { start: day(dice), focus: dice.one_of(&roles), moves });
    }
    own
}

/// Waves and what was added to them, as a file gives them back.
fn given_back(text: &str, survey: &Survey) -> Vec<(Wave, Option<Addendum>)> {
    let (files, problems) = read_all(text, survey);
    assert_eq!(problems, []);
    let wave = |file| match file {
        File::Wave(wave, own) => (wave, own),
        other => panic!("no wave: {other:?}"),
    };
    files.into_iter().map(wave).collect()
}

#[test]
fn ten_thousand_answer_sets_come_out_of_files_to_the_last_bit() {
    let (mut dice, survey) = (Dice(11), survey());
    for lot in 0..500 {
        let (mut waves, mut addenda) = (Vec::new(), Addenda::new());
        for number in 0..20 {
            let wave = wave(&mut dice, &survey, 20 * lot + number);
            if dice.below(2) == 0 {
                addenda.insert(wave.id.clone(), addendum(&mut dice, &survey));
            }
            waves.push(Rc::new(wave));
        }
        let expected = |wave: &Rc<Wave>| ((**wave).clone(), addenda.get(&wave.id).cloned());
        let list = write_list(waves.iter(), &addenda, &[], &survey);
        assert_eq!(given_back(&list, &survey), waves.iter().map(expected).collect::<Vec<_>>());
        if lot % 5 == 0 {
            let definition = if lot == 0 { SURVEY } else { "{}" };
            let whole = history::write(definition, waves.iter(), &addenda, &[], &[], &survey);
            let mut again = given_back(&whole, &survey);
            again.sort_by_key(|(own, _)| waves.iter().position(|wave| wave.id == own.id));
            assert_eq!(again, waves.iter().map(expected).collect::<Vec<_>>());
        }
    }
}
