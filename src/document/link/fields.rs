//! The parts of a wave as digits, and back. What is put and what is taken stand side by side.

use super::PLAIN;
use super::digits::{Digits, Number};
use crate::answers::{AimAnswer, Answer, Answers, EffortSplit, Evidence, Rating, Reply};
use crate::history::Date;
use crate::scoring::Weights;
use crate::survey::{RoleId, Survey};

/// Longest text whose length stands in its first digit, in bytes.
const SHORT: u32 = 30;
/// What the first digit of a longer text says.
const LONG: u32 = 63;
/// From here on the first digit means bytes.
const BYTES: u32 = SHORT + 2;
/// The first year that has a digit.
const FIRST_YEAR: u16 = 1900;
/// Shares of working time from 0 to 100 percent.
const SHARES: u32 = 101;
/// Own weights in hundredths, 0 to 100, and none.
const WEIGHTS: u32 = 10_002;

pub(super) fn put_date(digits: &mut Digits, date: Date) -> Option<()> {
    let iso = date.iso();
    for (part, (first, states)) in iso.split('-').zip([(u32::from(FIRST_YEAR), 256), (1, 12), (1, 31)]) {
        digits.put(part.parse::<u32>().ok()?.checked_sub(first)?, states)?;
    }
    Some(())
}

pub(super) fn take_date(number: &mut Number) -> Option<Date> {
    let year = FIRST_YEAR + number.take(256) as u16;
    let month = number.take(12) as u8 + 1;
    Date::new(year, month, number.take(31) as u8 + 1)
}

pub(super) fn put_text(digits: &mut Digits, text: Option<&str>) -> Option<()> {
    let Some(text) = text else {
        return digits.put(0, LONG + 1);
    };
    let plain = text.chars().all(|letter| PLAIN.contains(letter));
    let length = u32::try_from(text.len()).ok()?;
    if length <= SHORT {
        digits.put(length + if plain { 1 } else { BYTES }, LONG + 1)?;
    } else {
        digits.put(LONG, LONG + 1)?;
        digits.put(u32::from(!plain), 2)?;
        digits.put(length - SHORT - 1, 256)?;
    }
    for byte in text.bytes() {
        if plain {
            let letter = PLAIN.bytes().position(|own| own == byte)?;
            digits.put(letter as u32, PLAIN.len() as u32)?;
        } else {
            digits.put(u32::from(byte), 256)?;
        }
    }
    Some(())
}

/// A text, or none of it, where the digits are one.
pub(super) fn take_text(number: &mut Number) -> Option<Option<String>> {
    let (plain, length) = match number.take(LONG + 1) {
        0 => return Some(None),
        LONG => (number.take(2) == 0, SHORT + 1 + number.take(256)),
        head if head < BYTES => (true, head - 1),
        head => (false, head - BYTES),
    };
    let mut bytes = Vec::new();
    for _ in 0..length {
        bytes.push(if plain {
            *PLAIN.as_bytes().get(number.take(PLAIN.len() as u32) as usize)?
        } else {
            number.take(256) as u8
        });
    }
    String::from_utf8(bytes).ok().map(Some)
}

/// None and every role, for either aim.
fn aim_choices(survey: &Survey) -> u32 {
    survey.roles.len() as u32 + 1
}

pub(super) fn put_aim(digits: &mut Digits, aim: Option<&AimAnswer>, survey: &Survey) -> Option<()> {
    let choices = aim_choices(survey);
    let choice = |id: &Option<RoleId>| match id {
        Some(id) => survey.roles.iter().position(|role| role.id == *id).map(|at| at as u32 + 1),
        None => Some(0),
    };
    let digit = match aim {
        Some(aim) => 1 + choice(&aim.primary)? + choices * choice(&aim.secondary)?,
        None => 0,
    };
    digits.put(digit, 1 + choices * choices)
}

pub(super) fn take_aim(number: &mut Number, survey: &Survey) -> Option<AimAnswer> {
    let choices = aim_choices(survey);
    let digit = number.take(1 + choices * choices).checked_sub(1)?;
    let role = |choice: u32| {
        let at = choice.checked_sub(1)?;
        survey.roles.get(at as usize).map(|role| role.id.clone())
    };
    Some(AimAnswer { primary: role(digit % choices), secondary: role(digit / choices) })
}

/// A number as a whole one from 0 to `highest`; `None` if it is none.
fn whole(value: f64, highest: u32) -> Option<u32> {
    let fits = value >= 0.0 && value <= f64::from(highest) && value.fract() == 0.0;
    fits.then_some(value as u32)
}

pub(super) fn put_split(digits: &mut Digits, split: Option<EffortSplit>) -> Option<()> {
    let mut digit = 0;
    if let Some(split) = split {
        for share in split.parts().into_iter().rev() {
            digit = digit * SHARES + whole(share, SHARES - 1)?;
        }
        digit += 1;
    }
    digits.put(digit, 1 + SHARES.pow(3))
}

pub(super) fn take_split(number: &mut Number) -> Option<EffortSplit> {
    let digit = number.take(1 + SHARES.pow(3)).checked_sub(1)?;
    let shares = [digit, digit / SHARES, digit / SHARES.pow(2)];
    Some(EffortSplit::from(shares.map(|share| f64::from(share % SHARES))))
}

/// No reply, two replies without a rating, and every rating.
fn reply_states(survey: &Survey) -> u32 {
    4 + u32::from(survey.scale_max.saturating_sub(survey.scale_min))
}

pub(super) fn put_items(digits: &mut Digits, answers: &Answers, survey: &Survey) -> Option<()> {
    let untouched = Answer::default();
    let mut marks = Vec::new();
    for item in survey.items() {
        let answer = answers.items.get(&item.id).unwrap_or(&untouched);
        let says = answer.reply.is_some() || answer.evidence.is_some();
        if says && answer.meaning_rev != item.meaning_rev {
            return None;
        }
        let digit = match answer.reply {
            None => 0,
            Some(Reply::NotApplicable) => 1,
            Some(Reply::Unknown) => 2,
            Some(Reply::Rated(rating)) => 3 + u32::from(rating.anchor()?.checked_sub(survey.scale_min)?),
        };
        digits.put(digit, reply_states(survey))?;
        let mark = answer.evidence.and_then(|own| Evidence::ALL.iter().position(|mark| *mark == own));
        marks.push(mark.map_or(0, |mark| mark as u32 + 1));
    }
    let marked = marks.iter().any(|mark| *mark > 0);
    digits.put(u32::from(marked), 2)?;
    if marked {
        for mark in marks {
            digits.put(mark, 4)?;
        }
    }
    Some(())
}

pub(super) fn take_items(number: &mut Number, answers: &mut Answers, survey: &Survey) {
    let mut replies = Vec::new();
    for _ in survey.items() {
        replies.push(match number.take(reply_states(survey)) {
            0 => None,
            1 => Some(Reply::NotApplicable),
            2 => Some(Reply::Unknown),
            rated => Some(Reply::Rated(Rating::whole(survey.scale_min.saturating_add(rated as u8 - 3)))),
        });
    }
    let marked = number.take(2) == 1;
    for (item, reply) in survey.items().zip(replies) {
        let mark = if marked { number.take(4).checked_sub(1) } else { None };
        let evidence = mark.and_then(|mark| Evidence::ALL.get(mark as usize).copied());
        if reply.is_some() || evidence.is_some() {
            let answer = Answer { reply, evidence, note: String::new(), meaning_rev: item.meaning_rev };
            answers.items.insert(item.id.clone(), answer);
        }
    }
}

pub(super) fn put_weights(digits: &mut Digits, weights: &Weights, survey: &Survey) -> Option<()> {
    if weights.iter().any(|(id, _)| survey.capability(id).is_none()) {
        return None;
    }
    digits.put(u32::from(!weights.is_empty()), 2)?;
    if !weights.is_empty() {
        for capability in survey.capabilities() {
            let digit = match weights.get(&capability.id) {
                Some(weight) => 1 + hundredths(*weight)?,
                None => 0,
            };
            digits.put(digit, WEIGHTS)?;
        }
    }
    Some(())
}

/// A weight in hundredths, if that tells it exactly.
fn hundredths(weight: f64) -> Option<u32> {
    let hundredths = whole((weight * 100.0).round(), WEIGHTS - 2)?;
    (f64::from(hundredths) / 100.0 == weight).then_some(hundredths)
}

pub(super) fn take_weights(number: &mut Number, survey: &Survey) -> Weights {
    let mut weights = Weights::new();
    if number.take(2) == 1 {
        for capability in survey.capabilities() {
            if let Some(hundredths) = number.take(WEIGHTS).checked_sub(1) {
                weights.insert(capability.id.clone(), f64::from(hundredths) / 100.0);
            }
        }
    }
    weights
}
