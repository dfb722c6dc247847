//! The latest wave against the one before it: offered second, as the headline is always the baseline (model 2.7.7).

use super::changes::{other_language, other_person};
use super::page::{Page, note};
use super::{Kind, reworded};
use crate::history::{Change, Comparison, Difference, Verdict, Wave, change};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day};

/// The comparison, folded; from the third wave on.
pub(super) fn before(pen: &mut Pen, page: &Page) {
    let mut earlier = page.shown.history.assessments().rev().skip(1);
    let wave = earlier.next().filter(|_| earlier.next().is_some() && page.shown.kind == Kind::Own);
    pen.when(wave.is_some(), |pen| {
        let Some(wave) = wave else { return };
        let comparison = Comparison::between(wave, page.wave);
        let read = change(page.survey, &wave.answers, &page.wave.answers, &page.wave.weights, comparison);
        pen.el("details.mr-more", |pen| {
            pen.say("summary", page.words.before_title, &[("date", Day(wave.date))]);
            remarks(pen, page, wave, comparison, &read);
            pen.el("div.mr-plain mr-section-tight", |pen| table(pen, page, wave, &read));
        });
    });
}

fn remarks(pen: &mut Pen, page: &Page, wave: &Wave, comparison: Comparison, read: &Change) {
    let words = page.words;
    let paired = Count(read.paired_items);
    pen.say("p.mr-note", words.before_note, &[("paired", paired)]);
    if read.withheld {
        let total = Count(page.survey.item_count());
        pen.say("p.mr-note", words.withheld_why, &[("paired", paired), ("total", total)]);
    }
    reworded::remark(pen, page, read);
    if !comparison.same_persons {
        note(pen, &other_person(page, wave, read));
    }
    if let Some(remark) = other_language(page, wave) {
        note(pen, &remark);
    }
}

fn table(pen: &mut Pen, page: &Page, wave: &Wave, read: &Change) {
    let words = page.words;
    pen.el("table.mr-table", |pen| {
        pen.el("caption.mr-hidden", |pen| {
            pen.text(&page.fill(words.before_title, &[("date", Day(wave.date))]));
        });
        pen.el("thead", |pen| {
            pen.el("tr", |pen| {
                pen.put("th[scope=col]", words.role);
                for name in [words.then, words.now, words.change] {
                    pen.put("th.mr-n[scope=col]", name);
                }
                pen.put("th[scope=col]", words.verdict);
            });
        });
        pen.el("tbody", |pen| {
            for (id, difference) in &read.roles {
                pen.el("tr", |pen| {
                    pen.el("th[scope=row]", |pen| page.role_cell(pen, id));
                    figures(pen, page, *difference);
                });
            }
            pen.el("tr.mr-totalrow", |pen| {
                pen.put("th[scope=row]", words.overall);
                figures(pen, page, read.overall);
            });
        });
    });
}

/// Then, now, change and verdict.
fn figures(pen: &mut Pen, page: &Page, difference: Option<Difference>) {
    let Some(difference) = difference else {
        for _ in 0..3 {
            pen.put("td.mr-n", "");
        }
        return pen.put("td.mr-quiet", page.words.not_in_both);
    };
    let language = page.language;
    let withheld = difference.verdict == Verdict::Withheld;
    let (then, now) = (language.figure(difference.base), language.figure(difference.now));
    for figure in [then, now, language.signed(difference.delta())] {
        pen.put(if withheld { "td.mr-n mr-quiet" } else { "td.mr-n" }, &figure);
    }
    pen.el("td", |pen| page.verdict(pen, difference));
}
