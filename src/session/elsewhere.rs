//! What other tabs did to the records of this device, followed here.

use super::{Phase, Session};
use crate::draft::Draft;
use crate::history::History;
use std::rc::Rc;

impl Session {
    /// Forgets a wave that was deleted in another tab; a screen that showed it gives way.
    pub(super) fn lose(&mut self, id: &str) -> bool {
        let without = |history: &History| {
            Rc::new(History::new(history.waves().iter().filter(|own| own.id != id).cloned()))
        };
        if self.history.wave(id).is_some() {
            self.history = without(&self.history);
        } else if self.others.iter().any(|own| own.wave(id).is_some()) {
            let others = self.others.iter().map(|own| without(own));
            self.others = Rc::new(others.filter(|own| !own.is_empty()).collect());
        } else {
            return false;
        }
        let is_compared = match &self.phase {
            Phase::Compared { base, now } => id == base || id == now,
            _ => false,
        };
        let before = self.assessment.clone();
        if self.history.is_empty() && self.answering().is_none() {
            self.settle(None);
        }
        let needs_waves = is_compared
            || matches!(
                self.phase,
                Phase::Results | Phase::Targets | Phase::Plan | Phase::History | Phase::Report
            );
        // Nobody goes on in another unit without noticing.
        if needs_waves && (self.history.latest().is_none() || self.assessment != before) {
            self.show(Phase::Welcome);
        } else if is_compared {
            self.show(Phase::Results);
        }
        true
    }

    /// Offers the latest state of a draft that another tab goes on with, unless it is complete or on screen.
    pub(super) fn move_draft(&mut self, draft: Draft) -> bool {
        let own = self.answering().is_some_and(|own| own.draft.replaces(&draft.key(), &draft));
        let histories = || self.others.iter().chain([&self.history]);
        let complete = histories().any(|history| history.wave(&draft.id).is_some());
        let known = self.drafts.iter().any(|(_, other)| *other == draft);
        if own || complete || known {
            return false;
        }
        self.keep_draft(draft);
        true
    }

    /// Offers a draft no longer.
    pub(super) fn lose_draft(&mut self, key: &str) -> bool {
        let before = self.drafts.len();
        Rc::make_mut(&mut self.drafts).retain(|(own, _)| own != key);
        self.drafts.len() < before
    }
}
