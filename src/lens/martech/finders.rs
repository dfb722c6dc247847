//! Who runs a platform, and where analysts sit: the first rule that applies (model 4.2 C and D).
//!
//! A finder that lacks something it needs names the field instead of guessing.

/// How marketing and IT work together on a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItModel {
    /// Hire an integrator for the project.
    IntegratorProject,
    /// Seat IT people in marketing.
    Embed,
    /// A mixed team.
    MixedSquad,
    /// Partner with IT.
    Partner,
    /// Marketing operations runs it.
    SelfServe,
}

impl ItModel {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::IntegratorProject => "integrator_project",
            Self::Embed => "embed",
            Self::MixedSquad => "mixed_squad",
            Self::Partner => "partner",
            Self::SelfServe => "self_serve",
        }
    }
}

/// Finds the model from rate of change (0 rarely, 1 monthly, 2 weekly or faster), depth of work (0 settings,
/// 1 integrations, 2 back-end development) and whether it is a one-off.
///
/// # Errors
/// The field that is missing.
pub fn it_model(
    change: Option<f64>,
    depth: Option<f64>,
    one_off: Option<bool>,
) -> Result<ItModel, &'static str> {
    let is_deep = depth.ok_or("depth")? >= 2.0;
    if is_deep && one_off.ok_or("one_off")? {
        return Ok(ItModel::IntegratorProject);
    }
    let is_fast = change.ok_or("change")? >= 2.0;
    Ok(match (is_fast, is_deep) {
        (true, false) => ItModel::Embed,
        (true, true) => ItModel::MixedSquad,
        (false, true) => ItModel::Partner,
        (false, false) => ItModel::SelfServe,
    })
}

/// Where analysts sit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnalyticsSeat {
    /// Settle access first.
    OpenAccessFirst,
    /// Analysts in marketing.
    MarketingAnalysts,
    /// An analyst of business intelligence in marketing.
    SeatedAnalyst,
    /// Reports under an agreement.
    Service,
}

impl AnalyticsSeat {
    /// The name in results and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenAccessFirst => "open_access_first",
            Self::MarketingAnalysts => "marketing_analysts_on_shared_data",
            Self::SeatedAnalyst => "bi_analyst_seated_in_marketing",
            Self::Service => "bi_service_with_agreement",
        }
    }
}

/// Finds the seat from whether the cycle is fast, data from outside marketing are needed, there is access to
/// them, and there are analysts with the skills.
///
/// # Errors
/// The field that is missing.
pub fn analytics_seat(
    fast: Option<bool>,
    other_data: Option<bool>,
    access: Option<bool>,
    skills: Option<bool>,
) -> Result<AnalyticsSeat, &'static str> {
    if other_data.ok_or("nonmkt")? && !access.ok_or("access")? {
        return Ok(AnalyticsSeat::OpenAccessFirst);
    }
    if !fast.ok_or("fast")? {
        return Ok(AnalyticsSeat::Service);
    }
    let has_skills = skills.ok_or("skills")?;
    Ok(if has_skills { AnalyticsSeat::MarketingAnalysts } else { AnalyticsSeat::SeatedAnalyst })
}
