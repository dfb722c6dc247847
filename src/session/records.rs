//! What storage says: what it held as it opened, and that something is kept.

#[cfg(feature = "results")]
use super::Screen;
use super::{Moment, Opened, Phase, Session};
use crate::storage::Keeping;
#[cfg(feature = "results")]
use crate::team::Panel;
use std::rc::Rc;

impl Session {
    pub(super) fn open(&mut self, opened: Opened) -> bool {
        if self.is_open() {
            return false;
        }
        // Files may have been taken before storage answered; they stay, beside what was stored.
        let early = std::mem::take(&mut self.history);
        #[cfg(feature = "results")]
        {
            self.addenda = Rc::new(opened.addenda);
            self.colleagues = Rc::new(Panel::new(opened.colleagues));
        }
        self.take(opened.history.waves().to_vec());
        self.take(early.waves().to_vec());
        self.settle(opened.assessment);
        self.drafts = Rc::new(opened.drafts);
        self.damaged = Rc::new(opened.damaged);
        self.keeping = opened.keeping;
        self.phase = Phase::Welcome;
        #[cfg(feature = "results")]
        if self.offer.is_some() {
            // Files that came before storage answered are shown now.
            self.pick(Screen::Data);
        }
        true
    }

    pub(super) fn saved(&mut self, moment: Moment, revision: u32, keeping: Keeping) -> bool {
        let moved = self.keeping != keeping || self.save_error.is_some();
        self.keeping = keeping;
        self.save_error = None;
        let noted = match &mut self.phase {
            Phase::Answering(answering) => answering.saved(revision, moment.ms),
            _ => false,
        };
        moved || noted
    }
}
