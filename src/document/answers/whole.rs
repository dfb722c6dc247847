//! What only the whole program reads and writes in answer files: halves of a team, and all that is kept of them.

use super::writing::write_wave;
use super::{FORMAT, VERSION};
use crate::addendum::Addendum;
use crate::answers::Rating;
use crate::document::addendum::write_fields;
use crate::document::beyond::{ADDENDUM, ANSWER_FILE, with_beyond};
use crate::document::reader::Reader;
use crate::document::{Code, Tree, Writer};
use crate::history::Wave;
use crate::survey::Survey;
use std::rc::Rc;

/// Most people that may stand behind one wave.
const CROWD: u32 = 9999;
/// Most anchors that people may lie apart.
const WIDEST: u64 = 99;

/// How many people stand behind the answers, where that is said.
pub(super) fn people(respondent: Reader) -> Option<u32> {
    respondent.optional("people").map(|field| field.as_whole(1, CROWD))
}

/// How far the people behind the answers lay apart, in anchors, where that is said.
pub(super) fn median_deviation(respondent: Reader) -> Option<f64> {
    respondent.optional("median_deviation").map(|field| field.as_number(0, WIDEST))
}

/// The version of the survey that was answered, where it is another.
pub(super) fn version(root: Reader, survey: &Survey) -> Option<String> {
    let version = super::optional_string(root.field("model"), "version")?;
    (version != survey.version).then_some(version)
}

/// Notes a name of a role or capability the survey does not have, unless the answers belong to another version of
/// it: roles and capabilities come and go with a major one (model 6), and what was said about them is kept.
pub(super) fn lost(root: Reader, field: Reader, id: &str, message: &str, survey: &Survey) {
    let version = root.field("model").optional("version").and_then(Reader::tree);
    if matches!(version, Some(Tree::Text(version)) if *version != survey.version) {
        field.check_id(id);
    } else {
        field.problem(Code::UnknownReference, message);
    }
}

/// What the file says beyond what is known here.
pub(super) fn beyond(root: Reader, survey: &Survey) -> Option<Rc<str>> {
    let tree = root.tree()?;
    root.if_sound(|| crate::document::beyond::beyond(tree, &ANSWER_FILE, survey))
}

/// A rating, whole or half.
pub(super) fn rating(value: Reader, survey: &Survey) -> Rating {
    let halves = 2.0 * value.as_number(u64::from(survey.scale_min), u64::from(survey.scale_max));
    if halves.fract() != 0.0 {
        value.problem(Code::WrongType, NO_FRACTIONS);
    }
    Rating::halves(halves as u16)
}

const NO_FRACTIONS: &str = "needs a whole number, or a half where two or more people answered";

/// Notes halves where no team stands behind the answers (model 2.9).
pub(super) fn check_halves(root: Reader) {
    let respondent = root.optional("respondent");
    let people = respondent.and_then(|respondent| respondent.optional("people"));
    if let Some(Tree::Number(people)) = people.and_then(Reader::tree)
        && *people >= 2.0
    {
        return;
    }
    for (_, entry) in root.field("answers").entries() {
        if let Some(Tree::Number(value)) = entry.tree().and_then(|entry| entry.get("value"))
            && value.fract() != 0.0
        {
            entry.field("value").problem(Code::WrongType, NO_FRACTIONS);
        }
    }
}

/// Writes one wave as an answer file with all that was added to it (model 6).
pub fn write_whole(wave: &Wave, own: Option<&Addendum>, survey: &Survey) -> String {
    let mut file = Writer::default();
    file.open("");
    file.text("format", FORMAT);
    file.text("format_version", VERSION);
    file.open("model");
    file.text("id", &survey.id);
    file.text("version", wave.version.as_ref().unwrap_or(&survey.version));
    file.close();
    write_wave(&mut file, wave, survey);
    if let Some(own) = own {
        write_fields(&mut file, own);
        file.number("touched_ms", own.touched_ms);
    }
    file.close();
    let text = with_beyond(file.into_text(), wave.beyond.as_deref(), &ANSWER_FILE, survey);
    with_beyond(text, own.and_then(|own| own.beyond.as_deref()), &ADDENDUM, survey)
}
