//! What happens while the survey is being answered.

use super::Action;
use crate::answers::{Answer, EffortSplit};
use crate::draft::{Draft, EffortEntry, EntryState, Step, entry_split, entry_state};
use crate::history::{Date, History, Wave, WaveKind};
use crate::survey::{ItemId, Survey};

/// A pause longer than this is not counted as time spent answering.
const LONGEST_PAUSE_MS: f64 = 120_000.0;

/// The survey being answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answering {
    /// What was answered so far and where.
    pub draft: Draft,
    /// Counts up with every change that has to be saved.
    pub revision: u32,
    /// The revision that is known to be saved, and when, in milliseconds since 1970.
    pub saved: Option<(u32, f64)>,
    /// Whether 'Continue' leads back to the review.
    pub from_review: bool,
    /// What keeps the step from being left.
    pub complaint: Option<Complaint>,
}

/// Why a step is not complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// Nothing was chosen.
    NothingChosen,
    /// The three numbers of working time add up to this instead of 100, or one is missing.
    DoesNotAddUp(u32),
    /// The same of the split wished for.
    WishDoesNotAddUp(u32),
}

impl Answering {
    /// A draft that comes on screen.
    pub(super) fn new(draft: Draft) -> Self {
        Self { draft, revision: 0, saved: None, from_review: false, complaint: None }
    }

    /// Whether everything answered so far is known to be kept.
    pub fn is_saved(&self) -> bool {
        self.saved.is_some_and(|(revision, _)| revision == self.revision)
    }

    pub(super) fn apply(&mut self, survey: &Survey, at_ms: f64, action: Action) -> bool {
        match action {
            Action::Replied { item, reply } => {
                let Some(answer) = self.answer(survey, &item) else {
                    return false;
                };
                answer.reply = Some(reply);
                self.touch(at_ms)
            }
            Action::EvidenceMarked { item, evidence } => {
                let Some(answer) = self.answer(survey, &item) else {
                    return false;
                };
                answer.evidence = Some(evidence);
                self.touch(at_ms)
            }
            Action::NoteWritten { item, mut note } => {
                let Some(answer) = self.answer(survey, &item) else {
                    return false;
                };
                if let Some((end, _)) = note.char_indices().nth(survey.parameters.note_characters) {
                    note.truncate(end);
                }
                answer.note = note;
                self.touch(at_ms)
            }
            Action::EffortEntered { part, wish, percent } => {
                let entry = if wish { &mut self.draft.wish } else { &mut self.draft.effort };
                let Some(slot) = entry.get_mut(part) else {
                    return false;
                };
                *slot = percent;
                self.touch(at_ms)
            }
            Action::AimChosen { aim } => {
                self.draft.answers.aim = Some(aim);
                self.touch(at_ms)
            }
            Action::WentOn => match self.complaint_of_step(survey) {
                None => self.leave(survey),
                complaint => {
                    self.complaint = complaint;
                    true
                }
            },
            Action::LeftOpen => self.leave(survey),
            Action::WentBack => match self.draft.at.previous(survey) {
                Some(step) => self.go(step),
                None => false,
            },
            Action::StepPicked(step) if step.is_of(survey) => {
                self.from_review = self.draft.at == Step::Review;
                self.go(step)
            }
            _ => false,
        }
    }

    /// Notes that a revision is safe; older news than what is known changes nothing, nor does a revision
    /// that this draft has not reached, which is news of the draft that was on screen before.
    pub(super) fn saved(&mut self, revision: u32, at_ms: f64) -> bool {
        let own = (1..=self.revision).contains(&revision);
        let newer = own && self.saved.is_none_or(|(known, _)| revision > known);
        if newer {
            self.saved = Some((revision, at_ms));
        }
        newer
    }

    /// The answer to an item, to be changed; nothing if the survey has no such item.
    #[inline(never)]
    fn answer(&mut self, survey: &Survey, id: &ItemId) -> Option<&mut Answer> {
        let meaning_rev = survey.place(id)?.item.meaning_rev;
        let answers = &mut self.draft.answers.items;
        if answers.get(id).is_none() {
            answers.insert(id.clone(), Answer::default());
        }
        let answer = answers.get_mut(id)?;
        answer.meaning_rev = meaning_rev;
        Some(answer)
    }

    /// Counts the time since the last answer and asks to be saved.
    fn touch(&mut self, at_ms: f64) -> bool {
        let pause = at_ms - self.draft.touched_ms;
        self.draft.spent_ms += pause.clamp(0.0, LONGEST_PAUSE_MS);
        self.draft.touched_ms = at_ms.max(self.draft.touched_ms);
        self.revision += 1;
        self.complaint = None;
        true
    }

    fn leave(&mut self, survey: &Survey) -> bool {
        let next = if self.from_review { Step::Review } else { self.draft.at.next(survey) };
        self.go(next)
    }

    fn go(&mut self, step: Step) -> bool {
        if step == self.draft.at {
            return false;
        }
        if step == Step::Review {
            self.from_review = false;
        }
        self.complaint = None;
        self.draft.at = step;
        self.revision += 1;
        true
    }

    fn complaint_of_step(&self, survey: &Survey) -> Option<Complaint> {
        match &self.draft.at {
            Step::Item(item) => self.draft.answers.reply(item).is_none().then_some(Complaint::NothingChosen),
            Step::Effort => match entry_state(self.draft.effort) {
                EntryState::Blank => Some(Complaint::NothingChosen),
                EntryState::Partial(sum) | EntryState::Complete(sum) => {
                    if entry_split(survey, self.draft.effort).is_none() {
                        return Some(Complaint::DoesNotAddUp(sum));
                    }
                    wish_complaint(survey, self.draft.wish)
                }
            },
            Step::Aim => self.draft.answers.aim.is_none().then_some(Complaint::NothingChosen),
            Step::Review => None,
        }
    }

    /// The wave this draft becomes: the baseline if there is none, else a reassessment.
    pub(super) fn complete(&self, survey: &Survey, history: &History, on: Date, lang: String) -> Wave {
        let draft = &self.draft;
        let mut answers = draft.answers.clone();
        answers.effort = entry_split(survey, draft.effort).map(EffortSplit::from);
        answers.wish = answers.effort.and(entry_split(survey, draft.wish)).map(EffortSplit::from);
        let kind = if history.baseline().is_some() { WaveKind::Reassessment } else { WaveKind::Baseline };
        let weights = history.latest().map(|wave| wave.weights.clone()).unwrap_or_default();
        Wave {
            id: draft.id.clone(),
            kind,
            date: on,
            assessment: draft.assessment.clone(),
            scope: draft.scope.clone(),
            lang,
            respondent: draft.respondent.clone(),
            answers,
            weights,
            #[cfg(feature = "results")]
            version: None,
            #[cfg(feature = "results")]
            beyond: draft.beyond.clone(),
        }
    }
}

fn wish_complaint(survey: &Survey, wish: EffortEntry) -> Option<Complaint> {
    match entry_state(wish) {
        EntryState::Blank => None,
        EntryState::Partial(sum) | EntryState::Complete(sum) => {
            entry_split(survey, wish).is_none().then_some(Complaint::WishDoesNotAddUp(sum))
        }
    }
}
