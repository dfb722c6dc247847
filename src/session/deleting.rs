//! A wave is deleted, and what belongs to the organization rather than to it goes on at another; until the next
//! screen it can be brought back.

use super::{Moment, Session};
use crate::cycle::targets_in_force;
use crate::history::History;
use std::rc::Rc;

impl Session {
    pub(super) fn delete(&mut self, moment: Moment, id: &str) -> bool {
        let Some(wave) = self.history.wave(id).cloned() else {
            return false;
        };
        let own = self.addenda.get(&wave.id).cloned().unwrap_or_default();
        let targets = targets_in_force(&self.history, &self.addenda);
        let left = History::new(self.history.waves().iter().filter(|own| own.id != id).cloned());
        self.history = Rc::new(left);
        // The name of the unit stands at the baseline; it moves on with that.
        if let Some(scope) = own.scope {
            let baseline = self.history.baseline().map(|wave| wave.id.clone());
            self.amend(moment, baseline, |own| own.scope = Some(scope));
        }
        let latest = self.history.latest().map(|own| own.id.clone());
        if targets != targets_in_force(&self.history, &self.addenda) {
            self.amend(moment, latest.clone(), |own| own.targets = Some(targets));
        }
        if !own.begun.is_empty() {
            let next = self.history.assessments().find(|own| (own.date, &own.id) > (wave.date, &wave.id));
            let heir = next.map(|own| own.id.clone()).or(latest);
            self.amend(moment, heir, |other| {
                let later = std::mem::take(&mut other.begun);
                other.begun = own.begun.into_iter().chain(later).collect();
            });
        }
        self.removed = Some(wave);
        // What was deleted is said at the top, with the way back: focus goes there.
        self.screen += 1;
        true
    }

    /// Brings back the wave deleted last.
    pub(super) fn restore(&mut self, moment: Moment) -> bool {
        let Some(wave) = self.removed.take() else {
            return false;
        };
        self.screen += 1;
        // Its plans went on at another wave meanwhile.
        let begun = self.addenda.get(&wave.id).map(|own| own.begun.clone()).unwrap_or_default();
        let others: Vec<String> = self.history.assessments().map(|own| own.id.clone()).collect();
        for other in others {
            self.amend(moment, Some(other), |other| other.begun.retain(|plan| !begun.contains(plan)));
        }
        // The name of the unit goes back to the baseline as well.
        let renamed = self.history.baseline().and_then(|own| self.addenda.get(&own.id)?.scope.clone());
        let taken = self.take(vec![wave]);
        if let Some(scope) = renamed {
            let baseline = self.history.baseline().map(|wave| wave.id.clone());
            self.amend(moment, baseline, |own| own.scope = Some(scope));
        }
        taken
    }
}
