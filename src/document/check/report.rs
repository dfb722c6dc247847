//! What was found, for a page: the same as the command prints, as JSON.

use super::{Finding, survey};
use crate::document::Writer;
use crate::survey::Survey;

/// Reads a survey document and writes what was found: `{problems, survey}`, with `survey` being `null` where
/// there is any problem.
///
/// A problem has `code`, `pointer`, `message`, `remedy`, `line`, `column`, `start` and `end`; a survey `title`, `id`,
/// `version`, `lang`, `roles[{name, capabilities, items}]`, `levels`, `lowest` and `highest` rating.
pub fn report(text: &str) -> String {
    let mut json = Writer::default();
    json.open("");
    match survey(text) {
        Ok(survey) => {
            json.open_list("problems");
            json.close_list();
            outline(&mut json, &survey);
        }
        Err(findings) => {
            json.open_list("problems");
            for finding in &findings {
                problem(&mut json, finding);
            }
            json.close_list();
            json.null("survey");
        }
    }
    json.close();
    json.into_text()
}

fn problem(json: &mut Writer, finding: &Finding) {
    let (own, place) = (&finding.problem, finding.place);
    json.open("");
    json.text("code", own.code.name());
    json.text("pointer", &own.pointer);
    json.text("message", &own.message);
    json.text("remedy", finding.remedy());
    for (name, value) in
        [("line", place.line), ("column", place.column), ("start", place.start), ("end", place.end)]
    {
        json.count(name, value);
    }
    json.close();
}

fn outline(json: &mut Writer, survey: &Survey) {
    json.open("survey");
    json.text("title", &survey.intro.title);
    json.text("id", &survey.id);
    json.text("version", &survey.version);
    json.text("lang", &survey.lang);
    json.open_list("roles");
    for role in &survey.roles {
        json.open("");
        json.text("name", &role.name);
        json.open_list("capabilities");
        for capability in &role.capabilities {
            json.text("", &capability.name);
        }
        json.close_list();
        json.count("items", role.capabilities.iter().map(|own| own.items.len()).sum());
        json.close();
    }
    json.close_list();
    json.open_list("levels");
    for level in &survey.levels {
        json.text("", &level.name);
    }
    json.close_list();
    json.count("lowest", usize::from(survey.scale_min));
    json.count("highest", usize::from(survey.scale_max));
    json.close();
}
