//! The division of working time: three whole numbers that add up to 100, with what is left in view.

use super::progress::progress;
use super::question::sheet::{Mending, Sheet, error_text, form, outside_meta};
use crate::draft::{EffortEntry, EntryState, entry_split, entry_state};
use crate::session::{Action, Answering, Complaint, Session};
use crate::words::{Language, fill};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The screen of the question on working time.
pub fn effort(
    session: &Session,
    language: &Language,
    answering: &Answering,
    on_action: &Callback<Action>,
) -> Html {
    let sheet = Sheet::new(session, language, answering, on_action);
    let question = &sheet.survey.effort;
    let draft = &sheet.answering.draft;
    let (mending, in_wish) = mending(sheet);
    let (of_actual, of_wish) = if in_wish { (None, mending.as_ref()) } else { (mending.as_ref(), None) };
    let asked_for = sheet.language.words.answering.evidence_hint;
    let evidence = fill(asked_for, &[("hint", &question.evidence)]);
    let head = html! {<>
        {progress(sheet.survey, sheet.language, &draft.answers, None)}
        <div class="mr-question-head">
            {outside_meta(sheet)}
            <h1 class="mr-question" id="mr-heading" tabindex="-1">{&question.stem}</h1>
            <p class="mr-hint">{&question.constraint}{" "}{evidence}</p>
        </div>
    </>};
    let content = html! {
        <div class="mr-sharing">
            {row(sheet, false, draft.effort, of_actual)}
            {row(sheet, true, draft.wish, of_wish)}
        </div>
    };
    form(sheet, Vec::new(), mending.as_ref(), head, content)
}

/// What has to be mended, and whether in the row of the split wished for.
fn mending(sheet: Sheet<'_>) -> (Option<Mending>, bool) {
    let words = &sheet.language.words.answering;
    let draft = &sheet.answering.draft;
    let sum_of = |sum: u32| sheet.language.whole(f64::from(sum));
    let is_partial = |entry: EffortEntry| matches!(entry_state(entry), EntryState::Partial(_));
    let (text, in_wish) = match sheet.answering.complaint {
        None => return (None, false),
        Some(Complaint::NothingChosen) => (words.enter_split.to_owned(), false),
        Some(Complaint::DoesNotAddUp(_)) if is_partial(draft.effort) => {
            (words.part_missing.to_owned(), false)
        }
        Some(Complaint::DoesNotAddUp(sum)) => (fill(words.does_not_add_up, &[("sum", &sum_of(sum))]), false),
        Some(Complaint::WishDoesNotAddUp(_)) if is_partial(draft.wish) => {
            (words.wish_part_missing.to_owned(), true)
        }
        Some(Complaint::WishDoesNotAddUp(sum)) => {
            (fill(words.wish_does_not_add_up, &[("sum", &sum_of(sum))]), true)
        }
    };
    (Some(Mending { text, first: NodeRef::default() }), in_wish)
}

/// Three fields and what they leave.
fn row(sheet: Sheet<'_>, wish: bool, entry: EffortEntry, mending: Option<&Mending>) -> Html {
    let words = &sheet.language.words.answering.effort;
    let (legend, left) =
        if wish { (&*sheet.survey.effort.wish, "mr-left-wish") } else { (words.actual, "mr-left") };
    let described = if mending.is_some() { [left, " mr-error"].concat() } else { left.to_owned() };
    let fields = (0..entry.len()).map(|part| field(sheet, wish, part, entry, mending));
    html! {
        <fieldset key={left} class="mr-sharegroup" aria-describedby={described}>
            <legend class="mr-h3">{legend}</legend>
            <div key="error">{error_text(mending)}</div>
            <div key="fields">{for fields}</div>
            <p key="left" class="mr-num mr-shareleft" id={left} role="status">{remainder(sheet, wish, entry)}</p>
        </fieldset>
    }
}

fn field(sheet: Sheet<'_>, wish: bool, part: usize, entry: EffortEntry, mending: Option<&Mending>) -> Html {
    let Some(kind) = sheet.survey.effort.parts.get(part) else {
        return Html::default();
    };
    let name = if wish { "mr-wish-" } else { "mr-effort-" };
    let id = [name, &part.to_string()].concat();
    let hint = [&id, "-hint"].concat();
    let target = mending.filter(|_| part == 0).map(|mending| mending.first.clone());
    let value = entry.get(part).copied().flatten().map(|percent| percent.to_string());
    let oninput = sheet.on_action.reform(move |event: InputEvent| {
        let typed = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Action::EffortEntered { part, wish, percent: typed.and_then(|typed| percent_of(&typed)) }
    });
    html! {
        <div key={part} class="mr-sharerow">
            <div>
                <label class="mr-label" for={id.clone()}>
                    {&kind.name}<span class="mr-hidden">{" "}{sheet.language.words.answering.effort.unit}</span>
                </label>
                if !wish { <p class="mr-note" id={hint.clone()}>{&kind.help}</p> }
            </div>
            <input
                ref={target.unwrap_or_default()}
                class="mr-input mr-num"
                name={id.clone()}
                {id}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby={(!wish).then_some(hint)}
                value={value.unwrap_or_default()}
                {oninput}
            />
        </div>
    }
}

/// Reads what was typed as a whole percentage: the digits at its start, as many as stay within 100.
pub fn percent_of(typed: &str) -> Option<u8> {
    let digits = typed.trim_start().chars().map_while(|digit| digit.to_digit(10));
    digits.fold(None, |so_far: Option<u8>, digit| {
        let next = u32::from(so_far.unwrap_or(0)) * 10 + digit;
        if next <= 100 { u8::try_from(next).ok() } else { so_far }
    })
}

/// What is left to share out, in words. The split wished for may stay empty and then says nothing.
fn remainder(sheet: Sheet<'_>, wish: bool, entry: EffortEntry) -> String {
    let words = &sheet.language.words.answering.effort;
    let whole = |value: u32| sheet.language.whole(f64::from(value));
    let is_accepted = entry_split(sheet.survey, entry).is_some();
    match entry_state(entry) {
        EntryState::Blank if wish => String::new(),
        EntryState::Blank => fill(words.left, &[("n", &whole(100))]),
        EntryState::Partial(100) => words.fill_zero.to_owned(),
        EntryState::Complete(100) => words.adds_up.to_owned(),
        EntryState::Complete(sum) if is_accepted => fill(words.rescaled, &[("sum", &whole(sum))]),
        EntryState::Partial(sum) | EntryState::Complete(sum) if sum > 100 => {
            fill(words.too_many, &[("n", &whole(sum - 100))])
        }
        EntryState::Partial(sum) | EntryState::Complete(sum) => {
            fill(words.left, &[("n", &whole(100_u32.saturating_sub(sum)))])
        }
    }
}
