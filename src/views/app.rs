//! The widget as a whole: the screen that fits the session's phase, or what is said where there is none.

use super::effects::Desk;
use super::notice::{SurveyFault, fault};
#[cfg(feature = "results")]
use super::results::{Kind, Shown};
use super::{aim, effort, frame, question, review, welcome};
#[cfg(feature = "results")]
use super::{data, lens, method, plan, results, targets, team, waves};
use crate::document::Problem;
use crate::draft::Step;
#[cfg(feature = "results")]
use crate::history::History;
use crate::session::{Action, Answering, Phase, Session};
use crate::words::Language;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// What the widget shows.
pub enum Stage {
    /// A session.
    Session(Box<Desk>),
    /// Why there is no survey.
    Fault(SurveyFault, Vec<Problem>),
}

/// What the widget is made from.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The language of the interface.
    pub language: Language,
    /// What is shared with the element.
    pub stage: Rc<Stage>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.stage, &other.stage)
    }
}

/// One widget.
pub struct App {
    on_action: Callback<Action>,
    /// The screen that was drawn last; the session may have moved on before `rendered` is called.
    drawn: Cell<u32>,
    /// The screen that was given focus last.
    focused: u32,
}

impl Component for App {
    type Message = ();
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        if let Stage::Session(desk) = &*context.props().stage {
            desk.on_change(context.link().callback(|()| ()));
        }
        Self { on_action: at_the_desk(context, Desk::act), drawn: Cell::new(0), focused: 0 }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { language, stage } = context.props();
        match &**stage {
            Stage::Session(desk) => self.screen(context, desk, language),
            Stage::Fault(cause, problems) => {
                let mut rows = Vec::new();
                for own in problems {
                    rows.push((own.code.name().to_owned(), own.pointer.clone(), own.message.clone()));
                }
                fault(language, *cause, &rows)
            }
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        let is_new = self.drawn.get() != self.focused;
        self.focused = self.drawn.get();
        if is_new && let Stage::Session(desk) = &*context.props().stage {
            desk.focus();
        }
    }
}

impl App {
    fn screen(&self, context: &Context<Self>, desk: &Desk, language: &Language) -> Html {
        let session = &*desk.session();
        #[cfg(feature = "results")]
        desk.room.begin(self.drawn.get() != session.screen);
        self.drawn.set(session.screen);
        let on_action = &self.on_action;
        let body = match &session.phase {
            // The page's own first screen stays until storage has answered.
            Phase::Opening => return html! { <slot /> },
            Phase::Welcome if session.is_first_visit() || cfg!(feature = "results") => {
                welcome::welcome(session, language, on_action)
            }
            Phase::Answering(answering) => step(session, answering, language, on_action),
            _ => self.beyond(context, desk, session, language),
        };
        // Not from `rendered`, which a slow draw puts off: the page may be printed before.
        #[cfg(feature = "results")]
        desk.ask_for_rest();
        frame::frame(session, language, on_action, body)
    }

    /// What comes after the questions.
    #[cfg(feature = "results")]
    fn beyond(&self, context: &Context<Self>, desk: &Desk, session: &Session, language: &Language) -> Html {
        let (survey, on_action) = (&*session.survey, &self.on_action);
        let shown = |history: &History, kind| {
            let (addenda, today) = (&*session.addenda, session.today);
            let scope = if kind == Kind::Example {
                history.latest().map(|wave| wave.scope.as_str()).unwrap_or_default()
            } else {
                session.scope()
            };
            let next_steps = &*session.next_steps;
            let told = session.told.as_ref();
            let shown = Shown { survey, history, addenda, next_steps, scope, kind, today, told };
            if session.phase == Phase::Report {
                return results::report(shown, session, language, on_action);
            }
            results::results(shown, language, on_action)
        };
        match &session.phase {
            Phase::Results | Phase::Report => shown(&session.history, Kind::Own),
            Phase::Compared { base, now } => shown(&session.history.pair(base, now), Kind::Pair),
            Phase::Targets => targets::targets(session, language, on_action),
            Phase::Plan => {
                let on_calendar = at_the_desk(context, |desk, ()| desk.download_calendar());
                plan::plan(session, language, on_action, &on_calendar)
            }
            Phase::History => waves::waves(session, language, on_action),
            Phase::Team { .. } => team::team(session, language, on_action, &desk.page_address()),
            Phase::Lenses => lens::lenses(session, language, on_action),
            Phase::Lens { lens, page, typed } => {
                lens::lens(session, language, on_action, lens, page, typed.as_ref(), &desk.room)
            }
            Phase::Example => shown(&History::of_example(survey).unwrap_or_default(), Kind::Example),
            Phase::Method => method::method(session, language, on_action),
            _ => {
                let on_download = at_the_desk(context, |desk, ()| desk.download());
                let on_download_damaged = at_the_desk(context, |desk, ()| desk.download_damaged());
                let on_erase = at_the_desk(context, |desk, ()| desk.erase());
                let link = desk.link();
                let link = link.as_deref();
                data::data(session, language, on_action, link, &on_download, &on_download_damaged, &on_erase)
            }
        }
    }

    /// What comes after the questions is shown by the whole program, which the desk has asked for.
    #[cfg(not(feature = "results"))]
    fn beyond(&self, _: &Context<Self>, _: &Desk, _: &Session, language: &Language) -> Html {
        let mut pen = super::markup::Pen::new(language, &self.on_action);
        pen.put("p.mr-lead[role=status]", language.words.shell.moment);
        pen.done()
    }
}

/// Something done at the desk whenever it is called for.
fn at_the_desk<T: 'static>(context: &Context<App>, work: fn(&Desk, T)) -> Callback<T> {
    let stage = context.props().stage.clone();
    Callback::from(move |value| {
        if let Stage::Session(desk) = &*stage {
            work(desk, value);
        }
    })
}

fn step(session: &Session, answering: &Answering, language: &Language, on_action: &Callback<Action>) -> Html {
    match &answering.draft.at {
        Step::Item(item) => question::question(session, language, answering, item, on_action),
        Step::Effort => effort::effort(session, language, answering, on_action),
        Step::Aim => aim::aim(session, language, answering, on_action),
        Step::Review => review::review(session, language, answering, on_action),
    }
}
