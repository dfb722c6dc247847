//! The survey document (model 6): JSON in, a complete [`Survey`] or a list of problems out.

#[cfg(feature = "results")]
mod bridges;
#[cfg(feature = "results")]
mod looks;
mod parameters;
mod references;
mod surroundings;

use super::reader::{Log, Reader};
use super::{Code, Problem, Tree};
#[cfg(feature = "results")]
use crate::survey::LensLink;
use crate::survey::{
    Anchor, Capability, CapabilityId, Facet, FixedMoves, Intro, Item, ItemId, Level, NextStep, Role, RoleId,
    Source, SourceRef, Survey,
};
#[cfg(feature = "results")]
pub(super) use parameters::basis;
use parameters::parameters;
pub(super) use surroundings::{PARTS, split};
use surroundings::{aim, effort, example, fixed_moves, texts};

/// What `format` says in every survey document.
pub const FORMAT: &str = "marketing-transformation-assessment";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// Reads a survey document.
///
/// # Errors
/// Every problem found, each with its pointer. A survey with a problem is refused as a whole.
pub fn read(text: &str) -> Result<Survey, Vec<Problem>> {
    match Tree::parse(text) {
        Ok(tree) => read_tree(&tree),
        Err(problem) => Err(vec![problem]),
    }
}

/// Reads a survey document that was parsed before.
///
/// # Errors
/// As [`read`].
pub fn read_tree(tree: &Tree) -> Result<Survey, Vec<Problem>> {
    let log = Log::of(tree);
    check_format(log.root(), FORMAT, MAJOR);
    let survey = survey(log.root());
    references::check(log.root(), &survey);
    #[cfg(feature = "results")]
    bridges::check(log.root(), &survey);
    log.close(survey)
}

/// What is said of a newer major version; only the whole program is given files.
#[cfg(feature = "results")]
const NEWER: &str = "this file was written by a newer version of the program; update it here, then try again";
#[cfg(not(feature = "results"))]
const NEWER: &str = "this file was written for a newer version of the program";

/// Notes a file of another kind or of a newer major version.
pub(super) fn check_format(root: Reader, format: &str, major: u32) {
    let own = root.field("format");
    if own.str() != format {
        own.problem(Code::OtherFormat, &["needs the format ", format].concat());
    }
    let version = root.field("format_version");
    let text = version.str();
    let point = text.bytes().position(|byte| byte == b'.').unwrap_or(text.len());
    match text.get(..point).unwrap_or_default().parse::<u32>().ok() {
        None => version.problem(Code::OutOfRange, "needs a version such as 1.0"),
        Some(number) if number > major => {
            version.problem(Code::NewerVersion, NEWER);
        }
        Some(_) => {}
    }
}

fn survey(root: Reader) -> Survey {
    let model = root.field("model");
    let scale = root.field("scale");
    let scale = [scale.whole("min", 0, 1) as u8, scale.whole("max", 2, 9) as u8];
    let questions = root.field("questions");
    // The loader fetches the document of this name.
    if let Some(name) = root.optional("next_steps") {
        name.filled();
    }
    Survey {
        id: model.id("id").to_owned(),
        version: model.text("version"),
        scoring_version: model.text("scoring_version"),
        status: model.text("status"),
        lang: root.text("lang"),
        intro: intro(root.field("intro")),
        sources: root.list("sources").read(source),
        scale_min: scale[0],
        scale_max: scale[1],
        levels: levels(root),
        facets: [facet(root, Facet::Direction, "dir"), facet(root, Facet::Delivery, "del")],
        roles: roles(root, scale),
        effort: effort(questions.field("effort_mix")),
        aim: aim(questions.field("aim")),
        parameters: parameters(root.field("parameters")),
        texts: texts(root.field("texts")),
        fixed_moves: root.optional("fixed_moves").map_or_else(FixedMoves::default, fixed_moves),
        example: root.optional("example").map(example),
        #[cfg(feature = "results")]
        lenses: root.optional_list("lenses").read(lens),
        #[cfg(feature = "results")]
        bridges: root.optional_list("bridges").read(|entry| bridges::bridge(entry, scale)),
    }
}

/// The loader fetches the document of this name.
#[cfg(feature = "results")]
fn lens(entry: Reader) -> LensLink {
    LensLink { id: entry.id("id").to_owned(), document: entry.text("document") }
}

fn intro(reader: Reader) -> Intro {
    Intro {
        title: reader.text("title"),
        lead: reader.text("lead"),
        minutes: reader.whole("minutes", 1, 240),
        roles_title: reader.text("roles_title"),
        roles_note: reader.text("roles_note"),
    }
}

pub(super) fn source(reader: Reader) -> Source {
    Source {
        id: reader.text("id"),
        title: reader.text("title"),
        author: reader.text("author"),
        #[cfg(feature = "results")]
        link: reader.optional("link").map(looks::link),
    }
}

#[inline(never)]
pub(super) fn sources(reader: Reader) -> Vec<SourceRef> {
    let read = |entry: Reader| SourceRef { source: entry.text("source"), idea: entry.text("idea") };
    reader.optional_list("source").read(read)
}

fn levels(root: Reader) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    let mut last = None;
    for entry in root.filled_list("levels") {
        let level = Level {
            number: entry.whole("level", 1, 9) as u8,
            name: entry.text("name"),
            gist: entry.text("gist"),
            to_inclusive: entry.number("to_inclusive", 0, 100),
        };
        if usize::from(level.number) != levels.len() + 1 {
            entry.field("level").problem(Code::OutOfRange, "levels are numbered from 1 without a gap");
        }
        let top = entry.field("to_inclusive");
        if levels.last().is_some_and(|below| level.to_inclusive <= below.to_inclusive) {
            top.problem(Code::OutOfRange, "needs more than the level before");
        }
        last = Some((level.to_inclusive, top));
        levels.push(level);
    }
    if let Some((reached, top)) = last
        && reached < 100.0
    {
        top.problem(Code::OutOfRange, "the last level reaches up to 100");
    }
    levels
}

fn facet(root: Reader, facet: Facet, id: &str) -> (Facet, String, String) {
    let list = root.field("facets");
    match list.items().by_id(id) {
        Some(entry) => (facet, entry.text("name"), entry.text("gist")),
        None => {
            if list.is_list() {
                list.problem(Code::Missing, &["needs a facet with the id ", id].concat());
            }
            (facet, String::new(), String::new())
        }
    }
}

/// The roles, each with those capabilities that name it, in the order in which they stand.
fn roles(root: Reader, scale: [u8; 2]) -> Vec<Role> {
    let list = root.filled_list("roles");
    let mut roles = list.read(role);
    for reader in root.filled_list("capabilities") {
        let capability = capability(reader, scale);
        let role = reader.field("role");
        match roles.iter_mut().find(|own| own.id.as_str() == role.str()) {
            Some(own) => own.capabilities.push(capability),
            None => role.problem(Code::UnknownReference, "no role has this id"),
        }
    }
    for (role, reader) in roles.iter().zip(list) {
        if role.capabilities.is_empty() {
            reader.problem(Code::Empty, "no capability belongs to this role");
        }
    }
    roles
}

fn role(reader: Reader) -> Role {
    // The loader colours the roles.
    #[cfg(feature = "results")]
    looks::check_colours(reader);
    Role {
        id: RoleId::new(reader.id("id")),
        name: reader.text("name"),
        gist: reader.text("gist"),
        weight: reader.number("weight", 0, 100),
        capabilities: Vec::new(),
    }
}

fn capability(reader: Reader, scale: [u8; 2]) -> Capability {
    let list = reader.filled_list("items");
    let mut items = Vec::new();
    for entry in list {
        if entry.optional("status").is_none_or(|status| status.str() != "retired") {
            items.push(item(entry, scale));
        }
    }
    if items.is_empty() && !list.is_empty() {
        reader.field("items").problem(Code::Empty, "needs at least one item that is not retired");
    }
    Capability {
        id: CapabilityId::new(reader.id("id")),
        code: reader.text("code"),
        name: reader.text("name"),
        short: reader.text("short"),
        gist: reader.text("gist"),
        weight: reader.number("weight", 0, 100),
        items,
        next_steps: reader.optional_list("next_steps").read(next_step),
        prerequisites: reader.optional_list("prerequisites").read(|entry| CapabilityId::new(entry.as_id())),
        sources: sources(reader),
    }
}

/// One step, here and in the document of steps.
pub(super) fn next_step(reader: Reader) -> NextStep {
    NextStep {
        at_level: reader.whole("at_level", 1, 9) as u8,
        action: reader.text("do"),
        done_when: reader.text("done_when"),
    }
}

fn item(reader: Reader, scale: [u8; 2]) -> Item {
    let facet = reader.field("facet");
    let is_delivery = facet.str() == "del";
    if !is_delivery && facet.is_text() && facet.str() != "dir" {
        facet.problem(Code::UnknownReference, "needs dir or del");
    }
    let mut allowed = [false; 3];
    for entry in reader.optional_list("allow") {
        for (allowed, what) in allowed.iter_mut().zip(["NA", "DK", "note"]) {
            *allowed |= entry.str() == what;
        }
    }
    let [allows_na, allows_dk, allows_note] = allowed;
    Item {
        id: ItemId::new(reader.id("id")),
        code: reader.text("code"),
        meaning_rev: reader.whole("meaning_rev", 1, 9999),
        facet: if is_delivery { Facet::Delivery } else { Facet::Direction },
        stem: reader.text("stem"),
        anchors: anchors(reader, scale),
        evidence_hint: reader.text("evidence_hint"),
        allows_na,
        allows_dk,
        allows_note,
        sources: sources(reader),
    }
}

fn anchors(reader: Reader, [lowest, highest]: [u8; 2]) -> Vec<Anchor> {
    let anchors = reader.filled_list("anchors").read(|entry| Anchor {
        rating: entry.whole("value", u32::from(lowest), u32::from(highest)) as u8,
        text: entry.text("text"),
    });
    let all = usize::from(highest - lowest) + 1;
    let in_order = anchors.iter().zip(lowest..).all(|(anchor, rating)| anchor.rating == rating);
    // That there are none at all was noted before.
    let whole = anchors.is_empty() || (in_order && anchors.len() == all);
    if !whole {
        let problem = "needs one anchor for each value of the scale, lowest first";
        reader.field("anchors").problem(Code::OutOfRange, problem);
    }
    anchors
}
