//! The radar and the figures of the roles beside it.

use super::page::{Page, note};
use super::{goal, pictures, workings};
use crate::radar::Form;
use crate::scoring::RoleScore;
use crate::survey::Role;
use crate::views::charts::{RadarChart, Strip, describe, role_icon, strip};
use crate::views::markup::Pen;
use crate::views::markup::Value::Count;

/// Chart and role figures.
pub(super) fn overview(pen: &mut Pen, page: &Page) {
    pen.el("div.mr-radarblock", |pen| {
        chart(pen, page);
        pen.el("div.mr-rolelist", |pen| {
            for (position, role) in page.survey.roles.iter().enumerate() {
                role_item(pen, page, position, role);
            }
        });
    });
}

fn chart(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let base = page.against.as_ref().map(|against| &against.change.base_scores);
    let goal = goal::line(page);
    let description = [&describe(page.survey, page.language, &page.scores), words.table_below].concat();
    let chart = RadarChart {
        survey: page.survey,
        now: &page.scores,
        base,
        goal: goal.as_ref(),
        names: [words.series_now, words.series_base],
        missing: &|id| page.missing(id),
        title: if base.is_some() { words.radar_change } else { words.radar_baseline },
        description: &description,
    };
    pen.el("figure.mr-chartbox", |pen| {
        pen.el("ul.mr-key", |pen| {
            pen.set("aria-label", words.key);
            let now = if base.is_some() { words.series_now } else { words.series_own };
            key(pen, "path.mr-line-now[d=M1 8H31]", now);
            if base.is_some() {
                key(pen, "path.mr-line-base[d=M1 8H31]", words.series_base);
            }
            if goal.is_some() {
                key(pen, "path.mr-line-target[d=M1 8H31M16 2V14]", words.series_target);
            }
            key(pen, "rect.mr-noise[x=1][y=2][width=30][height=12][rx=2]", words.series_noise);
        });
        chart.draw(pen, Form::Wide);
        chart.draw(pen, Form::Narrow);
        let what = page.language.words.carry.picture_radar;
        pictures::pictures(pen, page, ".mr-radar", "maturity-radar", what);
        pictures::outcome(pen, page);
    });
}

fn key(pen: &mut Pen, mark: &'static str, words: &str) {
    pen.el("li", |pen| {
        pen.el("svg[viewBox=0 0 32 16][aria-hidden=true]", |pen| pen.el(mark, |_| ()));
        pen.text(words);
    });
}

fn role_item(pen: &mut Pen, page: &Page, position: usize, role: &Role) {
    let own = page.scores.role(&role.id);
    pen.el("div.mr-roleitem", |pen| {
        pen.el("h2.mr-roletitle", |pen| {
            role_icon(pen, position);
            pen.text(&role.name);
        });
        match own.and_then(|own| own.figure.as_ref()) {
            Some(_) => role_figure(pen, page, position, role),
            None => no_score(pen, page, own),
        }
        workings::role(pen, page, role);
    });
}

fn role_figure(pen: &mut Pen, page: &Page, position: usize, role: &Role) {
    let words = page.words;
    let Some(own) = page.scores.role(&role.id) else { return };
    let Some(figure) = &own.figure else { return };
    let level = own.level.map(|reading| page.level(reading)).unwrap_or_default();
    let difference = page.against.as_ref().and_then(|against| against.change.role(&role.id));
    pen.el("p.mr-figure", |pen| {
        pen.put("b.mr-num", &page.language.figure(figure.points));
        match difference {
            Some(difference) => {
                pen.put("span.mr-delta-big mr-num", &page.language.signed(difference.delta()));
                pen.el("span", |pen| {
                    page.verdict(pen, difference);
                    if page.is_sustained(&role.id) {
                        pen.text(words.and_sustained);
                    }
                });
            }
            None => pen.put("span", &level),
        }
    });
    let base = difference.map(|difference| difference.base);
    let noise_sd = figure.noise_sd(&page.survey.parameters);
    strip(pen, &Strip { role: position, now: Some(figure.points), base, noise_sd, ..Strip::default() });
    let level = if difference.is_some() { level } else { String::new() };
    match goal::sentence(page, &role.id) {
        Some(goal) => pen.el("p.mr-goalline", |pen| {
            pen.put("span", &level);
            pen.put("span", &goal);
        }),
        None if level.is_empty() => {}
        None => note(pen, &level),
    }
}

/// How many capabilities a role score would need.
fn no_score(pen: &mut Pen, page: &Page, own: Option<&RoleScore>) {
    pen.el("p.mr-figure", |pen| pen.put("b", page.words.no_score));
    if let Some(own) = own {
        let values = [("scored", Count(own.scored)), ("needed", Count(own.needed))];
        pen.say("p.mr-note", page.words.too_few, &values);
    }
}
