//! The one role to work on (model 3.1).

use super::Reason;
use crate::answers::AimAnswer;
use crate::history::Targets;
use crate::scoring::{ROUNDING, Scores};
use crate::survey::{Capability, Role, RoleId, Survey};
use std::cmp::Ordering;

/// How urgent one role is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RolePriority {
    /// Weight by aim.
    pub importance: f64,
    /// Mean distance to the own targets in points.
    pub need: f64,
    /// Whether the targets are assumed, as none was set.
    pub provisional: bool,
}

impl RolePriority {
    /// Importance times need.
    pub fn priority(self) -> f64 {
        self.importance * self.need
    }
}

/// Whether there is something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusState {
    /// There is a focus.
    Chosen,
    /// All targets are reached: new ones are due.
    RenewTargets,
}

/// The focus of the cycle before.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptFocus {
    /// Which role it was.
    pub role: RoleId,
    /// Share of its own goal that is reached, if it had one.
    pub share: Option<f64>,
    /// The first aim at that time.
    pub aim: Option<RoleId>,
}

/// The role to work on, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    /// Every role in fixed order.
    pub roles: Vec<(RoleId, RolePriority)>,
    /// The role, unless targets are due.
    pub role: Option<RoleId>,
    /// Whether there is something to do.
    pub state: FocusState,
    /// Other roles that are just as near, in fixed order.
    pub close_call: Vec<RoleId>,
    /// Whether it stays from the cycle before, whatever this wave alone would propose.
    pub kept: bool,
    /// Why this one.
    pub reasons: Vec<Reason>,
}

impl Focus {
    /// The priority of a role.
    pub fn priority(&self, id: &RoleId) -> Option<RolePriority> {
        self.roles.iter().find(|(own, _)| own == id).map(|(_, priority)| *priority)
    }

    /// Puts a role of the person's own choice in place of the proposed one; the reasons for that one go.
    pub fn choose(&mut self, role: &RoleId) {
        if self.role.as_ref() != Some(role) && self.priority(role).is_some() {
            self.close_call.retain(|own| own != role);
            self.kept = false;
            self.role = Some(role.clone());
            self.state = FocusState::Chosen;
            self.reasons.clear();
        }
    }
}

/// Chooses the focus; the one of the cycle before is kept while its goal is far and the aim unchanged.
pub fn focus(
    survey: &Survey,
    scores: &Scores,
    targets: &Targets,
    aim: &AimAnswer,
    before: Option<&KeptFocus>,
) -> Focus {
    let provisional = targets.is_empty();
    let rate = |role: &Role| RolePriority {
        importance: importance(survey, aim, &role.id),
        need: need(survey, role, scores, targets),
        provisional,
    };
    let roles: Vec<_> = survey.roles.iter().map(|role| (role.id.clone(), rate(role))).collect();
    let highest = roles.iter().map(|(_, own)| own.priority()).fold(0.0, f64::max);
    if highest <= ROUNDING {
        let (role, reasons, close_call) = (None, Vec::new(), Vec::new());
        return Focus { roles, role, state: FocusState::RenewTargets, close_call, kept: false, reasons };
    }
    let line = highest * (1.0 - survey.parameters.close_call) - ROUNDING;
    let near: Vec<&RoleId> =
        roles.iter().filter(|(_, own)| own.priority() >= line).map(|(id, _)| id).collect();
    let kept = before.filter(|before| is_kept(survey, before, aim, &roles)).map(|before| &before.role);
    let first = near.iter().copied().min_by(|a, b| precedence(scores, aim, a, b));
    let chosen = kept.or(first);
    let role = chosen.cloned();
    let is_near = near.iter().any(|id| Some(*id) == chosen);
    let close_call: Vec<RoleId> = near.into_iter().filter(|id| Some(*id) != chosen).cloned().collect();
    // What is said about the order of roles is not true of one that is kept against that order.
    let mut reasons = vec![aim_reason(aim, chosen)];
    if kept.is_some() && chosen != first {
        reasons.retain(|reason| *reason == Reason::Aim);
    }
    reasons.push(if provisional { Reason::ProvisionalGap } else { Reason::Gap });
    if is_near && !close_call.is_empty() {
        reasons.push(Reason::CloseCall);
    }
    let kept = kept.is_some();
    Focus { roles, role, state: FocusState::Chosen, close_call, kept, reasons }
}

fn importance(survey: &Survey, aim: &AimAnswer, role: &RoleId) -> f64 {
    let weights = &survey.parameters.importance;
    match (&aim.primary, &aim.secondary) {
        (None, None) => weights.no_aim,
        (Some(primary), _) if primary == role => weights.primary,
        (_, Some(secondary)) if secondary == role => weights.secondary,
        _ => weights.other,
    }
}

/// Mean distance to target over the scored capabilities of a role; without a target a capability holds.
fn need(survey: &Survey, role: &Role, scores: &Scores, targets: &Targets) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for capability in &role.capabilities {
        if let Some(gap) = gap(survey, capability, scores, targets) {
            sum += capability.weight * gap;
            weights += capability.weight;
        }
    }
    if weights > 0.0 { sum / weights } else { 0.0 }
}

/// Points from now to the target of a scored capability; with no target anywhere one step up is assumed.
pub fn gap(survey: &Survey, capability: &Capability, scores: &Scores, targets: &Targets) -> Option<f64> {
    let now = scores.capability(&capability.id)?.figure.as_ref()?.points;
    Some(match targets.get(&capability.id) {
        Some(target) => (target.score - now).max(0.0),
        None if targets.is_empty() => (100.0 - now).min(survey.parameters.provisional_step),
        None => 0.0,
    })
}

fn is_kept(survey: &Survey, before: &KeptFocus, aim: &AimAnswer, roles: &[(RoleId, RolePriority)]) -> bool {
    let unfinished = before.share.is_some_and(|share| share < survey.parameters.keep_focus_share);
    let needed = roles.iter().any(|(id, own)| *id == before.role && own.need > ROUNDING);
    unfinished && needed && before.aim == aim.primary
}

/// First aim, then lower role score, then fixed order (the order of the roles is kept by `min_by`).
fn precedence(scores: &Scores, aim: &AimAnswer, a: &RoleId, b: &RoleId) -> Ordering {
    let is_aim = |id: &RoleId| aim.primary.as_ref() == Some(id);
    let points =
        |id: &RoleId| scores.role(id).and_then(|role| role.figure.as_ref()).map_or(100.0, |f| f.points);
    is_aim(b).cmp(&is_aim(a)).then_with(|| points(a).total_cmp(&points(b)))
}

fn aim_reason(aim: &AimAnswer, chosen: Option<&RoleId>) -> Reason {
    if aim.primary.is_none() && aim.secondary.is_none() {
        Reason::NoAim
    } else if chosen == aim.primary.as_ref() {
        Reason::Aim
    } else if chosen == aim.secondary.as_ref() {
        Reason::SecondAim
    } else {
        Reason::OtherThanAim
    }
}
