//! How scores are made: the scale, the rules and every number behind them, with what each rests on.

use super::frame::section;
use super::markup::Value::{Count, Short, Text};
use super::markup::{Pen, Value, filled};
use super::welcome::sources;
use crate::session::{Action, Screen, Session};
use crate::survey::{Parameters, Survey};
use crate::words::Language;
use yew::prelude::*;

/// The screen on the method.
pub fn method(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    let words = &language.words.shell.method;
    let survey = &*session.survey;
    let counts = [
        ("items", Count(survey.item_count())),
        ("capabilities", Count(survey.capabilities().count())),
        ("roles", Count(survey.roles.len())),
    ];
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", words.title);
    pen.say("p.mr-lead", words.lead, &counts);
    section(pen, words.scale, words.scale_note, |pen| scale(pen, survey));
    section(pen, words.rules, words.rules_note, |pen| {
        rules(pen, survey);
    });
    section(pen, words.noise, words.noise_note, |pen| {
        noise(pen, survey);
    });
    section(pen, words.numbers, words.numbers_note, |pen| numbers(pen, survey));
    sources(pen, survey);
    let standing = [("version", Text(&survey.version)), ("status", Text(&survey.status))];
    section(pen, words.not_for, &filled(language, words.status, &standing), |pen| {
        lines(pen, words.not_for_lines, &[])
    });
    ways_on(pen, session);
    drawn.done()
}

/// The rules and the noise, for a report.
pub(super) fn summary(pen: &mut Pen, survey: &Survey) {
    rules(pen, survey);
    noise(pen, survey);
}

/// Where to go from a screen that any other may lead to.
pub(super) fn ways_on(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.shell;
    pen.el("div.mr-actions", |pen| {
        if session.history.latest().is_some() {
            way(pen, words.welcome.open_results, Screen::Results);
        }
        way(pen, words.start, Screen::Welcome);
    });
}

fn way(pen: &mut Pen, text: &str, screen: Screen) {
    pen.button("mr-button mr-button-2", text, Action::ScreenPicked(screen));
}

fn scale(pen: &mut Pen, survey: &Survey) {
    let words = &pen.language.words.shell.method;
    table(pen, words.scale, &words.scale_columns, |pen| {
        let mut start = None;
        for level in &survey.levels {
            let message = if start.is_none() { words.range_first } else { words.range };
            let (from, to) = (Short(start.unwrap_or_default()), Short(level.to_inclusive));
            pen.el("tr", |pen| {
                pen.put("th[scope=row]", &level.name);
                pen.say("td.mr-num mr-nowrap", message, &[("from", from), ("to", to)]);
                pen.put("td", &level.gist);
            });
            start = Some(level.to_inclusive);
        }
    });
}

fn numbers(pen: &mut Pen, survey: &Survey) {
    let words = &pen.language.words.shell.method;
    table(pen, words.numbers, &words.numbers_columns, |pen| {
        for own in &survey.parameters.basis {
            let mut bases = Vec::new();
            for basis in own.basis.split('/') {
                bases.push(match basis {
                    "S" => words.basis_source,
                    "M" => words.basis_method,
                    _ => words.basis_judgement,
                });
            }
            pen.el("tr", |pen| {
                pen.el("th[scope=row]", |pen| {
                    pen.text(&own.meaning);
                    pen.el("br", |_| ());
                    pen.put("code.mr-note", &own.name);
                });
                pen.put("td.mr-num mr-nowrap", &own.value);
                pen.put("td", &bases.join(", "));
            });
        }
    });
}

/// A plain table; its caption repeats the heading for those who meet the table alone.
#[inline(always)]
pub(super) fn table(pen: &mut Pen, caption: &str, columns: &[&str], rows: impl FnOnce(&mut Pen)) {
    open_table(pen, caption, columns);
    rows(pen);
    pen.close();
    pen.close();
    pen.close();
}

fn open_table(pen: &mut Pen, caption: &str, columns: &[&str]) {
    pen.open("div.mr-plain[tabindex=0][role=region]");
    pen.set("aria-label", caption);
    pen.open("table.mr-table");
    pen.put("caption.mr-hidden", caption);
    pen.el("thead", |pen| {
        pen.el("tr", |pen| {
            for name in columns {
                pen.put("th[scope=col]", name);
            }
        });
    });
    pen.open("tbody");
}

fn lines(pen: &mut Pen, lines: &[&str], values: &[(&str, Value)]) {
    pen.el("ul.mr-reasons mr-text mr-small", |pen| {
        for line in lines {
            pen.say("li", line, values);
        }
    });
}

fn rules(pen: &mut Pen, survey: &Survey) {
    let Parameters { role_min_share, role_min_caps, .. } = survey.parameters;
    let values = [
        ("step", Short(survey.points_per_step())),
        ("share", Text(&share(pen.language, role_min_share))),
        ("least", Count(role_min_caps)),
    ];
    lines(pen, pen.language.words.shell.method.rule_lines, &values);
}

fn noise(pen: &mut Pen, survey: &Survey) {
    let own = &survey.parameters;
    let language = pen.language;
    let precise = |value: f64| (language.format.number)(language.tag, value, 3, true);
    let values = [
        ("sigma", Short(own.sigma_points)),
        ("floor", Short(own.floor_points)),
        ("possible", Text(&share(language, own.possible_share))),
        ("paired", Text(&share(language, own.min_paired_share))),
        ("overall", Text(&precise(own.z.overall))),
        ("role", Text(&precise(own.z.role))),
        ("capability", Text(&precise(own.z.capability))),
    ];
    lines(pen, language.words.shell.method.noise_lines, &values);
}

/// A share as the simple fraction it is, so that the rule can be redone by hand; else as a percentage.
fn share(language: &Language, value: f64) -> String {
    let fraction = (2..=9).map(f64::from).find_map(|parts| {
        let count = (value * parts).round();
        ((value * parts - count).abs() < 1e-6 && count < parts).then_some((count, parts))
    });
    match fraction {
        Some((count, parts)) => [&language.whole(count), "/", &language.whole(parts)].concat(),
        None => language.percent(value * 100.0),
    }
}
