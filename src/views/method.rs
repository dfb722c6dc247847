//! How scores are made: the scale, the rules and every number behind them, with what each rests on.

use super::frame::button;
use super::welcome::{section, sources};
use crate::session::{Action, Screen, Session};
use crate::survey::{Parameters, Survey};
use crate::words::{Language, fill};
use yew::prelude::*;

/// The screen on the method.
pub fn method(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.shell.method;
    let survey = &*session.survey;
    let counts = [survey.item_count(), survey.capabilities().count(), survey.roles.len()];
    let [items, capabilities, roles] = &counts.map(|count| language.whole(count as f64));
    let counts = [("items", &**items), ("capabilities", capabilities), ("roles", roles)];
    let standing = [("version", survey.version.as_str()), ("status", survey.status.as_str())];
    html! {<>
        <h1 class="mr-h1" id="mr-heading" tabindex="-1">{words.title}</h1>
        <p class="mr-lead">{fill(words.lead, &counts)}</p>
        {section(words.scale, Some(words.scale_note), scale(survey, language))}
        {section(words.rules, Some(words.rules_note), lines(words.rule_lines, &rule_values(survey, language)))}
        {section(words.noise, Some(words.noise_note), lines(words.noise_lines, &noise_values(survey, language)))}
        {section(words.numbers, Some(words.numbers_note), numbers(survey, language))}
        {sources(survey, language)}
        {section(words.not_for, Some(&fill(words.status, &standing)), lines(words.not_for_lines, &[]))}
        {ways_on(session, language, on_action)}
    </>}
}

/// Where to go from a screen that any other may lead to.
pub(super) fn ways_on(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.shell;
    let way = |text, screen| button("mr-button mr-button-2", text, on_action, Action::ScreenPicked(screen));
    html! {
        <div class="mr-actions">
            if session.history.latest().is_some() { {way(words.welcome.open_results, Screen::Results)} }
            {way(words.start, Screen::Welcome)}
        </div>
    }
}

fn scale(survey: &Survey, language: &Language) -> Html {
    let words = &language.words.shell.method;
    let starts = std::iter::once(None).chain(survey.levels.iter().map(|level| Some(level.to_inclusive)));
    let rows = survey.levels.iter().zip(starts).map(|(level, start)| {
        let message = if start.is_none() { words.range_first } else { words.range };
        let (from, to) = (language.short(start.unwrap_or_default()), language.short(level.to_inclusive));
        html! {
            <tr key={level.number}>
                <th scope="row">{&level.name}</th>
                <td class="mr-num mr-nowrap">{fill(message, &[("from", &from), ("to", &to)])}</td>
                <td>{&level.gist}</td>
            </tr>
        }
    });
    table(words.scale, words.scale_columns, rows.collect())
}

fn numbers(survey: &Survey, language: &Language) -> Html {
    let words = &language.words.shell.method;
    let rows = survey.parameters.basis.iter().enumerate().map(|(at, own)| {
        let bases = own.basis.split('/').map(|basis| match basis {
            "S" => words.basis_source,
            "M" => words.basis_method,
            _ => words.basis_judgement,
        });
        html! {
            <tr key={at}>
                <th scope="row">{&own.meaning}<br /><code class="mr-note">{&own.name}</code></th>
                <td class="mr-num mr-nowrap">{&own.value}</td>
                <td>{bases.collect::<Vec<_>>().join(", ")}</td>
            </tr>
        }
    });
    table(words.numbers, words.numbers_columns, rows.collect())
}

/// A plain table; its caption repeats the heading for those who meet the table alone.
fn table(caption: &str, columns: [&'static str; 3], rows: Html) -> Html {
    let columns = columns.iter().map(|name| html! { <th key={*name} scope="col">{*name}</th> });
    html! {
        <div class="mr-plain" tabindex="0" role="region" aria-label={caption.to_owned()}>
            <table class="mr-table">
                <caption class="mr-hidden">{caption}</caption>
                <thead><tr>{for columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn lines(lines: &[&str], values: &[(&str, String)]) -> Html {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let lines = lines.iter().enumerate().map(|(at, line)| html! { <li key={at}>{fill(line, &values)}</li> });
    html! { <ul class="mr-reasons mr-text mr-small">{for lines}</ul> }
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
