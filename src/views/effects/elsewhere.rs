//! What happens in other tabs with the same survey: each record stored or removed there is told here.
//!
//! It is in storage already, or gone from it, so nothing of it is written again: that would come back to the
//! other tab without an end.

use super::whole::waves_of;
use super::{ADDENDUM, COLLEAGUE, Desk, LENS, OPEN, key_of, wave_key};
use crate::document::Tree;
use crate::document::files::{self, File};
use crate::session::{Action, LensAction, colleague_key};
use std::rc::Rc;

impl Desk {
    /// Takes in a record that another tab has stored, or forgets one it has removed, where `text` is empty.
    /// Without a key everything was removed.
    pub fn elsewhere(&self, key: &str, text: &str) {
        self.exchange.elsewhere.set(true);
        if key.is_empty() {
            self.erased_elsewhere();
        } else if text.is_empty() {
            self.removed_elsewhere(key);
        } else if key != OPEN {
            self.stored_elsewhere(key, text);
        }
        self.exchange.elsewhere.set(false);
    }

    /// Whether what happens now comes from another tab.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.exchange.elsewhere.get()
    }

    /// What cannot be read is left alone: another version of the program may run there.
    fn stored_elsewhere(&self, key: &str, text: &str) {
        let session = self.session();
        let read = Tree::parse(text).map_err(|problem| vec![problem]);
        match read.and_then(|tree| files::read(&tree, &session.survey)) {
            Ok(File::Wave(wave, _)) if key.starts_with(COLLEAGUE) => {
                self.act(Action::ColleagueFound(Rc::new(wave)));
            }
            Ok(File::Wave(wave, own)) => {
                let own = own.map(|own| (wave.id.clone(), own));
                self.stored.borrow_mut().push(key_of(&wave));
                self.act(Action::WavesTaken(vec![Rc::new(wave)]));
                self.act(Action::AddendaTaken(own.into_iter().collect()));
            }
            Ok(File::Addendum(wave, own)) => self.act(Action::AddendaTaken(vec![(wave, own)])),
            Ok(File::Lens(own)) => self.act(Action::Lens(LensAction::Taken(vec![own]))),
            Ok(File::Draft(draft)) if draft.key() == key => self.act(Action::DraftMoved(Box::new(draft))),
            Ok(File::Draft(_)) | Err(_) => {}
        }
    }

    fn removed_elsewhere(&self, key: &str) {
        if key.starts_with(ADDENDUM) {
            return;
        }
        if let Some(id) = key.strip_prefix(LENS) {
            return self.act(Action::Lens(LensAction::Gone(id.to_owned())));
        }
        let session = self.session();
        if let Some(wave) = session.colleagues.waves().iter().find(|wave| colleague_key(wave) == key) {
            return self.act(Action::ColleagueGone(wave.clone()));
        }
        let wave = waves_of(&session).find(|wave| key_of(wave) == key);
        match wave {
            Some(wave) => self.forget(&wave.id),
            None => self.act(Action::DraftGone { key: key.to_owned() }),
        }
    }

    fn forget(&self, wave: &str) {
        let key = wave_key(wave);
        self.stored.borrow_mut().retain(|own| *own != key);
        self.act(Action::WaveGone { id: wave.to_owned() });
    }

    /// Answers that are being given go on; everything else is gone here as well.
    fn erased_elsewhere(&self) {
        let session = self.session();
        if session.answering().is_none() {
            self.stored.take();
            self.draft.take();
            return self.act(Action::Erased);
        }
        for wave in waves_of(&session) {
            self.forget(&wave.id);
        }
        for own in &session.lenses.records {
            self.act(Action::Lens(LensAction::Gone(own.id.clone())));
        }
        for (key, _) in session.drafts.iter() {
            self.act(Action::DraftGone { key: key.clone() });
        }
    }
}
