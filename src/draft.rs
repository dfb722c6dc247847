//! A wave that is still being answered, and the step it has reached.

use crate::answers::Answers;
use crate::history::Respondent;
use crate::survey::{ItemId, Survey};
#[cfg(feature = "results")]
use std::rc::Rc;

/// One screen of the survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// A question with anchors.
    Item(ItemId),
    /// The division of working time.
    Effort,
    /// The role needed most.
    Aim,
    /// All answers, to check.
    #[default]
    Review,
}

impl Step {
    /// Every step in order.
    pub fn all(survey: &Survey) -> Vec<Self> {
        let mut steps = Vec::new();
        for item in survey.items() {
            steps.push(Self::Item(item.id.clone()));
        }
        steps.extend([Self::Effort, Self::Aim, Self::Review]);
        steps
    }

    /// The step this many places after this one, in either direction.
    #[inline(never)]
    fn beside(&self, survey: &Survey, distance: isize) -> Option<Self> {
        let mut steps = Self::all(survey);
        let at = steps.iter().position(|step| step == self)?.checked_add_signed(distance)?;
        (at < steps.len()).then(|| steps.swap_remove(at))
    }

    /// Whether a survey has this step.
    pub fn is_of(&self, survey: &Survey) -> bool {
        match self {
            Self::Item(item) => survey.place(item).is_some(),
            Self::Effort | Self::Aim | Self::Review => true,
        }
    }

    /// The first step.
    pub fn first(survey: &Survey) -> Self {
        survey.items().next().map_or(Self::Review, |item| Self::Item(item.id.clone()))
    }

    /// The step after this one; the last stays.
    pub fn next(&self, survey: &Survey) -> Self {
        self.beside(survey, 1).unwrap_or_default()
    }

    /// The step before this one, if there is one.
    pub fn previous(&self, survey: &Survey) -> Option<Self> {
        self.beside(survey, -1)
    }
}

/// Three whole percentages as far as they were typed.
pub type EffortEntry = [Option<u8>; 3];

/// A wave on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The name the wave will get.
    pub id: String,
    /// The widget that writes this draft: a random name of one mount of one element in one tab.
    pub writer: String,
    /// The step on screen.
    pub at: Step,
    /// The assessment it belongs to; the first on a device has no name.
    pub assessment: String,
    /// The unit that is assessed.
    pub scope: String,
    /// Who answers.
    pub respondent: Respondent,
    /// What was answered so far; effort is kept in the two entries below until it adds up.
    pub answers: Answers,
    /// Working time as typed.
    pub effort: EffortEntry,
    /// The split wished for, as typed.
    pub wish: EffortEntry,
    /// Milliseconds spent answering so far.
    pub spent_ms: f64,
    /// When something was last answered, milliseconds since 1970.
    pub touched_ms: f64,
    /// Records this one continues, so that they are not offered beside it.
    pub continues: Vec<Continued>,
    /// What its file says beyond all this, to be written back as it is.
    #[cfg(feature = "results")]
    pub beyond: Option<Rc<str>>,
}

/// A stored draft that a later one has taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Continued {
    /// Its storage key.
    pub key: String,
    /// Its `touched_ms` when it was taken over; if it has moved on since, it is a draft of its own again.
    pub touched_ms: f64,
}

/// What the three typed numbers amount to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EntryState {
    /// Nothing typed.
    Blank,
    /// Some number is missing; the sum so far.
    Partial(u32),
    /// All three are there: their sum.
    Complete(u32),
}

/// Looks at three typed numbers.
pub fn entry_state(entry: EffortEntry) -> EntryState {
    let sum = entry.iter().flatten().map(|part| u32::from(*part)).sum();
    match entry.iter().flatten().count() {
        0 => EntryState::Blank,
        3 => EntryState::Complete(sum),
        _ => EntryState::Partial(sum),
    }
}

/// The three numbers as shares, if all are there and their sum is accepted (model 2.6).
pub fn entry_split(survey: &Survey, entry: EffortEntry) -> Option<[f64; 3]> {
    let [lowest, highest] = survey.parameters.mix_sum;
    match entry_state(entry) {
        EntryState::Complete(sum) if (lowest..=highest).contains(&f64::from(sum)) => {
            Some(entry.map(|part| f64::from(part.unwrap_or_default())))
        }
        _ => None,
    }
}

impl Draft {
    /// The key under which this draft is stored: one for each writer, so that no two ever meet.
    pub fn key(&self) -> String {
        ["draft/", &self.id, "/", &self.writer].concat()
    }

    /// Whether this draft stands for the one stored under `key`: it is of the same wave, or has taken it over
    /// and nobody has gone on with it since.
    pub fn replaces(&self, key: &str, stored: &Self) -> bool {
        let taken_over = |own: &Continued| own.key == key && own.touched_ms >= stored.touched_ms;
        self.id == stored.id || self.continues.iter().any(taken_over)
    }

    /// Goes on with this draft as another writer, under another name; what was stored stays untouched.
    pub fn continue_as(&mut self, id: String, writer: &str, at_ms: f64) {
        self.continues.push(Continued { key: self.key(), touched_ms: self.touched_ms });
        self.id = id;
        writer.clone_into(&mut self.writer);
        self.touched_ms = at_ms;
    }
}
