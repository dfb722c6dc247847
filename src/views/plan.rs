//! The plan: one role, why, its moves, the 90 days as they are lived, and the check at their end (model 3.1
//! to 3.3). With all targets reached it asks for new ones (model 2.8).

mod calendar;
mod check;
mod earlier;
mod fields;
mod moves;
mod page;
mod why;
mod written;

pub use calendar::appointments_of;
pub use written::written;

use super::frame::section;
use super::markup::Pen;
use super::markup::Value::{Count, Text};
use crate::plan::FocusState;
use crate::session::{Action, Screen, Session};
use crate::words::Language;
use page::Page;
use yew::{Callback, Html};

/// The screen; nothing without a complete wave. `on_calendar` offers the dates as a file.
pub fn plan(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    on_calendar: &Callback<()>,
) -> Html {
    let Some(page) = Page::of(session, language) else {
        return Html::default();
    };
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    opening(pen, &page);
    pen.el("div", |pen| {
        if !page.is_renewal() {
            why::why(pen, &page);
        }
    });
    moves::moves(pen, &page);
    pen.el("div", |pen| watch(pen, &page));
    pen.el("div", |pen| calendar::calendar(pen, &page, on_calendar));
    pen.el("div", |pen| check::check(pen, &page));
    pen.el("div", |pen| earlier::earlier(pen, &page));
    drawn.done()
}

/// Days and unit, the role, the line below it.
fn opening(pen: &mut Pen, page: &Page) {
    let words = page.words;
    pen.put("p.mr-kicker", &page.kicker());
    let (title, lead, button) = match page.cycle.proposed.focus.state {
        FocusState::RenewTargets if page.cycle.targets.is_empty() => {
            (words.nothing.to_owned(), words.nothing_lead, Some(words.own_targets))
        }
        FocusState::RenewTargets if !page.has_raised() => {
            (words.nothing_above.to_owned(), words.nothing_above_lead, Some(words.new_targets))
        }
        FocusState::RenewTargets => (words.reached.to_owned(), words.reached_lead, Some(words.new_targets)),
        FocusState::Chosen => {
            let role = page.running().map(|own| &own.underway.focus).or(page.cycle.plan.focus.role.as_ref());
            let role = role.map(|id| page.role_within(id)).unwrap_or_default();
            let values = [("days", Count(usize::from(page.days))), ("role", Text(&role))];
            let template = if role.is_empty() { words.title_alone } else { words.title };
            (page.fill(template, &values), words.lead, None)
        }
    };
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", &title);
    pen.put("p.mr-lead", lead);
    pen.el("div", |pen| {
        if let Some(button) = button {
            pen.el("div.mr-actions", |pen| {
                pen.button("mr-button", button, Action::ScreenPicked(Screen::Targets));
            });
        }
    });
}

/// The strong role that must not suffer.
fn watch(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let focus = page.running().map(|own| &own.underway.focus);
    let Some(watch) = page.cycle.plan.watch.as_ref().filter(|own| focus != Some(&own.role)) else {
        return;
    };
    let Some((position, role)) = page.role(&watch.role) else {
        return;
    };
    section(pen, words.watch, "", |pen| {
        pen.el("div.mr-pair", |pen| {
            pen.open("div");
            pen.set("class", super::icon::role_class(position));
            pen.el("b", |pen| {
                super::icon::role_icon(pen, position);
                match watch.capability.as_ref().and_then(|id| page.session.survey.capability(id)) {
                    Some(own) => {
                        let capability = (page.shared.within_sentence)(&own.short);
                        let values = [("Role", Text(&role.name)), ("capability", Text(&capability))];
                        pen.text(&page.fill(words.watched, &values));
                    }
                    None => pen.text(&role.name),
                }
            });
            pen.put("p.mr-small", &page.reason(crate::plan::Reason::Protect, &watch.role, &[]));
            pen.close();
        });
    });
}
