//! A person's own files: answer files and drafts, alone, in a list or in a history.

#[cfg(feature = "results")]
use super::reader::MOST;
#[cfg(feature = "results")]
use super::{Code, Writer, addendum, history, lens};
use super::{Problem, Tree, answers, draft};
#[cfg(feature = "results")]
use crate::addendum::Addenda;
use crate::addendum::Addendum;
use crate::draft::Draft;
use crate::history::Wave;
#[cfg(feature = "results")]
use crate::lens::LensRecord;
use crate::survey::Survey;
#[cfg(feature = "results")]
use std::rc::Rc;

/// What one file holds.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // Few are held at a time, and waves are most of them.
pub enum File {
    /// A completed wave, with what its file adds to the answers.
    Wave(Wave, Option<Addendum>),
    /// One that is still being answered.
    Draft(Draft),
    /// What was added to the wave of this name.
    #[cfg(feature = "results")]
    Addendum(String, Addendum),
    /// Answers to a lens.
    #[cfg(feature = "results")]
    Lens(LensRecord),
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
        #[cfg(feature = "results")]
        Some(Tree::Text(format)) if format == lens::answers::FORMAT => {
            lens::answers::read(tree, survey).map(File::Lens)
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

/// Most bytes of a text that is read; thousands of waves are smaller. The page knows the limit too.
#[cfg(feature = "results")]
pub const LARGEST: usize = 5_000_000;

/// Files of one text that may be refused until the rest is passed over, so that no text takes long to refuse.
#[cfg(feature = "results")]
const REFUSALS: usize = 1_000;

/// Reads one file, a list of them or a history, as JSON text.
///
/// Gives the files that could be read and the problems of the others. A file with a problem gives nothing; a text
/// beyond the largest size is not even looked at. Of a list without end of problems the first are told: from there
/// on what does not name its format is passed over, and what does is read, as there may be sound files behind; but
/// behind a thousand that are not, nothing more is.
pub fn read_all(text: &str, survey: &Survey) -> (Vec<File>, Vec<Problem>) {
    let mut sorted = Sorted::default();
    #[cfg(feature = "results")]
    if text.len() > LARGEST {
        sorted.problems.push(Problem::new(Code::TooLarge, "", "needs a file of 5 MB at most"));
        return (sorted.files, sorted.problems);
    }
    #[cfg(feature = "results")]
    let tree = Tree::parse_brought(text);
    #[cfg(not(feature = "results"))]
    let tree = Tree::parse(text);
    match tree {
        Ok(Tree::List(trees)) => sorted.take_all(&trees, "", survey),
        #[cfg(feature = "results")]
        Ok(tree) if history::is_one(&tree) => match history::parts(&tree, survey) {
            Ok(parts) => {
                for (name, trees) in parts {
                    sorted.take_all(trees, name, survey);
                }
            }
            Err(problems) => sorted.problems.extend(problems),
        },
        Ok(tree) => sorted.take(&tree, "", survey),
        Err(problem) => sorted.problems.push(problem),
    }
    (sorted.files, sorted.problems)
}

/// What could be read and what not.
#[derive(Default)]
struct Sorted {
    files: Vec<File>,
    problems: Vec<Problem>,
    #[cfg(feature = "results")]
    refused: usize,
}

impl Sorted {
    fn take(&mut self, tree: &Tree, place: &str, survey: &Survey) {
        match read(tree, survey) {
            Ok(file) => self.files.push(file),
            Err(found) => {
                #[cfg(feature = "results")]
                {
                    self.refused += 1;
                }
                for problem in found {
                    self.note(problem.under(place));
                }
            }
        }
    }

    #[cfg(feature = "results")]
    fn note(&mut self, problem: Problem) {
        use std::cmp::Ordering::{Equal, Greater, Less};
        match self.problems.len().cmp(&MOST) {
            Less => self.problems.push(problem),
            Equal => {
                let more = "there are more problems, from here on, than are told";
                self.problems.push(Problem::new(Code::TooLarge, problem.pointer, more));
            }
            Greater => {}
        }
    }

    #[cfg(not(feature = "results"))]
    fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn take_all(&mut self, trees: &[Tree], place: &str, survey: &Survey) {
        for (index, tree) in trees.iter().enumerate() {
            #[cfg(feature = "results")]
            if self.refused >= REFUSALS {
                return;
            }
            #[cfg(feature = "results")]
            if self.problems.len() > MOST && !matches!(tree.get("format"), Some(Tree::Text(_))) {
                continue;
            }
            let place = [place, "/", &index.to_string()].concat();
            self.take(tree, &place, survey);
        }
    }
}

/// Writes waves with what was added to them, and answers to lenses, as a list of files, which [`read_all`] takes in
/// again.
#[cfg(feature = "results")]
pub fn write_list<'a>(
    waves: impl Iterator<Item = &'a Rc<Wave>>,
    addenda: &Addenda,
    lenses: &[Rc<LensRecord>],
    survey: &Survey,
) -> String {
    let mut json = Writer::default();
    json.open_list("");
    for wave in waves {
        json.raw("", &answers::write_whole(wave, addenda.get(&wave.id), survey));
    }
    for own in lenses {
        json.raw("", &lens::answers::write(own, survey));
    }
    json.close_list();
    json.into_text()
}
