//! What the screen knows: all scores over time, and the few forms its parts share.

use crate::history::{Series, Targets, Verdict, Wave};
use crate::session::{Session, Told};
use crate::survey::{RoleId, Survey};
use crate::views::markup::{Value, filled};
use crate::views::pictures::Chart;
use crate::words::{Language, Results, Waves};
use std::rc::Rc;

/// The history, read.
pub(super) struct Page<'a> {
    pub survey: &'a Survey,
    pub language: &'a Language,
    pub words: &'static Waves,
    /// Words that results and history share.
    pub results: &'static Results,
    pub series: &'a Series,
    pub targets: &'a Targets,
    /// The unit that was assessed.
    pub scope: &'a str,
    /// How a service of the page ended last.
    pub told: Option<&'a Told>,
}

impl<'a> Page<'a> {
    pub fn of(
        session: &'a Session,
        language: &'a Language,
        series: &'a Series,
        targets: &'a Targets,
    ) -> Self {
        let (words, results) = (&language.words.waves, &language.words.results);
        let (survey, scope, told) = (&*session.survey, session.scope(), session.told.as_ref());
        Self { survey, language, words, results, series, targets, scope, told }
    }

    /// A chart of this screen as a picture. `what` says what it is.
    pub fn chart(&self, name: &'a str, what: &'a str) -> Chart<'a> {
        let day = self.ends().map(|(_, latest)| latest.date).unwrap_or_default();
        Chart { name, part: "", what, day }
    }

    /// A message of this screen with its placeholders filled.
    pub fn fill(&self, message: &str, values: &[(&str, Value)]) -> String {
        filled(self.language, message, values)
    }

    /// The waves, earliest first.
    pub fn waves(&self) -> &'a [Rc<Wave>] {
        &self.series.waves
    }

    /// Baseline and latest wave; the same where there is only one.
    pub fn ends(&self) -> Option<(&'a Wave, &'a Wave)> {
        Some((self.waves().first()?, self.waves().last()?))
    }

    /// Whether there is more than the baseline.
    pub fn has_change(&self) -> bool {
        self.waves().len() > 1
    }

    /// The name of a role within a sentence.
    pub fn role_within(&self, id: &RoleId) -> String {
        (self.results.within_sentence)(self.survey.role(id).map_or("", |role| &role.name))
    }

    /// `a, b and c`.
    pub fn list(&self, names: &[String]) -> String {
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => [&others.join(", "), self.results.and, last].concat(),
            None => String::new(),
        }
    }

    /// A figure with one decimal, or that there is none.
    pub fn figure(&self, points: Option<f64>) -> String {
        points.map_or_else(|| self.results.no_score.to_owned(), |points| self.language.figure(points))
    }

    /// What can be said about a difference, in the words of the survey.
    pub fn verdict_name(&self, verdict: Verdict) -> &'a str {
        match verdict {
            Verdict::Withheld => self.results.withheld,
            _ => self.survey.texts.get(&["verdict/", verdict.name()].concat()),
        }
    }
}
