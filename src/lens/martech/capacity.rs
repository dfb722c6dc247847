//! Which initiatives the core team can serve with the time set aside (model 4.2 E).

use super::Rules;
use crate::lens::lowest_first;

/// Sums of tenths are compared with this much allowance.
const ROUNDING: f64 = 1e-9;

/// An initiative as it was entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demand {
    /// What it is called.
    pub name: String,
    /// Full-time people it needs.
    pub fte: Option<f64>,
    /// 1 comes first; those without one follow in the order in which they were entered.
    pub priority: Option<f64>,
}

/// An initiative that says how much it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// What it is called.
    pub name: String,
    /// Full-time people it needs.
    pub fte: f64,
    /// Whether it can be served now; never where the time set aside is not known.
    pub fits_now: bool,
}

/// How demand lies to capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// The time set aside is enough.
    Fits,
    /// Beyond it by up to half.
    Stretched,
    /// Beyond that.
    Overloaded,
    /// No time is set aside.
    NoReserve,
}

impl Load {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Stretched => "stretched",
            Self::Overloaded => "overloaded",
            Self::NoReserve => "no_reserve",
        }
    }
}

/// Time and what asks for it, in full-time people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capacity {
    /// Time set aside; `None` where it is not known.
    pub capacity: Option<f64>,
    /// What is asked for; `None` where no initiative says how much.
    pub demand: Option<f64>,
    /// Demand by capacity.
    pub ratio: Option<f64>,
    /// What that comes to.
    pub load: Option<Load>,
    /// Initiatives that can be served now, by priority.
    pub fits_now: Vec<String>,
    /// Initiatives that have to wait, by priority.
    pub deferred: Vec<String>,
    /// All of them, by priority.
    pub initiatives: Vec<Initiative>,
}

/// Reads the time for local initiatives. Those that do not say how much they need are left out.
pub fn capacity(
    rules: &Rules,
    core_fte: Option<f64>,
    reserve_pct: Option<f64>,
    demands: &[Demand],
) -> Capacity {
    let usable = |value: Option<f64>| value.filter(|value| value.is_finite() && *value >= 0.0);
    let mut asked: Vec<(&Demand, f64)> =
        demands.iter().filter_map(|own| Some((own, usable(own.fte)?))).collect();
    lowest_first(&mut asked, |(own, _)| usable(own.priority).unwrap_or(f64::INFINITY));
    let capacity = usable(core_fte).zip(usable(reserve_pct)).map(|(core, share)| core * share / 100.0);
    // Next to nothing is nothing: no figure has a meaning beside it.
    let capacity = capacity.map(|own| if own > ROUNDING { own } else { 0.0 });
    let demand = asked.iter().map(|(_, fte)| *fte).reduce(|sum, fte| sum + fte);
    let ratio = demand.zip(capacity.filter(|own| *own > 0.0)).map(|(demand, own)| demand / own);
    let load = match (capacity, ratio) {
        (Some(0.0), _) => Some(Load::NoReserve),
        (_, Some(ratio)) if ratio <= rules.fits_ratio + ROUNDING => Some(Load::Fits),
        (_, Some(ratio)) if ratio <= rules.stretched_ratio + ROUNDING => Some(Load::Stretched),
        (_, Some(_)) => Some(Load::Overloaded),
        _ => None,
    };
    let mut read = Capacity { capacity, demand, ratio, load, ..Capacity::default() };
    let mut left = capacity;
    for (own, fte) in asked {
        let mut fits_now = false;
        if let Some(left) = &mut left {
            fits_now = fte <= *left + ROUNDING;
            if fits_now {
                *left -= fte;
            }
            let group = if fits_now { &mut read.fits_now } else { &mut read.deferred };
            group.push(own.name.clone());
        }
        read.initiatives.push(Initiative { name: own.name.clone(), fte, fits_now });
    }
    read
}
