//! Two leaders of local marketers: who decides what (model 4.3 I). The split is one proposal, and no norm.

use super::Rules;
use crate::lens::points::share;

/// Who decides today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The central marketing leader.
    Central,
    /// The local leader of daily work.
    Local,
    /// Both.
    Both,
    /// Nobody.
    Nobody,
}

impl Holder {
    /// The holder of this name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "central" => Some(Self::Central),
            "local" => Some(Self::Local),
            "both" => Some(Self::Both),
            "nobody" => Some(Self::Nobody),
            _ => None,
        }
    }
}

/// How a right lies to the split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RightState {
    /// As in the split.
    AsSplit,
    /// Decided by both.
    Contested,
    /// Decided by nobody.
    Orphaned,
    /// Decided by the other side.
    Inverted,
}

impl RightState {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsSplit => "as_split",
            Self::Contested => "contested",
            Self::Orphaned => "orphaned",
            Self::Inverted => "inverted",
        }
    }
}

/// The rights that were answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Helix {
    /// Each with its state, in the order of the lens.
    pub rights: Vec<(String, RightState)>,
    /// Share as in the split, in percent.
    pub matching: Option<f64>,
}

impl Helix {
    /// The rights of this state.
    pub fn of_state(&self, state: RightState) -> Vec<&str> {
        self.rights.iter().filter(|(_, own)| *own == state).map(|(id, _)| id.as_str()).collect()
    }
}

/// Holds who decides against the split.
pub fn helix(rules: &Rules, held: &[(String, Holder)]) -> Helix {
    let mut rights = Vec::new();
    for (id, is_central) in &rules.helix {
        let holder = held.iter().find(|(own, _)| own == id.as_str()).map(|(_, holder)| *holder);
        let state = match holder {
            None => continue,
            Some(Holder::Both) => RightState::Contested,
            Some(Holder::Nobody) => RightState::Orphaned,
            Some(holder) if (holder == Holder::Central) == *is_central => RightState::AsSplit,
            Some(_) => RightState::Inverted,
        };
        rights.push((id.as_str().to_owned(), state));
    }
    let as_split = rights.iter().filter(|(_, state)| *state == RightState::AsSplit).count();
    Helix { matching: share(as_split as f64, rights.len() as f64), rights }
}
