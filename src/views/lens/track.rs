//! A place on the line from 0 to 100: where something is today, where it is suggested, and what is needed.

use crate::views::charts::{circle, line, open_placed, path, percent};
use crate::views::markup::Pen;

/// What is on the line.
pub(super) struct Track<'a> {
    /// Where ticks stand.
    pub ticks: &'a [f64],
    /// Where it is today.
    pub now: f64,
    /// Where it would better be; an arrow leads there.
    pub suggested: Option<f64>,
    /// The least that is needed.
    pub needed: Option<f64>,
    /// What it says, in words.
    pub label: &'a str,
}

/// The line lies in the middle of 34.
const MIDDLE: &str = "17";
/// Tips of arrows end where the diamond begins.
const TO_THE_RIGHT: &str = "M-20-4-11 0-20 4Z";
const TO_THE_LEFT: &str = "M20-4 11 0 20 4Z";

impl Track<'_> {
    /// Draws it. In text that runs from right to left the style sheet turns it round.
    pub fn draw(&self, pen: &mut Pen) {
        let now = &percent(self.now);
        pen.open("span.mr-stripbox");
        pen.open("svg.mr-strip mr-lenstrack[width=100%][height=34][role=img]");
        pen.set("aria-label", self.label);
        line(pen, "line.mr-track", ["0%", MIDDLE], ["100%", MIDDLE]);
        for tick in self.ticks {
            let x = &percent(*tick);
            line(pen, "line.mr-tick", [x, "12"], [x, "22"]);
        }
        if let Some(needed) = self.needed {
            let x = &percent(needed);
            line(pen, "line.mr-tick-target", [x, "6"], [x, "28"]);
        }
        let mut radius = 6.0;
        if let Some(suggested) = self.suggested {
            let x = &percent(suggested);
            if suggested == self.now {
                // Both are to be seen.
                radius = 4.2;
            } else {
                line(pen, "line.mr-arrow", [now, MIDDLE], [x, MIDDLE]);
            }
            open_placed(pen, x, MIDDLE);
            if suggested != self.now {
                path(pen, "path.mr-arrowhead", if suggested > self.now { TO_THE_RIGHT } else { TO_THE_LEFT });
            }
            path(pen, "path.mr-rec", "M0-9 9 0 0 9-9 0Z");
            pen.close();
        }
        circle(pen, "circle.mr-dot-now", now, MIDDLE, radius);
        pen.close();
        pen.close();
    }
}
