//! What two groups see differently: a line and a row for each role, then what to talk about.

use super::answers::sign;
use super::gap::{Sides, numbered};
use super::page::Page;
use super::table::plain;
use crate::answers::Rating;
use crate::survey::{Item, Role};
use crate::team::RoleGap;
use crate::views::charts::{Strip, role_icon, strip};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Figure, Text};
use crate::views::results::axis_head;

/// How many roles are seen differently.
pub(super) fn title(page: &Page, sides: &Sides) -> String {
    let known = known(sides);
    match known.iter().filter(|gap| gap.is_notable()).count() {
        _ if known.is_empty() => page.words.gap_unknown.to_owned(),
        0 => page.words.gap_none.to_owned(),
        number => numbered(page, page.words.gap, number),
    }
}

fn known(sides: &Sides) -> Vec<RoleGap> {
    sides.gap.roles.iter().filter_map(|(_, gap)| *gap).collect()
}

/// What is held against what, with the threshold where one holds for every role.
pub(super) fn note(page: &Page, sides: &Sides) -> String {
    let [first, second] = &sides.within;
    let mut note = page.fill(page.words.gap_note, &[("first", Text(first)), ("second", Text(second))]);
    let known = known(sides);
    if let Some(one) = known.first()
        && known.iter().all(|gap| (gap.threshold - one.threshold).abs() < 0.05)
    {
        note.push(' ');
        note.push_str(&page.fill(page.words.threshold, &[("n", Figure(one.threshold))]));
    }
    note
}

/// The roles as lines, and every figure as a table.
pub(super) fn roles(pen: &mut Pen, page: &Page, sides: &Sides) {
    let [first, second] = sides.names;
    if known(sides).is_empty() {
        return table(pen, page, sides);
    }
    let figure = page.chart("team-gap", "", page.language.words.carry.charts.team_gap);
    pen.el("div", |pen| {
        figure.mark(pen);
        pen.el("ul.mr-key", |pen| {
            pen.set("aria-label", page.results.key);
            sign(pen, "circle.mr-plainmark[cx=16][cy=8][r=5.6]", first);
            sign(pen, "circle.mr-dot-base[cx=16][cy=8][r=4.5]", second);
        });
        pen.el("div.mr-leadchart", |pen| {
            pen.el("div.mr-leadaxis[aria-hidden=true]", |pen| {
                axis_head(pen, page.survey, "span.mr-axishead mr-stripbox");
            });
            for (position, (id, gap)) in sides.gap.roles.iter().enumerate() {
                // The table tells which roles cannot be compared.
                let (Some(role), Some(gap)) = (page.survey.role(id), gap) else { continue };
                pen.el("div.mr-leadrow", |pen| row(pen, page, sides, position, role, *gap));
            }
        });
    });
    figure.save(pen, page.session.told.as_ref());
    table(pen, page, sides);
}

fn row(pen: &mut Pen, page: &Page, sides: &Sides, position: usize, role: &Role, gap: RoleGap) {
    let [first, second] = sides.names;
    let values = [
        ("role", Text(&role.name)),
        ("first", Text(first)),
        ("a", Figure(gap.first)),
        ("second", Text(second)),
        ("b", Figure(gap.second)),
    ];
    pen.el("b.mr-rolecell", |pen| {
        role_icon(pen, position);
        pen.text(&role.name);
    });
    let label = page.fill(page.words.gap_row, &values);
    let (now, base) = (Some(gap.first), Some(gap.second));
    strip(pen, &Strip { role: position, now, base, label: Some(label), ..Strip::default() });
    pen.put("span.mr-n mr-num", &page.language.figure(gap.points().abs()));
}

fn table(pen: &mut Pen, page: &Page, sides: &Sides) {
    let words = page.words;
    let [first, second] = sides.names;
    let heads = |pen: &mut Pen| {
        pen.put("th[scope=col]", words.gap_role);
        for head in [first, second, words.points, words.from] {
            pen.put("th.mr-n[scope=col]", head);
        }
        pen.put("th[scope=col]", words.finding);
    };
    plain(pen, words.gap_caption, heads, |pen| {
        for (id, gap) in &sides.gap.roles {
            let Some(role) = page.survey.role(id) else { continue };
            pen.el("tr", |pen| {
                pen.put("th[scope=row]", &role.name);
                let figures = gap.map(|gap| [gap.first, gap.second, gap.points().abs(), gap.threshold]);
                for figure in figures.map_or([None; 4], |figures| figures.map(Some)) {
                    pen.put("td.mr-n", &page.figure(figure));
                }
                match gap {
                    Some(gap) if gap.is_notable() => pen.el("td", |pen| pen.put("b", words.notable)),
                    Some(_) => pen.put("td", words.not_notable),
                    None => pen.put("td.mr-quiet", words.not_compared),
                }
            });
        }
    });
}

/// The questions furthest apart, with the statements of both sides.
pub(super) fn topics(pen: &mut Pen, page: &Page, sides: &Sides) {
    let words = page.words;
    let topics = &sides.gap.topics;
    if topics.is_empty() {
        return;
    }
    section(pen, &numbered(page, words.topics, topics.len()), words.topics_note, |pen| {
        pen.el("ul", |pen| {
            for topic in topics {
                let Some(place) = page.survey.place(&topic.item) else { continue };
                pen.el("li.mr-topic", |pen| {
                    pen.put("h3.mr-h3", &place.item.stem);
                    for (name, rating) in sides.names.into_iter().zip([topic.first, topic.second]) {
                        pen.el("p.mr-was mr-topicline", |pen| {
                            pen.put("span", name);
                            pen.text(&statement(page, place.item, rating));
                        });
                    }
                });
            }
        });
    });
}

/// The statement of a rating; of one halfway between two, both.
fn statement(page: &Page, item: &Item, rating: Rating) -> String {
    let text = |anchor: u8| item.anchor(anchor).map_or("", |own| own.text.as_str());
    match rating.anchor() {
        Some(anchor) => text(anchor).to_owned(),
        None => {
            let below = rating.value().floor() as u8;
            let values = [("low", Text(text(below))), ("high", Text(text(below.saturating_add(1))))];
            page.fill(page.words.between, &values)
        }
    }
}
