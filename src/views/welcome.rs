//! The first screen: what the survey is on a first visit, what is waiting on a later one.

#[cfg(feature = "results")]
mod assessments;
#[cfg(feature = "results")]
mod return_visit;

use super::charts::hero_radar;
use super::frame::section;
use super::icon::{Icon, icon, role_icon};
use super::markup::Value::{Text, Whole};
use super::markup::{Pen, filled};
use crate::session::{Action, Screen, Session};
use crate::storage::Keeping;
use crate::survey::Survey;
use crate::words::Language;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The first screen.
pub fn welcome(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let mut pen = Pen::new(language, on_action);
    #[cfg(feature = "results")]
    if !session.is_first_visit() {
        return_visit::return_visit(&mut pen, session);
        sources(&mut pen, &session.survey);
        return pen.done();
    }
    first_visit(&mut pen, session);
    sources(&mut pen, &session.survey);
    pen.done()
}

fn first_visit(pen: &mut Pen, session: &Session) {
    let words = &pen.language.words.shell.welcome;
    let survey = &*session.survey;
    pen.el("div.mr-hero", |pen| {
        pen.el("div", |pen| {
            pen.put("h1.mr-h1#mr-heading[tabindex=-1]", &survey.intro.title);
            pen.el("slot[name=intro]", |pen| pen.put("p.mr-lead", &survey.intro.lead));
            facts(pen, survey, session.keeping);
            start_form(pen, survey.example.is_some());
        });
        if survey.example.is_some() {
            pen.el("figure.mr-hero-figure", |pen| {
                pen.html(hero_radar(survey, pen.language));
                pen.put("figcaption.mr-note", words.figure);
            });
        }
    });
    roles(pen, survey);
}

fn facts(pen: &mut Pen, survey: &Survey, keeping: Keeping) {
    let words = &pen.language.words.shell.welcome;
    let minutes = Whole(f64::from(survey.intro.minutes));
    let stays = match keeping {
        Keeping::Database | Keeping::SimpleStorage => (Icon::Lock, words.stays),
        Keeping::MemoryByChoice => (Icon::Info, words.stays_in_tab),
        Keeping::MemoryOnly(_) => (Icon::Warning, words.cannot_stay),
    };
    let minutes = filled(pen.language, words.minutes, &[("minutes", minutes)]);
    pen.el("ul.mr-facts", |pen| {
        for (picture, text) in [(Icon::Clock, &*minutes), (Icon::List, words.statements), stays] {
            pen.el("li", |pen| {
                icon(pen, picture);
                pen.put("span", text);
            });
        }
    });
}

fn roles(pen: &mut Pen, survey: &Survey) {
    section(pen, &survey.intro.roles_title, &survey.intro.roles_note, |pen| {
        pen.el("div.mr-rolecards", |pen| {
            for (position, role) in survey.roles.iter().enumerate() {
                pen.el("div", |pen| {
                    pen.el("h3.mr-h3", |pen| {
                        role_icon(pen, position);
                        pen.text(&role.name);
                    });
                    pen.put("p", &role.gist);
                });
            }
        });
    });
}

/// The documents the survey rests on, by title and author, and what it is and is not.
pub(super) fn sources(pen: &mut Pen, survey: &Survey) {
    let words = &pen.language.words.shell.welcome;
    section(pen, words.sources, "", |pen| {
        pen.el("div.mr-stack", |pen| {
            pen.el("ul.mr-reasons mr-text mr-small", |pen| {
                for source in &survey.sources {
                    let names = [("title", Text(&source.title)), ("author", Text(&source.author))];
                    pen.say("li", words.source, &names);
                }
            });
            pen.put("p.mr-text mr-small", words.standing);
        });
    });
}

/// The unit and the start button. Nothing follows from typing, so the field keeps what is typed until then.
fn start_form(pen: &mut Pen, has_example: bool) {
    let words = &pen.language.words.shell.welcome;
    let scope = NodeRef::default();
    let typed = scope.clone();
    let on_submit = pen.on_action.reform(move |event: SubmitEvent| {
        event.prevent_default();
        let scope = typed.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
        Action::Started { scope: scope.trim().to_owned() }
    });
    pen.el("form", |pen| {
        pen.on_submit(on_submit);
        pen.el("div.mr-field", |pen| {
            pen.put("label[for=mr-scope]", words.scope);
            pen.put("p.mr-note#mr-scope-hint", words.scope_hint);
            pen.open("input.mr-input#mr-scope[type=text][maxlength=120][autocomplete=off]");
            pen.set("aria-describedby", "mr-scope-hint");
            pen.reach(&scope);
            pen.close();
        });
        pen.el("div.mr-actions", |pen| {
            pen.put("button.mr-button[type=submit]", words.start);
            if has_example {
                pen.button("mr-textlink", words.example, Action::ScreenPicked(Screen::Example));
            }
        });
    });
}
