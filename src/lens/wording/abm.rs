//! What the page of ABM structure fit says.

super::wording! {
    /// One thing the page says; its words are those of `ui.page` in the document.
    Abm {
        // Headline
        StrategyFirst 1 "strategy_first",
        NotReady 1 "not_ready",
        Ready 1 "ready",
        Best 1 "best",
        BestProvisional 1 "best_provisional",
        CloseSupport 1 "close_support",
        Close 1 "close",
        Support 1 "support",
        NoneOpen 1 "none_open",
        ReadinessOpen 1 "readiness_open",
        ReadinessBegun 1 "readiness_begun",
        Nothing 1 "nothing",
        // Readiness
        ReadinessChart 1 "readiness_chart",
        Points 1 "points",
        Needed 1 "needed",
        ReadyTitle 1 "ready_title",
        NotReadyTitle 1 "not_ready_title",
        Needs 1 "needs",
        Track 1 "track",
        Rated 2 "rated",
        Blockers 2 "blockers",
        Blocker 1 "blocker",
        Settle 1 "settle",
        // Structures
        Chart 1 "chart",
        Structure 1 "structure",
        Standing 1 "standing",
        FitNote 1 "fit_note",
        CloseSupportShort 1 "close_support_short",
        Provisional 1 "provisional",
        Today 1 "today",
        NotAnswered 1 "not_answered",
        Known 2 "known",
        // First step
        SupportNote 1 "support_note",
    }
}
