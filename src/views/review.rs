//! The check before the results: what is open on top, then every answer with a way to change it.

use super::icon::{Icon, role_icon};
use super::markup::Value::{Count, Percent, Text};
use super::markup::{Pen, filled};
use super::notice::{NoticeKind, notice};
use super::progress::items;
use super::question::sheet::{Sheet, back, saved};
use crate::answers::{Answer, Evidence, Reply};
use crate::draft::{Step, entry_split};
use crate::session::{Action, Answering, Session};
use crate::survey::{Item, Survey};
use crate::words::Language;
use yew::prelude::*;

/// A row of the check: what was asked and where it is asked.
struct Asked<'a> {
    stem: &'a str,
    step: Step,
}

/// The screen with all answers.
pub fn review(
    session: &Session,
    language: &Language,
    answering: &Answering,
    on_action: &Callback<Action>,
) -> Html {
    let mut drawn = Pen::new(language, on_action);
    let pen = &mut drawn;
    let sheet = Sheet::new(session, answering);
    let words = &language.words.answering;
    heading(pen, sheet);
    prompts(pen, sheet);
    for (position, role) in sheet.survey.roles.iter().enumerate() {
        pen.el("h2.mr-h2 mr-reviewrole", |pen| {
            role_icon(pen, position);
            pen.text(&role.name);
        });
        pen.el("dl.mr-review", |pen| {
            for item in items(role) {
                item_row(pen, sheet, item);
            }
        });
    }
    pen.put("h2.mr-h2 mr-reviewrole", words.outside);
    pen.el("dl.mr-review", |pen| {
        row(pen, &effort_asked(sheet), &effort_answer(pen.language, sheet), "", "");
        row(pen, &aim_asked(sheet), &aim_answer(pen.language, sheet), "", "");
    });
    pen.el("div.mr-stepper", |pen| {
        back(pen, sheet);
        let submitted = Action::Submitted { lang: sheet.survey.lang.clone() };
        pen.button("mr-button", words.review.submit, submitted);
        saved(pen, sheet);
    });
    drawn.done()
}

fn heading(pen: &mut Pen, sheet: Sheet<'_>) {
    let words = &pen.language.words.answering.review;
    let answers = &sheet.answering.draft.answers;
    let tally = answers.tally(sheet.survey);
    let mut counts = Vec::new();
    for (count, message) in [
        (tally.answered, words.answered),
        (tally.not_applicable, words.not_applicable),
        (tally.unknown, words.unknown),
        (tally.unanswered, words.open),
    ] {
        if count > 0 {
            counts.push(filled(pen.language, message, &[("n", Count(count))]));
        }
    }
    let (replied, all) = (Count(answers.replied(sheet.survey)), Count(sheet.survey.item_count()));
    pen.say("p.mr-kicker", words.seen, &[("n", replied), ("all", all)]);
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", words.title);
    pen.say("p.mr-lead", words.lead, &[("counts", Text(&counts.join(", ")))]);
}

/// What deserves a look before the results; nothing here holds anybody up (model 1.2.7).
fn prompts(pen: &mut Pen, sheet: Sheet<'_>) {
    let words = &pen.language.words.answering.review;
    let draft = &sheet.answering.draft;
    let mut open = asked_with(sheet.survey, &|item| draft.answers.reply(&item.id).is_none());
    if entry_split(sheet.survey, draft.effort).is_none() {
        open.push(effort_asked(sheet));
    }
    if draft.answers.aim.is_none() {
        open.push(aim_asked(sheet));
    }
    let unknown = asked_with(sheet.survey, &|item| draft.answers.reply(&item.id) == Some(Reply::Unknown));
    let minutes = Some(draft.spent_ms / 60_000.0);
    let look = if draft.answers.asks_for_second_look(sheet.survey, minutes) {
        second_look(sheet)
    } else {
        Vec::new()
    };
    pen.el("div.mr-section-body mr-stack", |pen| {
        prompt(pen, Icon::List, words.open_title, words.open_note, open);
        prompt(pen, Icon::Question, words.unknown_title, words.unknown_note, unknown);
        prompt(pen, Icon::Info, words.look_title, words.look_note, look);
    });
}

fn prompt(pen: &mut Pen, icon: Icon, title: &str, note: &str, asked: Vec<Asked<'_>>) {
    if asked.is_empty() {
        return;
    }
    let count = Count(asked.len());
    notice(pen, NoticeKind::Plain, icon, |pen| {
        pen.el("p", |pen| {
            pen.say("b", title, &[("n", count)]);
            pen.text(" ");
            pen.text(note);
        });
        pen.el("ul.mr-linklist", |pen| {
            for asked in asked {
                pen.el("li", |pen| pen.button("mr-textlink", asked.stem, Action::StepPicked(asked.step)));
            }
        });
    });
}

fn asked_with<'a>(survey: &'a Survey, wanted: &dyn Fn(&Item) -> bool) -> Vec<Asked<'a>> {
    let mut asked = Vec::new();
    for item in survey.items() {
        if wanted(item) {
            asked.push(item_asked(item));
        }
    }
    asked
}

fn item_asked(item: &Item) -> Asked<'_> {
    Asked { stem: &item.stem, step: Step::Item(item.id.clone()) }
}

fn effort_asked(sheet: Sheet<'_>) -> Asked<'_> {
    Asked { stem: &sheet.survey.effort.stem, step: Step::Effort }
}

fn aim_asked(sheet: Sheet<'_>) -> Asked<'_> {
    Asked { stem: &sheet.survey.aim.stem, step: Step::Aim }
}

/// Two rated items, from the first and from the last third, so that both were met in another mood.
fn second_look(sheet: Sheet<'_>) -> Vec<Asked<'_>> {
    let answers = &sheet.answering.draft.answers;
    let mut rated = asked_with(sheet.survey, &|item| answers.rating(&item.id).is_some());
    let (early, late) = (rated.len() / 3, rated.len() * 2 / 3);
    let mut index = 0;
    rated.retain(|_| {
        index += 1;
        index == early + 1 || index == late + 1
    });
    rated
}

fn item_row(pen: &mut Pen, sheet: Sheet<'_>, item: &Item) {
    let words = &pen.language.words.answering;
    let untouched = Answer::default();
    let answer = sheet.answering.draft.answers.items.get(&item.id).unwrap_or(&untouched);
    let said = match answer.reply {
        Some(Reply::Rated(rating)) => {
            let anchor = rating.anchor().and_then(|anchor| item.anchor(anchor));
            Said::Text(anchor.map(|anchor| anchor.text.clone()).unwrap_or_default())
        }
        Some(Reply::NotApplicable) => Said::Open(words.not_applicable),
        Some(Reply::Unknown) => Said::Open(words.unknown),
        None => Said::Open(words.review.no_answer),
    };
    let mut tag = "";
    for (mark, name) in Evidence::ALL.into_iter().zip(words.evidence_tags) {
        if answer.evidence == Some(mark) {
            tag = name;
        }
    }
    row(pen, &item_asked(item), &said, tag, &answer.note);
}

/// What stands in a row: an answer, or what is there in its place.
enum Said {
    Text(String),
    Open(&'static str),
}

/// `tag` and `note` may be empty.
fn row(pen: &mut Pen, asked: &Asked<'_>, said: &Said, tag: &str, note: &str) {
    let words = &pen.language.words.answering.review;
    pen.el("div", |pen| {
        pen.put("dt", asked.stem);
        pen.el("dd.mr-answer", |pen| {
            match said {
                Said::Text(text) => pen.text(text),
                Said::Open(text) => pen.put("span.mr-open-answer", text),
            }
            if !note.is_empty() {
                pen.say("p.mr-note", words.note, &[("note", Text(note))]);
            }
        });
        pen.el("dd.mr-act", |pen| {
            if !tag.is_empty() {
                pen.put("span.mr-tag", tag);
            }
            pen.action("mr-textlink", Action::StepPicked(asked.step.clone()), |pen| {
                pen.text(words.change);
                pen.say("span.mr-hidden", words.change_of, &[("stem", Text(asked.stem))]);
            });
        });
    });
}

fn effort_answer(language: &Language, sheet: Sheet<'_>) -> Said {
    let words = &language.words.answering.review;
    let draft = &sheet.answering.draft;
    let Some(split) = entry_split(sheet.survey, draft.effort) else {
        return Said::Open(words.no_answer);
    };
    let text = [&shares(sheet.survey, language, split), "."].concat();
    Said::Text(match entry_split(sheet.survey, draft.wish) {
        Some(wish) => {
            let wish = wish.map(|percent| language.percent(percent)).join(", ");
            [&text, " ", &filled(language, words.wish, &[("shares", Text(&wish))])].concat()
        }
        None => text,
    })
}

fn shares(survey: &Survey, language: &Language, split: [f64; 3]) -> String {
    let words = &language.words.answering.review;
    let parts = survey.effort.parts.iter().zip(split);
    let parts = parts.map(|(part, percent)| {
        filled(language, words.share, &[("part", Text(&part.name)), ("percent", Percent(percent))])
    });
    parts.collect::<Vec<_>>().join(", ")
}

fn aim_answer(language: &Language, sheet: Sheet<'_>) -> Said {
    let words = &language.words.answering;
    let name = |id| sheet.survey.role(id).map(|role| role.name.as_str());
    let Some(aim) = &sheet.answering.draft.answers.aim else {
        return Said::Open(words.review.no_answer);
    };
    match (aim.primary.as_ref().and_then(name), aim.secondary.as_ref().and_then(name)) {
        (Some(first), Some(second)) => Said::Text(filled(
            language,
            words.review.aims,
            &[("first", Text(first)), ("second", Text(second))],
        )),
        (Some(first), None) => Said::Text(first.to_owned()),
        (None, _) => Said::Open(words.aim.cannot_say),
    }
}
