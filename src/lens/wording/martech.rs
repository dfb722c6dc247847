//! What the page of martech placement and governance says.

super::wording! {
    /// One thing the page says; its words are those of `ui.page` in the document.
    Martech {
        // Headline
        UpsideDown 1 "upside_down",
        Off 2 "off",
        Near 2 "near",
        AllFit 1 "all_fit",
        Seats 2 "seats",
        Nothing 1 "nothing",
        Lead 1 "lead",
        LeftOut 1 "left_out",
        // Ladder
        Chart 1 "chart",
        WhoRuns 1 "who_runs",
        Platform 1 "platform",
        State 1 "state",
        SuggestedFor 1 "suggested_for",
        Row 1 "row",
        Assumed 1 "assumed",
        IsAssumed 1 "is_assumed",
        // Order of moves, and pairs that are upside down
        OrderNote 1 "order_note",
        Steps 2 "steps",
        Inversions 2 "inversions",
        NoInversion 1 "no_inversion",
        OtherInversions 2 "other_inversions",
        PatternNote 1 "pattern_note",
        MoreCentral 1 "more_central",
        MoreFoundational 1 "more_foundational",
        // Governance
        GovernanceChart 1 "governance_chart",
        Domain 1 "domain",
        Points 1 "points",
        Musts 2 "musts",
        NoMust 1 "no_must",
        NoMustSoFar 1 "no_must_so_far",
        OutOf 2 "out_of",
        Unanswered 2 "unanswered",
        Open 1 "open",
        OpenOthers 1 "open_others",
        // Who works on it
        ItNote 1 "it_note",
        AnalyticsNote 1 "analytics_note",
        Missing 1 "missing",
        // Time for initiatives
        Capacity 1 "capacity",
        CapacityChart 1 "capacity_chart",
        Initiative 1 "initiative",
        FullTime 1 "full_time",
        Served 1 "served",
        People 1 "people",
        Aside 1 "aside",
        AsideUnknown 1 "aside_unknown",
        SetAside 1 "set_aside",
        Asked 1 "asked",
        AskedFor 1 "asked_for",
        NoInitiative 1 "no_initiative",
    }
}
