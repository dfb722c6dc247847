//! Alpha: whether the items of a role go together across many people; a side figure (model 2.10).

use super::answer::replies;
use super::variance;
use crate::answers::{Answers, Reply};
use crate::survey::{RoleId, Survey};

/// Alpha of one role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleAlpha {
    /// Which one.
    pub id: RoleId,
    /// People who rated every item of the role.
    pub complete: usize,
    /// Alpha over them; withheld where they are too few.
    pub alpha: Option<f64>,
}

/// `k/(k-1) * (1 - sum(var_j)/var(total))` over rows of one person each with `k` ratings.
///
/// None with fewer than `fewest` rows, with rows of different lengths, with fewer than two ratings a row, and
/// where all rows add up to the same.
pub fn alpha(rows: &[Vec<f64>], fewest: usize) -> Option<f64> {
    let items = rows.first()?.len();
    if rows.len() < fewest || items < 2 || rows.iter().any(|row| row.len() != items) {
        return None;
    }
    let mut single = 0.0;
    for item in 0..items {
        let column: Vec<f64> = rows.iter().filter_map(|row| row.get(item).copied()).collect();
        single += variance(&column)?;
    }
    let totals: Vec<f64> = rows.iter().map(|row| row.iter().sum()).collect();
    let total = variance(&totals)?;
    let k = items as f64;
    (total > 0.0).then(|| k / (k - 1.0) * (1.0 - single / total))
}

/// Alpha of every role in fixed order, over the people who rated every item of it.
pub fn role_alphas(survey: &Survey, people: &[&Answers]) -> Vec<RoleAlpha> {
    let mut alphas = Vec::new();
    for role in &survey.roles {
        let mut rows = vec![Vec::new(); people.len()];
        let mut items = 0;
        for item in role.capabilities.iter().flat_map(|capability| &capability.items) {
            items += 1;
            for (person, reply, _) in replies(item, people) {
                if let (Reply::Rated(rating), Some(row)) = (reply, rows.get_mut(person)) {
                    row.push(rating.value());
                }
            }
        }
        rows.retain(|row| row.len() == items);
        let alpha = alpha(&rows, survey.parameters.team.alpha_min_n);
        alphas.push(RoleAlpha { id: role.id.clone(), complete: rows.len(), alpha });
    }
    alphas
}
