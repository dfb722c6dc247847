//! A wave as a link: all its answers in the fragment of an address, which browsers never send anywhere.
//!
//! `#mr=` and letters of base64url without padding (RFC 4648, section 5). The letters are bytes: a number,
//! lowest byte first and without zeros at its end, then the CRC-32 of these bytes, lowest byte first.
//! The number is made of digits, the first worth least, each with as many states as it needs:
//!
//! | Digit | States | Meaning |
//! |---|---|---|
//! | version | 16 | [`VERSION`]; every version ends with the same CRC-32 |
//! | survey | 65536 | low 16 bits of the CRC-32 of the survey's scale and identifiers with `meaning_rev` |
//! | names | 2 | 1: the texts at the end are there |
//! | year, month, day | 256, 12, 31 | from 1900, January, the 1st |
//! | kind | 3 | baseline, reassessment, pulse |
//! | anchor order | 2 | rising, falling |
//! | language | text | BCP 47 tag |
//! | aim | 1 + (roles + 1)^2 | 0 not answered, else 1 + first + (roles + 1) * second; 0 none, else number of the role |
//! | effort, wish | 1 + 101^3 each | 0 not answered, else 1 + unplanned + 101 * near + 101^2 * far, in percent |
//! | replies | 3 + ratings, for each item | 0 no reply, 1 does not apply, 2 not known, from 3 on the ratings, lowest first |
//! | evidence | 2, then 4 for each item | 1: marks follow; 0 no mark, 1 judgement, 2 findable, 3 at hand |
//! | weights | 2, then 10002 for each capability | 1: weights follow; 0 none of its own, else 1 + hundredths |
//! | wave, respondent, group, scope | texts | only with names |
//!
//! Roles, capabilities and items come in the order of the survey. A text is a digit of 64 states: 0 for none;
//! from 1 on its length up to 30, in letters of [`PLAIN`]; from 32 on its length up to 30, in bytes of UTF-8;
//! 63 for a longer one, followed by a digit of 2 states (letters or bytes) and one of 256 (length less 31).
//! Then its letters, of 40 states each, or its bytes, of 256.
//!
//! Notes do not travel, nor do answers to items the survey does not ask. Without names nothing tells who
//! answered: the wave is then called after its content, so that one link opened twice is one wave.
//! The fingerprint holds every item with its meaning: a link opens where the same is asked, in any language.
//!
//! For 45 items on a scale of five, with effort, wish, aim, a mark for each item and a language of two
//! letters, this is 60 letters; without marks, 46. On a scale of ten it is 66 and 51.

mod digits;
mod fields;
mod letters;

use crate::answers::AnchorOrder;
use crate::history::{History, Respondent, Wave, WaveKind};
use crate::survey::Survey;
use digits::{Digits, Number};
use fields::{
    put_aim, put_date, put_items, put_split, put_text, put_weights, take_aim, take_date, take_items,
    take_split, take_text, take_weights,
};
use std::rc::Rc;

/// What the fragment of every link starts with, behind `#`.
pub const KEY: &str = "mr=";
/// The version of the layout that is written, and the newest that is understood.
pub const VERSION: u32 = 1;
/// The letters of a text that is written shortly: those of most identifiers.
pub const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz0123456789-._ ";

/// No link of ours is longer, in letters; what is longer is not even looked at.
const LONGEST: usize = 16_384;
const KINDS: [WaveKind; 3] = [WaveKind::Baseline, WaveKind::Reassessment, WaveKind::Pulse];
const ORDERS: [AnchorOrder; 2] = [AnchorOrder::Rising, AnchorOrder::Falling];

/// Whether a link tells who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Nothing that names a person, a group, a unit or the wave.
    Left,
    /// The names of wave, respondent, group and scope, as texts.
    Carried,
}

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It holds no answers at all.
    NotALink,
    /// Something in it was lost or altered.
    Damaged,
    /// A newer program made it.
    NewerVersion,
    /// Its answers belong to another survey, or to another edition with other questions.
    OtherSurvey,
}

/// The fragment that carries a wave, from [`KEY`] on, without `#`.
///
/// `None` if the wave holds what has no place in it and would come out altered: a rating between two anchors,
/// an answer to an earlier meaning of its item, shares that are no whole percentages, weights finer than
/// hundredths, a day outside 1900 to 2155, a name longer than 286 bytes, or, with names, a wave without one.
pub fn pack(wave: &Wave, survey: &Survey, names: Names) -> Option<String> {
    if names == Names::Carried && wave.id.is_empty() {
        return None;
    }
    let mut digits = Digits::default();
    digits.put(VERSION, 16)?;
    digits.put(fingerprint(survey), 0x1_0000)?;
    digits.put(u32::from(names == Names::Carried), 2)?;
    put_date(&mut digits, wave.date)?;
    digits.put(KINDS.iter().position(|kind| *kind == wave.kind)? as u32, 3)?;
    digits.put(ORDERS.iter().position(|order| *order == wave.respondent.anchor_order)? as u32, 2)?;
    put_text(&mut digits, Some(&wave.lang))?;
    put_aim(&mut digits, wave.answers.aim.as_ref(), survey)?;
    put_split(&mut digits, wave.answers.effort)?;
    put_split(&mut digits, wave.answers.wish)?;
    put_items(&mut digits, &wave.answers, survey)?;
    put_weights(&mut digits, &wave.weights, survey)?;
    if names == Names::Carried {
        put_text(&mut digits, Some(&wave.id))?;
        put_text(&mut digits, wave.respondent.id.as_deref())?;
        put_text(&mut digits, wave.respondent.group.as_deref())?;
        put_text(&mut digits, Some(&wave.scope))?;
    }
    let mut bytes = digits.into_bytes();
    bytes.extend(letters::crc(&bytes).to_le_bytes());
    Some([KEY, &letters::text(&bytes)].concat())
}

/// The wave in a fragment, with or without `#` before it.
///
/// # Errors
/// Why it cannot be opened. Every text that [`pack`] would not write is refused.
pub fn unpack(fragment: &str, survey: &Survey) -> Result<Wave, LinkProblem> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let text = fragment.strip_prefix(KEY).ok_or(LinkProblem::NotALink)?;
    if text.len() > LONGEST {
        return Err(LinkProblem::Damaged);
    }
    let bytes = letters::bytes(text).ok_or(LinkProblem::Damaged)?;
    let (bytes, crc) = bytes.split_last_chunk::<4>().ok_or(LinkProblem::Damaged)?;
    let crc = u32::from_le_bytes(*crc);
    if letters::crc(bytes) != crc {
        return Err(LinkProblem::Damaged);
    }
    let mut number = Number::new(bytes);
    match number.take(16) {
        VERSION => {}
        0 => return Err(LinkProblem::Damaged),
        _ => return Err(LinkProblem::NewerVersion),
    }
    if number.take(0x1_0000) != fingerprint(survey) {
        return Err(LinkProblem::OtherSurvey);
    }
    let names = if number.take(2) == 1 { Names::Carried } else { Names::Left };
    let wave = take_wave(&mut number, survey, names, crc).ok_or(LinkProblem::Damaged)?;
    // One wave has one text: whatever else reads as this wave was not written by us.
    let same = pack(&wave, survey, names).as_deref() == Some(fragment);
    if same { Ok(wave) } else { Err(LinkProblem::Damaged) }
}

/// The wave in a history that says the same, under whatever name: opening a link to it adds nothing.
///
/// Notes do not count, and neither does a name that only one of the two has. A wave that has the name of one
/// in the history without being its twin is another one all the same; the history keeps its own.
pub fn twin<'a>(history: &'a History, wave: &Wave, survey: &Survey) -> Option<&'a Rc<Wave>> {
    let apart = |a: Option<&str>, b: Option<&str>| {
        let (a, b) = (a.unwrap_or_default(), b.unwrap_or_default());
        a != b && !a.is_empty() && !b.is_empty()
    };
    let content = pack(wave, survey, Names::Left)?;
    history.waves().iter().find(|own| {
        let (theirs, ours) = (&wave.respondent, &own.respondent);
        !apart(theirs.id.as_deref(), ours.id.as_deref())
            && !apart(theirs.group.as_deref(), ours.group.as_deref())
            && !apart(Some(&wave.scope), Some(&own.scope))
            && pack(own, survey, Names::Left).as_ref() == Some(&content)
    })
}

/// What is asked, in 16 bits: digits only mean something beside the items they were written for.
fn fingerprint(survey: &Survey) -> u32 {
    let mut bytes = vec![survey.scale_min, survey.scale_max];
    let mut name = |name: &str, meaning_rev: u32| {
        bytes.extend(name.bytes());
        bytes.push(0);
        bytes.extend(meaning_rev.to_le_bytes());
    };
    name(&survey.id, 0);
    for role in &survey.roles {
        name(role.id.as_str(), 0);
        for capability in &role.capabilities {
            name(capability.id.as_str(), 0);
            for item in &capability.items {
                name(item.id.as_str(), item.meaning_rev);
            }
        }
    }
    letters::crc(&bytes) & 0xFFFF
}

fn take_wave(number: &mut Number, survey: &Survey, names: Names, crc: u32) -> Option<Wave> {
    let mut wave = Wave { date: take_date(number)?, ..Wave::default() };
    wave.kind = *KINDS.get(number.take(3) as usize)?;
    let anchor_order = *ORDERS.get(number.take(2) as usize)?;
    wave.lang = take_text(number)?.unwrap_or_default();
    wave.answers.aim = take_aim(number, survey);
    wave.answers.effort = take_split(number);
    wave.answers.wish = take_split(number);
    take_items(number, &mut wave.answers, survey);
    wave.weights = take_weights(number, survey);
    wave.respondent = Respondent { anchor_order, ..Respondent::default() };
    match names {
        Names::Left => wave.id = ["link-", &wave.date.iso(), "-", &crc.to_string()].concat(),
        Names::Carried => {
            wave.id = take_text(number)?.unwrap_or_default();
            wave.respondent.id = take_text(number)?;
            wave.respondent.group = take_text(number)?;
            wave.scope = take_text(number)?.unwrap_or_default();
        }
    }
    Some(wave)
}
