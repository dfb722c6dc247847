//! The results: one sentence, the chart that proves it, the table to check it, and everything that follows.
//! With one wave it is the baseline; with more, the latest wave against the baseline.

mod balance;
mod changes;
mod lead;
mod overview;
mod page;
mod sentence;
mod table;
mod trust;
mod workings;

use crate::history::History;
use crate::session::{Action, Screen};
use crate::survey::Survey;
use crate::views::frame::press;
use crate::views::icon::{Icon, icon};
use crate::views::markup::{all, el, text, with};
use crate::words::Language;
use page::Page;
use yew::{Callback, Html};

/// The body of the results screen; nothing without a complete wave. The example says that it is one.
pub fn results(
    survey: &Survey,
    language: &Language,
    history: &History,
    is_example: bool,
    on_action: &Callback<Action>,
) -> Html {
    let Some(page) = Page::of(survey, language, history) else {
        return Html::default();
    };
    let mut table = vec![table::table(&page)];
    table.extend(page.against.as_ref().map(|against| changes::remarks(&page, against)));
    table.push(workings::table(&page));
    let mut parts = vec![
        opening(&page, is_example, on_action),
        overview::overview(&page),
        el("div", "mr-section-body", table),
        lead::lead(&page),
        balance::balance(&page),
    ];
    parts.extend(page.against.as_ref().map(|against| changes::changes(&page, against)));
    parts.extend([trust::confidence(&page), closing(&page, is_example, on_action), trust::overall(&page)]);
    all(parts)
}

/// Date and scope, the sentence, the line below it.
fn opening(page: &Page, is_example: bool, on_action: &Callback<Action>) -> Html {
    let mut parts = vec![el("p", "mr-kicker", vec![text(sentence::kicker(page))])];
    if is_example {
        parts.insert(0, example_notice(page, on_action));
    }
    let sentences = sentence::headline(page);
    let heading = match sentences.as_slice() {
        [one] => vec![text(one.clone())],
        several => several
            .iter()
            .flat_map(|one| [el("span", "mr-sentence", vec![text(one.clone())]), text(" ")])
            .collect(),
    };
    let names = &["class", "id", "tabindex"];
    parts.push(with("h1", names, vec!["mr-h1".into(), "mr-heading".into(), "-1".into()], heading));
    let lead = sentence::lead(page);
    if !lead.is_empty() {
        parts.push(el("p", "mr-lead", vec![text(lead)]));
    }
    all(parts)
}

fn example_notice(page: &Page, on_action: &Callback<Action>) -> Html {
    let words = page.words;
    let label = el("b", "", vec![text(words.example)]);
    let says = el("p", "", vec![label, text(" "), text(words.example_note)]);
    let back = press("mr-button mr-button-2", text(words.example_close), back(on_action));
    let says = el("div", "", vec![says, back]);
    el("div", "mr-notice mr-notice-top", vec![icon(Icon::Info), says])
}

fn back(on_action: &Callback<Action>) -> Callback<yew::MouseEvent> {
    on_action.reform(|_| Action::ScreenPicked(Screen::Welcome))
}

/// What can be done next.
fn closing(page: &Page, is_example: bool, on_action: &Callback<Action>) -> Html {
    let words = page.words;
    let (title, note, button) = if is_example {
        (
            words.example_end,
            words.example_end_note,
            press("mr-button", text(words.example_start), back(on_action)),
        )
    } else {
        let scope = page.wave.scope.clone();
        let again = on_action.reform(move |_| Action::Started { scope: scope.clone() });
        (words.again_title, words.again_note, press("mr-button", text(words.again), again))
    };
    let actions = el("div", "mr-actions mr-actions-top", vec![button]);
    let section = page::section(title.to_owned(), vec![text(note)], true, vec![actions]);
    el("div", "mr-noprint", vec![section])
}
