//! The lenses: their documents are whole, their files keep everything, and partial answers give partial results.

mod answers;
mod documents;
mod edges;
pub mod files;

use crate::profiles::survey;
use crate::trees::told;
use maturity_radar::document::Tree;
use maturity_radar::document::lens::read;
use maturity_radar::lens::{Lens, LensResults, Value};

/// The four lenses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    DecisionSpeed,
    Martech,
    OperatingModel,
    Abm,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::DecisionSpeed, Self::Martech, Self::OperatingModel, Self::Abm];

    /// The document as it ships.
    pub fn document(self) -> &'static str {
        match self {
            Self::DecisionSpeed => include_str!("../../surveys/three-roles.lens-decision-speed.en.json"),
            Self::Martech => include_str!("../../surveys/three-roles.lens-martech.en.json"),
            Self::OperatingModel => include_str!("../../surveys/three-roles.lens-operating-model.en.json"),
            Self::Abm => include_str!("../../surveys/three-roles.lens-abm.en.json"),
        }
    }
}

/// A lens as it ships.
pub fn lens(kind: Kind) -> Lens {
    read(kind.document(), &survey()).unwrap_or_else(|problems| panic!("{kind:?}: {:?}", told(&problems)))
}

/// A value as it would be entered; none of `null`.
pub fn value(tree: &Tree) -> Option<Value> {
    Some(match tree {
        Tree::Null => return None,
        Tree::Number(value) => Value::Number(*value),
        Tree::Text(text) => Value::text(text),
        Tree::Bool(value) => Value::Flag(*value),
        Tree::List(all) => Value::Many(all.iter().filter_map(value).collect()),
        Tree::Record(_) => panic!("no value: {tree:?}"),
    })
}

fn decision_speed(read: LensResults) -> maturity_radar::lens::decision_speed::Results {
    match read {
        LensResults::DecisionSpeed(read) => read,
        other => panic!("{other:?}"),
    }
}

fn operating_model(read: LensResults) -> maturity_radar::lens::operating_model::Results {
    match read {
        LensResults::OperatingModel(read) => *read,
        other => panic!("{other:?}"),
    }
}
