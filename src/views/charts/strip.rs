//! A score on the line from 0 to 100. Positions are percentages and marks have fixed sizes, so nothing
//! stretches.

use super::{circle, line, mark, open_placed, percent};
use crate::radar::Point;
use crate::views::markup::Pen;

/// What a strip shows.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Position of the role, for hue and shape.
    pub role: usize,
    /// The latest score.
    pub now: Option<f64>,
    /// The baseline, in a comparison.
    pub base: Option<f64>,
    /// The own target.
    pub target: Option<f64>,
    /// One standard deviation of noise.
    pub noise_sd: f64,
    /// Whether the score rests on part of its answers.
    pub open: bool,
    /// Percent of the width left free at either end, so that 0 and 100 lie under the middle of what stands there.
    pub inset: f64,
    /// What it says, where no table beside it does.
    pub label: Option<String>,
}

/// A strip is 26 high; its line lies in the middle.
const MIDDLE: &str = "13";

/// Draws a strip.
pub fn strip(pen: &mut Pen, of: &Strip) {
    pen.el("span.mr-stripbox", |pen| {
        pen.el("svg.mr-strip[width=100%][height=26]", |pen| {
            match &of.label {
                Some(label) => {
                    pen.set("role", "img");
                    pen.set("aria-label", label);
                }
                None => pen.set("aria-hidden", "true"),
            }
            let is_inset = of.inset > 0.0;
            if is_inset {
                pen.open("svg[overflow=visible]");
                pen.set("x", &percent(of.inset));
                pen.set("width", &percent(100.0 - 2.0 * of.inset));
            }
            across(pen, "line.mr-track", 0.0, 100.0);
            for &x in &["0%", "25%", "50%", "75%", "100%"] {
                line(pen, "line.mr-tick", [x, "9"], [x, "17"]);
            }
            figures(pen, of);
            if is_inset {
                pen.close();
            }
        });
    });
}

/// Noise, the way from the baseline, the target, and the mark.
fn figures(pen: &mut Pen, of: &Strip) {
    if let Some(now) = of.now {
        let (low, high) = ((now - of.noise_sd).max(0.0), (now + of.noise_sd).min(100.0));
        pen.open("rect.mr-noise[y=6][height=14][rx=3]");
        pen.set("x", &percent(low));
        pen.set("width", &percent(high - low));
        pen.close();
    }
    if let Some(base) = of.base.filter(|base| of.now.is_none_or(|now| differ(*base, now))) {
        if let Some(now) = of.now {
            across(pen, "line.mr-way", base, now);
        }
        circle(pen, "circle.mr-dot-base", &percent(base), MIDDLE, 4.5);
    }
    if let Some(target) = of.target {
        let x = &percent(target);
        line(pen, "line.mr-tick-target", [x, "3"], [x, "23"]);
    }
    if let Some(now) = of.now {
        open_placed(pen, &percent(now), MIDDLE);
        let y = if of.role % 3 == 2 { 0.6 } else { 0.0 };
        mark(pen, of.role, Point { x: 0.0, y }, 6.0, of.open);
        pen.close();
    }
}

fn across(pen: &mut Pen, start: &'static str, from: f64, to: f64) {
    line(pen, start, [&percent(from), MIDDLE], [&percent(to), MIDDLE]);
}

/// Whether two figures look different at one decimal.
fn differ(a: f64, b: f64) -> bool {
    (a - b).abs() > 0.05
}
