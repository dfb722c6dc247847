//! The golden tests of the lenses: each is entered as a person would enter it, wherever the input allows that.

use super::{fields, list, number, numbers, text, written};
use crate::lenses::{Kind, lens, value};
use maturity_radar::document::Tree;
use maturity_radar::document::results::lens as write;
use maturity_radar::lens::abm::Rules as AbmRules;
use maturity_radar::lens::martech::{analytics_seat, it_model};
use maturity_radar::lens::operating_model::{
    Rules, Sourcing, band_points, blueprint, complexity, force_gap, shift_lag, sourcing,
};
use maturity_radar::lens::{ElementId, Lens, LensAnswers, LensResults, Rules as LensRules, Value, read};
use maturity_radar::lens::{abm, decision_speed, martech, operating_model};

/// Enters a field of each named row.
fn column(answers: &mut LensAnswers, part: &str, field: &str, by_row: &Tree) {
    for (row, own) in fields(by_row) {
        answers.set(part, Some(row), field, value(own));
    }
}

/// Enters a list of records as rows, their fields by the names the lens has for them.
fn rows(answers: &mut LensAnswers, part: &str, list_of: &Tree, names: &[(&str, &str)]) {
    for (place, own) in list(list_of).iter().enumerate() {
        let id = own.get("id").map_or_else(|| ["x-", &place.to_string()].concat(), |id| text(id).to_owned());
        for (field, own) in fields(own) {
            let name =
                names.iter().find(|(theirs, _)| theirs == field).map_or(field.as_str(), |(_, ours)| ours);
            if field != "id" {
                answers.set(part, Some(&id), name, value(own));
            }
        }
    }
}

fn once(answers: &mut LensAnswers, part: &str, input: &Tree, names: &[&str]) {
    for name in names {
        answers.set(part, None, name, input.get(name).and_then(value));
    }
}

fn decision_speed(answers: &LensAnswers) -> decision_speed::Results {
    match read(&lens(Kind::DecisionSpeed), answers) {
        LensResults::DecisionSpeed(read) => read,
        other => panic!("{other:?}"),
    }
}

fn martech(answers: &LensAnswers) -> martech::Results {
    match read(&lens(Kind::Martech), answers) {
        LensResults::Martech(read) => read,
        other => panic!("{other:?}"),
    }
}

fn operating_model(answers: &LensAnswers) -> operating_model::Results {
    match read(&lens(Kind::OperatingModel), answers) {
        LensResults::OperatingModel(read) => *read,
        other => panic!("{other:?}"),
    }
}

fn rules(lens: &Lens) -> &Rules {
    match &lens.rules {
        LensRules::OperatingModel(rules) => rules,
        other => panic!("{other:?}"),
    }
}

fn abm_rules(lens: &Lens) -> &AbmRules {
    match &lens.rules {
        LensRules::Abm(rules) => rules,
        other => panic!("{other:?}"),
    }
}

fn flags(tree: &Tree) -> Vec<Option<bool>> {
    list(tree).iter().map(|own| Some(*own == Tree::Bool(true))).collect()
}

fn figure(value: Option<f64>) -> Tree {
    value.map_or(Tree::Null, Tree::Number)
}

/// What a function of a lens gives; nothing for one of another part of the model.
pub fn run(function: &str, input: &Tree) -> Option<Tree> {
    let mut own = LensAnswers::default();
    let get = |name: &str| input.get(name).unwrap_or_else(|| panic!("{function}: {name}"));
    let cases = || list(get("cases")).iter();
    Some(match function {
        "ds.flatness" => {
            rows(&mut own, "layers", get("streams"), &[("name", "stream_name")]);
            once(&mut own, "layers", input, &["span"]);
            let read = decision_speed(&own).flatness;
            written(|json, name| write::decision_speed::flatness_results(json, name, &read))
        }
        "ds.decisions" => {
            rows(&mut own, "decisions", get("decisions"), &[]);
            let read = decision_speed(&own).decisions;
            written(|json, name| write::decision_speed::decisions_results(json, name, &read))
        }
        "ds.unseen" => figure(decision_speed::unseen(&numbers(get("closed")), 168.0)),
        "ds.metrics" => {
            rows(&mut own, "decisions", get("decisions"), &[]);
            rows(&mut own, "metrics", get("metrics"), &[("name", "metric_name"), ("owner", "metric_owner")]);
            let read = decision_speed(&own).metrics;
            written(|json, name| write::decision_speed::metrics_results(json, name, &read))
        }
        "anchored_mean" => {
            column(&mut own, "conditions", "value", get("ratings"));
            figure(decision_speed(&own).conditions)
        }
        "mt.placement" | "mt.pattern" => {
            column(&mut own, "placement", "current", get("current"));
            if let Some(difference) = input.get("local_difference") {
                column(&mut own, "placement", "local_difference", difference);
            }
            let read = martech(&own);
            written(|json, name| match function {
                "mt.pattern" => write::martech::pattern_results(json, name, &read.pattern),
                _ => write::martech::placement_results(json, name, &read.placement),
            })
        }
        "mt.governance" => {
            column(&mut own, "governance", "answer", get("answers"));
            let read = martech(&own).governance;
            written(|json, name| write::martech::governance_results(json, name, &read))
        }
        "mt.it_model" => Tree::List(cases().map(it_case).collect()),
        "mt.analytics_model" => {
            let case = |own: &Tree| {
                let given = flags(own);
                let found = analytics_seat(given[0], given[1], given[2], given[3]);
                Tree::text(found.unwrap().name())
            };
            Tree::List(cases().map(case).collect())
        }
        "mt.tiger" => {
            once(&mut own, "capacity", input, &["core_fte", "reserve_pct"]);
            rows(&mut own, "capacity", get("demands"), &[("name", "demand")]);
            let read = martech(&own).capacity;
            written(|json, name| write::martech::capacity_results(json, name, &read))
        }
        _ if function.starts_with("om.") => return run_operating_model(function, input),
        _ if function.starts_with("ab.") => run_abm(function, input),
        _ => return None,
    })
}

fn it_case(own: &Tree) -> Tree {
    let [change, depth, one_off] = list(own) else { panic!("{own:?}") };
    let one_off = Some(*one_off == Tree::Bool(true));
    Tree::text(it_model(Some(number(change)), Some(number(depth)), one_off).unwrap().name())
}

fn run_operating_model(function: &str, input: &Tree) -> Option<Tree> {
    let whole = lens(Kind::OperatingModel);
    let rules = rules(&whole);
    let mut own = LensAnswers::default();
    let get = |name: &str| input.get(name).unwrap_or_else(|| panic!("{function}: {name}"));
    let cases = || list(get("cases")).iter();
    let known = |name: &str| input.get(name).map(number);
    Some(match function {
        "om.complexity" => {
            let case = |own: &Tree| {
                let bands = rules.bands.iter().map(|(_, bounds)| *bounds);
                let points: Vec<_> = numbers(own)
                    .into_iter()
                    .zip(bands)
                    .map(|(count, own)| Some(band_points(count, own)))
                    .collect();
                let read = complexity(rules, &points);
                written(|json, name| write::operating_model::complexity_results(json, name, read))
            };
            Tree::List(cases().map(case).collect())
        }
        "om.grid" => {
            for (cell, both) in fields(get("cells")) {
                if let Tree::List(both) = both {
                    own.set("grid", Some(cell), "design", value(&both[0]));
                    own.set("grid", Some(cell), "use", value(&both[1]));
                }
            }
            let read = operating_model(&own).grid;
            written(|json, name| write::operating_model::grid_results(json, name, &read))
        }
        "om.shift_lag" => {
            let rated: Vec<(f64, [f64; 2])> = fields(get("ratings"))
                .iter()
                .filter(|(_, own)| matches!(own, Tree::Number(_)))
                .map(|(id, own)| {
                    let scale = whole.part("shifts").unwrap().element(id).unwrap().scale().unwrap();
                    (number(own), scale)
                })
                .collect();
            let read = shift_lag(rules, &rated, known("grid_overall"));
            written(|json, name| write::operating_model::shift_lag_results(json, name, read))
        }
        "om.sourcing" => {
            let case = |own: &Tree| {
                let given: Vec<Option<f64>> = numbers(own).into_iter().map(Some).collect();
                let facts =
                    Sourcing { current: given[0], data_close: given[1], frequent: given[2], skill: given[3] };
                let read = sourcing(rules, facts);
                written(|json, name| write::operating_model::sourcing_results(json, name, read))
            };
            Tree::List(cases().map(case).collect())
        }
        "om.flow" => {
            once(&mut own, "flow", input, &["touch_days", "handovers", "wait_days"]);
            let read = operating_model(&own).flow.unwrap();
            written(|json, name| write::operating_model::flow_results(json, name, read))
        }
        "om.forces" => {
            column(&mut own, "forces", "value", get("forces"));
            let read = operating_model(&own).forces;
            written(|json, name| write::operating_model::forces_results(json, name, read))
        }
        "om.force_gap" => {
            let state =
                ["capabilities", "structure", "budget"].map(|name| get("state").get(name).map(number));
            let read = force_gap(rules, known("score"), state);
            written(|json, name| write::operating_model::force_gap_results(json, name, read))
        }
        "om.market_fit" => {
            for name in ["share", "kind"] {
                own.set("local", Some("x-1"), name, value(get(name)));
            }
            for (capability, place) in fields(get("now")) {
                // `null` stands for nobody there; in answers it would stand for nothing said.
                let place = value(place).unwrap_or_else(|| Value::text("nobody"));
                own.set("local", Some("x-1"), capability, Some(place));
            }
            let read = operating_model(&own).markets.remove(0);
            written(|json, name| write::operating_model::market_fit_results(json, name, &read))
        }
        "om.blueprint" => {
            let limits = [rules.major_share, rules.mid_share];
            let case = |own: &Tree| {
                let [share, kind] = list(own) else { panic!("{own:?}") };
                Tree::text(blueprint(rules, limits, Some(number(share)), Some(text(kind))).unwrap().name())
            };
            Tree::List(cases().map(case).collect())
        }
        "om.planning" => {
            column(&mut own, "planning", "answer", get("answers"));
            for (name, day) in fields(get("dates")) {
                own.set("planning", None, name, value(day));
            }
            let read = operating_model(&own).planning;
            written(|json, name| write::operating_model::planning_results(json, name, &read))
        }
        "om.helix" => {
            column(&mut own, "helix", "holder", get("holder"));
            let read = operating_model(&own).helix;
            written(|json, name| write::operating_model::helix_results(json, name, &read))
        }
        "om.rightsize" => {
            rows(&mut own, "rightsizing", get("tools"), &[]);
            for place in 0..list(get("tools")).len() {
                // The model leaves it out for tools that are owned.
                let row = ["x-", &place.to_string()].concat();
                if own.get("rightsizing", Some(&row), "planned").is_none() {
                    own.set("rightsizing", Some(&row), "planned", Some(Value::Flag(false)));
                }
            }
            let found = operating_model(&own).tools;
            Tree::List(found.into_iter().map(|(_, step, _)| Tree::text(step.unwrap().name())).collect())
        }
        "om.idle_spend" => {
            rows(&mut own, "rightsizing", &Tree::List(vec![input.clone()]), &[]);
            figure(operating_model(&own).tools[0].2)
        }
        "om.start_gate" => {
            column(&mut own, "start", "answer", get("answers"));
            let read = operating_model(&own).start;
            written(|json, name| write::operating_model::start_gate_results(json, name, &read))
        }
        _ => return None,
    })
}

fn run_abm(function: &str, input: &Tree) -> Tree {
    let whole = lens(Kind::Abm);
    if function == "ab.fit" {
        let known: Vec<(String, f64)> = fields(input.get("conditions").unwrap())
            .iter()
            .map(|(key, own)| (key.clone(), number(own)))
            .collect();
        let first = input.get("strategy_first").map(|own| *own == Tree::Bool(true));
        let read = abm::fit(abm_rules(&whole), &known, first);
        return written(|json, name| write::abm::fit_results(json, name, &read));
    }
    let mut own = LensAnswers::default();
    column(&mut own, "readiness", "value", input.get("ratings").unwrap());
    let LensResults::Abm(read) = read(&whole, &own) else { panic!("another kind") };
    written(|json, name| write::abm::readiness_results(json, name, &read.readiness))
}

#[test]
fn conditions_that_were_entered_count_as_those_of_the_model() {
    let whole = lens(Kind::Abm);
    let mut own = LensAnswers::default();
    let mut known = Vec::new();
    for (place, (key, id)) in abm_rules(&whole).conditions.iter().enumerate() {
        let points = (place % 5) as f64;
        own.set("conditions", Some(ElementId::as_str(id)), "value", Some(Value::Number(points)));
        known.push((key.clone(), points));
    }
    let LensResults::Abm(read) = read(&whole, &own) else { panic!("another kind") };
    assert_eq!(read.fit, abm::fit(abm_rules(&whole), &known, None));
    assert!(read.fit.table.iter().all(|own| own.fit.is_some()));
}
