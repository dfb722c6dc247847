//! Own targets on the radar: a thin line with a short cross tick on every axis where something is to rise.

use super::{open_words, path, trace};
use crate::radar::{Axis, Form, Point, Radar, Spot};
use crate::views::markup::Pen;

/// Own targets.
#[derive(Clone, Debug)]
pub struct Goal<'a> {
    /// Points to reach by axis in fixed order; none where nothing is to rise.
    pub points: Vec<Option<f64>>,
    /// Name of the line, written beside it where there is room.
    pub name: &'a str,
}

/// Where the names of other lines stand: on the right or not, and at which heights.
pub(super) type Taken = Option<(bool, [f64; 2])>;

/// Least distance of two names.
const APART: f64 = 17.0;

impl Goal<'_> {
    /// Draws line and ticks.
    pub(super) fn line(&self, pen: &mut Pen, radar: &Radar) {
        let half = if radar.form == Form::Wide { 7.0 } else { 5.0 };
        let spot = |points: &Option<f64>| points.map(|points| Spot { points, noise_sd: 0.0 });
        let series: Vec<Option<Spot>> = self.points.iter().map(spot).collect();
        let (mut lines, mut ticks) = (String::new(), String::new());
        for run in radar.runs(&series) {
            trace(&mut lines, &run.line);
        }
        for (axis, points) in radar.axes().zip(&self.points) {
            if let Some(points) = points {
                trace(&mut ticks, &radar.tick(axis, *points, half));
            }
        }
        path(pen, "path.mr-line-target", &lines);
        path(pen, "path.mr-tick-target", &ticks);
    }

    /// Names the line at an end of the top fan, where there is one and nothing else stands there.
    pub(super) fn named(&self, pen: &mut Pen, radar: &Radar, taken: Taken) {
        let Some(fan) = radar.fans.first().filter(|_| radar.form == Form::Wide) else { return };
        let last = fan.axes.len().saturating_sub(1);
        for at in [last, 0] {
            let points = self.points.get(at).copied().flatten();
            let place =
                fan.axes.get(at).zip(points).and_then(|(own, points)| place(radar, own, points, taken));
            if let Some((at, anchor)) = place {
                open_words(pen, "mr-serieslabel", at, anchor);
                pen.text(self.name);
                return pen.close();
            }
        }
    }
}

/// Where the name goes beside the end of the line; nowhere, if the name of the axis is there.
fn place(radar: &Radar, axis: &Axis, points: f64, taken: Taken) -> Option<(Point, &'static str)> {
    let spot = radar.spot(axis, points);
    let right = spot.x > radar.center.x;
    let mut y = spot.y + 4.0;
    if let Some((_, [a, b])) = taken.filter(|(side, _)| *side == right) {
        let (top, bottom) = (f64::min(a, b), f64::max(a, b));
        if y > top - APART && y < bottom + APART {
            y = if y < f64::midpoint(top, bottom) { top - APART } else { bottom + APART };
        }
    }
    // The score of the axis stands a line below its name.
    let is_free = y > axis.label.at.y + 2.0 * APART;
    let (x, anchor) = if right { (spot.x + 13.0, "start") } else { (spot.x - 13.0, "end") };
    is_free.then_some((Point { x, y }, anchor))
}
