//! Capability, role and overall scores with their coefficients (model 2.1, 2.2).

use super::ROUNDING;
use super::levels::{LevelReading, level_of, near_level};
use crate::answers::{Answers, Reply};
use crate::survey::{ById, Capability, CapabilityId, Facet, ItemId, Parameters, Role, RoleId, Survey};

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
    #[inline(never)]
    pub fn sum_of_squares(&self) -> f64 {
        self.shares.iter().map(|(_, share)| share * share).sum()
    }

    /// One standard deviation of noise in points (model 2.1).
    pub fn noise_sd(&self, parameters: &Parameters) -> f64 {
        parameters.sigma_points * self.sum_of_squares().sqrt()
    }

    /// The weighted mean of several figures, `None` where there is nothing to weigh.
    #[inline(never)]
    fn weighted_mean(parts: &[(f64, &Self)]) -> Option<Self> {
        let total: f64 = parts.iter().map(|(weight, _)| weight).sum();
        if total <= 0.0 {
            return None;
        }
        let mut mean = Self { points: 0.0, shares: Vec::new() };
        for (weight, figure) in parts {
            mean.points += weight * figure.points;
            for (item, share) in &figure.shares {
                mean.shares.push((item.clone(), share * weight / total));
            }
        }
        mean.points /= total;
        Some(mean)
    }
}

/// Threshold for the difference of two scores that share no item: `max(floor, z * sigma * sqrt(a + b))`.
#[inline(never)]
pub(super) fn threshold_between(parameters: &Parameters, a: &Figure, b: &Figure, z: f64) -> f64 {
    let squares = a.sum_of_squares() + b.sum_of_squares();
    (z * parameters.sigma_points * squares.sqrt()).max(parameters.floor_points)
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
pub type Weights = ById<CapabilityId, f64>;

/// Scores over all items.
pub fn score(survey: &Survey, answers: &Answers, weights: &Weights) -> Scores {
    score_items(survey, answers, weights, None)
}

/// Scores over the items of one facet, with the same weights and minimum rules (model 2.6).
pub fn score_facet(survey: &Survey, answers: &Answers, weights: &Weights, facet: Facet) -> Scores {
    score_items(survey, answers, weights, Some(facet))
}

#[inline(never)]
fn score_items(survey: &Survey, answers: &Answers, weights: &Weights, facet: Option<Facet>) -> Scores {
    let mut capabilities = Vec::new();
    for capability in survey.capabilities() {
        capabilities.push(score_capability(survey, answers, capability, facet));
    }
    let mut roles = Vec::new();
    for role in &survey.roles {
        roles.push(score_role(survey, role, &capabilities, weights));
    }
    let mut parts = Vec::new();
    for (role, own) in survey.roles.iter().zip(&roles) {
        if let Some(figure) = &own.figure {
            parts.push((role.weight, figure));
        }
    }
    let overall = if parts.len() == roles.len() { Figure::weighted_mean(&parts) } else { None };
    let overall_level = overall.as_ref().map(|figure| read_level(survey, figure));
    Scores { capabilities, roles, overall, overall_level }
}

fn score_capability(
    survey: &Survey,
    answers: &Answers,
    capability: &Capability,
    facet: Option<Facet>,
) -> CapabilityScore {
    let (mut asked, mut excluded, mut sum, mut shares) = (0, 0, 0.0, Vec::new());
    for item in &capability.items {
        if facet.is_some_and(|wanted| item.facet != wanted) {
            continue;
        }
        asked += 1;
        match answers.reply(&item.id) {
            Some(Reply::Rated(rating)) => {
                sum += survey.points(rating.value());
                shares.push((item.id.clone(), 1.0));
            }
            Some(Reply::NotApplicable) => excluded += 1,
            Some(Reply::Unknown) | None => {}
        }
    }
    let rated = shares.len();
    let status = if asked == excluded {
        CapabilityStatus::NotApplicable
    } else if rated == 0 {
        CapabilityStatus::Unanswered
    } else if rated == asked {
        CapabilityStatus::Complete
    } else {
        CapabilityStatus::SingleItem
    };
    for (_, share) in &mut shares {
        *share /= rated as f64;
    }
    let figure = (rated > 0).then(|| Figure { points: sum / rated as f64, shares });
    let level = figure.as_ref().map(|figure| level_of(&survey.levels, figure.points));
    CapabilityScore { id: capability.id.clone(), figure, status, level }
}

fn score_role(
    survey: &Survey,
    role: &Role,
    capabilities: &[CapabilityScore],
    weights: &Weights,
) -> RoleScore {
    let (mut applicable, mut parts) = (0, Vec::new());
    for capability in &role.capabilities {
        let Some(own) = capabilities.iter().find(|own| own.id == capability.id) else {
            continue;
        };
        applicable += usize::from(own.status != CapabilityStatus::NotApplicable);
        if let Some(figure) = &own.figure {
            parts.push((weights.get(&capability.id).copied().unwrap_or(capability.weight), figure));
        }
    }
    let scored = parts.len();
    let needed = capabilities_needed(&survey.parameters, applicable);
    let mean = if scored < needed { None } else { Figure::weighted_mean(&parts) };
    let status = if mean.is_none() {
        RoleStatus::Insufficient
    } else if scored == role.capabilities.len() {
        RoleStatus::Complete
    } else if scored == applicable {
        RoleStatus::Reduced
    } else {
        RoleStatus::Partial
    };
    let level = mean.as_ref().map(|figure| read_level(survey, figure));
    RoleScore { id: role.id.clone(), figure: mean, status, scored, needed, level }
}

/// How many scored capabilities a role needs out of those that apply.
fn capabilities_needed(parameters: &Parameters, applicable: usize) -> usize {
    let share = (parameters.role_min_share * applicable as f64 - ROUNDING).ceil().max(0.0) as usize;
    share.max(parameters.role_min_caps)
}

#[inline(never)]
fn read_level(survey: &Survey, figure: &Figure) -> LevelReading {
    near_level(&survey.levels, figure.points, figure.noise_sd(&survey.parameters))
}
