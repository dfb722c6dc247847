//! Drafts: a wave that is still being answered, saved after every answer.

use super::answers::{
    answers, begin, check_survey, optional_string, own_name, respondent, write_answers, write_assessment,
    write_respondent,
};
#[cfg(feature = "results")]
use super::beyond::{DRAFT, beyond, with_beyond};
use super::reader::{Log, Reader};
use super::survey::check_format;
use super::{Code, Problem, Tree, Writer};
use crate::draft::{Continued, Draft, EffortEntry, Step};
use crate::survey::{ItemId, Survey};

/// What `format` says in every draft.
pub const FORMAT: &str = "maturity-radar-draft";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

const EFFORT: &str = "effort";
const AIM: &str = "aim";
/// Milliseconds that are surely a mistake.
const NEVER: u64 = 1_000_000_000_000_000;

/// Reads a draft.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<Draft, Vec<Problem>> {
    let log = Log::of(tree);
    let root = log.root();
    check_format(root, FORMAT, MAJOR);
    check_survey(root, survey);
    let draft = Draft {
        id: root.id("id").to_owned(),
        writer: own_name(root.field("writer")),
        at: step(root.field("at").str(), survey),
        assessment: optional_string(root, "assessment").unwrap_or_default(),
        scope: own_name(root.field("scope")),
        respondent: respondent(root.field("respondent")),
        answers: answers(root, survey),
        effort: entry(root, "effort_entry"),
        wish: entry(root, "wish_entry"),
        spent_ms: root.number("spent_ms", 0, NEVER),
        touched_ms: root.number("touched_ms", 0, NEVER),
        continues: root.list("continues").read(|entry| Continued {
            key: own_name(entry.field("key")),
            touched_ms: entry.number("touched_ms", 0, NEVER),
        }),
        #[cfg(feature = "results")]
        beyond: root.if_sound(|| beyond(tree, &DRAFT, survey)),
    };
    log.close(draft)
}

/// Writes a draft.
pub fn write(draft: &Draft, survey: &Survey) -> String {
    let mut file = begin(FORMAT, survey);
    file.text("id", &draft.id);
    file.text("writer", &draft.writer);
    file.text("at", step_name(&draft.at));
    file.text("scope", &draft.scope);
    write_assessment(&mut file, &draft.assessment);
    file.number("spent_ms", draft.spent_ms);
    file.number("touched_ms", draft.touched_ms);
    write_entry(&mut file, "effort_entry", draft.effort);
    write_entry(&mut file, "wish_entry", draft.wish);
    file.open_list("continues");
    for own in &draft.continues {
        file.open("");
        file.text("key", &own.key);
        file.number("touched_ms", own.touched_ms);
        file.close();
    }
    file.close_list();
    write_respondent(&mut file, &draft.respondent);
    write_answers(&mut file, &draft.answers, survey);
    file.close();
    #[cfg(feature = "results")]
    return with_beyond(file.into_text(), draft.beyond.as_deref(), &DRAFT, survey);
    #[cfg(not(feature = "results"))]
    file.into_text()
}

/// A step the survey no longer has leads to the review, where what is open stands on top.
fn step(name: &str, survey: &Survey) -> Step {
    match name {
        EFFORT => Step::Effort,
        AIM => Step::Aim,
        _ => {
            let step = Step::Item(ItemId::new(name));
            if step.is_of(survey) { step } else { Step::Review }
        }
    }
}

fn step_name(step: &Step) -> &str {
    match step {
        Step::Item(item) => item.as_str(),
        Step::Effort => EFFORT,
        Step::Aim => AIM,
        Step::Review => "review",
    }
}

#[inline(never)]
fn entry(root: Reader, name: &str) -> EffortEntry {
    let list = root.field(name);
    let parts = list.items();
    if list.is_list() && parts.len() != 3 {
        list.problem(Code::OutOfRange, "needs three entries");
    }
    [0, 1, 2].map(|index| match parts.get(index) {
        Some(part) if !matches!(part.tree(), Some(Tree::Null)) => Some(part.as_whole(0, 100) as u8),
        _ => None,
    })
}

#[inline(never)]
fn write_entry(file: &mut Writer, name: &str, entry: EffortEntry) {
    file.open_list(name);
    for part in entry {
        file.number_or_null("", part.map(f64::from));
    }
    file.close_list();
}
