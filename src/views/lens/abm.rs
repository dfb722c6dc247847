//! What the ABM lens says (model 4.4): whether a structure can be chosen, and which would carry ABM.

mod cards;
mod readiness;
mod sentence;
mod step;

use super::{Finding, Shown, shown};
use crate::lens::abm::{Results, Rules, Structure};
use crate::lens::wording::Abm as Says;
use crate::lens::{Choice, Rules as AnyRules};
use crate::views::markup::Pen;

/// The parts of a page draw from these.
struct Page<'a> {
    shown: &'a Shown<'a>,
    rules: &'a Rules,
    own: &'a Results,
}

/// Draws everything from the headline on.
pub fn results(pen: &mut Pen, shown: &Shown, own: &Results) {
    let AnyRules::Abm(rules) = &shown.lens.rules else { return };
    let page = Page { shown, rules, own };
    let (sentences, lead) = sentence::headline(&page);
    shown::headline(pen, &sentences, &lead);
    readiness::readiness(pen, &page);
    cards::cards(pen, &page);
    step::first_step(pen, &page);
}

/// The sentences it opens with, and the line below.
pub fn headline(shown: &Shown, own: &Results) -> (Vec<String>, String) {
    match &shown.lens.rules {
        AnyRules::Abm(rules) => sentence::headline(&Page { shown, rules, own }),
        _ => Default::default(),
    }
}

/// What was found, in the order to work on: what the strategy still lacks, then the structure that fits with what
/// would support it; where none is open, what the nearest one lacks.
pub fn findings(shown: &Shown, own: &Results) -> Vec<Finding> {
    let AnyRules::Abm(rules) = &shown.lens.rules else { return Vec::new() };
    let page = Page { shown, rules, own };
    let mut all = readiness::blockers(&page);
    all.extend(step::steps(&page));
    all
}

impl<'a> Page<'a> {
    fn structure(&self, key: &str) -> Option<&'a Structure> {
        self.rules.structures.iter().find(|own| own.key == key)
    }

    fn name(&self, key: &str) -> &'a str {
        self.structure(key).map_or("", |own| &own.name)
    }

    /// Names of structures, one after the other.
    fn names(&self, keys: &[String]) -> String {
        let mut names = Vec::new();
        for key in keys {
            names.push(self.name(key));
        }
        names.join("; ")
    }

    fn say(&self, saying: Says) -> &'a str {
        self.shown.say(saying)
    }

    fn text(&self, path: &str) -> &'a str {
        self.shown.lens.text(path)
    }

    /// Whether the structures are to be taken as provisional, since the strategy comes first.
    fn is_provisional(&self) -> bool {
        self.own.readiness.strategy_first == Some(true)
    }

    /// Whether any structure could be held against the conditions.
    fn has_fit(&self) -> bool {
        self.own.fit.table.iter().any(|own| own.fit.is_some())
    }

    /// What the answers say about readiness, in the words of the lens; empty where they leave it open.
    fn ready_text(&self) -> &'a str {
        match self.own.readiness.strategy_first {
            Some(true) if self.own.readiness.blockers.is_empty() => self.text("findings/readiness_low"),
            Some(true) => self.text("findings/strategy_first"),
            Some(false) => self.text("findings/ready"),
            None => "",
        }
    }

    /// What was answered to a condition, in words.
    fn today(&self, key: &str) -> String {
        let Some((_, id)) = self.rules.conditions.iter().find(|(own, _)| own == key) else {
            return String::new();
        };
        let answer = self.shown.record.answers.get("conditions", Some(id.as_str()), "value");
        let element = self.shown.lens.part("conditions").and_then(|part| part.element(id.as_str()));
        let options: &[Choice] = element.map_or(&[], |own| &own.options);
        let known = options.iter().find(|own| answer == Some(&own.value)).map(|own| own.label.as_str());
        match (known, answer) {
            (Some(label), _) => label.to_owned(),
            (None, Some(_)) => self.text("unknown").to_owned(),
            (None, None) => self.say(Says::NotAnswered).to_owned(),
        }
    }
}
