//! The parts every explanation is made of: answers, rules with the numbers filled in, sources, judgement.

use super::super::page::{Against, Page};
use crate::answers::Reply;
use crate::history::Difference;
use crate::scoring::Figure;
use crate::survey::{Item, Source, SourceRef};
use crate::views::markup::{el, text, with};
use yew::Html;

/// An explanation being written, line by line.
pub(super) struct Sheet<'a> {
    page: &'a Page<'a>,
    about: String,
    lines: Vec<Html>,
}

impl<'a> Sheet<'a> {
    /// `about` tells explanations apart for those who hear them one after another.
    pub fn new(page: &'a Page<'a>, about: String) -> Self {
        Self { page, about, lines: Vec::new() }
    }

    /// The folded explanation.
    pub fn done(self) -> Html {
        let about = el("span", "mr-hidden", vec![text([": ", &self.about].concat())]);
        let summary = el("summary", "", vec![text(self.page.words.how), about]);
        el("details", "mr-more mr-work", vec![summary, el("div", "mr-stack", self.lines)])
    }

    /// A sentence with its placeholders filled.
    pub fn rule(&mut self, template: &str, values: &[(&str, &str)]) {
        self.quote(&self.page.fill(template, values));
    }

    /// A sentence as it is.
    pub fn quote(&mut self, sentence: &str) {
        self.lines.push(el("p", "", vec![text(sentence.to_owned())]));
    }

    /// A calculation.
    pub fn sum(&mut self, calculation: String) {
        self.lines.push(el("p", "mr-sum mr-num", vec![text(calculation)]));
    }

    /// What was answered to these items, in points.
    pub fn answers<'i>(&mut self, items: impl Iterator<Item = &'i Item>) {
        let lines = items.map(|item| {
            let code = el("span", "mr-code", vec![text(item.code.clone())]);
            let stem = el("span", "", vec![text(item.stem.clone())]);
            let points = el("span", "mr-num", vec![text(answered(self.page, item))]);
            el("li", "", vec![code, stem, points])
        });
        let lines = lines.collect();
        let label = self.page.words.answers_label;
        self.lines.push(with(
            "ul",
            &["class", "aria-label"],
            vec!["mr-worklist".into(), label.into()],
            lines,
        ));
    }

    /// How far answering twice could shift a score: `12.5 × √0.125 = 4.4`.
    pub fn noise(&mut self, figure: &Figure) {
        let parameters = &self.page.survey.parameters;
        let language = self.page.language;
        let noise = language.figure(figure.noise_sd(parameters));
        let sigma = language.short(parameters.sigma_points);
        self.rule(self.page.words.rule_noise, &[("noise", &noise), ("sigma", &sigma)]);
        self.sum([&sigma, " × √(", &self.squares(figure), ") = ", &noise].concat());
    }

    /// Where levels end, and when the neighbour is named too.
    pub fn borders(&mut self) {
        let page = self.page;
        let below_top = page.survey.levels.split_last().map(|(_, below)| below).unwrap_or_default();
        let ends: Vec<String> = below_top
            .iter()
            .map(|level| [level.name.as_str(), " ", &page.language.short(level.to_inclusive)].concat())
            .collect();
        self.rule(page.words.rule_levels, &[("ends", &ends.join(", "))]);
    }

    /// From how many points on the gap between two scores without a common answer is clear.
    pub fn gap_threshold(&mut self, a: &Figure, b: &Figure, z: f64, threshold: f64) {
        let page = self.page;
        let parameters = &page.survey.parameters;
        let floor = page.language.short(parameters.floor_points);
        self.rule(page.words.rule_gap_threshold, &[("floor", &floor)]);
        let squares = [a, b].map(|figure| self.squares(figure));
        let [z, sigma] = [self.fine(z), page.language.short(parameters.sigma_points)];
        let result = self.result(threshold);
        self.sum([&z, " × ", &sigma, " × √(", &squares.join(" + "), ")", &result].concat());
    }

    /// From how many points on a change of a score is clear.
    pub fn threshold(&mut self, against: &Against, difference: Difference, figure: &Figure, z: f64) {
        let page = self.page;
        let parameters = &page.survey.parameters;
        let floor = page.language.short(parameters.floor_points);
        let figure_of = |points: f64| page.language.figure(points);
        let values = [difference.base, difference.now].map(figure_of);
        let delta = page.language.signed(difference.delta());
        self.sum([&values[1], " − ", &values[0], " = ", &delta].concat());
        let squares = self.squares(figure);
        let [z, sigma] = [self.fine(z), page.language.short(parameters.sigma_points)];
        let result = self.result(difference.threshold);
        if against.comparison.same_persons {
            self.rule(page.words.rule_change, &[("floor", &floor)]);
            self.sum([&z, " × ", &sigma, " × √(2 × ", &squares, ")", &result].concat());
        } else {
            let rater = page.language.short(parameters.rater_sd_points);
            self.rule(page.words.rule_change_other, &[("floor", &floor), ("rater", &rater)]);
            let within = [&sigma, "² × ", &squares, " + ", &rater, "²"].concat();
            self.sum([&z, " × √(2 × (", &within, "))", &result].concat());
        }
    }

    /// The documents the idea comes from, each once.
    pub fn sources<'s>(&mut self, references: impl Iterator<Item = &'s SourceRef>) {
        let mut found: Vec<&Source> = Vec::new();
        for reference in references {
            if let Some(source) = self.page.survey.source(&reference.source)
                && !found.contains(&source)
            {
                found.push(source);
            }
        }
        let lines = found.iter().map(|source| {
            let words = [source.title.as_str(), " (", &source.author, ")"].concat();
            el("li", "", vec![text(words)])
        });
        let lines = lines.collect();
        self.list(self.page.words.sources, lines);
    }

    /// What is our own judgement here.
    pub fn judgement(&mut self, words: &'static str) {
        self.list(self.page.words.judgement, vec![el("li", "", vec![text(words)])]);
    }

    /// Parameters whose names start like one of these, with what they rest on.
    pub fn basis(&mut self, names: &[&str]) {
        let page = self.page;
        let wanted = page
            .survey
            .parameters
            .basis
            .iter()
            .filter(|entry| names.iter().any(|name| entry.name.starts_with(name)));
        let lines: Vec<Html> = wanted
            .map(|entry| {
                let kind = if entry.basis.contains('J') {
                    page.words.basis_judgement
                } else {
                    page.words.basis_method
                };
                let values = [("meaning", entry.meaning.as_str()), ("value", &entry.value), ("kind", kind)];
                el("li", "", vec![text(page.fill(page.words.basis, &values))])
            })
            .collect();
        self.list(page.words.assumptions, lines);
    }

    fn list(&mut self, title: &'static str, lines: Vec<Html>) {
        if !lines.is_empty() {
            self.lines.push(el("p", "mr-label", vec![text(title)]));
            self.lines.push(el("ul", "mr-reasons", lines));
        }
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
    let terms: Vec<String> = parts
        .iter()
        .map(
            |(weight, points)| {
                if even { short(*points) } else { [&short(*weight), " × ", &short(*points)].concat() }
            },
        )
        .collect();
    let total = if even { parts.len() as f64 } else { parts.iter().map(|(weight, _)| weight).sum() };
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
            page.fill(words.points_then_now, &[("base", &points(base.value())), ("now", &own)])
        }
        Some(None) => page.fill(words.points_then_now, &[("base", words.none), ("now", &own)]),
        None => own,
    }
}
