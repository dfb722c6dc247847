//! Answers to enter: the worked examples of the model part by part, and many rows.

use crate::lenses::{Kind, lens, value};
use maturity_radar::document::Tree;
use maturity_radar::lens::{LensAnswers, Value};

const GOLDEN: &str = include_str!("../../fixtures/golden.json");

/// The input of one of the golden tests.
fn input(id: &str) -> Tree {
    let Ok(golden) = Tree::parse(GOLDEN) else { panic!("golden tests are no JSON") };
    let Some(Tree::List(tests)) = golden.get("tests") else { panic!("no golden tests") };
    let own = tests.iter().find(|own| own.get("id") == Some(&Tree::text(id))).unwrap();
    own.get("input").unwrap().clone()
}

fn enter(answers: &mut LensAnswers, part: &str, rows: &Tree, names: &[(&str, &str)]) {
    let Tree::List(rows) = rows else { panic!("no list: {rows:?}") };
    for (at, row) in rows.iter().enumerate() {
        let Tree::Record(fields) = row else { panic!("no record: {row:?}") };
        let own = ["x-", &at.to_string()].concat();
        let key = match row.get("id") {
            Some(Tree::Text(id)) => id.as_str(),
            _ => &own,
        };
        for (field, tree) in fields {
            let name =
                names.iter().find(|(theirs, _)| theirs == field).map_or(field.as_str(), |(_, ours)| ours);
            if field != "id" {
                answers.set(part, Some(key), name, value(tree));
            }
        }
    }
}

pub fn layers(answers: &mut LensAnswers) {
    let own = input("D01");
    enter(answers, "layers", own.get("streams").unwrap(), &[("name", "stream_name")]);
    answers.set("layers", None, "span", own.get("span").and_then(value));
}

pub fn decisions(answers: &mut LensAnswers) {
    enter(answers, "decisions", input("D02").get("decisions").unwrap(), &[]);
}

pub fn desk(answers: &mut LensAnswers) {
    for day in 0..5 {
        let key = ["x-", &day.to_string()].concat();
        for (field, hour) in [("from", 9.0), ("to", 17.0)] {
            let hour = f64::from(day) * 24.0 + hour;
            answers.set("unseen", Some(&key), field, Some(Value::Number(hour)));
        }
    }
}

pub fn metrics(answers: &mut LensAnswers) {
    let names = [("name", "metric_name"), ("owner", "metric_owner")];
    enter(answers, "metrics", input("D06").get("metrics").unwrap(), &names);
}

pub fn conditions(answers: &mut LensAnswers) {
    let Some(Tree::Record(ratings)) = input("D07").get("ratings").cloned() else { panic!("no ratings") };
    for (id, rating) in &ratings {
        answers.set("conditions", Some(id), "value", value(rating));
    }
}

pub fn given(fill: &[fn(&mut LensAnswers)]) -> LensAnswers {
    let mut answers = LensAnswers::default();
    for part in fill {
        part(&mut answers);
    }
    answers
}

/// Every part of the worked examples.
pub const ALL: [fn(&mut LensAnswers); 5] = [layers, decisions, desk, metrics, conditions];

/// So many decisions, with times a person would choose.
pub fn many(count: usize) -> LensAnswers {
    let mut answers = LensAnswers::default();
    let times = [0.25, 1.0, 4.0, 8.0, 20.0, 40.0, 80.0, 168.0];
    let named = lens(Kind::DecisionSpeed);
    let elements = &named.part("decisions").unwrap().elements;
    for at in 0..count {
        let key = elements
            .get(at)
            .map_or_else(|| ["x-", &at.to_string()].concat(), |own| own.id.as_str().to_owned());
        let mut set = |field: &str, value: Value| answers.set("decisions", Some(&key), field, Some(value));
        for (field, number) in [
            ("height", (at % 4) as f64),
            ("knowledge", (at % 2) as f64),
            ("stops", (at % 5) as f64),
            ("wait", times[at % 7]),
            ("forum", [0.0, 40.0, 168.0][at % 3]),
            ("window", times[(at * 3 + at / 8) % 8]),
            ("per_month", (at % 11) as f64),
        ] {
            set(field, Value::Number(number));
        }
        if at % 4 == 1 {
            set("observed", Value::Number(at as f64 * 7.0));
        }
        set("right", Value::text(["waits", "proposes", "within_limits", "acts_then_informs"][at % 4]));
        set("reversible", Value::Flag(at % 3 != 0));
        set("exposure", Value::text(["low", "medium", "high"][at % 3]));
    }
    for at in 0..count / 2 {
        let key = ["x-", &at.to_string()].concat();
        answers.set("layers", Some(&key), "headcount", Some(Value::Number(5.0 + at as f64)));
        answers.set("layers", Some(&key), "layers", Some(Value::Number((at % 9) as f64)));
    }
    answers
}
