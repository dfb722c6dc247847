//! What happens to waves after they are complete: something is added, one is renamed, deleted, brought back.

use super::{Action, Addition, Moment, MoveChange, Phase, Session};
use crate::addendum::{Addendum, FocusChoice, Restatement};
use crate::answers::Rating;
use crate::cycle::{cycle, targets_in_force};
use crate::history::{Date, Target};
use crate::plan::{Undertaking, Underway};
use std::rc::Rc;

impl Session {
    /// Changes what belongs to complete waves; `false` if it does not fit and nothing changed.
    pub(super) fn look_after(&mut self, moment: Moment, action: Action) -> bool {
        match action {
            Action::Added(addition) => self.add(moment, addition),
            Action::AddendaTaken(addenda) => self.take_addenda(addenda),
            Action::Renamed { scope } => {
                let scope = scope.trim();
                if scope.is_empty() || scope == self.scope() {
                    return false;
                }
                let scope = scope.to_owned();
                let baseline = self.history.baseline().map(|wave| wave.id.clone());
                self.amend(moment, baseline, |own| own.scope = Some(scope))
            }
            Action::WaveDeleted { id } => self.delete(moment, &id),
            Action::WaveRestored => self.restore(moment),
            Action::WaveGone { id } => self.lose(&id),
            Action::DraftMoved(draft) => self.move_draft(*draft),
            Action::DraftGone { key } => self.lose_draft(&key),
            Action::Compared { base, now } => {
                let known = |id: &str| self.history.assessments().any(|wave| wave.id == id);
                let fits = base != now && known(&base) && known(&now);
                if fits {
                    self.show(Phase::Compared { base, now });
                }
                fits
            }
            Action::AssessmentStarted { scope } => self.start_assessment(moment, scope),
            Action::BaselineTaken { scope } => self.take_baseline(moment, scope),
            Action::AssessmentPicked { assessment } => self.pick_assessment(&assessment),
            _ => false,
        }
    }

    /// Changes the addendum of a wave, if there is such a wave and the change changes anything.
    pub(super) fn amend(
        &mut self,
        moment: Moment,
        wave: Option<String>,
        change: impl FnOnce(&mut Addendum),
    ) -> bool {
        let Some(wave) = wave else {
            return false;
        };
        let before = self.addenda.get(&wave).cloned().unwrap_or_default();
        let mut own = before.clone();
        change(&mut own);
        if own == before {
            return false;
        }
        // Also where the clock was set back, what was added later counts.
        own.touched_ms = moment.ms.max(before.touched_ms + 1.0);
        Rc::make_mut(&mut self.addenda).insert(wave, own);
        true
    }

    fn add(&mut self, moment: Moment, addition: Addition) -> bool {
        let latest = self.history.latest().map(|wave| wave.id.clone());
        let baseline = self.history.baseline().map(|wave| wave.id.clone());
        match addition {
            Addition::TargetSet { capability, points } => {
                let mut targets = targets_in_force(&self.history, &self.addenda);
                match points {
                    Some(score) => {
                        // A new target takes the day set last, as most belong to one plan.
                        let by = targets
                            .get(&capability)
                            .map_or_else(|| targets.iter().filter_map(|(_, own)| own.by).max(), |own| own.by);
                        targets.insert(capability, Target { score: score.clamp(0.0, 100.0), by });
                    }
                    None => targets.remove(&capability),
                }
                self.amend(moment, latest, |own| own.targets = Some(targets))
            }
            Addition::TargetDated { by: Some(day), .. } if is_half_typed(day) => false,
            Addition::MoveNoted { change: MoveChange::Start(Some(day)), .. } if is_half_typed(day) => false,
            Addition::TargetDated { capability, by } => {
                let mut targets = targets_in_force(&self.history, &self.addenda);
                let Some(target) = targets.get_mut(&capability) else {
                    return false;
                };
                target.by = by;
                self.amend(moment, latest, |own| own.targets = Some(targets))
            }
            Addition::FocusChosen { role } => self.amend(moment, latest, |own| {
                let reason = own.choice.take().map(|before| before.reason).unwrap_or_default();
                own.choice = role.map(|role| FocusChoice { role, reason });
            }),
            Addition::FocusExplained { reason } => self.amend(moment, latest, |own| {
                if let Some(choice) = &mut own.choice {
                    choice.reason = reason;
                }
            }),
            Addition::SupportChosen { finding } => self.amend(moment, latest, |own| own.support = finding),
            Addition::PlanBegun => {
                let Some(read) = cycle(&self.survey, &self.history, &self.addenda) else {
                    return false;
                };
                let begun = Underway::begin(&read.plan, moment.day);
                self.amend(moment, latest, |own| own.begun.extend(begun))
            }
            Addition::MovesRenewed => {
                let Some(read) = cycle(&self.survey, &self.history, &self.addenda) else {
                    return false;
                };
                // What was begun after an earlier wave stays what it was; it goes on at the latest one.
                match read.underway {
                    Some((wave, mut underway)) if Some(&wave) != latest.as_ref() => {
                        underway.renew(&read.plan);
                        self.amend(moment, latest, |own| own.begun.push(underway))
                    }
                    _ => self.in_plan(moment, |underway| underway.renew(&read.plan)),
                }
            }
            Addition::MoveNoted { index, change } => self.in_plan(moment, |underway| {
                if let Some(own) = underway.moves.get_mut(index) {
                    note(own, change);
                }
            }),
            Addition::Restated { item, anchor } => self.amend(moment, baseline, |own| match anchor {
                Some(anchor) => {
                    let reason =
                        own.restated.get(&item).map(|before| before.reason.clone()).unwrap_or_default();
                    own.restated.insert(item, Restatement { rating: Rating::whole(anchor), reason });
                }
                None => own.restated.remove(&item),
            }),
            Addition::RestatementExplained { item, reason } => self.amend(moment, baseline, |own| {
                if let Some(own) = own.restated.get_mut(&item) {
                    own.reason = reason;
                }
            }),
        }
    }

    /// Changes the plan that was begun last, at whichever wave it stands.
    fn in_plan(&mut self, moment: Moment, change: impl FnOnce(&mut Underway)) -> bool {
        let has_plan = |id| self.addenda.get(id).is_some_and(|own| !own.begun.is_empty());
        let wave = self.history.assessments().rev().find(|wave| has_plan(&wave.id));
        let wave = wave.map(|wave| wave.id.clone());
        self.amend(moment, wave, |own| {
            if let Some(underway) = own.begun.last_mut() {
                change(underway);
            }
        })
    }

    /// Takes in addenda from files: each where none is known, or an earlier state.
    pub(super) fn take_addenda(&mut self, addenda: Vec<(String, Addendum)>) -> bool {
        let mut changed = false;
        for (wave, own) in addenda {
            let newer = self.addenda.get(&wave).is_none_or(|known| known.touched_ms < own.touched_ms);
            if newer {
                Rc::make_mut(&mut self.addenda).insert(wave, own);
                changed = true;
            }
        }
        changed
    }
}

/// A year on its way passes through the first centuries: 0002, 0020, 0202.
fn is_half_typed(day: Date) -> bool {
    Date::new(1900, 1, 1).is_some_and(|first| day < first)
}

fn note(own: &mut Undertaking, change: MoveChange) {
    match change {
        MoveChange::Owner(owner) => own.owner = owner,
        MoveChange::Start(day) => own.start = day,
        MoveChange::State(state) => own.state = state,
        MoveChange::Evidence(evidence) => own.evidence = evidence,
        MoveChange::Outcome(outcome) => own.check.outcome = Some(outcome),
        MoveChange::OutcomeShown(evidence) => own.check.evidence = evidence,
        MoveChange::Decision(decision) => own.check.decision = Some(decision),
    }
}
