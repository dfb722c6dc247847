//! The history file: all waves with what was added to them, all drafts, all answers to lenses, and the survey they
//! answer (model 6).
//!
//! What is the same is written to the letter the same, so that two files can be held against each other: fields
//! stand in one order, waves by assessment and day, drafts and lenses by name.

use super::answers::{begin, check_survey};
use super::reader::{Log, Reader};
use super::survey::check_format;
use super::{Problem, Tree, answers, draft, lens};
use crate::addendum::Addenda;
use crate::draft::Draft;
use crate::history::Wave;
use crate::lens::LensRecord;
use crate::survey::Survey;
use std::rc::Rc;

/// What `format` says in every history file.
pub const FORMAT: &str = "maturity-radar-history";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// Whether a document says that it is a history.
pub(super) fn is_one(tree: &Tree) -> bool {
    matches!(tree.get("format"), Some(Tree::Text(format)) if format == FORMAT)
}

/// The documents in a history, each list with the pointer to it.
///
/// The definition is for people and programs that have no survey at hand; here the one at hand counts.
///
/// # Errors
/// Every problem found.
pub(super) fn parts<'a>(
    tree: &'a Tree,
    survey: &Survey,
) -> Result<[(&'static str, &'a [Tree]); 3], Vec<Problem>> {
    let log = Log::of(tree);
    let root = log.root();
    check_format(root, FORMAT, MAJOR);
    check_survey(root, survey);
    if let Some(definition) = root.optional("definition") {
        definition.entries();
    }
    list(Some(root.field("waves")));
    list(root.optional("drafts"));
    list(root.optional("lenses"));
    log.close(())?;
    Ok([("/waves", "waves"), ("/drafts", "drafts"), ("/lenses", "lenses")]
        .map(|(place, name)| (place, entries(tree, name))))
}

fn list(field: Option<Reader>) {
    if let Some(field) = field {
        field.items();
    }
}

fn entries<'a>(tree: &'a Tree, name: &str) -> &'a [Tree] {
    match tree.get(name) {
        Some(Tree::List(entries)) => entries,
        _ => &[],
    }
}

/// Writes a history. `definition` is the survey's document as JSON text.
pub fn write<'a>(
    definition: &str,
    waves: impl Iterator<Item = &'a Rc<Wave>>,
    addenda: &Addenda,
    drafts: &[(String, Draft)],
    lenses: &[Rc<LensRecord>],
    survey: &Survey,
) -> String {
    let mut file = begin(FORMAT, survey);
    match Tree::parse(definition) {
        Ok(definition) => file.tree("definition", &definition),
        Err(_) => file.null("definition"),
    }
    let order = |wave: &Wave| (wave.assessment.clone(), wave.date, wave.kind, wave.id.clone());
    let mut waves: Vec<_> = waves.collect();
    waves.sort_by_cached_key(|wave| order(wave));
    file.open_list("waves");
    for wave in waves {
        file.raw("", &answers::write_whole(wave, addenda.get(&wave.id), survey));
    }
    file.close_list();
    let mut drafts: Vec<_> = drafts.iter().map(|(_, own)| own).collect();
    drafts.sort_by_cached_key(|own| own.key());
    file.open_list("drafts");
    for own in drafts {
        file.raw("", &draft::write(own, survey));
    }
    file.close_list();
    if !lenses.is_empty() {
        let mut lenses: Vec<_> = lenses.iter().collect();
        lenses.sort_by_cached_key(|own| (own.lens.clone(), own.date, own.id.clone()));
        file.open_list("lenses");
        for own in lenses {
            file.raw("", &lens::answers::write(own, survey));
        }
        file.close_list();
    }
    file.close();
    file.into_text()
}
