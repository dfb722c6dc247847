//! Whether the more foundational platforms are run more centrally (model 4.2 A).

use super::Platform;
use crate::lens::ElementId;
use crate::lens::lowest_first;
use crate::lens::points::share;

/// The pattern of the stack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pattern {
    /// Pairs of platforms of which one is more foundational.
    pub pairs: usize,
    /// 100: foundation always more central; 50: all alike; near 0: upside down. `None` without pairs.
    pub index: Option<f64>,
    /// The more foundational and the nearer platform of each pair that is upside down, widest first.
    pub violations: Vec<[ElementId; 2]>,
}

/// Reads the pattern from platforms with their present placements.
pub fn pattern(current: &[(&Platform, f64)]) -> Pattern {
    let mut read = Pattern::default();
    let mut kept = 0.0;
    let mut upside_down: Vec<(f64, [ElementId; 2])> = Vec::new();
    for (place, (first, of_first)) in current.iter().enumerate() {
        for (second, of_second) in current.iter().skip(place + 1) {
            let ([foundation, nearer], lead) = if first.phi > second.phi {
                ([first, second], of_first - of_second)
            } else {
                ([second, first], of_second - of_first)
            };
            // Of two equally foundational ones neither has to be more central.
            if foundation.phi == nearer.phi {
                continue;
            }
            read.pairs += 1;
            if lead < 0.0 {
                upside_down.push((lead, [foundation.id.clone(), nearer.id.clone()]));
            } else {
                kept += if lead > 0.0 { 1.0 } else { 0.5 };
            }
        }
    }
    lowest_first(&mut upside_down, |own| own.0);
    read.index = share(kept, read.pairs as f64);
    read.violations = upside_down.into_iter().map(|(_, pair)| pair).collect();
    read
}
