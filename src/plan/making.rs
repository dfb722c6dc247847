//! How a plan is put together: the moves in the focus role, one to support them, and the watch (model 3.2).

use super::Reason;
use super::focus::{Focus, gap};
use super::moves::{Finding, Move, MoveKind, Plan, Watch};
use crate::answers::{Answers, Rating};
use crate::history::Targets;
use crate::scoring::{Confidence, ConfidenceLevel, Dominance, DominanceKind, EffortMix, Scores, level_of};
use crate::survey::{Capability, CapabilityId, FixedMove, ItemId, RoleId, Survey};

/// What a plan is made from, besides the survey.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The latest answers.
    pub answers: &'a Answers,
    /// Their scores.
    pub scores: &'a Scores,
    /// Their dominance.
    pub dominance: &'a Dominance,
    /// Their confidence.
    pub confidence: &'a Confidence,
    /// Working time, if it was answered.
    pub effort: Option<EffortMix>,
    /// Own targets.
    pub targets: &'a Targets,
    /// The finding of a lens that a person wants in place of the proposed supporting move.
    pub support: Option<&'a Finding>,
}

/// Makes the plan for a focus.
pub fn plan(survey: &Survey, situation: Situation, focus: Focus) -> Plan {
    let confidence = situation.confidence.level;
    let Some(role) = focus.role.clone() else {
        return Plan { focus, moves: Vec::new(), watch: None, confidence };
    };
    let chosen = chosen_capabilities(survey, situation, &role);
    let mut moves: Vec<Move> = chosen.iter().map(|own| focus_move(survey, situation, own)).collect();
    moves.extend(match situation.support {
        Some(own) => Some(Move { kind: MoveKind::Finding(own.clone()), reason: Reason::Finding }),
        None => supporting_move(survey, situation, &chosen, &moves),
    });
    let watch = watch(survey, situation, &role);
    Plan { focus, moves, watch, confidence }
}

/// The capabilities with the largest gap; then lower score, then fixed order.
fn chosen_capabilities<'a>(survey: &'a Survey, situation: Situation, role: &RoleId) -> Vec<&'a Capability> {
    let own = survey.role(role).map(|role| role.capabilities.as_slice()).unwrap_or_default();
    let mut order: Vec<(f64, f64)> = Vec::new();
    let mut chosen = Vec::new();
    for own in own {
        let gap = gap(survey, own, situation.scores, situation.targets).unwrap_or_default();
        let points = points(situation.scores, &own.id).unwrap_or_default();
        if gap > 0.0 {
            let after = |(other, lower): &(f64, f64)| *other < gap || (*other == gap && *lower > points);
            let at = order.iter().position(after).unwrap_or(order.len());
            order.insert(at, (gap, points));
            chosen.insert(at, own);
        }
    }
    chosen.truncate(survey.parameters.plan.focus_moves);
    chosen
}

fn points(scores: &Scores, id: &CapabilityId) -> Option<f64> {
    Some(scores.capability(id)?.figure.as_ref()?.points)
}

fn level(scores: &Scores, id: &CapabilityId) -> Option<u8> {
    scores.capability(id)?.level
}

fn focus_move(survey: &Survey, situation: Situation, capability: &Capability) -> Move {
    let rated: Vec<(&ItemId, Rating)> = capability
        .items
        .iter()
        .filter_map(|item| Some((&item.id, situation.answers.rating(&item.id)?)))
        .collect();
    let lowest = rated.iter().min_by_key(|(_, rating)| *rating);
    let highest = rated.iter().max_by_key(|(_, rating)| *rating);
    let mut level = level(situation.scores, &capability.id).unwrap_or(1);
    let mut lower_side = None;
    if let (Some((item, low)), Some((_, high))) = (lowest, highest)
        && low != high
    {
        lower_side = Some((*item).clone());
        if high.value() - low.value() >= survey.parameters.plan.sides_apart {
            // The mean would hide how far one side is behind.
            level = level_of(&survey.levels, survey.points(low.value()));
        }
    }
    let kind = MoveKind::Focus { capability: capability.id.clone(), level, lower_side };
    Move { kind, reason: Reason::Gap }
}

/// The first that applies: a missing foundation, room to work, evidence.
fn supporting_move(
    survey: &Survey,
    situation: Situation,
    chosen: &[&Capability],
    moves: &[Move],
) -> Option<Move> {
    let enabler = chosen
        .iter()
        .filter(|own| {
            level(situation.scores, &own.id)
                .is_some_and(|level| level >= survey.parameters.plan.leaning_level)
        })
        .flat_map(|own| own.prerequisites.iter().map(move |needed| (*own, needed)))
        .find(|(_, needed)| {
            let missing = level(situation.scores, needed) == Some(1);
            missing && !chosen.iter().any(|own| own.id == **needed)
        });
    if let Some((own, needed)) = enabler {
        let kind = MoveKind::Enabler { capability: needed.clone(), level: 1, supports: own.id.clone() };
        return Some(Move { kind, reason: Reason::Prerequisite });
    }
    let overloaded = matches!(situation.effort, Some(EffortMix::Read(read)) if read.reactive_flag);
    if overloaded && !holds_the_same(survey.fixed_moves.make_room.as_ref(), moves) {
        return Some(Move { kind: MoveKind::MakeRoom, reason: Reason::ReactiveLoad });
    }
    let unsure = situation.confidence.level == ConfidenceLevel::Low;
    unsure.then_some(Move { kind: MoveKind::Evidence, reason: Reason::Confidence })
}

/// Whether the plan already holds the step that makes a fixed move needless.
fn holds_the_same(fixed: Option<&FixedMove>, moves: &[Move]) -> bool {
    let Some((needless_with, at_level)) = fixed.and_then(|fixed| fixed.unless.as_ref()) else {
        return false;
    };
    moves.iter().any(|own| {
        matches!(&own.kind, MoveKind::Focus { capability, level, .. } if capability == needless_with && level == at_level)
    })
}

/// The dominant role if it is not the focus, else the highest other one.
fn watch(survey: &Survey, situation: Situation, focus: &RoleId) -> Option<Watch> {
    let dominant = match situation.dominance.kind {
        DominanceKind::Dominant => situation.dominance.leading.first().filter(|role| *role != focus).cloned(),
        _ => None,
    };
    let role_points = |id: &RoleId| Some(situation.scores.role(id)?.figure.as_ref()?.points);
    let highest = || {
        let others = survey.roles.iter().filter(|role| role.id != *focus);
        let scored = others.filter_map(|role| Some((role.id.clone(), role_points(&role.id)?)));
        scored.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(id, _)| id)
    };
    let role = dominant.or_else(highest)?;
    let own = survey.role(&role)?.capabilities.iter();
    let capability = own
        .filter_map(|own| Some((own.id.clone(), points(situation.scores, &own.id)?)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|(id, _)| id);
    Some(Watch { role, capability })
}
