//! The role needed most, and the next one: asked once at the end, never scored.

use super::markup::Pen;
use super::question::sheet::{Mending, Sheet, choice, error_text, form, outside_head};
use crate::answers::AimAnswer;
use crate::session::{Action, Answering, Session};
use crate::survey::RoleId;
use crate::words::{Language, Words};
use yew::prelude::*;

/// The screen of the question on the aim.
pub fn aim(
    session: &Session,
    language: &Language,
    answering: &Answering,
    on_action: &Callback<Action>,
) -> Html {
    let mut pen = Pen::new(language, on_action);
    let sheet = Sheet::new(session, answering);
    let answer = answering.draft.answers.aim.as_ref();
    let mending = answering.complaint.map(|_| Mending::new(language.words.answering.choose_aim.to_owned()));
    let mending = mending.as_ref();
    let offers = first_offers(sheet, language.words, answer);
    let mut choices = Vec::new();
    for (_, _, action) in &offers {
        choices.push(action.clone());
    }
    let head = |pen: &mut Pen| {
        pen.el("div.mr-question-head", |pen| outside_head(pen, sheet, &sheet.survey.aim.stem));
    };
    form(&mut pen, sheet, choices, mending, head, |pen| {
        pen.el("div.mr-sharing", |pen| {
            pen.el("fieldset[aria-labelledby=mr-heading]", |pen| {
                pen.key("first");
                if mending.is_some() {
                    pen.set("aria-describedby", "mr-error");
                }
                error_text(pen, mending);
                radios(pen, "mr-aim", offers, mending.map(|mending| &mending.first));
            });
            if let Some(aim) = answer
                && let Some(primary) = &aim.primary
            {
                second(pen, sheet, aim, primary);
            }
        });
    });
    pen.done()
}

/// A choice: its text, whether it is made, what it says.
type Offer<'a> = (&'a str, bool, Action);

fn first_offers<'a>(sheet: Sheet<'a>, words: &'a Words, answer: Option<&AimAnswer>) -> Vec<Offer<'a>> {
    let (primary, secondary) =
        answer.map_or((None, None), |aim| (aim.primary.as_ref(), aim.secondary.as_ref()));
    let mut offers: Vec<Offer<'a>> = Vec::new();
    for role in &sheet.survey.roles {
        // A role cannot come first and second.
        let secondary = secondary.filter(|second| **second != role.id).cloned();
        let aim = AimAnswer { primary: Some(role.id.clone()), secondary };
        offers.push((&role.name, primary == Some(&role.id), Action::AimChosen { aim }));
    }
    let nothing = Action::AimChosen { aim: AimAnswer::default() };
    offers.push((words.answering.aim.cannot_say, answer.is_some() && primary.is_none(), nothing));
    offers
}

fn second(pen: &mut Pen, sheet: Sheet<'_>, answer: &AimAnswer, primary: &RoleId) {
    let words = &pen.language.words.answering.aim;
    let secondary = answer.secondary.as_ref();
    let chosen = |secondary: Option<&RoleId>| Action::AimChosen {
        aim: AimAnswer { primary: Some(primary.clone()), secondary: secondary.cloned() },
    };
    let mut offers: Vec<Offer<'_>> = Vec::new();
    for role in &sheet.survey.roles {
        if role.id != *primary {
            offers.push((&role.name, secondary == Some(&role.id), chosen(Some(&role.id))));
        }
    }
    offers.push((words.no_second, secondary.is_none(), chosen(None)));
    pen.el("fieldset.mr-sharegroup", |pen| {
        pen.key("second");
        pen.put("legend.mr-h3", words.second);
        radios(pen, "mr-aim-second", offers, None);
    });
}

fn radios(pen: &mut Pen, group: &str, offers: Vec<Offer<'_>>, mut first: Option<&NodeRef>) {
    pen.el("div.mr-choices", |pen| {
        pen.key("choices");
        for (text, checked, action) in offers {
            choice(pen, group, text, checked, first.take(), action);
        }
    });
}
