//! What is kept here and where: to download, or to erase after a second thought.

use super::frame::press;
use super::method::ways_on;
use super::notice::{NoticeKind, notice};
use super::welcome::section;
use crate::history::{Date, WaveKind};
use crate::session::{Action, Phase, Session};
use crate::storage::Keeping;
use crate::views::icon::Icon;
use crate::words::{Language, fill};
use yew::prelude::*;

/// The screen on data.
/// `on_download` takes everything that can be read, `on_download_damaged` the rest as it is.
pub fn data(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    on_download: &Callback<()>,
    on_download_damaged: &Callback<()>,
    on_erase: &Callback<()>,
) -> Html {
    let words = &language.words.shell.data;
    let has_records = !session.history.is_empty() || !session.drafts.is_empty();
    let has_anything = has_records || !session.damaged.is_empty();
    let place = match session.keeping {
        Keeping::Database => words.in_database,
        Keeping::SimpleStorage => words.in_simple,
        Keeping::MemoryByChoice => words.in_tab,
        Keeping::MemoryOnly(_) => words.in_memory,
    };
    html! {<>
        <h1 class="mr-h1" id="mr-heading" tabindex="-1">
            {if has_anything { words.title } else { words.title_empty }}
        </h1>
        <p class="mr-lead">{place}</p>
        <p class="mr-text mr-small mr-quiet mr-section-tight">{words.readers}</p>
        if has_records { {section(words.list, Some(words.list_note), list(session, language))} }
        if has_anything {
            {section(words.copy, Some(words.copy_note), downloads(session, language, on_download, on_download_damaged))}
            {section(words.erase_title, Some(words.erase_note), erasing(session, language, on_action, on_erase))}
        }
        {ways_on(session, language, on_action)}
    </>}
}

fn list(session: &Session, language: &Language) -> Html {
    let words = &language.words.shell.data;
    let survey = &*session.survey;
    let done = session.history.waves().iter().map(|wave| {
        let kind = match wave.kind {
            WaveKind::Baseline => words.baseline,
            WaveKind::Reassessment => words.reassessment,
            WaveKind::Pulse => words.pulse,
        };
        (wave.id.as_str(), language.date(wave.date), &wave.scope, kind, wave.answers.replied(survey))
    });
    let open = session.drafts.iter().map(|(key, draft)| {
        let begun = Date::parse(&draft.id).map(|day| language.date(day));
        let replied = draft.answers.replied(survey);
        (key.as_str(), begun.unwrap_or_default(), &draft.scope, words.unfinished, replied)
    });
    let all = language.whole(survey.item_count() as f64);
    let rows = done.chain(open).map(|(key, date, scope, kind, replied)| {
        let scope = if scope.is_empty() { words.no_scope } else { scope };
        html! {
            <tr key={key.to_owned()}>
                <th scope="row" class="mr-nowrap">{date}</th>
                <td>{scope}</td>
                <td>{kind}</td>
                <td class="mr-num mr-nowrap">{fill(language.words.shell.welcome.of, &[("n", &language.whole(replied as f64)), ("all", &all)])}</td>
            </tr>
        }
    });
    let columns = words.columns.iter().map(|name| html! { <th key={*name} scope="col">{*name}</th> });
    html! {
        <div class="mr-plain" tabindex="0" role="region" aria-label={words.list}>
            <table class="mr-table">
                <caption class="mr-hidden">{words.list}</caption>
                <thead><tr>{for columns}</tr></thead>
                <tbody>{for rows}</tbody>
            </table>
        </div>
    }
}

fn downloads(
    session: &Session,
    language: &Language,
    on_download: &Callback<()>,
    on_download_damaged: &Callback<()>,
) -> Html {
    let words = &language.words.shell.data;
    let all = on_download.reform(|_| ());
    let damaged = on_download_damaged.reform(|_| ());
    let has_records = !session.history.is_empty() || !session.drafts.is_empty();
    html! {
        <div class="mr-actions mr-actions-top">
            if has_records { {press("mr-button mr-button-2", Html::from(words.download), all)} }
            if !session.damaged.is_empty() {
                {press("mr-button mr-button-2", Html::from(words.download_damaged), damaged)}
            }
        </div>
    }
}

/// The button stays where it is while the question below it is open, so that focus has a place to return to.
fn erasing(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    on_erase: &Callback<()>,
) -> Html {
    let words = &language.words.shell.data;
    let confirming = session.phase == Phase::Data { confirming: true };
    let asked = on_action.reform(move |_| Action::EraseAsked(!confirming));
    let button = NodeRef::default();
    html! {<>
        <div class="mr-actions mr-actions-top">
            <button
                ref={button.clone()}
                class="mr-button mr-button-2"
                type="button"
                aria-expanded={confirming.to_string()}
                onclick={asked}
            >
                {words.erase}
            </button>
        </div>
        if confirming {
            <div key="confirm" class="mr-section-tight" role="alert">
                {confirmation(session, language, on_action, on_erase, button)}
            </div>
        }
    </>}
}

fn confirmation(
    session: &Session,
    language: &Language,
    on_action: &Callback<Action>,
    on_erase: &Callback<()>,
    button: NodeRef,
) -> Html {
    let words = &language.words.shell.data;
    let counts = [session.history.waves().len(), session.drafts.len(), session.damaged.len()];
    let [waves, drafts, damaged] = &counts.map(|count| language.whole(count as f64));
    let counts = [("waves", &**waves), ("drafts", drafts), ("damaged", damaged)];
    let keep = on_action.reform(move |_| {
        if let Some(button) = button.cast::<web_sys::HtmlElement>() {
            button.focus().unwrap_or_default();
        }
        Action::EraseAsked(false)
    });
    notice(
        NoticeKind::Warning,
        Icon::Warning,
        html! {<>
            <p class="mr-h3">{words.confirm}</p>
            <p>{fill(words.confirm_note, &counts)}</p>
            <div class="mr-actions mr-section-tight">
                {press("mr-button", Html::from(words.confirm_erase), on_erase.reform(|_| ()))}
                {press("mr-button mr-button-2", Html::from(words.confirm_keep), keep)}
            </div>
        </>},
    )
}
