//! The scores of the team's answer beside everybody's own, and how far that answer can be trusted.

use super::answers::sign;
use super::page::Page;
use super::table;
use crate::radar::Form;
use crate::scoring::{CapabilityStatus, Scores};
use crate::survey::Role;
use crate::views::charts::{Dots, RadarChart, describe, dots, piles, role_icon};
use crate::views::frame::{section, wide_section};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Spelled, Text};
use crate::views::results::{axis_head, level_name, what_would_raise};

/// With more people than this, those within a point of each other share a place on the line.
const FINE: usize = 12;

/// The radar of the team's answer, and a line of dots for each role.
pub(super) fn scores(pen: &mut Pen, page: &Page) {
    let words = page.words;
    wide_section(pen, words.scores_title, words.scores_note, |pen| {
        radar(pen, page);
        lines(pen, page);
        pen.el("details.mr-more", |pen| {
            pen.put("summary", words.as_table);
            table::scores(pen, page);
        });
    });
}

/// A line of dots for each role, with its key.
fn lines(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let figure = page.chart("team-roles", "", page.language.words.carry.charts.team_roles);
    pen.el("div", |pen| {
        figure.mark(pen);
        pen.el("ul.mr-key mr-section-tight", |pen| {
            pen.set("aria-label", page.results.key);
            if page.own.is_some() {
                sign(pen, "circle.mr-plainmark[cx=16][cy=8][r=5.6]", words.you);
            }
            sign(pen, "circle.mr-dot-other[cx=16][cy=8][r=5.2]", words.a_colleague);
            sign(pen, "path.mr-median[d=M16 2V14]", words.key_team);
        });
        pen.el("div.mr-leadchart", |pen| {
            pen.el("div.mr-leadaxis[aria-hidden=true]", |pen| {
                axis_head(pen, page.survey, "span.mr-axishead mr-stripbox");
            });
            for (position, role) in page.survey.roles.iter().enumerate() {
                // The table tells which roles nobody has a score in.
                if page.each.iter().any(|own| points(own, role).is_some()) {
                    pen.el("div.mr-leadrow", |pen| row(pen, page, position, role));
                }
            }
        });
    });
    figure.save(pen, page.session.told.as_ref());
}

fn radar(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let description = [&describe(page.survey, page.language, &page.scores), words.figures_below].concat();
    let chart = RadarChart {
        survey: page.survey,
        now: &page.scores,
        base: None,
        goal: None,
        names: [words.team, ""],
        missing: &|id| match page.scores.capability(id).map(|own| own.status) {
            Some(CapabilityStatus::NotApplicable) => page.results.not_applicable,
            _ => page.results.not_answered,
        },
        title: words.radar,
        description: &description,
    };
    let figure = page.chart("team-radar", "", page.language.words.carry.charts.team_radar);
    pen.el("figure.mr-chartbox", |pen| {
        figure.mark(pen);
        chart.draw(pen, Form::Wide);
        chart.draw(pen, Form::Narrow);
        figure.save(pen, page.session.told.as_ref());
    });
}

/// A role's score; none without figures enough.
fn points(scores: &Scores, role: &Role) -> Option<f64> {
    scores.role(&role.id)?.figure.as_ref().map(|own| own.points)
}

fn row(pen: &mut Pen, page: &Page, position: usize, role: &Role) {
    let team = points(&page.scores, role);
    let mut places = Vec::new();
    for (place, scores) in page.each.iter().enumerate() {
        if let Some(points) = points(scores, role) {
            places.push((points, page.own == Some(place)));
        }
    }
    let ends = [f64::min, f64::max].map(|end| places.iter().map(|(at, _)| *at).reduce(end));
    let [team_written, low, high] = [team, ends[0], ends[1]].map(|points| page.figure(points));
    let values = [
        ("role", Text(&role.name)),
        ("team", Text(&team_written)),
        ("low", Text(&low)),
        ("high", Text(&high)),
    ];
    pen.el("b.mr-rolecell", |pen| {
        role_icon(pen, position);
        pen.text(&role.name);
    });
    let width = if places.len() > FINE { 1.0 } else { 0.0 };
    dots(
        pen,
        &Dots {
            role: position,
            piles: &piles(&places, width),
            range: false,
            bar: team,
            label: &page.fill(page.words.score_row, &values),
        },
    );
    pen.put("span.mr-n mr-num", &team_written);
}

/// How far the team's answer can be trusted, and what would raise it.
pub(super) fn confidence(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let read = page.read.confidence(page.survey);
    let title = page.fill(words.confidence, &[("level", Text(level_name(page.language, read.level)))]);
    let values = [
        ("answered", Count(read.tally.answered)),
        ("total", Count(page.survey.item_count())),
        ("n", Spelled(page.people.len())),
    ];
    let mut note = page.fill(words.rests_on, &values);
    if let Some(deviation) = page.read.median_deviation {
        let deviation = page.decimals(deviation, 2);
        note.push(' ');
        note.push_str(&page.fill(words.median_deviation, &[("n", Text(&deviation))]));
    }
    section(pen, &title, &note, |pen| {
        if let Some(missing) = read.shortfall {
            what_would_raise(pen, missing);
        }
    });
}
