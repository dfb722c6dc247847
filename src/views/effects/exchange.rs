//! What passes between the widget and the page: files and links in, pictures, prints and copies out.

use super::lenses::LINK;
use super::{Desk, offer_of};
use crate::browser::clock;
use crate::document::csv;
use crate::document::link::{Names, pack};
use crate::session::{Action, LensAction, Service, Told};
use std::cell::{Cell, RefCell};

/// What is on its way.
#[derive(Default)]
pub(super) struct Exchange {
    /// Files of one lot, each with its name and text, until all of them are there.
    offered: RefCell<Vec<(String, String)>>,
    /// Files that were not read, each with its name and the reason.
    refused: RefCell<Vec<(String, String)>>,
    /// Whether what happens now comes from another tab, where it is stored already.
    pub(super) elsewhere: Cell<bool>,
    /// Lenses whose documents are on their way.
    pub(super) asked: RefCell<Vec<String>>,
}

impl Desk {
    /// Has the page do something.
    pub(super) fn serve(&self, service: Service) {
        match service {
            Service::Pick => self.host.pick(),
            Service::Table => {
                let session = self.session();
                let name = ["maturity-radar-", &clock::today().iso(), ".csv"].concat();
                self.host.download(&name, &csv::write(&session.history, &session.survey));
            }
            Service::CopyLink => {
                if let Some(link) = self.link() {
                    self.host.copy(&link);
                }
            }
            Service::Copy(text) => self.host.copy(&text),
            Service::Read(text) => self.offer(vec![(String::new(), text)], Vec::new()),
            Service::Print(title) => self.host.print(&title),
            Service::Picture { chart, day, kind } => {
                let name = ["maturity-radar-", &chart, "-", &day.iso(), ".", kind].concat();
                self.host.picture(&chart, &name, kind);
            }
        }
    }

    /// The address that carries the latest own wave of the assessment on screen; none where there is no wave, or
    /// where it holds what has no place in a link.
    pub fn link(&self) -> Option<String> {
        let session = self.session();
        let wave = session.own_wave_named()?;
        let fragment = pack(&wave, &session.survey, Names::Carried)?;
        Some([&self.host.page_address(), "#", &fragment].concat())
    }

    /// The address of the page, to which answers can be added by a link.
    pub fn page_address(&self) -> String {
        self.host.page_address()
    }

    /// Keeps how a service ended, for as long as the screen stays.
    pub fn tell(&self, told: Told) {
        self.act(Action::Served(told));
    }

    /// Takes the text of one file of a lot.
    pub fn offered(&self, name: String, text: String) {
        self.exchange.offered.borrow_mut().push((name, text));
    }

    /// Notes a file of a lot that was not read, with the reason.
    pub fn refused(&self, name: String, reason: String) {
        self.exchange.refused.borrow_mut().push((name, reason));
    }

    /// The lot is complete.
    pub fn offered_all(&self) {
        self.offer(self.exchange.offered.take(), self.exchange.refused.take());
    }

    /// Takes in what a link to the page has brought.
    pub(super) fn take_link(&self) {
        let link = self.host.link();
        if let Some(lens) = link.strip_prefix(LINK) {
            self.act(Action::Lens(LensAction::Opened(lens.to_owned())));
        } else if !link.is_empty() {
            self.offer(vec![("link".to_owned(), link)], Vec::new());
        }
    }

    fn offer(&self, files: Vec<(String, String)>, refused: Vec<(String, String)>) {
        let offer = offer_of(&self.session(), files, refused);
        self.act(Action::FilesOffered(offer));
    }
}
