//! The lenses: four optional closer looks beside the assessment, which leave its score untouched (model 4).
//!
//! A [`Lens`] is built from a lens document and from nothing else: no decision, platform, cell, condition or
//! structure is named in this code. What a person entered is a [`LensAnswers`], raw and in any state of
//! completeness; [`read`] makes of it whatever the answers allow, and [`gaps`] says what is missing or was left
//! out and why. [`compare()`] holds it against the own earlier result, item by item.

pub mod abm;
mod answers;
mod compare;
pub mod decision_speed;
mod element;
mod gaps;
pub mod martech;
pub mod operating_model;
mod part;
mod points;
mod ranked;
mod sheet;
pub mod wording;

pub use answers::{LensAnswers, LensRecord, MOST_ROWS, PartAnswers, Values};
pub use compare::{Changed, compare};
pub use element::{Choice, Element, ElementId, Value};
pub use gaps::{Fault, Gap, Tally, gaps, tally};
pub use part::{Field, Kind, NOTE, Part, Rows, Unit};
pub use points::{Checked, Mark, anchored_mean, checklist};
pub(crate) use ranked::lowest_first;
pub use sheet::{Entry, Sheet};

use self::wording::Wording;
use crate::survey::{Basis, CapabilityId, Source};

/// One lens in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Lens {
    /// Permanent name of the lens.
    pub id: String,
    /// Version of its content.
    pub version: String,
    /// BCP 47 tag of the language of every text below.
    pub lang: String,
    /// What it is called.
    pub name: String,
    /// Usual time to answer, in minutes.
    pub minutes: u32,
    /// Capabilities for which its results are evidence.
    pub feeds: Vec<CapabilityId>,
    /// The documents it rests on.
    pub sources: Vec<Source>,
    /// What is asked, part by part; each part stands alone.
    pub parts: Vec<Part>,
    /// Thresholds with their basis (model 5.4).
    pub basis: Vec<Basis>,
    /// All texts of the interface by path, such as `findings/push_down` or `sections/layers`, in the order of paths.
    pub texts: Vec<(String, String)>,
    /// What its page of results says.
    pub page: Wording,
    /// What is computed, with its thresholds.
    pub rules: Rules,
}

/// The calculations of a lens, one kind each.
#[derive(Clone, Debug, PartialEq)]
pub enum Rules {
    /// Decision speed and flatness (model 4.1).
    DecisionSpeed(decision_speed::Rules),
    /// Martech placement and governance (model 4.2).
    Martech(martech::Rules),
    /// Marketing operating model (model 4.3).
    OperatingModel(Box<operating_model::Rules>),
    /// ABM structure fit (model 4.4).
    Abm(abm::Rules),
}

/// What a lens makes of answers.
#[derive(Clone, Debug, PartialEq)]
pub enum LensResults {
    /// Decision speed and flatness.
    DecisionSpeed(decision_speed::Results),
    /// Martech placement and governance.
    Martech(martech::Results),
    /// Marketing operating model.
    OperatingModel(Box<operating_model::Results>),
    /// ABM structure fit.
    Abm(abm::Results),
}

impl Lens {
    /// The part of this name.
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The text at this path; nothing where there is none.
    pub fn text(&self, path: &str) -> &str {
        let at = self.texts.partition_point(|(own, _)| own.as_str() < path);
        self.texts.get(at).filter(|(own, _)| own == path).map_or("", |(_, text)| text)
    }

    /// The text of a code within a group, such as `late` of `states`.
    pub fn text_of(&self, group: &str, code: &str) -> &str {
        self.text(&[group, "/", code].concat())
    }

    /// The heading of a group of elements; empty where its text is advice and no heading.
    pub fn group_name<'a>(&'a self, group: &'a str) -> &'a str {
        let headed = ["domains", "areas", "phases"].map(|own| self.text_of(own, group));
        match headed.into_iter().find(|text| !text.is_empty()) {
            Some(text) => text,
            None if self.text_of("levers", group).is_empty() => group,
            None => "",
        }
    }

    /// The most rows that can be added to a part.
    pub fn most_rows(&self, part: &str) -> usize {
        match &self.rules {
            Rules::DecisionSpeed(own) if part == decision_speed::METRICS => own.most_metrics,
            _ => MOST_ROWS,
        }
    }

    /// Whether a part can be left out, as marketing works in one market (model 4.3 A).
    pub fn may_skip(&self, part: &str, answers: &LensAnswers) -> bool {
        match &self.rules {
            Rules::OperatingModel(own) => own.may_skip(part, answers),
            _ => false,
        }
    }

    /// The document a reference points at.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}

/// Computes what the answers allow. Partly filled lenses give partial results; nothing is put in for what is
/// missing, except assumptions the lens names, which results mark as such.
pub fn read(lens: &Lens, answers: &LensAnswers) -> LensResults {
    match &lens.rules {
        Rules::DecisionSpeed(rules) => {
            LensResults::DecisionSpeed(decision_speed::results(rules, lens, answers))
        }
        Rules::Martech(rules) => LensResults::Martech(martech::results(rules, lens, answers)),
        Rules::OperatingModel(rules) => {
            LensResults::OperatingModel(Box::new(operating_model::results(rules, lens, answers)))
        }
        Rules::Abm(rules) => LensResults::Abm(abm::results(rules, lens, answers)),
    }
}
