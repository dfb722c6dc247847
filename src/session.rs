//! The state machine: one session of one widget, from the first screen to the results.
//!
//! Actions are facts in the past tense. What does not fit the phase changes nothing and gives back the same
//! `Rc`, so nothing is drawn again. Time, chance and storage enter as data; nothing here reaches for them.

mod answering;

use crate::answers::{AimAnswer, AnchorOrder, Evidence, Reply};
use crate::draft::{Draft, Step};
use crate::history::{Date, History, Respondent, Wave};
use crate::storage::{Keeping, Record, StoreError};
use crate::survey::{ItemId, Survey};
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
    Answering(Answering),
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

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedRecord {
    /// The record as it stands in storage.
    pub record: Record,
    /// Whether a newer version of the program wrote it.
    pub newer: bool,
}

/// What is found when storage opens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Completed waves.
    pub history: Rc<History>,
    /// Unfinished ones, newest first.
    pub drafts: Vec<(String, Draft)>,
    /// Records that could not be read.
    pub damaged: Vec<DamagedRecord>,
    /// Where answers are kept from now on.
    pub keeping: Keeping,
}

/// When something happened, with a random number drawn for it: the only time and chance a session knows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub ms: f64,
    /// The day where the person is.
    pub day: Date,
    /// A random number.
    pub chance: u32,
}

/// A fact and its moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub moment: Moment,
    /// What.
    pub action: Action,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Storage was opened and read.
    Opened(Opened),
    /// 'Start' or 'Assess again' was pressed.
    Started {
        /// The unit that is assessed.
        scope: String,
    },
    /// An unfinished wave was taken up again.
    Resumed {
        /// Its storage key.
        key: String,
    },
    /// A reply was chosen.
    Replied {
        /// To which item.
        item: ItemId,
        /// Which one.
        reply: Reply,
    },
    /// An evidence mark was set.
    EvidenceMarked {
        /// On which item.
        item: ItemId,
        /// Which one.
        evidence: Evidence,
    },
    /// A note was typed.
    NoteWritten {
        /// On which item.
        item: ItemId,
        /// The whole note.
        note: String,
    },
    /// A share of working time was typed.
    EffortEntered {
        /// Index of the part, 0 to 2.
        part: usize,
        /// Whether it belongs to the split wished for.
        wish: bool,
        /// The percentage, `None` for an emptied field.
        percent: Option<u8>,
    },
    /// An aim was chosen, or 'cannot say'.
    AimChosen {
        /// The whole answer.
        aim: AimAnswer,
    },
    /// 'Continue' was pressed.
    WentOn,
    /// 'Leave it open for now' was pressed.
    LeftOpen,
    /// 'Back' was pressed.
    WentBack,
    /// A step was picked on the review screen.
    StepPicked(Step),
    /// 'Show my results' was pressed.
    Submitted {
        /// Language of the texts that were answered.
        lang: String,
    },
    /// Waves were taken from files.
    WavesTaken(Vec<Rc<Wave>>),
    /// A write was confirmed.
    Saved {
        /// The revision of the draft that is now safe; 0 for a completed wave.
        revision: u32,
        /// Where it is kept.
        keeping: Keeping,
    },
    /// A write failed; what it held is in this tab's memory alone.
    SaveFailed {
        /// Why.
        error: StoreError,
    },
    /// Another screen was picked.
    ScreenPicked(Screen),
    /// 'Erase everything' was pressed, or taken back.
    EraseAsked(bool),
    /// Everything stored here is gone.
    Erased,
}

/// A screen that can be picked directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The first one.
    Welcome,
    /// The results.
    Results,
    /// The example.
    Example,
    /// How scores are made.
    Method,
    /// What is kept here.
    Data,
}

impl Moment {
    /// A name that no other moment has, out of letters and digits.
    fn name(self) -> String {
        let mut name = String::new();
        for mut number in [self.ms as u64, u64::from(self.chance)] {
            while number > 0 {
                name.extend(char::from_digit((number % 36) as u32, 36));
                number /= 36;
            }
        }
        name
    }

    /// The name of a wave begun now.
    fn wave_id(self) -> String {
        [&self.day.to_string(), "-", &self.name()].concat()
    }

    /// A person met for the first time, with the order of anchors drawn once (model 1.2.2).
    fn respondent(self) -> Respondent {
        let anchor_order =
            if self.chance.is_multiple_of(2) { AnchorOrder::Rising } else { AnchorOrder::Falling };
        Respondent { id: Some(["r-", &self.name()].concat()), group: None, anchor_order }
    }
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
            screen: 0,
        }
    }

    /// The survey being answered, if it is.
    pub fn answering(&self) -> Option<&Answering> {
        match &self.phase {
            Phase::Answering(answering) => Some(answering),
            _ => None,
        }
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
        if self.phase != Phase::Opening {
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
        self.show(Phase::Answering(Answering::new(draft)));
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
        self.show(Phase::Answering(answering));
        true
    }

    fn take(&mut self, waves: Vec<Rc<Wave>>) -> bool {
        let mut history = (*self.history).clone();
        let added = waves.into_iter().filter(|wave| history.add(wave.clone())).count();
        if added > 0 {
            self.history = Rc::new(history);
        }
        added > 0
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
        if self.phase == Phase::Opening {
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
        if phase == self.phase {
            return false;
        }
        self.show(phase);
        true
    }

    /// Offers a draft for resuming under the key it is stored with.
    fn keep_draft(&mut self, draft: Draft) {
        let mut drafts = self.drafts_beside(&draft);
        drafts.insert(0, (draft.key(), draft));
        self.drafts = Rc::new(drafts);
    }

    /// The drafts found in storage that a draft does not stand for.
    fn drafts_beside(&self, draft: &Draft) -> Vec<(String, Draft)> {
        self.drafts.iter().filter(|(key, other)| !draft.replaces(key, other)).cloned().collect()
    }
}

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, Event { moment, action }: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        if next.apply(moment, action) { Rc::new(next) } else { self }
    }
}
