//! How much model is needed (model 4.3 A).

use super::Rules;

/// How much of the lens is worth answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// One page will do.
    OnePage,
    /// The grid.
    Core,
    /// Every part.
    Full,
}

impl Depth {
    /// All of them with their names, from the least to the most.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::OnePage, "one_page"), (Self::Core, "core"), (Self::Full, "full")];

    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(own, _)| *own == self).map_or("", |(_, name)| name)
    }
}

/// How complex the setting is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Complexity {
    /// Points of what was answered.
    pub points: Option<f64>,
    /// How much model that needs; `None` until all four are answered, or the known ones alone decide.
    pub depth: Option<Depth>,
}

/// The points of a count, 0 to 2, by the lower bounds of its bands.
pub fn band_points(count: f64, bounds: [f64; 2]) -> f64 {
    bounds.iter().filter(|bound| count >= **bound).count() as f64
}

/// Adds up points, each 0 to 2 or not answered.
pub fn complexity(rules: &Rules, points: &[Option<f64>]) -> Complexity {
    const MOST: f64 = 2.0;
    let known: Vec<f64> =
        points.iter().filter_map(|own| own.filter(|own| (0.0..=MOST).contains(own))).collect();
    if known.is_empty() {
        return Complexity::default();
    }
    let sum: f64 = known.iter().sum();
    let depth = |points: f64| rules.depths.iter().find(|(_, top)| points <= *top).map(|(depth, _)| *depth);
    let at_most = sum + MOST * (points.len() - known.len()) as f64;
    Complexity { points: Some(sum), depth: depth(sum).filter(|own| depth(at_most) == Some(*own)) }
}
