//! Spread and agreement: how far people lie apart on an item, and what may be said about it (model 2.9).

use super::answer::replies;
use super::{mean, variance};
use crate::answers::{Answers, Rating, Reply};
use crate::scoring::ROUNDING;
use crate::survey::{ItemId, Parameters, RoleId, Survey};

/// Every rating of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemSpread {
    /// Which one.
    pub item: ItemId,
    /// Each rating with the place of the person who gave it, in the order of people.
    pub dots: Vec<(usize, Rating)>,
    /// The lowest rating.
    pub lowest: Rating,
    /// The highest rating.
    pub highest: Rating,
    /// The middle rating, however few rated the item.
    pub median: Rating,
    /// Whether they agree; said of three ratings or more (`ad_min_n`).
    pub agreement: Option<Agreement>,
}

impl ItemSpread {
    /// Highest minus lowest in anchors: of two ratings the one thing to say, of one nothing.
    pub fn difference(&self) -> Option<f64> {
        (self.dots.len() > 1).then(|| self.highest.value() - self.lowest.value())
    }
}

/// How far people agree on an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Mean distance from the median, in anchors.
    pub deviation: f64,
    /// Whether that counts as agreement.
    pub acceptable: bool,
    /// The agreement index; given for five ratings or more (`rwg_min_n`).
    pub within: Option<WithinGroup>,
}

/// Agreement within a group against answers given at random (r_wg).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WithinGroup {
    /// Sample variance in anchors squared.
    pub variance: f64,
    /// 1 for full agreement, 0 for answers as far apart as random ones or farther.
    pub index: f64,
}

/// How far people agree on the items of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleAgreement {
    /// Which one.
    pub id: RoleId,
    /// Mean over its items of the average deviation, in anchors; items without one are left out.
    pub deviation: Option<f64>,
    /// The agreement index over those of its items that have one, 0 to 1.
    pub index: Option<f64>,
}

pub(super) fn spreads(survey: &Survey, people: &[&Answers]) -> Vec<ItemSpread> {
    let mut spreads = Vec::new();
    for item in survey.items() {
        let mut dots = Vec::new();
        for (person, reply, _) in replies(item, people) {
            if let Reply::Rated(rating) = reply {
                dots.push((person, rating));
            }
        }
        let ratings = || dots.iter().map(|(_, rating)| *rating);
        if let (Some(lowest), Some(highest), Some(median)) =
            (ratings().min(), ratings().max(), Rating::median(ratings()))
        {
            let agreement = agreement(&survey.parameters, &dots, median);
            spreads.push(ItemSpread { item: item.id.clone(), dots, lowest, highest, median, agreement });
        }
    }
    spreads
}

fn agreement(parameters: &Parameters, dots: &[(usize, Rating)], median: Rating) -> Option<Agreement> {
    let limits = &parameters.team;
    let ratings: Vec<f64> = dots.iter().map(|(_, rating)| rating.value()).collect();
    if ratings.len() < limits.ad_min_n {
        return None;
    }
    let distances: Vec<f64> = ratings.iter().map(|rating| (rating - median.value()).abs()).collect();
    let deviation = mean(&distances)?;
    let spread = if ratings.len() < limits.rwg_min_n { None } else { variance(&ratings) };
    let within = spread.map(|variance| {
        let index = (1.0 - variance / limits.rwg_null_variance).max(0.0);
        WithinGroup { variance, index }
    });
    Some(Agreement { deviation, acceptable: deviation <= limits.ad_cut + ROUNDING, within })
}

pub(super) fn roles(survey: &Survey, spreads: &[ItemSpread]) -> Vec<RoleAgreement> {
    let mut roles = Vec::new();
    for role in &survey.roles {
        let (mut rated, mut deviations, mut variances) = (false, Vec::new(), Vec::new());
        for item in role.capabilities.iter().flat_map(|capability| &capability.items) {
            let Some(spread) = spreads.iter().find(|spread| spread.item == item.id) else {
                continue;
            };
            rated = true;
            deviations.extend(spread.agreement.map(|own| own.deviation));
            variances.extend(spread.agreement.and_then(|own| own.within).map(|own| own.variance));
        }
        if rated {
            let (deviation, index) = (mean(&deviations), index_of_several(&survey.parameters, &variances));
            roles.push(RoleAgreement { id: role.id.clone(), deviation, index });
        }
    }
    roles
}

/// `J*q / (J*q + 1 - q)` with `q = 1 - mean variance / random variance`, and nothing below 0.
fn index_of_several(parameters: &Parameters, variances: &[f64]) -> Option<f64> {
    let q = (1.0 - mean(variances)? / parameters.team.rwg_null_variance).max(0.0);
    let several = variances.len() as f64 * q;
    Some(several / (several + 1.0 - q))
}
