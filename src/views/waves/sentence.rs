//! The finding the screen opens with, what stands above it, and the line below.

use super::page::Page;
use crate::history::{Course, Verdict};
use crate::survey::RoleId;
use crate::views::markup::Value::{Count, Day, Text};
use crate::views::markup::{Pen, Value};

/// How many waves, from when to when, and of what.
pub(super) fn kicker(page: &Page) -> String {
    let Some((base, latest)) = page.ends() else { return String::new() };
    let mut parts = vec![if page.has_change() {
        let number = spelled(page, page.waves().len());
        let values = [("Number", Text(&number)), ("from", Day(base.date)), ("to", Day(latest.date))];
        page.fill(page.words.kicker, &values)
    } else {
        page.fill(page.words.kicker_one, &[("date", Day(base.date))])
    }];
    if !page.scope.is_empty() {
        parts.push(page.scope.to_owned());
    }
    parts.join(" · ")
}

/// A number at the start of a sentence.
fn spelled(page: &Page, number: usize) -> String {
    (page.results.start_sentence)(&Value::Spelled(number).written(page.language))
}

/// The time since the baseline, in the largest unit that fits; nothing within one week.
fn span(page: &Page) -> Option<String> {
    let (base, latest) = page.ends()?;
    let days = f64::from(latest.date.day_number() - base.date.day_number());
    let months = (days * 12.0 / 365.25).round() as usize;
    let words = page.words;
    let (number, [one, many]) = match (months, days) {
        (12 | 24.., _) => ((months + 6) / 12, words.in_years),
        (2.., _) => (months, words.in_months),
        (_, 7.0..) => ((days / 7.0) as usize, words.in_weeks),
        _ => return None,
    };
    let written = spelled(page, number);
    Some(page.fill(if number == 1 { one } else { many }, &[("Number", Text(&written))]))
}

/// The finding: what is clear or lasts, else what is possible, else that nothing is.
pub(super) fn headline(page: &Page) -> String {
    let (words, results) = (page.words, page.results);
    if !page.has_change() {
        return words.one_title.to_owned();
    }
    if page.series.withheld {
        return results.sentence_withheld.to_owned();
    }
    let mut findings = sure(page);
    if findings.is_empty() {
        findings = possible(page);
    }
    if findings.is_empty() {
        let overall = page.series.overall.since.map(|since| since.verdict);
        match overall.filter(|verdict| !matches!(verdict, Verdict::NoClearChange | Verdict::Withheld)) {
            Some(verdict) => {
                let verdict = Text(page.verdict_name(verdict));
                return page.fill(results.only_together, &[("verdict", verdict)]);
            }
            None => findings.push(words.no_clear_change.to_owned()),
        }
    }
    let findings = findings.join(", ");
    match span(page) {
        Some(span) => page.fill(words.finding, &[("span", Text(&span)), ("findings", Text(&findings))]),
        None => (results.start_sentence)(&findings),
    }
}

/// A kind of finding: what to say of one role or of several, and of which courses it holds.
type Kind<'a> = ([&'static str; 2], &'a dyn Fn(&Course) -> bool);

/// What is clear or lasts, each role once.
fn sure(page: &Page) -> Vec<String> {
    let words = page.words;
    let gained = |course: &Course| course.is_sustained || is(course, Verdict::ClearGain);
    let kinds: [Kind; 4] = [
        (words.every_wave, &|course| gained(course) && course.rises_throughout()),
        (words.lasts, &|course| course.is_sustained),
        (words.clearly_up, &|course| is(course, Verdict::ClearGain)),
        (words.clearly_down, &|course| is(course, Verdict::ClearLoss)),
    ];
    said(page, &kinds)
}

fn possible(page: &Page) -> Vec<String> {
    let words = page.words;
    let kinds: [Kind; 2] = [
        (words.possibly_up, &|course| is(course, Verdict::PossibleGain)),
        (words.possibly_down, &|course| is(course, Verdict::PossibleLoss)),
    ];
    said(page, &kinds)
}

fn is(course: &Course, verdict: Verdict) -> bool {
    course.since.is_some_and(|since| since.verdict == verdict)
}

/// The findings of these kinds; a role counts for the first that holds.
fn said(page: &Page, kinds: &[Kind]) -> Vec<String> {
    let mut findings = Vec::new();
    for (at, ([one, many], _)) in kinds.iter().enumerate() {
        let first = |course: &Course| kinds.iter().position(|(_, holds)| holds(course)) == Some(at);
        let roles: Vec<&RoleId> =
            page.series.roles.iter().filter(|(_, course)| first(course)).map(|(id, _)| id).collect();
        if !roles.is_empty() {
            let names: Vec<String> = roles.iter().map(|id| page.role_within(id)).collect();
            let message = if roles.len() == 1 { one } else { many };
            findings.push(page.fill(message, &[("roles", Text(&page.list(&names)))]));
        }
    }
    findings
}

/// The rule, and what lasts by it.
pub(super) fn lead(page: &Page) -> String {
    let words = page.words;
    if !page.has_change() {
        return words.one_lead.to_owned();
    }
    let names = sustained(page);
    let state = match (page.waves().len(), names.as_slice()) {
        (2, _) => words.third_wave.to_owned(),
        (_, []) => words.not_sustained.to_owned(),
        (_, names) => page.fill(words.sustained_now, &[("list", Text(&page.list(names)))]),
    };
    [words.lead, " ", &state].concat()
}

/// Roles and capabilities whose gain lasts.
fn sustained(page: &Page) -> Vec<String> {
    let mut names = Vec::new();
    for (id, course) in &page.series.roles {
        if course.is_sustained {
            names.push(page.role_within(id));
        }
    }
    for (id, course) in &page.series.capabilities {
        if let Some(own) = page.survey.capability(id).filter(|_| course.is_sustained) {
            names.push(own.short.clone());
        }
    }
    names
}

/// Remarks below the charts: where the levels stand, and what to keep in mind about the changes.
pub(super) fn remarks(pen: &mut Pen, page: &Page) {
    let levels: Vec<String> = page.survey.levels.iter().map(|level| level.name.clone()).collect();
    pen.say("p.mr-note", page.words.level_lines, &[("levels", Text(&page.list(&levels)))]);
    let capabilities = page.series.capabilities.iter().map(|(_, course)| course);
    let mut courses = page.series.roles.iter().map(|(_, course)| course).chain(capabilities);
    if courses.any(Course::is_paired_in_part) {
        pen.put("p.mr-note", page.words.paired_note);
    }
    let number = page.series.close_items;
    if number > 0 {
        let [one, many] = page.results.reworded_note;
        let written = spelled(page, number);
        let values = [("Number", Text(&written)), ("paired", Count(page.series.paired_items))];
        pen.say("p.mr-note", if number == 1 { one } else { many }, &values);
    }
    if page.series.other_person {
        pen.put("p.mr-note", page.results.other_person);
    }
}
