//! Own targets: what an organization wants to reach, and how much of the way is done (model 2.8).

use super::Date;
use crate::scoring::ROUNDING;
#[cfg(feature = "results")]
use crate::scoring::level_of;
use crate::survey::{ById, CapabilityId, RoleId, Survey};

/// Scores by capability, 0 to 100; a capability without a score has no entry.
pub type ScoreMap = ById<CapabilityId, f64>;

/// What one capability is to reach. A capability without a target is to hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// Points to reach, 0 to 100.
    pub score: f64,
    /// The day by which, if one was set.
    pub by: Option<Date>,
}

/// Targets by capability.
pub type Targets = ById<CapabilityId, Target>;

/// Where one capability stands on its own way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// It is to rise.
    Raise {
        /// Points from the baseline to the target.
        gap: f64,
        /// Points of the way that are done: never more than the gap, negative after a loss.
        closed: f64,
    },
    /// It is to stay.
    Hold {
        /// Whether it has, within the tolerance.
        kept: bool,
    },
}

/// How much of the own goals is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// By capability that has a target, in fixed order.
    pub capabilities: Vec<(CapabilityId, Standing)>,
    /// Share by role; `None` where nothing is to rise.
    pub roles: Vec<(RoleId, Option<f64>)>,
    /// Share over everything.
    pub overall: Option<f64>,
}

impl Standing {
    /// Whether a target that is to rise has been reached.
    pub fn is_reached(&self) -> bool {
        matches!(self, Self::Raise { gap, closed } if *closed >= gap - ROUNDING)
    }
}

impl Progress {
    /// Whether every raised target is reached and every held one kept: time to set new ones.
    pub fn is_reached(&self) -> bool {
        !self.capabilities.is_empty()
            && self.capabilities.iter().all(|(_, standing)| match standing {
                Standing::Raise { .. } => standing.is_reached(),
                Standing::Hold { kept } => *kept,
            })
    }

    /// Where a capability stands; none without a target or without a score in both waves.
    pub fn capability(&self, id: &CapabilityId) -> Option<Standing> {
        self.capabilities.iter().find(|(own, _)| own == id).map(|(_, standing)| *standing)
    }

    /// The share of a role.
    pub fn role(&self, id: &RoleId) -> Option<f64> {
        self.roles.iter().find(|(own, _)| own == id).and_then(|(_, share)| *share)
    }
}

/// Measures the way from `base` to the targets that is done `now`.
pub fn progress(survey: &Survey, base: &ScoreMap, now: &ScoreMap, targets: &Targets) -> Progress {
    let tolerance = survey.parameters.hold_tolerance;
    let standing = |id: &CapabilityId| {
        let (base, now, target) = (*base.get(id)?, *now.get(id)?, targets.get(id)?.score);
        let gap = target - base;
        Some(if gap > ROUNDING {
            Standing::Raise { gap, closed: (now - base).clamp(-gap, gap) }
        } else {
            Standing::Hold { kept: now >= target - tolerance - ROUNDING }
        })
    };
    let standings: Vec<_> = survey
        .roles
        .iter()
        .flat_map(|role| role.capabilities.iter().map(move |capability| (role, capability)))
        .filter_map(|(role, capability)| Some((role, capability, standing(&capability.id)?)))
        .collect();
    let share = |of: Option<&RoleId>| {
        let (mut done, mut way) = (0.0, 0.0);
        for (role, capability, standing) in &standings {
            if let Standing::Raise { gap, closed } = standing
                && of.is_none_or(|id| role.id == *id)
            {
                done += capability.weight * closed;
                way += capability.weight * gap;
            }
        }
        (way > 0.0).then(|| done / way)
    };
    Progress {
        roles: survey.roles.iter().map(|role| (role.id.clone(), share(Some(&role.id)))).collect(),
        overall: share(None),
        capabilities: standings.iter().map(|(_, own, standing)| (own.id.clone(), *standing)).collect(),
    }
}

/// Whether a target asks for a rise of more levels in less time than the survey calls usual, counted from these
/// points and this day. It does not without a day, or once the day has passed (model 2.8).
#[cfg(feature = "results")]
pub fn is_ambitious(survey: &Survey, now_points: f64, target: &Target, from: Date) -> bool {
    let usual = survey.parameters.ambitious;
    let level = |points| level_of(&survey.levels, points);
    let rise = level(target.score).saturating_sub(level(now_points));
    let soon = from..=from.plus_months(usual.months);
    rise > usual.levels && target.by.is_some_and(|by| soon.contains(&by))
}
