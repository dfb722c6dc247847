//! The page of the martech lens: the worked examples of the model in words, and pages of partial answers.

use crate::lens_drawn::{enter, findings, input, page};
use crate::lenses::{Kind, lens};
use crate::results_view::{assert_says, words};
use maturity_radar::document::Tree;
use maturity_radar::lens::{LensAnswers, Value};

fn placed() -> LensAnswers {
    let mut answers = LensAnswers::default();
    let given = input("T01");
    enter(&mut answers, "placement", "current", given.get("current").unwrap());
    enter(&mut answers, "placement", "local_difference", given.get("local_difference").unwrap());
    answers
}

fn governed(answers: &mut LensAnswers) {
    enter(answers, "governance", "answer", input("T06").get("answers").unwrap());
}

fn set(answers: &mut LensAnswers, part: &str, row: Option<&str>, field: &str, own: f64) {
    answers.set(part, row, field, Some(Value::Number(own)));
}

fn initiatives(answers: &mut LensAnswers) {
    let given = input("T09");
    for field in ["core_fte", "reserve_pct"] {
        answers.set("capacity", None, field, given.get(field).and_then(crate::lenses::value));
    }
    let Some(Tree::List(demands)) = given.get("demands") else { panic!("demands") };
    for (place, own) in demands.iter().enumerate() {
        let row = ["x-", &place.to_string()].concat();
        for (from, to) in [("name", "demand"), ("fte", "fte"), ("priority", "priority")] {
            answers.set("capacity", Some(&row), to, own.get(from).and_then(crate::lenses::value));
        }
    }
}

/// Everything the model has worked examples for.
pub fn whole() -> LensAnswers {
    let mut answers = placed();
    governed(&mut answers);
    initiatives(&mut answers);
    for (row, change, depth) in [("mt.p.profile", 2.0, 1.0), ("mt.p.crm", 0.0, 2.0)] {
        set(&mut answers, "it_model", Some(row), "change", change);
        set(&mut answers, "it_model", Some(row), "depth", depth);
    }
    answers.set("it_model", Some("mt.p.crm"), "one_off", Some(Value::Flag(true)));
    for (field, own) in [("fast", true), ("nonmkt", true), ("access", false), ("skills", true)] {
        answers.set("analytics", None, field, Some(Value::Flag(own)));
    }
    answers
}

#[test]
fn the_worked_examples_are_told_in_words() {
    let html = page(Kind::Martech, whole());
    assert_says(
        &html,
        &[
            "Website content management is run more centrally than customer data platform or unified customer profile.",
            "The suggested placements are our judgement.",
            "Suggested for medium local difference",
            "one step off",
            "Customer data platform or unified customer profile: 3 steps more local than suggested. Consider sharing it more widely.",
            "Social media management: 2 steps more central than suggested. Consider giving markets more room.",
            "check that markets have a say.",
            "Its owner may sit outside marketing.",
            "pairs of platforms are upside down",
            "more foundational: 15.",
            "Governance: two points to settle first",
            "76 of 100 over 19 questions.",
            "Control 83",
            "Steering 50",
            "Does every shared platform have a roadmap that its users can see? Partly. Publish a one-page roadmap for each shared platform.",
            "Other open points Do you track how often",
            "Seat IT people in marketing",
            "Hire an integrator for the project and agree the handover",
            "Settle access to non-marketing data first",
            "A core team of 8, 15% of its time set aside: 1.2 full-time people. Asked for: 2.1. Demand exceeds the time set aside by more than half.",
            "Launch squad 0.8 full-time, can be served now",
            "Distributor portal 0.9 full-time, has to wait",
            "Event revival 0.4 full-time, can be served now",
        ],
    );
    assert_eq!(html.matches("class=\"mr-ladderrow\"").count(), 6);
    assert_eq!(html.matches("mr-arrowhead").count(), 5, "one platform lies as suggested");
    let order: Vec<usize> = [
        "Customer data platform or unified customer profile:",
        "Social media management:",
        "Outbound marketing and marketing automation:",
        "Consent, preference and privacy management:",
        "Website content management:",
    ]
    .iter()
    .map(|name| html.find(&[name, "<"].concat()).unwrap())
    .collect();
    assert!(order.is_sorted(), "by priority: {order:?}");
    assert!(!words(&html).contains("mt."), "no name of a program is shown");
    for chart in ["lens-martech-ladder", "lens-martech-governance", "lens-martech-capacity"] {
        assert!(html.contains(&["data-mr-chart=\"", chart, "\""].concat()), "{chart}");
    }
}

#[test]
fn findings_come_in_the_order_to_work_on() {
    let all = findings(Kind::Martech, whole());
    let ids: Vec<&str> = all.iter().map(|own| own.id.as_str()).collect();
    let expected = [
        "inversion/mt.p.profile/mt.p.web",
        "settle/mt.g.roadmap",
        "settle/mt.g.steer",
        "too_local/mt.p.profile",
        "too_central/mt.p.social",
        "too_local/mt.p.outbound",
        "watch/mt.p.consent",
        "watch/mt.p.web",
        "settle/mt.g.reuse",
        "settle/mt.g.sales_data",
        "settle/mt.g.ai_embedded",
    ];
    assert_eq!(ids, expected);
    let acts = |own: &&maturity_radar::views::lens::Finding| !own.act.is_empty();
    assert_eq!(all.iter().filter(acts).count(), 8, "an inversion and what is to be watched ask for nothing");
}

#[test]
fn nothing_answered_says_so_and_draws_nothing() {
    let html = page(Kind::Martech, LensAnswers::default());
    assert_says(&html, &["Nothing is answered yet that a result could rest on."]);
    assert!(!html.contains("<section") && !html.contains("<svg"));
    assert_eq!(findings(Kind::Martech, LensAnswers::default()), []);
}

#[test]
fn each_part_stands_alone() {
    let sections = |html: &str| html.matches("<section").count();
    let html = page(Kind::Martech, placed());
    assert_eq!(sections(&html), 3, "ladder, moves, pairs");

    let mut answers = LensAnswers::default();
    governed(&mut answers);
    let html = page(Kind::Martech, answers.clone());
    assert_says(&html, &["Governance: two points to settle first.", "Placement was left out."]);
    assert_eq!(sections(&html), 1);

    answers = LensAnswers::default();
    initiatives(&mut answers);
    let html = page(Kind::Martech, answers.clone());
    assert_says(&html, &["Demand exceeds the time set aside by more than half."]);
    assert_eq!(sections(&html), 1);
    answers.set("capacity", None, "core_fte", None);
    let html = page(Kind::Martech, answers);
    assert_says(
        &html,
        &["Initiatives ask for 2.1 full-time people.", "How much time is set aside is not known yet."],
    );
    assert!(!words(&html).contains("has to wait") && !words(&html).contains("can be served"), "nobody knows");

    answers = LensAnswers::default();
    set(&mut answers, "it_model", Some("mt.p.web"), "change", 2.0);
    answers.set("analytics", None, "fast", Some(Value::Flag(true)));
    let html = page(Kind::Martech, answers);
    assert_says(&html, &["Still to be said: depth of work.", "Still to be said: other data."]);
    assert_says(&html, &["Nothing is answered yet that a result could rest on."]);
}

#[test]
fn what_was_not_answered_is_not_called_settled() {
    let mut answers = LensAnswers::default();
    answers.set("governance", Some("mt.g.core"), "answer", Some(Value::text("yes")));
    let html = page(Kind::Martech, answers.clone());
    assert_says(
        &html,
        &["Governance: nothing to settle first among your answers", "19 questions are not answered."],
    );
    for element in &lens(Kind::Martech).part("governance").unwrap().elements {
        answers.set("governance", Some(element.id.as_str()), "answer", Some(Value::text("yes")));
    }
    let html = page(Kind::Martech, answers.clone());
    assert_says(&html, &["Governance: what comes first is settled", "100 of 100 over 20 questions."]);
    assert!(!words(&html).contains("Open points") && !words(&html).contains("not answered"));
    for element in &lens(Kind::Martech).part("governance").unwrap().elements {
        answers.set("governance", Some(element.id.as_str()), "answer", Some(Value::text("na")));
    }
    let html = page(Kind::Martech, answers);
    assert_says(&html, &["Nothing is answered yet"]);
}

#[test]
fn as_suggested_and_assumed_differences_are_said() {
    let mut answers = LensAnswers::default();
    for (row, own) in [("mt.p.dam", 75.0), ("mt.p.event", 25.0)] {
        set(&mut answers, "placement", Some(row), "current", own);
    }
    let html = page(Kind::Martech, answers.clone());
    assert_says(
        &html,
        &[
            "Every platform you placed is run as suggested.",
            "No pair of platforms is upside down",
            "medium local difference is assumed.",
            "medium, assumed",
        ],
    );
    assert!(!words(&html).contains("Order of moves"));
    set(&mut answers, "placement", Some("mt.p.event"), "local_difference", 0.0);
    let html = page(Kind::Martech, answers);
    assert_says(&html, &["One platform lies close to the suggestion.", "One step off; keep an eye on it."]);
    assert!(!words(&html).contains("Suggested for"), "the differences differ");
}

#[test]
fn the_whole_stack_upside_down_stays_a_short_page() {
    let mut answers = LensAnswers::default();
    let platforms = lens(Kind::Martech).part("placement").unwrap().elements.clone();
    for (place, element) in platforms.iter().enumerate() {
        let own = 25.0 * (place * 5 / platforms.len()) as f64;
        set(&mut answers, "placement", Some(element.id.as_str()), "current", own);
    }
    let html = page(Kind::Martech, answers.clone());
    assert_eq!(html.matches("class=\"mr-ladderrow\"").count(), 15);

    let after =
        html.split("pairs of platforms are upside down").nth(1).unwrap().split("<details").next().unwrap();
    assert_eq!(after.matches("is more foundational.").count(), 3, "the others are behind a line");
    assert_says(&html, &["more pairs Run more centrally More foundational"]);
    let mut many = LensAnswers::default();
    for place in 0..40 {
        set(&mut many, "capacity", Some(&["x-", &place.to_string()].concat()), "fte", 0.1);
    }
    assert_eq!(page(Kind::Martech, many).matches("mr-bar-value").count(), 0, "no share of an unknown time");
}

#[test]
fn initiatives_of_one_name_are_told_apart() {
    let mut answers = LensAnswers::default();
    for (field, own) in [("core_fte", 10.0), ("reserve_pct", 10.0)] {
        set(&mut answers, "capacity", None, field, own);
    }
    for (row, fte) in [("x-1", 0.6), ("x-2", 0.7)] {
        answers.set("capacity", Some(row), "demand", Some(Value::text("Portal")));
        set(&mut answers, "capacity", Some(row), "fte", fte);
    }
    let html = page(Kind::Martech, answers);
    assert_says(&html, &["Portal 0.6 full-time, can be served now", "Portal 0.7 full-time, has to wait"]);
    assert_eq!(html.matches("mr-bar mr-bar-quiet").count(), 1);
}
