//! What the screen knows: everybody's answers, read once, and the few forms its parts share.

use crate::answers::{Answers, Rating};
use crate::history::Wave;
use crate::scoring::{Scores, score};
use crate::session::Session;
use crate::survey::{Item, Role, Survey};
use crate::team::{ItemSpread, Panel, Team};
use crate::views::charts::{Pile, piles};
use crate::views::markup::Value::Count;
use crate::views::markup::{Value, filled};
use crate::views::pictures::Chart;
use crate::words::{self, Language, Results};
use std::rc::Rc;

/// Up to so many people have a column each.
const COLUMNS: usize = 12;

/// Several people, read.
pub(super) struct Page<'a> {
    pub session: &'a Session,
    pub survey: &'a Survey,
    pub language: &'a Language,
    pub words: &'static words::Team,
    /// Words that results and team share.
    pub results: &'static Results,
    pub panel: &'a Panel,
    /// The wave of each person, in the order of the panel.
    pub people: Vec<&'a Rc<Wave>>,
    /// What each person said.
    pub answers: Vec<&'a Answers>,
    /// The own place among them.
    pub own: Option<usize>,
    pub read: &'a Team,
    /// The scores of the common answer.
    pub scores: Scores,
    /// The scores of each person.
    pub each: Vec<Scores>,
}

impl<'a> Page<'a> {
    pub fn of(session: &'a Session, language: &'a Language, panel: &'a Panel, read: &'a Team) -> Self {
        let survey = &*session.survey;
        let (people, answers, weights) = (panel.people(), panel.answers(), panel.weights());
        let own = session.own_wave().and_then(|own| {
            people.iter().position(|wave| wave.id == own.id && wave.respondent.id == own.respondent.id)
        });
        Self {
            session,
            survey,
            language,
            words: &language.words.team,
            results: &language.words.results,
            scores: score(survey, &read.answers, &weights),
            each: answers.iter().map(|answers| score(survey, answers, &weights)).collect(),
            panel,
            people,
            answers,
            own,
            read,
        }
    }

    /// A chart of this screen as a picture. `part` is the role it is about, if it is about one alone.
    pub fn chart<'p>(&self, name: &'p str, part: &'p str, what: &'p str) -> Chart<'p> {
        let day = self.people.iter().map(|wave| wave.date).max().unwrap_or_default();
        Chart { name, part, what, day }
    }

    /// A message of this screen with its placeholders filled.
    pub fn fill(&self, message: &str, values: &[(&str, Value)]) -> String {
        filled(self.language, message, values)
    }

    /// A number with this many decimals.
    pub fn decimals(&self, value: f64, decimals: u8) -> String {
        (self.language.format.number)(self.language.tag, value, decimals, true)
    }

    /// A number at the start of a sentence.
    pub fn spelled(&self, number: usize) -> String {
        (self.results.start_sentence)(&Value::Spelled(number).written(self.language))
    }

    /// Whether everybody can have a column.
    pub fn has_columns(&self) -> bool {
        self.people.len() <= COLUMNS
    }

    /// What a person is called: colleagues are numbered, as files carry no names.
    pub fn person(&self, place: usize) -> String {
        if self.own == Some(place) {
            return self.words.you.to_owned();
        }
        let before = self.own.filter(|own| *own < place).map_or(0, |_| 1);
        self.fill(self.words.colleague, &[("n", Count(place + 1 - before))])
    }

    /// Everybody's place and name, oneself first.
    pub fn in_order(&self) -> Vec<usize> {
        let others = (0..self.people.len()).filter(|place| self.own != Some(*place));
        self.own.into_iter().chain(others).collect()
    }

    /// The items of a role that somebody rated, and what was said to each.
    pub fn rated(&self, role: &'a Role) -> Vec<(&'a Item, &'a ItemSpread)> {
        let items = role.capabilities.iter().flat_map(|own| &own.items);
        items.filter_map(|item| Some((item, self.read.spread(&item.id)?))).collect()
    }

    /// Who stands where on the line of an item.
    pub fn piles(&self, spread: &ItemSpread) -> Vec<Pile> {
        let at = |rating: &Rating| self.survey.points(rating.value());
        let places: Vec<(f64, bool)> =
            spread.dots.iter().map(|(who, rating)| (at(rating), self.own == Some(*who))).collect();
        piles(&places, 0.0)
    }

    /// A figure with one decimal, or that there is none.
    pub fn figure(&self, points: Option<f64>) -> String {
        points.map_or_else(|| self.results.no_score.to_owned(), |points| self.language.figure(points))
    }
}
