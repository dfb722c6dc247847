//! The instrument: what is asked, in which words, and with which thresholds.
//!
//! A [`Survey`] is built from a survey document and from nothing else, so no role, question or number of
//! the model is named in this code. It is complete and consistent by construction: whoever holds one need
//! not check again that a level, an anchor or a source exists.

mod bridge;
mod by_id;
mod instrument;
mod order;
mod parameters;

pub use bridge::{Bridge, Meaning, Relation};
pub use by_id::ById;
pub use instrument::{
    Aim, Anchor, Capability, EffortPart, EffortQuestion, Example, ExampleWave, Facet, FixedMove, FixedMoves,
    Intro, Item, Level, NextStep, Role, Source, SourceRef, Texts,
};
pub use order::{Capabilities, Items, Place, Places};
#[cfg(feature = "results")]
pub use parameters::{Ambition, PlanParameters, TeamParameters};
pub use parameters::{Basis, ConfidenceBar, Importance, Parameters, QualityPrompts, ZScores};

use std::fmt;
use std::rc::Rc;

/// Declares a permanent identifier: lower case, dotted, never derived from a position (model 6).
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Wraps the text of an identifier as it stands in a document.
            pub fn new(text: &str) -> Self {
                Self(shared(text))
            }

            /// The identifier as it stands in documents.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names a role for good.
    RoleId
);
id!(
    /// Names a capability for good.
    CapabilityId
);
id!(
    /// Names an item, which is one question, for good.
    ItemId
);

/// A text that is shared by everything that names it.
#[inline(never)]
fn shared(text: &str) -> Rc<str> {
    text.into()
}

/// A lens that belongs to a survey (model 4).
#[cfg(feature = "results")]
#[derive(Clone, Debug, PartialEq)]
pub struct LensLink {
    /// The lens.
    pub id: String,
    /// Name of its document, beside that of the survey.
    pub document: String,
}

/// The whole instrument in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// Permanent name of the instrument; answers are only ever compared within one.
    pub id: String,
    /// Version of the content.
    pub version: String,
    /// Version of the scoring rules; all waves shown together are scored with this one.
    pub scoring_version: String,
    /// Where the instrument stands in its own validation, in words.
    pub status: String,
    /// BCP 47 tag of the language of every text below.
    pub lang: String,
    /// What the first screen says.
    pub intro: Intro,
    /// The documents the instrument rests on.
    pub sources: Vec<Source>,
    /// Rating of the lowest anchor.
    pub scale_min: u8,
    /// Rating of the highest anchor.
    pub scale_max: u8,
    /// The levels, lowest first; never empty.
    pub levels: Vec<Level>,
    /// Direction and delivery in the words of this survey, in this order.
    pub facets: [(Facet, String, String); 2],
    /// The roles in the order that never changes.
    pub roles: Vec<Role>,
    /// The division of working time (model 1.4, M1).
    pub effort: EffortQuestion,
    /// The role needed most (model 1.4, M2).
    pub aim: Aim,
    /// Thresholds and assumptions, each with its basis.
    pub parameters: Parameters,
    /// Messages with named placeholders.
    pub texts: Texts,
    /// Moves that belong to no capability.
    pub fixed_moves: FixedMoves,
    /// Answers to show as an example, never stored.
    pub example: Option<Example>,
    /// Closer looks that belong to it, each a document of its own.
    #[cfg(feature = "results")]
    pub lenses: Vec<LensLink>,
    /// How former meanings of items relate to those of today.
    #[cfg(feature = "results")]
    pub bridges: Vec<Bridge>,
}

impl Survey {
    /// Every capability in fixed order.
    pub fn capabilities(&self) -> Capabilities<'_> {
        Capabilities::of(self)
    }

    /// Every item in the order in which it is asked.
    pub fn items(&self) -> Items<'_> {
        Items(self.places())
    }

    /// Every item together with where it belongs, in the order in which it is asked.
    pub fn places(&self) -> Places<'_> {
        Places::of(self)
    }

    /// How many items are asked.
    pub fn item_count(&self) -> usize {
        self.items().count()
    }

    /// The role of this name.
    #[inline(never)]
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// The capability of this name.
    #[inline(never)]
    pub fn capability(&self, id: &CapabilityId) -> Option<&Capability> {
        self.capabilities().find(|capability| capability.id == *id)
    }

    /// The item of this name, together with where it belongs.
    #[inline(never)]
    pub fn place(&self, id: &ItemId) -> Option<Place<'_>> {
        self.places().find(|place| place.item.id == *id)
    }

    /// The document a reference points at.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Points of a rating: 0 for the lowest anchor to 100 for the highest (model 2.1).
    pub fn points(&self, rating: f64) -> f64 {
        (rating - f64::from(self.scale_min)) * self.points_per_step()
    }

    /// Points between two neighbouring anchors.
    pub fn points_per_step(&self) -> f64 {
        100.0 / f64::from(self.scale_max.saturating_sub(self.scale_min).max(1))
    }
}
