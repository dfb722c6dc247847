//! The lens document (model 4): JSON in, a complete [`Lens`] or a list of problems out.

mod abm;
pub mod answers;
mod decision_speed;
mod martech;
mod operating_model;
mod parts;
mod wording;

use super::reader::{Log, Reader};
use super::survey::{basis, check_format, source};
use super::{Code, Problem, Tree};
use crate::lens::{Element, Lens, Rules};
use crate::survey::{CapabilityId, Survey};
use parts::{elements, parts};
use wording::wording;

/// What `format` says in every lens document.
pub const FORMAT: &str = "marketing-transformation-lens";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

/// Reads a lens that belongs to a survey.
///
/// # Errors
/// Every problem found, each with its pointer. A document with a problem is refused as a whole.
pub fn read(text: &str, survey: &Survey) -> Result<Lens, Vec<Problem>> {
    match Tree::parse(text) {
        Ok(tree) => read_tree(&tree, survey),
        Err(problem) => Err(vec![problem]),
    }
}

/// Reads a lens document that was parsed before.
///
/// # Errors
/// As [`read`].
pub fn read_tree(tree: &Tree, survey: &Survey) -> Result<Lens, Vec<Problem>> {
    let log = Log::of(tree);
    let root = log.root();
    check_format(root, FORMAT, MAJOR);
    let model = root.field("model");
    let own = model.field("id");
    if own.str() != survey.id && own.is_text() {
        own.problem(Code::OtherSurvey, "this lens belongs to another survey");
    }
    let mut texts = Vec::new();
    for (name, entry) in root.field("ui").entries().filter(|(name, _)| *name != "page") {
        flatten(entry, name.to_owned(), &mut texts);
    }
    let rules = rules(root, &mut texts);
    let lens = Lens {
        id: root.id("id").to_owned(),
        version: model.text("version"),
        lang: root.text("lang"),
        name: root.text("name"),
        minutes: root.whole("minutes", 1, 240),
        feeds: root.filled_list("feeds").read(|entry| feed(entry, survey)),
        sources: root.filled_list("sources").read(source),
        parts: parts(root),
        basis: root.filled_list("basis").read(basis),
        page: wording(root.field("ui").field("page"), &rules),
        rules,
        texts,
    };
    check_needed(root, &lens);
    check_sources(root, &lens);
    log.close(lens)
}

fn feed(entry: Reader, survey: &Survey) -> CapabilityId {
    let id = CapabilityId::new(entry.as_id());
    if survey.capability(&id).is_none() {
        entry.problem(Code::UnknownReference, "no capability has this id");
    }
    id
}

fn rules(root: Reader, texts: &mut Vec<(String, String)>) -> Rules {
    let kind = root.field("kind");
    match kind.str() {
        decision_speed::KIND => Rules::DecisionSpeed(decision_speed::rules(root)),
        operating_model::KIND => {
            outcomes(root, "rightsizing_outcomes", texts);
            outcomes(root, "local_codes", texts);
            flatten(root.field("complexity").field("outcomes"), "complexity".to_owned(), texts);
            Rules::OperatingModel(Box::new(operating_model::rules(root)))
        }
        abm::KIND => Rules::Abm(abm::rules(root)),
        other => {
            if other != martech::KIND && kind.is_text() {
                kind.problem(Code::OutOfRange, "this kind of lens is not known here");
            } else {
                outcomes(root, "it_model_outcomes", texts);
                outcomes(root, "analytics_outcomes", texts);
            }
            Rules::Martech(martech::rules(root))
        }
    }
}

fn outcomes(root: Reader, name: &str, texts: &mut Vec<(String, String)>) {
    flatten(root.field(name), name.to_owned(), texts);
}

/// Every text below a place, by its path; values of choices are no texts to show.
fn flatten(place: Reader, path: String, texts: &mut Vec<(String, String)>) {
    match place.tree() {
        Some(Tree::Record(_)) => {
            for (name, entry) in place.entries() {
                flatten(entry, [&path, "/", name].concat(), texts);
            }
        }
        Some(Tree::List(_)) => {}
        _ => {
            let at = texts.partition_point(|(own, _)| *own <= path);
            texts.insert(at, (path, place.filled()));
        }
    }
}

/// Notes texts that results of this kind cannot do without.
fn check_needed(root: Reader, lens: &Lens) {
    let needed = match &lens.rules {
        Rules::DecisionSpeed(_) => decision_speed::TEXTS,
        Rules::Martech(_) => martech::TEXTS,
        Rules::OperatingModel(_) => operating_model::TEXTS,
        Rules::Abm(_) => abm::TEXTS,
    };
    for (group, names) in needed {
        for name in *names {
            let path = [group, "/", name].concat();
            if !lens.texts.iter().any(|(own, _)| *own == path) {
                root.field("ui").problem(Code::Missing, &["needs the text ", &path].concat());
            }
        }
    }
    for name in ["gist", "intro", "skip"] {
        root.field("ui").field(name).filled();
    }
}

/// Notes sources that the document does not list.
fn check_sources(root: Reader, lens: &Lens) {
    let of_elements = |elements: &[Element]| {
        elements.iter().flat_map(|element| element.sources.clone()).collect::<Vec<_>>()
    };
    for part in &lens.parts {
        let mut named = of_elements(&part.elements);
        named.extend(part.sources.clone());
        for field in &part.fields {
            named.extend(of_elements(&field.each));
        }
        for own in named {
            if lens.source(&own.source).is_none() {
                root.field("sources").problem(Code::UnknownReference, "a source that is named is not listed");
            }
        }
    }
}
