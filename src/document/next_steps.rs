//! The document of next steps (model 3.4) and of the calendar (model 3.2), apart from the survey, as no
//! question needs them.

use super::reader::{Log, Reader};
use super::survey::{check_format, next_step};
use super::{Code, Problem, Tree};
use crate::plan::{Calendar, LookCloser, NextSteps, Phase, Reassess};
use crate::survey::{Capability, NextStep, Survey};

/// What `format` says in every document of next steps.
pub const FORMAT: &str = "marketing-transformation-next-steps";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// Reads the next steps that belong to a survey: one for each level of each capability.
///
/// Where the document has none for a capability, those count that the survey itself has for it.
///
/// # Errors
/// Every problem found, each with its pointer. A document with a problem is refused as a whole.
pub fn read(text: &str, survey: &Survey) -> Result<NextSteps, Vec<Problem>> {
    match Tree::parse(text) {
        Ok(tree) => read_tree(&tree, survey),
        Err(problem) => Err(vec![problem]),
    }
}

/// Reads a document of next steps that was parsed before.
///
/// # Errors
/// As [`read`].
pub fn read_tree(tree: &Tree, survey: &Survey) -> Result<NextSteps, Vec<Problem>> {
    let log = Log::of(tree);
    let root = log.root();
    check_format(root, FORMAT, MAJOR);
    check_survey(root, survey);
    let steps = root.field("next_steps");
    check_capabilities(steps, survey);
    let mut read = NextSteps::within(survey);
    read.lang = root.text("lang");
    read.calendar = root.optional("calendar").map(calendar);
    read.lenses = root.optional_list("lenses").read(|entry| LookCloser {
        id: lens(entry, survey),
        name: entry.text("name"),
        gist: entry.text("gist"),
        minutes: entry.whole("minutes", 1, 240),
    });
    for capability in survey.capabilities() {
        if let Some(own) = steps_of(steps, capability, survey) {
            read.capabilities.insert(capability.id.clone(), own);
        }
    }
    log.close(read)
}

fn lens(entry: Reader, survey: &Survey) -> String {
    let id = entry.id("id");
    if !survey.lenses.iter().any(|own| own.id == id) {
        entry.field("id").problem(Code::UnknownReference, "the survey has no lens of this id");
    }
    id.to_owned()
}

/// Notes steps that lead through another survey.
fn check_survey(root: Reader, survey: &Survey) {
    let model = root.field("model").field("id");
    if model.str() != survey.id && model.is_text() {
        model.problem(Code::OtherSurvey, "these steps belong to another survey");
    }
}

fn check_capabilities(steps: Reader, survey: &Survey) {
    for (id, entry) in steps.entries() {
        if !survey.capabilities().any(|capability| capability.id.as_str() == id) {
            entry.problem(Code::UnknownReference, "no capability has this id");
        }
    }
}

/// The steps of a capability, unless the survey has them all itself.
fn steps_of(steps: Reader, capability: &Capability, survey: &Survey) -> Option<Vec<NextStep>> {
    let id = capability.id.as_str();
    if steps.optional(id).is_none() && are_whole(&capability.next_steps, survey) {
        return None;
    }
    let own = steps.filled_list(id).read(next_step);
    // That there are none at all was noted before.
    if !own.is_empty() && !are_whole(&own, survey) {
        let problem = "needs one step for each level, lowest first";
        steps.field(id).problem(Code::OutOfRange, problem);
    }
    Some(own)
}

fn are_whole(steps: &[NextStep], survey: &Survey) -> bool {
    let levels = survey.levels.iter().map(|level| level.number);
    steps.iter().map(|step| step.at_level).eq(levels)
}

fn calendar(reader: Reader) -> Calendar {
    let mut phases = Vec::new();
    let mut due = 0;
    for entry in reader.filled_list("phases") {
        let phase = phase(entry);
        if phase.from != due + 1 {
            entry
                .field("from")
                .problem(Code::OutOfRange, "phases follow one another from day 1 without a gap");
        }
        if phase.to < phase.from {
            entry.field("to").problem(Code::OutOfRange, "needs the first day or a later one");
        }
        due = phase.to;
        phases.push(phase);
    }
    let again = reader.field("reassess");
    let reassess = Reassess { months: again.whole("months", 1, 60), action: again.text("do") };
    Calendar { phases, reassess }
}

fn phase(reader: Reader) -> Phase {
    Phase {
        from: reader.whole("from", 1, 999) as u16,
        to: reader.whole("to", 1, 999) as u16,
        action: reader.text("do"),
    }
}
