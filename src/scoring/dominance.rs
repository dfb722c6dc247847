//! Which role leads, and whether it leads clearly (model 2.5).

use super::ROUNDING;
use super::score::{Figure, Scores, threshold_between};
use crate::survey::{RoleId, Survey};

/// How the roles stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DominanceKind {
    /// One role clearly leads.
    Dominant,
    /// Two roles lead together.
    Pair,
    /// First and last differ, neighbours do not.
    Graded,
    /// No role stands out.
    Even,
    /// Some role has no score.
    Unknown,
}

/// A gap between two roles and the threshold it has to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lead {
    /// Difference in points.
    pub gap: f64,
    /// Points from which on it is no chance.
    pub threshold: f64,
}

impl Lead {
    fn is_clear(self) -> bool {
        self.gap >= self.threshold - ROUNDING
    }
}

/// The reading of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Dominance {
    /// How the roles stand to each other.
    pub kind: DominanceKind,
    /// The role or roles in front.
    pub leading: Vec<RoleId>,
    /// The role clearly behind a leading pair.
    pub trailing: Option<RoleId>,
    /// All roles, highest first; ties in fixed order. Empty if unknown.
    pub order: Vec<RoleId>,
    /// First against second, second against third, first against last.
    pub leads: Option<[Lead; 3]>,
}

/// Reads which role leads. Fewer than three roles have no pair; the gaps then repeat.
pub fn dominance(survey: &Survey, scores: &Scores) -> Dominance {
    let mut figures: Vec<(&RoleId, &Figure)> = Vec::new();
    for role in &scores.roles {
        let Some(figure) = &role.figure else {
            return unknown();
        };
        let lower = figures.iter().position(|(_, other)| other.points < figure.points);
        figures.insert(lower.unwrap_or(figures.len()), (&role.id, figure));
    }
    let mut order = Vec::new();
    for (id, _) in &figures {
        order.push((*id).clone());
    }
    let (Some(first), Some(second), Some(last)) = (figures.first(), figures.get(1), figures.last()) else {
        return unknown();
    };
    let third = figures.get(2).unwrap_or(second);
    let lead = |a: &Figure, b: &Figure| Lead {
        gap: a.points - b.points,
        threshold: threshold_between(&survey.parameters, a, b, survey.parameters.z.role),
    };
    let leads = [lead(first.1, second.1), lead(second.1, third.1), lead(first.1, last.1)];
    let kind = if leads[0].is_clear() {
        DominanceKind::Dominant
    } else if figures.len() > 2 && leads[1].is_clear() {
        DominanceKind::Pair
    } else if leads[2].is_clear() {
        DominanceKind::Graded
    } else {
        DominanceKind::Even
    };
    let ahead = match kind {
        DominanceKind::Dominant | DominanceKind::Graded => 1,
        DominanceKind::Pair => 2,
        DominanceKind::Even | DominanceKind::Unknown => 0,
    };
    let leading = order.get(..ahead).unwrap_or_default().to_vec();
    let trailing = (kind == DominanceKind::Pair).then(|| third.0.clone());
    Dominance { kind, leading, trailing, order, leads: Some(leads) }
}

fn unknown() -> Dominance {
    Dominance {
        kind: DominanceKind::Unknown,
        leading: Vec::new(),
        trailing: None,
        order: Vec::new(),
        leads: None,
    }
}
