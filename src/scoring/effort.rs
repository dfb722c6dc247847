//! How working time is split: a separate reading that changes no score (model 2.6, M1).

use crate::answers::EffortSplit;
use crate::survey::Parameters;

/// A division of working time, read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffortReading {
    /// The three shares in percent, rescaled to 100.
    pub split: EffortSplit,
    /// Share of longer-term work in planned work, percent; none without planned work.
    pub far_share_of_planned: Option<f64>,
    /// Whether the unplanned share reaches the flag.
    pub reactive_flag: bool,
    /// Share of working time that would have to move to meet the own wish, percent.
    pub distance_to_wish: Option<f64>,
}

/// A division of working time, or the sum that shows it is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EffortMix {
    /// It adds up.
    Read(EffortReading),
    /// It does not: the sum of the three numbers.
    DoesNotAddUp(f64),
}

/// Reads a division of working time; sums near 100 are rescaled, others refused.
pub fn effort_mix(parameters: &Parameters, actual: EffortSplit, wish: Option<EffortSplit>) -> EffortMix {
    let sum: f64 = actual.parts().iter().sum();
    let Some(split) = rescaled(parameters, actual) else {
        return EffortMix::DoesNotAddUp(sum);
    };
    let planned = split.near + split.far;
    let wish = wish.and_then(|wish| rescaled(parameters, wish));
    EffortMix::Read(EffortReading {
        split,
        far_share_of_planned: (planned > 0.0).then(|| 100.0 * split.far / planned),
        reactive_flag: split.unplanned >= parameters.reactive_flag,
        distance_to_wish: wish.map(|wish| {
            split.parts().iter().zip(wish.parts()).map(|(a, b)| (a - b).abs()).sum::<f64>() / 2.0
        }),
    })
}

fn rescaled(parameters: &Parameters, split: EffortSplit) -> Option<EffortSplit> {
    let sum: f64 = split.parts().iter().sum();
    let [lowest, highest] = parameters.mix_sum;
    let whole = split.parts().iter().all(|part| *part >= 0.0) && sum >= lowest && sum <= highest;
    whole.then(|| EffortSplit::from(split.parts().map(|part| part * 100.0 / sum)))
}
