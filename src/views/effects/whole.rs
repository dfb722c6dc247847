//! What only the whole program does outside itself: files taken in and offered, everything erased.

use super::Desk;
use crate::browser::clock;
use crate::document::files::{self, File};
use crate::document::{Problem, Writer, draft};
use crate::session::{Action, DamagedRecord, Session};
use crate::storage::StoreError;
use std::rc::Rc;

impl Desk {
    /// Asks for everything of this survey to be removed.
    pub fn erase(&self) {
        self.host.clear();
    }

    /// Everything is removed, or something had to stay for a reason.
    pub fn erased(&self, reason: &str) {
        if let Some(error) = StoreError::named(reason) {
            return self.act(Action::SaveFailed { error });
        }
        self.stored.take();
        self.draft.take();
        self.act(Action::Erased);
    }

    /// Takes in files as JSON text; gives how many of them were not there yet, and every problem.
    pub fn take(&self, text: &str) -> (usize, Vec<Problem>) {
        let before = self.session();
        let (files, problems) = files::read_all(text, &before.survey);
        let (mut waves, mut drafts) = (Vec::new(), Vec::new());
        for file in files {
            match file {
                File::Wave(wave) => waves.push(Rc::new(wave)),
                File::Draft(draft) => drafts.push(draft),
            }
        }
        self.act(Action::WavesTaken(waves));
        self.act(Action::DraftsTaken(drafts));
        let after = self.session();
        for (key, draft) in after.drafts.iter() {
            if !before.drafts.iter().any(|(own, _)| own == key) {
                self.host.put(key, &draft::write(draft, &after.survey), 0);
            }
        }
        let count = |session: &Session| session.history.waves().len() + session.drafts.len();
        (count(&after) - count(&before), problems)
    }

    /// Offers everything there is as one file, which can be taken in again.
    pub fn download(&self) {
        let session = self.session();
        let name = ["maturity-radar-", &clock::today().iso(), ".json"].concat();
        let text = files::write_all(session.history.waves(), &session.drafts, &session.survey);
        self.host.download(&name, &text);
    }

    /// Offers the records that could not be read, as they are.
    pub fn download_damaged(&self) {
        let mut json = Writer::default();
        json.open_list("");
        for DamagedRecord { record, .. } in self.session().damaged.iter() {
            json.open("");
            json.text("key", &record.key);
            json.text("text", &record.text);
            json.close();
        }
        json.close_list();
        self.host.download("maturity-radar-unreadable.json", &json.into_text());
    }
}
