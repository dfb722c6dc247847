//! The planning cycle: a plan that nobody opens scores 0 (model 4.3 H).

use super::Rules;
use crate::history::Date;
use crate::lens::points::mean;
use crate::lens::{Entry, Mark, checklist};

/// When the steps of the cycle were complete.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dates {
    /// The input.
    pub input_end: Option<Date>,
    /// The central plan.
    pub central_end: Option<Date>,
    /// The regional plans.
    pub regional_end: Option<Date>,
    /// The first day of the planning year.
    pub year_start: Option<Date>,
}

/// A step that came after the one it should come before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderBreak {
    /// Input came in after the central plan.
    InputAfterCentralPlan,
    /// The central plan was complete after the regional plans.
    CentralAfterRegionalPlan,
    /// Regional plans were complete after the year had started.
    RegionalAfterYearStart,
}

impl OrderBreak {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::InputAfterCentralPlan => "input_after_central_plan",
            Self::CentralAfterRegionalPlan => "central_after_regional_plan",
            Self::RegionalAfterYearStart => "regional_after_year_start",
        }
    }
}

/// The cycle as far as it is answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Planning {
    /// Score by phase, 0 to 100.
    pub phases: Vec<(String, Option<f64>)>,
    /// Mean of the other phases times use; `None` where the use or all others are open.
    pub score: Option<f64>,
    /// Steps out of order, among those of which both days are known.
    pub order_breaks: Vec<OrderBreak>,
    /// Whether the plan is too long to be read; not said is not so.
    pub too_elaborate: bool,
    /// Whether it is not opened.
    pub unused: bool,
}

/// Reads the cycle from its checklist and dates.
pub fn planning(rules: &Rules, entries: &[Entry], dates: Dates) -> Planning {
    let phases = checklist(entries).groups;
    let usage = phases.iter().find(|(phase, _)| *phase == rules.use_phase).and_then(|(_, points)| *points);
    let others = phases.iter().filter(|(phase, _)| *phase != rules.use_phase);
    let done = mean(others.filter_map(|(_, points)| *points));
    let is_no =
        |id: &str| entries.iter().any(|entry| entry.key == id && entry.mark("answer") == Some(Mark::No));
    let after = |first: Option<Date>, second: Option<Date>| {
        first.zip(second).is_some_and(|(first, second)| first.day_number() > second.day_number())
    };
    let Dates { input_end, central_end, regional_end, year_start } = dates;
    let order_breaks = [
        (OrderBreak::InputAfterCentralPlan, after(input_end, central_end)),
        (OrderBreak::CentralAfterRegionalPlan, after(central_end, regional_end)),
        (OrderBreak::RegionalAfterYearStart, after(regional_end, year_start)),
    ];
    Planning {
        score: done.zip(usage).map(|(done, usage)| done * usage / 100.0),
        order_breaks: order_breaks.into_iter().filter(|(_, is_so)| *is_so).map(|(own, _)| own).collect(),
        too_elaborate: is_no(rules.too_elaborate.as_str()),
        unused: is_no(rules.unused.as_str()),
        phases,
    }
}
