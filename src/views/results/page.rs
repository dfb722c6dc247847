//! What a results page knows: everything read from the history once, and the few forms all parts share.

use super::{Kind, Shown};
use crate::answers::Evidence;
use crate::cycle::{Cycle, cycle};
use crate::history::{Change, Comparison, Difference, Series, Verdict, Wave, change};
use crate::scoring::{
    Balance, CapabilityStatus, Confidence, Dominance, LevelReading, Scores, balance, confidence, dominance,
    score,
};
use crate::survey::{CapabilityId, Role, RoleId, Survey};
use crate::views::charts::{glyph, role_icon};
use crate::views::markup::Value::{Spelled, Text};
use crate::views::markup::{Pen, Value, filled};
use crate::views::pictures::Chart;
use crate::words::{Language, Results};

/// The latest wave, read, and what it is held against.
pub(super) struct Page<'a> {
    pub shown: Shown<'a>,
    /// Targets, progress, focus and plan.
    pub cycle: Option<Cycle>,
    pub survey: &'a Survey,
    pub language: &'a Language,
    pub words: &'static Results,
    /// The latest wave.
    pub wave: &'a Wave,
    /// All waves on show, for what lasts.
    pub series: Option<Series>,
    /// The scores on show: like for like in a comparison, else over all answers.
    pub scores: Scores,
    /// The scores over all answers of the latest wave.
    pub full: Scores,
    pub balance: Balance,
    pub dominance: Dominance,
    pub confidence: Confidence,
    /// The baseline, unless it is the latest wave.
    pub against: Option<Against<'a>>,
}

/// The baseline, read, and what changed since.
pub(super) struct Against<'a> {
    pub wave: &'a Wave,
    pub comparison: Comparison,
    pub change: Change,
    /// The scores over all answers of the baseline.
    pub full: Scores,
    pub balance: Balance,
    pub dominance: Dominance,
}

impl<'a> Page<'a> {
    /// Reads a history; none without a complete wave.
    pub fn of(shown: Shown<'a>, language: &'a Language) -> Option<Self> {
        let Shown { survey, history, addenda, .. } = shown;
        let wave = history.latest()?;
        let against = history.span().map(|(base, now)| Against::of(survey, base, now));
        let full = score(survey, &wave.answers, &wave.weights);
        let scores = against.as_ref().map_or(&full, |against| &against.change.now_scores).clone();
        Some(Self {
            shown,
            cycle: cycle(survey, history, addenda),
            series: Series::of(survey, history),
            survey,
            language,
            words: if shown.kind == Kind::Pair { &language.words.pair } else { &language.words.results },
            wave,
            scores,
            balance: balance(survey, &wave.answers, &wave.weights),
            dominance: dominance(survey, &full),
            confidence: confidence(survey, &wave.answers, people(wave), wave.respondent.median_deviation),
            full,
            against,
        })
    }

    /// A chart of this page as a picture. `what` says what it is.
    pub fn chart(&self, name: &'a str, what: &'a str) -> Chart<'a> {
        Chart { name, part: "", what, day: self.wave.date }
    }

    /// A message of this page with its placeholders filled.
    pub fn fill(&self, message: &str, values: &[(&str, Value)]) -> String {
        filled(self.language, message, values)
    }

    /// A role and its position.
    pub fn role(&self, id: &RoleId) -> Option<(usize, &'a Role)> {
        self.survey.roles.iter().enumerate().find(|(_, role)| role.id == *id)
    }

    /// The name of a role at the start of a sentence.
    pub fn role_name(&self, id: &RoleId) -> &'a str {
        self.role(id).map_or("", |(_, role)| role.name.as_str())
    }

    /// The name of a role within a sentence.
    pub fn role_within(&self, id: &RoleId) -> String {
        (self.words.within_sentence)(self.role_name(id))
    }

    /// Several roles at the start of a sentence: `A, b and c`.
    pub fn role_list(&self, ids: &[RoleId]) -> String {
        let names: Vec<String> = ids
            .iter()
            .enumerate()
            .map(|(index, id)| if index == 0 { self.role_name(id).to_owned() } else { self.role_within(id) })
            .collect();
        self.list(&names)
    }

    /// `a, b and c`.
    pub fn list(&self, names: &[String]) -> String {
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => [&others.join(", "), self.words.and, last].concat(),
            None => String::new(),
        }
    }

    /// A small number as a word, a large one in digits.
    pub fn count(&self, number: usize) -> String {
        Spelled(number).written(self.language)
    }

    /// The name of a level.
    pub fn level_name(&self, number: u8) -> &'a str {
        let level = self.survey.levels.iter().find(|level| level.number == number);
        level.map_or("", |level| level.name.as_str())
    }

    /// `Defined, near Proactive`.
    pub fn level(&self, reading: LevelReading) -> String {
        let level = self.level_name(reading.level);
        match reading.near {
            Some(near) => {
                self.fill(self.words.near, &[("level", Text(level)), ("near", Text(self.level_name(near)))])
            }
            None => level.to_owned(),
        }
    }

    /// What can be said about a difference, in the words of the survey.
    pub fn verdict_name(&self, verdict: Verdict) -> &'a str {
        match verdict {
            Verdict::Withheld => self.words.withheld,
            _ => self.survey.texts.get(&["verdict/", verdict.name()].concat()),
        }
    }

    /// The verdict with its sign; a figure that stands still needs none.
    pub fn verdict(&self, pen: &mut Pen, difference: Difference) {
        if difference.verdict != Verdict::Withheld && difference.delta().abs() < 0.05 {
            return pen.put("span.mr-quiet", self.words.unchanged);
        }
        pen.el("span.mr-verdict", |pen| {
            glyph(pen, difference.verdict);
            pen.text(self.verdict_name(difference.verdict));
        });
    }

    /// Whether the gain of a role holds in two waves running (model 2.8).
    pub fn is_sustained(&self, id: &RoleId) -> bool {
        let roles = self.series.iter().flat_map(|series| &series.roles);
        roles.into_iter().any(|(own, course)| own == id && course.is_sustained)
    }

    /// Why a capability has no score here.
    pub fn missing(&self, id: &CapabilityId) -> &'static str {
        let status = |scores: &Scores| scores.capability(id).map(|own| own.status);
        let complete = |scores| {
            matches!(status(scores), Some(CapabilityStatus::Complete | CapabilityStatus::SingleItem))
        };
        match status(&self.scores) {
            Some(CapabilityStatus::NotApplicable) => self.words.not_applicable,
            _ if complete(&self.full) => self.words.not_in_both,
            _ if status(&self.full) == Some(CapabilityStatus::NotApplicable) => self.words.not_applicable,
            _ => self.words.not_answered,
        }
    }

    /// Name and mark of a role.
    pub fn role_cell(&self, pen: &mut Pen, id: &RoleId) {
        let (position, name) = self.role(id).map_or((0, ""), |(at, role)| (at, role.name.as_str()));
        pen.el("span.mr-rolecell", |pen| {
            role_icon(pen, position);
            pen.text(name);
        });
    }

    /// How many people stand behind the latest wave.
    pub fn people(&self) -> usize {
        people(self.wave)
    }

    /// How many answers of the latest wave carry this evidence mark.
    pub fn marked(&self, mark: Evidence) -> usize {
        let answers = &self.wave.answers;
        let carries = |item| answers.items.get(item).and_then(|answer| answer.evidence) == Some(mark);
        let rated = self.survey.items().filter(|item| answers.rating(&item.id).is_some());
        rated.filter(|item| carries(&item.id)).count()
    }
}

fn people(wave: &Wave) -> usize {
    wave.respondent.people.map_or(1, |people| people.max(1) as usize)
}

impl<'a> Against<'a> {
    fn of(survey: &Survey, base: &'a Wave, now: &Wave) -> Self {
        let comparison = Comparison::between(base, now);
        let full = score(survey, &base.answers, &now.weights);
        Self {
            wave: base,
            comparison,
            change: change(survey, &base.answers, &now.answers, &now.weights, comparison),
            balance: balance(survey, &base.answers, &now.weights),
            dominance: dominance(survey, &full),
            full,
        }
    }
}

/// A remark in small type.
pub(super) fn note(pen: &mut Pen, words: &str) {
    pen.put("p.mr-note", words);
}

/// A small tag such as `evidenced`.
pub(super) fn tag(pen: &mut Pen, words: &str) {
    pen.put("span.mr-tag", words);
}

/// The axis above strips: the names of the lowest, middle and highest level.
pub(in crate::views) fn axis_head(pen: &mut Pen, survey: &Survey, start: &'static str) {
    let levels = &survey.levels;
    // Of an even number none lies in the middle.
    let middle = levels.get(levels.len() / 2).filter(|_| levels.len() % 2 == 1);
    pen.el(start, |pen| {
        for level in [levels.first(), middle, levels.last()].into_iter().flatten() {
            pen.put("span", &level.name);
        }
    });
}
