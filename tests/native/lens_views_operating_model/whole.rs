//! The page as a whole: nothing, a little, everything, and more than anybody enters.

use super::{alone, drawn, enter, enter_grid, enter_market, everything, headings, headline, says};
use crate::lenses::{Kind, lens};
use maturity_radar::lens::{LensAnswers, Value};

#[test]
fn nothing_answered_is_one_sentence_and_no_chart() {
    let (html, found) = drawn(&LensAnswers::default());
    assert_eq!(headline(&html), "Nothing has a result yet.");
    assert_eq!((headings(&html), found), (vec![], vec![]));
    assert!(!html.contains("<svg") && !html.contains("<table"));
}

#[test]
fn few_cells_are_not_taken_for_the_model() {
    let (html, _) = alone(|own| {
        for field in ["design", "use"] {
            own.set("grid", Some("om.c.logic"), field, Some(Value::Number(2.0)));
        }
    });
    assert_eq!(headline(&html), "One of 16 parts of the model is answered.");
    says(&html, &["Overall 50 over 1 of 16 parts", "Process open"]);
}

#[test]
fn a_part_of_an_answer_draws_what_it_can() {
    let (html, found) = alone(|own| {
        own.set("sourcing", Some("om.r.media"), "current", Some(Value::Number(1.0)));
        own.set("flow", None, "handovers", Some(Value::Number(3.0)));
        own.set("complexity", None, "regions", Some(Value::Number(0.0)));
        own.set("local", Some("x-1"), "om.l.sales", Some(Value::text("nobody")));
        own.set("rightsizing", Some("x-1"), "cost", Some(Value::Number(5.0)));
        own.set("planning", None, "year_start", Some(Value::text("2027-01-01")));
    });
    assert_eq!(
        headings(&html),
        [
            "How much model you need is open",
            "In-house or supplier",
            "Local teams",
            "Planning cycle",
            "Right-sizing the tools"
        ]
    );
    assert_eq!(headline(&html), "How much model you need is open.");
    says(
        &html,
        &["0 of 8 points. Answered: 1 of 4 questions.", "Today: hybrid.", "Market 1 No blueprint", "Tool 1"],
    );
    says(&html, &["done by nobody Daily sales support", "Year starts 2027-01-01"]);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn the_gate_comes_first_among_what_to_do() {
    let (html, found) = alone(|own| {
        enter(own, "M15", "answers", "start", "answer");
        enter_grid(own);
    });
    assert_eq!(headings(&html).last().unwrap(), "Bring in the people who do the work first");
    says(&html, &["3 of 5 in place", "The people who do the work help design it. No"]);
    assert_eq!(found[0].act, "Bring in the people who do the work first.");
    let (html, _) = alone(|own| enter(own, "M15", "answers", "start", "answer"));
    assert_eq!(headline(&html), "Bring in the people who do the work first.");
}

#[test]
fn all_fine_is_said_as_well() {
    let lens = lens(Kind::OperatingModel);
    let (html, found) = alone(|own| {
        for element in &lens.part("grid").unwrap().elements {
            own.set("grid", Some(element.id.as_str()), "design", Some(Value::Number(2.0)));
            own.set("grid", Some(element.id.as_str()), "use", Some(Value::Number(4.0)));
        }
        for part in ["start", "agency"] {
            for element in &lens.part(part).unwrap().elements {
                own.set(part, Some(element.id.as_str()), "answer", Some(Value::text("yes")));
            }
        }
        own.set("symptoms", Some("om.y.tools"), "value", Some(Value::Number(0.0)));
    });
    assert_eq!(headline(&html), "A simple model, fully in use.");
    assert_eq!(found, []);
    let all = headings(&html);
    assert_eq!(
        all,
        [
            "Which parts are used",
            "Working with agencies: 5 of 5 in place",
            "No sign of friction is seen",
            "Start small"
        ]
    );
}

#[test]
fn all_parts_stand_in_their_order() {
    let (html, found) = drawn(&everything());
    let all = headings(&html);
    assert_eq!(all.len(), 18, "17 parts and what the marks say: {all:?}");
    let order: Vec<usize> = [
        "Answer the grid and work on its weakest parts",
        "Which parts are used",
        "What the marks say",
        "Model and practice are about in step",
        "Three capabilities are not sourced as suggested",
        "Of 30 days, 6 are work",
        "None of 2 markets are as in the blueprint",
        "Three signs of friction are seen",
        "Five of 9 rights are as in the split",
        "Six tools need a decision",
        "Bring in the people who do the work first",
    ]
    .iter()
    .map(|wanted| all.iter().position(|own| own == wanted).unwrap_or_else(|| panic!("{wanted}: {all:?}")))
    .collect();
    assert!(order.is_sorted(), "{order:?}");
    says(&html, &["Answer the grid", "4 of 8 points.", "Regions 2 to 4"]);
    says(&html, &["Decisions that need both global and local views stall. often Look at planning"]);
    let ids: Vec<&str> = found.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(ids.iter().filter(|id| id.starts_with("symptoms/")).count(), 2, "one for each lever");
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
}

#[test]
fn thirty_markets_and_many_tools_are_all_there() {
    let (html, found) = alone(|own| {
        for place in 1..=30 {
            let row = ["x-", &place.to_string()].concat();
            enter_market(own, &row, Some(&["Market of ", &place.to_string()].concat()));
            own.set("rightsizing", Some(&row), "planned", Some(Value::Flag(false)));
            own.set("rightsizing", Some(&row), "use_case", Some(Value::Flag(false)));
        }
    });
    assert_eq!(html.matches("class=\"mr-card\"").count(), 30);
    assert_eq!(found.len(), 60);
    says(&html, &["Market of 30", "Tool 30 Retire it"]);
}
