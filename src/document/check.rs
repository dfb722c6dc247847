//! What an owner is told of a survey document: every problem with its line and its remedy, in the order of
//! the text, or what the document holds.

mod place;
mod remedy;
mod report;

pub use place::Place;
pub use remedy::remedy;
pub use report::report;

use super::files::LARGEST;
use super::{Code, Problem, Tree, next_steps, survey};
use crate::plan::NextSteps;
use crate::survey::Survey;

/// A problem and where in the text it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub problem: Problem,
    /// Where that is. What is missing is looked for where it belongs: at the start of its object.
    pub place: Place,
}

impl Finding {
    /// What to do about it.
    pub fn remedy(&self) -> &'static str {
        remedy(self.problem.code)
    }
}

/// Reads a survey document for its owner.
///
/// # Errors
/// Every problem found, in the order of the text. More than five million bytes are not looked at.
pub fn survey(text: &str) -> Result<Survey, Vec<Finding>> {
    within_size(text)?;
    survey::read(text).map_err(|problems| findings(text, problems))
}

/// Reads the next steps of a survey for its owner.
///
/// # Errors
/// As [`survey`](fn@survey).
pub fn next_steps(text: &str, survey: &Survey) -> Result<NextSteps, Vec<Finding>> {
    within_size(text)?;
    next_steps::read(text, survey).map_err(|problems| findings(text, problems))
}

/// The document of next steps that a survey document names.
pub fn named_steps(text: &str) -> Option<String> {
    match Tree::parse(text).ok()?.get("next_steps") {
        Some(Tree::Text(name)) => Some(name.clone()),
        _ => None,
    }
}

fn within_size(text: &str) -> Result<(), Vec<Finding>> {
    if text.len() <= LARGEST {
        return Ok(());
    }
    let problem = Problem::new(Code::TooLarge, "", "the file is larger than 5 MB");
    Err(vec![Finding { problem, place: Place::default() }])
}

fn findings(text: &str, problems: Vec<Problem>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for problem in problems {
        let place = place::of(text, &problem.pointer);
        findings.push(Finding { problem, place });
    }
    findings.sort_by_key(|finding| finding.place.start);
    findings
}
