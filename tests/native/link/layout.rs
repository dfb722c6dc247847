//! The layout of links digit by digit, for a survey so small that all of it fits into one number of 128 bits;
//! and what a forger with the right checksum can get in: nothing that lies outside the ranges.

use super::waves::{Dice, any_wave, bytes, link};
use crate::profiles::{replied, survey};
use maturity_radar::answers::{AimAnswer, EffortSplit, Evidence, Rating, Reply};
use maturity_radar::document::link::{LinkProblem, Names, pack, unpack};
use maturity_radar::history::{Date, Wave, WaveKind};
use maturity_radar::survey::Survey;

/// The states of all digits for one role with one capability of two items, without language or marks.
const STATES: [u128; 15] = [16, 65_536, 2, 256, 12, 31, 3, 2, 64, 5, 1_030_302, 1_030_302, 8, 8, 2];

/// One role, one capability, two items.
fn small() -> Survey {
    let mut survey = (*survey()).clone();
    survey.roles.truncate(1);
    survey.roles[0].capabilities.truncate(1);
    survey
}

fn wave(survey: &Survey) -> Wave {
    let mut wave = any_wave(&mut Dice(8), survey, Names::Left);
    (wave.date, wave.kind) = (Date::new(2026, 11, 21).unwrap(), WaveKind::Reassessment);
    (wave.lang, wave.weights) = (String::new(), Default::default());
    wave.respondent = Default::default();
    wave.answers.aim = Some(AimAnswer { primary: Some(survey.roles[0].id.clone()), secondary: None });
    wave.answers.effort = Some(EffortSplit::from([45.0, 40.0, 15.0]));
    wave.answers.wish = None;
    let replies = [Reply::Rated(Rating::whole(5)), Reply::Unknown];
    wave.answers.items =
        survey.items().zip(replies).map(|(item, reply)| (item.id.clone(), replied(reply))).collect();
    wave
}

/// CRC-32 by polynomial division over the bits, another way than the program's.
fn crc(bytes: &[u8]) -> u32 {
    let bits = bytes.iter().flat_map(|byte| (0..8).map(move |bit| (byte >> bit) & 1 == 1));
    let mut rest = 0xFFFF_FFFF_u32;
    for bit in bits {
        let divide = (rest >> 31 == 1) != bit;
        rest = (rest << 1) ^ if divide { 0x04C1_1DB7 } else { 0 };
    }
    !rest.reverse_bits()
}

fn digits(text: &str) -> Vec<u128> {
    let bytes = bytes(text);
    let (number, own) = bytes.split_at(bytes.len() - 4);
    assert_eq!(crc(number).to_le_bytes(), own, "the checksum of {text}");
    let mut number = number.iter().rev().fold(0, |number, byte| (number << 8) | u128::from(*byte));
    let mut digits = Vec::new();
    for states in STATES {
        digits.push(number % states);
        number /= states;
    }
    digits.push(number);
    digits
}

/// A link with the right checksum out of any digits; the last one takes all that is left.
fn forged(digits: &[u128]) -> String {
    let number =
        STATES.iter().zip(digits).rev().fold(digits[15], |number, (states, digit)| number * states + digit);
    let mut bytes: Vec<u8> = number.to_le_bytes().to_vec();
    while bytes.last() == Some(&0) {
        bytes.pop();
    }
    sealed(&bytes)
}

fn sealed(bytes: &[u8]) -> String {
    link(&[bytes, &crc(bytes).to_le_bytes()].concat())
}

#[test]
fn every_digit_stands_where_the_layout_says() {
    assert_eq!(crc(b"123456789"), 0xCBF4_3926);
    let survey = small();
    let text = pack(&wave(&survey), &survey, Names::Left).unwrap();
    let found = digits(&text);
    let effort = 1 + 45 + 101 * 40 + 101 * 101 * 15;
    assert_eq!(found[2..], [0, 126, 10, 20, 1, 0, 1, 2, effort, 0, 7, 2, 0, 0]);
    assert_eq!(found[0], 1);
    assert_eq!(forged(&found), text);
}

#[test]
fn a_newer_version_is_told_from_damage() {
    let survey = small();
    let mut found = digits(&pack(&wave(&survey), &survey, Names::Left).unwrap());
    for (version, expected) in
        [(0, LinkProblem::Damaged), (2, LinkProblem::NewerVersion), (15, LinkProblem::NewerVersion)]
    {
        found[0] = version;
        assert_eq!(unpack(&forged(&found), &survey), Err(expected));
    }
}

#[test]
fn a_right_checksum_lets_nothing_in_that_has_no_meaning() {
    let survey = small();
    let whole = digits(&pack(&wave(&survey), &survey, Names::Left).unwrap());
    let mut other = whole.clone();
    other[1] ^= 1;
    assert_eq!(unpack(&forged(&other), &survey), Err(LinkProblem::OtherSurvey));
    for (what, changes) in [
        ("the 31st of November", &[(5, 30)][..]),
        ("names that are not there", &[(2, 1)]),
        ("an empty text in bytes", &[(8, 32)]),
        ("a text longer than the number", &[(8, 63)]),
        ("marks that are none", &[(14, 1)]),
        ("weights that are none", &[(15, 1)]),
        ("a digit behind the last", &[(15, 2)]),
        ("many digits behind the last", &[(15, 1 << 20)]),
    ] {
        let mut changed = whole.clone();
        for (at, digit) in changes {
            changed[*at] = *digit;
        }
        assert_eq!(unpack(&forged(&changed), &survey), Err(LinkProblem::Damaged), "{what}");
    }
    let text = pack(&wave(&survey), &survey, Names::Left).unwrap();
    let bytes = bytes(&text);
    let zero = sealed(&[&bytes[..bytes.len() - 4], &[0]].concat());
    assert_eq!(unpack(&zero, &survey), Err(LinkProblem::Damaged), "a zero at the end of the number");
    assert_eq!(unpack(&sealed(&[]), &survey), Err(LinkProblem::Damaged), "no number at all");
}

#[test]
fn any_bytes_with_the_right_checksum_give_a_wave_within_the_ranges_or_nothing() {
    let (mut dice, survey) = (Dice(9), survey());
    let whole = bytes(&pack(&any_wave(&mut dice, &survey, Names::Carried), &survey, Names::Carried).unwrap());
    let mut opened = 0;
    for _ in 0..5_000 {
        // Version and survey stay right; what follows is anything.
        let mut bytes = whole[..3].to_vec();
        bytes[2] = (whole[2] & 15) | (dice.below(16) as u8) << 4;
        bytes.extend((0..dice.below(60)).map(|_| dice.below(256) as u8));
        let Ok(read) = unpack(&sealed(&bytes), &survey) else { continue };
        opened += 1;
        let names = if read.id.starts_with("link-") { Names::Left } else { Names::Carried };
        assert_eq!(pack(&read, &survey, names), Some(sealed(&bytes)));
        for (id, answer) in &read.answers.items {
            assert!(survey.place(id).is_some());
            if let Some(Reply::Rated(rating)) = answer.reply {
                assert!((1.0..=5.0).contains(&rating.value()));
            }
            assert!(answer.evidence.is_none_or(|mark| Evidence::ALL.contains(&mark)));
        }
    }
    assert!(opened > 0, "some of them mean something");
}
