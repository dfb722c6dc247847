//! The baseline seen with today's eyes: who learns judges the own past more strictly, so an answer can be
//! restated with a reason. Both readings are kept, and the original stays the headline (model 2.7.6).

use super::Kind;
use super::changes::statement;
use super::page::{Against, Page, note};
use super::then_now::line;
use crate::addendum::Restatement;
use crate::cycle;
use crate::history::{Difference, Verdict, change};
use crate::session::{Action, Addition};
use crate::survey::{Item, ItemId};
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Spelled, Text};
use crate::views::question::sheet::{choice, in_order};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The longest reason, counted as the browser counts towards `maxlength`.
const LONGEST: &str = "2000";

/// What an item of the baseline was restated as, if it was.
pub(super) fn restated<'a>(page: &Page<'a>, against: &Against<'a>, item: &Item) -> Option<&'a Restatement> {
    page.shown.addenda.get(&against.wave.id)?.restated.get(&item.id)
}

/// Why one would, or why one cannot here.
pub(super) fn introduction(pen: &mut Pen, page: &Page, against: &Against) {
    if page.shown.kind == Kind::Own {
        let words = page.words;
        note(pen, if against.comparison.same_persons { words.restate_why } else { words.restate_other });
    }
}

/// Statements to choose from, with the original one, and the reason; where both answers can be held together.
pub(super) fn offer(pen: &mut Pen, page: &Page, against: &Against, item: &Item) {
    let original = original(page, against, item);
    pen.when(original.is_some(), |pen| {
        let Some(original) = original else { return };
        let words = page.words;
        let own = restated(page, against, item);
        pen.el("details.mr-more mr-restate", |pen| {
            pen.el("summary", |pen| {
                pen.text(words.restate);
                pen.put("span.mr-hidden", &[" ", item.code.as_str()].concat());
            });
            pen.el("fieldset", |pen| {
                pen.put("legend.mr-hidden", &item.stem);
                pen.el("div.mr-choices mr-choices-alt", |pen| choices(pen, page, item, original, own));
            });
            pen.when(own.is_some(), |pen| {
                reason(pen, page, item, own.map(|own| own.reason.as_str()).unwrap_or_default());
            });
        });
    });
}

/// The anchor of the baseline, where the same person rated the question then and now in its present meaning.
fn original(page: &Page, against: &Against, item: &Item) -> Option<u8> {
    let offered = page.shown.kind == Kind::Own && against.comparison.same_persons;
    let [was, now] = [against.wave, page.wave].map(|wave| {
        let answer = wave.answers.items.get(&item.id)?;
        (answer.meaning_rev == item.meaning_rev).then(|| wave.answers.rating(&item.id)).flatten()
    });
    now.filter(|_| offered).and(was).and_then(|rating| rating.anchor())
}

fn choices(pen: &mut Pen, page: &Page, item: &Item, original: u8, own: Option<&Restatement>) {
    let words = page.words;
    let chosen = own.and_then(|own| own.rating.anchor()).unwrap_or(original);
    let group = ["mr-restate-", item.id.as_str()].concat();
    for anchor in in_order(page.wave.respondent.anchor_order, item.anchors.iter()) {
        let is_original = anchor.rating == original;
        let marked = [&anchor.text, " (", words.answer_then, ")"].concat();
        let restated = (!is_original).then_some(anchor.rating);
        let action = Action::Added(Addition::Restated { item: item.id.clone(), anchor: restated });
        let text = if is_original { &marked } else { &anchor.text };
        choice(pen, &group, text, anchor.rating == chosen, None, action);
    }
}

fn reason(pen: &mut Pen, page: &Page, item: &Item, reason: &str) {
    let words = page.words;
    let field = ["mr-reason-", item.id.as_str()].concat();
    let hint = [&field, "-hint"].concat();
    let id = item.id.clone();
    let on_input = pen.on_action.reform(move |event: InputEvent| {
        let area = event.target_dyn_into::<HtmlTextAreaElement>();
        let reason = area.map(|area| area.value()).unwrap_or_default();
        Action::Added(Addition::RestatementExplained { item: id.clone(), reason })
    });
    pen.el("div.mr-field", |pen| {
        pen.el("label", |pen| {
            pen.set("for", &field);
            pen.text(words.reason_label);
        });
        pen.el("p.mr-note", |pen| {
            pen.set("id", &hint);
            pen.text(words.reason_hint);
        });
        pen.el("textarea.mr-input", |pen| {
            pen.set("id", &field);
            pen.set("maxlength", LONGEST);
            pen.set("aria-describedby", &hint);
            pen.value(reason);
            pen.on_input(on_input);
        });
    });
}

/// The change from both baselines side by side, and what was seen differently; nothing where nothing was.
pub(super) fn beside(pen: &mut Pen, page: &Page, against: &Against) {
    let answers = cycle::restated(against.wave, page.shown.addenda);
    pen.when(answers.is_some(), |pen| {
        let Some(answers) = answers else { return };
        let weights = &page.wave.weights;
        let read = change(page.survey, &answers, &page.wave.answers, weights, against.comparison);
        let words = page.words;
        let seen = seen(page, against);
        let [one, many] = words.restated_note;
        let values = [("number", Spelled(seen.len())), ("total", Count(page.survey.item_count()))];
        pen.el("div.mr-block", |pen| {
            pen.put("h3.mr-h3", words.restated_title);
            pen.say("p.mr-note", if seen.len() == 1 { one } else { many }, &values);
            pen.el("div.mr-plain mr-section-tight", |pen| {
                pen.el("table.mr-table", |pen| {
                    pen.put("caption.mr-hidden", words.restated_title);
                    pen.el("thead", |pen| {
                        pen.el("tr", |pen| {
                            for name in words.restated_columns {
                                pen.put("th[scope=col]", name);
                            }
                        });
                    });
                    pen.el("tbody", |pen| {
                        for ((id, given), (_, today)) in against.change.roles.iter().zip(&read.roles) {
                            pen.el("tr", |pen| {
                                pen.el("th[scope=row]", |pen| page.role_cell(pen, id));
                                cells(pen, page, [*given, *today]);
                            });
                        }
                        pen.el("tr.mr-totalrow", |pen| {
                            pen.put("th[scope=row]", words.overall);
                            cells(pen, page, [against.change.overall, read.overall]);
                        });
                    });
                });
            });
            pen.el("ul.mr-changes mr-section-tight", |pen| {
                for (item, own) in &seen {
                    pen.el("li", |pen| {
                        pen.key(item.id.as_str());
                        differently(pen, page, against, item, own);
                    });
                }
            });
        });
    });
}

/// The change from one baseline in each cell.
fn cells(pen: &mut Pen, page: &Page, differences: [Option<Difference>; 2]) {
    for difference in differences {
        let Some(difference) = difference else {
            pen.put("td.mr-quiet", page.words.not_in_both);
            continue;
        };
        let withheld = difference.verdict == Verdict::Withheld;
        pen.el(if withheld { "td.mr-quiet" } else { "td" }, |pen| {
            pen.put("span.mr-num", &page.language.signed(difference.delta()));
            pen.text(" ");
            page.verdict(pen, difference);
        });
    }
}

/// Every item that was seen differently, in asking order.
fn seen<'a>(page: &Page<'a>, against: &Against<'a>) -> Vec<(&'a Item, &'a Restatement)> {
    let answered = |id: &ItemId| against.wave.answers.items.get(id).is_some();
    let mut found = Vec::new();
    for item in page.survey.items() {
        if let Some(own) = restated(page, against, item).filter(|_| answered(&item.id)) {
            found.push((item, own));
        }
    }
    found
}

fn differently(pen: &mut Pen, page: &Page, against: &Against, item: &Item, own: &Restatement) {
    let words = page.words;
    pen.el("h4.mr-recalled", |pen| {
        pen.put("span.mr-code", &item.code);
        pen.put("span", &item.stem);
    });
    pen.el("div.mr-pairtext", |pen| {
        if let Some(rating) = against.wave.answers.rating(&item.id) {
            line(pen, "p.mr-was", words.was, &statement(page, item, rating));
        }
        line(pen, "p.mr-is", words.restated_as, &statement(page, item, own.rating));
        let reason = own.reason.trim();
        if reason.is_empty() {
            note(pen, words.restated_ask);
        } else {
            pen.say("p.mr-small", words.restated_reason, &[("reason", Text(reason))]);
        }
    });
}
