//! How far a picture can be trusted: completeness, evidence, number of people (model 2.3).

use crate::answers::{Answer, Answers, Reply, Tally};
use crate::survey::{ConfidenceBar, Survey};

/// Low, medium or high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConfidenceLevel {
    /// Little to go by.
    Low,
    /// Complete enough, and backed by evidence or by several people.
    Medium,
    /// Complete, backed by evidence and by several people who agree.
    High,
}

/// What is missing for the next level of confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The level that would be reached.
    pub level: ConfidenceLevel,
    /// More items to rate.
    pub items: usize,
    /// More answers to have at hand.
    pub evidence: usize,
    /// More people to ask.
    pub people: usize,
    /// Whether evidence and people are alternatives or both needed.
    pub either: bool,
}

/// The reading of one wave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence {
    /// Items by kind of reply.
    pub tally: Tally,
    /// Share of applicable items that are rated, 0 to 1.
    pub completeness: f64,
    /// Mean evidence mark over rated items, 0 to 1.
    pub evidence: f64,
    /// Whether so much does not apply that the survey may not fit.
    pub many_na: bool,
    /// The level.
    pub level: ConfidenceLevel,
    /// What would raise it; none at the top.
    pub shortfall: Option<Shortfall>,
}

/// Reads the confidence. `median_deviation` is that between several people, in anchors.
pub fn confidence(
    survey: &Survey,
    answers: &Answers,
    raters: usize,
    median_deviation: Option<f64>,
) -> Confidence {
    let tally = answers.tally(survey);
    let asked = survey.item_count();
    let applicable = asked - tally.not_applicable;
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let completeness = share(tally.answered, applicable);
    let mut marks = 0.0;
    for item in survey.items() {
        if let Some(Answer { reply: Some(Reply::Rated(_)), evidence: Some(mark), .. }) =
            answers.items.get(&item.id)
        {
            marks += mark.weight();
        }
    }
    let evidence = if tally.answered == 0 { 0.0 } else { marks / tally.answered as f64 };

    let high = &survey.parameters.confidence_high;
    let medium = &survey.parameters.confidence_medium;
    let agreed = match (high.median_deviation, median_deviation) {
        (Some(limit), Some(deviation)) => deviation <= limit + super::ROUNDING,
        (Some(_), None) => false,
        (None, _) => true,
    };
    let backed = |bar: &ConfidenceBar| evidence >= bar.evidence - super::ROUNDING;
    let several = |bar: &ConfidenceBar| raters >= bar.raters;
    let complete = |bar: &ConfidenceBar| completeness >= bar.completeness - super::ROUNDING;
    let level = if complete(high) && backed(high) && several(high) && agreed {
        ConfidenceLevel::High
    } else if complete(medium) && (backed(medium) || several(medium)) {
        ConfidenceLevel::Medium
    } else {
        ConfidenceLevel::Low
    };

    let missing = |level, bar: &ConfidenceBar, either| Shortfall {
        level,
        items: more(bar.completeness * applicable as f64 - tally.answered as f64),
        evidence: more(bar.evidence * tally.answered as f64 - marks),
        people: bar.raters.saturating_sub(raters),
        either,
    };
    let shortfall = match level {
        ConfidenceLevel::Low => Some(missing(ConfidenceLevel::Medium, medium, true)),
        ConfidenceLevel::Medium => Some(missing(ConfidenceLevel::High, high, false)),
        ConfidenceLevel::High => None,
    };
    let many_na = share(tally.not_applicable, asked) > survey.parameters.many_na_share;
    Confidence { tally, completeness, evidence, many_na, level, shortfall }
}

/// The whole number of steps that covers what is missing.
fn more(missing: f64) -> usize {
    (missing - super::ROUNDING).ceil().max(0.0) as usize
}
