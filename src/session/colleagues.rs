//! Colleagues' waves: they come and go, one taken out can be brought back, and each person speaks for a group.

use super::together::is_wave;
use super::{Moment, Phase, Session};
use crate::history::{Respondent, Wave};
use crate::team::{Joined, Panel, is_of};
use std::rc::Rc;

/// The name under which a colleague's wave is kept, and what is added to it. People may give their waves one name,
/// and one answer may stand in two assessments, so it tells both.
pub fn colleague_key(wave: &Wave) -> String {
    let person = wave.respondent.id.as_deref().unwrap_or_default();
    ["colleague/", &wave.assessment, "/", person, "/", &wave.id].concat()
}

impl Session {
    /// Takes in waves beside the assessment on screen; tells how many were not there in this form.
    pub(super) fn take_colleagues(&mut self, waves: Vec<Rc<Wave>>) -> usize {
        let mut panel = (*self.colleagues).clone();
        let mut taken = 0;
        for wave in waves {
            let wave = if wave.assessment == self.assessment {
                wave
            } else {
                Rc::new(Wave { assessment: self.assessment.clone(), ..(*wave).clone() })
            };
            taken += usize::from(match panel.add(wave.clone()) {
                Joined::New => true,
                Joined::Known => false,
                Joined::Differs => panel.waves().iter().any(|own| Rc::ptr_eq(own, &wave)),
            });
        }
        if taken > 0 {
            self.colleagues = Rc::new(panel);
        }
        taken
    }

    /// Takes a colleague out of the assessment on screen, with every wave.
    pub(super) fn remove_colleague(&mut self, index: usize) -> bool {
        let panel = self.panel();
        let Some(person) = panel.people().get(index).map(|wave| Rc::clone(wave)) else {
            return false;
        };
        let assessment = &self.assessment;
        let goes = |own: &Rc<Wave>| own.assessment == *assessment && is_of(own, &person);
        let (gone, left): (Vec<_>, Vec<_>) = self.colleagues.waves().iter().cloned().partition(goes);
        if gone.is_empty() {
            return false;
        }
        self.colleagues = Rc::new(Panel::new(left));
        self.gone = Rc::new(gone);
        // Who was taken out is said at the top, with the way back: focus goes there.
        self.screen += 1;
        true
    }

    /// Brings back the colleague taken out last.
    pub(super) fn restore_colleague(&mut self) -> bool {
        let gone = std::mem::take(&mut self.gone);
        if gone.is_empty() {
            return false;
        }
        let mut panel = (*self.colleagues).clone();
        for wave in gone.iter() {
            panel.add(Rc::clone(wave));
        }
        self.colleagues = Rc::new(panel);
        self.screen += 1;
        true
    }

    pub(super) fn find_colleague(&mut self, wave: Rc<Wave>) -> bool {
        let mut panel = (*self.colleagues).clone();
        let changed = panel.add(wave) != Joined::Known;
        if changed {
            self.colleagues = Rc::new(panel);
        }
        changed
    }

    pub(super) fn lose_colleague(&mut self, gone: &Wave) -> bool {
        let key = colleague_key(gone);
        let left: Vec<_> =
            self.colleagues.waves().iter().filter(|own| colleague_key(own) != key).cloned().collect();
        let changed = left.len() < self.colleagues.waves().len();
        if changed {
            self.colleagues = Rc::new(Panel::new(left));
        }
        changed
    }

    /// Names the group for which somebody in the panel speaks. It stands beside the wave, which stays as it was
    /// given.
    pub(super) fn name_group(
        &mut self,
        moment: Moment,
        person: Option<&str>,
        wave: &str,
        group: String,
    ) -> bool {
        let panel = self.panel();
        let named = |own: &&Rc<Wave>| own.id == wave && own.respondent.id.as_deref() == person;
        let key = panel.waves().iter().find(named).map(|own| self.beside(own));
        self.amend(moment, key, |own| own.group = Some(group))
    }

    /// The name of what is added to a wave of the panel: an own one goes by its name alone.
    fn beside(&self, wave: &Wave) -> String {
        match self.own_wave() {
            Some(own) if is_wave(own, wave) => wave.id.clone(),
            _ => colleague_key(wave),
        }
    }

    pub(super) fn with_group(&self, wave: &Rc<Wave>) -> Rc<Wave> {
        if self.addenda.is_empty() {
            return Rc::clone(wave);
        }
        match self.addenda.get(&self.beside(wave)).and_then(|own| own.group.clone()) {
            Some(group) => {
                let respondent = Respondent { group: Some(group), ..wave.respondent.clone() };
                Rc::new(Wave { respondent, ..(**wave).clone() })
            }
            None => Rc::clone(wave),
        }
    }

    /// Whether the team is on screen.
    pub fn is_at_team(&self) -> bool {
        matches!(self.phase, Phase::Team { .. })
    }
}
