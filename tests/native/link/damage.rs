//! Links that were damaged on their way: none is opened.

use super::waves::{Dice, LETTERS, any_wave, bytes, link};
use crate::profiles::survey;
use maturity_radar::document::link::{KEY, LinkProblem, Names, pack, unpack};

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
    for _ in 0..60 {
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
