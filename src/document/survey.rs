//! The survey document (model 6): JSON in, a complete [`Survey`] or a list of problems out.

mod parameters;
mod references;
mod surroundings;

use super::reader::{Log, Reader};
use super::{Code, Problem, Tree};
use crate::survey::{
    Anchor, Capability, CapabilityId, Facet, FixedMoves, Intro, Item, ItemId, Level, NextStep, Role, RoleId,
    Source, SourceRef, Survey,
};
use parameters::parameters;
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
    let tree = Tree::parse(text).map_err(|problem| vec![problem])?;
    read_tree(&tree)
}

/// Reads a survey document that was parsed before.
///
/// # Errors
/// As [`read`].
pub fn read_tree(tree: &Tree) -> Result<Survey, Vec<Problem>> {
    let log = Log::default();
    let root = Reader::new(tree, &log);
    check_format(&root, FORMAT, MAJOR);
    let survey = survey(&root);
    references::check(&root, &survey);
    let problems = log.into_problems();
    if problems.is_empty() { Ok(survey) } else { Err(problems) }
}

/// Notes a file of another kind or of a newer major version.
pub(super) fn check_format(root: &Reader, format: &str, major: u32) {
    let own = root.field("format");
    if own.tree().is_some() && own.str() != format {
        own.problem(Code::OtherFormat, &["needs the format ", format].concat());
    }
    let version = root.field("format_version");
    let number = version.str().split('.').next().and_then(|part| part.parse::<u32>().ok());
    match number {
        Some(number) if number > major => {
            version.problem(Code::NewerVersion, "this file was written for a newer version of the program");
        }
        Some(_) => {}
        None if version.tree().is_some() => version.problem(Code::OutOfRange, "needs a version such as 1.0"),
        None => {}
    }
}

fn survey(root: &Reader) -> Survey {
    let model = root.field("model");
    let scale = root.field("scale");
    let scale_min = scale.field("min").whole(0, 1) as u8;
    let scale_max = scale.field("max").whole(2, 9) as u8;
    let mut capabilities: Vec<(Reader, Capability)> = root
        .field("capabilities")
        .filled_list()
        .into_iter()
        .map(|reader| {
            let read = capability(&reader, scale_min, scale_max);
            (reader, read)
        })
        .collect();
    let roles = root.field("roles").filled_list();
    let role_ids: Vec<&str> = roles.iter().map(|role| role.field("id").id()).collect();
    for (reader, _) in &capabilities {
        let role = reader.field("role");
        if role.tree().is_some() && !role_ids.contains(&role.str()) {
            role.problem(Code::UnknownReference, "no role has this id");
        }
    }
    let roles = roles.iter().map(|reader| role(reader, &mut capabilities)).collect();
    Survey {
        id: model.field("id").id().to_owned(),
        version: model.field("version").text(),
        scoring_version: model.field("scoring_version").text(),
        status: model.field("status").text(),
        lang: root.field("lang").text(),
        intro: intro(&root.field("intro")),
        sources: root.field("sources").list().iter().map(source).collect(),
        scale_min,
        scale_max,
        levels: levels(&root.field("levels")),
        facets: facets(&root.field("facets")),
        roles,
        effort: effort(&root.field("questions").field("effort_mix")),
        aim: aim(&root.field("questions").field("aim")),
        parameters: parameters(&root.field("parameters")),
        texts: texts(&root.field("texts")),
        fixed_moves: root
            .optional("fixed_moves")
            .map_or_else(FixedMoves::default, |reader| fixed_moves(&reader)),
        example: root.optional("example").map(|reader| example(&reader)),
    }
}

fn intro(reader: &Reader) -> Intro {
    Intro {
        title: reader.field("title").text(),
        lead: reader.field("lead").text(),
        minutes: reader.field("minutes").whole(1, 240),
        roles_title: reader.field("roles_title").text(),
        roles_note: reader.field("roles_note").text(),
    }
}

fn source(reader: &Reader) -> Source {
    Source {
        id: reader.field("id").text(),
        title: reader.field("title").text(),
        author: reader.field("author").text(),
    }
}

fn sources(reader: &Reader) -> Vec<SourceRef> {
    let Some(list) = reader.optional("source") else {
        return Vec::new();
    };
    let read =
        |entry: &Reader| SourceRef { source: entry.field("source").text(), idea: entry.field("idea").text() };
    list.list().iter().map(read).collect()
}

fn levels(reader: &Reader) -> Vec<Level> {
    let entries = reader.filled_list();
    let levels: Vec<Level> = entries
        .iter()
        .map(|entry| Level {
            number: entry.field("level").whole(1, 9) as u8,
            name: entry.field("name").text(),
            gist: entry.field("gist").text(),
            to_inclusive: entry.field("to_inclusive").number(0.0, 100.0),
        })
        .collect();
    for ((entry, level), number) in entries.iter().zip(&levels).zip(1..) {
        if level.number != number {
            entry.field("level").problem(Code::OutOfRange, "levels are numbered from 1 without a gap");
        }
    }
    for ((entry, above), below) in entries.iter().zip(&levels).skip(1).zip(&levels) {
        if above.to_inclusive <= below.to_inclusive {
            entry.field("to_inclusive").problem(Code::OutOfRange, "needs more than the level before");
        }
    }
    if let (Some(entry), Some(top)) = (entries.last(), levels.last())
        && top.to_inclusive < 100.0
    {
        entry.field("to_inclusive").problem(Code::OutOfRange, "the last level reaches up to 100");
    }
    levels
}

fn facets(reader: &Reader) -> [(Facet, String, String); 2] {
    let entries = reader.list();
    let find = |facet: Facet, id: &str| {
        let entry = entries.iter().find(|entry| entry.field("id").str() == id);
        match entry {
            Some(entry) => (facet, entry.field("name").text(), entry.field("gist").text()),
            None => {
                if matches!(reader.tree(), Some(Tree::List(_))) {
                    reader.problem(Code::Missing, &["needs a facet with the id ", id].concat());
                }
                (facet, String::new(), String::new())
            }
        }
    };
    [find(Facet::Direction, "dir"), find(Facet::Delivery, "del")]
}

fn role(reader: &Reader, capabilities: &mut Vec<(Reader, Capability)>) -> Role {
    let id = reader.field("id").id();
    let (own, others) = std::mem::take(capabilities)
        .into_iter()
        .partition::<Vec<_>, _>(|(reader, _)| reader.field("role").str() == id);
    *capabilities = others;
    if own.is_empty() {
        reader.problem(Code::Empty, "no capability belongs to this role");
    }
    Role {
        id: RoleId::new(id),
        name: reader.field("name").text(),
        gist: reader.field("gist").text(),
        weight: reader.field("weight").number(0.0, 100.0),
        capabilities: own.into_iter().map(|(_, capability)| capability).collect(),
    }
}

fn capability(reader: &Reader, scale_min: u8, scale_max: u8) -> Capability {
    let list = reader.field("items");
    let mut items = list.filled_list();
    let any = !items.is_empty();
    items.retain(|item| item.optional("status").is_none_or(|status| status.str() != "retired"));
    if any && items.is_empty() {
        list.problem(Code::Empty, "needs at least one item that is not retired");
    }
    Capability {
        id: CapabilityId::new(reader.field("id").id()),
        code: reader.field("code").text(),
        name: reader.field("name").text(),
        short: reader.field("short").text(),
        gist: reader.field("gist").text(),
        weight: reader.field("weight").number(0.0, 100.0),
        items: items.iter().map(|entry| item(entry, scale_min, scale_max)).collect(),
        next_steps: reader
            .optional("next_steps")
            .map_or_else(Vec::new, |steps| steps.list().iter().map(next_step).collect()),
        prerequisites: reader.optional("prerequisites").map_or_else(Vec::new, |list| {
            list.list().iter().map(|entry| CapabilityId::new(entry.id())).collect()
        }),
        sources: sources(reader),
    }
}

fn next_step(reader: &Reader) -> NextStep {
    NextStep {
        at_level: reader.field("at_level").whole(1, 9) as u8,
        action: reader.field("do").text(),
        done_when: reader.field("done_when").text(),
    }
}

fn item(reader: &Reader, scale_min: u8, scale_max: u8) -> Item {
    let facet = reader.field("facet");
    let allow = reader
        .optional("allow")
        .map_or_else(Vec::new, |allow| allow.list().iter().map(|entry| entry.str().to_owned()).collect());
    let allows = |what: &str| allow.iter().any(|entry| entry == what);
    let list = reader.field("anchors");
    let anchors: Vec<Anchor> = list
        .filled_list()
        .iter()
        .map(|entry| Anchor {
            rating: entry.field("value").whole(u32::from(scale_min), u32::from(scale_max)) as u8,
            text: entry.field("text").text(),
        })
        .collect();
    if !anchors.is_empty() && !anchors.iter().map(|anchor| anchor.rating).eq(scale_min..=scale_max) {
        list.problem(Code::OutOfRange, "needs one anchor for each value of the scale, lowest first");
    }
    Item {
        id: ItemId::new(reader.field("id").id()),
        code: reader.field("code").text(),
        meaning_rev: reader.field("meaning_rev").whole(1, 9999),
        facet: match facet.str() {
            "del" => Facet::Delivery,
            other => {
                if other != "dir" && !other.is_empty() {
                    facet.problem(Code::UnknownReference, "needs dir or del");
                }
                Facet::Direction
            }
        },
        stem: reader.field("stem").text(),
        anchors,
        evidence_hint: reader.field("evidence_hint").text(),
        allows_na: allows("NA"),
        allows_dk: allows("DK"),
        allows_note: allows("note"),
        sources: sources(reader),
    }
}
