//! The structures as cards: how well each fits, what speaks for and against it, and what it lacks.

use super::super::bars::Bar;
use super::super::counted::counted;
use super::super::table::Table;
use super::Page;
use crate::lens::abm::{Fitted, Structure};
use crate::lens::wording::Abm as Says;
use crate::views::charts::{number, path};
use crate::views::frame::wide_section;
use crate::views::icon::{Icon, icon};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};

const PLUS: &str = "M10 4v12M4 10h12";
const MINUS: &str = "M4 10h12";

/// The section, where a condition is known.
pub(super) fn cards(pen: &mut Pen, page: &Page) {
    if !page.has_fit() {
        return;
    }
    let shown = page.shown;
    let note = [page.say(Says::FitNote), " ", page.text("findings/caution")].concat();
    wide_section(pen, page.text("sections/structures"), &note, |pen| {
        let chart = shown.chart("lens-abm-structures", page.say(Says::Chart));
        pen.el("div.mr-structures", |pen| {
            chart.mark(pen);
            for own in in_order(page) {
                if let Some(structure) = page.structure(&own.key) {
                    card(pen, page, own, structure);
                }
            }
        });
        chart.save(pen, shown.told);
        table(pen, page);
    });
}

fn table(pen: &mut Pen, page: &Page) {
    let shown = page.shown;
    let mut rows = Vec::new();
    for own in in_order(page) {
        let Some(structure) = page.structure(&own.key) else { continue };
        let fit =
            own.fit.map_or_else(|| page.say(Says::NotAnswered).to_owned(), |fit| shown.language.figure(fit));
        let cells = [
            &structure.name,
            &fit,
            &standing(page, own),
            size_of_change(page, structure),
            &structure.evidence,
        ];
        rows.push(cells.map(|cell: &str| cell.to_owned()).to_vec());
    }
    let heads = &[
        (page.say(Says::Structure), false),
        (page.text("results/fit"), true),
        (page.say(Says::Standing), false),
        (page.text("results/disruption"), false),
        (page.text("results/evidence"), false),
    ];
    Table { caption: page.say(Says::Chart), heads, rows, ..Table::default() }
        .folded(pen, shown.words().as_table);
}

fn size_of_change<'a>(page: &Page<'a>, structure: &Structure) -> &'a str {
    page.shown.lens.text_of("size_of_change", &(structure.disruption as u32).to_string())
}

/// The one that comes first, then those that are open, then the others, each by fit.
fn in_order<'a>(page: &Page<'a>) -> Vec<&'a Fitted> {
    let fit = &page.own.fit;
    let rank = |own: &Fitted| {
        let chosen = if fit.choice.as_ref() == Some(&own.key) { 2000.0 } else { 0.0 };
        let open = if own.gate_open { 1000.0 } else { 0.0 };
        chosen + open + own.fit.unwrap_or(-1.0)
    };
    let mut all: Vec<&Fitted> = Vec::new();
    for own in &fit.table {
        let place = all.iter().position(|other| rank(other) < rank(own)).unwrap_or(all.len());
        all.insert(place, own);
    }
    all
}

fn card(pen: &mut Pen, page: &Page, own: &Fitted, structure: &Structure) {
    let is_choice = page.own.fit.choice.as_ref() == Some(&own.key);
    pen.open("section");
    pen.set(
        "class",
        match (is_choice, own.gate_open) {
            (true, _) => "mr-card mr-structure mr-card-strong",
            (_, true) => "mr-card mr-structure",
            _ => "mr-card mr-structure mr-structure-closed",
        },
    );
    pen.el("div.mr-structure-head", |pen| {
        pen.el("div", |pen| {
            pen.put("p.mr-note", &standing(page, own));
            pen.put("h3.mr-h3", &structure.name);
        });
        if let Some(fit) = own.fit {
            pen.el("b", |pen| {
                pen.put("span.mr-hidden", page.text("results/fit"));
                pen.text(" ");
                pen.text(&page.shown.language.whole(fit));
            });
        }
    });
    Bar { share: own.fit, quiet: !own.gate_open, tick: None }.draw(pen);
    pen.el("p.mr-small", |pen| {
        pen.text(&structure.gist);
        if !is_choice {
            pen.text(" ");
            pen.text(&structure.when);
        }
    });
    reasons(pen, page, own, structure);
    let known = known(page, structure);
    if known < structure.weights.len() {
        let all = [("all", Count(structure.weights.len()))];
        pen.put("p.mr-note", &counted(page.shown, page.shown.forms(Says::Known), known, &all));
    }
    meta(pen, page, structure);
    pen.close();
}

/// What a structure is among the others.
fn standing(page: &Page, own: &Fitted) -> String {
    let fit = &page.own.fit;
    let is = |keys: &[String]| keys.contains(&own.key);
    let text = match () {
        () if fit.choice.as_ref() == Some(&own.key) => page.text("results/choice"),
        () if is(&fit.close) && is(&fit.support) => page.say(Says::CloseSupportShort),
        () if is(&fit.close) => page.text("results/close"),
        () if is(&fit.support) => page.text("results/support"),
        () if fit.nearest.as_ref() == Some(&own.key) => page.text("results/nearest"),
        () if own.gate_open => page.text("results/gate_open"),
        () => page.text("results/gate_closed"),
    };
    if page.is_provisional() && own.gate_open {
        page.shown.fill(page.say(Says::Provisional), &[("standing", Text(text))])
    } else {
        text.to_owned()
    }
}

/// What speaks for it and against it, and what would have to be true.
fn reasons(pen: &mut Pen, page: &Page, own: &Fitted, structure: &Structure) {
    pen.el("ul.mr-proscons", |pen| {
        for (names, sign, side, label) in
            [(&own.pro, PLUS, 0, "results/pro"), (&own.con, MINUS, 1, "results/con")]
        {
            for name in names {
                let weight = structure.weights.iter().find(|weight| weight.name == *name);
                let Some(reason) = weight.and_then(|weight| weight.reasons.get(side)) else { continue };
                pen.el("li", |pen| {
                    pen.el("svg.mr-icon[viewBox=0 0 20 20][aria-hidden=true]", |pen| path(pen, "path", sign));
                    pen.el("span", |pen| {
                        pen.put("span.mr-hidden", page.text(label));
                        pen.text(" ");
                        pen.text(reason);
                    });
                });
            }
        }
        for (key, _, need) in &structure.gates {
            if own.missing.contains(key) {
                pen.el("li", |pen| {
                    icon(pen, Icon::Lock);
                    pen.el("span", |pen| {
                        pen.put("b", page.text("results/missing"));
                        pen.text(": ");
                        pen.text(need);
                        pen.text(" ");
                        let today = page.today(key);
                        pen.say("span.mr-quiet", page.shown.say(Says::Today), &[("today", Text(&today))]);
                    });
                });
            }
        }
    });
}

/// How many of its conditions are known.
fn known(page: &Page, structure: &Structure) -> usize {
    let is_known = |key: &String| {
        let id = page.rules.conditions.iter().find(|(own, _)| own == key).map(|(_, id)| id);
        let answer =
            id.and_then(|id| page.shown.record.answers.get("conditions", Some(id.as_str()), "value"));
        matches!(answer, Some(crate::lens::Value::Number(_)))
    };
    structure.weights.iter().filter(|weight| is_known(&weight.condition)).count()
}

/// How large the change would be, and how strong the source.
fn meta(pen: &mut Pen, page: &Page, structure: &Structure) {
    let largest = page.rules.structures.iter().map(|own| own.disruption).fold(1.0, f64::max);
    let size = structure.disruption;
    pen.el("dl.mr-meta", |pen| {
        pen.put("dt", page.text("results/disruption"));
        pen.el("dd", |pen| {
            pen.open("span.mr-pips");
            pen.open("svg[height=10][aria-hidden=true]");
            pen.set("width", &number(largest * 12.0));
            let mut place = 0.0;
            while place < largest {
                pen.open("rect[y=.5][width=9][height=9][rx=2]");
                pen.set("class", if place < size { "mr-pip" } else { "mr-pip-off" });
                pen.set("x", &number(place * 12.0 + 0.5));
                pen.close();
                place += 1.0;
            }
            pen.close();
            pen.close();
            pen.text(size_of_change(page, structure));
        });
        pen.put("dt", page.text("results/evidence"));
        pen.put("dd", &structure.evidence);
    });
}
