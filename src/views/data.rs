//! What is kept here and where: to download, or to erase after a second thought.

mod carry;
mod offered;

use super::frame::section;
use super::icon::Icon;
use super::markup::Value::{Count, Text};
use super::markup::{Pen, filled};
use super::method::{table, ways_on};
use super::notice::{NoticeKind, notice};
use crate::history::{Date, History, Wave, WaveKind};
use crate::session::{Action, Phase, Session};
use crate::storage::Keeping;
use crate::words::Language;
use yew::prelude::*;

/// The screen on data.
/// `link` is the address that carries the latest own wave, where there is one.
/// `on_download` takes everything that can be read, `on_download_damaged` the rest as it is.
pub fn data(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    link: Option<&str>,
    on_download: &Callback<()>,
    on_download_damaged: &Callback<()>,
    on_erase: &Callback<()>,
) -> Html {
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    let words = &language.words.shell.data;
    let has_answers = !session.drafts.is_empty() || !session.lenses.records.is_empty();
    let has_records = waves(session).next().is_some() || has_answers;
    let has_anything = has_records || !session.damaged.is_empty();
    let place = match session.keeping {
        Keeping::Database => words.in_database,
        Keeping::SimpleStorage => words.in_simple,
        Keeping::MemoryByChoice => words.in_tab,
        Keeping::MemoryOnly(_) => words.in_memory,
    };
    let title = if has_anything { words.title } else { words.title_empty };
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", title);
    pen.el("div", |pen| offered::offered(pen, session));
    pen.put("p.mr-lead", place);
    pen.put("p.mr-text mr-small mr-quiet mr-section-tight", words.readers);
    if has_records {
        section(pen, words.list, words.list_note, |pen| list(pen, session));
    }
    carry::bring(pen);
    if has_anything {
        section(pen, words.copy, words.copy_note, |pen| {
            pen.el("div.mr-actions mr-actions-top", |pen| {
                if has_records {
                    download(pen, words.download, on_download);
                }
                if !session.damaged.is_empty() {
                    download(pen, words.download_damaged, on_download_damaged);
                }
            });
        });
        if session.history.latest().is_some() {
            carry::out(pen, session, link);
        }
        section(pen, words.erase_title, words.erase_note, |pen| erasing(pen, session, on_erase));
    }
    ways_on(pen, session);
    drawn.done()
}

fn list(pen: &mut Pen, session: &Session) {
    let language = pen.language;
    let words = &language.words.shell.data;
    let survey = &*session.survey;
    table(pen, words.list, &words.columns, |pen| {
        for (history, wave) in waves(session) {
            let kind = match wave.kind {
                WaveKind::Baseline => words.baseline,
                WaveKind::Reassessment => words.reassessment,
                WaveKind::Pulse => words.pulse,
            };
            let replied = [wave.answers.replied(survey), survey.item_count()];
            let scope = session.scope_of(history);
            record(pen, &wave.id, &language.date(wave.date), scope, kind, replied);
        }
        for (key, draft) in session.drafts.iter() {
            let begun = Date::parse(&draft.id).map(|day| language.date(day)).unwrap_or_default();
            let replied = [draft.answers.replied(survey), survey.item_count()];
            record(pen, key, &begun, session.scope_of_draft(draft), words.unfinished, replied);
        }
        for own in &session.lenses.records {
            let kind = [("lens", Text(session.lens_name(&own.lens)))];
            let parts = own.answers.parts.iter().filter(|(_, part)| !part.is_empty()).count();
            pen.el("tr", |pen| {
                pen.key(&own.id);
                pen.put("th[scope=row].mr-nowrap", &language.date(own.date));
                pen.put("td", if own.scope.is_empty() { words.no_scope } else { &own.scope });
                pen.say("td", language.words.lens.kicker, &kind);
                pen.say("td.mr-num mr-nowrap", language.words.lens.parts_answered, &[("n", Count(parts))]);
            });
        }
    });
}

/// The waves of every assessment with their history, those on screen first.
fn waves(session: &Session) -> impl Iterator<Item = (&History, &Wave)> {
    let all = [&session.history].into_iter().chain(session.others.iter());
    all.flat_map(|history| history.waves().iter().map(move |wave| (&**history, &**wave)))
}

/// A row of the list.
fn record(pen: &mut Pen, key: &str, date: &str, scope: &str, kind: &str, [replied, all]: [usize; 2]) {
    let words = &pen.language.words.shell;
    pen.el("tr", |pen| {
        pen.key(key);
        pen.put("th[scope=row].mr-nowrap", date);
        pen.put("td", if scope.is_empty() { words.data.no_scope } else { scope });
        pen.put("td", kind);
        pen.say("td.mr-num mr-nowrap", words.welcome.of, &[("n", Count(replied)), ("all", Count(all))]);
    });
}

fn download(pen: &mut Pen, text: &str, then: &Callback<()>) {
    pen.press("mr-button mr-button-2", text, then.reform(|_| ()));
}

/// The button stays where it is while the question below it is open, so that focus has a place to return to.
fn erasing(pen: &mut Pen, session: &Session, on_erase: &Callback<()>) {
    let words = &pen.language.words.shell.data;
    let confirming = matches!(session.phase, Phase::Data { confirming: true });
    let button = NodeRef::default();
    pen.el("div.mr-actions mr-actions-top", |pen| {
        pen.key("erase");
        pen.action("mr-button mr-button-2", Action::EraseAsked(!confirming), |pen| {
            pen.reach(&button);
            pen.set("aria-expanded", if confirming { "true" } else { "false" });
            pen.text(words.erase);
        });
    });
    if confirming {
        pen.el("div.mr-section-tight[role=alert]", |pen| {
            pen.key("confirm");
            confirmation(pen, session, on_erase, button);
        });
    }
}

fn confirmation(pen: &mut Pen, session: &Session, on_erase: &Callback<()>, button: NodeRef) {
    let words = &pen.language.words.shell.data;
    let counts = [
        ("waves", Count(waves(session).count())),
        ("drafts", Count(session.drafts.len())),
        ("damaged", Count(session.damaged.len())),
    ];
    let keep = pen.on_action.reform(move |_| {
        if let Some(button) = button.cast::<web_sys::HtmlElement>() {
            button.focus().unwrap_or_default();
        }
        Action::EraseAsked(false)
    });
    notice(pen, NoticeKind::Warning, Icon::Warning, |pen| {
        pen.put("p.mr-h3", words.confirm);
        pen.say("p", words.confirm_note, &counts);
        pen.el("div.mr-actions mr-section-tight", |pen| {
            pen.press("mr-button", words.confirm_erase, on_erase.reform(|_| ()));
            pen.press("mr-button mr-button-2", words.confirm_keep, keep);
        });
    });
}
