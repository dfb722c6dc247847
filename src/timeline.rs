//! Geometry of a timeline: one score through all waves, as numbers for whoever paints them.
//!
//! Places are shares of the drawing in percent, so that it takes any width while its marks keep their size.
//! Time runs to scale; a missing score leaves a gap. In scripts that run from right to left time does too.

use crate::radar::{Point, Spot};

/// Where the first wave stands; the mark of the baseline needs a little room beside it.
const START: f64 = 2.0;
/// Where the latest wave stands; the tick of a target lies behind it.
const END: f64 = 94.0;
/// Where the tick of a target begins; it ends at the edge.
const TICK: f64 = 92.0;
/// Height of 100 points.
const TOP: f64 = 6.0;
/// Height of 0 points.
const BOTTOM: f64 = 94.0;
/// Dots closer than this would run into each other.
const APART: f64 = 4.0;

/// What a timeline shows.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Day of each wave, earliest first, counted from any day.
    pub days: &'a [i32],
    /// Points of each wave, 0 to 100; `None` without a score.
    pub points: &'a [Option<f64>],
    /// The baseline with its noise.
    pub base: Option<Spot>,
    /// Points of the own target.
    pub target: Option<f64>,
    /// How many levels the survey has.
    pub levels: usize,
    /// Whether time runs from right to left.
    pub mirrored: bool,
}

/// A band across the whole width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Its upper edge.
    pub top: f64,
    /// How far it reaches down from there.
    pub height: f64,
}

/// A short line at one height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its height.
    pub y: f64,
    /// Its left end.
    pub from: f64,
    /// Its right end.
    pub to: f64,
}

/// Where everything goes, in percent of width and height.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Lines through neighbouring scores; a missing score ends one.
    pub runs: Vec<Vec<Point>>,
    /// Scores between the first and the latest wave that have room for a dot, and those no line would show.
    pub dots: Vec<Point>,
    /// The score of the baseline, where there are later waves.
    pub first: Option<Point>,
    /// The score of the latest wave.
    pub latest: Option<Point>,
    /// Height of the baseline.
    pub base: Option<f64>,
    /// One standard deviation of noise around the baseline, within 0 to 100 points.
    pub noise: Option<Band>,
    /// The own target.
    pub target: Option<Tick>,
    /// Height of each level, lowest first, as the rings of the radar stand.
    pub levels: Vec<f64>,
}

/// Lays out a timeline.
pub fn lay_out(given: &Given) -> Timeline {
    let turned = |x: f64| if given.mirrored { 100.0 - x } else { x };
    let places = places(given.days);
    let all: Vec<Option<Point>> = places
        .iter()
        .zip(given.points)
        .map(|(x, points)| points.map(|points| Point { x: turned(*x), y: height(points) }))
        .collect();
    let last_level = given.levels.saturating_sub(1).max(1) as f64;
    let noise = |base: Spot| {
        let top = height(base.points + base.noise_sd);
        Band { top, height: height(base.points - base.noise_sd) - top }
    };
    let [from, to] = if given.mirrored { [0.0, turned(TICK)] } else { [TICK, 100.0] };
    Timeline {
        runs: runs(&all),
        dots: dots(&all),
        first: if all.len() > 1 { all.first().copied().flatten() } else { None },
        latest: all.last().copied().flatten(),
        base: given.base.map(|base| height(base.points)),
        noise: given.base.map(noise),
        target: given.target.map(|points| Tick { y: height(points), from, to }),
        levels: (0..given.levels).map(|level| height(100.0 * level as f64 / last_level)).collect(),
    }
}

/// How far down a score lies.
fn height(points: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * points.clamp(0.0, 100.0) / 100.0
}

/// Where each wave stands in time. Waves of one single day stand side by side in their order.
fn places(days: &[i32]) -> Vec<f64> {
    let (first, last) = (days.first().copied().unwrap_or(0), days.last().copied().unwrap_or(0));
    let steps = days.len().saturating_sub(1);
    let mut places = Vec::new();
    for (at, day) in days.iter().enumerate() {
        let share = match (steps, last > first) {
            (0, _) => 1.0,
            (_, true) => f64::from(day - first) / f64::from(last - first),
            (_, false) => at as f64 / steps as f64,
        };
        places.push(START + (END - START) * share);
    }
    places
}

fn runs(all: &[Option<Point>]) -> Vec<Vec<Point>> {
    let parts = all.split(Option::is_none).filter(|run| run.len() > 1);
    parts.map(|run| run.iter().flatten().copied().collect()).collect()
}

fn dots(all: &[Option<Point>]) -> Vec<Point> {
    let last = all.len().saturating_sub(1);
    let at = |at: usize| all.get(at).copied().flatten();
    let latest = at(last);
    let mut taken = at(0);
    let mut dots = Vec::new();
    for (index, own) in all.iter().enumerate().take(last).skip(1) {
        let Some(own) = own else { continue };
        let is_clear = |other: Option<Point>| other.is_none_or(|other| (own.x - other.x).abs() >= APART);
        let alone = at(index - 1).is_none() && at(index + 1).is_none();
        if alone || (is_clear(taken) && is_clear(latest)) {
            dots.push(*own);
            taken = Some(*own);
        }
    }
    dots
}
