//! The page of the operating model lens as HTML: what it says of the examples of the model, of parts of them, and
//! of more than anybody enters.

mod parts;
mod whole;

use crate::lenses::{Kind, lens, value};
use crate::results_view::words;
use maturity_radar::document::Tree;
use maturity_radar::history::Date;
use maturity_radar::lens::{Lens, LensAnswers, LensRecord, LensResults, Value, read};
use maturity_radar::views::lens::{Finding, Shown, operating_model};
use maturity_radar::views::markup::Pen;
use maturity_radar::words::{Language, PLAIN};
use yew::prelude::*;

const GOLDEN: &str = include_str!("../fixtures/golden.json");

#[derive(Clone, PartialEq, Properties)]
struct Given {
    body: Html,
}

#[component]
fn Page(given: &Given) -> Html {
    given.body.clone()
}

/// Draws the page and gives what it has found.
fn drawn(answers: &LensAnswers) -> (String, Vec<Finding>) {
    let (lens, language) = (lens(Kind::OperatingModel), Language::of("en", PLAIN));
    let record = LensRecord {
        id: "om-1".to_owned(),
        lens: lens.id.clone(),
        lang: "en".to_owned(),
        date: Date::new(2026, 11, 21).unwrap(),
        scope: String::new(),
        assessment: String::new(),
        touched_ms: 0.0,
        answers: answers.clone(),
        beyond: None,
    };
    let LensResults::OperatingModel(own) = read(&lens, answers) else { panic!("another kind") };
    let shown = Shown { lens: &lens, record: &record, scope: "", language: &language, told: None };
    let (on_action, found) = (Callback::noop(), operating_model::findings(&shown, &own));
    let mut pen = Pen::new(&language, &on_action);
    operating_model::results(&mut pen, &shown, &own);
    let renderer = yew::LocalServerRenderer::<Page>::with_props(Given { body: pen.done() });
    let html = futures::executor::block_on(renderer.hydratable(false).render());
    check_page(&html, &lens);
    (html, found)
}

/// What holds for every page of this lens.
fn check_page(html: &str, lens: &Lens) {
    let said = plain(html);
    assert!(!said.contains(['{', '}', '!']), "placeholders are filled, nothing shouts: {said}");
    assert!(!html.contains(" style="), "no inline style");
    assert!(!said.contains("NaN") && !said.contains("inf "), "{said}");
    assert_eq!(html.matches("id=\"mr-heading\"").count(), 1, "one heading takes focus");
    for part in &lens.parts {
        for element in &part.elements {
            assert!(!said.contains(element.id.as_str()), "{:?} is not shown", element.id);
        }
    }
    for code in ["x-1", "x-2", "over_built", "by_capability", "as_split", "not_an_option"] {
        assert!(!said.contains(code), "{code} is not shown");
    }
    for list in html.split("<ul").skip(1) {
        let inner = list.split("</ul>").next().unwrap();
        let is_gate = said.contains("Start small");
        assert!(inner.contains("<li") || is_gate, "no empty list: {inner}");
    }
    let names: Vec<&str> =
        html.split("data-mr-chart=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let mut unique = names.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(names.len(), unique.len(), "pictures have names of their own");
}

fn plain(html: &str) -> String {
    words(html).replace("&#x27;", "'").replace("&amp;", "&")
}

fn input(id: &str) -> Tree {
    let golden = Tree::parse(GOLDEN).unwrap();
    let Some(Tree::List(tests)) = golden.get("tests") else { panic!("a list of tests") };
    let found = tests.iter().find(|own| own.get("id") == Some(&Tree::text(id)));
    found.and_then(|own| own.get("input")).cloned().unwrap_or_else(|| panic!("{id}"))
}

fn records(tree: &Tree) -> &[(String, Tree)] {
    let Tree::Record(fields) = tree else { panic!("{tree:?}") };
    fields
}

/// Enters a field of each row named in the input of an example.
fn enter(own: &mut LensAnswers, id: &str, name: &str, part: &str, field: &str) {
    for (row, given) in records(input(id).get(name).unwrap()) {
        own.set(part, Some(row), field, value(given));
    }
}

fn enter_grid(own: &mut LensAnswers) {
    for (cell, both) in records(input("M02").get("cells").unwrap()) {
        if let Tree::List(both) = both {
            own.set("grid", Some(cell), "design", value(&both[0]));
            own.set("grid", Some(cell), "use", value(&both[1]));
        }
    }
}

fn enter_shifts(own: &mut LensAnswers) {
    enter(own, "M03", "ratings", "shifts", "value");
}

fn enter_sourcing(own: &mut LensAnswers) {
    let all = input("M04");
    let Some(Tree::List(cases)) = all.get("cases") else { panic!("cases") };
    let rows = ["om.r.content", "om.r.data", "om.r.impact", "om.r.martech"];
    for (row, case) in rows.iter().zip(cases) {
        let Tree::List(given) = case else { panic!("{case:?}") };
        for (field, own_value) in ["current", "data_close", "frequent", "skill"].iter().zip(given) {
            own.set("sourcing", Some(row), field, value(own_value));
        }
    }
}

fn enter_flow(own: &mut LensAnswers) {
    for (field, given) in records(&input("M05")) {
        own.set("flow", None, field, value(given));
    }
}

fn enter_market(own: &mut LensAnswers, row: &str, name: Option<&str>) {
    let given = input("M09");
    own.set("local", Some(row), "market_name", name.map(Value::text));
    for field in ["share", "kind"] {
        own.set("local", Some(row), field, value(given.get(field).unwrap()));
    }
    for (capability, place) in records(given.get("now").unwrap()) {
        let place = value(place).unwrap_or_else(|| Value::text("nobody"));
        own.set("local", Some(row), capability, Some(place));
    }
}

fn enter_planning(own: &mut LensAnswers) {
    enter(own, "M11", "answers", "planning", "answer");
    for (field, day) in records(input("M11").get("dates").unwrap()) {
        own.set("planning", None, field, value(day));
    }
}

fn enter_tools(own: &mut LensAnswers) {
    let all = input("M13");
    let Some(Tree::List(tools)) = all.get("tools") else { panic!("tools") };
    for (place, tool) in tools.iter().enumerate() {
        let row = ["x-", &(place + 1).to_string()].concat();
        own.set("rightsizing", Some(&row), "planned", Some(Value::Flag(false)));
        for (field, given) in records(tool) {
            own.set("rightsizing", Some(&row), field, value(given));
        }
    }
    own.set("rightsizing", Some("x-1"), "tool_name", Some(Value::text("Webinar tool")));
}

/// Every element of a checklist answered in turn.
fn enter_checks(own: &mut LensAnswers) {
    let lens = lens(Kind::OperatingModel);
    for part in ["agency", "teams", "it_relation", "gen_ai", "data_value"] {
        let answers = ["yes", "no", "partly", "na"].iter().cycle();
        for (element, answer) in lens.part(part).unwrap().elements.iter().zip(answers) {
            own.set(part, Some(element.id.as_str()), "answer", Some(Value::text(answer)));
        }
    }
}

/// Everything at once: the examples of the model.
pub fn everything() -> LensAnswers {
    let mut own = LensAnswers::default();
    for (field, points) in [("regions", 1.0), ("lines", 1.0), ("fte", 1.0), ("interfaces", 1.0)] {
        own.set("complexity", None, field, Some(Value::Number(points)));
    }
    enter_grid(&mut own);
    enter_shifts(&mut own);
    enter_sourcing(&mut own);
    enter_checks(&mut own);
    enter_flow(&mut own);
    enter(&mut own, "M07", "forces", "forces", "value");
    for (field, given) in [("state_capabilities", -1.0), ("state_structure", -1.0), ("state_budget", -2.0)] {
        own.set("forces", None, field, Some(Value::Number(given)));
    }
    enter_market(&mut own, "x-1", Some("Iberia"));
    enter_market(&mut own, "x-2", None);
    own.set("symptoms", Some("om.y.shadow"), "value", Some(Value::Number(1.0)));
    own.set("symptoms", Some("om.y.loops"), "value", Some(Value::Number(2.0)));
    own.set("symptoms", Some("om.y.tools"), "value", Some(Value::Number(0.0)));
    own.set("symptoms", Some("om.y.knowledge"), "value", Some(Value::Number(1.0)));
    enter_planning(&mut own);
    enter(&mut own, "M12", "holder", "helix", "holder");
    enter_tools(&mut own);
    enter(&mut own, "M15", "answers", "start", "answer");
    own
}

/// Draws one part alone.
fn alone(entered: impl FnOnce(&mut LensAnswers)) -> (String, Vec<Finding>) {
    let mut own = LensAnswers::default();
    entered(&mut own);
    drawn(&own)
}

fn headline(html: &str) -> String {
    let start = html.find("<h1").unwrap();
    plain(&html[start..start + html[start..].find("</h1>").unwrap()])
}

/// The headings of the sections, in their order.
fn headings(html: &str) -> Vec<String> {
    let parts = html.split("<h2").skip(1).map(|rest| rest.split_once('>').unwrap().1);
    parts.map(|rest| plain(rest.split("</h2>").next().unwrap())).collect()
}

fn says(html: &str, wanted: &[&str]) {
    let said = plain(html);
    for text in wanted {
        assert!(said.contains(text), "{text} is said: {said}");
    }
}
