//! The perception gap: how differently two groups see the same work, and what to talk about (model 2.9).

use super::Team;
use crate::answers::Rating;
use crate::history::like_for_like;
use crate::scoring::{Figure, ROUNDING, Scores, Weights, score};
use crate::survey::{ItemId, RoleId, Survey};

/// One role as two groups see it, on the items that both rated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleGap {
    /// Points by the first group.
    pub first: f64,
    /// Points by the second group.
    pub second: f64,
    /// Points from which on the gap is notable.
    pub threshold: f64,
}

impl RoleGap {
    /// Points of the first group minus those of the second.
    pub fn points(self) -> f64 {
        self.first - self.second
    }

    /// Whether it is more than the noise of so many ratings.
    pub fn is_notable(self) -> bool {
        self.points().abs() >= self.threshold - ROUNDING
    }
}

/// An item that two groups see so differently that they should talk about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Which one.
    pub item: ItemId,
    /// The rating of the first group.
    pub first: Rating,
    /// The rating of the second group.
    pub second: Rating,
}

impl Topic {
    /// How far apart, in anchors.
    pub fn anchors(&self) -> f64 {
        (self.first.value() - self.second.value()).abs()
    }
}

/// Two groups side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct PerceptionGap {
    /// By role in fixed order; none where the items both rated give no role score.
    pub roles: Vec<(RoleId, Option<RoleGap>)>,
    /// The widest apart first, then in asking order; as many as the survey allows.
    pub topics: Vec<Topic>,
    /// Scores of the first group on what both answered.
    pub first_scores: Scores,
    /// Scores of the second group on what both answered.
    pub second_scores: Scores,
}

/// Compares two groups of different people like for like.
///
/// Strictness is not added to the threshold: differing judgement is what one wants to see. People are counted
/// item by item, as whoever does not rate an item takes none of its noise away; where everybody rates
/// everything this is the model's formula to the letter.
pub fn perception_gap(survey: &Survey, first: &Team, second: &Team, weights: &Weights) -> PerceptionGap {
    let kept = like_for_like(survey, &first.answers, &second.answers);
    let (a, b) = (kept.base, kept.now);
    let (first_scores, second_scores) = (score(survey, &a, weights), score(survey, &b, weights));
    let parameters = &survey.parameters;

    let noise = |team: &Team, figure: &Figure| {
        let mut variance = 0.0;
        for (item, share) in &figure.shares {
            let people = team.spread(item).map_or(0, |spread| spread.dots.len());
            variance += share * share * parameters.median_variance(people);
        }
        variance
    };
    let mut roles = Vec::new();
    for (a, b) in first_scores.roles.iter().zip(&second_scores.roles) {
        let gap = a.figure.as_ref().zip(b.figure.as_ref()).map(|(a, b)| {
            let sd = parameters.sigma_points * (noise(first, a) + noise(second, b)).sqrt();
            let threshold = (parameters.z.role * sd).max(parameters.floor_points);
            RoleGap { first: a.points, second: b.points, threshold }
        });
        roles.push((a.id.clone(), gap));
    }

    let mut topics = Vec::new();
    for item in survey.items() {
        if let (Some(first), Some(second)) = (a.rating(&item.id), b.rating(&item.id)) {
            let topic = Topic { item: item.id.clone(), first, second };
            if topic.anchors() >= parameters.team.topic_apart - ROUNDING {
                topics.push(topic);
            }
        }
    }
    topics.sort_by(|a, b| b.anchors().total_cmp(&a.anchors()));
    topics.truncate(parameters.team.topics);
    PerceptionGap { roles, topics, first_scores, second_scores }
}
