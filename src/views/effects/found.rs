//! What storage held: waves, drafts, what stands beside them, and what cannot be read.

use super::{ADDENDUM, COLLEAGUE, LENS, OPEN};
#[cfg(feature = "results")]
use crate::addendum::{Addenda, Addendum};
use crate::document::files::{self, File};
use crate::document::{Code, Tree};
use crate::draft::Draft;
use crate::history::History;
use crate::session::{DamagedRecord, Opened};
use crate::storage::Record;
use crate::survey::Survey;
use std::rc::Rc;

/// Tells waves, drafts and damaged records apart.
pub(super) fn sort(records: Vec<Record>, survey: &Survey) -> Opened {
    let (mut history, mut damaged) = (History::default(), Vec::new());
    let mut drafts: Vec<(String, Draft)> = Vec::new();
    let (mut added, mut assessment, mut beyond) = (Vec::new(), None, false);
    #[cfg(feature = "results")]
    let (mut later, mut colleagues, mut lenses) = (Vec::new(), Vec::new(), Vec::new());
    for record in records {
        if record.key == OPEN {
            assessment = Some(record.text);
            continue;
        }
        // Only the whole program shows these, so that only it needs to read them.
        let is_later = [ADDENDUM, COLLEAGUE, LENS].iter().any(|start| record.key.starts_with(start));
        beyond |= record.key.starts_with(LENS);
        if cfg!(not(feature = "results")) && is_later {
            continue;
        }
        let read = Tree::parse(&record.text).map_err(|problem| vec![problem]);
        match read.and_then(|tree| files::read(&tree, survey)) {
            #[cfg(feature = "results")]
            Ok(File::Wave(wave, _)) if record.key.starts_with(COLLEAGUE) => colleagues.push(Rc::new(wave)),
            Ok(File::Wave(wave, own)) => {
                added.extend(own.map(|own| (wave.id.clone(), own)));
                history.add(Rc::new(wave));
            }
            // What stands in a record of its own is later than what came with the answers.
            #[cfg(feature = "results")]
            Ok(File::Addendum(wave, own)) => later.push((wave, own)),
            #[cfg(feature = "results")]
            Ok(File::Lens(own)) => lenses.push(own),
            Ok(File::Draft(draft)) => {
                let newest_first = drafts.iter().position(|(_, other)| other.touched_ms < draft.touched_ms);
                drafts.insert(newest_first.unwrap_or(drafts.len()), (record.key, draft));
            }
            Err(problems) => {
                let newer = problems.iter().any(|problem| problem.code == Code::NewerVersion);
                damaged.push(DamagedRecord { record, newer });
            }
        }
    }
    // From the oldest on, as what stands for a draft is newer than it.
    for at in (0..drafts.len()).rev() {
        let (newer, rest) = drafts.split_at(at);
        let over = rest.first().is_some_and(|(key, draft)| {
            history.wave(&draft.id).is_some() || newer.iter().any(|(_, other)| other.replaces(key, draft))
        });
        if over {
            drafts.remove(at);
        }
    }
    #[cfg(feature = "results")]
    let addenda = latest(added.into_iter().chain(later));
    #[cfg(not(feature = "results"))]
    let addenda = ();
    Opened {
        #[cfg(feature = "results")]
        colleagues,
        #[cfg(feature = "results")]
        lenses,
        history: Rc::new(history),
        addenda,
        assessment,
        beyond,
        drafts,
        damaged,
        ..Opened::default()
    }
}

/// Of several states of one addendum, as writing may have had to move to another place, the latest.
#[cfg(feature = "results")]
fn latest(found: impl Iterator<Item = (String, Addendum)>) -> Addenda {
    let mut addenda = Addenda::new();
    for (wave, own) in found {
        if addenda.get(&wave).is_none_or(|known: &Addendum| known.touched_ms <= own.touched_ms) {
            addenda.insert(wave, own);
        }
    }
    addenda
}
