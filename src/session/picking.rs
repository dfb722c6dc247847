//! Going to another screen.

use super::{Phase, Screen, Session};
use std::mem::discriminant;

impl Session {
    pub(super) fn pick(&mut self, screen: Screen) -> bool {
        // What storage brings is taken in while it is waited for, and only then.
        if !self.is_open() {
            return false;
        }
        self.leave_survey();
        let phase = match screen {
            Screen::Welcome => Phase::Welcome,
            Screen::Results if self.history.latest().is_some() => Phase::Results,
            Screen::Targets if self.history.latest().is_some() => Phase::Targets,
            Screen::Plan if self.history.latest().is_some() => Phase::Plan,
            Screen::History if self.history.latest().is_some() => Phase::History,
            #[cfg(feature = "results")]
            Screen::Team => Phase::Team { groups: None },
            #[cfg(feature = "results")]
            Screen::Lenses if !self.survey.lenses.is_empty() => Phase::Lenses,
            #[cfg(feature = "results")]
            Screen::Report if self.history.latest().is_some() => Phase::Report,
            Screen::Example if self.survey.example.is_some() => Phase::Example,
            #[cfg(feature = "results")]
            Screen::Report | Screen::Lenses => return false,
            Screen::Results | Screen::Targets | Screen::Plan | Screen::History | Screen::Example => {
                return false;
            }
            Screen::Method => Phase::Method,
            Screen::Data => Phase::Data { confirming: false },
        };
        let confirming = matches!(self.phase, Phase::Data { confirming: true });
        let new = confirming || discriminant(&phase) != discriminant(&self.phase);
        if new {
            self.show(phase);
        }
        new
    }

    /// What was answered in the survey on screen waits to be resumed.
    pub(super) fn leave_survey(&mut self) {
        // A draft on screen is saved after every change, so leaving the survey loses nothing.
        if let Phase::Answering(answering) = &self.phase
            && answering.revision > 0
        {
            self.keep_draft(answering.draft.clone());
        } else if self.answering().is_some() && self.history.is_empty() {
            // Another unit was about to be assessed and nothing was answered: the one before is on screen again.
            self.settle(None);
        }
    }
}
