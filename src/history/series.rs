//! Every wave over time: all scores by one set of weights, and which gains last (model 2.7, 2.8).

use super::{Change, Comparison, Difference, History, Targets, Verdict, Wave, change};
use crate::scoring::{CapabilityStatus, Figure, ROUNDING, Scores, Weights, score};
use crate::survey::{CapabilityId, Parameters, Role, RoleId, Survey};
use std::rc::Rc;

/// All assessments of a history, each scored once.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The waves, earliest first: the first is the baseline; never empty.
    pub waves: Vec<Rc<Wave>>,
    /// Every role in fixed order.
    pub roles: Vec<(RoleId, Course)>,
    /// Every capability in fixed order.
    pub capabilities: Vec<(CapabilityId, Course)>,
    /// Over everything.
    pub overall: Course,
    /// Whether too few answers are paired to call a change of a role or overall.
    pub withheld: bool,
    /// How many items of baseline and latest wave are compared across meanings that are only close (model 6).
    pub close_items: usize,
    /// How many items are compared at all.
    pub paired_items: usize,
    /// Whether another person gave the latest answers than the first.
    pub other_person: bool,
    weights: Weights,
}

/// One score through all waves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Points in each wave over all its answers, 0 to 100; `None` without a score.
    pub points: Vec<Option<f64>>,
    /// One standard deviation of noise of the baseline's score in points (model 2.1).
    pub noise_sd: f64,
    /// Latest wave against baseline, like for like; `None` with one wave or without a pair.
    pub since: Option<Difference>,
    /// Whether the gain holds in two waves running (model 2.8).
    pub is_sustained: bool,
    /// Whether the latest score rests on part of its answers.
    pub is_open: bool,
}

impl Course {
    /// Points of the baseline.
    pub fn base(&self) -> Option<f64> {
        self.points.first().copied().flatten()
    }

    /// Points of the latest wave.
    pub fn latest(&self) -> Option<f64> {
        self.points.last().copied().flatten()
    }

    /// Whether each of several later waves scores above the one before it.
    pub fn rises_throughout(&self) -> bool {
        let steps = self.points.iter().zip(self.points.iter().skip(1));
        let rises = |(before, after): (&Option<f64>, &Option<f64>)| match (before, after) {
            (Some(before), Some(after)) => after - before > ROUNDING,
            _ => false,
        };
        self.points.len() > 2 && steps.into_iter().all(rises)
    }

    /// Whether the change over both waves is another than between the scores on show, as not all answers pair.
    pub fn is_paired_in_part(&self) -> bool {
        self.since.is_some_and(|since| {
            let apart = |own: Option<f64>, paired: f64| own.is_none_or(|own| (own - paired).abs() > 0.05);
            apart(self.base(), since.base) || apart(self.latest(), since.now)
        })
    }

    fn note(&mut self, figure: Option<&Figure>, parameters: &Parameters) {
        if self.points.is_empty() {
            self.noise_sd = figure.map_or(0.0, |figure| figure.noise_sd(parameters));
        }
        self.points.push(figure.map(|figure| figure.points));
    }

    fn hold(&mut self, since: Option<Difference>, before: Option<Difference>) {
        self.since = since;
        self.is_sustained = is_gain(since) && is_gain(before);
    }
}

fn is_gain(difference: Option<Difference>) -> bool {
    let verdict = difference.map(|difference| difference.verdict);
    matches!(verdict, Some(Verdict::ClearGain | Verdict::PossibleGain))
}

impl Series {
    /// Scores every assessment of a history with the weights of the latest; none without an assessment.
    pub fn of(survey: &Survey, history: &History) -> Option<Self> {
        let weights = history.latest()?.weights.clone();
        let mut series = Self {
            waves: history.assessments().cloned().collect(),
            roles: survey.roles.iter().map(|role| (role.id.clone(), Course::default())).collect(),
            capabilities: survey.capabilities().map(|own| (own.id.clone(), Course::default())).collect(),
            overall: Course::default(),
            withheld: false,
            close_items: 0,
            paired_items: 0,
            other_person: false,
            weights,
        };
        for at in 0..series.waves.len() {
            if let Some(wave) = series.waves.get(at) {
                let scores = score(survey, &wave.answers, &series.weights);
                series.note(&scores, &survey.parameters);
            }
        }
        series.compare(survey);
        Some(series)
    }

    fn note(&mut self, scores: &Scores, parameters: &Parameters) {
        for ((_, course), own) in self.roles.iter_mut().zip(&scores.roles) {
            course.note(own.figure.as_ref(), parameters);
        }
        for ((_, course), own) in self.capabilities.iter_mut().zip(&scores.capabilities) {
            course.note(own.figure.as_ref(), parameters);
            course.is_open = own.status == CapabilityStatus::SingleItem;
        }
        self.overall.note(scores.overall.as_ref(), parameters);
    }

    /// Holds the latest wave, and the one before it, against the baseline.
    fn compare(&mut self, survey: &Survey) {
        let Some(base) = self.waves.first() else { return };
        let against_base = |wave: &Rc<Wave>| {
            change(survey, &base.answers, &wave.answers, &self.weights, Comparison::between(base, wave))
        };
        let mut later = self.waves.iter().skip(1).rev();
        let Some(latest) = later.next() else { return };
        let (now, before) = (against_base(latest), later.next().map(against_base));
        self.withheld = now.withheld;
        (self.close_items, self.paired_items) = (now.close_items(), now.paired_items);
        self.other_person = !Comparison::between(base, latest).same_persons;
        let before = before.as_ref();
        for (id, course) in &mut self.roles {
            course.hold(now.role(id), before.and_then(|change: &Change| change.role(id)));
        }
        for (id, course) in &mut self.capabilities {
            course.hold(now.capability(id), before.and_then(|change| change.capability(id)));
        }
        self.overall.hold(now.overall, before.and_then(|change| change.overall));
    }

    /// The course of a capability.
    pub fn capability(&self, id: &CapabilityId) -> Option<&Course> {
        self.capabilities.iter().find(|(own, _)| own == id).map(|(_, course)| course)
    }

    /// Points of a role once its targets are reached and all else holds its baseline (model 2.8); `None`
    /// where no capability of the role has a target.
    pub fn role_target(&self, role: &Role, targets: &Targets) -> Option<f64> {
        let (mut sum, mut total, mut is_set) = (0.0, 0.0, false);
        for own in &role.capabilities {
            let target = targets.get(&own.id).map(|target| target.score);
            is_set |= target.is_some();
            let base = self.capability(&own.id).and_then(Course::base);
            if let Some(points) = target.or(base) {
                let weight = self.weights.get(&own.id).copied().unwrap_or(own.weight);
                sum += weight * points;
                total += weight;
            }
        }
        (is_set && total > 0.0).then(|| sum / total)
    }
}
