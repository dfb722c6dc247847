//! What surrounds the items: the two questions outside the score, messages, fixed moves, the example.

use super::sources;
use crate::document::reader::Reader;
use crate::document::{Code, Tree};
use crate::history::Date;
use crate::survey::{
    Aim, CapabilityId, EffortPart, EffortQuestion, Example, ExampleWave, FixedMove, FixedMoves, ItemId,
    RoleId, Texts,
};
use std::collections::BTreeMap;

/// The field of the instruction, which belongs to no group.
const INSTRUCTION: &str = "answer_instruction";

/// Messages every survey has to bring, by group below `/texts`.
const NEEDED_TEXTS: [(&str, &[&str]); 5] = [
    ("dominance", &["dominant", "pair", "graded", "even", "unknown", "fits_aim", "differs_from_aim"]),
    (
        "zone",
        &[
            "request_driven",
            "strong_delivery_borrowed_direction",
            "clear_direction_thin_delivery",
            "directed_and_delivering",
        ],
    ),
    ("lean", &["direction", "delivery", "balanced"]),
    ("verdict", &["clear_gain", "possible_gain", "no_clear_change", "possible_loss", "clear_loss"]),
    ("reasons", &["R_CONFIDENCE"]),
];

pub(super) fn effort(reader: &Reader) -> EffortQuestion {
    let list = reader.field("parts");
    let parts = list.list();
    let part = |id: &str| {
        let entry = parts.iter().find(|entry| entry.field("id").str() == id);
        match entry {
            Some(entry) => EffortPart { name: entry.field("name").text(), help: entry.field("help").text() },
            None => {
                if matches!(list.tree(), Some(Tree::List(_))) {
                    list.problem(Code::Missing, &["needs a part with the id ", id].concat());
                }
                EffortPart { name: String::new(), help: String::new() }
            }
        }
    };
    EffortQuestion {
        id: reader.field("id").id().to_owned(),
        stem: reader.field("stem").text(),
        parts: [part("unplanned"), part("near"), part("far")],
        constraint: reader.field("constraint").text(),
        wish: reader.field("target").text(),
        evidence: reader.field("evidence").text(),
        sources: sources(reader),
    }
}

pub(super) fn aim(reader: &Reader) -> Aim {
    Aim {
        id: reader.field("id").id().to_owned(),
        stem: reader.field("stem").text(),
        sources: sources(reader),
    }
}

pub(super) fn texts(reader: &Reader) -> Texts {
    let mut messages = BTreeMap::new();
    for (group, entries) in reader.entries() {
        if group != INSTRUCTION {
            for (name, entry) in entries.entries() {
                messages.insert([group, "/", name].concat(), entry.text());
            }
        }
    }
    for (group, names) in NEEDED_TEXTS {
        for name in names {
            // A text that is not there is noted as missing.
            reader.field(group).field(name);
        }
    }
    Texts { answer_instruction: reader.field(INSTRUCTION).text(), messages }
}

/// The moves that belong to no capability.
pub(super) fn fixed_moves(reader: &Reader) -> FixedMoves {
    let read = |name: &str| reader.optional(name).map(|field| fixed_move(&field));
    FixedMoves { make_room: read("make_room"), evidence: read("evidence") }
}

fn fixed_move(reader: &Reader) -> FixedMove {
    FixedMove {
        action: reader.field("do").text(),
        done_when: reader.field("done_when").text(),
        unless: reader.optional("unless").map(|unless| {
            (CapabilityId::new(unless.field("capability").id()), unless.field("at_level").whole(1, 9) as u8)
        }),
    }
}

pub(super) fn example(reader: &Reader) -> Example {
    Example {
        scope: reader.field("scope").text(),
        baseline: example_wave(&reader.field("baseline")),
        latest: example_wave(&reader.field("latest")),
    }
}

fn example_wave(reader: &Reader) -> ExampleWave {
    let ratings = reader.field("answers");
    let aim = reader.field("aim");
    let role = |name: &str| aim.optional(name).map(|field| RoleId::new(field.str()));
    let effort = reader.field("effort_mix");
    let split = |from: &Reader| ["unplanned", "near", "far"].map(|part| from.field(part).number(0.0, 100.0));
    ExampleWave {
        date: date(&reader.field("date")),
        ratings: ratings
            .entries()
            .into_iter()
            .map(|(item, rating)| (ItemId::new(item), rating.whole(0, 9) as u8))
            .collect(),
        effort: split(&effort),
        wish: effort.optional("wish").map(|wish| split(&wish)),
        aims: [role("primary"), role("secondary")],
    }
}

fn date(reader: &Reader) -> String {
    let text = reader.text();
    if !text.is_empty() && Date::parse(&text).is_none() {
        reader.problem(Code::OutOfRange, "needs a date such as 2026-11-21");
    }
    text
}
