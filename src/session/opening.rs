//! How a session begins with what storage held, and how everything goes.

#[cfg(feature = "results")]
use super::{Lenses, Screen};
use super::{Opened, Phase, Session};
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
            self.take_lenses(&opened.lenses);
        }
        self.take(opened.history.waves().to_vec());
        self.take(early.waves().to_vec());
        self.settle(opened.assessment);
        self.beyond = opened.beyond;
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

    /// Everything stored here is gone.
    pub(super) fn erase(&mut self) -> bool {
        self.assessment = String::new();
        self.history = Rc::default();
        self.others = Rc::default();
        #[cfg(feature = "results")]
        {
            self.colleagues = Rc::default();
            self.agreed = Rc::default();
            self.offer = None;
            // Documents hold nobody's answers.
            let documents = self.lenses.documents.clone();
            self.lenses = Rc::new(Lenses { documents, ..Lenses::default() });
        }
        self.addenda = Rc::default();
        self.removed = None;
        self.drafts = Rc::default();
        self.damaged = Rc::default();
        self.save_error = None;
        self.show(Phase::Welcome);
        true
    }
}
