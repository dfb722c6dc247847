//! When what is to be done: the phases of the plan and the next assessment (model 3.2), as appointments.

use crate::history::Date;

/// Days before an appointment on which to be reminded of it.
const REMINDED_BEFORE: u8 = 1;

/// The phases of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// From day 1 on, each from the day after the one before; never empty.
    pub phases: Vec<Phase>,
    /// What comes after the plan.
    pub reassess: Reassess,
}

impl Calendar {
    /// How many days the plan takes.
    pub fn days(&self) -> u16 {
        self.phases.last().map_or(0, |phase| phase.to)
    }
}

/// One phase of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its first day, where the day on which the plan starts is day 1.
    pub from: u16,
    /// Its last day.
    pub to: u16,
    /// What to do.
    pub action: String,
}

/// The next assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Reassess {
    /// Months from one wave to the next.
    pub months: u32,
    /// What to do.
    pub action: String,
}

/// One entry of a calendar, of whole days.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// Names it for good among all appointments of everybody.
    pub uid: String,
    /// Its first day.
    pub day: Date,
    /// Its last day, which may be the first.
    pub last_day: Date,
    /// What it is, in one line.
    pub summary: String,
    /// More about it; empty if there is none.
    pub description: String,
    /// On which day to be reminded, if at all: 0 for its own first day.
    pub alarm_days_before: Option<u8>,
}

/// What the appointments of one plan are made from, besides the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Schedule<'a> {
    /// Names the plan for good, such as the wave it was made from: who takes in the same plan once more,
    /// starting on another day, has its appointments moved and not doubled.
    pub plan: &'a str,
    /// What everything is called that belongs to the plan, before its own name; may be empty.
    pub title: &'a str,
    /// The moves in words, to stand with every phase.
    pub moves: &'a str,
    /// The day on which the plan starts.
    pub start: Date,
    /// The day of the latest wave.
    pub latest: Date,
}

/// The first day of each phase, of the last one all days up to the one on which the plan is due, and the
/// next assessment: counted from the latest wave, and never before the plan is over.
pub fn appointments(calendar: &Calendar, plan: Schedule) -> Vec<Appointment> {
    let day = |number: u16| plan.start.plus_days(i32::from(number) - 1);
    let due = calendar.days();
    let mut all = Vec::new();
    for phase in &calendar.phases {
        let last = if phase.to == due { phase.to } else { phase.from };
        let name = ["day-", &phase.from.to_string()].concat();
        all.push(appointment(plan, &name, [day(phase.from), day(last)], &phase.action, plan.moves));
    }
    let again = plan.latest.plus_months(calendar.reassess.months).max(day(due + 1));
    all.push(appointment(plan, "reassess", [again, again], &calendar.reassess.action, ""));
    all
}

fn appointment(plan: Schedule, name: &str, days: [Date; 2], action: &str, description: &str) -> Appointment {
    let [day, last_day] = days;
    let colon = if plan.title.is_empty() { "" } else { ": " };
    Appointment {
        uid: [plan.plan, ".", name, "@maturity-radar"].concat(),
        day,
        last_day,
        summary: [plan.title, colon, action].concat(),
        description: description.to_owned(),
        alarm_days_before: Some(REMINDED_BEFORE),
    }
}
