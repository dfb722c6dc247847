//! Words of the own targets. Placeholders stand in braces; `[one, many]` is singular and plural.

/// Every word of the screen of own targets in one language; the English below shows what each is for.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Targets {
    pub title: &'static str,
    pub lead: &'static str,
    pub none_raised: &'static str,
    pub raised: &'static str,
    pub reached_all: &'static str,
    pub reached_next: &'static str,
    pub lost: [&'static str; 2],
    // One capability
    pub base_now: &'static str,
    pub now: &'static str,
    pub set: &'static str,
    pub no_score: &'static str,
    pub hold: &'static str,
    pub by: &'static str,
    // Sentences at the row
    pub reached: &'static str,
    pub past: &'static str,
    pub below: &'static str,
    pub not_kept: &'static str,
    /// A capability that was to hold, and did not.
    pub fallen: &'static str,
    pub ambitious: &'static str,
    pub more_levels: [&'static str; 2],
    pub in_months: [&'static str; 2],
    // What can be done next
    pub to_plan: &'static str,
    pub to_results: &'static str,
}

/// English.
pub(super) const EN: Targets = Targets {
    title: "Your own targets",
    lead: "Targets belong to your organization. What you leave untouched is to hold, and not everything has to rise: a few capabilities at a time are enough. Nothing is set for you.",
    none_raised: "Nothing is to rise yet: every capability is to hold.",
    raised: "To rise: {raised} of {total} capabilities. Ambitious: {ambitious}.",
    reached_all: "Every own target is reached.",
    reached_next: "There is no end to reach: set new ones where you want to go on.",
    lost: [
        "One own target belongs to a capability this survey no longer has. It is kept, but not counted.",
        "{number} own targets belong to capabilities this survey no longer has. They are kept, but not counted.",
    ],

    base_now: "Baseline {base}, now {now}",
    now: "Now {now}",
    set: "target {target}",
    no_score: "No score in every wave, so a way to a target cannot be measured yet.",
    hold: "Hold",
    by: "By",

    reached: "Reached.",
    past: "This day has passed, and the target is not reached. Set a later day or another target; until then both stay as they are.",
    below: "Not above the baseline of {base}, so it counts as hold: kept while the score stays within {tolerance} points of the target.",
    not_kept: "The score is below that now.",
    fallen: "It was to hold, and the score is below that now.",
    ambitious: "Ambitious: {levels} within {months}.",
    more_levels: ["more than one level up", "more than {number} levels up"],
    in_months: ["a month", "{number} months"],

    to_plan: "See the plan",
    to_results: "Back to results",
};
