//! What only the whole program answers: files, results, the end of erasing, other tabs.

use super::Widget;
use crate::document::{Problem, Writer, check as findings, files, results};
use crate::session::Told;
use crate::views::app::Stage;
use crate::views::effects::waves_of;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Widget {
    /// Takes answer files, drafts and histories as JSON text; gives `{taken, problems}`. Where they are those of
    /// colleagues, waves of other people stand beside one's own.
    #[wasm_bindgen(js_name = importData)]
    pub fn import_data(&self, text: &str, of_colleagues: bool) -> String {
        match &*self.stage {
            Stage::Session(desk) => {
                let (taken, problems) = desk.take(text, of_colleagues);
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
        files::write_list(waves_of(&session), &session.addenda, &session.lenses.records, &session.survey)
    }

    /// `{waves, change, progress, plan, team, perception_gap, lenses}` with the field names of the model.
    pub fn results(&self) -> String {
        let Some(desk) = self.desk() else {
            return r#"{"waves":[],"change":null,"progress":null,"plan":null,"team":null,"perception_gap":null,"lenses":{}}"#.to_owned();
        };
        let session = desk.session();
        let panel = session.panel();
        let sides = session.shown_sides(&panel);
        let lenses: Vec<_> = session.answered_lenses();
        results::write(results::Given {
            survey: &session.survey,
            history: &session.history,
            addenda: &session.addenda,
            panel: &panel,
            is_withheld: !session.may_show_all(&panel),
            sides: sides.as_ref(),
            lenses: &lenses,
        })
    }

    /// All records are gone, unless there is a reason why not.
    pub fn erased(&self, reason: &str) {
        if let Some(desk) = self.desk() {
            desk.erased(reason);
        }
    }

    /// The text of a file that was picked, dropped or pasted.
    pub fn offered(&self, name: String, text: String) {
        if let Some(desk) = self.desk() {
            desk.offered(name, text);
        }
    }

    /// A file was not read, for this reason: `too_large`, `unreadable` or `too_many`.
    pub fn refused(&self, name: String, reason: String) {
        if let Some(desk) = self.desk() {
            desk.refused(name, reason);
        }
    }

    /// Those were all files of one lot.
    #[wasm_bindgen(js_name = offeredAll)]
    pub fn offered_all(&self) {
        if let Some(desk) = self.desk() {
            desk.offered_all();
        }
    }

    /// The document of a lens; an empty text says that it could not be had.
    #[wasm_bindgen(js_name = lensRead)]
    pub fn lens_read(&self, id: &str, text: &str) {
        if let Some(desk) = self.desk() {
            desk.lens_read(id, text);
        }
    }

    /// What was drawn is on screen: the next piece of a page can come, or the whole has to.
    #[wasm_bindgen(js_name = drawRest)]
    pub fn draw_rest(&self, whole: bool) {
        if let Some(desk) = self.desk() {
            desk.draw_rest(whole);
        }
    }

    /// A picture of this chart was offered as a file, or could not be made.
    pub fn pictured(&self, chart: String, ok: bool) {
        if let Some(desk) = self.desk() {
            desk.tell(Told::Pictured { chart, done: ok });
        }
    }

    /// A text went to the clipboard, or could not.
    pub fn copied(&self, ok: bool) {
        if let Some(desk) = self.desk() {
            desk.tell(Told::Copied(ok));
        }
    }

    /// Another tab has stored a record, or removed it where the text is empty; without a key, all of them.
    pub fn elsewhere(&self, key: &str, text: &str) {
        if let Some(desk) = self.desk() {
            desk.elsewhere(key, text);
        }
    }
}

/// What an owner is told of a survey document, as `validate.html` shows it: `{problems, survey}`.
#[wasm_bindgen]
pub fn check(survey: &str) -> String {
    findings::report(survey)
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
