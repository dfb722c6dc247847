//! The state machine: one session of one widget, from the first screen to the results.
//!
//! Actions are facts in the past tense. What does not fit the phase changes nothing and gives back the same
//! `Rc`, so nothing is drawn again. Time, chance and storage enter as data; nothing here reaches for them.

#[cfg(feature = "results")]
mod adding;
#[cfg(feature = "results")]
mod addition;
mod answering;
#[cfg(feature = "results")]
mod assessments;
#[cfg(feature = "results")]
mod colleagues;
#[cfg(feature = "results")]
mod consent;
#[cfg(feature = "results")]
mod deleting;
mod drafts;
#[cfg(feature = "results")]
mod elsewhere;
mod event;
#[cfg(feature = "results")]
mod lenses;
mod moment;
mod opening;
#[cfg(feature = "results")]
mod offer;
mod phase;
mod picking;
#[cfg(feature = "results")]
mod together;

use crate::addendum::Addenda;
use crate::draft::Draft;
use crate::history::{Date, History, Wave};
#[cfg(feature = "results")]
use crate::plan::NextSteps;
use crate::storage::{Keeping, StoreError};
use crate::survey::Survey;
#[cfg(feature = "results")]
use crate::team::Panel;
#[cfg(feature = "results")]
pub use addition::{Addition, MoveChange};
pub use answering::{Answering, Complaint};
#[cfg(feature = "results")]
pub use colleagues::colleague_key;
pub use event::{Action, DamagedRecord, Event, Opened, Screen};
#[cfg(feature = "results")]
pub use lenses::{LensAction, LensPage, Lenses, Typed};
pub use moment::Moment;
#[cfg(feature = "results")]
pub use offer::{Flaw, Offer, OfferedFile, OfferedWave, Refusal, Service, Taken, Told};
pub use phase::Phase;
use std::rc::Rc;
#[cfg(feature = "results")]
pub use together::is_of_team;
use yew::Reducible;

/// All that one widget knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The instrument.
    pub survey: Rc<Survey>,
    /// What to do next and when, as far as it could be read.
    #[cfg(feature = "results")]
    pub next_steps: Rc<NextSteps>,
    /// A random name of this mount of this element, under which its drafts are stored.
    pub writer: String,
    /// The assessment on screen; the first on a device has no name.
    pub assessment: String,
    /// Its completed waves.
    pub history: Rc<History>,
    /// The waves of every other assessment on this device.
    pub others: Rc<Vec<Rc<History>>>,
    /// Waves of colleagues, each beside the assessment it was added to.
    #[cfg(feature = "results")]
    pub colleagues: Rc<Panel>,
    /// The waves of the colleague taken out last, which can be brought back.
    #[cfg(feature = "results")]
    pub gone: Rc<Vec<Rc<Wave>>>,
    /// Who agreed to be shown where few people could be recognized, each by the name of [`Session::may_show`].
    #[cfg(feature = "results")]
    pub agreed: Rc<Vec<String>>,
    /// The lenses and their answers.
    #[cfg(feature = "results")]
    pub lenses: Rc<Lenses>,
    /// What was added to waves of any of them.
    pub addenda: Rc<Addenda>,
    /// The wave deleted last, which can be brought back.
    pub removed: Option<Rc<Wave>>,
    /// What files and links would add.
    #[cfg(feature = "results")]
    pub offer: Option<Rc<Offer>>,
    /// What was added last, as long as the screen stays.
    #[cfg(feature = "results")]
    pub taken: Option<Taken>,
    /// How a service of the page ended last, as long as the screen stays.
    #[cfg(feature = "results")]
    pub told: Option<Told>,
    /// Whether there were answers in storage that only the whole program shows.
    pub beyond: bool,
    /// Unfinished waves found in storage, newest first, each with its storage key.
    pub drafts: Rc<Vec<(String, Draft)>>,
    /// Records that could not be read; kept where they are, offered as a download.
    pub damaged: Rc<Vec<DamagedRecord>>,
    /// Where answers are kept.
    pub keeping: Keeping,
    /// What is on screen.
    pub phase: Phase,
    /// The day of the last change, where the person is.
    pub today: Date,
    /// Why the last save failed, as long as it matters.
    pub save_error: Option<StoreError>,
    /// Counts up with every screen that should take focus.
    pub screen: u32,
}

impl Session {
    /// A session that waits for storage.
    pub fn new(survey: Rc<Survey>, writer: String) -> Self {
        Self {
            #[cfg(feature = "results")]
            next_steps: Rc::new(NextSteps::within(&survey)),
            survey,
            writer,
            assessment: String::new(),
            history: Rc::default(),
            others: Rc::default(),
            #[cfg(feature = "results")]
            colleagues: Rc::default(),
            #[cfg(feature = "results")]
            gone: Rc::default(),
            #[cfg(feature = "results")]
            agreed: Rc::default(),
            #[cfg(feature = "results")]
            lenses: Rc::default(),
            addenda: Rc::default(),
            removed: None,
            #[cfg(feature = "results")]
            offer: None,
            #[cfg(feature = "results")]
            taken: None,
            #[cfg(feature = "results")]
            told: None,
            beyond: false,
            drafts: Rc::default(),
            damaged: Rc::default(),
            keeping: Keeping::MemoryByChoice,
            phase: Phase::Opening,
            today: Date::default(),
            save_error: None,
            screen: 0,
        }
    }

    /// Whether nothing was stored here before.
    pub fn is_first_visit(&self) -> bool {
        self.drafts.is_empty() && self.history.latest().is_none() && self.others.is_empty()
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
        self.removed = None;
        #[cfg(feature = "results")]
        {
            self.taken = None;
            self.told = None;
            self.gone = Rc::default();
            if self.lenses.removed.is_some() {
                Rc::make_mut(&mut self.lenses).removed = None;
            }
        }
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
            #[cfg(feature = "results")]
            Action::Added(_)
            | Action::AddendaTaken(_)
            | Action::Renamed { .. }
            | Action::WaveDeleted { .. }
            | Action::WaveRestored
            | Action::WaveGone { .. }
            | Action::DraftMoved(_)
            | Action::DraftGone { .. }
            | Action::Compared { .. }
            | Action::AssessmentStarted { .. }
            | Action::BaselineTaken { .. }
            | Action::AssessmentPicked { .. } => self.look_after(moment, action),
            #[cfg(feature = "results")]
            Action::ColleaguesTaken(_)
            | Action::ColleagueRemoved { .. }
            | Action::ColleagueRestored
            | Action::ColleagueFound(_)
            | Action::ColleagueGone(_)
            | Action::GroupNamed { .. }
            | Action::GroupsPicked { .. }
            | Action::ConsentGiven(_)
            | Action::TeamKept { .. } => self.bring_together(moment, action),
            #[cfg(feature = "results")]
            Action::FilesOffered(_)
            | Action::OfferAddressed { .. }
            | Action::OfferTaken { .. }
            | Action::OfferDismissed
            | Action::Served(_) => self.consider(action),
            #[cfg(feature = "results")]
            Action::Lens(action) => self.look_closer(moment, action),
            Action::Erased => self.erase(),
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

    /// Takes in waves; the small program, which only needs to know whether there are any, keeps them together.
    #[cfg(not(feature = "results"))]
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

    #[cfg(not(feature = "results"))]
    fn settle(&mut self, _assessment: Option<String>) {}

    #[cfg(not(feature = "results"))]
    fn turn_to(&mut self, _assessment: &str) {}
}

impl Reducible for Session {
    type Action = Event;

    fn reduce(self: Rc<Self>, Event { moment, action }: Event) -> Rc<Self> {
        let mut next = (*self).clone();
        next.today = moment.day;
        if next.apply(moment, action) { Rc::new(next) } else { self }
    }
}
