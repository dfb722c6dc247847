//! Several assessments on one device, each with a baseline of its own; one is on screen.

use super::{Moment, Phase, Session};
use crate::draft::Draft;
#[cfg(feature = "results")]
use crate::history::{Comparison, WaveKind, change};
use crate::history::{History, Respondent, Wave};
#[cfg(feature = "results")]
use crate::lens::LensRecord;
use std::rc::Rc;

impl Session {
    /// Takes in waves, each into its assessment; tells whether any was new.
    pub(super) fn take(&mut self, waves: Vec<Rc<Wave>>) -> bool {
        let mut added = false;
        for wave in waves {
            let history = if wave.assessment == self.assessment {
                &mut self.history
            } else {
                let others = Rc::make_mut(&mut self.others);
                let at = others.iter().position(|own| own.assessment() == Some(&*wave.assessment));
                let at = at.unwrap_or_else(|| {
                    others.push(Rc::default());
                    others.len() - 1
                });
                match others.get_mut(at) {
                    Some(history) => history,
                    None => continue,
                }
            };
            if history.wave(&wave.id).is_none() {
                added |= Rc::make_mut(history).add(wave);
            }
        }
        added
    }

    /// Brings an assessment on screen: the one named, else the one with the latest wave.
    pub(super) fn settle(&mut self, assessment: Option<String>) {
        let last = |history: &Rc<History>| history.latest().map(|wave| (wave.date, wave.assessment.clone()));
        let known = assessment.filter(|name| self.history_of(name).is_some());
        let latest = || self.others.iter().chain([&self.history]).filter_map(last).max();
        if let Some(name) = known.or_else(|| latest().map(|(_, name)| name)) {
            self.turn_to(&name);
        }
    }

    /// The waves of an assessment, if it has any.
    pub fn history_of(&self, assessment: &str) -> Option<&Rc<History>> {
        let all = self.others.iter().chain([&self.history]);
        all.into_iter().find(|own| own.assessment() == Some(assessment))
    }

    /// The name of an assessed unit: as it was renamed, else as its latest wave has it.
    pub fn scope_of<'a>(&'a self, history: &'a History) -> &'a str {
        let renamed = history.baseline().and_then(|wave| self.addenda.get(&wave.id)?.scope.as_deref());
        renamed.or_else(|| history.latest().map(|wave| wave.scope.as_str())).unwrap_or_default()
    }

    /// The name of the unit on screen.
    pub fn scope(&self) -> &str {
        self.scope_of(&self.history)
    }

    /// The name of a draft's unit: as it is now where its assessment has waves, else as the draft has it.
    pub fn scope_of_draft<'a>(&'a self, draft: &'a Draft) -> &'a str {
        self.history_of(&draft.assessment).map_or(&draft.scope, |history| self.scope_of(history))
    }

    /// Puts the assessment of this name on screen, an empty one if it has no waves.
    pub(super) fn turn_to(&mut self, assessment: &str) {
        if self.assessment == assessment {
            return;
        }
        let others = Rc::make_mut(&mut self.others);
        let at = others.iter().position(|own| own.assessment() == Some(assessment));
        let next = at.map(|at| others.remove(at)).unwrap_or_default();
        let left = std::mem::replace(&mut self.history, next);
        if !left.is_empty() {
            others.push(left);
        }
        assessment.clone_into(&mut self.assessment);
    }

    /// Begins the assessment of another unit.
    pub(super) fn start_assessment(&mut self, moment: Moment, scope: String) -> bool {
        if matches!(self.phase, Phase::Opening | Phase::Answering(_)) {
            return false;
        }
        let respondent = self.history.latest().map(|wave| wave.respondent.clone());
        let respondent = respondent.filter(Respondent::is_one);
        self.turn_to(&moment.assessment());
        self.start(moment, scope);
        // The same person answers, with the same order of anchors.
        if let (Phase::Answering(answering), Some(known)) = (&mut self.phase, respondent) {
            answering.draft.respondent = known;
        }
        true
    }

    /// Begins an assessment with the latest wave as its baseline, where too little of it can be held against the
    /// old one (model 6). The old one stays; whoever asks twice comes to the same new one.
    #[cfg(feature = "results")]
    pub(super) fn take_baseline(&mut self, moment: Moment, scope: String) -> bool {
        let Some((base, latest)) = self.history.span() else {
            return false;
        };
        let comparison = Comparison::between(base, latest);
        if !change(&self.survey, &base.answers, &latest.answers, &latest.weights, comparison).new_baseline {
            return false;
        }
        let same = |own: &Wave| own.date == latest.date && own.answers == latest.answers;
        let known = self.others.iter().find(|own| own.baseline().is_some_and(|wave| same(wave)));
        if let Some(name) = known.and_then(|own| own.assessment()).map(str::to_owned) {
            return self.pick_assessment(&name);
        }
        let assessment = moment.assessment();
        let wave = Wave {
            id: moment.wave_id(),
            kind: WaveKind::Baseline,
            assessment: assessment.clone(),
            scope,
            ..(**latest).clone()
        };
        self.take(vec![Rc::new(wave)]);
        // What the lenses say of the unit goes along.
        let lenses: Vec<LensRecord> = self
            .survey
            .lenses
            .iter()
            .filter_map(|lens| self.lens_span(&lens.id).0)
            .map(|own| LensRecord {
                id: [&*own.id, "-", &assessment].concat(),
                assessment: assessment.clone(),
                ..(**own).clone()
            })
            .collect();
        self.take_lenses(&lenses);
        self.pick_assessment(&assessment)
    }

    /// Brings another assessment on screen.
    pub(super) fn pick_assessment(&mut self, assessment: &str) -> bool {
        let known = self.assessment != assessment && self.history_of(assessment).is_some();
        if !known || matches!(self.phase, Phase::Opening | Phase::Answering(_)) {
            return false;
        }
        self.turn_to(assessment);
        self.show(Phase::Results);
        true
    }
}
