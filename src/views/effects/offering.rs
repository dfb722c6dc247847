//! Files and links read for a preview: what they hold, what is wrong with them, and nothing taken in.

use crate::document::files::{self, File};
use crate::document::link::{self, KEY, LinkProblem};
use crate::history::Wave;
use crate::session::{Flaw, Offer, OfferedFile, OfferedWave, Refusal, Session};
use std::rc::Rc;

/// Reads files, each with name and text, and names those that were refused, each with the page's reason.
pub fn offer_of(session: &Session, files: Vec<(String, String)>, refused: Vec<(String, String)>) -> Offer {
    let mut offer = Offer::default();
    for (name, text) in files {
        // A message may bring several links, between words; a file is no message, and long.
        let words = if name.is_empty() { text.split_whitespace() } else { "".split_whitespace() };
        let links: Vec<&str> = words.filter(|word| fragment(word).is_some()).collect();
        if !links.is_empty() {
            offer.files.extend(links.into_iter().map(|link| read(session, String::new(), link)));
        } else {
            offer.files.push(read(session, name, &text));
        }
    }
    for (name, reason) in refused {
        let refusal = Some(match &*reason {
            "too_large" => Refusal::TooLarge,
            "too_many" => Refusal::TooMany,
            _ => Refusal::Unreadable,
        });
        offer.files.push(OfferedFile { name, refusal, ..OfferedFile::default() });
    }
    offer
}

fn read(session: &Session, name: String, text: &str) -> OfferedFile {
    let mut file = OfferedFile { name, ..OfferedFile::default() };
    if let Some(fragment) = fragment(text) {
        file.is_link = true;
        match link::unpack(fragment, &session.survey) {
            Ok(wave) => {
                // A link says nothing of the assessment: it belongs to the one on screen.
                let wave = Wave { assessment: session.assessment.clone(), ..wave };
                file.waves.push(offered(session, wave));
            }
            Err(problem) => file.refusal = Some(refusal(problem)),
        }
        return file;
    }
    let (files, problems) = files::read_all(text, &session.survey);
    for own in files {
        match own {
            File::Wave(wave, added) => {
                file.addenda.extend(added.map(|added| (wave.id.clone(), added)));
                let wave = OfferedWave { wave: Rc::new(wave), has_twin: false };
                file.waves.push(wave);
            }
            File::Draft(draft) => file.drafts.push(draft),
            File::Addendum(wave, added) => file.addenda.push((wave, added)),
            File::Lens(own) => file.lenses.push(own),
        }
    }
    for problem in problems {
        let code = problem.code.name();
        file.flaws.push(Flaw { code, pointer: problem.pointer, message: problem.message });
    }
    file
}

/// The fragment of a link: alone, or at the end of an address.
fn fragment(text: &str) -> Option<&str> {
    let text = text.trim();
    let (before, after) = text.split_once('#').unwrap_or(("", text));
    let is_address =
        !before.contains(|letter: char| letter.is_whitespace() || letter == '{' || letter == '[');
    (is_address && after.starts_with(KEY)).then_some(after)
}

fn offered(session: &Session, wave: Wave) -> OfferedWave {
    let mut histories = session.others.iter().chain([&session.history]);
    let has_twin = histories.any(|history| link::twin(history, &wave, &session.survey).is_some());
    OfferedWave { wave: Rc::new(wave), has_twin }
}

fn refusal(problem: LinkProblem) -> Refusal {
    match problem {
        LinkProblem::NotALink | LinkProblem::Damaged => Refusal::DamagedLink,
        LinkProblem::NewerVersion => Refusal::NewerLink,
        LinkProblem::OtherSurvey => Refusal::OtherSurvey,
    }
}
