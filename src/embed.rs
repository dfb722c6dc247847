//! What the element's loader calls: a widget is mounted into a shadow root and answers the host page.
//!
//! The contract of the element itself stands at the head of `embed/maturity-radar.js`.

use crate::browser::{intl, json};
use crate::document::{Problem, Tree, answers, results, survey};
use crate::history::Wave;
use crate::session::{Action, Event, Phase, Session};
use crate::survey::Survey;
use crate::views::app::{App, AppProps, Desk};
use crate::views::effects::moment;
use crate::views::notice::{SurveyFault, fault};
use crate::words::Language;
use js_sys::{Function, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Element;
use yew::prelude::*;

/// One mounted widget, in the hands of its element.
#[wasm_bindgen]
pub struct Widget {
    mounted: Mounted,
}

enum Mounted {
    Running { app: yew::AppHandle<App>, survey: Rc<Survey>, desk: Rc<Desk> },
    Faulty { notice: yew::AppHandle<FaultNotice>, problems: Vec<Problem> },
}

/// Draws a widget into `root`. `host` brings the survey's text and the element's settings.
#[wasm_bindgen]
pub fn mount(root: Element, host: JsValue) -> Widget {
    let language = Language::of(&text(&host, "lang").unwrap_or_default(), intl::FORMAT);
    let read = match text(&host, "survey") {
        Some(document) => survey::read(&document).map_err(|problems| (SurveyFault::Broken, problems)),
        None => Err((survey_fault(&host), Vec::new())),
    };
    match read {
        Ok(survey) => run(root, Rc::new(survey), language, &host),
        Err((cause, problems)) => {
            emit(&host, "mr-error", cause.code());
            let props = FaultProps { language, cause, problems: problems.clone() };
            let notice = yew::Renderer::<FaultNotice>::with_root_and_props(root, props).render();
            Widget { mounted: Mounted::Faulty { notice, problems } }
        }
    }
}

fn run(root: Element, survey: Rc<Survey>, language: Language, host: &JsValue) -> Widget {
    let desk = Rc::new(Desk {
        root: root.clone(),
        in_memory: text(host, "storage").is_some_and(|storage| storage != "device"),
        start: Cell::new(get(host, "start").is_truthy()),
        session: RefCell::default(),
        keeper: RefCell::default(),
        waiting: RefCell::default(),
    });
    let props = AppProps { survey: survey.clone(), language, desk: desk.clone() };
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    Widget { mounted: Mounted::Running { app, survey, desk } }
}

#[wasm_bindgen]
impl Widget {
    /// Takes answer files as JSON text; resolves to `{taken, problems}` once everything is kept.
    #[wasm_bindgen(js_name = importData)]
    pub fn import_data(&self, document: String) -> Promise {
        match &self.mounted {
            Mounted::Faulty { problems, .. } => {
                let outcome = outcome(0, problems);
                future_to_promise(async move { Ok(outcome) })
            }
            Mounted::Running { survey, desk, .. } => {
                let (survey, desk) = (survey.clone(), desk.clone());
                future_to_promise(async move {
                    let (waves, problems) = answers::read_files(&document, &survey);
                    let taken = take(&desk, waves).await;
                    Ok(outcome(taken, &problems))
                })
            }
        }
    }

    /// Every wave as a list of answer files.
    #[wasm_bindgen(js_name = exportData)]
    pub fn export_data(&self) -> Promise {
        let desk = match &self.mounted {
            Mounted::Running { desk, .. } => Some(desk.clone()),
            Mounted::Faulty { .. } => None,
        };
        future_to_promise(async move {
            let Some(desk) = desk else {
                return Ok(json::to_value("[]"));
            };
            let session = opened(&desk).await;
            let files = session.history.waves().iter().map(|wave| answers::write(wave, &session.survey));
            Ok(json::to_value(&Tree::List(files.collect()).write()))
        })
    }

    /// `{waves, change}` with the field names of the model.
    #[wasm_bindgen(getter)]
    pub fn results(&self) -> JsValue {
        let session = match &self.mounted {
            Mounted::Running { desk, .. } => desk.session.borrow().clone(),
            Mounted::Faulty { .. } => None,
        };
        match session {
            Some(session) => json::to_value(&results::write(&session.history, &session.survey).write()),
            None => json::to_value(r#"{"waves":[],"change":null}"#),
        }
    }

    /// Takes the widget down.
    pub fn destroy(self) {
        match self.mounted {
            Mounted::Running { app, .. } => app.destroy(),
            Mounted::Faulty { notice, .. } => notice.destroy(),
        }
    }
}

/// Adds waves to the session and waits until they are shown and kept; gives how many were new.
async fn take(desk: &Rc<Desk>, waves: Vec<Wave>) -> usize {
    let session = opened(desk).await;
    let waves: Vec<Rc<Wave>> = waves.into_iter().map(Rc::new).collect();
    let known = session.history.waves().len();
    session.dispatch(Event { moment: moment(), action: Action::WavesTaken(waves.clone()) });
    let session = loop {
        let session = opened(desk).await;
        if waves.iter().all(|wave| session.history.wave(&wave.id).is_some()) {
            break session;
        }
        next_drawing(desk).await;
    };
    kept(desk).await;
    session.history.waves().len() - known
}

/// The session once storage has answered.
async fn opened(desk: &Rc<Desk>) -> UseReducerHandle<Session> {
    loop {
        let session = desk.session.borrow().clone();
        if let Some(session) = session.filter(|session| session.phase != Phase::Opening) {
            return session;
        }
        next_drawing(desk).await;
    }
}

async fn next_drawing(desk: &Rc<Desk>) {
    let desk = desk.clone();
    called_back(|call| desk.waiting.borrow_mut().push(call)).await;
}

async fn kept(desk: &Rc<Desk>) {
    let keeper = desk.keeper.borrow().clone();
    if let Some(keeper) = keeper {
        called_back(|call| keeper.when_idle(call)).await;
    }
}

/// Waits until the callback handed to `ask` is called.
async fn called_back(ask: impl FnOnce(Callback<()>)) {
    let mut ask = Some(ask);
    let called = Promise::new(&mut |resolve: Function, _| {
        if let Some(ask) = ask.take() {
            ask(Callback::from(move |()| {
                // Resolving a promise cannot fail.
                _ = resolve.call0(&JsValue::UNDEFINED);
            }));
        }
    });
    // This promise is never rejected.
    _ = JsFuture::from(called).await;
}

fn outcome(taken: usize, problems: &[Problem]) -> JsValue {
    let problem = |own: &Problem| {
        Tree::record([
            ("code", Tree::text(own.code.name())),
            ("pointer", Tree::text(&own.pointer)),
            ("message", Tree::text(&own.message)),
        ])
    };
    let problems = Tree::List(problems.iter().map(problem).collect());
    json::to_value(&Tree::record([("taken", Tree::count(taken)), ("problems", problems)]).write())
}

fn get(host: &JsValue, name: &str) -> JsValue {
    Reflect::get(host, &JsValue::from(name)).unwrap_or_default()
}

fn text(host: &JsValue, name: &str) -> Option<String> {
    get(host, name).as_string()
}

fn emit(host: &JsValue, event: &str, code: &str) {
    if let Ok(emit) = get(host, "emit").dyn_into::<Function>() {
        let detail = json::to_value(&Tree::record([("code", Tree::text(code))]).write());
        // A listener that throws is the host's own affair.
        _ = emit.call2(host, &JsValue::from(event), &detail);
    }
}

fn survey_fault(host: &JsValue) -> SurveyFault {
    match text(host, "surveyFault").as_deref() {
        Some("unreachable") => SurveyFault::Unreachable,
        Some("not_json_page") => SurveyFault::NotAPage,
        _ => SurveyFault::Missing,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FaultProps {
    language: Language,
    cause: SurveyFault,
    problems: Vec<Problem>,
}

/// What is shown where there is no survey to show.
#[component]
fn FaultNotice(props: &FaultProps) -> Html {
    let problems: Vec<_> = props
        .problems
        .iter()
        .map(|own| (own.code.name().to_owned(), own.pointer.clone(), own.message.clone()))
        .collect();
    fault(&props.language, props.cause, &problems)
}
