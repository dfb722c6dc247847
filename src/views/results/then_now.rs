//! Every question with both answers, also where nothing moved.

use super::changes::statement;
use super::page::{Against, Page, note, tag};
use super::restating;
use crate::answers::{Answer, Reply};
use crate::survey::Item;
use crate::views::markup::Pen;
use crate::views::progress::items;

/// All answers, folded.
pub(super) fn all_answers(pen: &mut Pen, page: &Page, against: &Against) {
    let words = page.words;
    pen.el("details.mr-more mr-thennow", |pen| {
        pen.put("summary", words.all_answers);
        note(pen, words.all_answers_note);
        restating::introduction(pen, page, against);
        for role in &page.survey.roles {
            pen.el("h3.mr-h3 mr-block", |pen| page.role_cell(pen, &role.id));
            pen.el("ul.mr-changes", |pen| {
                for item in items(role) {
                    pen.el("li", |pen| both(pen, page, against, item));
                }
            });
        }
    });
}

fn both(pen: &mut Pen, page: &Page, against: &Against, item: &Item) {
    let words = page.words;
    let [was, now] = [against.wave, page.wave].map(|wave| wave.answers.items.get(&item.id));
    pen.el("h4.mr-recalled", |pen| {
        pen.put("span.mr-code", &item.code);
        pen.put("span", &item.stem);
        pen.when(restating::restated(page, against, item).is_some(), |pen| tag(pen, words.restated_tag));
    });
    pen.el("div.mr-pairtext", |pen| {
        line(pen, "p.mr-was", words.was, &said(page, item, was));
        line(pen, "p.mr-is", words.is_now, &said(page, item, now));
    });
    restating::offer(pen, page, against, item);
}

/// What was said at one time.
pub(super) fn line(pen: &mut Pen, start: &'static str, when: &str, said: &str) {
    pen.el(start, |pen| {
        pen.put("span", when);
        pen.text(" ");
        pen.text(said);
    });
}

/// An answer in words: its statement, or why there is none.
pub(super) fn said(page: &Page, item: &Item, answer: Option<&Answer>) -> String {
    let words = page.words;
    let reply = answer.and_then(|answer| answer.reply);
    let earlier = answer.is_some_and(|answer| answer.meaning_rev != item.meaning_rev);
    match reply {
        // Its statement is not in this survey any more.
        Some(Reply::Rated(_)) if earlier => words.earlier_wording.to_owned(),
        Some(Reply::Rated(rating)) => statement(page, item, rating),
        Some(Reply::NotApplicable) => words.not_applicable.to_owned(),
        Some(Reply::Unknown) => words.not_known.to_owned(),
        None => words.not_answered.to_owned(),
    }
}
