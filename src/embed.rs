//! What the element calls: a widget is mounted into a shadow root and answers its page.
//!
//! The contract stands at the head of `embed/running.js`. Nothing here waits; what answers does so at
//! once, as JSON text.

#[cfg(feature = "results")]
mod whole;

use crate::browser::host::Host;
use crate::browser::intl;
use crate::document::survey;
use crate::views::app::{App, AppProps, Stage};
use crate::views::effects::Desk;
use crate::views::markup;
use crate::views::notice::SurveyFault;
use crate::words::Language;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

/// One mounted widget, in the hands of its element.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<App>,
    stage: Rc<Stage>,
}

/// Draws a widget into `root`; there is one for each instance of the program. `host` brings the survey's text and the services of the element.
#[wasm_bindgen]
pub fn mount(root: Element, host: Host) -> Widget {
    markup::begin_headings_at(host.heading_level());
    let language = Language::of(&host.lang(), intl::FORMAT);
    let stage = Rc::new(stage(host));
    let props = AppProps { language, stage: stage.clone() };
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    Widget { app, stage }
}

fn stage(host: Host) -> Stage {
    let (cause, problems) = match host.survey() {
        Some(document) => match survey::read(&document) {
            Ok(survey) => return Stage::Session(Box::new(Desk::new(Rc::new(survey), host))),
            Err(problems) => (SurveyFault::Broken, problems),
        },
        None => (survey_fault(&host), Vec::new()),
    };
    host.fault(cause.code());
    Stage::Fault(cause, problems)
}

fn survey_fault(host: &Host) -> SurveyFault {
    match host.survey_fault().as_deref() {
        Some("unreachable") => SurveyFault::Unreachable,
        Some("not_json_page") => SurveyFault::NotAPage,
        _ => SurveyFault::Missing,
    }
}

#[wasm_bindgen]
impl Widget {
    /// A record from storage.
    pub fn found(&self, key: String, text: String) {
        if let Some(desk) = self.desk() {
            desk.found(key, text);
        }
    }

    /// All records were found; `place` is where new ones go.
    pub fn opened(&self, place: &str) {
        if let Some(desk) = self.desk() {
            desk.opened(place);
        }
    }

    /// A record went to `place`.
    pub fn kept(&self, key: &str, revision: u32, place: &str) {
        if let Some(desk) = self.desk() {
            desk.kept(key, revision, place);
        }
    }

    /// Where the whole program is to begin if the page calls for it now.
    #[cfg(not(feature = "results"))]
    pub fn here(&self) -> String {
        self.desk().map(Desk::here).unwrap_or_default()
    }

    /// Takes the widget down.
    pub fn destroy(self) {
        self.app.destroy();
    }

    fn desk(&self) -> Option<&Desk> {
        match &*self.stage {
            Stage::Session(desk) => Some(desk),
            Stage::Fault(..) => None,
        }
    }
}
