//! Central or local: five forces, and where things are today (model 4.3 F).

use super::Rules;
use crate::lens::points::mean;

/// Where the forces point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// Central by default.
    Central,
    /// Local by default.
    Local,
    /// Both ways or only weakly: decide capability by capability.
    ByCapability,
}

impl Lean {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Local => "local",
            Self::ByCapability => "by_capability",
        }
    }
}

/// The forces together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Forces {
    /// -100 local to +100 central; `None` where none was judged.
    pub score: Option<f64>,
    /// 0 all point one way, 1 they cancel out; `None` where none points anywhere.
    pub conflict: Option<f64>,
    /// What that comes to.
    pub lean: Option<Lean>,
}

/// Where things are against where the forces point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapReading {
    /// More central.
    MoreCentral,
    /// More local.
    MoreLocal,
    /// Near.
    Near,
}

impl GapReading {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::MoreCentral => "more_central_than_forces",
            Self::MoreLocal => "more_local_than_forces",
            Self::Near => "near",
        }
    }
}

/// The present state against the forces.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ForceGap {
    /// -100 local to +100 central.
    pub state: Option<f64>,
    /// State less forces, in points.
    pub gap: Option<f64>,
    /// What that comes to.
    pub reading: Option<GapReading>,
}

/// Adds up the forces that were judged, each -2 to 2.
pub fn forces(rules: &Rules, judged: &[f64]) -> Forces {
    let usable: Vec<f64> = judged.iter().copied().filter(|own| own.is_finite()).collect();
    let Some(score) = mean(usable.iter().copied()).map(|mean| mean * rules.force_points) else {
        return Forces::default();
    };
    let strength: f64 = usable.iter().map(|own| own.abs()).sum();
    let conflict = (strength > 0.0).then(|| 1.0 - usable.iter().sum::<f64>().abs() / strength);
    let is_mixed = conflict.is_none_or(|conflict| conflict >= rules.conflict_mixed);
    let lean = match score {
        _ if is_mixed || score.abs() < rules.force_strong => Lean::ByCapability,
        _ if score > 0.0 => Lean::Central,
        _ => Lean::Local,
    };
    Forces { score: Some(score), conflict, lean: Some(lean) }
}

/// Holds three judgements of the present state, each -2 to 2, against the forces.
pub fn force_gap(rules: &Rules, score: Option<f64>, state: [Option<f64>; 3]) -> ForceGap {
    let judged = state.into_iter().flatten().filter(|own| own.is_finite());
    let state = mean(judged).map(|mean| mean * rules.force_points);
    let gap = state.zip(score).map(|(state, score)| state - score);
    let reading = gap.map(|gap| match gap {
        _ if gap >= rules.force_gap => GapReading::MoreCentral,
        _ if gap <= -rules.force_gap => GapReading::MoreLocal,
        _ => GapReading::Near,
    });
    ForceGap { state, gap, reading }
}
