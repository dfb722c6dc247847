//! Everything about a history at once, as hosts read it.

use super::lens::lenses_results;
use super::{
    balance_results, change_results, confidence_results, dominance_results, effort_results, plan,
    score_results, team,
};
use crate::addendum::Addenda;
use crate::cycle::cycle;
use crate::document::Writer;
use crate::history::{Comparison, History, Wave, change};
use crate::lens::{Lens, LensRecord};
use crate::scoring::{balance, confidence, dominance, effort_mix, score};
use crate::survey::Survey;
use crate::team::{Panel, perception_gap, team as read_team};

/// What results are written from.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The instrument.
    pub survey: &'a Survey,
    /// The own waves.
    pub history: &'a History,
    /// What was added to them.
    pub addenda: &'a Addenda,
    /// Everybody who answered.
    pub panel: &'a Panel,
    /// Whether few people could be recognized who have not agreed to be shown (model 2.9).
    pub is_withheld: bool,
    /// Places in the panel of the two sides that are held against each other.
    pub sides: Option<&'a [Vec<usize>; 2]>,
    /// Lenses that were answered, each with the latest answers and those before.
    pub lenses: &'a [(&'a Lens, &'a LensRecord, Option<&'a LensRecord>)],
}

/// `{waves: [...], change, progress, plan, team, perception_gap, lenses}` for a whole history; `change` is `null` with one
/// wave, `progress` without targets, `team` with one person, `perception_gap` without two sides
/// that may be shown. Of people who have not agreed, `team` tells the number alone.
pub fn write(given: Given) -> String {
    let Given { survey, history, addenda, panel, is_withheld, sides, lenses } = given;
    let mut json = Writer::default();
    json.open("");
    json.open_list("waves");
    for wave in history.assessments() {
        wave_results(&mut json, wave, survey);
    }
    json.close_list();
    match history.span() {
        Some((base, now)) => {
            let comparison = Comparison::between(base, now);
            let compared = change(survey, &base.answers, &now.answers, &now.weights, comparison);
            change_results(&mut json, "change", &compared, survey);
        }
        None => json.null("change"),
    }
    let read = cycle(survey, history, addenda);
    match read.as_ref().and_then(|read| read.progress.as_ref()) {
        Some(progress) => plan::progress_results(&mut json, "progress", progress),
        None => json.null("progress"),
    }
    match &read {
        Some(read) => plan::plan_results(&mut json, "plan", &read.plan, survey),
        None => json.null("plan"),
    }
    team_parts(&mut json, panel, is_withheld, sides, survey);
    lenses_results(&mut json, "lenses", lenses);
    json.close();
    json.into_text()
}

fn team_parts(
    json: &mut Writer,
    panel: &Panel,
    is_withheld: bool,
    sides: Option<&[Vec<usize>; 2]>,
    survey: &Survey,
) {
    let answers = panel.answers();
    if answers.len() > 1 && is_withheld {
        team::withheld(json, "team", answers.len());
    } else if answers.len() > 1 {
        team::team_results(json, "team", &read_team(survey, &answers), survey);
    } else {
        json.null("team");
    }
    match sides {
        Some(sides) => {
            let side = |places: &Vec<usize>| {
                let own: Vec<_> = places.iter().filter_map(|at| answers.get(*at).copied()).collect();
                read_team(survey, &own)
            };
            let [first, second] = sides.each_ref().map(side);
            let gap = perception_gap(survey, &first, &second, &panel.weights());
            team::perception_gap_results(json, "perception_gap", &gap, survey);
        }
        None => json.null("perception_gap"),
    }
}

fn wave_results(json: &mut Writer, wave: &Wave, survey: &Survey) {
    let scores = score(survey, &wave.answers, &wave.weights);
    json.open("");
    json.text("id", &wave.id);
    score_results(json, "score", &scores);
    dominance_results(json, "dominance", &dominance(survey, &scores));
    balance_results(json, "balance", &balance(survey, &wave.answers, &wave.weights));
    match wave.answers.effort {
        Some(effort) => {
            effort_results(json, "effort_mix", effort_mix(&survey.parameters, effort, wave.answers.wish));
        }
        None => json.null("effort_mix"),
    }
    confidence_results(
        json,
        "confidence",
        &confidence(survey, &wave.answers, wave.respondent.raters(), wave.respondent.median_deviation),
    );
    json.close();
}
