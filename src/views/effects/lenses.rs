//! Lenses between the widget and the page: documents fetched once they are opened, answers kept.

use super::{Desk, LENS};
use crate::document::lens;
use crate::lens::LensRecord;
use crate::session::{Action, LensAction, Session};
use std::rc::Rc;

/// What a link to one lens has at the start of its fragment; the name of the lens follows.
pub(super) const LINK: &str = "#mr-lens=";

impl Desk {
    /// Keeps every change of answers, and lets go of what was deleted.
    pub(super) fn keep_lenses(&self, before: &Session, after: &Session) {
        // What storage brings as it opens is kept already.
        let opens = !before.is_open() && after.is_open();
        if opens || Rc::ptr_eq(&before.lenses, &after.lenses) {
            return;
        }
        let (known, now) = (&before.lenses.records, &after.lenses.records);
        for own in now.iter().filter(|own| !known.iter().any(|other| Rc::ptr_eq(other, own))) {
            self.host.put(&key_of(own), &lens::answers::write(own, &after.survey), 0);
        }
        for own in known.iter().filter(|own| !now.iter().any(|other| other.id == own.id)) {
            self.host.remove(&key_of(own), f64::INFINITY);
        }
    }

    /// Asks for the documents that are needed and not there: of the lens on screen, and, as results carry them, of
    /// those that were answered before.
    pub(super) fn fetch_lenses(&self, before: &Session, after: &Session) {
        let opens = !before.is_open() && after.is_open();
        let same = before.open_lens() == after.open_lens() && Rc::ptr_eq(&before.lenses, &after.lenses);
        if same && !opens {
            return;
        }
        for own in &after.survey.lenses {
            let is_needed = after.open_lens() == Some(&*own.id)
                || after.lenses.records.iter().any(|record| record.lens == own.id);
            let is_missing =
                after.lenses.document(&own.id).is_none() && !after.lenses.missing.contains(&own.id);
            let is_new = !self.exchange.asked.borrow().contains(&own.id);
            if is_needed && is_missing && is_new {
                self.exchange.asked.borrow_mut().push(own.id.clone());
                self.host.lens(&own.id, &own.document);
            }
        }
    }

    /// What has focus goes with its page. Where it still has it then, browsers lay out the page that is half
    /// there; a page of results takes a third longer.
    pub(super) fn let_go(&self, action: &Action) {
        if matches!(action, Action::Lens(LensAction::Turned(_))) {
            self.host.blur();
        }
    }

    /// Has the next piece of a page drawn once the last one is on screen.
    pub fn ask_for_rest(&self) {
        if self.room.is_short() {
            self.host.rest();
        }
    }

    /// Draws the next piece of a page, or the whole.
    pub fn draw_rest(&self, whole: bool) {
        self.room.widen(whole);
        if let Some(redraw) = self.redraw.get() {
            redraw.emit(());
        }
    }

    /// The document of a lens is there; an empty text says that it could not be had.
    pub fn lens_read(&self, id: &str, text: &str) {
        self.exchange.asked.borrow_mut().retain(|own| own != id);
        let session = self.session();
        let read = lens::read(text, &session.survey).ok().filter(|own| own.id == id);
        self.act(Action::Lens(match read {
            Some(lens) => LensAction::Read(Rc::new(lens)),
            None => LensAction::Missing(id.to_owned()),
        }));
    }
}

fn key_of(own: &LensRecord) -> String {
    [LENS, &own.id].concat()
}
