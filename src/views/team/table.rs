//! The tables beside the dots: every rating, median and agreement of a role, and everybody's scores.

use super::answers::difference;
use super::page::Page;
use super::sentence::can_agree;
use crate::scoring::Scores;
use crate::survey::{Item, Role};
use crate::team::ItemSpread;
use crate::views::charts::role_icon;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};

/// A table that can be scrolled sideways where it is wide.
pub(super) fn plain(pen: &mut Pen, caption: &str, heads: impl FnOnce(&mut Pen), rows: impl FnOnce(&mut Pen)) {
    pen.el("div.mr-plain[tabindex=0][role=region]", |pen| {
        pen.set("aria-label", caption);
        pen.el("table.mr-table", |pen| {
            pen.put("caption.mr-hidden", caption);
            pen.el("thead", |pen| pen.el("tr", heads));
            pen.el("tbody", rows);
        });
    });
}

/// The ratings of a role: a column for each person, or for each anchor where people are many.
pub(super) fn ratings(pen: &mut Pen, page: &Page, role: &Role, rated: &[(&Item, &ItemSpread)]) {
    let words = page.words;
    let caption = page.fill(words.caption, &[("role", Text(&role.name))]);
    let scale = page.survey.scale_min..=page.survey.scale_max;
    let has_index = rated.iter().any(|(_, spread)| spread.agreement.is_some_and(|own| own.within.is_some()));
    let heads = |pen: &mut Pen| {
        pen.put("th[scope=col]", words.question);
        if page.has_columns() {
            for place in page.in_order() {
                pen.put("th.mr-n[scope=col]", &page.person(place));
            }
        } else {
            for anchor in scale.clone() {
                pen.say("th.mr-n[scope=col]", words.at, &[("n", Count(usize::from(anchor)))]);
            }
        }
        if can_agree(page) {
            pen.put("th.mr-n[scope=col]", words.median);
            pen.put("th.mr-n[scope=col]", words.deviation);
        } else {
            pen.put("th.mr-n[scope=col]", words.distance);
        }
        if has_index {
            pen.put("th.mr-n[scope=col]", words.index);
        }
    };
    plain(pen, &caption, heads, |pen| {
        for (item, spread) in rated {
            pen.el("tr", |pen| {
                pen.put("th[scope=row]", &item.stem);
                if page.has_columns() {
                    for place in page.in_order() {
                        let own = spread.dots.iter().find(|(who, _)| *who == place);
                        number(pen, page, own.map(|(_, rating)| page.language.short(rating.value())));
                    }
                } else {
                    for anchor in scale.clone() {
                        let at = |value: f64| (value.floor() as u8).min(page.survey.scale_max) == anchor;
                        let here = spread.dots.iter().filter(|(_, rating)| at(rating.value())).count();
                        pen.put("td.mr-n", &page.language.whole(here as f64));
                    }
                }
                figures(pen, page, spread, has_index);
            });
        }
    });
}

/// Median and agreement of an item.
fn figures(pen: &mut Pen, page: &Page, spread: &ItemSpread, has_index: bool) {
    if can_agree(page) {
        pen.put("td.mr-n", &page.language.short(spread.median.value()));
        let deviation = spread.agreement.map(|own| page.decimals(own.deviation, 2));
        pen.put("td.mr-n", &deviation.unwrap_or_else(|| difference(page, spread)));
    } else {
        pen.put("td.mr-n", &difference(page, spread));
    }
    if has_index {
        let within = spread.agreement.and_then(|own| own.within);
        number(pen, page, within.map(|own| page.decimals(own.index, 2)));
    }
}

/// A figure; that there is none is said in words.
fn number(pen: &mut Pen, page: &Page, figure: Option<String>) {
    match figure {
        Some(figure) => pen.put("td.mr-n", &figure),
        None => pen.put("td.mr-n mr-quiet", page.words.no_rating),
    }
}

/// The scores of roles: the team's, the lowest and highest of people, and everybody's where they are few.
pub(super) fn scores(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let heads = |pen: &mut Pen| {
        pen.put("th[scope=col]", words.gap_role);
        for head in [words.team, words.lowest, words.highest] {
            pen.put("th.mr-n[scope=col]", head);
        }
        if page.has_columns() {
            for place in page.in_order() {
                pen.put("th.mr-n[scope=col]", &page.person(place));
            }
        }
    };
    plain(pen, words.scores_caption, heads, |pen| {
        for (position, role) in page.survey.roles.iter().enumerate() {
            let points = |scores: &Scores| scores.role(&role.id)?.figure.as_ref().map(|own| own.points);
            let each: Vec<Option<f64>> = page.each.iter().map(points).collect();
            let known = || each.iter().flatten().copied();
            pen.el("tr", |pen| {
                pen.el("th[scope=row]", |pen| {
                    pen.el("span.mr-rolecell", |pen| {
                        role_icon(pen, position);
                        pen.text(&role.name);
                    });
                });
                let ends = [known().reduce(f64::min), known().reduce(f64::max)];
                for figure in [points(&page.scores)].into_iter().chain(ends) {
                    pen.put("td.mr-n", &page.figure(figure));
                }
                if page.has_columns() {
                    for place in page.in_order() {
                        pen.put("td.mr-n", &page.figure(each.get(place).copied().flatten()));
                    }
                }
            });
        }
    });
}
