//! Thresholds, conditions and structures of ABM structure fit (model 4.4).

use super::elements;
use super::parts::basis_mark;
use crate::document::Code;
use crate::document::reader::Reader;
use crate::document::survey::sources;
use crate::lens::ElementId;
use crate::lens::abm::{Modifier, Rules, Structure, Weight};

/// What `kind` says.
pub(super) const KIND: &str = "abm";

/// Texts that results cannot do without, by group.
pub(super) const TEXTS: &[(&str, &[&str])] = &[
    (
        "results",
        &[
            "score",
            "lead_account_index",
            "fit",
            "disruption",
            "evidence",
            "choice",
            "close",
            "support",
            "nearest",
            "gate_open",
            "gate_closed",
            "pro",
            "con",
            "missing",
        ],
    ),
    ("findings", &["strategy_first", "readiness_low", "ready", "none", "close", "caution"]),
];

pub(super) fn rules(root: Reader) -> Rules {
    let own = root.field("parameters");
    let chosen = root.field("readiness_rules");
    let items = elements(root, "readiness");
    let item = |field: Reader, id: &str| {
        if !items.iter().any(|item| item.id.as_str() == id) {
            field.problem(Code::UnknownReference, "no item has this id");
        }
        ElementId::new(id)
    };
    let conditions: Vec<(String, ElementId)> = root
        .filled_list("conditions")
        .read(|entry| (entry.id("key").to_owned(), ElementId::new(entry.id("id"))));
    let scales = elements(root, "conditions");
    let tops = scales.iter().filter_map(|condition| condition.scale()).map(|[_, high]| high);
    let structures = root.filled_list("structures").read(|entry| structure(entry, &conditions));
    let key = |field: Reader| {
        let key = field.as_id();
        if !structures.iter().any(|own| own.key == key) {
            field.problem(Code::UnknownReference, "no structure has this key");
        }
        key.to_owned()
    };
    let pair = |entry: Reader| {
        let both = entry.items();
        if both.len() != 2 {
            entry.problem(Code::OutOfRange, "needs two keys");
        }
        [0, 1].map(|place| both.get(place).map(key).unwrap_or_default())
    };
    let points = |name| own.number(name, 0, 100);
    Rules {
        close: points("close"),
        ready: points("ready"),
        support: points("support"),
        for_from: points("for_from"),
        against_to: points("against_to"),
        most_reasons: own.whole("most_reasons", 1, 100) as usize,
        peak: points("peak"),
        peak_slope: points("peak_slope"),
        index: chosen.filled_list("index").read(|entry| item(entry, entry.as_id())),
        gates: chosen
            .field("gates")
            .entries()
            .map(|(id, field)| (item(field, id), field.as_number(0, 9)))
            .collect(),
        compatible: root.list("compatible_pairs").read(pair),
        top: tops.fold(0.0, f64::max),
        conditions,
        structures,
    }
}

fn structure(entry: Reader, conditions: &[(String, ElementId)]) -> Structure {
    let known = |field: Reader, key: &str| {
        if !conditions.iter().any(|(own, _)| own == key) {
            field.problem(Code::UnknownReference, "no condition has this key");
        }
        key.to_owned()
    };
    let (reasons, needs) = (entry.field("reasons"), entry.field("needs"));
    let weight = |(name, field): (&str, Reader)| {
        let (modifier, key) = match name.split_once(':') {
            None => (Modifier::Rising, name),
            Some(("inv", key)) => (Modifier::Inverse, key),
            Some(("peak", key)) => (Modifier::Peak, key),
            Some((_, key)) => {
                field.problem(Code::OutOfRange, "needs inv, peak or nothing before the key");
                (Modifier::Rising, key)
            }
        };
        let both = reasons.field(name);
        Weight {
            name: name.to_owned(),
            condition: known(field, key),
            modifier,
            weight: field.as_number(0, 100),
            reasons: ["for", "against"].map(|side| both.text(side)),
        }
    };
    let gate = |(key, field): (&str, Reader)| (known(field, key), field.as_number(0, 9), needs.text(key));
    Structure {
        id: entry.id("id").to_owned(),
        key: entry.id("key").to_owned(),
        name: entry.text("name"),
        gist: entry.text("gist"),
        when: entry.text("when"),
        first_step: entry.text("first_step"),
        evidence: entry.text("evidence"),
        disruption: entry.number("disruption", 1, 9),
        weights: entry.field("weights").entries().map(weight).collect(),
        gates: entry.field("gates").entries().map(gate).collect(),
        basis: basis_mark(entry),
        sources: sources(entry),
    }
}
