//! Blueprints of local teams by size of market (model 4.3 G).

use super::Rules;
use crate::lens::points::share;

/// Who does a piece of work for a market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Nobody.
    Nobody,
    /// Global.
    Global,
    /// Shared with global.
    Shared,
    /// The local team.
    Local,
}

impl Place {
    /// The place of this code.
    pub fn of(code: &str) -> Option<Self> {
        match code {
            "L" => Some(Self::Local),
            "S" => Some(Self::Shared),
            "G" => Some(Self::Global),
            "nobody" => Some(Self::Nobody),
            _ => None,
        }
    }
}

/// How large a market is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A full team of its own.
    Major,
    /// Few specialists.
    Mid,
    /// A coordinator.
    Small,
}

impl Size {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Mid => "mid",
            Self::Small => "small",
        }
    }
}

/// A market as it was entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Market {
    /// What it is called.
    pub name: String,
    /// Its share of revenue, 0 to 100.
    pub share: Option<f64>,
    /// How it is served.
    pub kind: Option<String>,
    /// Who does what, by capability.
    pub now: Vec<(String, Place)>,
}

/// A market against its blueprint.
#[derive(Clone, Debug, PartialEq)]
pub struct MarketFit {
    /// What it is called.
    pub name: String,
    /// Its blueprint; `None` where share or kind is missing.
    pub blueprint: Option<Size>,
    /// Share of the answered capabilities that are as in the blueprint, in percent.
    pub matching: Option<f64>,
    /// Done more locally than in the blueprint; worth asking whether work is done twice.
    pub heavier: Vec<String>,
    /// Done less locally.
    pub thinner: Vec<String>,
    /// Done by nobody.
    pub nobody: Vec<String>,
}

/// The blueprint of a market. `limits` are the shares from which on it is major and mid-sized.
pub fn blueprint(rules: &Rules, limits: [f64; 2], share: Option<f64>, kind: Option<&str>) -> Option<Size> {
    if rules.small_kinds.iter().any(|own| Some(own.as_str()) == kind) {
        return Some(Size::Small);
    }
    kind?;
    let share = share.filter(|share| (0.0..=100.0).contains(share))?;
    let [major, mid] = limits;
    Some(match share {
        _ if share >= major => Size::Major,
        _ if share >= mid => Size::Mid,
        _ => Size::Small,
    })
}

/// Holds a market against its blueprint.
pub fn market_fit(rules: &Rules, limits: [f64; 2], market: &Market) -> MarketFit {
    let size = blueprint(rules, limits, market.share, market.kind.as_deref());
    let mut read = MarketFit {
        name: market.name.clone(),
        blueprint: size,
        matching: None,
        heavier: Vec::new(),
        thinner: Vec::new(),
        nobody: Vec::new(),
    };
    let (mut alike, mut answered) = (0.0, 0.0);
    for (capability, [major, mid, small]) in &rules.local {
        let known = market.now.iter().find(|(id, _)| id == capability.as_str()).map(|(_, place)| *place);
        let Some(now) = known else { continue };
        let id = capability.as_str().to_owned();
        if now == Place::Nobody {
            read.nobody.push(id.clone());
        }
        let Some(size) = size else { continue };
        let expected = match size {
            Size::Major => *major,
            Size::Mid => *mid,
            Size::Small => *small,
        };
        answered += 1.0;
        match now {
            Place::Nobody => {}
            _ if now == expected => alike += 1.0,
            _ if now > expected => read.heavier.push(id),
            _ => read.thinner.push(id),
        }
    }
    read.matching = share(alike, answered);
    read
}
