//! What only the whole program does outside itself: files taken in and offered, everything erased.

use super::{ADDENDUM, Desk, OPEN, key_of};
use crate::addendum::Addendum;
use crate::browser::host::Host;
use crate::browser::{clock, intl};
use crate::document::files::{self, File};
use crate::document::{Problem, Writer, addendum, answers, calendar, draft, history, next_steps};
use crate::history::Wave;
use crate::session::{Action, DamagedRecord, LensAction, Session, colleague_key};
use crate::storage::StoreError;
use crate::views::plan::appointments_of;
use crate::words::Language;
use std::rc::Rc;

/// A session with the survey's next steps. A document that cannot be read is as good as none: the plan says so.
pub(super) fn with_next_steps(mut session: Session, host: &Host) -> Session {
    if let Some(text) = host.next_steps()
        && let Ok(read) = next_steps::read(&text, &session.survey)
    {
        session.next_steps = Rc::new(read);
    }
    session
}

/// The waves of every assessment, that on screen last.
pub fn waves_of(session: &Session) -> impl Iterator<Item = &Rc<Wave>> {
    session.others.iter().chain([&session.history]).flat_map(|history| history.waves())
}

impl Desk {
    /// Keeps what belongs to waves besides their answers, and lets go of a wave that was deleted.
    pub(super) fn keep_beside(&self, before: &Session, after: &Session) {
        if self.is_elsewhere() {
            return;
        }
        if before.is_open() && !Rc::ptr_eq(&before.addenda, &after.addenda) {
            for (wave, own) in after.addenda.iter() {
                if before.addenda.get(wave) != Some(own) {
                    self.keep_addendum(wave, own, after);
                }
            }
        }
        self.keep_colleagues(before, after);
        self.keep_lenses(before, after);
        if before.offer.is_some() && after.offer.is_none() {
            // Unfinished waves that came with files.
            for (key, own) in
                after.drafts.iter().filter(|(key, _)| !before.drafts.iter().any(|(own, _)| own == key))
            {
                self.host.put(key, &draft::write(own, &after.survey), 0);
            }
        }
        // A wave that comes back, from a file or by undoing, brings along what was added to it.
        if before.is_open() && !Rc::ptr_eq(&before.history, &after.history) {
            for wave in after.history.waves().iter().filter(|wave| before.history.wave(&wave.id).is_none()) {
                if let Some(own) = after.addenda.get(&wave.id) {
                    self.keep_addendum(&wave.id, own, after);
                }
            }
        }
        if before.assessment != after.assessment && !after.is_first_visit() {
            self.host.put(OPEN, &after.assessment, 0);
        }
        if let Some(wave) = &after.removed
            && before.removed != after.removed
        {
            let key = key_of(wave);
            self.stored.borrow_mut().retain(|own| *own != key);
            self.host.remove(&key, f64::INFINITY);
            self.host.remove(&[ADDENDUM, &wave.id].concat(), f64::INFINITY);
        }
    }

    fn keep_addendum(&self, wave: &str, own: &Addendum, session: &Session) {
        self.host.put(&[ADDENDUM, wave].concat(), &addendum::write(wave, own, &session.survey), 0);
    }

    fn keep_colleagues(&self, before: &Session, after: &Session) {
        if !before.is_open() || Rc::ptr_eq(&before.colleagues, &after.colleagues) {
            return;
        }
        let (known, now) = (before.colleagues.waves(), after.colleagues.waves());
        let stays = |wave: &Rc<Wave>, others: &[Rc<Wave>]| others.iter().any(|own| Rc::ptr_eq(own, wave));
        for wave in now.iter().filter(|wave| !stays(wave, known)) {
            let key = colleague_key(wave);
            self.host.put(&key, &answers::write(wave, &after.survey), 0);
            // Whoever comes back brings along the group that was named.
            if let Some(own) = after.addenda.get(&key) {
                self.keep_addendum(&key, own, after);
            }
        }
        for wave in known.iter().filter(|wave| !stays(wave, now)) {
            let key = colleague_key(wave);
            if !now.iter().any(|own| own.id == wave.id && colleague_key(own) == key) {
                self.host.remove(&key, f64::INFINITY);
                self.host.remove(&[ADDENDUM, &key].concat(), f64::INFINITY);
            }
        }
    }

    /// Asks for everything of this survey to be removed.
    pub fn erase(&self) {
        self.host.clear();
    }

    /// Everything is removed, or something had to stay for a reason.
    pub fn erased(&self, reason: &str) {
        if let Some(error) = StoreError::named(reason) {
            return self.act(Action::SaveFailed { error });
        }
        self.stored.take();
        self.draft.take();
        self.act(Action::Erased);
    }

    /// Takes in files as JSON text; gives how many of them were not there yet, and every problem. Where they are
    /// those of colleagues, waves of other people stand beside the assessment on screen, and what those people added
    /// to them stays theirs.
    pub fn take(&self, text: &str, of_colleagues: bool) -> (usize, Vec<Problem>) {
        let before = self.session();
        let (files, problems) = files::read_all(text, &before.survey);
        let (mut waves, mut drafts, mut addenda) = (Vec::new(), Vec::new(), Vec::new());
        let (mut colleagues, mut lenses) = (Vec::new(), Vec::new());
        for file in files {
            match file {
                File::Wave(wave, _) if of_colleagues && before.is_of_others(&wave) => {
                    colleagues.push(Rc::new(wave));
                }
                File::Wave(wave, own) => {
                    addenda.extend(own.map(|own| (wave.id.clone(), own)));
                    waves.push(Rc::new(wave));
                }
                File::Draft(draft) => drafts.push(draft),
                File::Addendum(wave, own) => addenda.push((wave, own)),
                // A lens knows one person alone.
                File::Lens(_) if of_colleagues => {}
                File::Lens(own) => lenses.push(own),
            }
        }
        self.act(Action::ColleaguesTaken(colleagues));
        self.act(Action::WavesTaken(waves));
        self.act(Action::AddendaTaken(addenda));
        self.act(Action::DraftsTaken(drafts));
        self.act(Action::Lens(LensAction::Taken(lenses)));
        let after = self.session();
        for (key, draft) in after.drafts.iter() {
            if !before.drafts.iter().any(|(own, _)| own == key) {
                self.host.put(key, &draft::write(draft, &after.survey), 0);
            }
        }
        let count = |session: &Session| {
            let beside = session.drafts.len() + session.lenses.records.len();
            waves_of(session).count() + session.colleagues.waves().len() + beside
        };
        (count(&after) - count(&before), problems)
    }

    /// Offers everything there is as one file, which can be taken in again.
    pub fn download(&self) {
        let session = self.session();
        let name = ["maturity-radar-", &clock::today().iso(), ".json"].concat();
        let definition = self.host.survey().unwrap_or_default();
        let survey = &session.survey;
        let (addenda, lenses) = (&session.addenda, &session.lenses.records);
        let text = history::write(&definition, waves_of(&session), addenda, &session.drafts, lenses, survey);
        self.host.download(&name, &text);
    }

    /// Offers the phases of the plan and the next assessment as a calendar file.
    pub fn download_calendar(&self) {
        let language = Language::of(&self.host.lang(), intl::FORMAT);
        let all = appointments_of(&self.session(), &language);
        self.host.download("maturity-radar-plan.ics", &calendar::write(&all, &clock::stamp()));
    }

    /// Offers the records that could not be read, as they are.
    pub fn download_damaged(&self) {
        let mut json = Writer::default();
        json.open_list("");
        for DamagedRecord { record, .. } in self.session().damaged.iter() {
            json.open("");
            json.text("key", &record.key);
            json.text("text", &record.text);
            json.close();
        }
        json.close_list();
        self.host.download("maturity-radar-unreadable.json", &json.into_text());
    }
}
