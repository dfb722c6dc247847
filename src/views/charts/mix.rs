//! The division of working time as a bar that carries its percentages.

use super::{line, open_placed, percent, words};
use crate::radar::Point;
use crate::views::markup::Pen;

const GROUNDS: [&str; 3] = ["rect.mr-mix-0", "rect.mr-mix-1", "rect.mr-mix-2"];
const INKS: [&str; 3] = ["mr-mixvalue mr-mix-t0", "mr-mixvalue mr-mix-t1", "mr-mixvalue mr-mix-t2"];
/// Below this share a percentage does not fit into its part; the table beside the bar has it.
const ROOM: f64 = 11.0;

/// Draws a division of working time; the table beside it says the same in words.
pub fn mix_bar(pen: &mut Pen, shares: [f64; 3]) {
    pen.el("svg.mr-mixbar[width=100%][height=36][aria-hidden=true]", |pen| {
        let mut start = 0.0;
        for (share, ground) in shares.into_iter().zip(GROUNDS) {
            block(pen, ground, &percent(start), &percent(share), "100%");
            start += share;
        }
        let mut start = 0.0;
        for (share, ink) in shares.into_iter().zip(INKS) {
            let x = percent(start);
            if start > 0.0 {
                line(pen, "line.mr-mixcut", [&x, "0"], [&x, "100%"]);
            }
            if share >= ROOM {
                open_placed(pen, &x, "50%");
                words(pen, ink, Point { x: 9.0, y: 5.0 }, "start", &pen.language.percent(share));
                pen.close();
            }
            start += share;
        }
    });
}

/// The key to one part of the bar.
pub fn swatch(pen: &mut Pen, part: usize) {
    let ground = GROUNDS.get(part).copied().unwrap_or("rect");
    pen.el("svg.mr-swatch[viewBox=0 0 10 10][aria-hidden=true]", |pen| block(pen, ground, "0", "10", "10"));
}

fn block(pen: &mut Pen, start: &'static str, x: &str, width: &str, height: &str) {
    pen.open(start);
    for (name, value) in [("x", x), ("width", width), ("height", height)] {
        pen.set(name, value);
    }
    pen.close();
}
