//! Capability, role and overall scores with their coefficients (model 2.1, 2.2).

use super::ROUNDING;
use super::levels::{LevelReading, level_of, near_level};
use crate::answers::{Answers, Reply};
use crate::survey::{Capability, CapabilityId, Facet, ItemId, Parameters, Role, RoleId, Survey};
use std::collections::BTreeMap;

/// A score and how it is made: `points = sum(share * points of the answer)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// 0 to 100.
    pub points: f64,
    /// Share of each answer in the score; the shares add up to 1.
    pub shares: Vec<(ItemId, f64)>,
}

impl Figure {
    /// Sum of the squared shares, from which all noise follows.
    pub fn sum_of_squares(&self) -> f64 {
        self.shares.iter().map(|(_, share)| share * share).sum()
    }

    /// One standard deviation of noise in points (model 2.1).
    pub fn noise_sd(&self, parameters: &Parameters) -> f64 {
        parameters.sigma_points * self.sum_of_squares().sqrt()
    }

    /// The weighted mean of several figures, `None` where there is nothing to weigh.
    fn weighted_mean<'a>(parts: impl Iterator<Item = (f64, &'a Figure)>) -> Option<Self> {
        let parts: Vec<_> = parts.collect();
        let total: f64 = parts.iter().map(|(weight, _)| weight).sum();
        if total <= 0.0 {
            return None;
        }
        let points = parts.iter().map(|(weight, figure)| weight * figure.points).sum::<f64>() / total;
        let shares = parts
            .iter()
            .flat_map(|(weight, figure)| {
                figure.shares.iter().map(move |(item, share)| (item.clone(), share * weight / total))
            })
            .collect();
        Some(Self { points, shares })
    }
}

/// What a capability score rests on (model 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapabilityStatus {
    /// Every item is rated.
    Complete,
    /// Some item is rated, but not every one: shown with an open marker.
    SingleItem,
    /// All items do not apply.
    NotApplicable,
    /// No item is rated.
    Unanswered,
}

/// What a role score rests on (model 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleStatus {
    /// All capabilities are scored.
    Complete,
    /// All that apply are scored.
    Reduced,
    /// Some are missing.
    Partial,
    /// Too few are scored for a role score, or none that has a weight.
    Insufficient,
}

/// One capability.
#[derive(Clone, Debug, PartialEq)]
pub struct CapabilityScore {
    /// Which one.
    pub id: CapabilityId,
    /// The score, unless nothing was rated.
    pub figure: Option<Figure>,
    /// What it rests on.
    pub status: CapabilityStatus,
    /// The level of the score.
    pub level: Option<u8>,
}

/// One role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleScore {
    /// Which one.
    pub id: RoleId,
    /// The score, unless the status is [`RoleStatus::Insufficient`].
    pub figure: Option<Figure>,
    /// What it rests on.
    pub status: RoleStatus,
    /// Capabilities with a score.
    pub scored: usize,
    /// Capabilities needed for a role score.
    pub needed: usize,
    /// The level and its neighbour.
    pub level: Option<LevelReading>,
}

/// All scores of one wave, in the fixed order of the survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Every capability.
    pub capabilities: Vec<CapabilityScore>,
    /// Every role.
    pub roles: Vec<RoleScore>,
    /// The overall score, if every role has one.
    pub overall: Option<Figure>,
    /// The overall level and its neighbour.
    pub overall_level: Option<LevelReading>,
}

impl Scores {
    /// The score of a capability.
    pub fn capability(&self, id: &CapabilityId) -> Option<&CapabilityScore> {
        self.capabilities.iter().find(|capability| capability.id == *id)
    }

    /// The score of a role.
    pub fn role(&self, id: &RoleId) -> Option<&RoleScore> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// Whether a capability stands so far below its role that the average hides it (model 2.4).
    pub fn lags(&self, survey: &Survey, capability: &CapabilityId) -> bool {
        let role = survey.roles.iter().find(|role| role.capabilities.iter().any(|c| c.id == *capability));
        let role_level = role.and_then(|role| self.role(&role.id)).and_then(|role| role.level);
        let own_level = self.capability(capability).and_then(|score| score.level);
        match (role_level, own_level) {
            (Some(role), Some(own)) => own + survey.parameters.lagging_levels <= role.level,
            _ => false,
        }
    }
}

/// Own weights of capabilities; what is not named keeps the weight of the survey (model 2.1).
pub type Weights = BTreeMap<CapabilityId, f64>;

/// Scores over all items.
pub fn score(survey: &Survey, answers: &Answers, weights: &Weights) -> Scores {
    score_items(survey, answers, weights, None)
}

/// Scores over the items of one facet, with the same weights and minimum rules (model 2.6).
pub fn score_facet(survey: &Survey, answers: &Answers, weights: &Weights, facet: Facet) -> Scores {
    score_items(survey, answers, weights, Some(facet))
}

fn score_items(survey: &Survey, answers: &Answers, weights: &Weights, facet: Option<Facet>) -> Scores {
    let capabilities: Vec<_> = survey
        .capabilities()
        .map(|capability| score_capability(survey, answers, capability, facet))
        .collect();
    let roles: Vec<_> =
        survey.roles.iter().map(|role| score_role(survey, role, &capabilities, weights)).collect();
    let overall = if roles.iter().all(|role| role.figure.is_some()) {
        Figure::weighted_mean(
            survey
                .roles
                .iter()
                .zip(&roles)
                .filter_map(|(role, own)| Some((role.weight, own.figure.as_ref()?))),
        )
    } else {
        None
    };
    let overall_level = overall.as_ref().map(|figure| read_level(survey, figure));
    Scores { capabilities, roles, overall, overall_level }
}

fn score_capability(
    survey: &Survey,
    answers: &Answers,
    capability: &Capability,
    facet: Option<Facet>,
) -> CapabilityScore {
    let asked: Vec<_> =
        capability.items.iter().filter(|item| facet.is_none_or(|wanted| item.facet == wanted)).collect();
    let rated: Vec<_> = asked
        .iter()
        .filter_map(|item| Some((item.id.clone(), survey.points(answers.rating(&item.id)?.value()))))
        .collect();
    let excluded = asked.iter().filter(|item| answers.reply(&item.id) == Some(Reply::NotApplicable)).count();
    let status = if asked.len() == excluded {
        CapabilityStatus::NotApplicable
    } else if rated.is_empty() {
        CapabilityStatus::Unanswered
    } else if rated.len() == asked.len() {
        CapabilityStatus::Complete
    } else {
        CapabilityStatus::SingleItem
    };
    let figure = (!rated.is_empty()).then(|| {
        let share = 1.0 / rated.len() as f64;
        let points = rated.iter().map(|(_, points)| points * share).sum();
        Figure { points, shares: rated.into_iter().map(|(item, _)| (item, share)).collect() }
    });
    let level = figure.as_ref().map(|figure| level_of(&survey.levels, figure.points));
    CapabilityScore { id: capability.id.clone(), figure, status, level }
}

fn score_role(
    survey: &Survey,
    role: &Role,
    capabilities: &[CapabilityScore],
    weights: &Weights,
) -> RoleScore {
    let own: Vec<_> = role
        .capabilities
        .iter()
        .filter_map(|capability| Some((capability, capabilities.iter().find(|c| c.id == capability.id)?)))
        .collect();
    let applicable = own.iter().filter(|(_, c)| c.status != CapabilityStatus::NotApplicable).count();
    let scored = own.iter().filter(|(_, c)| c.figure.is_some()).count();
    let needed = capabilities_needed(&survey.parameters, applicable);
    let status = if scored < needed {
        RoleStatus::Insufficient
    } else if scored == own.len() {
        RoleStatus::Complete
    } else if scored == applicable {
        RoleStatus::Reduced
    } else {
        RoleStatus::Partial
    };
    let mean = Figure::weighted_mean(own.iter().filter_map(|(capability, own)| {
        let weight = weights.get(&capability.id).copied().unwrap_or(capability.weight);
        Some((weight, own.figure.as_ref()?))
    }));
    let status = if mean.is_some() { status } else { RoleStatus::Insufficient };
    let figure = mean.filter(|_| status != RoleStatus::Insufficient);
    let level = figure.as_ref().map(|figure| read_level(survey, figure));
    RoleScore { id: role.id.clone(), figure, status, scored, needed, level }
}

/// How many scored capabilities a role needs out of those that apply.
fn capabilities_needed(parameters: &Parameters, applicable: usize) -> usize {
    let share = (parameters.role_min_share * applicable as f64 - ROUNDING).ceil().max(0.0) as usize;
    share.max(parameters.role_min_caps)
}

fn read_level(survey: &Survey, figure: &Figure) -> LevelReading {
    near_level(&survey.levels, figure.points, figure.noise_sd(&survey.parameters))
}
