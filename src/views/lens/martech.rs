//! What the martech lens says (model 4.2): who runs what, what to move first, what to settle.

mod capacity;
mod governance;
mod ladder;
mod moves;
mod seats;
mod sentence;

use super::{Finding, Shown, shown};
use crate::lens::martech::Results;
use crate::views::markup::Pen;

/// Draws everything from the headline on.
pub fn results(pen: &mut Pen, shown: &Shown, own: &Results) {
    let (sentences, lead) = headline(shown, own);
    shown::headline(pen, &sentences, &lead);
    ladder::ladder(pen, shown, &own.placement);
    moves::moves(pen, shown, own);
    moves::pattern(pen, shown, &own.pattern);
    governance::governance(pen, shown, &own.governance);
    seats::seats(pen, shown, own);
    capacity::capacity(pen, shown, &own.capacity);
}

/// The sentence it opens with, and the line below.
pub fn headline(shown: &Shown, own: &Results) -> (Vec<String>, String) {
    sentence::headline(shown, own)
}

/// What was found, in the order to work on: the widest inversion, what governance has to settle first, moves of
/// platforms, and the other open points of governance.
pub fn findings(shown: &Shown, own: &Results) -> Vec<Finding> {
    let mut all = Vec::new();
    all.extend(own.pattern.violations.first().map(|pair| moves::inversion(shown, pair)));
    all.extend(governance::open(shown, &own.governance, true));
    all.extend(moves::in_order(shown, own));
    all.extend(governance::open(shown, &own.governance, false));
    all
}
