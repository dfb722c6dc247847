//! The tables beside the lines: every figure of every wave, and the way to take a wave out.

use super::page::Page;
use crate::history::{Course, Wave};
use crate::session::Action;
use crate::views::charts::role_icon;
use crate::views::markup::Pen;
use crate::views::markup::Value::Day;

/// From this many waves on the tables keep their height and are scrolled.
const MANY: usize = 16;

/// Roles by wave, capabilities by wave behind a fold, and what removing the baseline would mean.
pub(super) fn tables(pen: &mut Pen, page: &Page) {
    let words = page.words;
    table(
        pen,
        page,
        words.caption,
        |pen| role_heads(pen, page),
        |pen, at, wave| {
            for (_, course) in &page.series.roles {
                number(pen, page, course, at);
            }
            number(pen, page, &page.series.overall, at);
            pen.el("td.mr-noprint", |pen| {
                if at > 0 {
                    remove(pen, wave);
                }
            });
        },
    );
    if page.has_change() {
        pen.el("details.mr-more", |pen| {
            pen.put("summary", words.capabilities_open);
            let heads = |pen: &mut Pen| {
                for own in page.survey.capabilities() {
                    pen.put("th.mr-n[scope=col]", &own.short);
                }
            };
            table(pen, page, words.caption_capabilities, heads, |pen, at, _| {
                for (_, course) in &page.series.capabilities {
                    number(pen, page, course, at);
                }
            });
        });
    }
    remove_baseline(pen, page);
}

/// A row for each wave; `cells` draws what stands in the row at this place.
fn table(
    pen: &mut Pen,
    page: &Page,
    caption: &str,
    heads: impl FnOnce(&mut Pen),
    cells: impl Fn(&mut Pen, usize, &Wave),
) {
    let many = page.waves().len() >= MANY;
    pen.open(if many { "div.mr-plain mr-tallplain" } else { "div.mr-plain" });
    for (name, value) in [("tabindex", "0"), ("role", "region"), ("aria-label", caption)] {
        pen.set(name, value);
    }
    pen.el("table.mr-table", |pen| {
        pen.put("caption.mr-hidden", caption);
        pen.el("thead", |pen| {
            pen.el("tr", |pen| {
                pen.put("th[scope=col]", page.words.wave);
                heads(pen);
            });
        });
        pen.el("tbody", |pen| {
            for (at, wave) in page.waves().iter().enumerate() {
                pen.el("tr", |pen| {
                    pen.key(&wave.id);
                    pen.el("th[scope=row]", |pen| {
                        pen.put("span.mr-nowrap", &page.language.date(wave.date));
                        if at == 0 {
                            pen.text(" ");
                            pen.put("span.mr-tag", page.words.baseline);
                        }
                    });
                    cells(pen, at, wave);
                });
            }
        });
    });
    pen.close();
}

fn role_heads(pen: &mut Pen, page: &Page) {
    for (position, role) in page.survey.roles.iter().enumerate() {
        pen.el("th.mr-n[scope=col]", |pen| {
            pen.el("span.mr-rolecell", |pen| {
                role_icon(pen, position);
                pen.put("span.mr-shortname", &role.name);
            });
        });
    }
    pen.put("th.mr-n[scope=col]", page.results.overall);
    pen.el("th.mr-noprint[scope=col]", |pen| pen.put("span.mr-hidden", page.words.remove_column));
}

/// A score of one wave; none is said in words, never as zero.
fn number(pen: &mut Pen, page: &Page, course: &Course, at: usize) {
    match course.points.get(at).copied().flatten() {
        Some(points) => pen.put("td.mr-n", &page.language.figure(points)),
        None => pen.put("td.mr-n mr-quiet", page.results.no_score),
    }
}

fn remove(pen: &mut Pen, wave: &Wave) {
    let words = &pen.language.words.waves;
    pen.action("mr-textlink", Action::WaveDeleted { id: wave.id.clone() }, |pen| {
        pen.text(words.remove);
        pen.el("span.mr-hidden", |pen| {
            pen.text(" ");
            pen.say("span", words.remove_hidden, &[("date", Day(wave.date))]);
        });
    });
}

/// The baseline goes only after what follows from it was read.
fn remove_baseline(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let Some(base) = page.waves().first() else { return };
    let title = page.fill(words.remove_baseline, &[("date", Day(base.date))]);
    pen.el("details.mr-more mr-noprint", |pen| {
        pen.key(&base.id);
        pen.put("summary", &title);
        match page.waves().get(1) {
            Some(next) => pen.say("p.mr-text", words.baseline_moves, &[("next", Day(next.date))]),
            None => pen.put("p.mr-text", words.baseline_alone),
        }
        pen.el("div.mr-actions mr-section-tight", |pen| {
            pen.button("mr-button mr-button-2", &title, Action::WaveDeleted { id: base.id.clone() });
        });
    });
}
