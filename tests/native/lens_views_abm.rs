//! The page of the ABM lens: the worked examples of the model in words, and pages of partial answers.

use crate::lens_drawn::{enter, findings, input, page};
use crate::lenses::{Kind, lens, value};
use crate::results_view::{assert_says, words};
use maturity_radar::document::Tree;
use maturity_radar::lens::{LensAnswers, Value};

fn rated(answers: &mut LensAnswers, id: &str) {
    enter(answers, "readiness", "value", input(id).get("ratings").unwrap());
}

fn conditions(answers: &mut LensAnswers, id: &str) {
    let given = input(id);
    let Some(Tree::Record(all)) = given.get("conditions") else { panic!("{id}") };
    for (key, own) in all {
        answers.set("conditions", Some(&["ab.c.", key].concat()), "value", value(own));
    }
}

/// A readiness example with a fit example.
pub fn both(readiness: &str, fit: &str) -> LensAnswers {
    let mut answers = LensAnswers::default();
    rated(&mut answers, readiness);
    conditions(&mut answers, fit);
    answers
}

/// The names of the structures in the order of their cards.
fn cards(html: &str) -> Vec<String> {
    html.split("mr-structure-head")
        .skip(1)
        .map(|card| words(card.split("<h3").nth(1).unwrap().split("</h3").next().unwrap()).to_owned())
        .collect()
}

#[test]
fn a_close_call_is_told_with_its_support() {
    let html = page(Kind::Abm, both("A02", "A08"));
    assert_says(
        &html,
        &[
            "Fits best: Full-time cross-functional liaison.",
            "Close behind, and would support it: Marketing-owned BDR team.",
            "the smaller change comes first.",
            "Ready for a structure",
            "What ABM is for, and how it is measured, is settled enough to choose a structure.",
            "From leads to accounts",
            "66.7",
            "Readiness, needs 50",
            "Weights and conditions are our reading of one source",
            "Fits best Full-time cross-functional liaison Fit 94",
            "Close behind, and would support it Marketing-owned BDR team Fit 88",
            "Not open yet ABM team reports to the head of sales Fit 47",
            "For A senior person who knows marketing and sales has been named.",
            "Against No group of specialists across functions exists or is planned.",
            "Would have to be true : The heads of marketing and sales together, the chief executive or a board member sponsor ABM. Today: The head of marketing or the head of sales.",
            "Size of change small",
            "Strength of the source The source's author openly favours it.",
            "First step",
            "Full-time cross-functional liaison: Give the liaison a written mandate",
            "Marketing-owned BDR team: Agree with sales",
        ],
    );
    assert_eq!(html.matches("class=\"mr-pip\"").count(), 1 + 2 + 4 + 3);
    assert_eq!(html.matches("mr-card-strong").count(), 1);
    assert!(!words(&html).contains("provisional"), "nothing is open");
    for code in ["ab.", "peak:", "inv:", "vpsales", "gate"] {
        assert!(!words(&html).contains(code), "{code} is for programs");
    }
    let ids: Vec<String> = findings(Kind::Abm, both("A02", "A08")).into_iter().map(|own| own.id).collect();
    assert_eq!(ids, ["choice/liaison", "support/bdr"]);
}

#[test]
fn every_worked_example_leads_with_its_result() {
    for (id, first, figure) in [
        ("A03", "Overlay organization", "Fit 84"),
        ("A04", "Full-time cross-functional liaison", "Fit 94"),
        ("A05", "Marketing-owned BDR team", "Fit 85"),
        ("A06", "ABM team reports to the head of sales", "Fit 92"),
    ] {
        let html = page(Kind::Abm, both("A02", id));
        assert_says(&html, &[&["Fits best: ", first, "."].concat(), figure]);
        assert!(cards(&html)[0].ends_with(first), "{id}: {:?}", cards(&html));
        assert_eq!(cards(&html).len(), 4);
    }
}

#[test]
fn strategy_comes_first_and_makes_the_rest_provisional() {
    let html = page(Kind::Abm, both("A01", "A08"));
    assert_says(
        &html,
        &[
            "Strategy comes before structure. Fits best, provisionally: Full-time cross-functional liaison.",
            "First settle what ABM is for and how you measure it.",
            "One answer keeps the gate shut",
            "What is marketing mainly measured on? Today: Leads passed to sales, and the pipeline they turn into. Needed at least: Leads or pipeline, with a separate report on target accounts.",
            "45.8",
            "33.3",
            "Fits best, provisional",
            "First step, provisional",
        ],
    );
    let found = findings(Kind::Abm, both("A01", "A08"));
    assert_eq!(found[0].id, "strategy/ab.measure");
    assert!(!found[0].act.is_empty() && found[1..].iter().all(|own| own.act.is_empty()), "strategy first");

    let mut low = both("A02", "A08");
    for item in ["ab.cover", "ab.people", "ab.joint", "ab.data", "ab.measure", "ab.meaning"] {
        let rating = if item == "ab.measure" || item == "ab.meaning" { 3.0 } else { 2.0 };
        low.set("readiness", Some(item), "value", Some(Value::Number(rating)));
    }
    let html = page(Kind::Abm, low);
    assert_says(
        &html,
        &["ABM is not ready for a structure yet.", "but coverage, people, joint work or data still lag."],
    );
    assert!(!words(&html).contains("keeps the gate shut"));
}

#[test]
fn none_open_names_the_nearest_and_what_it_lacks() {
    let html = page(Kind::Abm, both("A01", "A07"));
    assert_says(
        &html,
        &[
            "Nearest, but not open yet: Marketing-owned BDR team.",
            "No structure is open yet. The nearest one is shown with what it lacks.",
            "Would have to be true : A BDR team in marketing is at least planned or under discussion. Today: In sales, staying there.",
        ],
    );
    assert!(!words(&html).contains("First step"));
    assert!(!html.contains("mr-card-strong"));
    let found = findings(Kind::Abm, both("A02", "A07"));
    assert_eq!((found.len(), found[0].id.as_str(), found[0].act.as_str()), (1, "nearest/bdr/bdr_state", ""));
}

#[test]
fn what_is_not_known_is_said_to_be_missing() {
    let html = page(Kind::Abm, LensAnswers::default());
    assert_says(&html, &["Nothing is answered yet that a result could rest on."]);
    assert!(!html.contains("<section") && !html.contains("<svg"));
    assert_eq!(findings(Kind::Abm, LensAnswers::default()), []);

    let mut answers = LensAnswers::default();
    rated(&mut answers, "A02");
    let html = page(Kind::Abm, answers.clone());
    assert_says(&html, &["ABM is ready for a structure."]);
    assert_eq!(html.matches("<section").count(), 1, "no structure is held against nothing");
    answers.set("readiness", Some("ab.measure"), "value", Some(Value::text("DK")));
    let html = page(Kind::Abm, answers.clone());
    assert_says(&html, &["Ready for a structure?", "It rests on 5 of 6 answers."]);

    conditions(&mut answers, "A08");
    answers.set("conditions", Some("ab.c.sponsor"), "value", Some(Value::text("DK")));
    answers.set("conditions", Some("ab.c.sales_lead"), "value", None);
    let html = page(Kind::Abm, answers);
    assert_says(
        &html,
        &[
            "Whether ABM is settled enough to choose a structure is not answered in full yet.",
            "Today: I do not know.",
            "Today: not answered yet.",
            "Rests on 4 of 5 conditions.",
        ],
    );
}

#[test]
fn whatever_the_conditions_are_there_is_a_page() {
    let elements = lens(Kind::Abm).part("conditions").unwrap().elements.clone();
    for points in 0..5 {
        for some in [1, 3, elements.len()] {
            let mut answers = LensAnswers::default();
            for element in elements.iter().take(some) {
                let own = Some(Value::Number(f64::from(points)));
                answers.set("conditions", Some(element.id.as_str()), "value", own);
            }
            assert_eq!(cards(&page(Kind::Abm, answers)).len(), 4, "{points} {some}");
        }
    }
}
