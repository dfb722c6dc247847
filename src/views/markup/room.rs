//! Long pages piece by piece: what is on screen at once, the rest with the frames that follow.
//!
//! A page always begins the same; what is left out keeps its place, so that nothing moves when it comes.

use super::Pen;
use std::cell::Cell;

/// Elements after which the first draw begins no further piece: what stands on a large screen has fewer.
const FIRST: usize = 150;
/// So many more with each frame: about as many as are drawn and laid out within one.
const MORE: usize = 300;

/// How many elements of a page are drawn before pieces of it are left out.
#[derive(Debug, Default)]
pub struct Room {
    elements: Cell<usize>,
    is_short: Cell<bool>,
}

impl Room {
    /// Something is drawn: a page from its beginning, or once more.
    pub fn begin(&self, is_new: bool) {
        self.is_short.set(false);
        if is_new {
            self.elements.set(FIRST);
        }
    }

    /// What was drawn is on screen, so that the next piece can come; or everything has to be there now.
    pub fn widen(&self, whole: bool) {
        self.elements.set(if whole { usize::MAX } else { self.elements.get().saturating_add(MORE) });
    }

    /// Whether something was left out of what was drawn last.
    pub fn is_short(&self) -> bool {
        self.is_short.get()
    }
}

impl Pen<'_> {
    /// From here on pieces of the page are left out that have no room.
    pub fn begin_within(&mut self, room: &Room) {
        self.room = room.elements.get();
    }

    /// Tells the room whether any was.
    pub fn end_within(&self, room: &Room) {
        room.is_short.set(self.is_short);
    }

    /// Whether no other piece of the page is drawn.
    pub fn is_full(&self) -> bool {
        self.room == 0
    }

    /// Whether another piece of the page is drawn; otherwise its place is kept.
    pub fn has_room(&mut self) -> bool {
        self.has_room_for(1)
    }

    /// The same for a large piece, such as a chart: where it does not fit, this draw ends before it.
    pub fn has_room_for(&mut self, elements: usize) -> bool {
        if self.room >= elements.min(MORE) {
            return true;
        }
        self.room = 0;
        self.is_short = true;
        self.keep_place();
        false
    }
}
