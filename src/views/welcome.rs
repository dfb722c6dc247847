//! The first screen: what the survey is on a first visit, what is waiting on a later one.

mod return_visit;

use super::charts::hero_radar;
use super::icon::{Icon, icon, role_icon};
use crate::session::{Action, Screen, Session};
use crate::storage::Keeping;
use crate::survey::Survey;
use crate::views::frame::button;
use crate::words::{Language, fill};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The first screen.
pub fn welcome(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    if session.drafts.is_empty() && session.history.latest().is_none() {
        first_visit(session, language, on_action)
    } else {
        return_visit::return_visit(session, language, on_action)
    }
}

fn first_visit(session: &Session, language: &Language, on_action: &Callback<Action>) -> Html {
    let words = &language.words.shell.welcome;
    let survey = &*session.survey;
    html! {<>
        <div class="mr-hero">
            <div>
                <h1 class="mr-h1" id="mr-heading" tabindex="-1">{&survey.intro.title}</h1>
                <p class="mr-lead">{&survey.intro.lead}</p>
                {facts(survey, session.keeping, language)}
                <StartForm
                    language={*language}
                    has_example={survey.example.is_some()}
                    on_action={on_action.clone()}
                />
            </div>
            if survey.example.is_some() {
                <figure class="mr-hero-figure">
                    {hero_radar(survey, language)}
                    <figcaption class="mr-note">{words.figure}</figcaption>
                </figure>
            }
        </div>
        {roles(survey)}
        {sources(survey, language)}
    </>}
}

fn facts(survey: &Survey, keeping: Keeping, language: &Language) -> Html {
    let words = &language.words.shell.welcome;
    let minutes = language.whole(f64::from(survey.intro.minutes));
    let stays = match keeping {
        Keeping::Database | Keeping::SimpleStorage => (Icon::Lock, words.stays),
        Keeping::MemoryByChoice => (Icon::Info, words.stays_in_tab),
        Keeping::MemoryOnly(_) => (Icon::Warning, words.cannot_stay),
    };
    let minutes = fill(words.minutes, &[("minutes", &minutes)]);
    let facts = [(Icon::Clock, &*minutes), (Icon::List, words.statements), stays];
    let facts = facts.into_iter().enumerate();
    let facts = facts.map(|(at, (picture, text))| {
        html! { <li key={at}>{icon(picture)}<span>{text}</span></li> }
    });
    html! { <ul class="mr-facts">{for facts}</ul> }
}

fn roles(survey: &Survey) -> Html {
    let cards = survey.roles.iter().enumerate().map(|(position, role)| {
        html! {
            <div key={position}>
                <h3 class="mr-h3">{role_icon(position)}{&role.name}</h3>
                <p>{&role.gist}</p>
            </div>
        }
    });
    section(
        &survey.intro.roles_title,
        Some(&survey.intro.roles_note),
        html! { <div class="mr-rolecards">{for cards}</div> },
    )
}

/// The documents the survey rests on, by title and author, and what it is and is not.
pub(super) fn sources(survey: &Survey, language: &Language) -> Html {
    let words = &language.words.shell.welcome;
    let rows = survey.sources.iter().enumerate().map(|(at, source)| {
        let names = [("title", source.title.as_str()), ("author", source.author.as_str())];
        html! { <li key={at}>{fill(words.source, &names)}</li> }
    });
    section(
        words.sources,
        None,
        html! {
            <div class="mr-stack">
                <ul class="mr-reasons mr-text mr-small">{for rows}</ul>
                <p class="mr-text mr-small">{words.standing}</p>
            </div>
        },
    )
}

/// A section: a heading with one explaining line, beside its content where there is room.
pub(super) fn section(title: &str, note: Option<&str>, body: Html) -> Html {
    html! {
        <section class="mr-section mr-section-side">
            <div class="mr-section-head">
                <h2 class="mr-h2">{title}</h2>
                if let Some(note) = note { <p class="mr-note">{note}</p> }
            </div>
            <div class="mr-section-body">{body}</div>
        </section>
    }
}

/// What [`StartForm`] needs.
#[derive(PartialEq, Properties)]
struct StartFormProps {
    language: Language,
    has_example: bool,
    on_action: Callback<Action>,
}

/// The unit and the start button: a component, as it holds what is being typed.
#[component]
fn StartForm(props: &StartFormProps) -> Html {
    let words = &props.language.words.shell.welcome;
    let scope = use_state(String::new);
    let oninput = {
        let scope = scope.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                scope.set(input.value());
            }
        })
    };
    let onsubmit = {
        let scope = scope.clone();
        props.on_action.reform(move |event: SubmitEvent| {
            event.prevent_default();
            Action::Started { scope: scope.trim().to_owned() }
        })
    };
    html! {
        <form {onsubmit}>
            {scope_field(&props.language, &scope, oninput)}
            <div class="mr-actions">
                <button class="mr-button" type="submit">{words.start}</button>
                if props.has_example {
                    {button(
                        "mr-textlink",
                        words.example,
                        &props.on_action,
                        Action::ScreenPicked(Screen::Example),
                    )}
                }
            </div>
        </form>
    }
}

fn scope_field(language: &Language, scope: &str, oninput: Callback<InputEvent>) -> Html {
    let words = &language.words.shell.welcome;
    html! {
        <div class="mr-field">
            <label for="mr-scope">{words.scope}</label>
            <p class="mr-note" id="mr-scope-hint">{words.scope_hint}</p>
            <input
                class="mr-input"
                id="mr-scope"
                type="text"
                maxlength="120"
                autocomplete="off"
                aria-describedby="mr-scope-hint"
                value={scope.to_owned()}
                {oninput}
            />
        </div>
    }
}
