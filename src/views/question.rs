//! One question per screen: statements to choose from, evidence, a note. No figure, level or hue is shown.

pub mod sheet;

use self::sheet::{Mending, Sheet, choice, error_text, form, in_order, says};
use super::progress::progress;
use crate::answers::{Answer, Evidence, Rating, Reply};
use crate::session::{Action, Answering, Session};
use crate::survey::{Item, ItemId, Place};
use crate::views::frame::own_enter;
use crate::words::{Language, fill};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Something that can be said to an item, as it stands on screen.
struct Offer<'a> {
    reply: Reply,
    text: &'a str,
}

/// The screen of one question; nothing where the survey does not have it.
pub fn question(
    session: &Session,
    language: &Language,
    answering: &Answering,
    id: &ItemId,
    on_action: &Callback<Action>,
) -> Html {
    let sheet = Sheet::new(session, language, answering, on_action);
    let Some(place) = sheet.survey.place(id) else {
        return Html::default();
    };
    let answers = &sheet.answering.draft.answers;
    let untouched = Answer::default();
    let answer = answers.items.get(id).unwrap_or(&untouched);
    let anchors = anchors(sheet, place.item);
    let others = others(sheet, place.item);
    let choices = anchors.iter().chain(&others).map(|offer| replied(id, offer.reply)).collect();
    let mending = sheet.answering.complaint.map(|_| Mending {
        text: sheet.language.words.answering.choose.to_owned(),
        first: NodeRef::default(),
    });
    let head = html! {<>
        {progress(sheet.survey, sheet.language, answers, Some(id))}
        {heading(sheet, place)}
    </>};
    let content = html! {
        <div key={id.as_str()} class="mr-questiongrid">
            {statements(sheet, place, answer, mending.as_ref(), &anchors, &others)}
            <div class="mr-aside">
                {evidence(sheet, place.item, answer)}
                if place.item.allows_note { {note(sheet, place.item, answer)} }
            </div>
        </div>
    };
    form(sheet, choices, mending.as_ref(), head, content)
}

fn replied(item: &ItemId, reply: Reply) -> Action {
    Action::Replied { item: item.clone(), reply }
}

/// The statements in the order drawn for this person, the same at every assessment (model 1.2.2).
fn anchors<'a>(sheet: Sheet<'_>, item: &'a Item) -> Vec<Offer<'a>> {
    let rising = item
        .anchors
        .iter()
        .map(|anchor| Offer { reply: Reply::Rated(Rating::whole(anchor.rating)), text: &anchor.text });
    in_order(sheet.answering.draft.respondent.anchor_order, rising)
}

fn others(sheet: Sheet<'_>, item: &Item) -> Vec<Offer<'static>> {
    let words = &sheet.language.words.answering;
    let not_applicable = Offer { reply: Reply::NotApplicable, text: words.not_applicable };
    let unknown = Offer { reply: Reply::Unknown, text: words.unknown };
    let allowed = [(item.allows_na, not_applicable), (item.allows_dk, unknown)];
    allowed.into_iter().filter(|(allowed, _)| *allowed).map(|(_, offer)| offer).collect()
}

fn heading(sheet: Sheet<'_>, place: Place<'_>) -> Html {
    let words = &sheet.language.words.answering;
    let instruction = html! {
        <p class="mr-hint" id="mr-instruction">{&sheet.survey.texts.answer_instruction}</p>
    };
    let numbers = [place.number, sheet.survey.item_count()].map(|number| sheet.language.whole(number as f64));
    let [number, all] = &numbers;
    html! {
        <div class="mr-question-head">
            <p class="mr-question-meta">
                <span>{&place.capability.name}</span>
                <span class="mr-num">{fill(words.question, &[("n", number), ("all", all)])}</span>
            </p>
            <h1 class="mr-question" id="mr-heading" tabindex="-1">{&place.item.stem}</h1>
            if is_first(place) {
                {instruction}
            } else {
                <details key={place.number} class="mr-more">
                    <summary onkeydown={own_enter()}>{words.how_to}</summary>
                    {instruction}
                </details>
            }
        </div>
    }
}

/// The instruction stands open on the first question and is read out there.
fn is_first(place: Place<'_>) -> bool {
    place.number == 1
}

fn statements(
    sheet: Sheet<'_>,
    place: Place<'_>,
    answer: &Answer,
    mending: Option<&Mending>,
    anchors: &[Offer<'_>],
    others: &[Offer<'_>],
) -> Html {
    let described = match (mending.is_some(), is_first(place)) {
        (true, true) => Some("mr-error mr-instruction"),
        (true, false) => Some("mr-error"),
        (false, true) => Some("mr-instruction"),
        (false, false) => None,
    };
    let radio = |(index, offer): (usize, &Offer<'_>)| {
        let target = mending.filter(|_| index == 0).map(|mending| mending.first.clone());
        let onchange = says(sheet, replied(&place.item.id, offer.reply));
        let checked = answer.reply == Some(offer.reply);
        choice("mr-reply", index, offer.text, checked, target.unwrap_or_default(), onchange)
    };
    let (first, rest): (Vec<_>, Vec<_>) =
        anchors.iter().chain(others).enumerate().partition(|(index, _)| *index < anchors.len());
    html! {
        <fieldset aria-labelledby="mr-heading" aria-describedby={described}>
            <div key="error">{error_text(mending)}</div>
            <div key="anchors" class="mr-choices">{for first.into_iter().map(radio)}</div>
            if !others.is_empty() {
                <div key="others" class="mr-choices mr-choices-alt">{for rest.into_iter().map(radio)}</div>
            }
            <p key="keys" class="mr-note mr-section-tight mr-keys">{keys_hint(sheet, anchors, others)}</p>
        </fieldset>
    }
}

/// Which keys do what; digits count places on screen and say nothing about a statement.
fn keys_hint(sheet: Sheet<'_>, anchors: &[Offer<'_>], others: &[Offer<'_>]) -> String {
    let words = &sheet.language.words.answering;
    let mut parts = vec![fill(words.keys, &[("last", &sheet.language.whole(anchors.len() as f64))])];
    for (index, offer) in others.iter().enumerate() {
        let key = sheet.language.whole((anchors.len() + index + 1) as f64);
        parts.push(fill(words.key, &[("key", &key), ("reply", offer.text)]));
    }
    [&parts.join(", "), ". ", words.key_enter].concat()
}

fn evidence(sheet: Sheet<'_>, item: &Item, answer: &Answer) -> Html {
    let words = &sheet.language.words.answering;
    let marks =
        Evidence::ALL.into_iter().zip(words.evidence_marks).enumerate().map(|(index, (mark, text))| {
            let action = Action::EvidenceMarked { item: item.id.clone(), evidence: mark };
            let (onchange, checked) = (says(sheet, action), answer.evidence == Some(mark));
            html! {
                <label key={index}>
                    <input type="radio" name="mr-evidence" {checked} {onchange} /><span>{text}</span>
                </label>
            }
        });
    html! {
        <fieldset aria-describedby="mr-evidence-hint">
            <legend class="mr-label">{words.evidence}</legend>
            <p class="mr-note" id="mr-evidence-hint">
                {fill(words.evidence_hint, &[("hint", &item.evidence_hint)])}
            </p>
            <div class="mr-segment">{for marks}</div>
        </fieldset>
    }
}

fn note(sheet: Sheet<'_>, item: &Item, answer: &Answer) -> Html {
    let words = &sheet.language.words.answering;
    let longest = sheet.survey.parameters.note_characters;
    // Counted as the browser counts towards `maxlength`, so that the two never disagree.
    let left = longest.saturating_sub(answer.note.encode_utf16().count());
    // Digits and Enter are text here.
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    let id = item.id.clone();
    let oninput = sheet.on_action.reform(move |event: InputEvent| {
        let area = event.target_dyn_into::<HtmlTextAreaElement>();
        Action::NoteWritten { item: id.clone(), note: area.map(|area| area.value()).unwrap_or_default() }
    });
    html! {
        <div class="mr-field">
            <label for="mr-note">{words.note}</label>
            <p class="mr-note" id="mr-note-hint">{words.note_hint}</p>
            <textarea
                class="mr-input"
                id="mr-note"
                maxlength={longest.to_string()}
                aria-describedby="mr-note-hint mr-note-left"
                value={answer.note.clone()}
                {oninput}
                {onkeydown}
            />
            <span class="mr-note mr-num mr-count" id="mr-note-left">
                {fill(words.note_left, &[("n", &sheet.language.whole(left as f64))])}
            </span>
        </div>
    }
}
