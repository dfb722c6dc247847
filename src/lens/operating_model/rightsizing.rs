//! Which tools to buy, keep or give up: the first rule that applies (model 4.3 J).

use super::Rules;

/// A tool as it was entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tool {
    /// What it is called.
    pub name: String,
    /// Whether it is a planned purchase.
    pub planned: Option<bool>,
    /// Whether the process it supports is run today.
    pub process_today: Option<bool>,
    /// Whether there is a written use case.
    pub use_case: Option<bool>,
    /// Whether the skills to use it are there.
    pub skills: Option<bool>,
    /// Share of its functions that are used, 0 to 100.
    pub used_pct: Option<f64>,
    /// Whether its value was reviewed in the last year.
    pub reviewed: Option<bool>,
    /// What it costs a year, in any currency.
    pub cost: Option<f64>,
}

/// What to do with a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToolStep {
    /// Run the process by hand first.
    RunByHandFirst,
    /// Write the use case.
    WriteUseCase,
    /// Plan the skills.
    PlanSkillsFirst,
    /// Run a trial.
    TrialWithExit,
    /// Retire it, unless a use case is written in time.
    RetireUnlessUseCase,
    /// See whether a smaller one would do.
    ScaleDown,
    /// Train, then decide.
    TrainBeforeDeciding,
    /// Review what it delivers.
    ReviewValue,
    /// Keep it.
    Keep,
}

impl ToolStep {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::RunByHandFirst => "run_by_hand_first",
            Self::WriteUseCase => "write_use_case",
            Self::PlanSkillsFirst => "plan_skills_first",
            Self::TrialWithExit => "trial_with_exit",
            Self::RetireUnlessUseCase => "retire_unless_use_case",
            Self::ScaleDown => "scale_down",
            Self::TrainBeforeDeciding => "train_before_deciding",
            Self::ReviewValue => "review_value",
            Self::Keep => "keep",
        }
    }
}

fn percent(value: Option<f64>) -> Option<f64> {
    value.filter(|value| (0.0..=100.0).contains(value))
}

/// Finds what to do with a tool.
///
/// # Errors
/// The field that is missing.
pub fn right_size(rules: &Rules, tool: &Tool) -> Result<ToolStep, &'static str> {
    let has_use_case = || tool.use_case.ok_or("use_case");
    let has_skills = || tool.skills.ok_or("skills");
    if tool.planned.ok_or("planned")? {
        return Ok(match () {
            () if !tool.process_today.ok_or("process_today")? => ToolStep::RunByHandFirst,
            () if !has_use_case()? => ToolStep::WriteUseCase,
            () if !has_skills()? => ToolStep::PlanSkillsFirst,
            () => ToolStep::TrialWithExit,
        });
    }
    if !has_use_case()? {
        return Ok(ToolStep::RetireUnlessUseCase);
    }
    if percent(tool.used_pct).ok_or("used_pct")? < rules.util_low {
        return Ok(if has_skills()? { ToolStep::ScaleDown } else { ToolStep::TrainBeforeDeciding });
    }
    let is_reviewed = tool.reviewed.ok_or("reviewed")?;
    Ok(if is_reviewed { ToolStep::Keep } else { ToolStep::ReviewValue })
}

/// Spending on unused functions at most, a year, of a tool that is not just planned.
pub fn idle_spend(tool: &Tool) -> Option<f64> {
    if tool.planned == Some(true) {
        return None;
    }
    let cost = tool.cost.filter(|cost| cost.is_finite() && *cost >= 0.0)?;
    Some(cost * (1.0 - percent(tool.used_pct)? / 100.0))
}
