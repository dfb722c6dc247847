//! The survey document (model 6): JSON in, a complete [`Survey`] or a list of problems out.

use super::reader::{Log, Reader};
use super::{Code, Problem, Tree};
use crate::survey::{
    Aim, Anchor, Basis, Capability, CapabilityId, ConfidenceBar, EffortPart, EffortQuestion, Example,
    ExampleWave, Facet, FixedMove, FixedMoves, Importance, Intro, Item, ItemId, Level, NextStep, Parameters,
    QualityPrompts, Role, RoleId, Source, SourceRef, Survey, Texts, ZScores,
};
use std::collections::BTreeMap;

/// What `format` says in every survey document.
pub const FORMAT: &str = "marketing-transformation-assessment";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// Messages every survey has to bring, as paths below `/texts`.
const NEEDED_TEXTS: [&str; 20] = [
    "dominance/dominant",
    "dominance/pair",
    "dominance/graded",
    "dominance/even",
    "dominance/unknown",
    "dominance/fits_aim",
    "dominance/differs_from_aim",
    "zone/request_driven",
    "zone/strong_delivery_borrowed_direction",
    "zone/clear_direction_thin_delivery",
    "zone/directed_and_delivering",
    "lean/direction",
    "lean/delivery",
    "lean/balanced",
    "verdict/clear_gain",
    "verdict/possible_gain",
    "verdict/no_clear_change",
    "verdict/possible_loss",
    "verdict/clear_loss",
    "reasons/R_CONFIDENCE",
];

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
    check_references(&root, &survey);
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
        fixed_moves: root.optional("fixed_moves").map_or_else(FixedMoves::default, |moves| FixedMoves {
            make_room: moves.optional("make_room").map(|reader| fixed_move(&reader)),
            evidence: moves.optional("evidence").map(|reader| fixed_move(&reader)),
        }),
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
                reader.problem(Code::Missing, &["needs a facet with the id ", id].concat());
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
    let items = reader.field("items").filled_list();
    let active = |item: &&Reader| item.optional("status").is_none_or(|status| status.str() != "retired");
    Capability {
        id: CapabilityId::new(reader.field("id").id()),
        code: reader.field("code").text(),
        name: reader.field("name").text(),
        short: reader.field("short").text(),
        gist: reader.field("gist").text(),
        weight: reader.field("weight").number(0.0, 100.0),
        items: items.iter().filter(active).map(|entry| item(entry, scale_min, scale_max)).collect(),
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

fn fixed_move(reader: &Reader) -> FixedMove {
    FixedMove {
        action: reader.field("do").text(),
        done_when: reader.field("done_when").text(),
        unless: reader.optional("unless").map(|unless| {
            (CapabilityId::new(unless.field("capability").id()), unless.field("at_level").whole(1, 9) as u8)
        }),
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

fn effort(reader: &Reader) -> EffortQuestion {
    let list = reader.field("parts");
    let parts = list.list();
    let part = |id: &str| {
        let entry = parts.iter().find(|entry| entry.field("id").str() == id);
        match entry {
            Some(entry) => EffortPart { name: entry.field("name").text(), help: entry.field("help").text() },
            None => {
                list.problem(Code::Missing, &["needs a part with the id ", id].concat());
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

fn aim(reader: &Reader) -> Aim {
    Aim {
        id: reader.field("id").id().to_owned(),
        stem: reader.field("stem").text(),
        sources: sources(reader),
    }
}

fn parameters(reader: &Reader) -> Parameters {
    let points = |name: &str| reader.field(name).number(0.0, 100.0);
    let share = |name: &str| reader.field(name).number(0.0, 1.0);
    let z = reader.field("z");
    let confidence = reader.field("confidence");
    let quality = reader.field("quality");
    let sums = reader.field("mix_sum").list();
    let sum = |index: usize| sums.get(index).map_or(100.0, |entry| entry.number(0.0, 200.0));
    Parameters {
        sigma_points: points("sigma_points"),
        rater_sd_points: points("rater_sd_points"),
        z: ZScores {
            overall: z.field("overall").number(0.0, 9.0),
            role: z.field("role").number(0.0, 9.0),
            capability: z.field("capability").number(0.0, 9.0),
        },
        floor_points: points("floor_points"),
        possible_share: share("possible_share"),
        min_paired_share: share("min_paired_share"),
        median_eff: reader.field("median_eff").number(0.0, 9.0),
        role_min_share: share("role_min_share"),
        role_min_caps: reader.field("role_min_caps").whole(1, 99) as usize,
        reactive_flag: points("reactive_flag"),
        mix_notable: points("mix_notable"),
        mix_sum: [sum(0), sum(1)],
        zone_split: points("zone_split"),
        lagging_levels: reader.field("lagging_levels").whole(1, 9) as u8,
        many_na_share: share("many_na_share"),
        confidence_high: confidence_bar(&confidence.field("high")),
        confidence_medium: confidence_bar(&confidence.field("medium")),
        quality: QualityPrompts {
            same_position: quality.field("same_position").whole(2, 999) as usize,
            minutes: quality.field("minutes").number(0.0, 240.0),
        },
        note_characters: reader.field("note_characters").whole(0, 5000) as usize,
        hold_tolerance: points("hold_tolerance"),
        provisional_step: points("provisional_step"),
        close_call: share("close_call"),
        importance: importance(&reader.field("importance")),
        keep_focus_share: share("keep_focus_share"),
        basis: reader.field("basis").list().iter().map(basis).collect(),
    }
}

fn importance(reader: &Reader) -> Importance {
    let weight = |name: &str| reader.field(name).number(0.0, 99.0);
    Importance {
        primary: weight("primary"),
        secondary: weight("secondary"),
        other: weight("other"),
        no_aim: weight("no_aim"),
    }
}

fn confidence_bar(reader: &Reader) -> ConfidenceBar {
    ConfidenceBar {
        completeness: reader.field("completeness").number(0.0, 1.0),
        evidence: reader.field("evidence").number(0.0, 1.0),
        raters: reader.field("raters").whole(1, 999) as usize,
        median_deviation: reader.optional("median_deviation").map(|field| field.number(0.0, 9.0)),
    }
}

fn basis(reader: &Reader) -> Basis {
    Basis {
        name: reader.field("name").text(),
        value: reader.field("value").tree().map_or_else(String::new, |value| match value {
            Tree::Text(text) => text.clone(),
            other => other.write(),
        }),
        basis: reader.field("basis").text(),
        meaning: reader.field("meaning").text(),
    }
}

fn texts(reader: &Reader) -> Texts {
    let mut messages = BTreeMap::new();
    for (group, entries) in reader.entries() {
        if !matches!(entries.tree(), Some(Tree::Record(_))) {
            continue;
        }
        for (name, entry) in entries.entries() {
            // A message may be a pair such as a move and when it is done; those are read where they are used.
            if matches!(entry.tree(), Some(Tree::Text(_))) {
                messages.insert([group, "/", name].concat(), entry.text());
            }
        }
    }
    for path in NEEDED_TEXTS {
        if !messages.contains_key(path) {
            reader.problem(Code::Missing, &["needs the text ", path].concat());
        }
    }
    Texts { answer_instruction: reader.field("answer_instruction").text(), messages }
}

fn example(reader: &Reader) -> Example {
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
        date: reader.field("date").text(),
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

/// Notes identifiers that stand twice and references that point at nothing.
fn check_references(root: &Reader, survey: &Survey) {
    let roles: Vec<&str> = survey.roles.iter().map(|role| role.id.as_str()).collect();
    let capabilities: Vec<&str> = survey.capabilities().map(|capability| capability.id.as_str()).collect();
    let items: Vec<&str> = survey.items().map(|item| item.id.as_str()).collect();
    note_duplicates(&root.field("roles"), &roles);
    note_duplicates(&root.field("capabilities"), &capabilities);
    note_duplicates(&root.field("capabilities"), &items);
    let capability_fields = root.field("capabilities").list();
    for reader in &capability_fields {
        check_sources(reader, survey);
        for item in reader.field("items").list() {
            check_sources(&item, survey);
        }
        for entry in reader.optional("prerequisites").map_or_else(Vec::new, |list| list.list()) {
            if !capabilities.contains(&entry.str()) {
                entry.problem(Code::UnknownReference, "no capability has this id");
            }
        }
    }
    if let Some(example) = root.optional("example") {
        for wave in ["baseline", "latest"] {
            for (id, rating) in example.field(wave).field("answers").entries() {
                if !items.contains(&id) {
                    rating.problem(Code::UnknownReference, "no item has this id");
                }
                rating.whole(u32::from(survey.scale_min), u32::from(survey.scale_max));
            }
        }
    }
}

fn check_sources(reader: &Reader, survey: &Survey) {
    for entry in reader.optional("source").map_or_else(Vec::new, |list| list.list()) {
        let source = entry.field("source");
        if source.tree().is_some() && survey.source(source.str()).is_none() {
            source.problem(Code::UnknownReference, "no source has this id");
        }
    }
}

fn note_duplicates(reader: &Reader, ids: &[&str]) {
    for (index, id) in ids.iter().enumerate() {
        if ids.iter().take(index).any(|earlier| earlier == id) {
            reader.problem(Code::DuplicateId, &["this id stands twice: ", id].concat());
        }
    }
}
