//! What was added to a wave later, as a document of its own beside its answer file.
//!
//! The fields `restated` and `targets` are those of the answer file (model 6); answer files that carry them are
//! taken in the same way.

use super::answers::{begin, check_survey, day as date};
use super::beyond::{ADDED, ADDENDUM, beyond, beyond_within, with_beyond};
use super::reader::{Log, Reader};
use super::survey::check_format;
use super::{Code, Problem, Tree, Writer};
use crate::addendum::{Addendum, FocusChoice, Restatement};
use crate::answers::Rating;
use crate::history::{Date, Target, Targets};
use crate::plan::{
    Decision, Finding, MoveCheck, MoveKind, MoveState, Outcome, Reason, Undertaking, Underway,
};
use crate::survey::{ById, CapabilityId, ItemId, RoleId, Survey};

/// What `format` says in every addendum.
pub const FORMAT: &str = "maturity-radar-addendum";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// Milliseconds that are surely a mistake.
const NEVER: u64 = 1_000_000_000_000_000;
/// Longest text of a person's own in characters.
pub const LONGEST: usize = 2000;

/// Reads an addendum and the name of its wave.
///
/// Capabilities, items and roles the survey does not have are kept: an older or newer version of it may.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<(String, Addendum), Vec<Problem>> {
    let log = Log::of(tree);
    let root = log.root();
    check_format(root, FORMAT, MAJOR);
    check_survey(root, survey);
    let wave = root.text("wave");
    let mut read = fields(root, survey);
    read.beyond = root.if_sound(|| beyond(tree, &ADDENDUM, survey));
    log.close((wave, read))
}

/// Reads what was added from the fields below `root`, in an addendum or an answer file.
pub(super) fn fields(root: Reader, survey: &Survey) -> Addendum {
    let (lowest, highest) = (u32::from(survey.scale_min), u32::from(survey.scale_max));
    let mut restated = ById::new();
    if let Some(field) = root.optional("restated") {
        for (id, entry) in field.entries() {
            let rating = entry.whole("value", lowest, highest);
            let reason = entry.optional("reason").map(own_text).unwrap_or_default();
            restated.insert(ItemId::new(id), Restatement { rating: Rating::whole(rating as u8), reason });
        }
    }
    Addendum {
        scope: root.optional("renamed").map(own_text),
        group: root.optional("group").map(own_text),
        restated,
        targets: root.optional("targets").map(targets),
        choice: root.optional("focus").map(|field| FocusChoice {
            role: RoleId::new(field.id("role")),
            reason: field.optional("reason").map(own_text).unwrap_or_default(),
        }),
        support: root.optional("support").map(finding),
        begun: root.optional_list("plans").read(underway),
        touched_ms: root.optional("touched_ms").map_or(0.0, |field| field.as_number(0, NEVER)),
        beyond: None,
    }
}

fn own_text(field: Reader) -> String {
    let text = field.str();
    if text.chars().count() > LONGEST {
        field.problem(Code::OutOfRange, "this text is too long");
    }
    text.to_owned()
}

fn targets(field: Reader) -> Targets {
    let mut targets = Targets::new();
    for (id, entry) in field.entries() {
        let score = entry.number("score", 0, 100);
        targets.insert(CapabilityId::new(id), Target { score, by: entry.optional("by").and_then(date) });
    }
    targets
}

/// The value with this name; a problem at the field where there is none.
fn named<T: Copy>(field: Reader, names: &[(T, &str)]) -> Option<T> {
    let found = names.iter().find(|(_, name)| *name == field.str());
    if found.is_none() && field.is_text() {
        field.problem(Code::OutOfRange, "this word is not known here");
    }
    found.map(|(value, _)| *value)
}

fn underway(field: Reader) -> Underway {
    Underway {
        start: date(field.field("start")).unwrap_or_default(),
        focus: RoleId::new(field.id("focus")),
        moves: field.list("moves").read(undertaking),
    }
}

fn undertaking(entry: Reader) -> Undertaking {
    let check = entry.optional("check");
    Undertaking {
        kind: kind(entry),
        reason: reason(entry.field("why")),
        owner: entry.optional("owner").map(own_text).unwrap_or_default(),
        start: entry.optional("start").and_then(date),
        state: named(entry.field("state"), &MoveState::NAMES).unwrap_or_default(),
        evidence: entry.optional("evidence").map(own_text).unwrap_or_default(),
        check: check.map_or_else(MoveCheck::default, |check| MoveCheck {
            outcome: check.optional("outcome").and_then(|field| named(field, &Outcome::NAMES)),
            evidence: check.optional("evidence").map(own_text).unwrap_or_default(),
            decision: check.optional("decision").and_then(|field| named(field, &Decision::NAMES)),
        }),
    }
}

fn reason(field: Reader) -> Reason {
    let found = Reason::ALL.into_iter().find(|own| own.name() == field.str());
    if found.is_none() && field.is_text() {
        field.problem(Code::OutOfRange, "this reason is not known here");
    }
    found.unwrap_or(Reason::Gap)
}

const FOCUS: &str = "focus";
const ENABLER: &str = "enabler";
const MAKE_ROOM: &str = "make_room";
const EVIDENCE: &str = "evidence";
const FINDING: &str = "finding";

fn finding(field: Reader) -> Finding {
    Finding {
        lens: field.id("lens").to_owned(),
        name: own_text(field.field("name")),
        finding: own_text(field.field("finding")),
        action: own_text(field.field("do")),
    }
}

fn write_finding(file: &mut Writer, own: &Finding) {
    for (name, text) in
        [("lens", &own.lens), ("name", &own.name), ("finding", &own.finding), ("do", &own.action)]
    {
        file.text(name, text);
    }
}

fn kind(entry: Reader) -> MoveKind {
    let capability = || CapabilityId::new(entry.id("capability"));
    let level = || entry.whole("level", 1, 9) as u8;
    let kind = entry.field("kind");
    match kind.str() {
        FOCUS => MoveKind::Focus {
            capability: capability(),
            level: level(),
            lower_side: entry.optional("lower_side").map(|field| ItemId::new(field.as_id())),
        },
        ENABLER => MoveKind::Enabler {
            capability: capability(),
            level: level(),
            supports: CapabilityId::new(entry.id("supports")),
        },
        MAKE_ROOM => MoveKind::MakeRoom,
        EVIDENCE => MoveKind::Evidence,
        FINDING => MoveKind::Finding(finding(entry)),
        _ => {
            if kind.is_text() {
                kind.problem(Code::OutOfRange, "needs focus, enabler, make_room, evidence or finding");
            }
            MoveKind::Evidence
        }
    }
}

/// Reads what an answer file says besides answers; nothing where it says nothing.
///
/// # Errors
/// Every problem found.
pub(super) fn beside(tree: &Tree, survey: &Survey) -> Result<Option<Addendum>, Vec<Problem>> {
    let log = Log::of(tree);
    let root = log.root();
    let mut read = fields(root, survey);
    read.beyond = root.if_sound(|| beyond_within(tree, ADDED, survey));
    log.close((read != Addendum::default()).then_some(read))
}

/// Writes the addendum of a wave.
pub fn write(wave: &str, own: &Addendum, survey: &Survey) -> String {
    let mut file = begin(FORMAT, survey);
    file.text("wave", wave);
    file.number("touched_ms", own.touched_ms);
    write_fields(&mut file, own);
    file.close();
    with_beyond(file.into_text(), own.beyond.as_deref(), &ADDENDUM, survey)
}

/// Writes what was added as fields.
pub(super) fn write_fields(file: &mut Writer, own: &Addendum) {
    if let Some(scope) = &own.scope {
        file.text("renamed", scope);
    }
    if let Some(group) = &own.group {
        file.text("group", group);
    }
    if !own.restated.is_empty() {
        file.open("restated");
        for (id, Restatement { rating, reason }) in &own.restated {
            file.open(id.as_str());
            file.number("value", rating.value());
            file.text("reason", reason);
            file.close();
        }
        file.close();
    }
    if let Some(targets) = &own.targets {
        file.open("targets");
        for (id, target) in targets {
            file.open(id.as_str());
            file.number("score", target.score);
            write_day(file, "by", target.by);
            file.close();
        }
        file.close();
    }
    if let Some(choice) = &own.choice {
        file.open("focus");
        file.text("role", choice.role.as_str());
        file.text("reason", &choice.reason);
        file.close();
    }
    if let Some(support) = &own.support {
        file.open("support");
        write_finding(file, support);
        file.close();
    }
    if !own.begun.is_empty() {
        file.open_list("plans");
        for underway in &own.begun {
            file.open("");
            write_underway(file, underway);
            file.close();
        }
        file.close_list();
    }
}

fn write_underway(file: &mut Writer, own: &Underway) {
    file.text("start", &own.start.iso());
    file.text("focus", own.focus.as_str());
    file.open_list("moves");
    for own in &own.moves {
        file.open("");
        write_undertaking(file, own);
        file.close();
    }
    file.close_list();
}

fn write_day(file: &mut Writer, name: &str, day: Option<Date>) {
    if let Some(day) = day {
        file.text(name, &day.iso());
    }
}

fn name_of<T: PartialEq>(value: T, names: &[(T, &'static str)]) -> &'static str {
    names.iter().find(|(own, _)| *own == value).map_or("", |(_, name)| name)
}

fn write_undertaking(file: &mut Writer, own: &Undertaking) {
    match &own.kind {
        MoveKind::Focus { capability, level, lower_side } => {
            write_step(file, FOCUS, capability, *level);
            if let Some(item) = lower_side {
                file.text("lower_side", item.as_str());
            }
        }
        MoveKind::Enabler { capability, level, supports } => {
            write_step(file, ENABLER, capability, *level);
            file.text("supports", supports.as_str());
        }
        MoveKind::MakeRoom => file.text("kind", MAKE_ROOM),
        MoveKind::Evidence => file.text("kind", EVIDENCE),
        MoveKind::Finding(own) => {
            file.text("kind", FINDING);
            write_finding(file, own);
        }
    }
    file.text("why", own.reason.name());
    file.text("owner", &own.owner);
    write_day(file, "start", own.start);
    file.text("state", name_of(own.state, &MoveState::NAMES));
    file.text("evidence", &own.evidence);
    let MoveCheck { outcome, evidence, decision } = &own.check;
    file.open("check");
    if let Some(outcome) = outcome {
        file.text("outcome", name_of(*outcome, &Outcome::NAMES));
    }
    file.text("evidence", evidence);
    if let Some(decision) = decision {
        file.text("decision", name_of(*decision, &Decision::NAMES));
    }
    file.close();
}

fn write_step(file: &mut Writer, kind: &str, capability: &CapabilityId, level: u8) {
    file.text("kind", kind);
    file.text("capability", capability.as_str());
    file.number("level", f64::from(level));
}
