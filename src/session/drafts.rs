//! Unfinished waves: those that wait to be resumed, and the one that is.

use super::{Answering, Moment, Phase, Session};
use crate::draft::{Draft, Step};
use crate::history::Date;
use crate::storage::Keeping;
use std::rc::Rc;

impl Session {
    /// A write is confirmed.
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

    pub(super) fn resume(&mut self, moment: Moment, key: &str) -> bool {
        if matches!(self.phase, Phase::Opening | Phase::Answering(_)) {
            return false;
        }
        let Some((_, draft)) = self.drafts.iter().find(|(own, _)| own == key) else {
            return false;
        };
        let mut answering = Answering::new(draft.clone());
        self.turn_to(&answering.draft.assessment.clone());
        if answering.draft.writer != self.writer {
            // Another tab may go on with the same draft: both then become waves of their own. The own one is
            // written at once, so that storage knows which draft it stands for.
            answering.draft.continue_as(moment.wave_id(), &self.writer, moment.ms);
            answering.revision = 1;
        }
        self.show(Phase::Answering(Box::new(answering)));
        true
    }

    /// Offers drafts for resuming, except those that were handed in, are on screen or are offered already.
    pub(super) fn take_drafts(&mut self, drafts: Vec<Draft>) -> bool {
        let before = self.drafts.len();
        for draft in drafts {
            let key = draft.key();
            let own = self.answering().is_some_and(|answering| answering.draft.replaces(&key, &draft));
            let offered = self.drafts.iter().any(|(_, other)| other.replaces(&key, &draft));
            let mut histories = self.others.iter().chain([&self.history]);
            let complete = histories.any(|history| history.wave(&draft.id).is_some());
            if !own && !offered && !complete {
                Rc::make_mut(&mut self.drafts).push((key, draft));
            }
        }
        self.drafts.len() > before
    }

    /// Offers a draft for resuming under the key it is stored with.
    pub(super) fn keep_draft(&mut self, draft: Draft) {
        let mut drafts = self.drafts_beside(&draft);
        drafts.insert(0, (draft.key(), draft));
        self.drafts = Rc::new(drafts);
    }

    /// The drafts found in storage that a draft does not stand for.
    pub(super) fn drafts_beside(&self, draft: &Draft) -> Vec<(String, Draft)> {
        let mut beside = (*self.drafts).clone();
        beside.retain(|(key, other)| !draft.replaces(key, other));
        beside
    }

    pub(super) fn start(&mut self, moment: Moment, scope: String) -> bool {
        if matches!(self.phase, Phase::Opening | Phase::Answering(_)) {
            return false;
        }
        let known = self.history.latest().filter(|wave| wave.respondent.is_one());
        let known = known.map(|wave| wave.respondent.clone());
        let draft = Draft {
            id: moment.wave_id(),
            writer: self.writer.clone(),
            at: Step::first(&self.survey),
            assessment: self.assessment.clone(),
            scope,
            respondent: known.unwrap_or_else(|| moment.respondent()),
            touched_ms: moment.ms,
            ..Draft::default()
        };
        self.show(Phase::Answering(Box::new(Answering::new(draft))));
        true
    }

    pub(super) fn submit(&mut self, on: Date, lang: String) -> bool {
        let Phase::Answering(answering) = &self.phase else {
            return false;
        };
        if answering.draft.at != Step::Review {
            return false;
        }
        let draft = answering.draft.clone();
        let mut wave = answering.complete(&self.survey, &self.history, on, lang);
        // On a device whose clock was set back, the order of waves still is the order in which they were answered.
        if let Some(latest) = self.history.latest()
            && wave.date < latest.date
        {
            wave.date = latest.date.next();
        }
        self.take(vec![Rc::new(wave)]);
        self.drafts = Rc::new(self.drafts_beside(&draft));
        self.show(Phase::Results);
        true
    }
}
