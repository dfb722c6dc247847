//! The radar and the figures of the roles beside it.

use super::page::{Page, note};
use super::workings;
use crate::radar::Form;
use crate::scoring::RoleScore;
use crate::survey::Role;
use crate::views::charts::{RadarChart, Strip, describe, role_icon, strip};
use crate::views::markup::{all, el, text, with};
use yew::Html;

/// Chart and role figures.
pub(super) fn overview(page: &Page) -> Html {
    let items = page.survey.roles.iter().enumerate().map(|(position, role)| role_item(page, position, role));
    el("div", "mr-radarblock", vec![chart(page), el("div", "mr-rolelist", items.collect())])
}

fn chart(page: &Page) -> Html {
    let words = page.words;
    let base = page.against.as_ref().map(|against| &against.change.base_scores);
    let description = [&describe(page.survey, page.language, &page.scores), words.table_below].concat();
    let chart = RadarChart {
        survey: page.survey,
        language: page.language,
        now: &page.scores,
        base,
        names: [words.series_now, words.series_base],
        missing: &|id| page.missing(id),
        title: if base.is_some() { words.radar_change } else { words.radar_baseline },
        description: &description,
    };
    let mut key =
        vec![key_line("mr-line-now", if base.is_some() { words.series_now } else { words.series_own })];
    if base.is_some() {
        key.push(key_line("mr-line-base", words.series_base));
    }
    key.push(key_noise(words.series_noise));
    let key = with("ul", &["class", "aria-label"], vec!["mr-key".into(), words.key.into()], key);
    el("figure", "mr-chartbox", vec![key, chart.draw(Form::Wide), chart.draw(Form::Narrow)])
}

fn key_line(class: &'static str, words: &'static str) -> Html {
    key(with("path", &["class", "d"], vec![class.into(), "M1 8H31".into()], Vec::new()), words)
}

fn key_noise(words: &'static str) -> Html {
    let names = &["class", "x", "y", "width", "height", "rx"];
    let values = ["mr-noise", "1", "2", "30", "12", "2"].map(Into::into).into();
    key(with("rect", names, values, Vec::new()), words)
}

fn key(mark: Html, words: &'static str) -> Html {
    let mark = with("svg", &["viewBox", "aria-hidden"], vec!["0 0 32 16".into(), "true".into()], vec![mark]);
    el("li", "", vec![mark, text(words)])
}

fn role_item(page: &Page, position: usize, role: &Role) -> Html {
    let own = page.scores.role(&role.id);
    let mut parts = vec![el("h2", "", vec![role_icon(position), text(role.name.clone())])];
    match own.and_then(|own| Some((own, own.figure.as_ref()?))) {
        Some((own, figure)) => {
            let level = own.level.map(|reading| page.level(reading)).unwrap_or_default();
            let difference = page.against.as_ref().and_then(|against| against.change.role(&role.id));
            let score = el("b", "mr-num", vec![text(page.language.figure(figure.points))]);
            parts.push(match difference {
                Some(difference) => {
                    let change = vec![text(page.language.signed(difference.delta()))];
                    let verdict = el("span", "", vec![page.verdict(difference)]);
                    el("p", "mr-figure", vec![score, el("span", "mr-delta-big mr-num", change), verdict])
                }
                None => el("p", "mr-figure", vec![score, el("span", "", vec![text(level.clone())])]),
            });
            parts.push(strip(Strip {
                role: position,
                now: Some(figure.points),
                base: difference.map(|difference| difference.base),
                noise_sd: figure.noise_sd(&page.survey.parameters),
                ..Strip::default()
            }));
            if difference.is_some() {
                parts.push(note(level));
            }
        }
        None => parts.push(no_score(page, own)),
    }
    parts.push(workings::role(page, role));
    el("div", "mr-roleitem", parts)
}

/// How many capabilities a role score would need.
fn no_score(page: &Page, own: Option<&RoleScore>) -> Html {
    let figure = el("p", "mr-figure", vec![el("b", "", vec![text(page.words.no_score)])]);
    let Some(own) = own else { return figure };
    let [scored, needed] = [own.scored, own.needed].map(|number| page.language.whole(number as f64));
    let why = page.fill(page.words.too_few, &[("scored", &scored), ("needed", &needed)]);
    all(vec![figure, note(why)])
}
