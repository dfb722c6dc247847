//! The level of a score, and the neighbour it might as well have (model 2.4).

use super::ROUNDING;
use crate::survey::Level;

/// A level and, within one standard deviation of a cut, its neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelReading {
    /// Number of the level.
    pub level: u8,
    /// Number of the level on the other side of the cut.
    pub near: Option<u8>,
}

/// The level of a score from 0 to 100; ties go down.
pub fn level_of(levels: &[Level], points: f64) -> u8 {
    let reached = levels.iter().find(|level| points <= level.to_inclusive + ROUNDING);
    reached.or(levels.last()).map_or(1, |level| level.number)
}

/// The level of a score, with the neighbouring level where the nearest cut lies within `noise_sd` points.
pub fn near_level(levels: &[Level], points: f64, noise_sd: f64) -> LevelReading {
    let level = level_of(levels, points);
    let (mut near, mut nearest) = (None, noise_sd + ROUNDING);
    for (below, above) in levels.iter().zip(levels.iter().skip(1)) {
        let distance = (points - below.to_inclusive).abs();
        if distance < nearest || (near.is_none() && distance <= nearest) {
            nearest = distance;
            near = Some(if below.number == level { above.number } else { below.number });
        }
    }
    LevelReading { level, near }
}
