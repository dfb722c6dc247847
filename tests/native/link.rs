//! Links: every wave comes out as it went in, and whatever was damaged on the way is refused.

mod layout;

use super::profiles::{base, item, survey};
use maturity_radar::answers::{AimAnswer, AnchorOrder, Answer, EffortSplit, Evidence, Rating, Reply};
use maturity_radar::document::link::{KEY, LinkProblem, Names, pack, twin, unpack};
use maturity_radar::history::{Date, History, Wave, WaveKind};
use maturity_radar::survey::{CapabilityId, ItemId, Survey};
use std::rc::Rc;

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Numbers without a pattern, the same in every run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % bound
    }

    fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize].clone()
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(4) > 0).then(|| value(self))
    }

    fn text(&mut self, letters: &str, longest: u64) -> String {
        let letters: Vec<char> = letters.chars().collect();
        (0..self.below(longest + 1)).map(|_| self.one_of(&letters)).collect()
    }

    fn split(&mut self) -> EffortSplit {
        let unplanned = self.below(101);
        let near = self.below(101 - unplanned);
        EffortSplit::from([unplanned, near, 100 - unplanned - near].map(|share| share as f64))
    }
}

/// Anything a link can carry but notes; without names unless they are asked for.
fn any_wave(dice: &mut Dice, survey: &Survey, names: Names) -> Wave {
    let mut wave = Wave {
        kind: dice.one_of(&[WaveKind::Baseline, WaveKind::Reassessment, WaveKind::Pulse]),
        date: Date::new(1900 + dice.below(256) as u16, 1 + dice.below(12) as u8, 1 + dice.below(28) as u8)
            .unwrap(),
        lang: dice.one_of(&["en", "de", "pt-BR", ""]).to_owned(),
        ..Wave::default()
    };
    wave.respondent.anchor_order = dice.one_of(&[AnchorOrder::Rising, AnchorOrder::Falling]);
    let marked = dice.below(3) > 0;
    for item in survey.items() {
        let ratings = u64::from(survey.scale_max - survey.scale_min) + 1;
        let reply = match dice.below(ratings + 3) {
            0 => None,
            1 => Some(Reply::NotApplicable),
            2 => Some(Reply::Unknown),
            rated => Some(Reply::Rated(Rating::whole(survey.scale_min + rated as u8 - 3))),
        };
        let evidence = if marked { dice.maybe(|dice| dice.one_of(&Evidence::ALL)) } else { None };
        if reply.is_some() || evidence.is_some() {
            let answer = Answer { reply, evidence, note: String::new(), meaning_rev: item.meaning_rev };
            wave.answers.items.insert(item.id.clone(), answer);
        }
    }
    let roles: Vec<_> = survey.roles.iter().map(|role| role.id.clone()).collect();
    wave.answers.aim = dice.maybe(|dice| AimAnswer {
        primary: dice.maybe(|dice| dice.one_of(&roles)),
        secondary: dice.maybe(|dice| dice.one_of(&roles)),
    });
    wave.answers.effort = dice.maybe(Dice::split);
    wave.answers.wish = dice.maybe(Dice::split);
    if dice.below(3) == 0 {
        for capability in survey.capabilities() {
            if let Some(hundredths) = dice.maybe(|dice| dice.below(10_001)) {
                wave.weights.insert(capability.id.clone(), hundredths as f64 / 100.0);
            }
        }
    }
    if names == Names::Carried {
        wave.id = [&wave.date.iso(), "-", &dice.text("abz019", 16), "w"].concat();
        wave.respondent.id = dice.maybe(|dice| dice.text("r-0z", 20));
        wave.respondent.group = dice.maybe(|dice| dice.text("Leiter é漢 ", 60));
        wave.scope = dice.text("emea marketing, A\u{0}", 90);
    }
    wave
}

/// Three roles of five capabilities of three items each: 45 questions on any scale.
fn of_45_questions(scale_min: u8, scale_max: u8) -> Survey {
    let mut survey = (*survey()).clone();
    (survey.scale_min, survey.scale_max) = (scale_min, scale_max);
    for role in &mut survey.roles {
        let mut more = role.capabilities[0].clone();
        more.id = CapabilityId::new(&[more.id.as_str(), ".more"].concat());
        for item in &mut more.items {
            item.id = ItemId::new(&[item.id.as_str(), ".more"].concat());
        }
        role.capabilities.push(more);
        for capability in &mut role.capabilities {
            let mut third = capability.items[0].clone();
            third.id = ItemId::new(&[third.id.as_str(), ".third"].concat());
            capability.items.push(third);
        }
    }
    survey
}

/// The bytes of a link, read here by arithmetic of its own.
fn bytes(link: &str) -> Vec<u8> {
    let text = link.strip_prefix(KEY).expect("a link");
    let value = |letter: char| LETTERS.find(letter).expect("a letter of ours");
    let bits: String = text.chars().map(|letter| format!("{:06b}", value(letter))).collect();
    let whole = |byte: &[u8]| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap();
    bits.as_bytes().chunks_exact(8).map(whole).collect()
}

/// A link out of bytes.
fn link(bytes: &[u8]) -> String {
    let mut bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    while !bits.len().is_multiple_of(6) {
        bits.push('0');
    }
    let letter = |six: &[u8]| {
        let value = usize::from_str_radix(std::str::from_utf8(six).unwrap(), 2).unwrap();
        LETTERS.as_bytes()[value] as char
    };
    KEY.chars().chain(bits.as_bytes().chunks(6).map(letter)).collect()
}

#[test]
fn ten_thousand_waves_come_out_as_they_went_in() {
    let (mut dice, survey) = (Dice(1), survey());
    for round in 0..10_000 {
        let names = if round % 2 == 0 { Names::Left } else { Names::Carried };
        let mut wave = any_wave(&mut dice, &survey, names);
        let text = pack(&wave, &survey, names).expect("all of it has a place");
        assert_eq!(link(&bytes(&text)), text);
        let read = unpack(&text, &survey).expect(&text);
        if names == Names::Left {
            assert!(read.id.starts_with(&["link-", &wave.date.iso(), "-"].concat()), "{}", read.id);
            wave.id = read.id.clone();
        }
        assert_eq!(read, wave, "{text}");
        assert_eq!(unpack(&["#", &text].concat(), &survey), Ok(read));
    }
}

#[test]
fn forty_five_questions_fit_into_64_letters() {
    for (scale_min, scale_max) in [(1, 5), (1, 7), (0, 9)] {
        let survey = of_45_questions(scale_min, scale_max);
        assert_eq!(survey.item_count(), 45);
        let mut wave = any_wave(&mut Dice(7), &survey, Names::Left);
        // Every digit at its highest: no wave is longer.
        let top = EffortSplit::from([100.0; 3]);
        (wave.answers.effort, wave.answers.wish) = (Some(top), Some(top));
        let last = survey.roles.last().map(|role| role.id.clone());
        wave.answers.aim = Some(AimAnswer { primary: last.clone(), secondary: last });
        (wave.date, wave.kind) = (Date::new(2155, 12, 31).unwrap(), WaveKind::Pulse);
        (wave.lang, wave.weights) = ("  ".to_owned(), Default::default());
        let mut length = |evidence| {
            for item in survey.items() {
                let reply = Some(Reply::Rated(Rating::whole(scale_max)));
                let answer = Answer { reply, evidence, meaning_rev: item.meaning_rev, ..Answer::default() };
                wave.answers.items.insert(item.id.clone(), answer);
            }
            let text = pack(&wave, &survey, Names::Left).unwrap();
            let read = unpack(&text, &survey).expect("its own survey opens it");
            assert_eq!(read.answers, wave.answers);
            text.len() - KEY.len()
        };
        let (bare, marked) = (length(None), length(Some(Evidence::AtHand)));
        assert!(bare < marked && bare <= 52, "{scale_max}: {bare}");
        match scale_max {
            // With `#mr=` as well.
            5 => assert_eq!((bare, marked), (45, 60)),
            7 => assert!(marked <= 64, "{marked}"),
            _ => assert!(marked <= 66, "{marked}"),
        }
    }
}

#[test]
fn every_bit_that_flips_and_every_letter_that_changes_is_noticed() {
    let (mut dice, survey) = (Dice(2), survey());
    for round in 0..60 {
        let names = if round % 2 == 0 { Names::Left } else { Names::Carried };
        let text = pack(&any_wave(&mut dice, &survey, names), &survey, names).unwrap();
        let mut flipped = bytes(&text);
        for bit in 0..flipped.len() * 8 {
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(unpack(&link(&flipped), &survey), Err(LinkProblem::Damaged), "bit {bit} of {text}");
            flipped[bit / 8] ^= 1 << (bit % 8);
        }
        if round >= 20 {
            continue;
        }
        for at in KEY.len()..text.len() {
            for letter in LETTERS.chars().chain(['=', '+', '/', ' ', 'é']) {
                let changed = [&text[..at], letter.to_string().as_str(), &text[at + 1..]].concat();
                if changed != text {
                    let read = unpack(&changed, &survey);
                    assert_eq!(read, Err(LinkProblem::Damaged), "{letter} at {at} of {text}");
                }
            }
        }
    }
}

#[test]
fn what_lies_within_32_bits_or_is_swapped_cut_off_or_added_is_noticed() {
    let (mut dice, survey) = (Dice(3), survey());
    for _ in 0..300 {
        let text = pack(&any_wave(&mut dice, &survey, Names::Carried), &survey, Names::Carried).unwrap();
        let whole = bytes(&text);
        for start in 0..whole.len() - 4 {
            let mut burst = whole.clone();
            for byte in &mut burst[start..start + 4] {
                *byte ^= dice.below(256) as u8;
            }
            let expected = burst == whole;
            assert_eq!(unpack(&link(&burst), &survey).is_ok(), expected, "{start}: {text}");
        }
        for at in KEY.len()..text.len() {
            assert!(unpack(&text[..at], &survey).is_err(), "cut off: {text}");
            let added = [&text[..at], "A", &text[at..]].concat();
            assert!(unpack(&added, &survey).is_err(), "added: {text}");
            let mut swapped = text.clone().into_bytes();
            swapped.swap(at, (at + 1).min(text.len() - 1));
            let swapped = String::from_utf8(swapped).unwrap();
            assert_eq!(unpack(&swapped, &survey).is_ok(), swapped == text, "swapped: {text}");
        }
        for end in [".", "=", "A", "AA", "AAAA", "&utm=1", ")"] {
            assert!(unpack(&[&text, end].concat(), &survey).is_err(), "{end} behind {text}");
        }
    }
}

#[test]
fn a_hundred_thousand_texts_are_refused_without_a_panic() {
    let (mut dice, survey) = (Dice(4), survey());
    for round in 0..100_000 {
        let text = match round % 3 {
            0 => dice.text("#mr=Az09-_ é漢\u{0}%&/", 40),
            1 => [KEY, &dice.text(LETTERS, 90)].concat(),
            _ => ["#", KEY, &dice.text("AAAAAA_-9", 30)].concat(),
        };
        let found = unpack(&text, &survey);
        let is_link = text.strip_prefix('#').unwrap_or(&text).starts_with(KEY);
        let expected = if is_link { LinkProblem::Damaged } else { LinkProblem::NotALink };
        assert_eq!(found, Err(expected), "{text:?}");
    }
    for (text, expected) in [
        ("", LinkProblem::NotALink),
        ("#", LinkProblem::NotALink),
        ("#section", LinkProblem::NotALink),
        ("##mr=AAAA", LinkProblem::NotALink),
        ("#mr=", LinkProblem::Damaged),
        ("#mr=AAAAAA", LinkProblem::Damaged),
    ] {
        assert_eq!(unpack(text, &survey), Err(expected), "{text}");
    }
    let long = [KEY, &"A".repeat(5_000_000)].concat();
    assert_eq!(unpack(&long, &survey), Err(LinkProblem::Damaged));
}

#[test]
fn a_link_opens_where_the_same_is_asked_and_nowhere_else() {
    let own = survey();
    let wave = Wave { answers: base(&own), ..Wave::default() };
    let text = pack(&wave, &own, Names::Left).unwrap();
    let altered = |alter: &dyn Fn(&mut Survey)| {
        let mut other = (*own).clone();
        alter(&mut other);
        unpack(&text, &other).map(|wave| wave.answers)
    };
    let same: [&dyn Fn(&mut Survey); 2] = [&|other| other.lang = "de".to_owned(), &|other| {
        other.roles[0].capabilities[0].items[0].stem = "Otherwise put?".to_owned()
    }];
    for alter in same {
        assert_eq!(altered(alter), Ok(wave.answers.clone()));
    }
    let different: [&dyn Fn(&mut Survey); 6] = [
        &|other| other.id = "another".to_owned(),
        &|other| other.scale_max = 7,
        &|other| other.roles.swap(0, 1),
        &|other| other.roles[1].capabilities.swap(0, 1),
        &|other| drop(other.roles[2].capabilities[0].items.pop()),
        &|other| other.roles[0].capabilities[0].items[0].meaning_rev = 2,
    ];
    for (number, alter) in different.into_iter().enumerate() {
        assert_eq!(altered(alter), Err(LinkProblem::OtherSurvey), "{number}");
    }
}

#[test]
fn what_would_come_out_altered_is_not_packed() {
    let survey = survey();
    let first = item(&survey, "S1a");
    let whole = Wave { id: "w".to_owned(), answers: base(&survey), ..Wave::default() };
    let packs = |alter: &dyn Fn(&mut Wave)| {
        let mut wave = whole.clone();
        alter(&mut wave);
        pack(&wave, &survey, Names::Carried).is_some()
    };
    let capability = survey.capabilities().next().unwrap().id.clone();
    let refused: [&dyn Fn(&mut Wave); 8] = [
        &|wave| wave.answers.items.get_mut(&first).unwrap().meaning_rev = 2,
        &|wave| wave.answers.items.get_mut(&first).unwrap().reply = Some(Reply::Rated(Rating::whole(6))),
        &|wave| wave.answers.effort = Some(EffortSplit::from([33.3, 33.3, 33.4])),
        &|wave| wave.answers.effort = Some(EffortSplit::from([f64::NAN, 50.0, 50.0])),
        &|wave| wave.weights.insert(capability.clone(), 1.0 / 3.0),
        &|wave| wave.date = Date::new(1899, 12, 31).unwrap(),
        &|wave| wave.scope = "x".repeat(287),
        &|wave| wave.id = String::new(),
    ];
    assert!(packs(&|_| {}) && packs(&|wave| wave.scope = "x".repeat(286)));
    for (number, alter) in refused.into_iter().enumerate() {
        assert!(!packs(alter), "{number}");
    }
}

#[test]
fn without_names_a_link_tells_nobody_who_answered_and_notes_never_travel() {
    let survey = survey();
    let mut wave = any_wave(&mut Dice(5), &survey, Names::Carried);
    (wave.scope, wave.respondent.group) = ("EMEA".to_owned(), Some("Leads".to_owned()));
    let anonymous = pack(&wave, &survey, Names::Left).unwrap();
    let named = pack(&wave, &survey, Names::Carried).unwrap();
    let first = item(&survey, "S1a");
    let note = "Asked twice.".to_owned();
    wave.answers.items.insert(first.clone(), Answer { note, meaning_rev: 1, ..Answer::default() });
    wave.answers.items.insert(ItemId::new("x-own.item"), Answer::default());
    let read = unpack(&named, &survey).unwrap();
    assert_eq!((read.id, read.scope, read.respondent), (wave.id, wave.scope, wave.respondent));
    let read = unpack(&anonymous, &survey).unwrap();
    assert_eq!((read.scope.as_str(), read.respondent.id, read.respondent.group), ("", None, None));
    assert!(read.answers.items.iter().all(|(_, answer)| answer.note.is_empty()));
}

#[test]
fn a_link_to_a_wave_that_is_there_finds_its_twin() {
    let survey = survey();
    let mut own = any_wave(&mut Dice(6), &survey, Names::Carried);
    (own.scope, own.respondent.group) = ("EMEA".to_owned(), Some("Leads".to_owned()));
    own.respondent.id = Some("r-1".to_owned());
    let history = History::new([Rc::new(own.clone())]);
    for names in [Names::Left, Names::Carried] {
        let read = unpack(&pack(&own, &survey, names).unwrap(), &survey).unwrap();
        assert_eq!(twin(&history, &read, &survey).map(|wave| wave.id.as_str()), Some(own.id.as_str()));
    }
    let other: [&dyn Fn(&mut Wave); 4] = [
        &|wave| wave.respondent.id = Some("r-2".to_owned()),
        &|wave| wave.respondent.group = Some("Team".to_owned()),
        &|wave| wave.scope = "APAC".to_owned(),
        &|wave| wave.date = Date::new(2001, 1, 1).unwrap(),
    ];
    for (number, alter) in other.into_iter().enumerate() {
        let mut wave = own.clone();
        alter(&mut wave);
        assert!(twin(&history, &wave, &survey).is_none(), "{number}");
    }
    // Opened twice, it is one wave.
    let read = || unpack(&pack(&own, &survey, Names::Left).unwrap(), &survey).unwrap();
    let mut history = History::default();
    assert!(history.add(Rc::new(read())) && !history.add(Rc::new(read())));
}
