//! What to do next, for each capability at each level (model 3.4).

use super::{Calendar, MoveKind};
use crate::survey::{ById, CapabilityId, FixedMove, NextStep, Survey};

/// The next steps of a survey, and the calendar of the plan made out of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NextSteps {
    /// BCP 47 tag of the language of the steps; that of the survey where it brings them itself.
    pub lang: String,
    /// Steps by capability, those of the lowest level first.
    pub capabilities: ById<CapabilityId, Vec<NextStep>>,
    /// The phases of the plan; without one a plan has no dates, and there is nothing to put into a calendar.
    pub calendar: Option<Calendar>,
    /// The lenses to look closer with, as they are called before their documents are opened.
    pub lenses: Vec<LookCloser>,
}

/// A lens one can look closer with (model 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookCloser {
    /// The lens.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it shows, in half a sentence.
    pub gist: String,
    /// Usual time to answer, in minutes.
    pub minutes: u32,
}

impl NextSteps {
    /// The steps that stand in the survey itself, which need not be all, and no calendar.
    pub fn within(survey: &Survey) -> Self {
        let own = survey.capabilities().filter(|capability| !capability.next_steps.is_empty());
        let capabilities = own.map(|own| (own.id.clone(), own.next_steps.clone())).collect();
        Self { lang: survey.lang.clone(), capabilities, calendar: None, lenses: Vec::new() }
    }

    /// The step that leads on from a level of a capability.
    pub fn step(&self, capability: &CapabilityId, level: u8) -> Option<&NextStep> {
        self.capabilities.get(capability)?.iter().find(|step| step.at_level == level)
    }

    /// What to do for a move and how one knows that it is done; nothing where there is no such step.
    pub fn of_move<'a>(&'a self, survey: &'a Survey, kind: &'a MoveKind) -> Option<[&'a str; 2]> {
        let fixed = |own: &'a Option<FixedMove>| own.as_ref().map(|own| [&*own.action, &*own.done_when]);
        match kind {
            MoveKind::Focus { capability, level, .. } | MoveKind::Enabler { capability, level, .. } => {
                let step = self.step(capability, *level)?;
                Some([&step.action, &step.done_when])
            }
            MoveKind::MakeRoom => fixed(&survey.fixed_moves.make_room),
            MoveKind::Evidence => fixed(&survey.fixed_moves.evidence),
            // When it is done is for the person to say.
            MoveKind::Finding(own) => Some([&own.action, ""]),
        }
    }
}
