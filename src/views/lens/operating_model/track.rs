//! Lines on which something lies between two ends. Places are percentages and marks have fixed sizes, so nothing
//! stretches; the words beside a line say the same.

use crate::views::charts::percent;
use crate::views::markup::Pen;

/// Begins a line with so many ticks; [`close`] ends it.
pub(super) fn open(pen: &mut Pen, ticks: usize) {
    pen.open("span.mr-stripbox");
    pen.open("svg.mr-strip[width=100%][height=26][aria-hidden=true]");
    across(pen, "line.mr-track[y1=13][y2=13]", 0.0, 100.0);
    for place in 0..ticks {
        let x = 100.0 * place as f64 / (ticks - 1).max(1) as f64;
        across(pen, "line.mr-tick[y1=9][y2=17]", x, x);
    }
}

pub(super) fn close(pen: &mut Pen) {
    pen.close();
    pen.close();
}

/// A line from one place to another.
pub(super) fn across(pen: &mut Pen, start: &'static str, from: f64, to: f64) {
    pen.open(start);
    pen.set("x1", &percent(from));
    pen.set("x2", &percent(to));
    pen.close();
}

/// A mark in its own size around a place on the line.
pub(super) fn mark(pen: &mut Pen, at: f64, start: &'static str) {
    pen.open("svg[y=13][overflow=visible]");
    pen.set("x", &percent(at));
    pen.put(start, "");
    pen.close();
}

/// The organization as it is.
pub(super) const DOT: &str = "circle.mr-plainmark[r=5]";

/// A bar from the middle to a place.
pub(super) fn from_middle(pen: &mut Pen, to: f64) {
    pen.open("rect.mr-force[y=8][height=10]");
    pen.set("x", &percent(to.min(50.0)));
    pen.set("width", &percent((to - 50.0).abs()));
    pen.close();
    across(pen, "line.mr-tick[y1=3][y2=23]", 50.0, 50.0);
}
