//! Several people on one organization: colleagues' waves come and go, and what all say together can be kept.

use super::{Action, Moment, Phase, Session};
use crate::history::{Respondent, Wave, WaveKind};
use crate::team::{Joined, Panel, team_answers};
use std::rc::Rc;

/// The name under which the common answer of a team stands as a respondent.
const TEAM: &str = "team";

impl Session {
    /// Changes what concerns several people; `false` if it does not fit and nothing changed.
    pub(super) fn bring_together(&mut self, moment: Moment, action: Action) -> bool {
        match action {
            Action::ColleaguesTaken(waves) => self.take_colleagues(waves),
            Action::ColleagueRemoved { index } => {
                let Some(gone) = self.panel().people().get(index).map(|wave| Rc::clone(wave)) else {
                    return false;
                };
                self.take_out(&gone)
            }
            Action::ColleagueFound(wave) => {
                let mut panel = (*self.colleagues).clone();
                let changed = panel.add(wave) != Joined::Known;
                if changed {
                    self.colleagues = Rc::new(panel);
                }
                changed
            }
            Action::ColleagueGone(wave) => self.take_out(&wave),
            Action::GroupNamed { wave, group } => {
                self.amend(moment, Some(wave), |own| own.group = Some(group))
            }
            Action::GroupsPicked { groups: picked } => match &mut self.phase {
                Phase::Team { groups, .. } if *groups != picked => {
                    *groups = picked;
                    true
                }
                _ => false,
            },
            Action::ConsentGiven(given) => match &mut self.phase {
                Phase::Team { consented, .. } if *consented != given => {
                    *consented = given;
                    true
                }
                _ => false,
            },
            Action::TeamKept { apart } => self.keep_team(moment, apart),
            _ => false,
        }
    }

    fn take_out(&mut self, gone: &Wave) -> bool {
        let same = |own: &Wave| {
            own.id == gone.id && own.assessment == gone.assessment && own.respondent.id == gone.respondent.id
        };
        let left: Vec<_> = self.colleagues.waves().iter().filter(|own| !same(own)).cloned().collect();
        let changed = left.len() < self.colleagues.waves().len();
        self.colleagues = Rc::new(Panel::new(left));
        changed
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
            Phase::Team { groups: Some(groups), .. } => Some(groups),
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
                let is_own = |wave: &Wave| wave.id == own.id && wave.respondent.id == own.respondent.id;
                let (mut first, mut second) = (Vec::new(), Vec::new());
                for (at, wave) in panel.people().into_iter().enumerate() {
                    if is_own(wave) { first.push(at) } else { second.push(at) }
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

    fn with_group(&self, wave: &Rc<Wave>) -> Rc<Wave> {
        match self.addenda.get(&wave.id).and_then(|own| own.group.clone()) {
            Some(group) => {
                let respondent = Respondent { group: Some(group), ..wave.respondent.clone() };
                Rc::new(Wave { respondent, ..(**wave).clone() })
            }
            None => Rc::clone(wave),
        }
    }

    pub(super) fn take_colleagues(&mut self, waves: Vec<Rc<Wave>>) -> bool {
        let mut panel = (*self.colleagues).clone();
        for wave in waves {
            panel.add(Rc::new(Wave { assessment: self.assessment.clone(), ..(*wave).clone() }));
        }
        let changed = panel != *self.colleagues;
        if changed {
            self.colleagues = Rc::new(panel);
        }
        changed
    }

    /// The latest own wave as it is passed on: with unit and group as they are named now.
    pub fn own_wave_named(&self) -> Option<Wave> {
        let wave = self.with_group(self.own_wave()?);
        Some(Wave { scope: self.scope().to_owned(), ..(*wave).clone() })
    }

    fn keep_team(&mut self, moment: Moment, apart: bool) -> bool {
        let panel = self.panel();
        let people = panel.people();
        if people.len() < 2 {
            return false;
        }
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
                ..Respondent::default()
            },
            answers: team_answers(&self.survey, &panel.answers()),
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
