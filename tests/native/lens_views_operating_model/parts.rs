//! What each part says alone, by the examples of the model.

use super::{
    alone, enter, enter_checks, enter_flow, enter_grid, enter_market, enter_planning, enter_shifts,
    enter_sourcing, enter_tools, headings, headline, plain, says,
};
use maturity_radar::lens::Value;

#[test]
fn the_grid_has_its_figures_marks_and_open_cells() {
    let (html, found) = alone(enter_grid);
    assert_eq!(headline(&html), "A simple model, mostly in use. Governance: written, hardly used.");
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
    says(&html, &["the forces stand at +20", "Customer needs \u{2212}2", "Channels that work best +2"]);
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
    assert_eq!(headings(&html), ["None of 2 markets are as in the blueprint"]);
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
    assert_eq!(html.matches("mr-plainmark").count(), 4, "a dot for each day");
    assert_eq!(found.len(), 2);
}

#[test]
fn rights_stand_by_side_with_their_state() {
    let (html, found) = alone(|own| enter(own, "M12", "holder", "helix", "holder"));
    assert_eq!(headings(&html), ["Five of 9 rights are as in the split"]);
    says(&html, &["It is one proposal, and no norm.", "Coaching in marketing skills decided by nobody"]);
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
