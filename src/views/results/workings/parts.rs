//! The parts every explanation is made of: answers, rules with the numbers filled in, sources, judgement.

use super::super::page::{Against, Page};
use crate::answers::Reply;
use crate::history::Difference;
use crate::scoring::Figure;
use crate::survey::{Item, Role, Source, SourceRef};
use crate::views::markup::Value::{Short, Text};
use crate::views::markup::{Pen, Value};
use crate::views::progress::items;

/// An explanation being written, line by line.
pub(super) struct Sheet<'p, 'd, 'a> {
    pen: &'p mut Pen<'d>,
    page: &'p Page<'a>,
}

impl<'p, 'd, 'a> Sheet<'p, 'd, 'a> {
    /// Begins a folded explanation. `about` tells explanations apart for those who hear them one after another.
    pub fn new(pen: &'p mut Pen<'d>, page: &'p Page<'a>, about: &str) -> Self {
        pen.open("details.mr-more mr-work");
        pen.el("summary", |pen| {
            pen.text(page.words.how);
            pen.put("span.mr-hidden", &[": ", about].concat());
        });
        pen.open("div.mr-stack");
        Self { pen, page }
    }

    /// Ends it.
    pub fn done(self) {
        self.pen.close();
        self.pen.close();
    }

    /// A sentence with its placeholders filled.
    pub fn rule(&mut self, template: &str, values: &[(&str, Value)]) {
        self.pen.say("p", template, values);
    }

    /// A sentence as it is.
    pub fn quote(&mut self, sentence: &str) {
        self.pen.put("p", sentence);
    }

    /// A calculation.
    pub fn sum(&mut self, calculation: &str) {
        self.pen.put("p.mr-sum mr-num", calculation);
    }

    /// What was answered to the items of a role, in points.
    pub fn answers(&mut self, role: &Role) {
        let page = self.page;
        self.pen.el("ul.mr-worklist", |pen| {
            pen.set("aria-label", page.words.answers_label);
            for item in items(role) {
                pen.el("li", |pen| {
                    pen.put("span.mr-code", &item.code);
                    pen.put("span", &item.stem);
                    pen.put("span.mr-num", &answered(page, item));
                });
            }
        });
    }

    /// How far answering twice could shift a score: `12.5 × √0.125 = 4.4`.
    pub fn noise(&mut self, figure: &Figure) {
        let parameters = &self.page.survey.parameters;
        let language = self.page.language;
        let noise = language.figure(figure.noise_sd(parameters));
        let sigma = language.short(parameters.sigma_points);
        self.rule(self.page.words.rule_noise, &[("noise", Text(&noise)), ("sigma", Text(&sigma))]);
        self.sum(&[&sigma, " × √(", &self.squares(figure), ") = ", &noise].concat());
    }

    /// Where levels end, and when the neighbour is named too.
    pub fn borders(&mut self) {
        let page = self.page;
        let below_top = page.survey.levels.split_last().map(|(_, below)| below).unwrap_or_default();
        let mut ends = Vec::new();
        for level in below_top {
            ends.push([level.name.as_str(), " ", &page.language.short(level.to_inclusive)].concat());
        }
        self.rule(page.words.rule_levels, &[("ends", Text(&ends.join(", ")))]);
    }

    /// From how many points on the gap between two scores without a common answer is clear.
    pub fn gap_threshold(&mut self, a: &Figure, b: &Figure, z: f64, threshold: f64) {
        let page = self.page;
        let parameters = &page.survey.parameters;
        let floor = Short(parameters.floor_points);
        self.rule(page.words.rule_gap_threshold, &[("floor", floor)]);
        let squares = [&*self.squares(a), &self.squares(b)].join(" + ");
        let (z, sigma) = (self.fine(z), page.language.short(parameters.sigma_points));
        let result = self.result(threshold);
        self.sum(&[&z, " × ", &sigma, " × √(", &squares, ")", &result].concat());
    }

    /// From how many points on a change of a score is clear.
    pub fn threshold(&mut self, against: &Against, difference: Difference, figure: &Figure, z: f64) {
        let page = self.page;
        let parameters = &page.survey.parameters;
        let floor = Short(parameters.floor_points);
        let figure_of = |points: f64| page.language.figure(points);
        let delta = page.language.signed(difference.delta());
        let [base, now] = [&figure_of(difference.base), &figure_of(difference.now)];
        self.sum(&[now, " − ", base, " = ", &delta].concat());
        let squares = self.squares(figure);
        let (z, sigma) = (self.fine(z), page.language.short(parameters.sigma_points));
        let result = self.result(difference.threshold);
        if against.comparison.same_persons {
            self.rule(page.words.rule_change, &[("floor", floor)]);
            self.sum(&[&z, " × ", &sigma, " × √(2 × ", &squares, ")", &result].concat());
        } else {
            let rater = page.language.short(parameters.rater_sd_points);
            self.rule(page.words.rule_change_other, &[("floor", floor), ("rater", Text(&rater))]);
            let within = [&sigma, "² × ", &squares, " + ", &rater, "²"].concat();
            self.sum(&[&z, " × √(2 × (", &within, "))", &result].concat());
        }
    }

    /// The documents the idea comes from, each once.
    pub fn sources(&mut self, references: &mut dyn Iterator<Item = &SourceRef>) {
        let mut found: Vec<&Source> = Vec::new();
        for reference in references {
            if let Some(source) = self.page.survey.source(&reference.source)
                && !found.contains(&source)
            {
                found.push(source);
            }
        }
        let mut lines = Vec::new();
        for source in found {
            lines.push([source.title.as_str(), " (", &source.author, ")"].concat());
        }
        self.list(self.page.words.sources, &lines);
    }

    /// What is our own judgement here.
    pub fn judgement(&mut self, words: &str) {
        self.list(self.page.words.judgement, &[words.to_owned()]);
    }

    /// Parameters whose names start like one of these, with what they rest on.
    pub fn basis(&mut self, names: &[&str]) {
        let page = self.page;
        let mut lines = Vec::new();
        for entry in &page.survey.parameters.basis {
            if names.iter().any(|name| entry.name.starts_with(name)) {
                let kind = if entry.basis.contains('J') {
                    page.words.basis_judgement
                } else {
                    page.words.basis_method
                };
                let values =
                    [("meaning", Text(&entry.meaning)), ("value", Text(&entry.value)), ("kind", Text(kind))];
                lines.push(page.fill(page.words.basis, &values));
            }
        }
        self.list(page.words.assumptions, &lines);
    }

    fn list(&mut self, title: &str, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        self.pen.put("p.mr-label", title);
        self.pen.el("ul.mr-reasons", |pen| {
            for line in lines {
                pen.put("li", line);
            }
        });
    }

    /// The result of a threshold; where the floor is higher, it takes its place.
    fn result(&self, threshold: f64) -> String {
        let floor = self.page.survey.parameters.floor_points;
        let sign = if (threshold - floor).abs() < 1e-9 { " ≤ " } else { " = " };
        [sign, &self.page.language.figure(threshold)].concat()
    }

    /// The sum of the squared shares of all answers: `8 × (1/8)²` where each has the same.
    fn squares(&self, figure: &Figure) -> String {
        let even = 1.0 / figure.shares.len().max(1) as f64;
        if figure.shares.iter().all(|(_, share)| (share - even).abs() < 1e-9) {
            let count = self.page.language.whole(figure.shares.len() as f64);
            return [&count, " × (1/", &count, ")²"].concat();
        }
        self.fine(figure.sum_of_squares())
    }

    /// A factor with up to four decimals.
    fn fine(&self, value: f64) -> String {
        (self.page.language.format.number)(self.page.language.tag, value, 4, false)
    }
}

/// `(62.5 + 37.5) / 2 = 50`, with weights where they differ.
pub(super) fn mean(page: &Page, parts: &[(f64, f64)], result: f64) -> String {
    let short = |value: f64| page.language.short(value);
    let first = parts.first().map_or(1.0, |(weight, _)| *weight);
    let even = parts.iter().all(|(weight, _)| (weight - first).abs() < 1e-9);
    let (mut terms, mut total) = (Vec::new(), 0.0);
    for (weight, points) in parts {
        terms.push(if even { short(*points) } else { [&short(*weight), " × ", &short(*points)].concat() });
        total += if even { 1.0 } else { *weight };
    }
    ["(", &terms.join(" + "), ") / ", &short(total), " = ", &page.language.figure(result)].concat()
}

/// The points of an answer, or why there are none; in a comparison both.
fn answered(page: &Page, item: &Item) -> String {
    let words = page.words;
    let points = |rating| page.language.short(page.survey.points(rating));
    let own = match page.wave.answers.reply(&item.id) {
        Some(Reply::Rated(rating)) => points(rating.value()),
        Some(Reply::NotApplicable) => words.not_applicable.to_owned(),
        Some(Reply::Unknown) => words.not_known.to_owned(),
        None => words.not_answered.to_owned(),
    };
    let base = page.against.as_ref().map(|against| against.wave.answers.rating(&item.id));
    match base {
        Some(Some(base)) => {
            page.fill(words.points_then_now, &[("base", Text(&points(base.value()))), ("now", Text(&own))])
        }
        Some(None) => page.fill(words.points_then_now, &[("base", Text(words.none)), ("now", Text(&own))]),
        None => own,
    }
}
