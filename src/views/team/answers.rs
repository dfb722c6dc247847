//! Who said what: every rating as a dot, role by role, and whether people agree.

use super::page::Page;
use super::sentence::can_agree;
use super::table;
use crate::survey::{Item, Role};
use crate::team::ItemSpread;
use crate::views::charts::{Dots, Pile, dots, role_icon};
use crate::views::frame::wide_section;
use crate::views::icon::{Icon, icon};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Short, Text};
use crate::views::results::axis_head;

/// The section.
pub(super) fn answers(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let cut = page.decimals(page.survey.parameters.team.ad_cut, 2);
    let note = if can_agree(page) {
        page.fill(words.who_note, &[("cut", Text(&cut))])
    } else {
        words.who_note_pair.to_owned()
    };
    wide_section(pen, words.who_title, &note, |pen| {
        pen.put("p.mr-note", words.reveal);
        key(pen, page);
        for (position, role) in page.survey.roles.iter().enumerate() {
            let rated = page.rated(role);
            if !rated.is_empty() {
                let what = page.fill(page.language.words.carry.charts.answers, &[("role", Text(&role.name))]);
                let figure = page.chart("answers", role.id.as_str(), &what);
                pen.el("section.mr-teamrole", |pen| {
                    pen.key(role.id.as_str());
                    figure.mark(pen);
                    of_role(pen, page, position, role, &rated);
                    figure.save(pen, page.session.told.as_ref());
                });
            }
        }
    });
}

/// What the marks mean.
fn key(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let many = page.read.spreads.iter().any(|spread| page.piles(spread).iter().any(Pile::is_counted));
    pen.el("ul.mr-key mr-section-tight", |pen| {
        pen.set("aria-label", page.results.key);
        if page.own.is_some() {
            let you = "circle.mr-plainmark[cx=16][cy=8][r=5.6]";
            sign(pen, you, words.you);
        }
        sign(pen, "circle.mr-dot-other[cx=16][cy=8][r=5.2]", words.a_colleague);
        if many {
            sign(pen, "circle.mr-dot-other mr-dot-group[cx=16][cy=8][r=6]", words.several);
        }
        if can_agree(page) {
            sign(pen, "path.mr-median[d=M16 2V14]", words.median);
        }
    });
}

/// A mark and its name.
pub(super) fn sign(pen: &mut Pen, mark: &'static str, name: &str) {
    pen.el("li", |pen| {
        pen.el("svg[viewBox=0 0 32 16][aria-hidden=true]", |pen| pen.el(mark, |_| ()));
        pen.text(name);
    });
}

fn of_role(pen: &mut Pen, page: &Page, position: usize, role: &Role, rated: &[(&Item, &ItemSpread)]) {
    let words = page.words;
    pen.el("h3.mr-h3 mr-rolecell", |pen| {
        role_icon(pen, position);
        pen.text(&role.name);
    });
    together(pen, page, role, rated.len());
    pen.el("div.mr-teamhead[aria-hidden=true]", |pen| {
        pen.put("span", words.question);
        axis_head(pen, page.survey, "span.mr-axishead mr-stripbox");
        pen.put("span", if can_agree(page) { words.agreement } else { words.distance });
    });
    for (item, spread) in rated {
        pen.el("div.mr-teamrow", |pen| {
            pen.put("p", &item.stem);
            dots(
                pen,
                &Dots {
                    role: position,
                    piles: &page.piles(spread),
                    range: true,
                    bar: can_agree(page).then(|| page.survey.points(spread.median.value())),
                    label: &label(page, item, spread),
                },
            );
            pen.el("p.mr-small", |pen| agreement(pen, page, spread));
        });
    }
    pen.el("details.mr-more", |pen| {
        pen.put("summary", words.as_table);
        table::ratings(pen, page, role, rated);
    });
}

/// What holds for the whole role.
fn together(pen: &mut Pen, page: &Page, role: &Role, rated: usize) {
    let words = page.words;
    let mut sentences = Vec::new();
    let read = page.read.roles.iter().find(|own| own.id == role.id);
    if let Some(deviation) = read.and_then(|own| own.deviation) {
        sentences.push(page.fill(words.role_line, &[("n", Text(&page.decimals(deviation, 2)))]));
    }
    if let Some(index) = read.and_then(|own| own.index) {
        sentences.push(page.fill(words.role_index, &[("n", Text(&page.decimals(index, 2)))]));
    }
    let items = role.capabilities.iter().map(|own| own.items.len()).sum::<usize>();
    let missing = items.saturating_sub(rated);
    if missing > 0 {
        let [one, many] = words.unrated;
        let number = page.spelled(missing);
        sentences.push(page.fill(if missing == 1 { one } else { many }, &[("Number", Text(&number))]));
    }
    if !sentences.is_empty() {
        pen.put("p.mr-note", &sentences.join(" "));
    }
}

/// Whether people agree on an item; with two ratings the difference is all that can be said.
fn agreement(pen: &mut Pen, page: &Page, spread: &ItemSpread) {
    let words = page.words;
    match spread.agreement {
        Some(own) => {
            let deviation = page.decimals(own.deviation, 1);
            let values = [("n", Text(&deviation))];
            if own.acceptable {
                pen.text(&page.fill(words.close, &values));
            } else {
                pen.el("b.mr-verdict", |pen| {
                    icon(pen, Icon::Warning);
                    pen.text(&page.fill(words.apart, &values));
                });
            }
        }
        None => pen.text(&difference(page, spread)),
    }
}

/// How far two ratings lie apart, in words.
pub(super) fn difference(page: &Page, spread: &ItemSpread) -> String {
    let words = page.words;
    let [one, many] = words.difference;
    match spread.difference() {
        Some(0.0) => words.same.to_owned(),
        Some(anchors) => page.fill(if anchors == 1.0 { one } else { many }, &[("n", Short(anchors))]),
        None => words.one_answer.to_owned(),
    }
}

/// What a line of dots shows, in words.
fn label(page: &Page, item: &Item, spread: &ItemSpread) -> String {
    let words = page.words;
    let mut ratings: Vec<f64> = spread.dots.iter().map(|(_, rating)| rating.value()).collect();
    ratings.sort_unstable_by(f64::total_cmp);
    let mut written = Vec::new();
    if page.has_columns() {
        for rating in &ratings {
            written.push(page.language.short(*rating));
        }
    }
    let message = match (page.has_columns(), can_agree(page)) {
        (true, true) => words.row,
        (true, false) => words.row_pair,
        (false, _) => words.row_many,
    };
    page.fill(
        message,
        &[
            ("question", Text(&item.stem)),
            ("ratings", Text(&written.join(", "))),
            ("n", Count(ratings.len())),
            ("low", Short(spread.lowest.value())),
            ("high", Short(spread.highest.value())),
            ("median", Short(spread.median.value())),
        ],
    )
}
