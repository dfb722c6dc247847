//! The answer file (model 6): the raw answers of one wave, never a score.

#[cfg(feature = "results")]
mod whole;
mod writing;

use super::reader::{Log, Reader};
use super::survey::{PARTS, check_format, split};
use super::{Code, Problem, Tree};
#[cfg(not(feature = "results"))]
use crate::answers::Rating;
use crate::answers::{AimAnswer, AnchorOrder, Answer, Answers, EffortSplit, Evidence, Reply};
use crate::history::{Date, Respondent, Wave, WaveKind};
use crate::scoring::Weights;
use crate::survey::{CapabilityId, ItemId, RoleId, Survey};
#[cfg(feature = "results")]
pub use whole::write_whole;
#[cfg(feature = "results")]
use whole::{beyond, check_halves, lost, median_deviation, people, rating, version};
pub use writing::write;
pub(super) use writing::{begin, write_answers, write_assessment, write_respondent};

/// What `format` says in every answer file.
pub const FORMAT: &str = "marketing-transformation-answers";
/// The format version that is written.
pub const VERSION: &str = "1.0";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// Reads one answer file.
///
/// What the survey does not ask, such as own items under `x-`, and fields that are not known here are kept as
/// they are, in [`Wave::beyond`]; answers to former items that a bridge starts from stand with the others.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<Wave, Vec<Problem>> {
    let log = Log::of(tree);
    let wave = wave(log.root(), survey);
    log.close(wave)
}

fn wave(root: Reader, survey: &Survey) -> Wave {
    check_format(root, FORMAT, MAJOR);
    check_survey(root, survey);
    let wave = root.field("wave");
    Wave {
        id: wave_id(&wave),
        kind: wave_kind(wave),
        date: day(wave.field("date")).unwrap_or_default(),
        assessment: optional_string(wave, "assessment").unwrap_or_default(),
        scope: optional_string(wave, "scope").unwrap_or_default(),
        lang: optional_string(root, "lang").unwrap_or_default(),
        respondent: root.optional("respondent").map_or_else(Respondent::default, respondent),
        answers: answers(root, survey),
        weights: weights(root, survey),
        #[cfg(feature = "results")]
        version: version(root, survey),
        #[cfg(feature = "results")]
        beyond: beyond(root, survey),
    }
}

/// A day alone: with a time of day nobody knows of which place it is meant.
pub(super) fn day(field: Reader) -> Option<Date> {
    let text = field.str();
    let day = Date::parse(text).filter(|_| text.len() == 10);
    if day.is_none() && field.is_text() {
        field.problem(Code::OutOfRange, "needs a date such as 2026-11-21");
    }
    day
}

/// Notes answers that were given to another survey.
pub(super) fn check_survey(root: Reader, survey: &Survey) {
    let model = root.field("model").field("id");
    if model.str() != survey.id && model.is_text() {
        model.problem(Code::OtherSurvey, "these answers belong to another survey");
    }
    #[cfg(feature = "results")]
    optional_string(root.field("model"), "version");
}

#[inline(never)]
pub(super) fn optional_string(reader: Reader, name: &str) -> Option<String> {
    reader.optional(name).map(own_name)
}

/// Any name somebody gave; nobody types one that is longer than the limit.
#[inline(never)]
pub(super) fn own_name(field: Reader) -> String {
    let name = field.str();
    #[cfg(feature = "results")]
    if name.chars().count() > LONGEST_NAME {
        field.problem(Code::OutOfRange, "this text is too long");
    }
    name.to_owned()
}

/// Longest name in characters.
#[cfg(feature = "results")]
const LONGEST_NAME: usize = 2000;

/// The names of kinds of waves in files.
pub(super) const KINDS: [(WaveKind, &str); 3] =
    [(WaveKind::Baseline, "baseline"), (WaveKind::Reassessment, "reassessment"), (WaveKind::Pulse, "pulse")];

/// Any name a host gives its waves; the survey's own identifiers are stricter.
fn wave_id(wave: &Reader) -> String {
    let id = wave.text("id");
    if id.chars().count() > 128 {
        wave.field("id").problem(Code::OutOfRange, "needs 128 characters at most");
    }
    id
}

fn wave_kind(wave: Reader) -> WaveKind {
    let Some(field) = wave.optional("kind") else {
        return WaveKind::default();
    };
    let kind = KINDS.iter().find(|(_, name)| *name == field.str());
    if kind.is_none() {
        field.problem(Code::OutOfRange, "needs baseline, reassessment or pulse");
    }
    kind.map_or_else(WaveKind::default, |(kind, _)| *kind)
}

/// Reads who answered.
#[inline(never)]
pub(super) fn respondent(reader: Reader) -> Respondent {
    let mut anchor_order = AnchorOrder::Rising;
    if let Some(order) = reader.optional("anchor_order") {
        match order.str() {
            "falling" => anchor_order = AnchorOrder::Falling,
            "rising" => {}
            _ => order.problem(Code::OutOfRange, "needs rising or falling"),
        }
    }
    Respondent {
        id: optional_string(reader, "id"),
        group: optional_string(reader, "group"),
        anchor_order,
        #[cfg(feature = "results")]
        people: people(reader),
        #[cfg(feature = "results")]
        median_deviation: median_deviation(reader),
    }
}

/// Reads answers, effort mix and aim below `root`.
#[inline(never)]
pub(super) fn answers(root: Reader, survey: &Survey) -> Answers {
    let mut answers = Answers::default();
    for (id, entry) in root.field("answers").entries() {
        let id = ItemId::new(id);
        if let Some(meaning_rev) = survey.meaning_rev(&id) {
            answers.items.insert(id, answer(entry, meaning_rev, survey));
        }
    }
    #[cfg(feature = "results")]
    check_halves(root);
    if let Some(effort) = root.optional("effort_mix") {
        answers.wish = effort.optional("wish").map(|wish| EffortSplit::from(split(wish)));
        // A wish may stand alone.
        if answers.wish.is_none() || PARTS.iter().any(|part| effort.optional(part).is_some()) {
            answers.effort = Some(EffortSplit::from(split(effort)));
        }
    }
    if let Some(aim) = root.optional("aim") {
        answers.aim = Some(AimAnswer {
            primary: role(root, aim, "primary", survey),
            secondary: role(root, aim, "secondary", survey),
        });
    }
    answers
}

fn answer(reader: Reader, meaning_rev: u32, survey: &Survey) -> Answer {
    Answer {
        reply: reader.optional("value").and_then(|value| reply(value, survey)),
        evidence: reader.optional("evidence").and_then(evidence),
        note: reader.optional("note").map_or_else(String::new, |field| note(field, survey)),
        meaning_rev: reader.optional("meaning_rev").map_or(meaning_rev, |field| field.as_whole(1, 9999)),
    }
}

fn reply(value: Reader, survey: &Survey) -> Option<Reply> {
    match value.tree() {
        Some(Tree::Text(text)) if text == "NA" => Some(Reply::NotApplicable),
        Some(Tree::Text(text)) if text == "DK" => Some(Reply::Unknown),
        Some(Tree::Number(_)) => Some(Reply::Rated(rating(value, survey))),
        _ => {
            value.problem(Code::WrongType, "needs a number of the scale, \"NA\" or \"DK\"");
            None
        }
    }
}

/// Names that this survey does not have were checked when they were first read.
#[cfg(not(feature = "results"))]
fn lost(_root: Reader, _field: Reader, _id: &str, _message: &str, _survey: &Survey) {}

/// A rating, as it is: the small program shows nothing that was stored, and the whole one reads it anew.
#[cfg(not(feature = "results"))]
fn rating(value: Reader, _survey: &Survey) -> Rating {
    match value.tree() {
        Some(Tree::Number(number)) => Rating::whole(*number as u8),
        _ => Rating::whole(0),
    }
}

fn evidence(field: Reader) -> Option<Evidence> {
    let weight = field.as_number(0, 1);
    let mark = Evidence::ALL.into_iter().find(|mark| (mark.weight() - weight).abs() < f64::EPSILON);
    if mark.is_none() {
        field.problem(Code::OutOfRange, "needs 0, 0.5 or 1");
    }
    mark
}

fn note(field: Reader, survey: &Survey) -> String {
    let text = field.str();
    if text.chars().count() > survey.parameters.note_characters {
        field.problem(Code::OutOfRange, "this note is too long");
    }
    text.to_owned()
}

#[inline(never)]
fn role(root: Reader, aim: Reader, name: &str, survey: &Survey) -> Option<RoleId> {
    let field = aim.optional(name)?;
    let id = RoleId::new(field.str());
    if survey.role(&id).is_none() {
        lost(root, field, id.as_str(), "no role has this id", survey);
    }
    Some(id)
}

fn weights(root: Reader, survey: &Survey) -> Weights {
    let mut weights = Weights::new();
    if let Some(field) = root.optional("weights") {
        for (id, weight) in field.entries() {
            let id = CapabilityId::new(id);
            if survey.capability(&id).is_none() {
                lost(root, weight, id.as_str(), "no capability has this id", survey);
            }
            weights.insert(id, weight.as_number(0, 100));
        }
    }
    weights
}
