//! Where an organization stands between two waves: targets in force, progress, focus, plan (model 2.8, 3.1, 3.2).

use crate::addendum::{Addenda, Addendum, FocusChoice};
use crate::answers::{Answers, Reply};
use crate::history::{Comparison, History, Progress, ScoreMap, Targets, Wave, change, progress};
use crate::plan::{KeptFocus, Plan, Situation, Underway, focus, plan};
use crate::scoring::{CapabilityScore, Scores, confidence, dominance, effort_mix, score};
use crate::survey::{RoleId, Survey};

/// All that follows from the latest wave and what was added to the waves.
#[derive(Clone, Debug, PartialEq)]
pub struct Cycle {
    /// Own targets in force, of capabilities the survey has.
    pub targets: Targets,
    /// How much of the way is done; none without targets.
    pub progress: Option<Progress>,
    /// The plan the rules propose.
    pub proposed: Plan,
    /// The focus the person chose instead, for this wave.
    pub choice: Option<FocusChoice>,
    /// The plan with that focus and the finding chosen for its supporting move; the proposed one where nothing was.
    pub plan: Plan,
    /// The plan begun last, with the name of the wave after which it was begun.
    pub underway: Option<(String, Underway)>,
    /// Plans begun before, latest first.
    pub earlier: Vec<Underway>,
}

/// Reads the cycle of a history; none without a complete wave.
pub fn cycle(survey: &Survey, history: &History, addenda: &Addenda) -> Option<Cycle> {
    let wave = history.latest()?;
    let scores = score(survey, &wave.answers, &wave.weights);
    let targets = known(survey, targets_in_force(history, addenda));
    let way = if targets.is_empty() { None } else { way(survey, history) };
    let progress = way.map(|[base, now]| progress(survey, &points(&base), &points(&now), &targets));
    let mut begun: Vec<(&Wave, &Underway)> = Vec::new();
    for own in history.assessments().rev() {
        let plans = addenda.get(&own.id).map(|own| own.begun.as_slice()).unwrap_or_default();
        begun.extend(plans.iter().rev().map(|plan| (&**own, plan)));
    }
    let before = focus_before(survey, history, addenda).map(|(role, aim)| KeptFocus {
        share: progress.as_ref().and_then(|read| read.role(&role)),
        role,
        aim,
    });
    let own = addenda.get(&wave.id);
    let proposed = proposed(survey, wave, &scores, &targets, before.as_ref(), None);
    let choice = own.and_then(|own| own.choice.clone());
    let plan = match own.filter(|own| own.choice.is_some() || own.support.is_some()) {
        Some(_) => self::proposed(survey, wave, &scores, &targets, before.as_ref(), own),
        None => proposed.clone(),
    };
    let mut begun = begun.into_iter();
    let underway = begun.next().map(|(own, underway)| (own.id.clone(), underway.clone()));
    let earlier = begun.map(|(_, underway)| underway.clone()).collect();
    Some(Cycle { targets, progress, proposed, choice, plan, underway, earlier })
}

/// The focus that was in force before the latest wave, and the aim named then: that of the days begun, else the
/// person's choice, else the one the rules proposed.
fn focus_before(survey: &Survey, history: &History, addenda: &Addenda) -> Option<(RoleId, Option<RoleId>)> {
    let waves: Vec<&Wave> = history.assessments().map(|wave| &**wave).collect();
    let (first, (_, earlier)) = (waves.first()?, waves.split_last()?);
    let (mut kept, mut targets) = (None, Targets::new());
    for wave in earlier {
        let own = addenda.get(&wave.id);
        if let Some(set) = own.and_then(|own| own.targets.clone()) {
            targets = known(survey, set);
        }
        let aim = wave.answers.known_aim(survey).unwrap_or_default();
        let begun = own.and_then(|own| own.begun.last()).map(|plan| plan.focus.clone());
        let chosen = own.and_then(|own| own.choice.as_ref()).map(|choice| choice.role.clone());
        let role = begun.or(chosen).or_else(|| {
            let before = kept.take().map(|(role, aim)| KeptFocus {
                share: share(survey, [first, wave], &targets, &role),
                role,
                aim,
            });
            let scores = score(survey, &wave.answers, &wave.weights);
            focus(survey, &scores, &targets, &aim, before.as_ref()).role
        });
        kept = role.map(|role| (role, aim.primary));
    }
    kept
}

/// The share of its own goal a role had reached at a wave; none without targets for it.
fn share(survey: &Survey, [base, now]: [&Wave; 2], targets: &Targets, role: &RoleId) -> Option<f64> {
    if targets.is_empty() {
        return None;
    }
    let comparison = Comparison::between(base, now);
    let read = change(survey, &base.answers, &now.answers, &now.weights, comparison);
    progress(survey, &points(&read.base_scores), &points(&read.now_scores), targets).role(role)
}

/// The targets set last, with those of capabilities the survey has lost.
pub fn targets_in_force(history: &History, addenda: &Addenda) -> Targets {
    let set = |wave: &Wave| addenda.get(&wave.id)?.targets.clone();
    history.assessments().rev().find_map(|wave| set(wave)).unwrap_or_default()
}

/// The answers of a baseline with what was restated put in their place, if anything was (model 2.7.6).
pub fn restated(wave: &Wave, addenda: &Addenda) -> Option<Answers> {
    let restated = &addenda.get(&wave.id)?.restated;
    let mut answers = wave.answers.clone();
    let mut changed = false;
    for (item, own) in restated {
        if let Some(answer) = answers.items.get_mut(item) {
            answer.reply = Some(Reply::Rated(own.rating));
            changed = true;
        }
    }
    changed.then_some(answers)
}

/// Targets of capabilities that a survey has.
fn known(survey: &Survey, mut targets: Targets) -> Targets {
    targets.retain(|id, _| survey.capability(id).is_some());
    targets
}

/// The scores at the baseline and now, like for like, between which a way is measured (model 2.7.1, 2.8). Both
/// are the same as long as there is one wave; none without any.
pub fn way(survey: &Survey, history: &History) -> Option<[Scores; 2]> {
    let wave = history.latest()?;
    Some(match history.span() {
        Some((base, now)) => {
            let comparison = Comparison::between(base, now);
            let read = change(survey, &base.answers, &now.answers, &wave.weights, comparison);
            [read.base_scores, read.now_scores]
        }
        None => {
            let scores = score(survey, &wave.answers, &wave.weights);
            [scores.clone(), scores]
        }
    })
}

/// Points by capability.
fn points(scores: &Scores) -> ScoreMap {
    let scored = |own: &CapabilityScore| Some((own.id.clone(), own.figure.as_ref()?.points));
    scores.capabilities.iter().filter_map(scored).collect()
}

fn proposed(
    survey: &Survey,
    wave: &Wave,
    scores: &Scores,
    targets: &Targets,
    before: Option<&KeptFocus>,
    own: Option<&Addendum>,
) -> Plan {
    let answers = &wave.answers;
    let situation = Situation {
        answers,
        scores,
        dominance: &dominance(survey, scores),
        confidence: &confidence(survey, answers, wave.respondent.raters(), wave.respondent.median_deviation),
        effort: answers.effort.map(|effort| effort_mix(&survey.parameters, effort, answers.wish)),
        targets,
        support: own.and_then(|own| own.support.as_ref()),
    };
    let aim = answers.known_aim(survey).unwrap_or_default();
    let mut focus = focus(survey, scores, targets, &aim, before);
    if let Some(choice) = own.and_then(|own| own.choice.as_ref()) {
        focus.choose(&choice.role);
    }
    plan(survey, situation, focus)
}
