//! The division of working time: three whole numbers that add up to 100, with what is left in view.

use super::markup::Value::{Count, Text, Whole};
use super::markup::{Pen, filled};
use super::question::sheet::{Mending, Sheet, error_text, form, outside_head};
use crate::draft::{EffortEntry, EntryState, entry_split, entry_state};
use crate::session::{Action, Answering, Complaint, Session};
use crate::words::Language;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The screen of the question on working time.
pub fn effort(
    session: &Session,
    language: &Language,
    answering: &Answering,
    on_action: &Callback<Action>,
) -> Html {
    let mut pen = Pen::new(language, on_action);
    let sheet = Sheet::new(session, answering);
    let question = &sheet.survey.effort;
    let draft = &answering.draft;
    let (mending, in_wish) = mending(sheet, language);
    let mending = mending.as_ref();
    let (of_actual, of_wish) = if in_wish { (None, mending) } else { (mending, None) };
    let head = |pen: &mut Pen| {
        pen.el("div.mr-question-head", |pen| {
            outside_head(pen, sheet, &question.stem);
            let asked_for = language.words.answering.evidence_hint;
            pen.el("p.mr-hint", |pen| {
                pen.text(&question.constraint);
                pen.text(" ");
                pen.text(&filled(language, asked_for, &[("hint", Text(&question.evidence))]));
            });
        });
    };
    form(&mut pen, sheet, Vec::new(), mending, head, |pen| {
        pen.el("div.mr-sharing", |pen| {
            row(pen, sheet, false, draft.effort, of_actual);
            row(pen, sheet, true, draft.wish, of_wish);
        });
    });
    pen.done()
}

/// What has to be mended, and whether in the row of the split wished for.
fn mending(sheet: Sheet<'_>, language: &Language) -> (Option<Mending>, bool) {
    let words = &language.words.answering;
    let draft = &sheet.answering.draft;
    let is_partial = |entry: EffortEntry| matches!(entry_state(entry), EntryState::Partial(_));
    let (text, in_wish) = match sheet.answering.complaint {
        None => return (None, false),
        Some(Complaint::NothingChosen) => (words.enter_split.to_owned(), false),
        Some(Complaint::DoesNotAddUp(_)) if is_partial(draft.effort) => {
            (words.part_missing.to_owned(), false)
        }
        Some(Complaint::DoesNotAddUp(sum)) => {
            (filled(language, words.does_not_add_up, &[("sum", Whole(f64::from(sum)))]), false)
        }
        Some(Complaint::WishDoesNotAddUp(_)) if is_partial(draft.wish) => {
            (words.wish_part_missing.to_owned(), true)
        }
        Some(Complaint::WishDoesNotAddUp(sum)) => {
            (filled(language, words.wish_does_not_add_up, &[("sum", Whole(f64::from(sum)))]), true)
        }
    };
    (Some(Mending::new(text)), in_wish)
}

/// Three fields and what they leave.
fn row(pen: &mut Pen, sheet: Sheet<'_>, wish: bool, entry: EffortEntry, mending: Option<&Mending>) {
    let words = &pen.language.words.answering.effort;
    let (legend, left) =
        if wish { (&*sheet.survey.effort.wish, "mr-left-wish") } else { (words.actual, "mr-left") };
    let described = if mending.is_some() { [left, " mr-error"].concat() } else { left.to_owned() };
    pen.el("fieldset.mr-sharegroup", |pen| {
        pen.key(left);
        pen.set("aria-describedby", &described);
        pen.put("legend.mr-h3", legend);
        error_text(pen, mending);
        pen.el("div", |pen| {
            pen.key("fields");
            for (part, percent) in entry.into_iter().enumerate() {
                let first = mending.filter(|_| part == 0).map(|mending| &mending.first);
                field(pen, sheet, wish, part, percent, first);
            }
        });
        pen.el("p.mr-num mr-shareleft", |pen| {
            pen.key("left");
            pen.set("id", left);
            pen.set("role", "status");
            pen.text(&remainder(pen.language, sheet, wish, entry));
        });
    });
}

fn field(
    pen: &mut Pen,
    sheet: Sheet<'_>,
    wish: bool,
    part: usize,
    percent: Option<u8>,
    first: Option<&NodeRef>,
) {
    let Some(kind) = sheet.survey.effort.parts.get(part) else {
        return;
    };
    let name = if wish { "mr-wish-" } else { "mr-effort-" };
    let id = [name, &part.to_string()].concat();
    let hint = [&id, "-hint"].concat();
    let value = percent.map(|percent| percent.to_string()).unwrap_or_default();
    let on_input = pen.on_action.reform(move |event: InputEvent| {
        let typed = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Action::EffortEntered { part, wish, percent: typed.and_then(|typed| percent_of(&typed)) }
    });
    pen.el("div.mr-sharerow", |pen| {
        pen.el("div", |pen| {
            pen.el("label.mr-label", |pen| {
                pen.set("for", &id);
                pen.text(&kind.name);
                pen.put("span.mr-hidden", &[" ", pen.language.words.answering.effort.unit].concat());
            });
            if !wish {
                pen.el("p.mr-note", |pen| {
                    pen.set("id", &hint);
                    pen.text(&kind.help);
                });
            }
        });
        pen.el("input.mr-input mr-num[type=text][inputmode=numeric][autocomplete=off]", |pen| {
            if let Some(node) = first {
                pen.reach(node);
            }
            pen.set("name", &id);
            pen.set("id", &id);
            if !wish {
                pen.set("aria-describedby", &hint);
            }
            pen.value(&value);
            pen.on_input(on_input);
        });
    });
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
fn remainder(language: &Language, sheet: Sheet<'_>, wish: bool, entry: EffortEntry) -> String {
    let words = &language.words.answering.effort;
    let is_accepted = entry_split(sheet.survey, entry).is_some();
    match entry_state(entry) {
        EntryState::Blank if wish => String::new(),
        EntryState::Blank => filled(language, words.left, &[("n", Count(100))]),
        EntryState::Partial(100) => words.fill_zero.to_owned(),
        EntryState::Complete(100) => words.adds_up.to_owned(),
        EntryState::Complete(sum) if is_accepted => {
            filled(language, words.rescaled, &[("sum", Whole(f64::from(sum)))])
        }
        EntryState::Partial(sum) | EntryState::Complete(sum) if sum > 100 => {
            filled(language, words.too_many, &[("n", Whole(f64::from(sum - 100)))])
        }
        EntryState::Partial(sum) | EntryState::Complete(sum) => {
            filled(language, words.left, &[("n", Whole(f64::from(100_u32.saturating_sub(sum))))])
        }
    }
}
