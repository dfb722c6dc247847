//! The page of the operating model lens as HTML: what it says of the examples of the model, of parts of them, and
//! of more than anybody enters.

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

#[test]
fn nothing_answered_is_one_sentence_and_no_chart() {
    let (html, found) = drawn(&LensAnswers::default());
    assert_eq!(headline(&html), "Nothing has a result yet.");
    assert_eq!((headings(&html), found), (vec![], vec![]));
    assert!(!html.contains("<svg") && !html.contains("<table"));
}

#[test]
fn the_grid_has_its_figures_marks_and_open_cells() {
    let (html, found) = alone(enter_grid);
    assert_eq!(
        headline(&html),
        "A simple model, mostly in use. One part is written, hardly used: Governance."
    );
    assert_eq!(headings(&html), ["Which parts are used", "What the marks say"]);
    says(&html, &["Overall 65 over 15 of 16 parts", "Structure 62.5", "Technology 75"]);
    says(
        &html,
        &["Governance 25 over-detailed; written, hardly used", "Annual planning and budget 50 over-detailed"],
    );
    says(&html, &["Collaboration forums 50 used, not written", "Auditing and quality control open"]);
    assert_eq!(html.matches("mr-heat-none").count(), 1);
    assert_eq!(html.matches("mr-heatcell").count(), 16);
    let leads: Vec<&str> = found.iter().map(|own| own.lead.as_str()).collect();
    assert_eq!(
        leads,
        ["Governance:", "Annual planning and budget:", "Collaboration forums:", "Compensation and bonus:"]
    );
    assert_eq!(found[0].act, "Governance: Cut it to one page.");
    assert_eq!(
        found[0].text,
        "over-detailed; written, hardly used. How it is used: A few do. Cut it to one page."
    );
    assert!(
        found[3].text.starts_with("Nothing agreed. How it is used: Nobody works that way."),
        "{:?}",
        found[3]
    );
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
fn shifts_are_held_against_the_grid_where_there_is_one() {
    let (html, _) = alone(enter_shifts);
    assert_eq!(headline(&html), "Practice stands at 68.8 of 100 over 4 shifts.");
    assert_eq!(headings(&html), ["Five shifts in practice"]);
    says(
        &html,
        &["One shift does not apply here.", "Revenue of its own does not apply", "Personalization 50"],
    );
    assert!(!html.contains("mr-bar-mark\""), "no tick without a model");
    let (html, _) = alone(|own| {
        enter_shifts(own);
        for cell in ["om.c.logic", "om.c.central"] {
            for field in ["design", "use"] {
                own.set("grid", Some(cell), field, Some(Value::Number(2.0)));
            }
        }
    });
    assert!(headings(&html).contains(&"Practice has moved further than the agreed model".to_owned()));
    says(&html, &["Practice stands at 68.8, the model at 50.", "The tick marks", "read the gap as a prompt"]);
    assert_eq!(html.matches("mr-bar-mark\"").count(), 4);
}

#[test]
fn sourcing_says_today_suggested_and_next() {
    let (html, found) = alone(enter_sourcing);
    assert_eq!(headings(&html), ["Three capabilities are not sourced as suggested"]);
    says(
        &html,
        &[
            "Producing dynamic content Today: supplier-led. Suggested: in-house.",
            "Today: supplier-led. Suggested: in-house. Go hybrid for now and build the skill first.",
            "Measuring impact Today: in-house. Suggested: supplier-led.",
            "Today: hybrid. Suggested: hybrid.",
        ],
    );
    assert_eq!(html.matches("mr-om-later").count(), 1, "one goal is reached in two steps");
    assert_eq!(
        found[1].act,
        "Owning and maintaining customer and market data: move from supplier-led to hybrid."
    );
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
        &[
            "0 of 8 points. 1 of 4 questions are answered.",
            "Today: hybrid.",
            "Market 1 No blueprint",
            "Tool 1",
        ],
    );
    says(&html, &["done by nobody Daily sales support", "Year starts 2027-01-01"]);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn days_are_work_and_waiting() {
    let (html, _) = alone(enter_flow);
    assert_eq!(headings(&html), ["Of 30 days, 6 are work"]);
    assert_eq!(headline(&html), "Of 30 days, 6 are work.");
    says(&html, &["6 days of work, 8 handovers that wait 3 days each", "Now: 30 days, 20% work"]);
    says(&html, &["With half the handovers: 18 days, 33% work", "Days from start to finish 30"]);
    let (html, _) = alone(|own| {
        own.set("flow", None, "touch_days", Some(Value::Number(0.0)));
        own.set("flow", None, "handovers", Some(Value::Number(0.0)));
    });
    assert!(!html.contains("mr-mixrow"), "no bar of no time");
}

#[test]
fn forces_that_conflict_and_the_present_state() {
    let (html, _) = alone(|own| {
        enter(own, "M07", "forces", "forces", "value");
        for (field, given) in
            [("state_capabilities", -1.0), ("state_structure", -1.0), ("state_budget", -2.0)]
        {
            own.set("forces", None, field, Some(Value::Number(given)));
        }
    });
    assert_eq!(
        headings(&html),
        ["The forces pull both ways or only weakly: decide capability by capability"]
    );
    says(&html, &["the forces stand at 20", "Customer needs \u{2212}2", "Channels that work best +2"]);
    says(&html, &["You are more local today than the forces suggest.", "Today \u{2212}67", "0 to 1 0.75"]);
    let (html, _) = alone(|own| enter(own, "M06", "forces", "forces", "value"));
    assert_eq!(headings(&html), ["The forces favour central by default"]);
}

#[test]
fn each_market_has_a_card_against_its_blueprint() {
    let (html, found) = alone(|own| {
        enter_market(own, "x-1", Some("Iberia <1>"));
        enter_market(own, "x-2", None);
    });
    assert_eq!(headings(&html), ["0 of 2 markets as in the blueprint"]);
    says(&html, &["Iberia &lt;1&gt; Mid-sized market · 6% of revenue 40% as in the blueprint", "Market 2"]);
    says(&html, &["Mid-sized markets together: 12% of revenue.", "worth asking whether work is done twice"]);
    says(
        &html,
        &[
            "done more locally than in the blueprint Market strategy and plan, Campaign design, Content production, Analytics",
            "done less locally than in the blueprint Digital channel specialists done by nobody Daily sales support",
        ],
    );
    assert_eq!(found[1].act, "Market 2: name who does this: Daily sales support.");
}

#[test]
fn the_cycle_shows_its_days_and_what_came_too_late() {
    let (html, found) = alone(enter_planning);
    assert_eq!(headings(&html), ["Regional plans were complete only after the year had started"]);
    says(&html, &["16.7 of 100", "Input complete 2025-09-30", "Input 75", "Central plan 50", "Use 25"]);
    says(
        &html,
        &["Regional plans complete 2026-01-20 Regional plans were complete only after the year had started."],
    );
    says(&html, &["The plan is too long to be read."]);
    assert_eq!(html.matches("mr-plainmark").count(), 4);
    assert_eq!(found.len(), 2);
}

#[test]
fn rights_stand_by_side_with_their_state() {
    let (html, found) = alone(|own| enter(own, "M12", "holder", "helix", "holder"));
    assert_eq!(headings(&html), ["5 of 9 rights as in the split"]);
    says(
        &html,
        &["It is one proposal, and no norm.", "Coaching in marketing skills Nobody decided by nobody"],
    );
    let acts: Vec<bool> = found.iter().map(|own| own.act.is_empty()).collect();
    assert_eq!(acts, [false, false, false, true], "by nobody, by both twice, by the other side");
    assert_eq!(found[0].lead, "Coaching in marketing skills:");
}

#[test]
fn tools_have_decisions_and_idle_spending() {
    let (html, found) = alone(enter_tools);
    assert_eq!(headings(&html), ["Six tools need a decision"]);
    says(&html, &["Webinar tool Run the process by hand first, then look for a tool", "Tool 3 up to 56000"]);
    says(&html, &["Spending on unused functions, at most: 112500."]);
    assert_eq!(found[0].act, "Webinar tool: Run the process by hand first, then look for a tool.");
}

#[test]
fn checklists_list_their_open_points() {
    let (html, _) = alone(enter_checks);
    assert_eq!(headings(&html).len(), 5);
    assert_eq!(headings(&html)[0], "Working with agencies: 2 of 4 in place");
    says(&html, &["62.5 of 100", "Agency people can see all of the team's work. No"]);
    assert!(!plain(&html).contains("Fees are tied"), "what is in place is not open");
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
        "0 of 2 markets as in the blueprint",
        "Two signs of friction are seen",
        "5 of 9 rights as in the split",
        "Six tools need a decision",
        "Bring in the people who do the work first",
    ]
    .iter()
    .map(|wanted| all.iter().position(|own| own == wanted).unwrap_or_else(|| panic!("{wanted}: {all:?}")))
    .collect();
    assert!(order.is_sorted(), "{order:?}");
    says(&html, &["Answer the grid", "4 of 8 points. 4 of 4 questions are answered.", "Regions 2 to 4"]);
    says(&html, &["Decisions that need both global and local views stall. often Look at planning"]);
    let ids: Vec<&str> = found.iter().map(|own| own.id.as_str()).collect();
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
