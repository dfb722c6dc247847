//! How scores are made: the scale, the rules and every number behind them, with what each rests on.

use super::frame::section;
use super::markup::Pen;
use super::welcome::sources;
use crate::session::{Action, Screen, Session};
use crate::survey::{Parameters, Survey};
use crate::words::{Language, fill};
use yew::prelude::*;

/// The screen on the method.
pub fn method(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    let words = &language.words.shell.method;
    let survey = &*session.survey;
    let counts = [survey.item_count(), survey.capabilities().count(), survey.roles.len()];
    let [items, capabilities, roles] = &counts.map(|count| language.whole(count as f64));
    let counts = [("items", &**items), ("capabilities", capabilities), ("roles", roles)];
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", words.title);
    pen.say("p.mr-lead", words.lead, &counts);
    section(pen, words.scale, words.scale_note, |pen| scale(pen, survey));
    section(pen, words.rules, words.rules_note, |pen| {
        lines(pen, words.rule_lines, &rule_values(survey, language));
    });
    section(pen, words.noise, words.noise_note, |pen| {
        lines(pen, words.noise_lines, &noise_values(survey, language));
    });
    section(pen, words.numbers, words.numbers_note, |pen| numbers(pen, survey));
    sources(pen, survey);
    let standing = [("version", survey.version.as_str()), ("status", survey.status.as_str())];
    section(pen, words.not_for, &fill(words.status, &standing), |pen| lines(pen, words.not_for_lines, &[]));
    ways_on(pen, session);
    drawn.done()
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
            let (from, to) =
                (pen.language.short(start.unwrap_or_default()), pen.language.short(level.to_inclusive));
            pen.el("tr", |pen| {
                pen.put("th[scope=row]", &level.name);
                pen.say("td.mr-num mr-nowrap", message, &[("from", &from), ("to", &to)]);
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

fn lines(pen: &mut Pen, lines: &[&str], values: &[(&str, String)]) {
    let mut named = Vec::new();
    for (name, value) in values {
        named.push((*name, value.as_str()));
    }
    pen.el("ul.mr-reasons mr-text mr-small", |pen| {
        for line in lines {
            pen.say("li", line, &named);
        }
    });
}

fn rule_values(survey: &Survey, language: &Language) -> [(&'static str, String); 3] {
    let Parameters { role_min_share, role_min_caps, .. } = survey.parameters;
    [
        ("step", language.short(survey.points_per_step())),
        ("share", share(language, role_min_share)),
        ("least", language.whole(role_min_caps as f64)),
    ]
}

fn noise_values(survey: &Survey, language: &Language) -> [(&'static str, String); 7] {
    let own = &survey.parameters;
    let precise = |value: f64| (language.format.number)(language.tag, value, 3, true);
    [
        ("sigma", language.short(own.sigma_points)),
        ("floor", language.short(own.floor_points)),
        ("possible", share(language, own.possible_share)),
        ("paired", share(language, own.min_paired_share)),
        ("overall", precise(own.z.overall)),
        ("role", precise(own.z.role)),
        ("capability", precise(own.z.capability)),
    ]
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
