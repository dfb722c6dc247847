//! Bridges from former meanings of items to those of today (model 6).

use crate::document::Code;
use crate::document::reader::Reader;
use crate::survey::{Bridge, ItemId, Meaning, Relation, Survey};

/// One bridge; `scale` is the lowest and highest rating.
pub(super) fn bridge(reader: Reader, scale: [u8; 2]) -> Bridge {
    let relation = relation(reader.field("relation"));
    let map = match reader.optional("map") {
        Some(field) => map(field, scale),
        None => {
            if relation == Relation::Close {
                reader.field("map").items();
            }
            Vec::new()
        }
    };
    let (from, to) = (meaning(reader.field("from")), meaning(reader.field("to")));
    Bridge { from, to, relation, map, reason: reader.text("reason") }
}

fn meaning(reader: Reader) -> Meaning {
    Meaning { item: ItemId::new(reader.id("id")), rev: reader.whole("meaning_rev", 1, 9999) }
}

fn relation(field: Reader) -> Relation {
    let found = Relation::NAMES.iter().find(|(_, name)| *name == field.str());
    if found.is_none() && field.is_text() {
        field.problem(Code::OutOfRange, "needs same, close or different");
    }
    found.map_or(Relation::Different, |(relation, _)| *relation)
}

fn map(field: Reader, [lowest, highest]: [u8; 2]) -> Vec<u8> {
    let entries = field.items();
    if field.is_list() && entries.len() != usize::from(highest.saturating_sub(lowest)) + 1 {
        field.problem(Code::OutOfRange, "needs one entry for each value of the scale, lowest first");
    }
    entries.read(|entry| entry.as_whole(u32::from(lowest), u32::from(highest)) as u8)
}

/// Notes bridges that lead nowhere, stay where they are or stand twice.
pub(super) fn check(root: Reader, survey: &Survey) {
    let own = &survey.bridges;
    for ((at, bridge), reader) in own.iter().enumerate().zip(root.optional_list("bridges")) {
        let Bridge { from, to, .. } = bridge;
        let target = survey.place(&to.item).map(|place| place.item.meaning_rev);
        if target.is_none() {
            reader.field("to").field("id").problem(Code::UnknownReference, "no item has this id");
        } else if target != Some(to.rev) {
            let problem = "needs the meaning that the item has now";
            reader.field("to").field("meaning_rev").problem(Code::UnknownReference, problem);
        }
        if from == to {
            reader.field("from").problem(Code::OutOfRange, "needs another meaning than the one it leads to");
        }
        if own.iter().take(at).any(|other| other.from == *from && other.to == *to) {
            reader.field("from").problem(Code::DuplicateId, "this bridge stands twice");
        }
    }
}
