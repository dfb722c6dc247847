//! Waves over time: which one is the baseline, which one the latest, and what changed between them.

mod change;
mod date;
mod example;
mod pairs;
#[cfg(feature = "results")]
mod series;
mod targets;

pub use change::{Change, Comparison, Difference, ItemMove, Verdict, change};
pub use date::Date;
pub use pairs::ClosePair;
#[cfg(feature = "results")]
pub(crate) use pairs::like_for_like;
#[cfg(feature = "results")]
pub use series::{Course, Series};
#[cfg(feature = "results")]
pub use targets::is_ambitious;
pub use targets::{Progress, ScoreMap, Standing, Target, Targets, progress};

use crate::answers::{AnchorOrder, Answers};
use crate::scoring::Weights;
#[cfg(feature = "results")]
use crate::survey::Survey;
use std::rc::Rc;

/// What a wave is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaveKind {
    /// The first one, against which everything later is held.
    #[default]
    Baseline,
    /// A later answer to the whole survey.
    Reassessment,
    /// A short check between two waves; never scored as one.
    Pulse,
}

/// Who answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Respondent {
    /// A random name that tells people apart, where known.
    pub id: Option<String>,
    /// The group the person speaks for, in the person's own words.
    pub group: Option<String>,
    /// The order in which this person sees anchors.
    pub anchor_order: AnchorOrder,
    /// How many people stand behind the answers, where they are those of a team.
    #[cfg(feature = "results")]
    pub people: Option<u32>,
    /// How far those people lay apart: median over items of the average deviation, in anchors, where it is known.
    #[cfg(feature = "results")]
    pub median_deviation: Option<f64>,
}

impl Respondent {
    /// How many people stand behind the answers, at least one.
    #[cfg(feature = "results")]
    pub fn raters(&self) -> usize {
        self.people.map_or(1, |people| people.max(1) as usize)
    }

    /// Whether these are the answers of one person, who may answer again.
    #[cfg(feature = "results")]
    pub fn is_one(&self) -> bool {
        self.people.is_none_or(|people| people < 2)
    }

    /// Whether these are the answers of one person: the small program meets no team.
    #[cfg(not(feature = "results"))]
    pub fn is_one(&self) -> bool {
        true
    }
}

/// One complete set of answers, unaltered since it was given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wave {
    /// Names the wave for good.
    pub id: String,
    /// What it is for.
    pub kind: WaveKind,
    /// The day it was completed.
    pub date: Date,
    /// The assessment it belongs to, each with a baseline of its own; the first on a device has no name.
    pub assessment: String,
    /// The unit that was assessed, in the person's own words.
    pub scope: String,
    /// Language in which it was answered.
    pub lang: String,
    /// Who answered.
    pub respondent: Respondent,
    /// What was answered.
    pub answers: Answers,
    /// Own weights set before the baseline.
    pub weights: Weights,
    /// Version of the survey that was answered, where it is not the one at hand.
    #[cfg(feature = "results")]
    pub version: Option<String>,
    /// What its file says beyond all this, to be written back as it is.
    #[cfg(feature = "results")]
    pub beyond: Option<Rc<str>>,
}

#[cfg(feature = "results")]
impl Wave {
    /// How many roles and capabilities its aim and its own weights name that the survey does not have (model 6):
    /// they are kept and do not count.
    pub fn lost_names(&self, survey: &Survey) -> usize {
        let aims = self.answers.aim.iter().flat_map(|aim| [&aim.primary, &aim.secondary]).flatten();
        aims.filter(|id| survey.role(id).is_none()).count()
            + self.weights.iter().filter(|(id, _)| survey.capability(id).is_none()).count()
    }
}

/// All waves of one organization, earliest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    waves: Vec<Rc<Wave>>,
}

impl History {
    /// Puts waves in order. Of two with one name the first stays: a wave is never overwritten.
    pub fn new(waves: impl IntoIterator<Item = Rc<Wave>>) -> Self {
        let mut history = Self::default();
        for wave in waves {
            history.add(wave);
        }
        history
    }

    /// Adds a wave unless one of this name is there; tells whether it was added.
    pub fn add(&mut self, wave: Rc<Wave>) -> bool {
        if self.wave(&wave.id).is_some() {
            return false;
        }
        let order = |own: &Wave| (own.date, own.kind);
        let later = |other: &Rc<Wave>| (order(other), &other.id) > (order(&wave), &wave.id);
        let at = self.waves.iter().position(later).unwrap_or(self.waves.len());
        self.waves.insert(at, wave);
        true
    }

    /// Every wave, earliest first.
    pub fn waves(&self) -> &[Rc<Wave>] {
        &self.waves
    }

    /// Waves that answer the whole survey, earliest first.
    pub fn assessments(&self) -> impl DoubleEndedIterator<Item = &Rc<Wave>> {
        self.waves.iter().filter(|wave| wave.kind != WaveKind::Pulse)
    }

    /// The wave of this name.
    pub fn wave(&self, id: &str) -> Option<&Rc<Wave>> {
        self.waves.iter().find(|wave| wave.id == id)
    }

    /// The first wave, against which everything is held; of one day's waves the one that calls itself baseline.
    pub fn baseline(&self) -> Option<&Rc<Wave>> {
        self.assessments().next()
    }

    /// The latest wave; the baseline itself as long as there is no other.
    pub fn latest(&self) -> Option<&Rc<Wave>> {
        self.assessments().next_back()
    }

    /// Baseline and latest wave, where they are two.
    pub fn span(&self) -> Option<(&Rc<Wave>, &Rc<Wave>)> {
        let (baseline, latest) = (self.baseline()?, self.latest()?);
        (baseline.id != latest.id).then_some((baseline, latest))
    }

    /// The assessment all its waves belong to.
    pub fn assessment(&self) -> Option<&str> {
        self.waves.first().map(|wave| wave.assessment.as_str())
    }

    /// Two of its waves as a history of their own.
    pub fn pair(&self, base: &str, now: &str) -> Self {
        let wanted = |wave: &&Rc<Wave>| wave.id == base || wave.id == now;
        Self::new(self.waves.iter().filter(wanted).cloned())
    }

    /// Whether nothing was completed yet.
    pub fn is_empty(&self) -> bool {
        self.waves.is_empty()
    }
}
