//! Decision speed and flatness as a page: where decisions wait, which could be taken closer to the work, and
//! what stands in the way (model 4.1).

mod layers;
mod map;
mod moves;
mod obstacles;
mod page;
mod rest;
mod sentence;
mod table;

use super::shown::{self, Finding, Shown};
use crate::lens::decision_speed::Results;
use crate::views::markup::Pen;
use page::Page;

/// Draws what the answers allow, from the finding that leads on; a part without anything in it is not drawn.
pub fn results(pen: &mut Pen, shown: &Shown, own: &Results) {
    let Some(page) = &Page::of(shown, own) else { return };
    let (sentences, lead) = sentence::headline(page);
    shown::headline(pen, &sentences, &lead);
    map::section(pen, page);
    moves::section(pen, page);
    obstacles::section(pen, page);
    rest::rights(pen, page);
    layers::section(pen, page);
    rest::unseen(pen, page);
    rest::metrics(pen, page);
}

/// The sentences it opens with, and the line below.
pub fn headline(shown: &Shown, own: &Results) -> (Vec<String>, String) {
    Page::of(shown, own).map(|page| sentence::headline(&page)).unwrap_or_default()
}

/// What was found, in the order to work on: decisions to move first, then what stands in the way.
pub fn findings(shown: &Shown, own: &Results) -> Vec<Finding> {
    let Some(page) = &Page::of(shown, own) else { return Vec::new() };
    let mut found = moves::findings(page);
    found.extend(obstacles::findings(page));
    found
}
