//! One score through all waves: the line, its baseline with the noise around it, and the own target.

use super::{circle, line, mark, open_placed, percent, trace};
use crate::radar::Point;
use crate::timeline::Timeline;
use crate::views::markup::Pen;

/// Draws a timeline in the hue of the role at this position. `open` is a latest score that rests on part of
/// its answers; `label` says what the drawing shows.
pub fn timeline(pen: &mut Pen, role: usize, own: &Timeline, tall: bool, open: bool, label: &str) {
    pen.open("svg.mr-spark[width=100%][role=img]");
    pen.set("height", if tall { "132" } else { "76" });
    pen.set("aria-label", label);
    for y in &own.levels {
        across(pen, "line.mr-sparkgrid", *y);
    }
    if let Some(noise) = own.noise {
        pen.open("rect.mr-noise[x=0%][width=100%]");
        pen.set("y", &percent(noise.top));
        pen.set("height", &percent(noise.height));
        pen.close();
    }
    if let Some(y) = own.base {
        across(pen, "line.mr-line-base", y);
    }
    if let Some(tick) = own.target {
        let y = percent(tick.y);
        line(pen, "line.mr-tick-target", [&percent(tick.from), &y], [&percent(tick.to), &y]);
    }
    runs(pen, own);
    marks(pen, role, own, open);
    pen.close();
}

/// The lines alone are stretched to the width; their strokes are not.
fn runs(pen: &mut Pen, own: &Timeline) {
    let mut shape = String::new();
    for run in &own.runs {
        trace(&mut shape, run);
    }
    pen.el("svg[viewBox=0 0 100 100][preserveAspectRatio=none][width=100%][height=100%]", |pen| {
        pen.open("path.mr-line-now mr-spark-line[vector-effect=non-scaling-stroke]");
        pen.set("d", &shape);
        pen.close();
    });
}

fn marks(pen: &mut Pen, role: usize, own: &Timeline, open: bool) {
    for dot in &own.dots {
        circle(pen, "circle.mr-dot-mid", &percent(dot.x), &percent(dot.y), 2.2);
    }
    if let Some(first) = own.first {
        circle(pen, "circle.mr-dot-base", &percent(first.x), &percent(first.y), 3.5);
    }
    if let Some(latest) = own.latest {
        open_placed(pen, &percent(latest.x), &percent(latest.y));
        let y = if role % 3 == 2 { 0.6 } else { 0.0 };
        mark(pen, role, Point { x: 0.0, y }, 4.6, open);
        pen.close();
    }
}

fn across(pen: &mut Pen, start: &'static str, y: f64) {
    let y = percent(y);
    line(pen, start, ["0%", &y], ["100%", &y]);
}
