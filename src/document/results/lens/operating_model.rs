//! Marketing operating model as hosts and tests read it.

use super::{checked, names, points_by};
use crate::document::Writer;
use crate::lens::operating_model::{
    Complexity, Flow, ForceGap, Forces, Grid, Helix, MarketFit, Planning, Results, RightState, ShiftLag,
    Sourced, StartGate,
};

/// Every part.
pub fn fields(json: &mut Writer, own: &Results) {
    complexity_results(json, "complexity", own.complexity);
    grid_results(json, "grid", &own.grid);
    json.open("shifts");
    for (shift, points) in &own.shifts {
        json.number(shift, *points);
    }
    json.close();
    shift_lag_results(json, "shift_lag", own.shift_lag);
    json.open("sourcing");
    for (capability, read) in &own.sourcing {
        sourcing_results(json, capability, *read);
    }
    json.close();
    for (part, read) in &own.checklists {
        checked(json, part, read);
    }
    match own.flow {
        Some(read) => flow_results(json, "flow", read),
        None => json.null("flow"),
    }
    forces_results(json, "forces", own.forces);
    force_gap_results(json, "force_gap", own.force_gap);
    json.open_list("markets");
    for market in &own.markets {
        json.open("");
        json.text("name", &market.name);
        market_fields(json, market);
        json.close();
    }
    json.close_list();
    json.number_or_null("mid_share", own.mid_share);
    json.open_list("symptoms");
    for (symptom, lever, often) in &own.symptoms {
        json.open("");
        json.text("id", symptom);
        json.text("points_to", lever);
        json.number("often", *often);
        json.close();
    }
    json.close_list();
    planning_results(json, "planning", &own.planning);
    helix_results(json, "helix", &own.helix);
    json.open_list("rightsize");
    for (tool, step, idle) in &own.tools {
        json.open("");
        json.text("name", tool);
        json.text_or_null("outcome", step.map(|step| step.name()));
        json.number_or_null("idle_spend", *idle);
        json.close();
    }
    json.close_list();
    start_gate_results(json, "start_gate", &own.start);
}

/// The fields of the golden function `om.complexity`.
pub fn complexity_results(json: &mut Writer, name: &str, own: Complexity) {
    json.open(name);
    json.number_or_null("points", own.points);
    json.text_or_null("depth", own.depth.map(|depth| depth.name()));
    json.close();
}

/// The fields of the golden function `om.grid`.
pub fn grid_results(json: &mut Writer, name: &str, own: &Grid) {
    json.open(name);
    json.open("cells");
    for (cell, read) in &own.cells {
        let Some(read) = read else {
            json.null(cell);
            continue;
        };
        json.open(cell);
        json.number("score", read.score);
        json.flag("over_built", read.over_built);
        json.flag("hidden_practice", read.hidden_practice);
        json.flag("shelf", read.shelf);
        json.close();
    }
    json.close();
    points_by(json, "columns", &own.columns);
    json.number_or_null("overall", own.overall);
    json.close();
}

/// The fields of the golden function `om.shift_lag`.
pub fn shift_lag_results(json: &mut Writer, name: &str, own: ShiftLag) {
    json.open(name);
    json.number_or_null("shift", own.shift);
    json.number_or_null("lag", own.lag);
    json.text_or_null("reading", own.reading.map(|reading| reading.name()));
    json.close();
}

/// The fields of the golden function `om.sourcing`.
pub fn sourcing_results(json: &mut Writer, name: &str, own: Sourced) {
    json.open(name);
    json.number_or_null("need", own.need);
    json.number_or_null("goal", own.goal);
    json.number_or_null("next_step", own.next_step);
    json.number_or_null("gap", own.gap);
    json.text_or_null("note", own.build_skill_first.then_some("build_skill_first"));
    json.close();
}

/// The fields of the golden function `om.flow`.
pub fn flow_results(json: &mut Writer, name: &str, own: Flow) {
    json.open(name);
    json.number("elapsed_days", own.elapsed_days);
    json.number_or_null("flow_efficiency", own.flow_efficiency);
    json.number("days_if_halved", own.days_if_halved);
    json.close();
}

/// The fields of the golden function `om.forces`.
pub fn forces_results(json: &mut Writer, name: &str, own: Forces) {
    json.open(name);
    json.number_or_null("score", own.score);
    json.number_or_null("conflict", own.conflict);
    json.text_or_null("lean", own.lean.map(|lean| lean.name()));
    json.close();
}

/// The fields of the golden function `om.force_gap`.
pub fn force_gap_results(json: &mut Writer, name: &str, own: ForceGap) {
    json.open(name);
    json.number_or_null("state", own.state);
    json.number_or_null("gap", own.gap);
    json.text_or_null("reading", own.reading.map(|reading| reading.name()));
    json.close();
}

/// The fields of the golden function `om.market_fit`.
pub fn market_fit_results(json: &mut Writer, name: &str, own: &MarketFit) {
    json.open(name);
    market_fields(json, own);
    json.close();
}

fn market_fields(json: &mut Writer, own: &MarketFit) {
    json.text_or_null("blueprint", own.blueprint.map(|size| size.name()));
    json.number_or_null("match", own.matching);
    names(json, "heavier_than_blueprint", &own.heavier);
    names(json, "thinner_than_blueprint", &own.thinner);
    names(json, "nobody", &own.nobody);
}

/// The fields of the golden function `om.planning`.
pub fn planning_results(json: &mut Writer, name: &str, own: &Planning) {
    json.open(name);
    points_by(json, "phase", &own.phases);
    json.number_or_null("score", own.score);
    let breaks: Vec<&str> = own.order_breaks.iter().map(|own| own.name()).collect();
    names(json, "order_breaks", &breaks);
    json.flag("too_elaborate", own.too_elaborate);
    json.flag("unused", own.unused);
    json.close();
}

/// The fields of the golden function `om.helix`.
pub fn helix_results(json: &mut Writer, name: &str, own: &Helix) {
    json.open(name);
    json.open("rights");
    for (right, state) in &own.rights {
        json.text(right, state.name());
    }
    json.close();
    json.number_or_null("match", own.matching);
    for state in [RightState::Contested, RightState::Orphaned, RightState::Inverted] {
        names(json, state.name(), &own.of_state(state));
    }
    json.close();
}

/// The fields of the golden function `om.start_gate`.
pub fn start_gate_results(json: &mut Writer, name: &str, own: &StartGate) {
    json.open(name);
    json.text_or_null("gate", own.gate.as_deref());
    names(json, "open", &own.open);
    json.close();
}
