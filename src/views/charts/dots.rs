//! Several people on the line from 0 to 100: one dot each, stacked where they are equal, a number where they
//! are many.

use super::{circle, line, mark, number, open_placed, percent, words};
use crate::lens::lowest_first;
use crate::radar::Point;
use crate::views::markup::Pen;

/// People at one place of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pile {
    /// 0 to 100.
    pub at: f64,
    /// Whether oneself is among them.
    pub own: bool,
    /// How many others are.
    pub others: usize,
}

impl Pile {
    fn people(&self) -> usize {
        usize::from(self.own) + self.others
    }

    /// Whether so many stand here that a number takes the place of dots.
    pub fn is_counted(&self) -> bool {
        self.people() > MOST
    }

    /// How many rows of dots it takes.
    fn rows(&self) -> usize {
        if self.is_counted() { 2 } else { self.people().div_ceil(ABREAST) }
    }
}

/// Who stands where, from left to right: people at most half of `width` apart stand together.
pub fn piles(places: &[(f64, bool)], width: f64) -> Vec<Pile> {
    let mut piles: Vec<Pile> = Vec::new();
    for (at, own) in places {
        let at = if width > 0.0 { (at / width).round() * width } else { *at };
        match piles.iter_mut().find(|pile| (pile.at - at).abs() < 0.005) {
            Some(pile) => {
                pile.own |= own;
                pile.others += usize::from(!own);
            }
            None => piles.push(Pile { at, own: *own, others: usize::from(!own) }),
        }
    }
    lowest_first(&mut piles, |pile| pile.at);
    piles
}

/// What a line of dots shows.
#[derive(Clone, Debug)]
pub struct Dots<'a> {
    /// Position of the role, for hue and shape of the own mark.
    pub role: usize,
    /// Who stands where.
    pub piles: &'a [Pile],
    /// The way from the lowest to the highest.
    pub range: bool,
    /// Where the bar below the line stands.
    pub bar: Option<f64>,
    /// What it says.
    pub label: &'a str,
}

/// Most dots at one place.
const MOST: usize = 12;
/// Dots side by side, and how far apart they and their rows are.
const ABREAST: usize = 3;
const APART: f64 = 13.0;
const ROW: f64 = 14.0;

/// Draws a line of dots, as tall as its highest pile.
pub fn dots(pen: &mut Pen, of: &Dots) {
    let rows = of.piles.iter().map(Pile::rows).max().unwrap_or(1).max(2);
    let base = 6.0 + ROW * rows as f64;
    let at = |above: f64| number(base + above);
    pen.el("span.mr-stripbox", |pen| {
        pen.open("svg.mr-strip mr-dots[width=100%][role=img]");
        pen.set("height", &at(18.0));
        pen.set("aria-label", of.label);
        line(pen, "line.mr-track", ["0%", &at(0.0)], ["100%", &at(0.0)]);
        for &x in &["0%", "25%", "50%", "75%", "100%"] {
            line(pen, "line.mr-tick", [x, &at(-4.0)], [x, &at(4.0)]);
        }
        if let (true, [first, .., last]) = (of.range, of.piles) {
            line(pen, "line.mr-range", [&percent(first.at), &at(0.0)], [&percent(last.at), &at(0.0)]);
        }
        if let Some(bar) = of.bar {
            line(pen, "line.mr-median", [&percent(bar), &at(6.0)], [&percent(bar), &at(16.0)]);
        }
        for pile in of.piles {
            open_placed(pen, &percent(pile.at), &at(0.0));
            if pile.is_counted() {
                counted(pen, of.role, pile)
            } else {
                stacked(pen, of.role, pile)
            }
            pen.close();
        }
        pen.close();
    });
}

/// Dots in rows from the line up, oneself first.
fn stacked(pen: &mut Pen, role: usize, pile: &Pile) {
    let people = pile.people();
    for place in 0..people {
        let row = place / ABREAST;
        let abreast = (people - row * ABREAST).min(ABREAST);
        let x = ((place % ABREAST) as f64 - (abreast - 1) as f64 / 2.0) * APART;
        let at = Point { x, y: -ROW * row as f64 };
        if pile.own && place == 0 {
            mark(pen, role, at, 5.6, false);
        } else {
            circle(pen, "circle.mr-dot-other", &number(at.x), &number(at.y), 5.2);
        }
    }
}

/// One dot for all the others, their number above it, and oneself beside it.
fn counted(pen: &mut Pen, role: usize, pile: &Pile) {
    circle(pen, "circle.mr-dot-other mr-dot-group", "0", "0", 6.0);
    let text = pen.language.whole(pile.others as f64);
    words(pen, "mr-dotcount", Point { x: 0.0, y: -ROW }, "middle", &text);
    if pile.own {
        mark(pen, role, Point { x: -APART, y: 0.0 }, 5.6, false);
    }
}
