//! The report: what was found, what is to follow, every answer and the method, on pages to print.

use super::page::{Page, note};
use super::{Shown, balance, changes, lead, overview, sentence, table, then_now, trust};
use crate::cycle::targets_in_force;
use crate::session::{Action, Screen, Service, Session};
use crate::views::frame::wide_section;
use crate::views::markup::Value::{Count, Day, Short, Text};
use crate::views::markup::{Pen, filled};
use crate::views::progress::items;
use crate::views::{lens, method, plan};
use crate::words::Language;
use yew::{Callback, Html};

/// The body of the report; nothing without a complete wave.
pub fn report(shown: Shown, session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let Some(page) = Page::of(shown, language) else {
        return Html::default();
    };
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    let words = &language.words.carry;
    pen.el("article.mr-report mr-wavereport", |pen| {
        ways(pen, session);
        pen.put("p.mr-kicker", &cover(session, &page));
        pen.put("h1.mr-h1#mr-heading[tabindex=-1]", &sentence::headline(&page).join(" "));
        let lead = sentence::lead(&page);
        pen.when(!lead.is_empty(), |pen| pen.put("p.mr-lead", &lead));
        overview::overview(pen, &page);
        pen.el("div.mr-section-body", |pen| {
            table::table(pen, &page);
            if let Some(against) = &page.against {
                changes::remarks(pen, &page, against);
            }
        });
        lead::lead(pen, &page);
        balance::balance(pen, &page);
        if let Some(against) = &page.against {
            changes::changes(pen, &page, against);
        }
        targets(pen, session, &page);
        plan::written(pen, session);
        lens::report(pen, session);
        answers(pen, &page);
        trust::confidence(pen, &page);
        trust::overall(pen, &page);
        wide_section(pen, words.method, words.method_note, |pen| method::summary(pen, page.survey));
    });
    drawn.done()
}

/// Printing, and the way back.
fn ways(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.carry;
    let title = filled(pen.language, words.print_title, &[("date", Text(&session.today.iso()))]);
    pen.el("div.mr-actions mr-actions-top mr-noprint", |pen| {
        pen.button("mr-button", words.print, Action::Asked(Service::Print(title)));
        pen.button("mr-button mr-button-2", words.back, Action::ScreenPicked(Screen::Results));
    });
}

/// Unit and days of the waves, how many people, the day of the report.
fn cover(session: &Session, page: &Page) -> String {
    let words = &page.language.words.carry;
    let people = session.panel().people().len().max(1);
    let [one, many] = words.people;
    let line = [
        sentence::kicker(page),
        page.fill(if people == 1 { one } else { many }, &[("n", Count(people))]),
        page.fill(words.printed_on, &[("date", Day(session.today))]),
    ];
    line.join(" · ")
}

fn targets(pen: &mut Pen, session: &Session, page: &Page) {
    let words = &page.language.words.carry;
    let targets = targets_in_force(&session.history, &session.addenda);
    wide_section(pen, words.targets, "", |pen| {
        let mut lines = Vec::new();
        for own in page.survey.capabilities() {
            let Some(target) = targets.get(&own.id) else { continue };
            let figure = page.full.capability(&own.id).and_then(|own| own.figure.as_ref());
            let now = figure.map_or_else(
                || page.missing(&own.id).to_owned(),
                |figure| page.language.short(figure.points),
            );
            let mut values =
                vec![("capability", Text(&own.short)), ("now", Text(&now)), ("target", Short(target.score))];
            values.extend(target.by.map(|by| ("date", Day(by))));
            lines.push(page.fill(if target.by.is_some() { words.target_by } else { words.target }, &values));
        }
        if lines.is_empty() {
            return note(pen, words.no_targets);
        }
        pen.el("ul.mr-reasons", |pen| {
            for line in &lines {
                pen.put("li", line);
            }
        });
    });
}

/// Every question with the statement chosen and the note.
fn answers(pen: &mut Pen, page: &Page) {
    let words = &page.language.words.carry;
    wide_section(pen, words.answers, words.answers_note, |pen| {
        method::table(pen, words.answers, &words.answers_columns, |pen| {
            for item in page.survey.roles.iter().flat_map(items) {
                let answer = page.wave.answers.items.get(&item.id);
                pen.el("tr", |pen| {
                    pen.el("th[scope=row]", |pen| {
                        pen.put("span.mr-code", &item.code);
                        pen.text(" ");
                        pen.text(&item.stem);
                    });
                    pen.put("td", &then_now::said(page, item, answer));
                    pen.put("td.mr-usertext", answer.map_or("", |answer| &answer.note));
                });
            }
        });
    });
}
