//! Degree of change between two waves: like for like, and only called where it is more than noise (model 2.7).

use super::pairs::{ClosePair, Paired, like_for_like};
use super::{Respondent, Wave};
use crate::answers::{Answers, Evidence, Rating};
use crate::scoring::{Figure, ROUNDING, Scores, Weights, score};
use crate::survey::{CapabilityId, ItemId, Parameters, RoleId, Survey};

/// Who stands behind the two waves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// People per wave.
    pub raters: usize,
    /// Whether the same people answered both times; otherwise their strictness does not cancel out.
    pub same_persons: bool,
}

impl Comparison {
    /// What is known about the people behind two waves; who is not named is taken as the same person.
    ///
    /// Of two numbers of people the smaller counts, so that no change is called clear too early.
    pub fn between(base: &Wave, now: &Wave) -> Self {
        let same_persons = match (&base.respondent.id, &now.respondent.id) {
            (Some(before), Some(after)) => before == after,
            _ => true,
        };
        Self { raters: raters(&base.respondent).min(raters(&now.respondent)), same_persons }
    }
}

/// How many people stand behind a wave.
#[cfg(feature = "results")]
fn raters(respondent: &Respondent) -> usize {
    respondent.people.map_or(1, |people| people.max(1) as usize)
}

/// One: the small program compares nothing.
#[cfg(not(feature = "results"))]
fn raters(_respondent: &Respondent) -> usize {
    1
}

impl Default for Comparison {
    fn default() -> Self {
        Self { raters: 1, same_persons: true }
    }
}

/// What can be said about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Up by the threshold or more.
    ClearGain,
    /// Up by most of the threshold.
    PossibleGain,
    /// Too small to tell from answering twice.
    NoClearChange,
    /// Down by most of the threshold.
    PossibleLoss,
    /// Down by the threshold or more.
    ClearLoss,
    /// Too few items are paired to say.
    Withheld,
}

impl Verdict {
    /// Its name in documents and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::ClearGain => "clear_gain",
            Self::PossibleGain => "possible_gain",
            Self::NoClearChange => "no_clear_change",
            Self::PossibleLoss => "possible_loss",
            Self::ClearLoss => "clear_loss",
            Self::Withheld => "withheld",
        }
    }

    fn of(delta: f64, threshold: f64, possible_share: f64) -> Self {
        let size = delta.abs() + ROUNDING;
        match (size >= threshold, size >= threshold * possible_share, delta > 0.0) {
            (true, _, true) => Self::ClearGain,
            (true, _, false) => Self::ClearLoss,
            (false, true, true) => Self::PossibleGain,
            (false, true, false) => Self::PossibleLoss,
            (false, false, _) => Self::NoClearChange,
        }
    }
}

/// One score in both waves, like for like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Points in the earlier wave.
    pub base: f64,
    /// Points in the later wave.
    pub now: f64,
    /// Points from which on a change is clear.
    pub threshold: f64,
    /// What can be said.
    pub verdict: Verdict,
}

impl Difference {
    /// Now minus base in points.
    pub fn delta(self) -> f64 {
        self.now - self.base
    }
}

/// An item that was answered differently.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemMove {
    /// Which one.
    pub item: ItemId,
    /// Rating in the earlier wave.
    pub was: Rating,
    /// Rating in the later wave.
    pub now: Rating,
    /// Whether it rose and is backed by evidence at hand (model 2.7.4).
    pub evidenced: bool,
}

impl ItemMove {
    /// Whether it rose.
    pub fn is_up(&self) -> bool {
        self.now > self.was
    }
}

/// Everything that can be said about two waves.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Items rated in both waves with one meaning, or with meanings that a bridge joins.
    pub paired_items: usize,
    /// Their share of all items, 0 to 1.
    pub coverage: f64,
    /// Whether verdicts on roles and overall are withheld.
    pub withheld: bool,
    /// Whether they are, and the later wave could serve as a new baseline beside the old one (model 6).
    pub new_baseline: bool,
    /// Pairs of two meanings that are only close, in asking order; the comparison has to say so.
    pub close: Vec<ClosePair>,
    /// Items that differ, in asking order.
    pub moves: Vec<ItemMove>,
    /// By capability in fixed order; `None` without a pair.
    pub capabilities: Vec<(CapabilityId, Option<Difference>)>,
    /// By role in fixed order.
    pub roles: Vec<(RoleId, Option<Difference>)>,
    /// Over everything.
    pub overall: Option<Difference>,
    /// The earlier wave, rescored like for like.
    pub base_scores: Scores,
    /// The later wave, rescored like for like.
    pub now_scores: Scores,
}

impl Change {
    /// Items that rose.
    pub fn steps_up(&self) -> usize {
        self.moves.iter().filter(|step| step.is_up()).count()
    }

    /// Items that fell.
    pub fn steps_down(&self) -> usize {
        self.moves.len() - self.steps_up()
    }

    /// The pair of an item whose two meanings are only close, if it is one.
    pub fn close_pair(&self, item: &ItemId) -> Option<&ClosePair> {
        self.close.iter().find(|own| own.item == *item)
    }

    /// How many items are compared across meanings that are only close.
    pub fn close_items(&self) -> usize {
        let mut items: Vec<&ItemId> = self.close.iter().map(|own| &own.item).collect();
        // In asking order, so that two bridges of one item stand side by side.
        items.dedup();
        items.len()
    }

    /// The difference of a capability.
    pub fn capability(&self, id: &CapabilityId) -> Option<Difference> {
        self.capabilities.iter().find(|(own, _)| own == id).and_then(|(_, difference)| *difference)
    }

    /// The difference of a role.
    pub fn role(&self, id: &RoleId) -> Option<Difference> {
        self.roles.iter().find(|(own, _)| own == id).and_then(|(_, difference)| *difference)
    }

    /// Whether some item of a capability is an evidenced step.
    pub fn is_evidenced(&self, survey: &Survey, capability: &CapabilityId) -> bool {
        let items = survey.capability(capability).map(|capability| capability.items.as_slice());
        self.moves
            .iter()
            .filter(|step| step.evidenced)
            .any(|step| items.unwrap_or_default().iter().any(|item| item.id == step.item))
    }
}

/// Compares two waves with one set of weights, that of the later one.
pub fn change(
    survey: &Survey,
    base: &Answers,
    now: &Answers,
    weights: &Weights,
    comparison: Comparison,
) -> Change {
    let rated = survey.items().filter(|item| now.rating(&item.id).is_some()).count();
    let Paired { base, now, close } = like_for_like(survey, base, now);
    let (base_scores, now_scores) = (score(survey, &base, weights), score(survey, &now, weights));
    let (mut moves, mut paired_items) = (Vec::new(), 0);
    for item in survey.items() {
        if let Some(step) = item_move(&item.id, &base, &now) {
            moves.push(step);
        }
        paired_items += usize::from(base.rating(&item.id).is_some());
    }
    let share = |items: usize| items as f64 / survey.item_count().max(1) as f64;
    let is_too_few = |items: usize| share(items) < survey.parameters.min_paired_share - ROUNDING;
    let (coverage, withheld) = (share(paired_items), is_too_few(paired_items));
    let new_baseline = withheld && !is_too_few(rated);

    let z = survey.parameters.z;
    let differ = |base: &Option<Figure>, now: &Option<Figure>, z: f64, withheld: bool| {
        let (base, now) = (base.as_ref()?, now.as_ref()?);
        let threshold = threshold(&survey.parameters, now, z, comparison);
        let verdict = if withheld {
            Verdict::Withheld
        } else {
            Verdict::of(now.points - base.points, threshold, survey.parameters.possible_share)
        };
        Some(Difference { base: base.points, now: now.points, threshold, verdict })
    };
    let mut capabilities = Vec::new();
    for (a, b) in base_scores.capabilities.iter().zip(&now_scores.capabilities) {
        capabilities.push((a.id.clone(), differ(&a.figure, &b.figure, z.capability, false)));
    }
    let mut roles = Vec::new();
    for (a, b) in base_scores.roles.iter().zip(&now_scores.roles) {
        roles.push((a.id.clone(), differ(&a.figure, &b.figure, z.role, withheld)));
    }
    let overall = differ(&base_scores.overall, &now_scores.overall, z.overall, withheld);
    Change {
        paired_items,
        coverage,
        withheld,
        new_baseline,
        close,
        moves,
        capabilities,
        roles,
        overall,
        base_scores,
        now_scores,
    }
}

fn item_move(item: &ItemId, base: &Answers, now: &Answers) -> Option<ItemMove> {
    let (was, is) = (base.rating(item)?, now.rating(item)?);
    let at_hand = now.items.get(item).and_then(|answer| answer.evidence) == Some(Evidence::AtHand);
    (was != is).then(|| ItemMove { item: item.clone(), was, now: is, evidenced: is > was && at_hand })
}

/// Points from which on a change is clear (model 2.7.2, 2.7.5).
fn threshold(parameters: &Parameters, figure: &Figure, z: f64, comparison: Comparison) -> f64 {
    let per_person = 2.0 * parameters.median_variance(comparison.raters);
    let rating = parameters.sigma_points.powi(2) * figure.sum_of_squares();
    let strictness = if comparison.same_persons { 0.0 } else { parameters.rater_sd_points.powi(2) };
    (z * (per_person * (rating + strictness)).sqrt()).max(parameters.floor_points)
}
