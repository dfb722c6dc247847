//! Several people on one organization: who they are, which two sides they make, and what all say together, kept.

use super::{Action, Moment, Phase, Session};
use crate::history::{Respondent, Wave, WaveKind};
use crate::team::{Panel, team};
use std::rc::Rc;

/// The name under which the common answer of a team stands as a respondent.
const TEAM: &str = "team";

impl Session {
    /// Changes what concerns several people; `false` if it does not fit and nothing changed.
    pub(super) fn bring_together(&mut self, moment: Moment, action: Action) -> bool {
        match action {
            Action::ColleaguesTaken(waves) => self.take_colleagues(waves) > 0,
            Action::ColleagueRemoved { index } => self.remove_colleague(index),
            Action::ColleagueRestored => self.restore_colleague(),
            Action::ColleagueFound(wave) => self.find_colleague(wave),
            Action::ColleagueGone(wave) => self.lose_colleague(&wave),
            Action::GroupNamed { person, wave, group } => {
                self.name_group(moment, person.as_deref(), &wave, group)
            }
            Action::GroupsPicked { groups: picked } => match &mut self.phase {
                Phase::Team { groups } if *groups != picked => {
                    *groups = picked;
                    true
                }
                _ => false,
            },
            Action::ConsentGiven(given) => self.note_consent(given),
            Action::TeamKept { apart } => self.keep_team(moment, apart),
            _ => false,
        }
    }

    /// Everybody who answered for the assessment on screen, oneself with the latest own wave, each with the group
    /// that was named last.
    pub fn panel(&self) -> Panel {
        let here = self.colleagues.waves().iter().filter(|wave| wave.assessment == self.assessment);
        let own = self.history.assessments().rfind(|wave| !is_of_team(wave));
        Panel::new(here.chain(own).map(|wave| self.with_group(wave)))
    }

    /// Whether somebody else answered for the assessment on screen.
    pub fn has_colleagues(&self) -> bool {
        self.colleagues.waves().iter().any(|wave| wave.assessment == self.assessment)
    }

    /// The places in the panel of those who are held against each other: the two groups picked on screen, else
    /// oneself and everybody else; none where one side would be empty.
    pub fn sides(&self, panel: &Panel) -> Option<[Vec<usize>; 2]> {
        let picked = match &self.phase {
            Phase::Team { groups: Some(groups) } => Some(groups),
            _ => None,
        };
        let sides = match picked {
            Some(names) => {
                let groups = panel.groups();
                let of =
                    |name: &String| groups.iter().find(|own| own.name == *name).map(|own| own.people.clone());
                let [first, second] = names.each_ref().map(of);
                [first?, second?]
            }
            None => {
                let own = self.own_wave()?;
                let (mut first, mut second) = (Vec::new(), Vec::new());
                for (at, wave) in panel.people().into_iter().enumerate() {
                    if is_wave(wave, own) { first.push(at) } else { second.push(at) }
                }
                [first, second]
            }
        };
        sides.iter().all(|side| !side.is_empty()).then_some(sides)
    }

    /// The own wave in the panel.
    pub fn own_wave(&self) -> Option<&Rc<Wave>> {
        self.history.assessments().rfind(|wave| !is_of_team(wave))
    }

    /// The latest own wave as it is passed on: with unit and group as they are named now.
    pub fn own_wave_named(&self) -> Option<Wave> {
        let wave = self.with_group(self.own_wave()?);
        Some(Wave { scope: self.scope().to_owned(), ..(*wave).clone() })
    }

    fn keep_team(&mut self, moment: Moment, apart: bool) -> bool {
        let panel = self.panel();
        let people = panel.people();
        // What all say together tells what one of few said.
        if people.len() < 2 || !self.may_show_all(&panel) {
            return false;
        }
        let read = team(&self.survey, &panel.answers());
        let mut wave = Wave {
            id: moment.wave_id(),
            kind: if apart || self.history.is_empty() { WaveKind::Baseline } else { WaveKind::Reassessment },
            date: moment.day,
            assessment: if apart { moment.assessment() } else { self.assessment.clone() },
            scope: self.scope().to_owned(),
            lang: self.survey.lang.clone(),
            respondent: Respondent {
                id: Some(TEAM.to_owned()),
                people: Some(people.len() as u32),
                median_deviation: read.median_deviation,
                ..Respondent::default()
            },
            answers: read.answers,
            weights: panel.weights(),
            version: None,
            beyond: None,
        };
        if let Some(latest) = self.history.latest()
            && !apart
            && wave.date < latest.date
        {
            wave.date = latest.date.next();
        }
        let assessment = wave.assessment.clone();
        let colleagues: Vec<Rc<Wave>> = people.into_iter().cloned().collect();
        self.take(vec![Rc::new(wave)]);
        self.turn_to(&assessment);
        if apart {
            // Who answered goes along, so that the next team answer can be held against this one.
            self.take_colleagues(colleagues);
        }
        self.show(Phase::Results);
        true
    }
}

/// Whether a wave is the common answer of several people.
pub fn is_of_team(wave: &Wave) -> bool {
    wave.respondent.people.is_some_and(|people| people > 1)
}

/// Whether two waves are one, in whichever assessment each stands.
pub(super) fn is_wave(a: &Wave, b: &Wave) -> bool {
    a.id == b.id && a.respondent.id == b.respondent.id
}
