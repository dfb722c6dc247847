//! What passes between the widget and the page: files and links in, pictures, prints and copies out.

use super::Desk;
use std::cell::{Cell, RefCell};

/// What is on its way.
#[derive(Default)]
pub(super) struct Exchange {
    /// Files of one lot, each with its name and text, until all of them are there.
    offered: RefCell<Vec<(String, String)>>,
    /// Files that were not read, each with its name and the reason.
    refused: RefCell<Vec<(String, String)>>,
    /// How the last service ended, and the screen on which it was asked for.
    told: Cell<Option<(u32, Told)>>,
    /// Whether what happens now comes from another tab, where it is stored already.
    pub(super) elsewhere: Cell<bool>,
}

/// How a service of the page ended; `true` where it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A text went to the clipboard.
    Copied(bool),
    /// A chart was offered as a file.
    Pictured(bool),
}

impl Desk {
    /// Opens the browser's picker for files.
    pub fn pick(&self) {
        self.host.pick();
    }

    /// Prints the widget alone, under a title, which names the file where it is printed into one.
    pub fn print(&self, title: &str) {
        self.host.print(title);
    }

    /// Offers the chart a selector names as a file: `kind` is `svg` or `png`.
    pub fn picture(&self, selector: &str, name: &str, kind: &str) {
        self.host.picture(selector, name, kind);
    }

    /// Puts a text on the clipboard.
    pub fn copy(&self, text: &str) {
        self.host.copy(text);
    }

    /// Keeps how a service ended, for as long as the screen stays.
    pub fn tell(&self, told: Told) {
        self.exchange.told.set(Some((self.session().screen, told)));
        if let Some(redraw) = self.redraw.get() {
            redraw.emit(());
        }
    }

    /// How the last service ended, on this screen.
    pub fn told(&self) -> Option<Told> {
        let screen = self.session().screen;
        self.exchange.told.get().and_then(|(own, told)| (own == screen).then_some(told))
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
        if !link.is_empty() {
            self.offer(vec![("link".to_owned(), link)], Vec::new());
        }
    }

    fn offer(&self, files: Vec<(String, String)>, _refused: Vec<(String, String)>) {
        files.iter().for_each(|(_, text)| drop(self.take(text)));
    }
}
