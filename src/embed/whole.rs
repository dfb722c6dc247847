//! What only the whole program answers: files, results, the end of erasing.

use super::Widget;
use crate::document::{Problem, Writer, files, results};
use crate::views::app::Stage;
use crate::views::effects::waves_of;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Widget {
    /// Takes answer files, drafts and histories as JSON text; gives `{taken, problems}`.
    #[wasm_bindgen(js_name = importData)]
    pub fn import_data(&self, text: &str) -> String {
        match &*self.stage {
            Stage::Session(desk) => {
                let (taken, problems) = desk.take(text);
                outcome(taken, &problems)
            }
            Stage::Fault(_, problems) => outcome(0, problems),
        }
    }

    /// Every wave as a list of answer files.
    #[wasm_bindgen(js_name = exportData)]
    pub fn export_data(&self) -> String {
        let Some(desk) = self.desk() else {
            return "[]".to_owned();
        };
        let session = desk.session();
        files::write_list(waves_of(&session), &session.addenda, &session.survey)
    }

    /// `{waves, change, progress, plan}` with the field names of the model.
    pub fn results(&self) -> String {
        let Some(desk) = self.desk() else {
            return r#"{"waves":[],"change":null,"progress":null,"plan":null}"#.to_owned();
        };
        let session = desk.session();
        results::write(&session.history, &session.addenda, &session.survey)
    }

    /// All records are gone, unless there is a reason why not.
    pub fn erased(&self, reason: &str) {
        if let Some(desk) = self.desk() {
            desk.erased(reason);
        }
    }
}

fn outcome(taken: usize, problems: &[Problem]) -> String {
    let mut json = Writer::default();
    json.open("");
    json.count("taken", taken);
    json.open_list("problems");
    for own in problems {
        json.open("");
        json.text("code", own.code.name());
        json.text("pointer", &own.pointer);
        json.text("message", &own.message);
        json.close();
    }
    json.close_list();
    json.close();
    json.into_text()
}
