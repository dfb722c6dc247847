//! Bridges between versions of a survey: what an answer to a former question says about one of today (model 6).

use super::{ItemId, Survey};

/// An item as it was meant in some version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Which item; it need not be asked any more.
    pub item: ItemId,
    /// Its `meaning_rev`.
    pub rev: u32,
}

/// How two meanings relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// An answer to one is an answer to the other.
    Same,
    /// An answer to one can be read as an answer to the other, after mapping; whoever compares says so.
    Close,
    /// They cannot be compared.
    Different,
}

impl Relation {
    /// Every relation with its name in survey documents.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::Same, "same"), (Self::Close, "close"), (Self::Different, "different")];
}

/// What one former meaning has become.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// The former meaning.
    pub from: Meaning,
    /// The meaning of an item that is asked today.
    pub to: Meaning,
    /// How they relate.
    pub relation: Relation,
    /// The anchor of today for each former anchor, lowest first; empty where none is needed.
    pub map: Vec<u8>,
    /// Why, in words for readers of a comparison.
    pub reason: String,
}

#[cfg(feature = "results")]
impl Survey {
    /// Every bridge.
    pub fn bridges(&self) -> &[Bridge] {
        &self.bridges
    }

    /// The meaning an item has: that of today, or of one that is asked no more, the first that a bridge names.
    pub fn meaning_rev(&self, id: &ItemId) -> Option<u32> {
        let former = || self.bridges.iter().find(|own| own.from.item == *id).map(|own| own.from.rev);
        self.place(id).map(|place| place.item.meaning_rev).or_else(former)
    }

    /// Every item that is asked no more and that a bridge starts from, once.
    pub fn former_items(&self) -> impl Iterator<Item = &Meaning> {
        let starts = self.bridges.iter().enumerate();
        let first = |(at, own): &(usize, &Bridge)| {
            !self.bridges.iter().take(*at).any(|other| other.from.item == own.from.item)
        };
        starts.filter(first).map(|(_, own)| &own.from).filter(|from| self.place(&from.item).is_none())
    }
}

#[cfg(not(feature = "results"))]
impl Survey {
    /// None: the small program compares nothing.
    pub fn bridges(&self) -> &[Bridge] {
        &[]
    }

    /// The meaning an item has.
    pub fn meaning_rev(&self, id: &ItemId) -> Option<u32> {
        self.place(id).map(|place| place.item.meaning_rev)
    }
}
