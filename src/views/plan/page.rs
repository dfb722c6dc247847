//! What the plan screen knows: the cycle read once, and the few forms all its parts share.

use crate::addendum::FocusChoice;
use crate::cycle::{Cycle, cycle};
use crate::history::{Date, Standing, Wave};
use crate::plan::{FocusState, MoveKind, NextSteps, Reason, Underway};
use crate::scoring::{EffortMix, EffortReading, ROUNDING, Scores, effort_mix, score};
use crate::session::Session;
use crate::survey::{Capability, CapabilityId, Role, RoleId};
use crate::views::markup::Value::{Day, Text};
use crate::views::markup::{Value, filled};
use crate::views::pictures::Chart;
use crate::words::{self, Language, Results};

/// Days of a plan where no calendar says how many (model 3.2).
const DAYS: u16 = 90;

/// The cycle on screen.
pub(super) struct Page<'a> {
    pub session: &'a Session,
    pub language: &'a Language,
    pub words: &'static words::Plan,
    /// Words that the plan shares with the results.
    pub shared: &'static Results,
    pub cycle: Cycle,
    /// The latest wave.
    pub wave: &'a Wave,
    /// Its scores over all answers.
    pub scores: Scores,
    /// Its working time, if it adds up.
    pub effort: Option<EffortReading>,
    pub steps: &'a NextSteps,
    /// How many days a plan takes.
    pub days: u16,
}

/// The plan begun last, as of today.
#[derive(Clone, Copy)]
pub(super) struct Running<'p> {
    pub underway: &'p Underway,
    /// Whether it was begun after the latest wave.
    pub of_latest: bool,
    /// Today counted from its first day, which is 1; less where the clock was set back.
    pub day: i32,
    /// How many days it takes.
    pub days: u16,
}

impl Running<'_> {
    /// The day of the calendar that a day of the plan falls on.
    pub fn date_of(self, day: u16) -> Date {
        self.underway.start.plus_days(i32::from(day) - 1)
    }

    /// Its last day.
    pub fn end(self) -> Date {
        self.date_of(self.days)
    }

    /// Whether all its days have passed.
    pub fn is_over(self) -> bool {
        self.day > i32::from(self.days)
    }
}

impl<'a> Page<'a> {
    /// Reads a session; none without a complete wave.
    pub fn of(session: &'a Session, language: &'a Language) -> Option<Self> {
        let survey = &*session.survey;
        let wave = session.history.latest()?;
        let answers = &wave.answers;
        let effort = answers.effort.map(|split| effort_mix(&survey.parameters, split, answers.wish));
        let steps = &*session.next_steps;
        Some(Self {
            session,
            language,
            words: &language.words.plan,
            shared: &language.words.results,
            cycle: cycle(survey, &session.history, &session.addenda)?,
            wave,
            scores: score(survey, answers, &wave.weights),
            effort: match effort {
                Some(EffortMix::Read(read)) => Some(read),
                _ => None,
            },
            steps,
            days: steps.calendar.as_ref().map_or(DAYS, |calendar| calendar.days()),
        })
    }

    /// A chart of this screen as a picture. `what` says what it is.
    pub fn chart(&self, name: &'a str, what: &'a str) -> Chart<'a> {
        Chart { name, part: "", what, day: self.wave.date }
    }

    /// The plan begun last.
    pub fn running(&self) -> Option<Running<'_>> {
        let (wave, underway) = self.cycle.underway.as_ref()?;
        let of_latest = *wave == self.wave.id;
        Some(Running { underway, of_latest, day: underway.day(self.session.today), days: self.days })
    }

    /// Whether new targets are due, whatever focus was chosen before.
    pub fn is_renewal(&self) -> bool {
        self.cycle.proposed.focus.state == FocusState::RenewTargets
    }

    /// Whether any target lies above the baseline.
    pub fn has_raised(&self) -> bool {
        let progress = self.cycle.progress.as_ref();
        let all = progress.map(|read| read.capabilities.as_slice()).unwrap_or_default();
        all.iter().any(|(_, own)| matches!(own, Standing::Raise { .. }))
    }

    /// Whether the role of the plan has a way to go.
    pub fn has_need(&self) -> bool {
        let focus = &self.cycle.plan.focus;
        let own = focus.role.as_ref().and_then(|role| focus.priority(role));
        own.is_some_and(|own| own.need > ROUNDING)
    }

    /// Whether there is something that can be begun.
    pub fn has_proposal(&self) -> bool {
        !self.is_renewal() && self.has_need() && !self.cycle.plan.moves.is_empty()
    }

    /// Whether other days than those underway can be begun.
    pub fn may_begin_anew(&self) -> bool {
        self.has_proposal() && self.running().is_some_and(|own| own.is_over() || !own.of_latest)
    }

    /// The focus of the person's own choice, if it is in force.
    pub fn choice(&self) -> Option<&FocusChoice> {
        self.cycle.choice.as_ref().filter(|own| self.role(&own.role).is_some())
    }

    /// A message with its placeholders filled.
    pub fn fill(&self, message: &str, values: &[(&str, Value)]) -> String {
        filled(self.language, message, values)
    }

    /// The days of a plan once begun, else the day of its wave; and the unit.
    pub fn kicker(&self) -> String {
        let first = match self.running() {
            Some(own) => {
                let values = [("from", Day(own.underway.start)), ("to", Day(own.end()))];
                self.fill(self.words.kicker_days, &values)
            }
            None => self.fill(self.words.kicker_wave, &[("date", Day(self.wave.date))]),
        };
        let scope = self.session.scope();
        if scope.is_empty() { first } else { [&first, " · ", scope].concat() }
    }

    /// A role and its position.
    pub fn role(&self, id: &RoleId) -> Option<(usize, &'a Role)> {
        self.session.survey.roles.iter().enumerate().find(|(_, role)| role.id == *id)
    }

    /// The name of a role within a sentence.
    pub fn role_within(&self, id: &RoleId) -> String {
        (self.shared.within_sentence)(self.role(id).map_or("", |(_, role)| &role.name))
    }

    /// Several roles within a sentence: `a, b and c`.
    pub fn role_list(&self, ids: &[RoleId]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.role_within(id)).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => [&others.join(", "), self.shared.and, last].concat(),
            None => String::new(),
        }
    }

    /// The sentence of a reason, in the survey's words; empty where the survey has none.
    pub fn reason(&self, reason: Reason, role: &RoleId, values: &[(&str, Value)]) -> String {
        let message = self.session.survey.texts.get(&["reasons/", reason.name()].concat());
        let own = self.role(role).map_or("", |(_, role)| &role.name);
        let within = self.role_within(role);
        let name = if message.starts_with("{role}") { own } else { &within };
        let all = [&[("role", Text(name))], values].concat();
        self.fill(message, &all)
    }

    /// A capability with the position of its role.
    pub fn capability(&self, id: &CapabilityId) -> Option<(usize, &'a Capability)> {
        let survey = &*self.session.survey;
        let position = survey.roles.iter().position(|role| role.capabilities.iter().any(|own| own.id == *id));
        Some((position?, survey.capability(id)?))
    }

    /// The points of a capability in the latest wave.
    pub fn points(&self, id: &CapabilityId) -> Option<f64> {
        Some(self.scores.capability(id)?.figure.as_ref()?.points)
    }

    /// The level of a capability in the latest wave.
    pub fn level(&self, id: &CapabilityId) -> Option<u8> {
        self.scores.capability(id)?.level
    }

    /// The name of a level.
    pub fn level_name(&self, number: u8) -> &'a str {
        let level = self.session.survey.levels.iter().find(|level| level.number == number);
        level.map_or("", |level| level.name.as_str())
    }

    /// The name of a capability, or that it is gone.
    pub fn capability_name(&self, id: &CapabilityId) -> &'a str {
        self.capability(id).map_or(self.words.lost, |(_, own)| &own.short)
    }

    /// What to do for a move; where its text is missing, which step it is.
    pub fn step(&self, kind: &MoveKind) -> String {
        if let Some([action, _]) = self.steps.of_move(&self.session.survey, kind) {
            return action.to_owned();
        }
        match kind {
            MoveKind::Focus { capability, level, .. } | MoveKind::Enabler { capability, level, .. } => {
                if self.capability(capability).is_none() {
                    return self.words.lost_step.to_owned();
                }
                let name = Text(self.capability_name(capability));
                let level = Text(self.level_name(*level));
                self.fill(self.words.step, &[("capability", name), ("level", level)])
            }
            MoveKind::MakeRoom => self.words.make_room.to_owned(),
            MoveKind::Evidence => self.words.evidence_kind.to_owned(),
            MoveKind::Finding(own) => own.action.clone(),
        }
    }
}
