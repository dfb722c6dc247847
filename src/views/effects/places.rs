//! Where a session stands, in the words that programs hand over to one another.

use super::Desk;
use crate::session::{Action, Phase, Screen, Session};

// Screens at which a program can be told to begin; in the middle of the survey it is the draft's key.
const RESULTS: &str = "results";
const EXAMPLE: &str = "example";
const METHOD: &str = "method";
const DATA: &str = "data";
const WELCOME: &str = "welcome";
#[cfg(feature = "results")]
const TARGETS: &str = "targets";
#[cfg(feature = "results")]
const PLAN: &str = "plan";
#[cfg(feature = "results")]
const HISTORY: &str = "history";
#[cfg(feature = "results")]
const TEAM: &str = "team";
#[cfg(feature = "results")]
const LENSES: &str = "lenses";

/// The screen the session is at; nothing while it opens and in the survey. Only the whole program has the rest.
pub(super) fn screen(session: &Session) -> &'static str {
    match &session.phase {
        Phase::Opening | Phase::Answering(_) => "",
        Phase::Welcome => WELCOME,
        Phase::Example => EXAMPLE,
        Phase::Method => METHOD,
        Phase::Data { .. } => DATA,
        #[cfg(feature = "results")]
        Phase::Targets => TARGETS,
        #[cfg(feature = "results")]
        Phase::Plan => PLAN,
        #[cfg(feature = "results")]
        Phase::History => HISTORY,
        #[cfg(feature = "results")]
        Phase::Team { .. } => TEAM,
        #[cfg(feature = "results")]
        Phase::Lenses | Phase::Lens { .. } => LENSES,
        _ => RESULTS,
    }
}

/// The screen the session has come to, if only the whole program can show it.
pub(super) fn beyond(session: &Session) -> Option<&'static str> {
    if cfg!(feature = "results") {
        return None;
    }
    match screen(session) {
        // Focus is moved only where somebody has come to the first screen, not where the page has just opened.
        WELCOME if session.is_first_visit() && !session.beyond => None,
        WELCOME if session.screen == 0 => Some(""),
        "" => None,
        own => Some(own),
    }
}

impl Desk {
    /// Begins where another program has handed over.
    pub(super) fn take_over(&self) {
        let screen = match &*self.host.screen() {
            RESULTS => Screen::Results,
            EXAMPLE => Screen::Example,
            METHOD => Screen::Method,
            DATA => Screen::Data,
            #[cfg(feature = "results")]
            TARGETS => Screen::Targets,
            #[cfg(feature = "results")]
            PLAN => Screen::Plan,
            #[cfg(feature = "results")]
            HISTORY => Screen::History,
            #[cfg(feature = "results")]
            TEAM => Screen::Team,
            #[cfg(feature = "results")]
            LENSES => Screen::Lenses,
            // The session begins there; the element moves focus.
            WELCOME | "" => return,
            key => return self.act(Action::Resumed { key: key.to_owned() }),
        };
        self.act(Action::ScreenPicked(screen));
    }
}
