//! The parts a survey is made of: roles, capabilities, items, anchors, levels, sources.

use super::{CapabilityId, ItemId, RoleId};

/// What the first screen says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intro {
    /// The question the survey answers.
    pub title: String,
    /// What is asked and what one gets.
    pub lead: String,
    /// Usual time to answer, in minutes.
    pub minutes: u32,
    /// Heading above the roles.
    pub roles_title: String,
    /// The line below that heading.
    pub roles_note: String,
}

/// A document the instrument rests on; readers see it by title and author.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Short key used in references.
    pub id: String,
    /// Title of the document.
    pub title: String,
    /// Who wrote or published it.
    pub author: String,
    /// Where it can be read: an address of the web or of mail and nothing else.
    #[cfg(feature = "results")]
    pub link: Option<String>,
}

/// Which idea of which source an element comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRef {
    /// Key of the source.
    pub source: String,
    /// The idea taken from it.
    pub idea: String,
}

/// One of the two kinds of item every capability is crossed with (model 1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// What is chosen, how early, on whose initiative.
    Direction,
    /// How well the chosen work is carried out.
    Delivery,
}

/// One step of the scale from reactive to strategic (model 2.4).
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// 1 for the lowest.
    pub number: u8,
    /// What people call it.
    pub name: String,
    /// What it means in one sentence.
    pub gist: String,
    /// Highest score that still belongs to it, 0 to 100.
    pub to_inclusive: f64,
}

/// A role: capabilities that serve one purpose.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Permanent name.
    pub id: RoleId,
    /// Name for people.
    pub name: String,
    /// What it is for, in one sentence.
    pub gist: String,
    /// Weight in the overall score.
    pub weight: f64,
    /// Its capabilities in fixed order.
    pub capabilities: Vec<Capability>,
}

/// A capability: the smallest thing that gets a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Capability {
    /// Permanent name.
    pub id: CapabilityId,
    /// Short label for charts and tables; may change.
    pub code: String,
    /// Name for people.
    pub name: String,
    /// One or two words for charts.
    pub short: String,
    /// What it covers, in one sentence.
    pub gist: String,
    /// Weight in the role score.
    pub weight: f64,
    /// Its items, direction before delivery.
    pub items: Vec<Item>,
    /// What to do next, by level, lowest first.
    pub next_steps: Vec<NextStep>,
    /// Capabilities it leans on (model 3.2).
    pub prerequisites: Vec<CapabilityId>,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

/// The step that leads from one level to the next (model 3.4).
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// The level it starts from.
    pub at_level: u8,
    /// What to do.
    pub action: String,
    /// How one knows that it is done.
    pub done_when: String,
}

/// One question with its anchors.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Permanent name.
    pub id: ItemId,
    /// Short label for people; may change.
    pub code: String,
    /// Goes up when the meaning changes; comparisons key on it (model 6).
    pub meaning_rev: u32,
    /// Direction or delivery.
    pub facet: Facet,
    /// The question.
    pub stem: String,
    /// The statements to choose from, lowest first.
    pub anchors: Vec<Anchor>,
    /// What one would show an auditor.
    pub evidence_hint: String,
    /// Whether 'does not apply here' may be chosen.
    pub allows_na: bool,
    /// Whether 'I do not know' may be chosen.
    pub allows_dk: bool,
    /// Whether a note may be left.
    pub allows_note: bool,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

impl Item {
    /// The statement of a whole rating.
    pub fn anchor(&self, rating: u8) -> Option<&Anchor> {
        self.anchors.iter().find(|anchor| anchor.rating == rating)
    }
}

/// A statement an outsider could check.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// Its place on the scale.
    pub rating: u8,
    /// The statement.
    pub text: String,
}

/// The question on working time.
#[derive(Clone, Debug, PartialEq)]
pub struct EffortQuestion {
    /// Permanent name.
    pub id: String,
    /// The question.
    pub stem: String,
    /// Unplanned, near and far work, in this order (model 1.4).
    pub parts: [EffortPart; 3],
    /// The rule for the numbers.
    pub constraint: String,
    /// What the second row is for.
    pub wish: String,
    /// What would show it.
    pub evidence: String,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

/// One kind of working time.
#[derive(Clone, Debug, PartialEq)]
pub struct EffortPart {
    /// Name for people.
    pub name: String,
    /// What belongs to it.
    pub help: String,
}

/// The question on the role needed most.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// Permanent name.
    pub id: String,
    /// The question.
    pub stem: String,
    /// Where it comes from.
    pub sources: Vec<SourceRef>,
}

/// Messages with named placeholders, by path such as `dominance/pair`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// Shown once above the first question.
    pub answer_instruction: String,
    /// Every other message with its path.
    pub messages: Vec<(String, String)>,
}

impl Texts {
    /// The message at `path`, with placeholders still in it; empty where the survey has none.
    pub fn get(&self, path: &str) -> &str {
        self.messages.iter().find(|(own, _)| own == path).map_or("", |(_, message)| message)
    }
}

/// The moves that belong to no capability (model 3.3).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FixedMoves {
    /// Against too many unplanned requests.
    pub make_room: Option<FixedMove>,
    /// Against too little evidence.
    pub evidence: Option<FixedMove>,
}

/// A move that belongs to no capability.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedMove {
    /// What to do.
    pub action: String,
    /// How one knows that it is done.
    pub done_when: String,
    /// The step, as capability and level, beside which this move would say the same twice.
    pub unless: Option<(CapabilityId, u8)>,
}

/// Two waves to look at before one has answered anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Whose answers these would be.
    pub scope: String,
    /// The first wave.
    pub baseline: ExampleWave,
    /// The wave a year later.
    pub latest: ExampleWave,
}

/// One wave of the example.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleWave {
    /// ISO date.
    pub date: String,
    /// Items with their ratings.
    pub ratings: Vec<(ItemId, u8)>,
    /// Unplanned, near, far in percent.
    pub effort: [f64; 3],
    /// The split wished for.
    pub wish: Option<[f64; 3]>,
    /// First and second aim.
    pub aims: [Option<RoleId>; 2],
}
