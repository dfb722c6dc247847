//! What surrounds the items: the two questions outside the score, messages, fixed moves, the example.

use super::sources;
use crate::document::Code;
use crate::document::reader::Reader;
use crate::history::Date;
use crate::survey::{
    Aim, CapabilityId, EffortPart, EffortQuestion, Example, ExampleWave, FixedMove, FixedMoves, ItemId,
    RoleId, Texts,
};

/// The kinds of working time.
pub(in crate::document) const PARTS: [&str; 3] = ["unplanned", "near", "far"];

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

pub(super) fn effort(reader: Reader) -> EffortQuestion {
    EffortQuestion {
        id: reader.id("id").to_owned(),
        stem: reader.text("stem"),
        parts: PARTS.map(|part| effort_part(reader.field("parts"), part)),
        constraint: reader.text("constraint"),
        wish: reader.text("target"),
        evidence: reader.text("evidence"),
        sources: sources(reader),
    }
}

fn effort_part(list: Reader, id: &str) -> EffortPart {
    match list.items().by_id(id) {
        Some(entry) => EffortPart { name: entry.text("name"), help: entry.text("help") },
        None => {
            if list.is_list() {
                list.problem(Code::Missing, &["needs a part with the id ", id].concat());
            }
            EffortPart { name: String::new(), help: String::new() }
        }
    }
}

pub(super) fn aim(reader: Reader) -> Aim {
    Aim { id: reader.id("id").to_owned(), stem: reader.text("stem"), sources: sources(reader) }
}

pub(super) fn texts(reader: Reader) -> Texts {
    let mut messages = Vec::new();
    for (group, entries) in reader.entries() {
        if group != INSTRUCTION {
            for (name, entry) in entries.entries() {
                messages.push(([group, "/", name].concat(), entry.filled()));
            }
        }
    }
    for (group, names) in NEEDED_TEXTS {
        for name in names {
            // A text that is not there is noted as missing.
            reader.field(group).field(name);
        }
    }
    Texts { answer_instruction: reader.text(INSTRUCTION), messages }
}

/// The moves that belong to no capability.
pub(super) fn fixed_moves(reader: Reader) -> FixedMoves {
    FixedMoves { make_room: fixed_move(reader, "make_room"), evidence: fixed_move(reader, "evidence") }
}

#[inline(never)]
fn fixed_move(moves: Reader, name: &str) -> Option<FixedMove> {
    let reader = moves.optional(name)?;
    Some(FixedMove {
        action: reader.text("do"),
        done_when: reader.text("done_when"),
        unless: reader
            .optional("unless")
            .map(|unless| (CapabilityId::new(unless.id("capability")), unless.whole("at_level", 1, 9) as u8)),
    })
}

pub(super) fn example(reader: Reader) -> Example {
    Example {
        scope: reader.text("scope"),
        baseline: example_wave(reader.field("baseline")),
        latest: example_wave(reader.field("latest")),
    }
}

#[inline(never)]
fn example_wave(reader: Reader) -> ExampleWave {
    let mut ratings = Vec::new();
    for (item, rating) in reader.field("answers").entries() {
        ratings.push((ItemId::new(item), rating.as_whole(0, 9) as u8));
    }
    let aim = reader.field("aim");
    let effort = reader.field("effort_mix");
    ExampleWave {
        date: date(reader.field("date")),
        ratings,
        effort: split(effort),
        wish: effort.optional("wish").map(split),
        aims: ["primary", "secondary"].map(|name| aim.optional(name).map(|field| RoleId::new(field.str()))),
    }
}

/// The three shares of a division of working time.
#[inline(never)]
pub(in crate::document) fn split(reader: Reader) -> [f64; 3] {
    PARTS.map(|part| reader.number(part, 0, 100))
}

fn date(reader: Reader) -> String {
    let text = reader.filled();
    if !text.is_empty() && Date::parse(&text).is_none() {
        reader.problem(Code::OutOfRange, "needs a date such as 2026-11-21");
    }
    text
}
