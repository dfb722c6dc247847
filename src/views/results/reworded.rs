//! Two versions of the survey: which answers are held together across other words, and what they are read as;
//! and the offer of a new baseline where too few are (model 6).

use super::Kind;
use super::changes::statement;
use super::page::{Against, Page, note};
use crate::answers::Answer;
use crate::history::{Change, ClosePair};
use crate::session::Action;
use crate::survey::{Bridge, Item, Relation};
use crate::views::icon::Icon;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day, Text};
use crate::views::notice::{NoticeKind, notice};

/// How many of the compared questions were asked in other words before; nothing where none was.
pub(super) fn remark(pen: &mut Pen, page: &Page, change: &Change) {
    let number = change.close_items();
    if number > 0 {
        let written = (page.words.start_sentence)(&page.count(number));
        let [one, many] = page.words.reworded_note;
        let values = [("Number", Text(&written)), ("paired", Count(change.paired_items))];
        pen.say("p.mr-note", if number == 1 { one } else { many }, &values);
    }
}

/// What is different in the question, in the survey's own words.
pub(super) fn why(pen: &mut Pen, page: &Page, close: &ClosePair) {
    pen.say("p.mr-small mr-reworded", page.words.reworded_why, &[("reason", Text(&close.reason))]);
}

/// Why an answer of the baseline is not held against one of today, where the survey says that the two differ.
pub(super) fn why_not(pen: &mut Pen, page: &Page, against: &Against, item: &Item) {
    let parts = |own: &&Bridge| {
        let given = against.wave.answers.items.get(&own.from.item);
        own.relation == Relation::Different
            && own.to.item == item.id
            && given.is_some_and(|given| given.meaning_rev == own.from.rev)
    };
    if let Some(bridge) = page.survey.bridges().iter().find(parts) {
        let values = [("reason", Text(&bridge.reason))];
        pen.say("p.mr-small mr-reworded", page.words.not_compared_why, &values);
    }
}

/// Pairs across other words that did not move, as those that did stand with the changes.
pub(super) fn still(pen: &mut Pen, page: &Page, against: &Against) {
    let words = page.words;
    let still = || against.change.close.iter().filter(|own| own.was == own.now);
    pen.when(still().next().is_some(), |pen| {
        pen.put("h3.mr-h3 mr-block", words.reworded_still);
        note(pen, words.reworded_still_note);
        pen.el("ul.mr-changes mr-section-tight", |pen| {
            for own in still() {
                let Some(place) = page.survey.place(&own.item) else { continue };
                pen.el("li", |pen| {
                    pen.el("h4", |pen| {
                        pen.put("span.mr-code", &place.item.code);
                        pen.put("span", &place.item.stem);
                    });
                    pen.el("div.mr-pairtext", |pen| {
                        pen.put("p.mr-is", &statement(page, place.item, own.now));
                        why(pen, page, own);
                    });
                });
            }
        });
    });
}

/// What was said at both times as it is compared; an answer to other words says that it is read as this one.
pub(super) fn said(page: &Page, item: &Item, close: &ClosePair, given: [Option<&Answer>; 2]) -> [String; 2] {
    let mut at = given.into_iter();
    [close.was, close.now].map(|rating| {
        let statement = statement(page, item, rating);
        let as_asked = at.next().flatten().is_some_and(|own| own.meaning_rev == item.meaning_rev);
        if as_asked { statement } else { page.fill(page.words.read_as, &[("statement", Text(&statement))]) }
    })
}

/// The offer to take the latest wave as a baseline of its own.
pub(super) fn new_baseline(pen: &mut Pen, page: &Page, change: &Change) {
    let offered = change.new_baseline && page.shown.kind == Kind::Own;
    pen.when(offered, |pen| {
        let words = page.words;
        let (date, scope) = (("date", Day(page.wave.date)), page.shown.scope);
        let template = if scope.is_empty() { words.new_baseline_unnamed } else { words.new_baseline_scope };
        let scope = page.fill(template, &[("scope", Text(scope)), date]);
        pen.el("div.mr-block mr-noprint", |pen| {
            notice(pen, NoticeKind::Plain, Icon::Info, |pen| {
                pen.el("p", |pen| {
                    pen.put("b", words.new_baseline);
                    pen.text(" ");
                    pen.text(&page.fill(words.new_baseline_note, &[date]));
                });
                let take = Action::BaselineTaken { scope };
                pen.button("mr-button mr-button-2", words.new_baseline_take, take);
            });
        });
    });
}
