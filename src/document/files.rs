//! A person's own files: answer files and drafts, alone or in a list, as the widget's download holds them.

#[cfg(feature = "results")]
use super::Writer;
#[cfg(feature = "results")]
use super::addendum;
use super::{Problem, Tree, answers, draft};
#[cfg(feature = "results")]
use crate::addendum::Addenda;
use crate::addendum::Addendum;
use crate::draft::Draft;
use crate::history::Wave;
use crate::survey::Survey;
#[cfg(feature = "results")]
use std::rc::Rc;

/// What one file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum File {
    /// A completed wave, with what its file adds to the answers.
    Wave(Wave, Option<Addendum>),
    /// One that is still being answered.
    Draft(Draft),
    /// What was added to the wave of this name.
    #[cfg(feature = "results")]
    Addendum(String, Addendum),
}

/// Reads one file. What does not say that it is a draft is read as an answer file.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<File, Vec<Problem>> {
    match tree.get("format") {
        Some(Tree::Text(format)) if format == draft::FORMAT => draft::read(tree, survey).map(File::Draft),
        #[cfg(feature = "results")]
        Some(Tree::Text(format)) if format == addendum::FORMAT => {
            addendum::read(tree, survey).map(|(wave, own)| File::Addendum(wave, own))
        }
        _ => Ok(File::Wave(answers::read(tree, survey)?, beside(tree, survey)?)),
    }
}

#[cfg(feature = "results")]
use addendum::beside;

/// What was added to a wave is shown by the whole program alone.
#[cfg(not(feature = "results"))]
fn beside(_tree: &Tree, _survey: &Survey) -> Result<Option<Addendum>, Vec<Problem>> {
    Ok(None)
}

/// Reads one file, or a list of them, as JSON text.
///
/// Gives the files that could be read and every problem. A file with a problem gives nothing.
pub fn read_all(text: &str, survey: &Survey) -> (Vec<File>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut sort = |tree: &Tree, prefix: &str| match read(tree, survey) {
        Ok(file) => files.push(file),
        Err(found) => {
            for problem in found {
                problems.push(problem.under(prefix));
            }
        }
    };
    match Tree::parse(text) {
        Ok(Tree::List(trees)) => {
            for (index, tree) in trees.iter().enumerate() {
                sort(tree, &["/", &index.to_string()].concat());
            }
        }
        Ok(tree) => sort(&tree, ""),
        Err(problem) => problems.push(problem),
    }
    (files, problems)
}

/// Writes waves with what was added to them, and drafts, as a list that [`read_all`] takes in again.
#[cfg(feature = "results")]
pub fn write_all<'a>(
    waves: impl Iterator<Item = &'a Rc<Wave>>,
    addenda: &Addenda,
    drafts: &[(String, Draft)],
    survey: &Survey,
) -> String {
    let mut json = Writer::default();
    json.open_list("");
    for wave in waves {
        json.raw("", &answers::write(wave, survey));
        if let Some(own) = addenda.get(&wave.id) {
            json.raw("", &addendum::write(&wave.id, own, survey));
        }
    }
    for (_, own) in drafts {
        json.raw("", &draft::write(own, survey));
    }
    json.close_list();
    json.into_text()
}
