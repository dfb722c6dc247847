//! Facts a session is told, in the past tense, each with its moment.

use super::Moment;
#[cfg(feature = "results")]
use super::{Addition, LensAction, Offer, Service, Told};
use crate::addendum::Addenda;
#[cfg(feature = "results")]
use crate::addendum::Addendum;
use crate::answers::{AimAnswer, Evidence, Reply};
use crate::draft::{Draft, Step};
use crate::history::{History, Wave};
#[cfg(feature = "results")]
use crate::lens::LensRecord;
use crate::storage::{Keeping, Record, StoreError};
use crate::survey::ItemId;
use std::rc::Rc;

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
    /// Completed waves of every assessment.
    pub history: Rc<History>,
    /// What was added to waves.
    pub addenda: Addenda,
    /// The assessment that was open last, where that is known.
    pub assessment: Option<String>,
    /// Waves of colleagues.
    #[cfg(feature = "results")]
    pub colleagues: Vec<Rc<Wave>>,
    /// Answers to lenses.
    #[cfg(feature = "results")]
    pub lenses: Vec<LensRecord>,
    /// Whether there are answers that only the whole program shows.
    pub beyond: bool,
    /// Unfinished ones, newest first.
    pub drafts: Vec<(String, Draft)>,
    /// Records that could not be read.
    pub damaged: Vec<DamagedRecord>,
    /// Where answers are kept from now on.
    pub keeping: Keeping,
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
    /// Something was added to a wave.
    #[cfg(feature = "results")]
    Added(Addition),
    /// What was added to waves was taken from files.
    #[cfg(feature = "results")]
    AddendaTaken(Vec<(String, Addendum)>),
    /// The assessed unit was given another name.
    #[cfg(feature = "results")]
    Renamed {
        /// The name.
        scope: String,
    },
    /// A wave was deleted.
    #[cfg(feature = "results")]
    WaveDeleted {
        /// Its name.
        id: String,
    },
    /// The wave deleted last was brought back.
    #[cfg(feature = "results")]
    WaveRestored,
    /// Two waves were picked to be compared.
    #[cfg(feature = "results")]
    Compared {
        /// Name of the earlier one.
        base: String,
        /// Name of the later one.
        now: String,
    },
    /// The assessment of another unit was begun.
    #[cfg(feature = "results")]
    AssessmentStarted {
        /// The unit.
        scope: String,
    },
    /// The latest wave was taken as a new baseline beside the old one, which stays.
    #[cfg(feature = "results")]
    BaselineTaken {
        /// What the assessment it begins is called.
        scope: String,
    },
    /// Another assessment on this device was picked.
    #[cfg(feature = "results")]
    AssessmentPicked {
        /// Its name.
        assessment: String,
    },
    /// Waves of colleagues were taken from files, beside the assessment on screen.
    #[cfg(feature = "results")]
    ColleaguesTaken(Vec<Rc<Wave>>),
    /// A colleague was taken out again, with all waves.
    #[cfg(feature = "results")]
    ColleagueRemoved {
        /// The place of the person in the panel on screen.
        index: usize,
    },
    /// The colleague taken out last was brought back.
    #[cfg(feature = "results")]
    ColleagueRestored,
    /// A colleague's wave was stored in another tab, beside the assessment it names.
    #[cfg(feature = "results")]
    ColleagueFound(Rc<Wave>),
    /// A colleague's wave was taken out in another tab.
    #[cfg(feature = "results")]
    ColleagueGone(Rc<Wave>),
    /// The group a person speaks for was named.
    #[cfg(feature = "results")]
    GroupNamed {
        /// The person's own name, where there is one.
        person: Option<String>,
        /// The person's wave; another person's may have the same name.
        wave: String,
        /// The group, in one's own words.
        group: String,
    },
    /// Two groups were picked to be held against each other.
    #[cfg(feature = "results")]
    GroupsPicked {
        /// Their names; `None` for oneself and everybody else.
        groups: Option<[String; 2]>,
    },
    /// It was said that the people who could be recognized agree to be shown, or that taken back.
    #[cfg(feature = "results")]
    ConsentGiven(bool),
    /// The team's common answer was kept as a wave.
    #[cfg(feature = "results")]
    TeamKept {
        /// Whether it begins an assessment of its own, as its baseline.
        apart: bool,
    },
    /// Files or a link were read, to be shown before anything of them is added.
    #[cfg(feature = "results")]
    FilesOffered(Offer),
    /// It was chosen where waves of other people are to stand.
    #[cfg(feature = "results")]
    OfferAddressed {
        /// Beside one's own, as a colleague's.
        as_colleague: bool,
    },
    /// 'Add' was pressed below what is offered.
    #[cfg(feature = "results")]
    OfferTaken {
        /// Whether waves of other people stand beside one's own, as a colleague's.
        as_colleague: bool,
    },
    /// 'Add nothing' was pressed.
    #[cfg(feature = "results")]
    OfferDismissed,
    /// Something was asked of the page.
    #[cfg(feature = "results")]
    Asked(Service),
    /// The page has told how a service ended.
    #[cfg(feature = "results")]
    Served(Told),
    /// Something happened to a lens.
    #[cfg(feature = "results")]
    Lens(LensAction),
    /// A wave was deleted in another tab.
    #[cfg(feature = "results")]
    WaveGone {
        /// Its name.
        id: String,
    },
    /// An unfinished wave went on in another tab.
    #[cfg(feature = "results")]
    DraftMoved(Box<Draft>),
    /// An unfinished wave was completed or taken over in another tab.
    #[cfg(feature = "results")]
    DraftGone {
        /// Its storage key.
        key: String,
    },
    /// Waves were taken from files.
    WavesTaken(Vec<Rc<Wave>>),
    /// Unfinished waves were taken from files.
    DraftsTaken(Vec<Draft>),
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
    /// Own targets.
    Targets,
    /// Focus, moves and the 90 days.
    Plan,
    /// All waves.
    History,
    /// What several people said.
    #[cfg(feature = "results")]
    Team,
    /// The lenses to choose from.
    #[cfg(feature = "results")]
    Lenses,
    /// Everything on pages to print.
    #[cfg(feature = "results")]
    Report,
    /// The example.
    Example,
    /// How scores are made.
    Method,
    /// What is kept here.
    Data,
}
