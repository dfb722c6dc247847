//! What files and links would add: kept aside and shown, and taken in only once a person has said so.

use super::together::{is_of_team, is_wave};
use super::{Action, Screen, Session};
use crate::addendum::Addendum;
use crate::draft::Draft;
use crate::history::{Date, Wave};
use crate::lens::LensRecord;
use std::rc::Rc;

/// Files of one lot or more, read but not taken in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offer {
    /// Each with what it holds.
    pub files: Vec<OfferedFile>,
    /// Whether waves of other people are to stand beside one's own, not among them.
    pub as_colleague: bool,
}

/// One file or link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfferedFile {
    /// Its name; empty for what was pasted.
    pub name: String,
    /// Whether it is no file but a link to the page.
    pub is_link: bool,
    /// The waves in it.
    pub waves: Vec<OfferedWave>,
    /// The unfinished waves in it.
    pub drafts: Vec<Draft>,
    /// What was added to waves, each with the name of its wave.
    pub addenda: Vec<(String, Addendum)>,
    /// Answers to lenses in it.
    pub lenses: Vec<LensRecord>,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
    /// Why nothing of it was read.
    pub refusal: Option<Refusal>,
}

/// A wave in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferedWave {
    /// The wave.
    pub wave: Rc<Wave>,
    /// Whether an own wave says the same, under whatever name.
    pub has_twin: bool,
}

/// A mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Its code, as it is documented.
    pub code: &'static str,
    /// RFC 6901 pointer to the place, empty for the whole document.
    pub pointer: String,
    /// What is needed instead.
    pub message: String,
}

/// Why a file or link was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More than five million bytes.
    TooLarge,
    /// No text.
    Unreadable,
    /// One of too many.
    TooMany,
    /// A link that lost something on the way.
    DamagedLink,
    /// A link made by a newer version.
    NewerLink,
    /// A link to answers of another survey.
    OtherSurvey,
}

/// How many were added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Own waves.
    pub waves: usize,
    /// Waves of colleagues.
    pub colleagues: usize,
    /// Unfinished ones.
    pub drafts: usize,
    /// Waves to which something was added: targets, plans, reasons.
    pub addenda: usize,
    /// Answers to lenses.
    pub lenses: usize,
}

/// How a service of the page ended; `true` where it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A text went to the clipboard.
    Copied(bool),
    /// A chart was offered as a file.
    Pictured {
        /// Which one, by its name on the page.
        chart: String,
        /// Whether it was.
        done: bool,
    },
}

/// What is asked of the page; it changes nothing in the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Service {
    /// The browser's picker for files.
    Pick,
    /// The table of the assessment on screen as a file.
    Table,
    /// The link to the latest own wave on the clipboard.
    CopyLink,
    /// A text on the clipboard.
    Copy(String),
    /// A link or the content of a file, typed or pasted into a field.
    Read(String),
    /// A print of the widget alone, under this title.
    Print(String),
    /// A chart as a file.
    Picture {
        /// Which chart, by its name on the page; the file is named after it.
        chart: String,
        /// The day in the name of the file.
        day: Date,
        /// `svg` or `png`.
        kind: &'static str,
    },
}

impl Session {
    /// Changes what is offered; `false` if it does not fit and nothing changed.
    pub(super) fn consider(&mut self, action: Action) -> bool {
        match action {
            Action::FilesOffered(offer) => {
                if offer.files.is_empty() {
                    return false;
                }
                self.pick(Screen::Data);
                self.taken = None;
                let mut all = self.offer.as_deref().cloned().unwrap_or_default();
                all.files.extend(offer.files);
                all.as_colleague = !self.history.is_empty()
                    && all.waves().any(|own| self.is_others(own) && own.wave.respondent.id.is_some());
                self.offer = Some(Rc::new(all));
                self.screen += 1;
                true
            }
            Action::OfferAddressed { as_colleague } => match &mut self.offer {
                Some(offer) if offer.as_colleague != as_colleague => {
                    Rc::make_mut(offer).as_colleague = as_colleague;
                    true
                }
                _ => false,
            },
            Action::OfferTaken { as_colleague } => self.take_offer(as_colleague),
            Action::OfferDismissed => {
                let had = self.offer.take().is_some();
                if had {
                    self.screen += 1;
                }
                had
            }
            Action::Served(told) => {
                let told = Some(told);
                let changed = self.told != told;
                self.told = told;
                changed
            }
            _ => false,
        }
    }

    fn take_offer(&mut self, as_colleague: bool) -> bool {
        let Some(offer) = self.offer.take() else {
            return false;
        };
        let (mut taken, drafts) = (Taken::default(), self.drafts.len());
        let mut colleagues = Vec::new();
        for own in offer.waves() {
            if as_colleague && self.may_be_others(own) {
                colleagues.push(own.wave.clone());
            } else if !own.has_twin {
                taken.waves += usize::from(self.take(vec![own.wave.clone()]));
            }
        }
        // All at once, as each lot makes a set of its own.
        taken.colleagues = self.take_colleagues(colleagues);
        if self.history.is_empty() {
            self.settle(None);
        }
        for file in &offer.files {
            // What colleagues added to their waves stays theirs.
            let is_own = |id: &str| {
                let mut histories = self.others.iter().chain([&self.history]);
                histories.any(|history| history.wave(id).is_some())
            };
            let addenda = file.addenda.iter().filter(|(id, _)| is_own(id)).cloned();
            for own in addenda.collect::<Vec<_>>() {
                taken.addenda += usize::from(self.take_addenda(vec![own]));
            }
            self.take_drafts(file.drafts.clone());
            // What colleagues answered in a lens is theirs; a lens knows one person alone.
            if !as_colleague {
                taken.lenses += self.take_lenses(&file.lenses);
            }
        }
        taken.drafts = self.drafts.len() - drafts;
        self.taken = Some(taken);
        self.screen += 1;
        true
    }

    /// Whether a wave of the offer may stand beside one's own as a colleague's.
    pub fn may_be_others(&self, own: &OfferedWave) -> bool {
        !self.history.is_empty() && self.is_others(own)
    }

    fn is_others(&self, own: &OfferedWave) -> bool {
        !own.has_twin && self.is_of_others(&own.wave)
    }

    /// Whether nobody who answered here is known to have answered this wave.
    pub fn is_of_others(&self, wave: &Wave) -> bool {
        let person = &wave.respondent.id;
        let mut histories = self.others.iter().chain([&self.history]);
        let known = histories.any(|history| {
            history.waves().iter().any(|own| person.is_some() && own.respondent.id == *person)
        });
        !known && !is_of_team(wave)
    }

    /// Whether a wave of the offer is here already, where it would be put.
    pub fn has_offered(&self, own: &OfferedWave, as_colleague: bool) -> bool {
        if as_colleague && self.may_be_others(own) {
            let mut known = self.colleagues.waves().iter();
            return known.any(|wave| wave.assessment == self.assessment && is_wave(wave, &own.wave));
        }
        let mut histories = self.others.iter().chain([&self.history]);
        own.has_twin || histories.any(|history| history.wave(&own.wave.id).is_some())
    }

    /// Whether an unfinished wave of the offer is here already, or complete.
    pub fn has_offered_draft(&self, draft: &Draft) -> bool {
        let mut histories = self.others.iter().chain([&self.history]);
        self.drafts.iter().any(|(_, own)| own.replaces(&draft.key(), draft))
            || histories.any(|history| history.wave(&draft.id).is_some())
    }
}

impl OfferedFile {
    /// Whether there is something beside waves in it.
    pub fn holds_more(&self) -> bool {
        !self.drafts.is_empty() || !self.addenda.is_empty() || !self.lenses.is_empty()
    }
}

impl Offer {
    /// The waves of every file.
    pub fn waves(&self) -> impl Iterator<Item = &OfferedWave> {
        self.files.iter().flat_map(|file| &file.waves)
    }

    /// Whether there is anything that can be added.
    pub fn holds_anything(&self) -> bool {
        self.files.iter().any(|file| !file.waves.is_empty() || file.holds_more())
    }
}
