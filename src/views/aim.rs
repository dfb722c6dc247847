//! The role needed most, and the next one: asked once at the end, never scored.

use super::progress::progress;
use super::question::sheet::{Mending, Sheet, choice, error_text, form, outside_meta, says};
use crate::answers::AimAnswer;
use crate::session::{Action, Answering, Session};
use crate::survey::RoleId;
use crate::words::Language;
use yew::prelude::*;

/// The screen of the question on the aim.
pub fn aim(
    session: &Session,
    language: &Language,
    answering: &Answering,
    on_action: &Callback<Action>,
) -> Html {
    let sheet = Sheet::new(session, language, answering, on_action);
    let words = &sheet.language.words.answering;
    let answer = sheet.answering.draft.answers.aim.as_ref();
    let mending = sheet
        .answering
        .complaint
        .map(|_| Mending { text: words.choose_aim.to_owned(), first: NodeRef::default() });
    let offers = first_offers(sheet, answer);
    let choices = offers.iter().map(|(_, _, action)| action.clone()).collect();
    let head = html! {<>
        {progress(sheet.survey, sheet.language, &sheet.answering.draft.answers, None)}
        <div class="mr-question-head">
            {outside_meta(sheet)}
            <h1 class="mr-question" id="mr-heading" tabindex="-1">{&sheet.survey.aim.stem}</h1>
        </div>
    </>};
    let target = mending.as_ref().map(|mending| mending.first.clone());
    let content = html! {
        <div class="mr-sharing">
            <fieldset
                key="first"
                aria-labelledby="mr-heading"
                aria-describedby={mending.is_some().then_some("mr-error")}
            >
                <div key="error">{error_text(mending.as_ref())}</div>
                {radios(sheet, "mr-aim", offers, target.unwrap_or_default())}
            </fieldset>
            if let Some(primary) = answer.and_then(|aim| aim.primary.as_ref()) {
                {second(sheet, answer, primary)}
            }
        </div>
    };
    form(sheet, choices, mending.as_ref(), head, content)
}

/// A choice: its text, whether it is made, what it says.
type Offer<'a> = (&'a str, bool, Action);

fn first_offers<'a>(sheet: Sheet<'a>, answer: Option<&AimAnswer>) -> Vec<Offer<'a>> {
    let (primary, secondary) =
        answer.map_or((None, None), |aim| (aim.primary.as_ref(), aim.secondary.as_ref()));
    let mut offers: Vec<_> = sheet
        .survey
        .roles
        .iter()
        .map(|role| {
            // A role cannot come first and second.
            let secondary = secondary.filter(|second| **second != role.id).cloned();
            let aim = AimAnswer { primary: Some(role.id.clone()), secondary };
            (&*role.name, primary == Some(&role.id), Action::AimChosen { aim })
        })
        .collect();
    let nothing = Action::AimChosen { aim: AimAnswer::default() };
    let is_nothing = answer.is_some() && primary.is_none();
    offers.push((sheet.language.words.answering.aim.cannot_say, is_nothing, nothing));
    offers
}

fn second(sheet: Sheet<'_>, answer: Option<&AimAnswer>, primary: &RoleId) -> Html {
    let words = &sheet.language.words.answering.aim;
    let secondary = answer.and_then(|aim| aim.secondary.as_ref());
    let chosen = |secondary: Option<&RoleId>| Action::AimChosen {
        aim: AimAnswer { primary: Some(primary.clone()), secondary: secondary.cloned() },
    };
    let others = sheet.survey.roles.iter().filter(|role| role.id != *primary);
    let mut offers: Vec<Offer<'_>> =
        others.map(|role| (&*role.name, secondary == Some(&role.id), chosen(Some(&role.id)))).collect();
    offers.push((words.no_second, secondary.is_none(), chosen(None)));
    html! {
        <fieldset key="second" class="mr-sharegroup">
            <legend class="mr-h3">{words.second}</legend>
            {radios(sheet, "mr-aim-second", offers, NodeRef::default())}
        </fieldset>
    }
}

fn radios(sheet: Sheet<'_>, group: &'static str, offers: Vec<Offer<'_>>, first: NodeRef) -> Html {
    let boxes = offers.into_iter().enumerate().map(|(index, (text, checked, action))| {
        let radio = if index == 0 { first.clone() } else { NodeRef::default() };
        choice(group, index, text, checked, radio, says(sheet, action))
    });
    html! { <div key="choices" class="mr-choices">{for boxes}</div> }
}
