//! The state machine: one session of one widget, from the first screen to the results.
//!
//! Actions are facts in the past tense. What does not fit the phase changes nothing and gives back the same
//! `Rc`, so nothing is drawn again. Time, chance and storage enter as data; nothing here reaches for them.

mod answering;
mod event;

use crate::draft::{Draft, Step};
use crate::history::{Date, History, Wave};
use crate::storage::{Keeping, Record, StoreError};
use crate::survey::Survey;
pub use answering::{Answering, Complaint};
pub use event::{Action, Event, Moment, Opened, Screen};
use std::mem::discriminant;
use std::rc::Rc;
use yew::Reducible;

/// All that one widget knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The instrument.
    pub survey: Rc<Survey>,
    /// A random name of this mount of this element, under which its drafts are stored.
    pub writer: String,
    /// Completed waves.
    pub history: Rc<History>,
    /// Unfinished waves found in storage, newest first, each with its storage key.
    pub drafts: Rc<Vec<(String, Draft)>>,
    /// Records that could not be read; kept where they are, offered as a download.
    pub damaged: Rc<Vec<DamagedRecord>>,
    /// Where answers are kept.
    pub keeping: Keeping,
    /// What is on screen.
    pub phase: Phase,
    /// Why the last save failed, as long as it matters.
    pub save_error: Option<StoreError>,
    /// The wave that was taken out last, as long as it can be brought back.
    pub removed: Option<Rc<Wave>>,
    /// Counts up with every screen that should take focus.
    pub screen: u32,
}

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// Storage has not answered yet.
    Opening,
    /// The first screen.
    Welcome,
    /// The survey.
    Answering(Box<Answering>),
    /// The results of the latest wave, against the baseline if there are two.
    Results,
    /// The example results.
    Example,
    /// How scores are made, and what they rest on.
    Method,
    /// What is kept here, to download or erase.
    Data {
        /// Whether erasing waits for a confirmation.
        confirming: bool,
    },
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedRecord {
    /// The record as it stands in storage.
    pub record: Record,
    /// Whether a newer version of the program wrote it.
    pub newer: bool,
}

impl Session {
    /// A session that waits for storage.
    pub fn new(survey: Rc<Survey>, writer: String) -> Self {
        Self {
            survey,
            writer,
            history: Rc::default(),
            drafts: Rc::default(),
            damaged: Rc::default(),
            keeping: Keeping::MemoryByChoice,
            phase: Phase::Opening,
            save_error: None,
            removed: None,
            screen: 0,
        }
    }

    /// Whether nothing was stored here before.
    pub fn is_first_visit(&self) -> bool {
        self.drafts.is_empty() && self.history.latest().is_none()
    }

    /// The survey being answered, if it is.
    pub fn answering(&self) -> Option<&Answering> {
        match &self.phase {
            Phase::Answering(answering) => Some(answering),
            _ => None,
        }
    }

    /// Whether storage has answered.
    pub fn is_open(&self) -> bool {
        !matches!(self.phase, Phase::Opening)
    }

    fn show(&mut self, phase: Phase) {
        self.phase = phase;
        self.screen += 1;
    }

    /// Changes the session by one fact; `false` if it does not fit and nothing changed.
    fn apply(&mut self, moment: Moment, action: Action) -> bool {
        match action {
            Action::Opened(opened) => self.open(opened),
            Action::Started { scope } => self.start(moment, scope),
            Action::Resumed { key } => self.resume(moment, &key),
            Action::WavesTaken(waves) => self.take(waves),
            Action::DraftsTaken(drafts) => self.take_drafts(drafts),
            Action::Submitted { lang } => self.submit(moment.day, lang),
            Action::SaveFailed { error } => {
                let known = self.save_error == Some(error) && self.keeping == Keeping::MemoryOnly(error);
                self.save_error = Some(error);
                self.keeping = Keeping::MemoryOnly(error);
                !known
            }
            Action::Saved { revision, keeping } => self.saved(moment, revision, keeping),
            Action::ScreenPicked(screen) => self.pick(screen),
            Action::EraseAsked(asked) => match &mut self.phase {
                Phase::Data { confirming } if *confirming != asked => {
                    *confirming = asked;
                    true
                }
                _ => false,
            },
            Action::Erased => {
                self.history = Rc::default();
                self.drafts = Rc::default();
                self.damaged = Rc::default();
                self.save_error = None;
                self.show(Phase::Welcome);
                true
            }
            within => match &mut self.phase {
                Phase::Answering(answering) => {
                    let step = answering.draft.at.clone();
                    let changed = answering.apply(&self.survey, moment.ms, within);
                    let complained = answering.complaint.is_some() && changed;
                    if answering.draft.at != step || complained {
                        self.screen += 1;
                    }
                    changed
                }
                _ => false,
            },
        }
    }

    fn open(&mut self, opened: Opened) -> bool {
        if self.is_open() {
            return false;
        }
        // Files may have been taken before storage answered; they stay.
        let mut history = (*opened.history).clone();
        for wave in self.history.waves() {
            history.add(wave.clone());
        }
        self.history = Rc::new(history);
        self.drafts = Rc::new(opened.drafts);
        self.damaged = Rc::new(opened.damaged);
        self.keeping = opened.keeping;
        self.phase = Phase::Welcome;
        true
    }

    fn saved(&mut self, moment: Moment, revision: u32, keeping: Keeping) -> bool {
        let moved = self.keeping != keeping || self.save_error.is_some();
        self.keeping = keeping;
        self.save_error = None;
        let noted = match &mut self.phase {
            Phase::Answering(answering) => answering.saved(revision, moment.ms),
            _ => false,
        };
        moved || noted
    }

    fn start(&mut self, moment: Moment, scope: String) -> bool {
        if matches!(self.phase, Phase::Opening | Phase::Answering(_)) {
            return false;
        }
        let known = self.history.latest().map(|wave| wave.respondent.clone());
        let draft = Draft {
            id: moment.wave_id(),
            writer: self.writer.clone(),
            at: Step::first(&self.survey),
            scope,
            respondent: known.unwrap_or_else(|| moment.respondent()),
            touched_ms: moment.ms,
            ..Draft::default()
        };
        self.show(Phase::Answering(Box::new(Answering::new(draft))));
        true
    }

    fn resume(&mut self, moment: Moment, key: &str) -> bool {
        if matches!(self.phase, Phase::Opening | Phase::Answering(_)) {
            return false;
        }
        let Some((_, draft)) = self.drafts.iter().find(|(own, _)| own == key) else {
            return false;
        };
        let mut answering = Answering::new(draft.clone());
        if answering.draft.writer != self.writer {
            // Another tab may go on with the same draft: both then become waves of their own. The own one is
            // written at once, so that storage knows which draft it stands for.
            answering.draft.continue_as(moment.wave_id(), &self.writer, moment.ms);
            answering.revision = 1;
        }
        self.show(Phase::Answering(Box::new(answering)));
        true
    }

    fn take(&mut self, waves: Vec<Rc<Wave>>) -> bool {
        let mut history = (*self.history).clone();
        let mut added = false;
        for wave in waves {
            added |= history.add(wave);
        }
        if added {
            self.history = Rc::new(history);
        }
        added
    }

    /// Offers drafts for resuming, except those that were handed in, are on screen or are offered already.
    fn take_drafts(&mut self, drafts: Vec<Draft>) -> bool {
        let before = self.drafts.len();
        for draft in drafts {
            let key = draft.key();
            let own = self.answering().is_some_and(|answering| answering.draft.replaces(&key, &draft));
            let offered = self.drafts.iter().any(|(_, other)| other.replaces(&key, &draft));
            if !own && !offered && self.history.wave(&draft.id).is_none() {
                Rc::make_mut(&mut self.drafts).push((key, draft));
            }
        }
        self.drafts.len() > before
    }

    fn submit(&mut self, on: Date, lang: String) -> bool {
        let Phase::Answering(answering) = &self.phase else {
            return false;
        };
        if answering.draft.at != Step::Review {
            return false;
        }
        let draft = answering.draft.clone();
        let wave = answering.complete(&self.survey, &self.history, on, lang);
        self.take(vec![Rc::new(wave)]);
        self.drafts = Rc::new(self.drafts_beside(&draft));
        self.show(Phase::Results);
        true
    }

    fn pick(&mut self, screen: Screen) -> bool {
        // What storage brings is taken in while it is waited for, and only then.
        if !self.is_open() {
            return false;
        }
        // A draft on screen is saved after every change, so leaving the survey loses nothing.
        if let Phase::Answering(answering) = &self.phase
            && answering.revision > 0
        {
            self.keep_draft(answering.draft.clone());
        }
        let phase = match screen {
            Screen::Welcome => Phase::Welcome,
            Screen::Results if self.history.latest().is_some() => Phase::Results,
            Screen::Example if self.survey.example.is_some() => Phase::Example,
            Screen::Results | Screen::Example => return false,
            Screen::Method => Phase::Method,
            Screen::Data => Phase::Data { confirming: false },
        };
        let confirming = matches!(self.phase, Phase::Data { confirming: true });
        let new = confirming || discriminant(&phase) != discriminant(&self.phase);
        if new {
            self.show(phase);
        }
        new
    }

    /// Offers a draft for resuming under the key it is stored with.
    fn keep_draft(&mut self, draft: Draft) {
        let mut drafts = self.drafts_beside(&draft);
        drafts.insert(0, (draft.key(), draft));
        self.drafts = Rc::new(drafts);
    }

    /// The drafts found in storage that a draft does not stand for.
    fn drafts_beside(&self, draft: &Draft) -> Vec<(String, Draft)> {
        let mut beside = (*self.drafts).clone();
        beside.retain(|(key, other)| !draft.replaces(key, other));
        beside
    }
}

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, Event { moment, action }: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        if next.apply(moment, action) { Rc::new(next) } else { self }
    }
}
