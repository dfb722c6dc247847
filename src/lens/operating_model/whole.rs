//! Everything the lens of the operating model says.

use super::{
    Cell, Complexity, Dates, Flow, ForceGap, Forces, Grid, Helix, Holder, Market, MarketFit, Place, Planning,
    Rules, ShiftLag, Sourced, Sourcing, StartGate, Tool, ToolStep, complexity, flow, force_gap, forces, grid,
    helix, idle_spend, market_fit, planning, right_size, shift_lag, sourcing, start_gate,
};
use crate::lens::points::{rated, share};
use crate::lens::{Checked, Entry, Fault, Gap, Lens, LensAnswers, Sheet, checklist};

/// Everything this lens says, part by part.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// How much model is needed (A).
    pub complexity: Complexity,
    /// The component grid (B).
    pub grid: Grid,
    /// Points of each shift that was rated (C).
    pub shifts: Vec<(String, f64)>,
    /// Shifts against grid (C).
    pub shift_lag: ShiftLag,
    /// What belongs in-house, by capability (D).
    pub sourcing: Vec<(String, Sourced)>,
    /// Checklists of agencies, teams, IT, generative AI and data, by part (D, E, J).
    pub checklists: Vec<(&'static str, Checked)>,
    /// From request to result (E).
    pub flow: Option<Flow>,
    /// The forces (F).
    pub forces: Forces,
    /// The present state against them (F).
    pub force_gap: ForceGap,
    /// One for each market (G).
    pub markets: Vec<MarketFit>,
    /// Revenue share of all mid-sized markets together, in percent (G).
    pub mid_share: Option<f64>,
    /// Symptoms that were seen, with the lever they point to and how often, 1 now and then, 2 often (G).
    pub symptoms: Vec<(String, String, f64)>,
    /// The planning cycle (H).
    pub planning: Planning,
    /// Two leaders (I).
    pub helix: Helix,
    /// What to do with each tool, with the spending on unused functions at most (J).
    pub tools: Vec<(String, Option<ToolStep>, Option<f64>)>,
    /// The starting gate (K).
    pub start: StartGate,
    /// Fields the finders go without, beside those of [`crate::lens::gaps()`].
    pub gaps: Vec<Gap>,
}

/// The parts that are checklists and nothing else.
const CHECKLISTS: [&str; 5] = ["agency", "teams", "it_relation", "gen_ai", "data_value"];

/// Computes what the answers allow.
pub fn results(rules: &Rules, lens: &Lens, answers: &LensAnswers) -> Results {
    let sheet = |part| Sheet::of(lens, answers, part);
    let rows = |part| sheet(part).map(|sheet| sheet.rows()).unwrap_or_default();
    let once = |part, field| sheet(part).and_then(|sheet| sheet.once().number(field));
    let points: Vec<Option<f64>> = rules.bands.iter().map(|(field, _)| once("complexity", field)).collect();
    let cells: Vec<Cell> =
        sheet("grid").map(|sheet| sheet.elements().iter().map(cell).collect()).unwrap_or_default();
    let read_grid = grid(rules, &cells, most_use(lens));
    let shifts = rows("shifts");
    let ratings: Vec<_> = shifts.iter().filter_map(rated).collect();
    let judged: Vec<f64> = rows("forces").iter().filter_map(|entry| entry.number("value")).collect();
    let pull = forces(rules, &judged);
    let limits = rules.limits(sheet("local").map(|sheet| sheet.once()).as_ref());
    let entered: Vec<Market> = rows("local").iter().map(|entry| market(rules, entry)).collect();
    let markets: Vec<MarketFit> = entered.iter().map(|own| market_fit(rules, limits, own)).collect();
    let held: Vec<(String, Holder)> = rows("helix")
        .iter()
        .filter_map(|entry| Some((entry.key.to_owned(), Holder::of(entry.text("holder")?)?)))
        .collect();
    let mut gaps = Vec::new();
    let tools = rows("rightsizing").iter().map(|entry| read_tool(rules, entry, &mut gaps)).collect();
    Results {
        complexity: complexity(rules, &points),
        shift_lag: shift_lag(rules, &ratings, read_grid.overall),
        grid: read_grid,
        shifts: shifts.iter().filter_map(shift_points).collect(),
        sourcing: rows("sourcing")
            .iter()
            .map(|entry| (entry.key.to_owned(), sourced(rules, entry)))
            .collect(),
        checklists: CHECKLISTS.map(|part| (part, checklist(&rows(part)))).to_vec(),
        flow: flow(once("flow", "touch_days"), once("flow", "handovers"), once("flow", "wait_days")),
        force_gap: force_gap(
            rules,
            pull.score,
            ["state_capabilities", "state_structure", "state_budget"].map(|field| once("forces", field)),
        ),
        forces: pull,
        mid_share: mid_share(&entered, &markets),
        markets,
        symptoms: rows("symptoms").iter().filter_map(symptom).collect(),
        planning: planning(
            rules,
            &sheet("planning").map(|sheet| sheet.elements()).unwrap_or_default(),
            dates(sheet("planning")),
        ),
        helix: helix(rules, &held),
        tools,
        start: start_gate(rules, &rows("start")),
        gaps,
    }
}

/// The highest answer to how far a cell is used.
fn most_use(lens: &Lens) -> f64 {
    let field = lens.part("grid").and_then(|part| part.field("use"));
    let values = field.map(|field| field.options.len().saturating_sub(1));
    values.unwrap_or_default().max(1) as f64
}

fn cell(entry: &Entry) -> Cell {
    Cell {
        id: entry.key.to_owned(),
        column: entry.element.map(|element| element.group.clone()).unwrap_or_default(),
        design: entry.number("design"),
        usage: entry.number("use"),
    }
}

fn shift_points(entry: &Entry) -> Option<(String, f64)> {
    let (rating, [low, high]) = rated(entry)?;
    Some((entry.key.to_owned(), share(rating - low, high - low)?))
}

fn sourced(rules: &Rules, entry: &Entry) -> Sourced {
    let own = Sourcing {
        current: entry.number("current"),
        data_close: entry.number("data_close"),
        frequent: entry.number("frequent"),
        skill: entry.number("skill"),
    };
    sourcing(rules, own)
}

fn market(rules: &Rules, entry: &Entry) -> Market {
    let place = |id: &str| entry.text(id).and_then(Place::of);
    Market {
        name: entry.name("market_name").to_owned(),
        share: entry.number("share"),
        kind: entry.text("kind").map(str::to_owned),
        now: rules
            .local
            .iter()
            .filter_map(|(id, _)| Some((id.as_str().to_owned(), place(id.as_str())?)))
            .collect(),
    }
}

fn mid_share(entered: &[Market], read: &[MarketFit]) -> Option<f64> {
    let mid = |read: &MarketFit| read.blueprint == Some(super::Size::Mid);
    let shares = entered.iter().zip(read).filter(|(_, read)| mid(read)).filter_map(|(own, _)| own.share);
    shares.reduce(|sum, share| sum + share)
}

fn symptom(entry: &Entry) -> Option<(String, String, f64)> {
    let often = entry.number("value").filter(|often| *often > 0.0)?;
    Some((entry.key.to_owned(), entry.element?.group.clone(), often))
}

fn dates(sheet: Option<Sheet>) -> Dates {
    let date = |field| sheet.and_then(|sheet| sheet.once().date(field));
    Dates {
        input_end: date("input_end"),
        central_end: date("central_end"),
        regional_end: date("regional_end"),
        year_start: date("year_start"),
    }
}

fn read_tool(rules: &Rules, entry: &Entry, gaps: &mut Vec<Gap>) -> (String, Option<ToolStep>, Option<f64>) {
    let tool = Tool {
        name: entry.name("tool_name").to_owned(),
        planned: entry.flag("planned"),
        process_today: entry.flag("process_today"),
        use_case: entry.flag("use_case"),
        skills: entry.flag("skills"),
        used_pct: entry.number("used_pct"),
        reviewed: entry.flag("reviewed"),
        cost: entry.number("cost"),
    };
    let step = right_size(rules, &tool);
    // That nobody said whether it is planned is a gap already.
    if let Err(field) = step
        && tool.planned.is_some()
    {
        let row = Some(entry.key.to_owned());
        gaps.push(Gap {
            part: "rightsizing".to_owned(),
            row,
            field: field.to_owned(),
            fault: Fault::Missing,
        });
    }
    let idle = idle_spend(&tool);
    (tool.name, step.ok(), idle)
}
