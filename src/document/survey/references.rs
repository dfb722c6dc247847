//! What has to hold between the parts of a survey: identifiers stand once, references point at something.

use crate::document::reader::Reader;
use crate::document::{Code, Tree};
use crate::survey::Survey;

/// Notes identifiers that stand twice and references that point at nothing.
pub(super) fn check(root: &Reader, survey: &Survey) {
    let capabilities = root.field("capabilities").list();
    let items: Vec<Reader> = capabilities.iter().flat_map(|reader| reader.field("items").list()).collect();
    note_duplicates(&root.field("sources").list());
    note_duplicates(&root.field("roles").list());
    note_duplicates(&capabilities);
    note_duplicates(&items);
    let questions = root.field("questions");
    let asked = [questions.field("effort_mix"), questions.field("aim")];
    for reader in capabilities.iter().chain(&items).chain(&asked) {
        check_sources(reader, survey);
    }
    for reader in &capabilities {
        for entry in reader.optional("prerequisites").map_or_else(Vec::new, |list| list.list()) {
            check_capability(&entry, survey);
        }
    }
    let moves = root.optional("fixed_moves");
    for own in ["make_room", "evidence"] {
        let unless = moves.as_ref().and_then(|moves| moves.optional(own)?.optional("unless"));
        if let Some(unless) = unless {
            check_capability(&unless.field("capability"), survey);
        }
    }
    if let Some(example) = root.optional("example") {
        check_example_wave(&example.field("baseline"), survey);
        check_example_wave(&example.field("latest"), survey);
    }
}

fn note_duplicates(readers: &[Reader]) {
    let mut seen = Vec::new();
    for id in readers.iter().map(|reader| reader.field("id")) {
        let Some(Tree::Text(text)) = id.tree() else {
            continue;
        };
        if seen.contains(&text) {
            id.problem(Code::DuplicateId, "this id stands twice");
        }
        seen.push(text);
    }
}

fn check_sources(reader: &Reader, survey: &Survey) {
    for entry in reader.optional("source").map_or_else(Vec::new, |list| list.list()) {
        let source = entry.field("source");
        check_reference(&source, survey.source(source.str()).is_some(), "no source has this id");
    }
}

fn check_capability(reader: &Reader, survey: &Survey) {
    let known = survey.capabilities().any(|capability| capability.id.as_str() == reader.str());
    check_reference(reader, known, "no capability has this id");
}

fn check_example_wave(reader: &Reader, survey: &Survey) {
    for (id, rating) in reader.field("answers").entries() {
        let known = survey.items().any(|item| item.id.as_str() == id);
        check_reference(&rating, known, "no item has this id");
        rating.whole(u32::from(survey.scale_min), u32::from(survey.scale_max));
    }
    let aim = reader.field("aim");
    for role in ["primary", "secondary"].into_iter().filter_map(|name| aim.optional(name)) {
        let known = survey.roles.iter().any(|own| own.id.as_str() == role.str());
        check_reference(&role, known, "no role has this id");
    }
}

fn check_reference(reader: &Reader, known: bool, message: &str) {
    if reader.tree().is_some() && !known {
        reader.problem(Code::UnknownReference, message);
    }
}
