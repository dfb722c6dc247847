//! What has to hold between the parts of a survey: identifiers stand once, references point at something.

use crate::document::reader::{List, Reader};
use crate::document::{Code, Tree};
use crate::survey::Survey;

/// Notes identifiers that stand twice and references that point at nothing.
pub(super) fn check(root: Reader, survey: &Survey) {
    let capabilities = root.list("capabilities");
    let mut seen = Vec::new();
    note_duplicates(root.list("sources"), &mut Vec::new());
    note_duplicates(root.list("roles"), &mut Vec::new());
    note_duplicates(capabilities, &mut Vec::new());
    for capability in capabilities {
        let items = capability.list("items");
        note_duplicates(items, &mut seen);
        check_sources(capability, survey);
        for item in items {
            check_sources(item, survey);
        }
        for entry in capability.optional_list("prerequisites") {
            check_capability(entry, survey);
        }
    }
    let questions = root.field("questions");
    check_sources(questions.field("effort_mix"), survey);
    check_sources(questions.field("aim"), survey);
    if let Some(moves) = root.optional("fixed_moves") {
        for name in ["make_room", "evidence"] {
            let unless = moves.optional(name).and_then(|own| own.optional("unless"));
            if let Some(unless) = unless {
                check_capability(unless.field("capability"), survey);
            }
        }
    }
    if let Some(example) = root.optional("example") {
        check_example_wave(example.field("baseline"), survey);
        check_example_wave(example.field("latest"), survey);
    }
}

#[inline(never)]
fn note_duplicates<'a>(list: List<'a>, seen: &mut Vec<&'a str>) {
    for id in list.into_iter().map(|reader| reader.field("id")) {
        if let Some(Tree::Text(text)) = id.tree() {
            if seen.iter().any(|own| own == text) {
                id.problem(Code::DuplicateId, "this id stands twice");
            }
            seen.push(text);
        }
    }
}

#[inline(never)]
fn check_sources(reader: Reader, survey: &Survey) {
    for entry in reader.optional_list("source") {
        let source = entry.field("source");
        if survey.source(source.str()).is_none() {
            source.problem(Code::UnknownReference, "no source has this id");
        }
    }
}

#[inline(never)]
fn check_capability(reader: Reader, survey: &Survey) {
    if !survey.capabilities().any(|capability| capability.id.as_str() == reader.str()) {
        reader.problem(Code::UnknownReference, "no capability has this id");
    }
}

#[inline(never)]
fn check_example_wave(reader: Reader, survey: &Survey) {
    for (id, rating) in reader.field("answers").entries() {
        if !survey.items().any(|item| item.id.as_str() == id) {
            rating.problem(Code::UnknownReference, "no item has this id");
        }
        rating.as_whole(u32::from(survey.scale_min), u32::from(survey.scale_max));
    }
    let aim = reader.field("aim");
    for role in ["primary", "secondary"].into_iter().filter_map(|name| aim.optional(name)) {
        if !survey.roles.iter().any(|own| own.id.as_str() == role.str()) {
            role.problem(Code::UnknownReference, "no role has this id");
        }
    }
}
