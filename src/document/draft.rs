//! Drafts: a wave that is still being answered, saved after every answer.

use super::answers::{answers, check_survey, header, read_respondent, write_answers, write_respondent};
use super::reader::{Log, Reader};
use super::survey::check_format;
use super::{Code, Problem, Tree};
use crate::draft::{Continued, Draft, EffortEntry, Step};
use crate::survey::{ItemId, Survey};

/// What `format` says in every draft.
pub const FORMAT: &str = "maturity-radar-draft";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

const EFFORT: &str = "effort";
const AIM: &str = "aim";

/// Reads a draft.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<Draft, Vec<Problem>> {
    let log = Log::default();
    let root = Reader::new(tree, &log);
    check_format(&root, FORMAT, MAJOR);
    check_survey(&root, survey);
    let time = |reader: &Reader, name: &str| reader.field(name).number(0.0, 1e15);
    let draft = Draft {
        id: root.field("id").id().to_owned(),
        writer: root.field("writer").str().to_owned(),
        at: step(root.field("at").str(), survey),
        scope: root.field("scope").str().to_owned(),
        respondent: read_respondent(&root.field("respondent")),
        answers: answers(&root, survey),
        effort: entry(&root, "effort_entry"),
        wish: entry(&root, "wish_entry"),
        spent_ms: time(&root, "spent_ms"),
        touched_ms: time(&root, "touched_ms"),
        continues: root
            .field("continues")
            .list()
            .iter()
            .map(|entry| Continued {
                key: entry.field("key").str().to_owned(),
                touched_ms: time(entry, "touched_ms"),
            })
            .collect(),
    };
    let problems = log.into_problems();
    if problems.is_empty() { Ok(draft) } else { Err(problems) }
}

/// Writes a draft.
pub fn write(draft: &Draft, survey: &Survey) -> Tree {
    let mut fields = header(FORMAT, survey);
    let continued = draft.continues.iter();
    let continued = continued.map(|own| {
        Tree::record([("key", Tree::text(&own.key)), ("touched_ms", Tree::number(own.touched_ms))])
    });
    let own = [
        ("id", Tree::text(&draft.id)),
        ("writer", Tree::text(&draft.writer)),
        ("at", Tree::text(step_name(&draft.at))),
        ("scope", Tree::text(&draft.scope)),
        ("spent_ms", Tree::number(draft.spent_ms)),
        ("touched_ms", Tree::number(draft.touched_ms)),
        ("effort_entry", write_entry(draft.effort)),
        ("wish_entry", write_entry(draft.wish)),
        ("continues", Tree::List(continued.collect())),
        ("respondent", write_respondent(&draft.respondent)),
    ];
    fields.extend(own.map(|(name, value)| (name.to_owned(), value)));
    fields.extend(write_answers(&draft.answers, survey));
    Tree::Record(fields)
}

/// A step the survey no longer has leads to the review, where what is open stands on top.
fn step(name: &str, survey: &Survey) -> Step {
    let item = ItemId::new(name);
    match name {
        EFFORT => Step::Effort,
        AIM => Step::Aim,
        _ if survey.place(&item).is_some() => Step::Item(item),
        _ => Step::Review,
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

fn entry(root: &Reader, name: &str) -> EffortEntry {
    let list = root.field(name);
    let parts = list.list();
    if matches!(list.tree(), Some(Tree::List(_))) && parts.len() != 3 {
        list.problem(Code::OutOfRange, "needs three entries");
    }
    [0, 1, 2].map(|index| {
        let part = parts.get(index).filter(|part| part.tree() != Some(&Tree::Null))?;
        Some(part.whole(0, 100) as u8)
    })
}

fn write_entry(entry: EffortEntry) -> Tree {
    Tree::List(
        entry.iter().map(|part| Tree::or_null(part.map(|part| Tree::Number(f64::from(part))))).collect(),
    )
}
