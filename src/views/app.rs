//! The widget as a whole: one session, the screen that fits its phase, and what it causes outside.

use super::effects::{Keeper, damaged_file, everything, moment};
use super::{aim, data, effort, frame, method, question, results, review, welcome};
use crate::browser::{clock, file, focus};
use crate::draft::Step;
use crate::history::History;
use crate::session::{Action, Answering, Event, Phase, Session};
use crate::survey::Survey;
use crate::words::Language;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What the widget and the element that holds it share.
pub struct Desk {
    /// The element the widget is drawn into.
    pub root: Element,
    /// Whether everything stays in memory.
    pub in_memory: bool,
    /// Whether 'Start' was pressed before the widget was there.
    pub start: Cell<bool>,
    /// The session as it was last drawn.
    pub session: RefCell<Option<UseReducerHandle<Session>>>,
    /// Writes records, once storage is open.
    pub keeper: RefCell<Option<Rc<Keeper>>>,
    /// Called once after the next drawing.
    pub waiting: RefCell<Vec<Callback<()>>>,
}

/// What the widget is made from.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The instrument.
    pub survey: Rc<Survey>,
    /// The language of the interface.
    pub language: Language,
    /// What is shared with the element.
    pub desk: Rc<Desk>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.desk, &other.desk)
    }
}

/// One widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { survey, language, desk } = props.clone();
    let session = {
        let survey = survey.clone();
        use_reducer(move || Session::new(survey, writer()))
    };
    let on_action = {
        let dispatcher = session.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(Event { moment: moment(), action }))
    };
    use_opening(&survey, &desk, &on_action);
    use_keeping(&session, &desk);
    use_focus(session.screen, &desk);
    use_publishing(&session, &desk);
    screen(&session, &language, &desk, &on_action)
}

/// A random name for this mount of this element.
fn writer() -> String {
    [clock::chance(), clock::chance()].map(|number| number.to_string()).join("-")
}

/// Opens storage once, and honours an early press on 'Start' where there is nothing to come back to.
#[hook]
fn use_opening(survey: &Rc<Survey>, desk: &Rc<Desk>, on_action: &Callback<Action>) {
    let (survey, desk, on_action) = (survey.clone(), desk.clone(), on_action.clone());
    use_effect_with((), move |()| {
        spawn_local(async move {
            let (keeper, opened) = Keeper::open(survey, desk.in_memory, on_action.clone()).await;
            desk.keeper.replace(Some(keeper));
            let is_new = opened.history.is_empty() && opened.drafts.is_empty();
            on_action.emit(Action::Opened(opened));
            if desk.start.take() && is_new {
                on_action.emit(Action::Started { scope: String::new() });
            }
        });
    });
}

/// Keeps every change of the draft and every new wave.
#[hook]
fn use_keeping(session: &UseReducerHandle<Session>, desk: &Rc<Desk>) {
    let revision = session.answering().map(|answering| (answering.draft.id.clone(), answering.revision));
    let (own, shared) = (session.clone(), desk.clone());
    use_effect_with(revision, move |_| {
        if let (Some(keeper), Some(answering)) = (&*shared.keeper.borrow(), own.answering())
            && answering.revision > 0
        {
            keeper.keep_draft(answering.revision, answering.draft.clone());
        }
    });
    let (history, shared) = (session.history.clone(), desk.clone());
    let is_open = session.phase != Phase::Opening;
    use_effect_with((is_open, Rc::as_ptr(&session.history)), move |_| {
        if let Some(keeper) = &*shared.keeper.borrow() {
            keeper.keep_waves(&history);
        }
    });
}

/// Moves focus to the heading, or to what is wrong, whenever the screen changes.
#[hook]
fn use_focus(screen: u32, desk: &Rc<Desk>) {
    let desk = desk.clone();
    use_effect_with(screen, move |screen| {
        if *screen > 0 {
            focus::move_to(&desk.root, &["#mr-complaint", "#mr-heading"]);
        }
    });
}

/// Lets the element see the session, and wakes whoever waits for it.
#[hook]
fn use_publishing(session: &UseReducerHandle<Session>, desk: &Rc<Desk>) {
    let (session, desk) = (session.clone(), desk.clone());
    use_effect(move || {
        desk.session.replace(Some(session));
        for call in desk.waiting.take() {
            call.emit(());
        }
    });
}

fn screen(session: &Session, language: &Language, desk: &Rc<Desk>, on_action: &Callback<Action>) -> Html {
    let survey = &*session.survey;
    let body = match &session.phase {
        // The page's own first screen stays until storage has answered.
        Phase::Opening => return html! { <slot /> },
        Phase::Welcome => welcome::welcome(session, language, on_action),
        Phase::Answering(answering) => step(session, answering, language, on_action),
        Phase::Results => results::results(survey, language, &session.history, false, on_action),
        Phase::Example => {
            let example = History::of_example(survey).unwrap_or_default();
            results::results(survey, language, &example, true, on_action)
        }
        Phase::Method => method::method(session, language, on_action),
        Phase::Data { .. } => data_screen(session, language, desk, on_action),
    };
    frame::frame(session, language, on_action, body)
}

fn step(session: &Session, answering: &Answering, language: &Language, on_action: &Callback<Action>) -> Html {
    match &answering.draft.at {
        Step::Item(item) => question::question(session, language, answering, item, on_action),
        Step::Effort => effort::effort(session, language, answering, on_action),
        Step::Aim => aim::aim(session, language, answering, on_action),
        Step::Review => review::review(session, language, answering, on_action),
    }
}

fn data_screen(session: &Session, language: &Language, desk: &Rc<Desk>, on_action: &Callback<Action>) -> Html {
    let name = ["maturity-radar-", &clock::today().to_string(), ".json"].concat();
    let on_download = {
        let (survey, history, drafts) = (session.survey.clone(), session.history.clone(), session.drafts.clone());
        Callback::from(move |()| {
            let drafts: Vec<_> = drafts.iter().map(|(_, draft)| draft).collect();
            file::download(&name, "application/json", &everything(&survey, &history, &drafts));
        })
    };
    let on_download_damaged = {
        let damaged = session.damaged.clone();
        Callback::from(move |()| {
            file::download("maturity-radar-unreadable.json", "application/json", &damaged_file(&damaged));
        })
    };
    let on_erase = {
        let desk = desk.clone();
        Callback::from(move |()| {
            if let Some(keeper) = &*desk.keeper.borrow() {
                keeper.erase();
            }
        })
    };
    data::data(session, language, on_action, &on_download, &on_download_damaged, &on_erase)
}
