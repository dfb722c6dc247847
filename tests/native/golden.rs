//! The golden tests of the model, read as data: every function of it must give what they expect.

mod lenses;

use super::profiles::survey;
use maturity_radar::answers::{AimAnswer, Answer, Answers, EffortSplit, Evidence, Rating, Reply};
use maturity_radar::document::{Tree, Writer, results};
use maturity_radar::history::{Comparison, ScoreMap, Target, Targets, change, progress};
use maturity_radar::plan::{Situation, focus, plan};
use maturity_radar::scoring::{Weights, balance, confidence, dominance, effort_mix, level_of, score};
use maturity_radar::survey::{CapabilityId, RoleId, Survey};
use maturity_radar::team::{Team, alpha, perception_gap, team};

const GOLDEN: &str = include_str!("../fixtures/golden.json");

/// The object that one of the functions for results writes.
fn written(write: impl FnOnce(&mut Writer, &str)) -> Tree {
    let mut writer = Writer::default();
    write(&mut writer, "");
    let text = writer.into_text();
    Tree::parse(&text).unwrap_or_else(|problem| panic!("{problem}: {text}"))
}

fn run(survey: &Survey, function: &str, input: &Tree) -> Option<Tree> {
    let answers = |name: &str| input.get(name).map(|tree| answers(survey, tree)).unwrap_or_default();
    Some(match function {
        "score" => {
            let scores = score(survey, &answers("answers"), &weights(input));
            written(|json, name| results::score_results(json, name, &scores))
        }
        "dominance" => {
            let scores = score(survey, &answers("answers"), &weights(input));
            written(|json, name| results::dominance_results(json, name, &dominance(survey, &scores)))
        }
        "balance" => {
            let read = balance(survey, &answers("answers"), &weights(input));
            written(|json, name| results::balance_results(json, name, &read))
        }
        "level" => Tree::List(
            list(input.get("scores").unwrap())
                .iter()
                .map(|points| Tree::Number(f64::from(level_of(&survey.levels, number(points)))))
                .collect(),
        ),
        "effort_mix" => {
            let wish = input.get("target").map(split);
            let mix = effort_mix(&survey.parameters, split(input.get("actual").unwrap()), wish);
            written(|json, name| results::effort_results(json, name, mix))
        }
        "confidence" => {
            let mut given = answers("answers");
            mark_evidence(survey, &mut given, input.get("evidence"));
            let raters = input.get("raters").map_or(1, |raters| number(raters) as usize);
            let read = confidence(survey, &given, raters, None);
            written(|json, name| results::confidence_results(json, name, &read))
        }
        "change" => {
            let mut now = answers("now");
            mark_evidence(survey, &mut now, input.get("evidence_now"));
            let comparison = Comparison {
                raters: input.get("raters").map_or(1, |raters| number(raters) as usize),
                same_persons: input.get("same_persons") != Some(&Tree::Bool(false)),
            };
            let compared = change(survey, &answers("base"), &now, &weights(input), comparison);
            written(|json, name| results::change_results(json, name, &compared, survey))
        }
        "progress" => {
            let map = |name: &str| score_map(input.get(name).unwrap());
            let read = progress(survey, &map("base"), &map("now"), &targets(input.get("target").unwrap()));
            written(|json, name| results::plan::progress_results(json, name, &read))
        }
        "team" => {
            let read = team_of(survey, input, "respondents");
            written(|json, name| results::team::team_results(json, name, &read, survey))
        }
        "perception_gap" => {
            let [a, b] = ["group_a", "group_b"].map(|name| team_of(survey, input, name));
            let read = perception_gap(survey, &a, &b, &weights(input));
            written(|json, name| results::team::perception_gap_results(json, name, &read, survey))
        }
        "alpha" => {
            let rows: Vec<Vec<f64>> = list(input.get("matrix").unwrap()).iter().map(numbers).collect();
            let own = survey.parameters.team.alpha_min_n;
            let fewest = input.get("min_n").map_or(own, |fewest| number(fewest) as usize);
            written(|json, name| results::team::alpha_results(json, name, alpha(&rows, fewest)))
        }
        "plan" => plan_of(survey, &answers("answers"), input),
        _ => return None,
    })
}

fn team_of(survey: &Survey, input: &Tree, name: &str) -> Team {
    let people: Vec<Answers> =
        list(input.get(name).unwrap()).iter().map(|own| answers(survey, own)).collect();
    team(survey, &people.iter().collect::<Vec<_>>())
}

fn plan_of(survey: &Survey, answers: &Answers, input: &Tree) -> Tree {
    let role = |name: &str| input.get(name).map(|id| RoleId::new(text(id)));
    let aim = AimAnswer { primary: role("primary"), secondary: role("secondary") };
    let scores = score(survey, answers, &Weights::default());
    let targets = input.get("targets").map(targets).unwrap_or_default();
    let situation = Situation {
        support: None,
        answers,
        scores: &scores,
        dominance: &dominance(survey, &scores),
        confidence: &confidence(survey, answers, 1, None),
        effort: input.get("mix").map(|mix| effort_mix(&survey.parameters, split(mix), None)),
        targets: &targets,
    };
    let made = plan(survey, situation, focus(survey, &scores, &targets, &aim, None));
    written(|json, name| results::plan::plan_results(json, name, &made, survey))
}

fn score_map(tree: &Tree) -> ScoreMap {
    fields(tree).iter().map(|(id, points)| (CapabilityId::new(id), number(points))).collect()
}

fn targets(tree: &Tree) -> Targets {
    score_map(tree).iter().map(|(id, score)| (id.clone(), Target { score: *score, by: None })).collect()
}

#[test]
fn golden_tests_pass() {
    let survey = survey();
    let golden = Tree::parse(GOLDEN).unwrap();
    let mut passed = Vec::new();
    for test in list(golden.get("tests").unwrap()) {
        let name = text(test.get("id").unwrap());
        let (function, input) = (text(test.get("fn").unwrap()), test.get("input").unwrap());
        let found = run(&survey, function, input).or_else(|| lenses::run(function, input));
        let actual = found.unwrap_or_else(|| panic!("{name}: nothing computes {function}"));
        let tolerance = number(test.get("tolerance").unwrap());
        assert_alike(name, test.get("expected").unwrap(), &actual, tolerance);
        passed.push(name.to_owned());
    }
    let of_lenses = passed.iter().filter(|name| name.starts_with(['D', 'T', 'M', 'A'])).count();
    assert_eq!((passed.len(), of_lenses), (38 + 39, 39), "golden tests found: {passed:?}");
}

#[test]
fn a_changed_figure_is_noticed() {
    let (low, high) = (Tree::Number(50.0), Tree::Number(50.1));
    assert!(std::panic::catch_unwind(|| assert_alike("x", &low, &high, 0.001)).is_err());
}

fn answers(survey: &Survey, tree: &Tree) -> Answers {
    let mut answers = Answers::default();
    for (code, value) in fields(tree) {
        let item = survey.items().find(|item| item.code == *code).expect("an item of this code");
        let reply = match value {
            Tree::Text(text) if text == "NA" => Reply::NotApplicable,
            Tree::Text(text) if text == "DK" => Reply::Unknown,
            other => Reply::Rated(Rating::whole(number(other) as u8)),
        };
        let answer = Answer { reply: Some(reply), meaning_rev: item.meaning_rev, ..Answer::default() };
        answers.items.insert(item.id.clone(), answer);
    }
    answers
}

fn mark_evidence(survey: &Survey, answers: &mut Answers, marks: Option<&Tree>) {
    for (code, mark) in marks.map(fields).unwrap_or_default() {
        let item = survey.items().find(|item| item.code == *code).unwrap();
        let mark = Evidence::ALL.into_iter().find(|own| own.weight() == number(mark));
        answers.items.get_mut(&item.id).unwrap().evidence = mark;
    }
}

fn weights(input: &Tree) -> Weights {
    let own = input.get("capability_weights").map(fields).unwrap_or_default();
    own.iter().map(|(id, weight)| (CapabilityId::new(id), number(weight))).collect()
}

fn split(tree: &Tree) -> EffortSplit {
    let parts = numbers(tree);
    EffortSplit::from([parts[0], parts[1], parts[2]])
}

/// Compares figure by figure. Fields of `actual` that the model does not name are not allowed either.
fn assert_alike(place: &str, expected: &Tree, actual: &Tree, tolerance: f64) {
    match (expected, actual) {
        (Tree::Number(a), Tree::Number(b)) => {
            assert!((a - b).abs() <= tolerance, "{place}: expected {a}, got {b}");
        }
        (Tree::List(a), Tree::List(b)) => {
            assert_eq!(a.len(), b.len(), "{place}: expected {expected:?}, got {actual:?}");
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                assert_alike(&format!("{place}/{index}"), a, b, tolerance);
            }
        }
        (Tree::Record(a), Tree::Record(b)) => {
            let names = |fields: &[(String, Tree)]| {
                let mut names: Vec<String> = fields.iter().map(|(name, _)| name.clone()).collect();
                names.sort();
                names
            };
            assert_eq!(names(a), names(b), "{place}: field names");
            for (name, a) in a {
                assert_alike(&format!("{place}/{name}"), a, actual.get(name).unwrap(), tolerance);
            }
        }
        _ => assert_eq!(expected, actual, "{place}"),
    }
}

fn list(tree: &Tree) -> &[Tree] {
    match tree {
        Tree::List(items) => items,
        other => panic!("needs a list, got {other:?}"),
    }
}

fn fields(tree: &Tree) -> &[(String, Tree)] {
    match tree {
        Tree::Record(fields) => fields,
        other => panic!("needs a record, got {other:?}"),
    }
}

fn number(tree: &Tree) -> f64 {
    match tree {
        Tree::Number(value) => *value,
        other => panic!("needs a number, got {other:?}"),
    }
}

fn numbers(tree: &Tree) -> Vec<f64> {
    list(tree).iter().map(number).collect()
}

fn text(tree: &Tree) -> &str {
    match tree {
        Tree::Text(text) => text,
        other => panic!("needs a text, got {other:?}"),
    }
}
