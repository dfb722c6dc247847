//! Where a platform is run, against where the rule of thumb would put it (model 4.2 A).

use super::{Platform, Rules};
use crate::lens::ElementId;

/// How a placement lies to the suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// As suggested.
    Fits,
    /// Within the tolerance.
    Watch,
    /// More local than suggested.
    TooLocal,
    /// More central than suggested.
    TooCentral,
}

impl Fit {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Watch => "watch",
            Self::TooLocal => "too_local",
            Self::TooCentral => "too_central",
        }
    }
}

/// One platform and where it is run.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The platform.
    pub id: ElementId,
    /// How central it would be by the rule alone, 0 to 100.
    pub centrality: f64,
    /// The suggested placement.
    pub recommended: f64,
    /// The present placement.
    pub current: f64,
    /// Steps from the suggestion, below 0 towards the markets.
    pub gap_steps: f64,
    /// What that comes to.
    pub fit: Fit,
    /// The larger, the sooner it is worth a move; 0 where it fits.
    pub priority: f64,
    /// Whether it is run and used from the centre although it is near the customer.
    pub local_voice_missing: bool,
    /// Whether nobody said how much markets differ, so that the lens's own assumption was taken.
    pub local_difference_assumed: bool,
    /// Whether its owner may sit outside marketing.
    pub beyond_marketing: bool,
}

/// Holds a platform against the suggestion; `None` where `current` is none of the placements.
pub fn placement(
    rules: &Rules,
    platform: &Platform,
    current: f64,
    local_difference: Option<f64>,
) -> Option<Placed> {
    let place_of = |value: f64| rules.placements.iter().position(|own| *own == value);
    let difference = local_difference.filter(|difference| difference.is_finite());
    let shift = difference.unwrap_or(rules.local_difference_default) - rules.local_difference_default;
    let centrality = (100.0 * platform.phi - rules.local_difference_points * shift).clamp(0.0, 100.0);
    let mut nearest: Option<f64> = None;
    for own in &rules.placements {
        // Ties go to the more local one, which comes first.
        if nearest.is_none_or(|best| (own - centrality).abs() < (best - centrality).abs()) {
            nearest = Some(*own);
        }
    }
    let recommended = nearest?.max(platform.floor);
    let steps = |value: f64| place_of(value).map(|place| place as f64);
    let gap_steps = steps(current)? - steps(recommended)?;
    let fit = match gap_steps {
        _ if gap_steps == 0.0 => Fit::Fits,
        _ if gap_steps.abs() <= rules.tolerance => Fit::Watch,
        _ if gap_steps < 0.0 => Fit::TooLocal,
        _ => Fit::TooCentral,
    };
    // Foundation first where something is too local, the customer first where it is too central.
    let factor = if gap_steps < 0.0 {
        rules.too_local_factor + platform.phi
    } else {
        rules.too_central_factor - platform.phi
    };
    Some(Placed {
        id: platform.id.clone(),
        centrality,
        recommended,
        current,
        gap_steps,
        fit,
        priority: gap_steps.abs() * factor,
        local_voice_missing: rules.placements.last() == Some(&current)
            && platform.phi < rules.local_voice_phi,
        local_difference_assumed: difference.is_none(),
        beyond_marketing: platform.beyond_marketing,
    })
}
