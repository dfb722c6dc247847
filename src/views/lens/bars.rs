//! Shares as bars: one bar is a length of 0 to 100 out of the whole, with its figure in words beside it.

use crate::views::charts::percent;
use crate::views::markup::Pen;

/// One bar.
pub(super) struct Bar {
    /// How long it is, 0 to 100; `None` draws no bar.
    pub share: Option<f64>,
    /// Whether it stands back, as what has to wait or is closed.
    pub quiet: bool,
    /// Where a tick crosses it, 0 to 100.
    pub tick: Option<f64>,
}

impl Bar {
    /// A plain bar.
    pub fn of(share: f64) -> Self {
        Self { share: Some(share), quiet: false, tick: None }
    }

    /// Draws the bar alone; whoever cannot see it reads the words beside it.
    pub fn draw(&self, pen: &mut Pen) {
        let Some(share) = self.share else { return };
        pen.open("svg[width=100%][height=7][aria-hidden=true]");
        pen.set("class", if self.quiet { "mr-bar mr-bar-quiet" } else { "mr-bar" });
        pen.put("rect.mr-bar-ground[width=100%][height=7][rx=2]", "");
        pen.open("rect.mr-bar-value[height=7][rx=2]");
        pen.set("width", &percent(share.clamp(0.0, 100.0)));
        pen.close();
        if let Some(tick) = self.tick {
            for &start in &["line.mr-bar-mark-case[y1=-3][y2=10]", "line.mr-bar-mark[y1=-3][y2=10]"] {
                pen.open(start);
                pen.set("x1", &percent(tick));
                pen.set("x2", &percent(tick));
                pen.close();
            }
        }
        pen.close();
    }
}

/// A row of a list `ul.mr-rowlist`: what it is, its figure, the bar below, and a line of explanation.
pub(super) fn row(pen: &mut Pen, name: &str, figure: &str, bar: &Bar, line: &str) {
    pen.el("li", |pen| {
        pen.put("b", name);
        pen.put("span.mr-num", figure);
        bar.draw(pen);
        pen.when(!line.is_empty(), |pen| pen.put("span.mr-wide mr-quiet", line));
    });
}

/// A row of a list `ul.mr-barline`: name, bar and figure on one line.
pub(super) fn line(pen: &mut Pen, name: &str, bar: &Bar, figure: &str) {
    pen.el("li", |pen| {
        pen.put("span", name);
        bar.draw(pen);
        pen.put("span.mr-num", figure);
    });
}
