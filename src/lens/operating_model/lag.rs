//! Whether the agreed model keeps up with practice (model 4.3 C): a prompt to look closer, never a score.

use super::Rules;
use crate::lens::anchored_mean;

/// Which of the two is ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LagReading {
    /// Practice has moved further.
    ModelLagsPractice,
    /// The model is ahead.
    ModelAheadOfPractice,
    /// About in step.
    InStep,
}

impl LagReading {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::ModelLagsPractice => "model_lags_practice",
            Self::ModelAheadOfPractice => "model_ahead_of_practice",
            Self::InStep => "in_step",
        }
    }
}

/// Shifts against grid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ShiftLag {
    /// Mean of the shifts that were rated, 0 to 100.
    pub shift: Option<f64>,
    /// Shifts less grid, in points.
    pub lag: Option<f64>,
    /// What that comes to.
    pub reading: Option<LagReading>,
}

/// Holds the shifts, each a rating with the ends of its scale, against the grid.
pub fn shift_lag(rules: &Rules, rated: &[(f64, [f64; 2])], grid_overall: Option<f64>) -> ShiftLag {
    let shift = anchored_mean(rated.iter().copied());
    let lag = shift.zip(grid_overall.filter(|grid| grid.is_finite())).map(|(shift, grid)| shift - grid);
    let reading = lag.map(|lag| match lag {
        _ if lag >= rules.lag => LagReading::ModelLagsPractice,
        _ if lag <= -rules.lag => LagReading::ModelAheadOfPractice,
        _ => LagReading::InStep,
    });
    ShiftLag { shift, lag, reading }
}
