//! Waves to pack, drawn without a pattern, and links taken apart without the program's own code.

use crate::profiles::survey;
use maturity_radar::answers::{AimAnswer, AnchorOrder, Answer, EffortSplit, Evidence, Rating, Reply};
use maturity_radar::document::link::{KEY, Names};
use maturity_radar::history::{Date, Wave, WaveKind};
use maturity_radar::survey::{CapabilityId, ItemId, Survey};

pub const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Numbers without a pattern, the same in every run (xorshift64*).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % bound
    }

    pub fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize].clone()
    }

    pub fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(4) > 0).then(|| value(self))
    }

    pub fn text(&mut self, letters: &str, longest: u64) -> String {
        let letters: Vec<char> = letters.chars().collect();
        (0..self.below(longest + 1)).map(|_| self.one_of(&letters)).collect()
    }

    pub fn split(&mut self) -> EffortSplit {
        let unplanned = self.below(101);
        let near = self.below(101 - unplanned);
        EffortSplit::from([unplanned, near, 100 - unplanned - near].map(|share| share as f64))
    }
}

/// Anything a link can carry but notes; without names unless they are asked for.
pub fn any_wave(dice: &mut Dice, survey: &Survey, names: Names) -> Wave {
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
pub fn of_45_questions(scale_min: u8, scale_max: u8) -> Survey {
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
pub fn bytes(link: &str) -> Vec<u8> {
    let values: Vec<usize> = link[KEY.len()..].bytes().map(value).collect();
    let mut bytes = Vec::new();
    for four in values.chunks(4) {
        let number = (0..4).fold(0, |number, at| number * 64 + four.get(at).copied().unwrap_or_default());
        bytes.extend([number >> 16, number >> 8, number].iter().take(four.len() - 1).map(|part| *part as u8));
    }
    bytes
}

fn value(letter: u8) -> usize {
    LETTERS.bytes().position(|own| own == letter).expect("a letter of ours")
}

/// A link out of bytes.
pub fn link(bytes: &[u8]) -> String {
    let mut text = KEY.to_owned();
    for three in bytes.chunks(3) {
        let number =
            (0..3).fold(0, |number, at| number * 256 + three.get(at).copied().map_or(0, usize::from));
        let values = [number >> 18, number >> 12, number >> 6, number].map(|part| part % 64);
        text.extend(values.iter().take(three.len() + 1).map(|value| char::from(LETTERS.as_bytes()[*value])));
    }
    text
}
