//! What to do next, for each capability at each level (model 3.4).

use super::Calendar;
use crate::survey::{ById, CapabilityId, NextStep, Survey};

/// The next steps of a survey, and the calendar of the plan made out of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NextSteps {
    /// BCP 47 tag of the language of the steps; that of the survey where it brings them itself.
    pub lang: String,
    /// Steps by capability, those of the lowest level first.
    pub capabilities: ById<CapabilityId, Vec<NextStep>>,
    /// The phases of the plan; without one a plan has no dates, and there is nothing to put into a calendar.
    pub calendar: Option<Calendar>,
}

impl NextSteps {
    /// The steps that stand in the survey itself, which need not be all, and no calendar.
    pub fn within(survey: &Survey) -> Self {
        let own = survey.capabilities().filter(|capability| !capability.next_steps.is_empty());
        let capabilities = own.map(|own| (own.id.clone(), own.next_steps.clone())).collect();
        Self { lang: survey.lang.clone(), capabilities, calendar: None }
    }

    /// The step that leads on from a level of a capability.
    pub fn step(&self, capability: &CapabilityId, level: u8) -> Option<&NextStep> {
        self.capabilities.get(capability)?.iter().find(|step| step.at_level == level)
    }
}
