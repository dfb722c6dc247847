//! Words of the ABM lens.

/// Every word of its results in one language; the English below shows what each is for.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Abm {
    // Headline
    pub strategy_first: &'static str,
    pub not_ready: &'static str,
    pub ready: &'static str,
    pub best: &'static str,
    pub best_provisional: &'static str,
    pub close_support: &'static str,
    pub close: &'static str,
    pub support: &'static str,
    pub none_open: &'static str,
    pub readiness_open: &'static str,
    pub readiness_begun: &'static str,
    pub nothing: &'static str,
    // Readiness
    pub readiness_chart: &'static str,
    pub ready_title: &'static str,
    pub not_ready_title: &'static str,
    pub needs: &'static str,
    pub track: &'static str,
    pub rated: [&'static str; 2],
    pub blockers: [&'static str; 2],
    pub blocker: &'static str,
    pub settle: &'static str,
    // Structures
    pub chart: &'static str,
    pub fit_note: &'static str,
    pub close_support_short: &'static str,
    pub provisional: &'static str,
    pub today: &'static str,
    pub not_answered: &'static str,
    pub known: [&'static str; 2],
    // First step
    pub support_note: &'static str,
}

/// English.
pub(super) const EN: Abm = Abm {
    strategy_first: "Strategy comes before structure.",
    not_ready: "ABM is not ready for a structure yet.",
    ready: "ABM is ready for a structure.",
    best: "Fits best: {structure}.",
    best_provisional: "Fits best, provisionally: {structure}.",
    close_support: "Close behind, and would support it: {structure}.",
    close: "Close behind: {structure}.",
    support: "Would support it: {structure}.",
    none_open: "Nearest, but not open yet: {structure}.",
    readiness_open: "Whether ABM is settled enough to choose a structure is not answered in full yet.",
    readiness_begun: "No condition is known yet, so no structure can be held against any.",
    nothing: "Nothing is answered yet that a result could rest on.",
    readiness_chart: "Readiness for a structure",
    ready_title: "Ready for a structure",
    not_ready_title: "Not ready for a structure yet",
    needs: "{name}, needs {needed}",
    track: "{name}: {now} of 100",
    rated: ["It rests on 1 of {all} answers.", "It rests on {count} of {all} answers."],
    blockers: ["One answer keeps the gate shut", "{Number} answers keep the gate shut"],
    blocker: "Today: {today} Needed at least: {needed}",
    settle: "Settle what ABM is for and how you measure it before you choose a structure.",
    chart: "Structures by fit",
    fit_note: "Fit from 0 to 100. A structure stays closed until its conditions hold.",
    close_support_short: "Close behind, and would support it",
    provisional: "{standing}, provisional",
    today: "Today: {today}.",
    not_answered: "not answered yet",
    known: ["Rests on 1 of {all} conditions.", "Rests on {count} of {all} conditions."],
    support_note: "Then the one that would support it.",
};
