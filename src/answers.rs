//! What a person answered: raw, by item, never a score.

use crate::survey::{ById, ItemId, Parameters, RoleId, Survey};

/// A place on the scale, counted in half anchors, so that medians of several people stay exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating {
    halves: u16,
}

impl Rating {
    /// The rating of a whole anchor.
    pub fn whole(anchor: u8) -> Self {
        Self { halves: u16::from(anchor) * 2 }
    }

    /// The rating of so many half anchors.
    pub fn halves(halves: u16) -> Self {
        Self { halves }
    }

    /// The anchor, where the rating is a whole one.
    pub fn anchor(self) -> Option<u8> {
        if self.halves.is_multiple_of(2) { u8::try_from(self.halves / 2).ok() } else { None }
    }

    /// The rating as a number on the scale.
    pub fn value(self) -> f64 {
        f64::from(self.halves) / 2.0
    }

    /// The middle one; of an even number the place halfway between the two middle ones, which is exact for
    /// whole ratings and goes down to a half otherwise. `None` of none.
    pub fn median(ratings: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut sorted = Vec::from_iter(ratings);
        sorted.sort_unstable();
        let below = sorted.get(sorted.len().checked_sub(1)? / 2)?;
        let above = sorted.get(sorted.len() / 2)?;
        Some(Self { halves: below.halves.midpoint(above.halves) })
    }
}

/// What was said to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reply {
    /// An anchor was chosen.
    Rated(Rating),
    /// It does not apply here: leaves the denominator (model 2.2).
    NotApplicable,
    /// It applies, but the person does not know: stays as missing information.
    Unknown,
}

/// How well an answer could be shown to somebody else (model 1.2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// It is a judgement.
    Judgement,
    /// It could be found.
    Findable,
    /// It is at hand.
    AtHand,
}

impl Evidence {
    /// All marks in rising order.
    pub const ALL: [Self; 3] = [Self::Judgement, Self::Findable, Self::AtHand];

    /// The weight in the evidence mean: 0, 0.5 or 1.
    pub fn weight(self) -> f64 {
        match self {
            Self::Judgement => 0.0,
            Self::Findable => 0.5,
            Self::AtHand => 1.0,
        }
    }
}

/// All that was said to one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The reply, once there is one.
    pub reply: Option<Reply>,
    /// The evidence mark, where one was set.
    pub evidence: Option<Evidence>,
    /// A note in the person's own words.
    pub note: String,
    /// `meaning_rev` of the item that was answered.
    pub meaning_rev: u32,
}

/// The order in which anchors are shown: drawn once per respondent and kept (model 1.2.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnchorOrder {
    /// Lowest first.
    #[default]
    Rising,
    /// Highest first.
    Falling,
}

/// A division of working time in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffortSplit {
    /// Work that was in no plan.
    pub unplanned: f64,
    /// Planned work for near-term revenue.
    pub near: f64,
    /// Planned work for longer-term profit.
    pub far: f64,
}

impl EffortSplit {
    /// The three shares in the order of the question.
    pub fn parts(self) -> [f64; 3] {
        [self.unplanned, self.near, self.far]
    }
}

impl From<[f64; 3]> for EffortSplit {
    fn from([unplanned, near, far]: [f64; 3]) -> Self {
        Self { unplanned, near, far }
    }
}

/// The role needed most, as far as it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct AimAnswer {
    /// Needed most.
    pub primary: Option<RoleId>,
    /// Needed next.
    pub secondary: Option<RoleId>,
}

/// Everything one person said in one wave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// By item; an item that was never touched has no entry.
    pub items: ById<ItemId, Answer>,
    /// How working time was split.
    pub effort: Option<EffortSplit>,
    /// How it should be split.
    pub wish: Option<EffortSplit>,
    /// The aim; `None` as long as the question was not answered, an empty one for 'cannot say'.
    pub aim: Option<AimAnswer>,
}

impl Answers {
    /// What was said to an item.
    pub fn reply(&self, item: &ItemId) -> Option<Reply> {
        self.items.get(item).and_then(|answer| answer.reply)
    }

    /// The aim without the roles that a later version of the survey has lost: they are kept, but do not count
    /// (model 6). `None` where nothing is left of it, as if it had not been asked.
    pub fn known_aim(&self, survey: &Survey) -> Option<AimAnswer> {
        let own = self.aim.as_ref()?;
        let known = |id: &Option<RoleId>| id.clone().filter(|id| survey.role(id).is_some());
        let found = AimAnswer { primary: known(&own.primary), secondary: known(&own.secondary) };
        let is_left = found == *own || found != AimAnswer::default();
        is_left.then_some(found)
    }

    /// The rating of an item, where one was given.
    pub fn rating(&self, item: &ItemId) -> Option<Rating> {
        match self.reply(item) {
            Some(Reply::Rated(rating)) => Some(rating),
            _ => None,
        }
    }

    /// How many items of the survey have a reply of any kind.
    pub fn replied(&self, survey: &Survey) -> usize {
        survey.items().filter(|item| self.reply(&item.id).is_some()).count()
    }

    /// Counts of the survey's items by kind of reply (model 2.2).
    pub fn tally(&self, survey: &Survey) -> Tally {
        let mut tally = Tally::default();
        for item in survey.items() {
            match self.reply(&item.id) {
                Some(Reply::Rated(_)) => tally.answered += 1,
                Some(Reply::NotApplicable) => tally.not_applicable += 1,
                Some(Reply::Unknown) => tally.unknown += 1,
                None => tally.unanswered += 1,
            }
        }
        tally
    }

    /// The longest run of rated items, in asking order, at the same position of the scale.
    pub fn longest_run(&self, survey: &Survey) -> usize {
        let (mut longest, mut run, mut last) = (0, 0, None);
        for rating in survey.items().filter_map(|item| self.rating(&item.id)) {
            run = if last == Some(rating) { run + 1 } else { 1 };
            last = Some(rating);
            longest = longest.max(run);
        }
        longest
    }

    /// Whether to ask for a second look at two items (model 1.2.7). `minutes` is the time it took, where known.
    pub fn asks_for_second_look(&self, survey: &Survey, minutes: Option<f64>) -> bool {
        let Parameters { quality, .. } = &survey.parameters;
        let hasty = minutes.is_some_and(|taken| taken < quality.minutes);
        self.longest_run(survey) >= quality.same_position || hasty
    }
}

/// Counts of items by kind of reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// An anchor was chosen.
    pub answered: usize,
    /// Does not apply.
    pub not_applicable: usize,
    /// Not known.
    pub unknown: usize,
    /// No reply at all.
    pub unanswered: usize,
}
