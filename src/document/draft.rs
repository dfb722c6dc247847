//! Drafts: a wave that is still being answered, saved after every answer.

use super::answers::{answers, header, read_respondent, write_answers, write_respondent};
use super::reader::{Log, Reader};
use super::survey::check_format;
use super::{Problem, Tree};
use crate::answers::Answers;
use crate::history::Respondent;
use crate::survey::Survey;

/// What `format` says in every draft.
pub const FORMAT: &str = "maturity-radar-draft";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// A wave on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The name the wave will get.
    pub id: String,
    /// The step that was last on screen, in the words of the session.
    pub at: String,
    /// The unit that is assessed.
    pub scope: String,
    /// Who answers.
    pub respondent: Respondent,
    /// What was answered so far.
    pub answers: Answers,
    /// Milliseconds spent answering so far.
    pub spent_ms: f64,
    /// When it was saved, milliseconds since 1970.
    pub saved_ms: f64,
    /// Records this one continues, each as key and `saved_ms`, so that they are not offered beside it.
    pub continues: Vec<(String, f64)>,
}

/// Reads a draft.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<Draft, Vec<Problem>> {
    let log = Log::default();
    let root = Reader::new(tree, &log);
    check_format(&root, FORMAT, MAJOR);
    let time = |reader: &Reader, name: &str| reader.field(name).number(0.0, 1e15);
    let draft = Draft {
        id: root.field("id").id().to_owned(),
        at: root.field("at").str().to_owned(),
        scope: root.field("scope").str().to_owned(),
        respondent: read_respondent(&root.field("respondent")),
        answers: answers(&root, survey),
        spent_ms: time(&root, "spent_ms"),
        saved_ms: time(&root, "saved_ms"),
        continues: root
            .field("continues")
            .list()
            .iter()
            .map(|entry| (entry.field("key").str().to_owned(), time(entry, "saved_ms")))
            .collect(),
    };
    let problems = log.into_problems();
    if problems.is_empty() { Ok(draft) } else { Err(problems) }
}

/// Writes a draft.
pub fn write(draft: &Draft, survey: &Survey) -> Tree {
    let mut fields = header(FORMAT, survey);
    let continued = draft.continues.iter();
    let continued = continued.map(|(key, saved)| {
        Tree::record([("key", Tree::text(key)), ("saved_ms", Tree::number(*saved))])
    });
    let own = [
        ("id", Tree::text(&draft.id)),
        ("at", Tree::text(&draft.at)),
        ("scope", Tree::text(&draft.scope)),
        ("spent_ms", Tree::number(draft.spent_ms)),
        ("saved_ms", Tree::number(draft.saved_ms)),
        ("continues", Tree::List(continued.collect())),
        ("respondent", write_respondent(&draft.respondent)),
    ];
    fields.extend(own.map(|(name, value)| (name.to_owned(), value)));
    fields.extend(write_answers(&draft.answers, survey));
    Tree::Record(fields)
}
