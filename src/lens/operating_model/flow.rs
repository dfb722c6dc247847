//! From request to result: how much of the time somebody works on it (model 4.3 E).

use crate::lens::points::share;

/// Days of one typical deliverable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// From start to finish.
    pub elapsed_days: f64,
    /// Share of that time in which somebody works on it, in percent; `None` of no time at all.
    pub flow_efficiency: Option<f64>,
    /// From start to finish with half the handovers.
    pub days_if_halved: f64,
}

/// Reads days of work, handovers, and the mean wait at each; `None` unless all three are usable.
pub fn flow(touch_days: Option<f64>, handovers: Option<f64>, wait_days: Option<f64>) -> Option<Flow> {
    let usable = |value: Option<f64>| value.filter(|value| value.is_finite() && *value >= 0.0);
    let (touch, handovers) = (usable(touch_days)?, usable(handovers)?);
    // Without a handover nothing waits for one.
    let waits = if handovers == 0.0 { 0.0 } else { handovers * usable(wait_days)? };
    let elapsed_days = touch + waits;
    Some(Flow {
        elapsed_days,
        flow_efficiency: share(touch, elapsed_days),
        days_if_halved: touch + waits / 2.0,
    })
}
