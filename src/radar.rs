//! Geometry of the radar chart: numbers only, for whoever paints them.
//!
//! Roles are fans of axes. Neighbouring axes stand one step apart, neighbouring fans two, so lines never
//! cross from one role to the next and no enclosed area asks to be compared. A score of 0 lies on the hub
//! and stays visible. Angles grow clockwise from the right; 270 degrees is the top.

mod labels;

pub use labels::{Label, Side};

/// Share of the radius taken by the hub, where a score of 0 lies.
const HUB: f64 = 0.165;
/// How far a fan reaches beyond its first and last axis, in steps between axes.
const MARGIN: f64 = 0.375;

/// What the drawing is for; each form has its own size and its own labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Labelled at every axis.
    Wide,
    /// Codes at every axis.
    Narrow,
    /// Beside the first screen, without axis labels.
    Hero,
}

/// A place on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A part of a circle around the centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Where it starts.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
    /// Its radius.
    pub radius: f64,
    /// Which way it runs.
    pub clockwise: bool,
}

/// A score on an axis, with its noise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// 0 to 100.
    pub points: f64,
    /// One standard deviation of noise in points; 0 where no band is wanted.
    pub noise_sd: f64,
}

/// One line of the chart: a spot per axis in fixed order, none where there is no score.
pub type Series = [Option<Spot>];

/// One axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Direction in degrees.
    pub angle: f64,
    /// Where it leaves the hub.
    pub foot: Point,
    /// Where it reaches the rim.
    pub rim: Point,
    /// Where its name goes.
    pub label: Label,
}

/// One role.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// Its axes in fixed order.
    pub axes: Vec<Axis>,
    /// The ring of every level inside the fan, from the hub to the rim.
    pub rings: Vec<Arc>,
    /// The arc just outside the rim that carries the colour of the role.
    pub edge: Arc,
    /// Where its name goes.
    pub name: Label,
}

/// Neighbouring spots of one fan that a line joins; a missing score starts a new run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Position of the fan.
    pub fan: usize,
    /// Position of the first axis among all axes.
    pub first: usize,
    /// The line.
    pub line: Vec<Point>,
    /// The band of one standard deviation of noise: outwards along the line, and back inside.
    pub band: Vec<Point>,
    /// The part of the hub below the line, from its last axis back to its first.
    pub hub: Arc,
}

/// A chart without its series.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    /// What it is for.
    pub form: Form,
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The middle.
    pub center: Point,
    /// One fan per role.
    pub fans: Vec<Fan>,
    /// Where the names of the levels go, lowest first: in the gap nearest to the bottom.
    pub ring_names: Vec<Point>,
    radius: f64,
    mirrored: bool,
}

/// Lays out a chart for roles with this many capabilities each and this many levels.
/// In scripts that run from right to left it is mirrored.
pub fn lay_out(form: Form, capabilities: &[usize], levels: usize, mirrored: bool) -> Radar {
    let (width, height, radius, middle) = match form {
        Form::Wide => (640.0, 590.0, 200.0, 306.0),
        Form::Narrow => (300.0, 298.0, 116.0, 150.0),
        Form::Hero => (340.0, 330.0, 130.0, 166.0),
    };
    let center = Point { x: width / 2.0, y: middle };
    let mut radar =
        Radar { form, width, height, center, fans: Vec::new(), ring_names: Vec::new(), radius, mirrored };
    let gaps = capabilities.iter().map(|axes| axes + 1).sum::<usize>().max(1);
    let step = 360.0 / gaps as f64;
    let last = levels.saturating_sub(1).max(1) as f64;
    let rings: Vec<f64> = (0..levels).map(|ring| 100.0 * ring as f64 / last).collect();

    let half = capabilities.first().map_or(0.0, |axes| axes.saturating_sub(1) as f64 / 2.0);
    // Two fans face each other left and right, so that the names of the levels have the gap below.
    let first = if capabilities.len() == 2 { 180.0 } else { 270.0 };
    let mut angle = first - half * step;
    let mut quietest = angle - step;
    for axes in capabilities {
        let angles: Vec<f64> = (0..*axes).map(|axis| angle + axis as f64 * step).collect();
        angle += (*axes as f64 + 1.0) * step;
        let gap = angle - step;
        if from_bottom(gap) < from_bottom(quietest) {
            quietest = gap;
        }
        radar.fans.push(radar.fan(&angles, step, &rings));
    }
    radar.ring_names = rings.iter().map(|points| radar.at(quietest, radar.reach(*points))).collect();
    radar
}

/// How far a direction lies from straight down, 0 to 180 degrees.
fn from_bottom(angle: f64) -> f64 {
    let turned = within_a_turn(angle - 90.0);
    turned.min(360.0 - turned)
}

/// The same direction from 0 to 360 degrees.
fn within_a_turn(angle: f64) -> f64 {
    angle - 360.0 * (angle / 360.0).floor()
}

/// Sine and cosine of degrees. The general functions bring tables for angles no drawing has; within half a
/// quarter turn these series are exact to the last digit but one.
#[inline(never)]
fn sin_cos(angle: f64) -> (f64, f64) {
    let quarters = (angle / 90.0 + 0.5).floor();
    let rest = (angle - 90.0 * quarters).to_radians();
    let square = rest * rest;
    let (mut sin, mut cos) = (1.0, 1.0);
    for step in (1..9).rev() {
        let even = f64::from(2 * step);
        cos = 1.0 - cos * square / (even * (even - 1.0));
        sin = 1.0 - sin * square / (even * (even + 1.0));
    }
    sin *= rest;
    match within_a_turn(90.0 * quarters) as u16 {
        0 => (sin, cos),
        90 => (cos, -sin),
        180 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

impl Radar {
    /// Radius of the hub.
    pub fn hub(&self) -> f64 {
        self.radius * HUB
    }

    /// Distance of a score from the centre.
    pub fn reach(&self, points: f64) -> f64 {
        let hub = self.hub();
        hub + (self.radius - hub) * points.clamp(0.0, 100.0) / 100.0
    }

    /// Every axis in fixed order.
    pub fn axes(&self) -> impl Iterator<Item = &Axis> {
        self.fans.iter().flat_map(|fan| &fan.axes)
    }

    /// Where a score lies on an axis.
    pub fn spot(&self, axis: &Axis, points: f64) -> Point {
        self.at(axis.angle, self.reach(points))
    }

    /// A short line across an axis at a score, reaching this far to either side.
    pub fn tick(&self, axis: &Axis, points: f64, half: f64) -> [Point; 2] {
        let (at, foot, rim) = (self.spot(axis, points), axis.foot, axis.rim);
        let length = (rim.x - foot.x).hypot(rim.y - foot.y).max(1.0);
        let (across, down) = (half * (rim.y - foot.y) / length, half * (rim.x - foot.x) / length);
        [Point { x: at.x - across, y: at.y + down }, Point { x: at.x + across, y: at.y - down }]
    }

    /// The lines of a series: any series, be it the latest, the baseline or a target.
    pub fn runs(&self, series: &Series) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut first = 0;
        for (fan, own) in self.fans.iter().enumerate() {
            let mut spots: Vec<(&Axis, Spot)> = Vec::new();
            for (axis, spot) in own.axes.iter().zip(series.iter().skip(first)) {
                match spot {
                    Some(spot) => spots.push((axis, *spot)),
                    None => {
                        runs.extend(self.run(fan, first, &spots));
                        first += spots.len() + 1;
                        spots.clear();
                    }
                }
            }
            runs.extend(self.run(fan, first, &spots));
            first += spots.len();
        }
        runs
    }

    fn run(&self, fan: usize, first: usize, spots: &[(&Axis, Spot)]) -> Option<Run> {
        let (start, end) = (spots.first()?.0, spots.last()?.0);
        let edge = |side: f64| {
            move |(axis, spot): &(&Axis, Spot)| self.spot(axis, spot.points + side * spot.noise_sd)
        };
        Some(Run {
            fan,
            first,
            line: spots.iter().map(edge(0.0)).collect(),
            band: spots.iter().map(edge(1.0)).chain(spots.iter().rev().map(edge(-1.0))).collect(),
            hub: self.arc(end.angle, start.angle, self.hub(), false),
        })
    }

    fn fan(&self, angles: &[f64], step: f64, rings: &[f64]) -> Fan {
        let start = angles.first().copied().unwrap_or_default() - MARGIN * step;
        let end = angles.last().copied().unwrap_or_default() + MARGIN * step;
        let outside = if self.form == Form::Wide { 5.0 } else { 3.0 };
        let axes = angles.iter().map(|angle| Axis {
            angle: *angle,
            foot: self.at(*angle, self.hub()),
            rim: self.at(*angle, self.radius),
            label: labels::axis(self, *angle),
        });
        Fan {
            axes: axes.collect(),
            rings: rings.iter().map(|points| self.arc(start, end, self.reach(*points), true)).collect(),
            edge: self.arc(start, end, self.radius + outside, true),
            name: labels::fan(self, (start + end) / 2.0),
        }
    }

    fn arc(&self, from: f64, to: f64, radius: f64, clockwise: bool) -> Arc {
        let clockwise = clockwise != self.mirrored;
        Arc { from: self.at(from, radius), to: self.at(to, radius), radius, clockwise }
    }

    fn at(&self, angle: f64, distance: f64) -> Point {
        let (sin, cos) = sin_cos(angle);
        let across = if self.mirrored { -cos } else { cos };
        Point { x: self.center.x + distance * across, y: self.center.y + distance * sin }
    }
}
