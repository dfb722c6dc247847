//! Which fields the documents of a person's own have, as far as this program knows them.

/// What is known of a value.
pub(in crate::document) enum Known {
    /// It is read as it is, or belongs to another part of the program.
    Whole,
    /// An object with these fields.
    Fields(&'static [(&'static str, Known)]),
    /// An object with these fields and with what can be added to a wave.
    WithAdded(&'static [(&'static str, Known)]),
    /// An object with entries of any name.
    Each(&'static Known),
    /// An object with answers by item.
    Items(&'static Known),
    /// A list of such values.
    List(&'static Known),
}

use Known::{Each, Fields, Items, List, Whole, WithAdded};

const MODEL: Known = Fields(&[("id", Whole), ("version", Whole)]);
const RESPONDENT: Known = Fields(&[
    ("id", Whole),
    ("group", Whole),
    ("anchor_order", Whole),
    ("people", Whole),
    ("median_deviation", Whole),
]);
const ANSWERS: Known =
    Items(&Fields(&[("meaning_rev", Whole), ("value", Whole), ("evidence", Whole), ("note", Whole)]));
const SPLIT: Known = Fields(&[("unplanned", Whole), ("near", Whole), ("far", Whole)]);
const EFFORT: Known = Fields(&[("unplanned", Whole), ("near", Whole), ("far", Whole), ("wish", SPLIT)]);
const AIM: Known = Fields(&[("primary", Whole), ("secondary", Whole)]);
const WAVE: Known =
    Fields(&[("id", Whole), ("kind", Whole), ("date", Whole), ("scope", Whole), ("assessment", Whole)]);

/// An answer file. What was added to its wave is looked after by [`ADDED`].
pub(in crate::document) const ANSWER_FILE: Known = Fields(&[
    ("format", Whole),
    ("format_version", Whole),
    ("model", MODEL),
    ("lang", Whole),
    ("wave", WAVE),
    ("respondent", RESPONDENT),
    ("answers", ANSWERS),
    ("effort_mix", EFFORT),
    ("aim", AIM),
    ("weights", Whole),
    ("renamed", Whole),
    ("group", Whole),
    ("restated", Whole),
    ("targets", Whole),
    ("focus", Whole),
    ("support", Whole),
    ("plans", Whole),
    ("touched_ms", Whole),
]);

const RESTATED: Known = Each(&Fields(&[("value", Whole), ("reason", Whole)]));
const TARGETS: Known = Each(&Fields(&[("score", Whole), ("by", Whole)]));
const FOCUS: Known = Fields(&[("role", Whole), ("reason", Whole)]);
const CHECK: Known = Fields(&[("outcome", Whole), ("evidence", Whole), ("decision", Whole)]);
const SUPPORT: Known = Fields(&[("lens", Whole), ("name", Whole), ("finding", Whole), ("do", Whole)]);
const MOVE: Known = Fields(&[
    ("kind", Whole),
    ("capability", Whole),
    ("level", Whole),
    ("lower_side", Whole),
    ("supports", Whole),
    ("lens", Whole),
    ("name", Whole),
    ("finding", Whole),
    ("do", Whole),
    ("why", Whole),
    ("owner", Whole),
    ("start", Whole),
    ("state", Whole),
    ("evidence", Whole),
    ("check", CHECK),
]);
const PLANS: Known = List(&Fields(&[("start", Whole), ("focus", Whole), ("moves", List(&MOVE))]));

/// What can be added to a wave, in its answer file and in an addendum.
pub(in crate::document) const ADDED: &[(&str, Known)] = &[
    ("renamed", Whole),
    ("group", Whole),
    ("restated", RESTATED),
    ("targets", TARGETS),
    ("focus", FOCUS),
    ("support", SUPPORT),
    ("plans", PLANS),
    ("touched_ms", Whole),
];

/// An addendum by itself.
pub(in crate::document) const ADDENDUM: Known =
    WithAdded(&[("format", Whole), ("format_version", Whole), ("model", MODEL), ("wave", Whole)]);

/// A draft.
pub(in crate::document) const DRAFT: Known = Fields(&[
    ("format", Whole),
    ("format_version", Whole),
    ("model", MODEL),
    ("id", Whole),
    ("writer", Whole),
    ("at", Whole),
    ("scope", Whole),
    ("assessment", Whole),
    ("spent_ms", Whole),
    ("touched_ms", Whole),
    ("effort_entry", Whole),
    ("wish_entry", Whole),
    ("continues", Whole),
    ("respondent", RESPONDENT),
    ("answers", ANSWERS),
    ("effort_mix", EFFORT),
    ("aim", AIM),
]);

/// A lens file; its parts keep what is not known of themselves.
pub(in crate::document) const LENS: Known = Fields(&[
    ("format", Whole),
    ("format_version", Whole),
    ("model", MODEL),
    ("lens", Whole),
    ("id", Whole),
    ("date", Whole),
    ("lang", Whole),
    ("scope", Whole),
    ("assessment", Whole),
    ("touched_ms", Whole),
    ("parts", Whole),
]);
