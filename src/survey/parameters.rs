//! Thresholds and assumptions of the scoring: data of the survey, never constants of the code (model 5.4).

/// Every number the scoring needs besides the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Noise of one rating in points (model 2.1).
    pub sigma_points: f64,
    /// How far strict and lenient people differ, in points (model 2.7.5).
    pub rater_sd_points: f64,
    /// Normal quantiles by family of comparisons.
    pub z: ZScores,
    /// No difference below this many points is called clear.
    pub floor_points: f64,
    /// From this share of the threshold on a change is called possible.
    pub possible_share: f64,
    /// Below this share of paired items, verdicts on roles are withheld.
    pub min_paired_share: f64,
    /// Loss of precision of a median against a mean.
    pub median_eff: f64,
    /// Share of applicable capabilities a role needs.
    pub role_min_share: f64,
    /// Fewest capabilities a role needs.
    pub role_min_caps: usize,
    /// Unplanned percent of working time that raises a flag.
    pub reactive_flag: f64,
    /// Change of a share of working time worth a remark, in percentage points.
    pub mix_notable: f64,
    /// Sums of working time that are rescaled to 100 instead of refused.
    pub mix_sum: [f64; 2],
    /// Where the direction-delivery map is split, in points.
    pub zone_split: f64,
    /// A capability this many levels below its role lags.
    pub lagging_levels: u8,
    /// Above this share of 'does not apply', the survey may not fit.
    pub many_na_share: f64,
    /// What high confidence needs.
    pub confidence_high: ConfidenceBar,
    /// What medium confidence needs.
    pub confidence_medium: ConfidenceBar,
    /// When to ask for a second look (model 1.2.7).
    pub quality: QualityPrompts,
    /// Longest note, in characters.
    pub note_characters: usize,
    /// A held capability may fall by this many points and still count as kept.
    pub hold_tolerance: f64,
    /// Points up that are assumed where no target is set at all.
    pub provisional_step: f64,
    /// Priorities within this share of the highest are equal candidates.
    pub close_call: f64,
    /// Weights of roles by aim.
    pub importance: Importance,
    /// Below this share of its goal a focus is kept.
    pub keep_focus_share: f64,
    /// From where on an own target is called ambitious.
    #[cfg(feature = "results")]
    pub ambitious: Ambition,
    /// What a plan is made of.
    #[cfg(feature = "results")]
    pub plan: PlanParameters,
    /// What several people's answers need.
    #[cfg(feature = "results")]
    pub team: TeamParameters,
    /// Each parameter in words, with what it rests on.
    pub basis: Vec<Basis>,
}

impl Parameters {
    /// Variance of the median of what so many people said, where that of one person is 1 (model 2.7.5).
    pub fn median_variance(&self, people: usize) -> f64 {
        // The median of two is their mean, so nothing is lost before the third.
        let loss = if people >= 3 { self.median_eff } else { 1.0 };
        loss * loss / people.max(1) as f64
    }
}

/// Two-sided normal quantiles for 1, 3 and 12 parallel comparisons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZScores {
    /// For the overall score.
    pub overall: f64,
    /// For roles.
    pub role: f64,
    /// For capabilities.
    pub capability: f64,
}

/// The lines one level of confidence has to reach (model 2.3).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConfidenceBar {
    /// Share of applicable items answered.
    pub completeness: f64,
    /// Mean evidence mark, 0 to 1.
    pub evidence: f64,
    /// People who answered.
    pub raters: usize,
    /// Median deviation between people that is still accepted, in anchors.
    pub median_deviation: Option<f64>,
}

/// How much an aim weighs (model 3.1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Importance {
    /// The first aim.
    pub primary: f64,
    /// The second aim.
    pub secondary: f64,
    /// A role that was not named.
    pub other: f64,
    /// Every role, where no aim was named.
    pub no_aim: f64,
}

/// An own target is ambitious if it is more levels up in less time than this (model 2.8).
#[cfg(feature = "results")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ambition {
    /// A rise by so many levels is not ambitious yet.
    pub levels: u8,
    /// Months from today within which a higher rise is.
    pub months: u32,
}

/// What a plan is made of (model 3.2).
#[cfg(feature = "results")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanParameters {
    /// The most moves in capabilities of the focus role.
    pub focus_moves: usize,
    /// Where the items of a capability lie this many anchors apart, the step is that of the lower one's level.
    pub sides_apart: f64,
    /// A capability at this level or above gets the one it leans on as a move, where that stands at the lowest.
    pub leaning_level: u8,
}

/// What several people's answers need (model 2.9, 2.10).
#[cfg(feature = "results")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TeamParameters {
    /// Average deviation that still counts as agreement, in anchors.
    pub ad_cut: f64,
    /// Fewest ratings for an average deviation.
    pub ad_min_n: usize,
    /// Variance of ratings given at random, in anchors squared; above 0.
    pub rwg_null_variance: f64,
    /// Fewest ratings for the agreement index.
    pub rwg_min_n: usize,
    /// Fewest complete respondents for alpha.
    pub alpha_min_n: usize,
    /// A group with fewer people is shown only with their consent.
    pub consent_min_n: usize,
    /// Two groups this many anchors apart on an item have something to talk about.
    pub topic_apart: f64,
    /// Longest list of such items.
    pub topics: usize,
}

/// When the reader is asked to look again, without being held up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QualityPrompts {
    /// This many answers in a row at the same position.
    pub same_position: usize,
    /// Fewer minutes than this in total.
    pub minutes: f64,
}

/// One parameter in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// Its name in the model.
    pub name: String,
    /// Its value as written there.
    pub value: String,
    /// `S` source, `M` method, `J` judgement.
    pub basis: String,
    /// What it means.
    pub meaning: String,
}
