//! The check before the results: what is open on top, then every answer with a way to change it.

use super::frame::{button, press};
use super::icon::{Icon, role_icon};
use super::notice::{NoticeKind, notice};
use super::progress::items;
use super::question::sheet::{Sheet, back, saved};
use crate::answers::{Answer, Evidence, Reply};
use crate::draft::{Step, entry_split};
use crate::session::{Action, Answering, Session};
use crate::survey::{Item, Survey};
use crate::words::{Language, fill};
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
    let sheet = Sheet::new(session, language, answering, on_action);
    let words = &sheet.language.words.answering.review;
    let roles = sheet.survey.roles.iter().enumerate().map(|(position, role)| {
        html! {<>
            <h2 class="mr-h2 mr-reviewrole">{role_icon(position)}{&role.name}</h2>
            <dl class="mr-review">{for items(role).map(|item| item_row(sheet, item))}</dl>
        </>}
    });
    let submitted = Action::Submitted { lang: sheet.survey.lang.clone() };
    html! {<>
        {heading(sheet)}
        {prompts(sheet)}
        {for roles}
        <h2 class="mr-h2 mr-reviewrole">{sheet.language.words.answering.outside}</h2>
        <dl class="mr-review">
            {row(sheet, &effort_asked(sheet), effort_answer(sheet), None, None)}
            {row(sheet, &aim_asked(sheet), aim_answer(sheet), None, None)}
        </dl>
        <div class="mr-stepper">
            {back(sheet)}
            {button("mr-button", words.submit, sheet.on_action, submitted)}
            {saved(sheet)}
        </div>
    </>}
}

fn heading(sheet: Sheet<'_>) -> Html {
    let words = &sheet.language.words.answering.review;
    let answers = &sheet.answering.draft.answers;
    let tally = answers.tally(sheet.survey);
    let whole = |count: usize| sheet.language.whole(count as f64);
    let counts = [
        (tally.answered, words.answered),
        (tally.not_applicable, words.not_applicable),
        (tally.unknown, words.unknown),
        (tally.unanswered, words.open),
    ];
    let counts: Vec<_> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, message)| fill(message, &[("n", &whole(count))]))
        .collect();
    let seen = [whole(answers.replied(sheet.survey)), whole(sheet.survey.item_count())];
    let [replied, all] = &seen;
    html! {<>
        <p class="mr-kicker">{fill(words.seen, &[("n", replied), ("all", all)])}</p>
        <h1 class="mr-h1" id="mr-heading" tabindex="-1">{words.title}</h1>
        <p class="mr-lead">{fill(words.lead, &[("counts", &counts.join(", "))])}</p>
    </>}
}

/// What deserves a look before the results; nothing here holds anybody up (model 1.2.7).
fn prompts(sheet: Sheet<'_>) -> Html {
    let words = &sheet.language.words.answering.review;
    let draft = &sheet.answering.draft;
    let mut open = asked_with(sheet.survey, |item| draft.answers.reply(&item.id).is_none());
    if entry_split(sheet.survey, draft.effort).is_none() {
        open.push(effort_asked(sheet));
    }
    if draft.answers.aim.is_none() {
        open.push(aim_asked(sheet));
    }
    let unknown = asked_with(sheet.survey, |item| draft.answers.reply(&item.id) == Some(Reply::Unknown));
    let minutes = Some(draft.spent_ms / 60_000.0);
    let look = if draft.answers.asks_for_second_look(sheet.survey, minutes) {
        second_look(sheet)
    } else {
        Vec::new()
    };
    let shown = [
        (Icon::List, words.open_title, words.open_note, open),
        (Icon::Question, words.unknown_title, words.unknown_note, unknown),
        (Icon::Info, words.look_title, words.look_note, look),
    ];
    let shown = shown.into_iter().filter(|(.., asked)| !asked.is_empty());
    html! {
        <div class="mr-section-body mr-stack">
            {for shown.map(|(icon, title, note, asked)| prompt(sheet, icon, title, note, &asked))}
        </div>
    }
}

fn prompt(sheet: Sheet<'_>, icon: Icon, title: &str, note: &str, asked: &[Asked<'_>]) -> Html {
    let count = sheet.language.whole(asked.len() as f64);
    let links = asked.iter().enumerate().map(|(index, asked)| {
        let picked = Action::StepPicked(asked.step.clone());
        html! { <li key={index}>{button("mr-textlink", asked.stem, sheet.on_action, picked)}</li> }
    });
    notice(
        NoticeKind::Plain,
        icon,
        html! {<>
            <p><b>{fill(title, &[("n", &count)])}</b>{" "}{note}</p>
            <ul class="mr-linklist">{for links}</ul>
        </>},
    )
}

fn asked_with(survey: &Survey, wanted: impl Fn(&Item) -> bool) -> Vec<Asked<'_>> {
    survey.items().filter(|item| wanted(item)).map(item_asked).collect()
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
    let rated = asked_with(sheet.survey, |item| answers.rating(&item.id).is_some());
    let (early, late) = (rated.len() / 3, rated.len() * 2 / 3);
    let kept = rated.into_iter().enumerate().filter(|(index, _)| *index == early || *index == late);
    kept.map(|(_, asked)| asked).collect()
}

fn item_row(sheet: Sheet<'_>, item: &Item) -> Html {
    let words = &sheet.language.words.answering;
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
    let tag = answer.evidence.and_then(|mark| {
        let mut tags = Evidence::ALL.into_iter().zip(words.evidence_tags);
        tags.find(|(own, _)| *own == mark).map(|(_, tag)| tag)
    });
    row(sheet, &item_asked(item), said, tag, Some(&answer.note))
}

/// What stands in a row: an answer, or what is there in its place.
enum Said {
    Text(String),
    Open(&'static str),
}

fn row(
    sheet: Sheet<'_>,
    asked: &Asked<'_>,
    said: Said,
    tag: Option<&'static str>,
    note: Option<&str>,
) -> Html {
    let words = &sheet.language.words.answering.review;
    let picked = Action::StepPicked(asked.step.clone());
    let change = html! {<>
        {words.change}<span class="mr-hidden">{fill(words.change_of, &[("stem", asked.stem)])}</span>
    </>};
    let said = match said {
        Said::Text(text) => Html::from(text),
        Said::Open(text) => html! { <span class="mr-open-answer">{text}</span> },
    };
    html! {
        <div>
            <dt>{asked.stem}</dt>
            <dd class="mr-answer">
                {said}
                if let Some(note) = note.filter(|note| !note.is_empty()) {
                    <p class="mr-note">{fill(words.note, &[("note", note)])}</p>
                }
            </dd>
            <dd class="mr-act">
                if let Some(tag) = tag { <span class="mr-tag">{tag}</span> }
                {press("mr-textlink", change, sheet.on_action.reform(move |_| picked.clone()))}
            </dd>
        </div>
    }
}

fn effort_answer(sheet: Sheet<'_>) -> Said {
    let words = &sheet.language.words.answering.review;
    let draft = &sheet.answering.draft;
    let Some(split) = entry_split(sheet.survey, draft.effort) else {
        return Said::Open(words.no_answer);
    };
    let text = [&shares(sheet.survey, sheet.language, split), "."].concat();
    Said::Text(match entry_split(sheet.survey, draft.wish) {
        Some(wish) => {
            let wish = wish.map(|percent| sheet.language.percent(percent)).join(", ");
            [&text, " ", &fill(words.wish, &[("shares", &wish)])].concat()
        }
        None => text,
    })
}

fn shares(survey: &Survey, language: &Language, split: [f64; 3]) -> String {
    let words = &language.words.answering.review;
    let parts = survey.effort.parts.iter().zip(split);
    let parts = parts.map(|(part, percent)| {
        fill(words.share, &[("part", &part.name), ("percent", &language.percent(percent))])
    });
    parts.collect::<Vec<_>>().join(", ")
}

fn aim_answer(sheet: Sheet<'_>) -> Said {
    let words = &sheet.language.words.answering;
    let name = |id| sheet.survey.role(id).map(|role| role.name.as_str());
    let Some(aim) = &sheet.answering.draft.answers.aim else {
        return Said::Open(words.review.no_answer);
    };
    match (aim.primary.as_ref().and_then(name), aim.secondary.as_ref().and_then(name)) {
        (Some(first), Some(second)) => {
            Said::Text(fill(words.review.aims, &[("first", first), ("second", second)]))
        }
        (Some(first), None) => Said::Text(first.to_owned()),
        (None, _) => Said::Open(words.aim.cannot_say),
    }
}
