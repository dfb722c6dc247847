//! One question per screen: statements to choose from, evidence, a note. No figure, level or hue is shown.

pub mod sheet;

use self::sheet::{Mending, Sheet, choice, error_text, form, in_order};
use super::markup::Value::{Count, Text};
use super::markup::{Pen, filled};
use crate::answers::{Answer, Evidence, Rating, Reply};
use crate::session::{Action, Answering, Session};
use crate::survey::{Item, ItemId, Place};
use crate::words::Language;
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
    let mut pen = Pen::new(language, on_action);
    let sheet = Sheet::new(session, answering);
    let Some(place) = sheet.survey.place(id) else {
        return Html::default();
    };
    let untouched = Answer::default();
    let answer = answering.draft.answers.items.get(id).unwrap_or(&untouched);
    let mut offers = anchors(sheet, place.item);
    let anchors = offers.len();
    others(&mut offers, language, place.item);
    let mut choices = Vec::new();
    for offer in &offers {
        choices.push(replied(id, offer.reply));
    }
    let mending = answering.complaint.map(|_| Mending::new(language.words.answering.choose.to_owned()));
    let mending = mending.as_ref();
    form(
        &mut pen,
        sheet,
        choices,
        mending,
        |pen| heading(pen, sheet, place),
        |pen| {
            pen.el("div.mr-questiongrid", |pen| {
                pen.key(id.as_str());
                statements(pen, place, answer, mending, offers.split_at(anchors));
                pen.el("div.mr-aside", |pen| {
                    evidence(pen, place.item, answer);
                    if place.item.allows_note {
                        note(pen, sheet, place.item, answer);
                    }
                });
            });
        },
    );
    pen.done()
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

fn others(offers: &mut Vec<Offer<'_>>, language: &Language, item: &Item) {
    let words = &language.words.answering;
    if item.allows_na {
        offers.push(Offer { reply: Reply::NotApplicable, text: words.not_applicable });
    }
    if item.allows_dk {
        offers.push(Offer { reply: Reply::Unknown, text: words.unknown });
    }
}

fn heading(pen: &mut Pen, sheet: Sheet<'_>, place: Place<'_>) {
    let words = &pen.language.words.answering;
    let instruction =
        |pen: &mut Pen| pen.put("p.mr-hint#mr-instruction", &sheet.survey.texts.answer_instruction);
    let (number, all) = (Count(place.number), Count(sheet.survey.item_count()));
    pen.el("div.mr-question-head", |pen| {
        pen.el("p.mr-question-meta", |pen| {
            pen.put("span", &place.capability.name);
            pen.say("span.mr-num", words.question, &[("n", number), ("all", all)]);
        });
        pen.put("h1.mr-question#mr-heading[tabindex=-1]", &place.item.stem);
        if is_first(place) {
            instruction(pen);
        } else {
            pen.el("details.mr-more", |pen| {
                pen.el("summary", |pen| {
                    pen.own_enter();
                    pen.text(words.how_to);
                });
                instruction(pen);
            });
        }
    });
}

/// The instruction stands open on the first question and is read out there.
fn is_first(place: Place<'_>) -> bool {
    place.number == 1
}

fn statements(
    pen: &mut Pen,
    place: Place<'_>,
    answer: &Answer,
    mending: Option<&Mending>,
    (anchors, others): (&[Offer<'_>], &[Offer<'_>]),
) {
    let described = match (mending.is_some(), is_first(place)) {
        (true, true) => "mr-error mr-instruction",
        (true, false) => "mr-error",
        (false, true) => "mr-instruction",
        (false, false) => "",
    };
    pen.el("fieldset[aria-labelledby=mr-heading]", |pen| {
        if !described.is_empty() {
            pen.set("aria-describedby", described);
        }
        error_text(pen, mending);
        pen.open("div.mr-choices");
        pen.key("anchors");
        radios(pen, place.item, answer, anchors, mending.map(|mending| &mending.first));
        if !others.is_empty() {
            pen.open("div.mr-choices mr-choices-alt");
            pen.key("others");
            radios(pen, place.item, answer, others, None);
        }
        pen.el("p.mr-note mr-section-tight mr-keys", |pen| {
            pen.key("keys");
            pen.text(&keys_hint(pen.language, anchors.len(), others));
        });
    });
}

/// Fills and ends the group that is open.
fn radios(pen: &mut Pen, item: &Item, answer: &Answer, offers: &[Offer<'_>], mut first: Option<&NodeRef>) {
    for offer in offers {
        let checked = answer.reply == Some(offer.reply);
        choice(pen, "mr-reply", offer.text, checked, first.take(), replied(&item.id, offer.reply));
    }
    pen.close();
}

/// Which keys do what; digits count places on screen and say nothing about a statement.
fn keys_hint(language: &Language, anchors: usize, others: &[Offer<'_>]) -> String {
    let words = &language.words.answering;
    let mut hint = filled(language, words.keys, &[("last", Count(anchors))]);
    for (index, offer) in others.iter().enumerate() {
        let key = Count(anchors + index + 1);
        hint.push_str(", ");
        hint.push_str(&filled(language, words.key, &[("key", key), ("reply", Text(offer.text))]));
    }
    [&hint, ". ", words.key_enter].concat()
}

fn evidence(pen: &mut Pen, item: &Item, answer: &Answer) {
    let words = &pen.language.words.answering;
    pen.el("fieldset[aria-describedby=mr-evidence-hint]", |pen| {
        pen.put("legend.mr-label", words.evidence);
        pen.say("p.mr-note#mr-evidence-hint", words.evidence_hint, &[("hint", Text(&item.evidence_hint))]);
        pen.el("div.mr-segment", |pen| {
            for (mark, text) in Evidence::ALL.into_iter().zip(words.evidence_marks) {
                let action = Action::EvidenceMarked { item: item.id.clone(), evidence: mark };
                pen.el("label", |pen| {
                    pen.radio("mr-evidence", answer.evidence == Some(mark), None, action);
                    pen.put("span", text);
                });
            }
        });
    });
}

fn note(pen: &mut Pen, sheet: Sheet<'_>, item: &Item, answer: &Answer) {
    let words = &pen.language.words.answering;
    let longest = sheet.survey.parameters.note_characters;
    // Counted as the browser counts towards `maxlength`, so that the two never disagree.
    let left = longest.saturating_sub(answer.note.encode_utf16().count());
    let id = item.id.clone();
    let on_input = pen.on_action.reform(move |event: InputEvent| {
        let area = event.target_dyn_into::<HtmlTextAreaElement>();
        Action::NoteWritten { item: id.clone(), note: area.map(|area| area.value()).unwrap_or_default() }
    });
    pen.el("div.mr-field", |pen| {
        pen.put("label[for=mr-note]", words.note);
        pen.put("p.mr-note#mr-note-hint", words.note_hint);
        pen.el("textarea.mr-input#mr-note", |pen| {
            pen.set("maxlength", &longest.to_string());
            pen.set("aria-describedby", "mr-note-hint mr-note-left");
            pen.value(&answer.note);
            pen.on_input(on_input);
            // Digits and Enter are text here.
            pen.on_key(Callback::from(|event: KeyboardEvent| event.stop_propagation()));
        });
        pen.say("span.mr-note mr-num mr-count#mr-note-left", words.note_left, &[("n", Count(left))]);
    });
}
