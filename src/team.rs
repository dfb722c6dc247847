//! Several people on one organization: their common answer, where they agree, where they differ (model 2.9, 2.10).
//!
//! Answers of different people become one [`Answers`], which then takes the way of any other: scores, balance,
//! change. What each person said stays beside it, rating by rating.

mod agreement;
mod alpha;
mod answer;
mod gap;
mod groups;
mod panel;

pub use agreement::{Agreement, ItemSpread, RoleAgreement, WithinGroup};
pub use alpha::{RoleAlpha, alpha, role_alphas};
pub use answer::team_answers;
pub use gap::{PerceptionGap, RoleGap, Topic, perception_gap};
pub use groups::{Group, needs_consent};
pub use panel::{Joined, Panel, is_of};

use crate::answers::Answers;
use crate::scoring::{Confidence, confidence};
use crate::survey::{ItemId, Survey};

/// What several people said, as one and side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// How many people answered.
    pub people: usize,
    /// Their common answer; see [`team_answers`].
    pub answers: Answers,
    /// Every item that somebody rated, in asking order.
    pub spreads: Vec<ItemSpread>,
    /// Every role of which somebody rated an item, in fixed order.
    pub roles: Vec<RoleAgreement>,
    /// Median over items of the average deviation, in anchors; none where no item has one.
    pub median_deviation: Option<f64>,
}

impl Team {
    /// What each person said to an item; none where nobody rated it.
    pub fn spread(&self, item: &ItemId) -> Option<&ItemSpread> {
        self.spreads.iter().find(|spread| spread.item == *item)
    }

    /// How far the common answer can be trusted (model 2.3): with three people who agree it can be high.
    pub fn confidence(&self, survey: &Survey) -> Confidence {
        confidence(survey, &self.answers, self.people, self.median_deviation)
    }
}

/// Reads the answers of different people, one of each; the dots of a spread name them by their place in `people`.
pub fn team(survey: &Survey, people: &[&Answers]) -> Team {
    let spreads = agreement::spreads(survey, people);
    let deviations = spreads.iter().filter_map(|own| own.agreement).map(|own| own.deviation);
    Team {
        people: people.len(),
        answers: team_answers(survey, people),
        roles: agreement::roles(survey, &spreads),
        median_deviation: median(deviations.collect()),
        spreads,
    }
}

/// The middle one, halfway between the two middle ones of an even number; `None` of none.
fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_unstable_by(f64::total_cmp);
    let below = figures.get(figures.len().checked_sub(1)? / 2)?;
    let above = figures.get(figures.len() / 2)?;
    Some(f64::midpoint(*below, *above))
}

/// The mean; `None` of none.
fn mean(figures: &[f64]) -> Option<f64> {
    (!figures.is_empty()).then(|| figures.iter().sum::<f64>() / figures.len() as f64)
}

/// Sample variance; `None` under two figures.
fn variance(figures: &[f64]) -> Option<f64> {
    let middle = mean(figures)?;
    let squares: f64 = figures.iter().map(|figure| (figure - middle).powi(2)).sum();
    (figures.len() > 1).then(|| squares / (figures.len() - 1) as f64)
}
