//! A person's own files: answer files and drafts, alone or in a list, as the widget's download holds them.

use super::{Problem, Tree, Writer, answers, draft};
use crate::draft::Draft;
use crate::history::Wave;
use crate::survey::Survey;
use std::rc::Rc;

/// What one file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum File {
    /// A completed wave.
    Wave(Wave),
    /// One that is still being answered.
    Draft(Draft),
}

/// Reads one file. What does not say that it is a draft is read as an answer file.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<File, Vec<Problem>> {
    match tree.get("format") {
        Some(Tree::Text(format)) if format == draft::FORMAT => draft::read(tree, survey).map(File::Draft),
        _ => answers::read(tree, survey).map(File::Wave),
    }
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

/// Writes waves and drafts as a list that [`read_all`] takes in again.
pub fn write_all(waves: &[Rc<Wave>], drafts: &[(String, Draft)], survey: &Survey) -> String {
    let mut json = Writer::default();
    json.open_list("");
    for wave in waves {
        json.raw("", &answers::write(wave, survey));
    }
    for (_, own) in drafts {
        json.raw("", &draft::write(own, survey));
    }
    json.close_list();
    json.into_text()
}
