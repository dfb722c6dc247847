//! Every score over time: one tall line for each role, a small one for each capability.

use super::page::Page;
use super::sentence::remarks;
use crate::history::{Course, Verdict};
use crate::radar::Spot;
use crate::survey::{Capability, Role};
use crate::timeline::{Given, lay_out};
use crate::views::charts::{glyph, role_icon, timeline};
use crate::views::frame::wide_section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Day, Figure, Text};

/// The roles, with the key to all lines.
pub(super) fn roles(pen: &mut Pen, page: &Page) {
    let figure = page.chart("roles-over-time", page.language.words.carry.charts.roles_over_time);
    wide_section(pen, page.words.roles_title, "", |pen| {
        pen.el("div", |pen| {
            figure.mark(pen);
            key(pen, page);
            pen.el("div.mr-multiples mr-multiples-3", |pen| {
                for (position, (role, (_, course))) in
                    page.survey.roles.iter().zip(&page.series.roles).enumerate()
                {
                    let target = page.series.role_target(role, page.targets);
                    pen.el("div.mr-multiple", |pen| role_line(pen, page, position, role, course, target));
                }
            });
        });
        figure.save(pen, page.told);
        pen.el("div.mr-remarks mr-section-tight", |pen| remarks(pen, page));
    });
}

/// The capabilities, role by role.
pub(super) fn capabilities(pen: &mut Pen, page: &Page) {
    let Some((base, latest)) = page.ends() else { return };
    let values = [("from", Day(base.date)), ("to", Day(latest.date))];
    let note = page.fill(page.words.capabilities_note, &values);
    let figure =
        page.chart("capabilities-over-time", page.language.words.carry.charts.capabilities_over_time);
    wide_section(pen, page.words.capabilities_title, &note, |pen| {
        pen.el("div", |pen| {
            figure.mark(pen);
            for (position, role) in page.survey.roles.iter().enumerate() {
                capabilities_of(pen, page, position, role);
            }
        });
        figure.save(pen, page.told);
    });
}

fn capabilities_of(pen: &mut Pen, page: &Page, position: usize, role: &Role) {
    pen.el("section.mr-multiples-row", |pen| {
        pen.el("h3.mr-h3", |pen| {
            role_icon(pen, position);
            pen.text(&role.name);
        });
        pen.el("div.mr-multiples", |pen| {
            for own in &role.capabilities {
                pen.el("div.mr-multiple", |pen| capability_line(pen, page, position, own));
            }
        });
    });
}

fn key(pen: &mut Pen, page: &Page) {
    let words = page.words;
    pen.el("ul.mr-key", |pen| {
        pen.set("aria-label", page.results.key);
        mark(pen, words.key_score, &["path.mr-line-now[d=M1 8H31]"]);
        mark(pen, words.key_base, &["path.mr-line-base[d=M1 8H31]"]);
        mark(pen, words.key_noise, &["rect.mr-noise[x=1][y=2][width=30][height=12][rx=2]"]);
        if !page.targets.is_empty() {
            mark(pen, words.key_target, &["path.mr-tick-target[d=M9 8H23]"]);
        }
    });
}

fn mark(pen: &mut Pen, name: &str, strokes: &[&'static str]) {
    pen.el("li", |pen| {
        pen.el("svg[viewBox=0 0 32 16][aria-hidden=true]", |pen| {
            for stroke in strokes {
                pen.el(stroke, |_| ());
            }
        });
        pen.text(name);
    });
}

fn role_line(pen: &mut Pen, page: &Page, position: usize, role: &Role, course: &Course, target: Option<f64>) {
    pen.el("div.mr-multiple-head", |pen| {
        pen.el("h3.mr-rolecell", |pen| {
            role_icon(pen, position);
            pen.text(&role.name);
        });
        figures(pen, page, course);
    });
    chart(pen, page, position, &role.name, course, target, true);
    let Some((base, latest)) = page.ends() else { return };
    pen.el("p.mr-multiple-foot", |pen| {
        for wave in [base, latest] {
            pen.put("span", &page.language.date(wave.date));
        }
    });
    state(pen, page, course, true);
}

fn capability_line(pen: &mut Pen, page: &Page, position: usize, own: &Capability) {
    let Some(course) = page.series.capability(&own.id) else { return };
    let target = page.targets.get(&own.id).map(|target| target.score);
    pen.el("div.mr-multiple-head", |pen| {
        pen.put("h4", &own.short);
        figures(pen, page, course);
    });
    chart(pen, page, position, &own.short, course, target, false);
    state(pen, page, course, false);
}

/// The latest score and how far it lies from the baseline, like for like.
fn figures(pen: &mut Pen, page: &Page, course: &Course) {
    pen.el("span.mr-num", |pen| {
        pen.put("b", &page.figure(course.latest()));
        pen.text(" ");
        match course.since {
            Some(since) => pen.put("span.mr-quiet", &page.language.signed(since.delta())),
            None => pen.put("span.mr-quiet", page.results.not_in_both),
        }
    });
}

/// What can be said about the change. Beside a small line it is said only where it is more than noise.
fn state(pen: &mut Pen, page: &Page, course: &Course, always: bool) {
    let Some(since) = course.since else { return };
    if !always && since.verdict == Verdict::NoClearChange {
        return;
    }
    pen.el("p.mr-multiple-state", |pen| {
        pen.el("span.mr-verdict", |pen| {
            glyph(pen, since.verdict);
            pen.text(page.verdict_name(since.verdict));
        });
        if course.is_sustained {
            pen.text(" ");
            pen.put("span.mr-tag", page.words.sustained);
        }
    });
}

fn chart(
    pen: &mut Pen,
    page: &Page,
    position: usize,
    name: &str,
    course: &Course,
    target: Option<f64>,
    tall: bool,
) {
    let days: Vec<i32> = page.waves().iter().map(|wave| wave.date.day_number()).collect();
    let line = lay_out(&Given {
        days: &days,
        points: &course.points,
        base: course.base().map(|points| Spot { points, noise_sd: course.noise_sd }),
        target,
        levels: page.survey.levels.len(),
        mirrored: page.language.rtl,
    });
    timeline(pen, position, &line, tall, course.is_open, &label(page, name, course, target));
}

/// What a line shows, in words; the tables hold every figure.
fn label(page: &Page, name: &str, course: &Course, target: Option<f64>) -> String {
    let known = || course.points.iter().flatten().copied();
    let (low, high) = (known().fold(100.0, f64::min), known().fold(0.0, f64::max));
    let (base, now) = (page.figure(course.base()), page.figure(course.latest()));
    if known().next().is_none() {
        return [name, ": ", page.results.no_score].concat();
    }
    let values = [
        ("name", Text(name)),
        ("base", Text(&base)),
        ("now", Text(&now)),
        ("low", Figure(low)),
        ("high", Figure(high)),
    ];
    let mut text = page.fill(page.words.chart, &values);
    if let Some(target) = target {
        text.push(' ');
        text.push_str(&page.fill(page.words.chart_target, &[("target", Figure(target))]));
    }
    text
}
