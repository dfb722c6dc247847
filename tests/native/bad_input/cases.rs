//! The cases of `tests/fixtures/bad`, spelled out; its README says how they are written down.

use crate::formats::released;
use crate::next_steps::STEPS;
use crate::profiles::SURVEY;
use crate::trees::{tree, with};
use maturity_radar::document::Tree;

/// One text to be read.
pub struct Case {
    /// The family and the line in it, to find it again.
    pub name: String,
    /// What it was made of: `answer`, `draft`, `addendum`, `history`, `survey`, `steps`, or nothing.
    pub of: String,
    pub text: String,
    /// Whether it is odd, but to be read.
    pub legal: bool,
}

macro_rules! families {
    ($($name:literal)*) => {
        /// Each family with its lines.
        pub const FAMILIES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../fixtures/bad/", $name, ".jsonl")))),*];
    };
}

families! {
    "control-characters"
    "deep"
    "duplicate-keys"
    "half-characters"
    "huge"
    "long-texts"
    "numbers"
    "odd-characters"
    "odd-identifiers"
    "other-kinds"
    "other-survey"
    "other-texts"
    "out-of-range"
    "proto"
    "proto-kept"
    "survey-range"
    "too-large"
    "versions"
    "wrong-types-addendum"
    "wrong-types-answer"
    "wrong-types-draft"
    "wrong-types-history"
    "wrong-types-steps"
    "wrong-types-survey"
}

/// The document that cases of this kind begin with.
pub fn base(of: &str) -> &'static str {
    match of {
        "answer" => released("answer-file-1.0"),
        "draft" => released("draft-1.0"),
        "addendum" => released("addendum-1.0"),
        "history" => released("history-1.0"),
        "survey" => SURVEY,
        "steps" => STEPS,
        other => panic!("no document {other}"),
    }
}

/// Hands over the cases of all families one by one, as some are large.
pub fn each(mut take: impl FnMut(&Case)) {
    let bases = ["answer", "draft", "addendum", "history", "survey", "steps"].map(|of| (of, tree(base(of))));
    for (family, lines) in FAMILIES {
        for (line, text) in lines.lines().enumerate() {
            let own = tree(text);
            let of = said(&own, "of");
            let (_, base) = bases.iter().find(|(name, _)| *name == of).unwrap_or(&bases[0]);
            let name = [family, ":", &(line + 1).to_string()].concat();
            take(&Case { name, text: spelled_out(&own, base), legal: said(&own, "expect") == "ok", of });
        }
    }
}

fn said(case: &Tree, name: &str) -> String {
    match case.get(name) {
        Some(Tree::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

fn spelled_out(case: &Tree, base: &Tree) -> String {
    if let Some(whole) = case.get("text").or(case.get("parts")) {
        return joined(whole);
    }
    const HERE: &str = "a place for it";
    let file = with(base, &said(case, "at"), Tree::text(HERE)).write();
    file.replace(&["\"", HERE, "\""].concat(), &joined(case.get("put").expect("what is put there")))
}

fn joined(parts: &Tree) -> String {
    match parts {
        Tree::Text(text) => text.clone(),
        Tree::List(parts) => parts.iter().map(joined).collect(),
        Tree::Record(_) => {
            let Some(Tree::Number(times)) = parts.get("times") else { panic!("how often") };
            let times = *times as usize;
            match parts.get("count") {
                Some(Tree::Text(text)) => (0..times).map(|at| text.replace('#', &at.to_string())).collect(),
                _ => said(parts, "repeat").repeat(times),
            }
        }
        other => panic!("not a part of a text: {other:?}"),
    }
}
