//! Consent: fewer people than the survey says can be recognized, so nothing is made of their answers unless they
//! agree (model 2.9).
//!
//! Oneself is not counted among them, as one knows one's own answers: with one's own and the median, what one
//! colleague said is plain. So dots, scores, medians and agreement are withheld alike.

use super::Session;
use super::together::is_wave;
use crate::history::Wave;
use crate::team::{Panel, needs_consent};
use std::rc::Rc;

impl Session {
    /// Whether figures of these people, by their places in the panel, may be shown: they are enough, not counting
    /// oneself, or each of them has agreed.
    pub fn may_show(&self, panel: &Panel, places: &[usize]) -> bool {
        let others = self.others_of(panel, places);
        !self.is_few(&others) || others.iter().all(|own| self.agreed.contains(&name(own)))
    }

    /// Whether figures of everybody in the panel may be shown.
    pub fn may_show_all(&self, panel: &Panel) -> bool {
        self.may_show(panel, &everybody(panel))
    }

    /// The two sides that are held against each other, where both may be shown.
    pub fn shown_sides(&self, panel: &Panel) -> Option<[Vec<usize>; 2]> {
        let sides = self.sides(panel)?;
        let may = self.may_show_all(panel) && sides.iter().all(|side| self.may_show(panel, side));
        may.then_some(sides)
    }

    /// Whether some of these people could be recognized, whether they agreed or not.
    pub fn is_small(&self, panel: &Panel, places: &[usize]) -> bool {
        self.is_few(&self.others_of(panel, places))
    }

    /// Whether everybody besides oneself could be recognized, whether they agreed or not.
    pub fn is_small_team(&self, panel: &Panel) -> bool {
        self.is_small(panel, &everybody(panel))
    }

    pub(super) fn note_consent(&mut self, given: bool) -> bool {
        if !self.is_at_team() {
            return false;
        }
        let panel = self.panel();
        let mut asked = Vec::new();
        let sides = self.sides(&panel).into_iter().flatten();
        for places in [everybody(&panel)].into_iter().chain(sides) {
            if self.is_small(&panel, &places) {
                asked.extend(self.others_of(&panel, &places).into_iter().map(|own| name(own)));
            }
        }
        let mut agreed: Vec<String> =
            self.agreed.iter().filter(|own| !asked.contains(own)).cloned().collect();
        if given {
            agreed.extend(asked);
            agreed.sort_unstable();
            agreed.dedup();
        }
        let changed = agreed != *self.agreed;
        if changed {
            self.agreed = Rc::new(agreed);
        }
        changed
    }

    fn others_of<'a>(&self, panel: &'a Panel, places: &[usize]) -> Vec<&'a Rc<Wave>> {
        let (people, own) = (panel.people(), self.own_wave());
        let mut others = Vec::new();
        for place in places {
            if let Some(wave) = people.get(*place)
                && own.is_none_or(|own| !is_wave(wave, own))
            {
                others.push(*wave);
            }
        }
        others
    }

    fn is_few(&self, others: &[&Rc<Wave>]) -> bool {
        !others.is_empty() && needs_consent(&self.survey.parameters, others.len())
    }
}

fn everybody(panel: &Panel) -> Vec<usize> {
    (0..panel.people().len()).collect()
}

/// Names a person for good; who has no name of their own goes by that of the wave.
fn name(wave: &Wave) -> String {
    match &wave.respondent.id {
        Some(id) if !id.is_empty() => ["person/", id].concat(),
        _ => ["wave/", &wave.id].concat(),
    }
}
