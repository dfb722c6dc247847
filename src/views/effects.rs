//! What the session causes outside itself: records read and written, files offered and taken in.
//!
//! Whatever happens, in the widget or around it, comes to the desk as an action. The desk lets the session
//! change, asks the page to keep what changed, and has the widget drawn anew. It never waits: what the page
//! has to say comes in through `found`, `opened`, `kept` and `erased`.

#[cfg(feature = "results")]
mod elsewhere;
#[cfg(feature = "results")]
mod exchange;
mod found;
#[cfg(feature = "results")]
mod lenses;
#[cfg(feature = "results")]
mod offering;
mod places;
#[cfg(feature = "results")]
mod whole;
#[cfg(feature = "results")]
pub use offering::offer_of;
#[cfg(feature = "results")]
pub use whole::waves_of;

#[cfg(feature = "results")]
use super::markup::Room;
use places::{beyond, screen};

use crate::browser::clock;
use crate::browser::host::Host;
use crate::document::{answers, draft};
use crate::draft::{Continued, Draft, Step};
use crate::history::Wave;
use crate::session::{Action, Answering, Event, Moment, Session};
use crate::storage::{Keeping, Record};
use crate::survey::Survey;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use yew::{Callback, Reducible};

/// The record that names the assessment on screen; its text is that name.
const OPEN: &str = "open";
/// The start of the key under which what was added to a wave is stored.
const ADDENDUM: &str = "addendum/";
/// The start of the key under which a colleague's wave is stored.
const COLLEAGUE: &str = "colleague/";
/// The start of the key under which answers to a lens are stored.
const LENS: &str = "lens/";

/// One widget's session, between the widget and the page around it.
pub struct Desk {
    host: Host,
    session: RefCell<Rc<Session>>,
    redraw: OnceCell<Callback<()>>,
    /// What storage held, until all of it is there.
    found: RefCell<Vec<Record>>,
    /// Keys of waves that are stored or on their way there.
    stored: RefCell<Vec<String>>,
    /// The draft on screen last; its record goes once its wave is safe.
    draft: RefCell<Option<Draft>>,
    /// What is on its way between the widget and the page.
    #[cfg(feature = "results")]
    exchange: exchange::Exchange,
    /// How much of a long page is drawn by now.
    #[cfg(feature = "results")]
    pub room: Room,
}

impl Desk {
    /// A desk that asks for what is stored.
    pub fn new(survey: Rc<Survey>, host: Host) -> Self {
        host.open(&survey.id);
        // A random name for this mount of this element.
        let writer = [clock::chance(), clock::chance()].map(|number| number.to_string()).join("-");
        #[cfg(feature = "results")]
        let session = whole::with_next_steps(Session::new(survey, writer), &host);
        #[cfg(not(feature = "results"))]
        let session = Session::new(survey, writer);
        Self {
            host,
            session: RefCell::new(Rc::new(session)),
            redraw: OnceCell::new(),
            found: RefCell::default(),
            stored: RefCell::default(),
            draft: RefCell::default(),
            #[cfg(feature = "results")]
            exchange: exchange::Exchange::default(),
            #[cfg(feature = "results")]
            room: Room::default(),
        }
    }

    /// The session as it is now.
    pub fn session(&self) -> Rc<Session> {
        self.session.borrow().clone()
    }

    /// Has the widget drawn anew after every change.
    pub fn on_change(&self, redraw: Callback<()>) {
        // There is one widget for each desk.
        _ = self.redraw.set(redraw);
    }

    /// Lets the session change by one fact, and keeps what changed.
    pub fn act(&self, action: Action) {
        #[cfg(feature = "results")]
        if let Action::Asked(service) = action {
            return self.serve(service);
        }
        #[cfg(feature = "results")]
        self.let_go(&action);
        let moment = Moment { ms: clock::now_ms(), day: clock::today(), chance: clock::chance() };
        let before = self.session();
        let after = before.clone().reduce(Event { moment, action });
        if Rc::ptr_eq(&before, &after) {
            return;
        }
        self.session.replace(after.clone());
        self.tell_step(&before, &after);
        let draft_moved = reached(&before) != reached(&after);
        if draft_moved {
            self.keep_draft(&after);
        }
        // A wave that could not be stored is tried again with whatever is stored next.
        let same_waves =
            Rc::ptr_eq(&before.history, &after.history) && Rc::ptr_eq(&before.others, &after.others);
        if draft_moved || !same_waves {
            self.keep_waves(&after);
        }
        #[cfg(feature = "results")]
        self.keep_beside(&before, &after);
        #[cfg(feature = "results")]
        self.fetch_lenses(&before, &after);
        if let Some(redraw) = self.redraw.get() {
            redraw.emit(());
        }
        if let Some(screen) = beyond(&after) {
            self.host.hand_over(screen);
        }
    }

    /// Tells the page where the session stands, whenever that has changed.
    fn tell_step(&self, before: &Session, after: &Session) {
        let step = |session: &Session| session.answering().map(|answering| answering.draft.at.clone());
        if screen(before) == screen(after) && step(before) == step(after) {
            return;
        }
        match after.answering() {
            Some(Answering { draft, .. }) => {
                let steps = Step::all(&after.survey);
                let at = steps.iter().position(|step| *step == draft.at).unwrap_or_default();
                self.host.moved(&draft.key(), at as u32 + 1, steps.len() as u32);
            }
            None => self.host.moved(screen(after), 0, 0),
        }
    }

    fn keep_draft(&self, session: &Session) {
        if let Some(answering) = session.answering() {
            let draft = &answering.draft;
            if answering.revision > 0 {
                self.host.put(&draft.key(), &draft::write(draft, &session.survey), answering.revision);
            }
            self.draft.replace(Some(draft.clone()));
        }
    }

    fn keep_waves(&self, session: &Session) {
        let histories = session.others.iter().chain([&session.history]);
        for wave in histories.flat_map(|history| history.waves()) {
            let key = key_of(wave);
            if !self.stored.borrow().contains(&key) {
                self.host.put(&key, &answers::write(wave, &session.survey), 0);
                self.stored.borrow_mut().push(key);
            }
        }
    }

    /// Takes in a record from storage.
    pub fn found(&self, key: String, text: String) {
        self.found.borrow_mut().push(Record { key, text });
    }

    /// All records are there: the session opens, and an early press on 'Start' is honoured where there is
    /// nothing to come back to.
    pub fn opened(&self, place: &str) {
        let mut opened = found::sort(self.found.take(), &self.session().survey);
        opened.keeping = Keeping::named(place);
        for wave in opened.history.waves() {
            self.stored.borrow_mut().push(key_of(wave));
        }
        self.act(Action::Opened(opened));
        let session = self.session();
        if self.host.start() && session.is_first_visit() {
            self.act(Action::Started { scope: String::new() });
        }
        self.take_over();
        #[cfg(feature = "results")]
        self.take_link();
    }

    /// A record is kept, or there was no place for it.
    pub fn kept(&self, key: &str, revision: u32, place: &str) {
        let keeping = Keeping::named(place);
        if let Keeping::MemoryOnly(error) = keeping {
            self.stored.borrow_mut().retain(|own| own != key);
            return self.act(Action::SaveFailed { error });
        }
        self.clear_up(key);
        self.act(Action::Saved { revision, keeping });
    }

    /// Removes the records that the one under `key` stands for, now that it is safe.
    fn clear_up(&self, key: &str) {
        let draft = self.draft.take();
        if let Some(draft) = &draft {
            let is_done = key == wave_key(&draft.id);
            if is_done || key == draft.key() {
                for Continued { key, touched_ms } in &draft.continues {
                    self.host.remove(key, *touched_ms);
                }
            }
            if is_done {
                return self.host.remove(&draft.key(), draft.touched_ms);
            }
        }
        self.draft.replace(draft);
    }

    /// The draft on screen, which is stored for it, or nothing.
    #[cfg(not(feature = "results"))]
    pub fn here(&self) -> String {
        let session = self.session();
        let Some(answering) = session.answering() else {
            return String::new();
        };
        let key = answering.draft.key();
        self.host.put(&key, &draft::write(&answering.draft, &session.survey), answering.revision);
        key
    }

    /// Moves focus to what is wrong on a new screen, else to its heading.
    pub fn focus(&self) {
        let offered = cfg!(feature = "results") && self.host.focus("#mr-offer");
        _ = offered || self.host.focus("#mr-complaint") || self.host.focus("#mr-heading");
    }
}

/// How far the draft on screen has come.
fn reached(session: &Session) -> Option<(&str, u32)> {
    session.answering().map(|answering| (answering.draft.id.as_str(), answering.revision))
}

fn key_of(wave: &Wave) -> String {
    wave_key(&wave.id)
}

fn wave_key(id: &str) -> String {
    ["wave/", id].concat()
}
