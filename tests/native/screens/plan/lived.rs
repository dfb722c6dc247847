//! The plan as HTML once its days are begun: what is noted, what changes around it, what got lost.

use super::super::{english, place};
use super::{adds, assert_says, assert_silent, base, begun, c40, day, noted, on, on_plan, page, wave};
use maturity_radar::addendum::{Addenda, Addendum};
use maturity_radar::document::calendar;
use maturity_radar::history::WaveKind;
use maturity_radar::plan::{Decision, MoveKind, MoveState, Outcome, Reason, Undertaking, Underway};
use maturity_radar::session::{Action, Addition, MoveChange};
use maturity_radar::survey::{CapabilityId, RoleId};
use maturity_radar::views::plan::appointments_of;
use std::rc::Rc;

#[test]
fn a_begun_plan_has_its_days_and_a_place_for_all_that_is_noted() {
    let (html, text) = page(|| {
        let session = noted(&begun(), "2026-12-05", 1, MoveChange::Owner("Field <lead>".into()));
        noted(&session, "2026-12-05", 1, MoveChange::Start(Some(day("2027-02-19"))))
    });
    assert_says(
        &text,
        &[
            "2026-11-21 to 2027-02-18 · Unit A",
            "Day 15 of 90; 75 days are left.",
            "Days 11–75 now Do the work. 2026-12-01 to 2027-02-03",
            "2027-05-11",
            "This is after the last day of the plan, 2027-02-18. It is kept as you entered it.",
            "Due from 2027-02-14, day 86.",
            "Add to calendar (.ics)",
        ],
    );
    assert_silent(&text, &["Begin", "All moves are checked", "The rules now propose"]);
    assert!(html.contains("value=\"Field &lt;lead&gt;\"") && html.contains("value=\"2027-02-19\""));
    assert_eq!(html.matches("aria-invalid=\"true\"").count(), 1);
    assert_eq!(html.matches("type=\"date\"").count(), 3);
    assert!(!html.contains("<details class=\"mr-more mr-check\" open"));
}

#[test]
fn the_clock_may_be_set_back_and_the_days_may_be_over() {
    let (_, text) = page(|| noted(&begun(), "2026-11-01", 0, MoveChange::Owner("A".into())));
    assert_says(
        &text,
        &["By the clock of this device, the first day of this plan, 2026-11-21, is still to come."],
    );
    assert_silent(&text, &["Day 0", "Day −"]);
    let (html, text) = page(|| noted(&begun(), "2027-03-01", 0, MoveChange::Owner("A".into())));
    assert_says(
        &text,
        &["The 90 days ended on 2027-02-18.", "The rules propose the same moves again", "Begin new 90 days"],
    );
    assert_eq!(html.matches("class=\"mr-button\"").count(), 1, "one first button");
}

#[test]
fn once_every_move_is_checked_the_check_is_summed_up() {
    let (html, text) = page(|| {
        let found = [
            (Outcome::Met, Decision::Stop),
            (Outcome::Partly, Decision::Change),
            (Outcome::Met, Decision::Keep),
        ];
        found.into_iter().enumerate().fold(begun(), |session, (index, (outcome, decision))| {
            let session = noted(&session, "2027-02-15", index, MoveChange::Outcome(outcome));
            noted(&session, "2027-02-15", index, MoveChange::Decision(decision))
        })
    });
    assert_says(
        &text,
        &["All moves are checked. Met: 2, partly: 1, not met: 0. To keep: 1, to change: 1, to stop: 1."],
    );
    assert!(html.contains("<details class=\"mr-more mr-check\" open"));
    assert!(place(&html, "Is it met?") > place(&html, "Days 86–90"));
}

#[test]
fn another_focus_is_the_persons_own_and_says_what_was_proposed() {
    let (html, text) = page(|| {
        let role = Some(RoleId::new("ee"));
        let session = adds(&begun(), "2026-11-22", Addition::FocusChosen { role });
        adds(&session, "2026-11-22", Addition::FocusExplained { reason: "A new system comes".into() })
    });
    assert_says(
        &text,
        &[
            "For 90 days: relationship builder",
            "Why effective executor comes next",
            "You chose this role. Your reason: A new system comes The rules propose relationship builder.",
        ],
    );
    assert!(html.contains("A new system comes</textarea>"));
    let (_, text) = page(|| {
        let role = Some(RoleId::new("ee"));
        adds(&c40(), "2026-11-22", Addition::FocusChosen { role })
    });
    assert_says(&text, &["For 90 days: effective executor", "Relationship builder proposed"]);
}

#[test]
fn changed_targets_propose_other_moves_and_leave_those_underway_alone() {
    let raised = || {
        let capability = CapabilityId::new("rb.sales");
        adds(&begun(), "2026-11-25", Addition::TargetSet { capability, points: Some(100.0) })
    };
    let (html, text) = page(raised);
    assert_says(
        &text,
        &[
            "The rules now propose other moves",
            "Sales, now Defined. Write one-page joint plans",
            "Take over these moves",
        ],
    );
    assert_eq!(html.matches("<li class=\"mr-move\">").count(), 3);
    let (_, text) = page(move || adds(&raised(), "2026-11-25", Addition::MovesRenewed));
    assert_silent(&text, &["The rules now propose other moves"]);
    assert!(place(&text, "Moves that left the plan") < place(&text, "Name one owner who logs requests"));
    assert!(place(&text, "Write one-page joint plans") < place(&text, "Moves that left the plan"));
}

#[test]
fn a_new_wave_offers_new_days_and_keeps_the_earlier_ones_to_read() {
    let (_, text) = page(|| {
        let begun = begun();
        let mut later = wave("b", "2027-05-12", base(["rb", "sbd"]));
        later.kind = WaveKind::Reassessment;
        let session = on(&begun, "2027-05-12", Action::WavesTaken(vec![Rc::new(later)]));
        let owner = MoveChange::Owner("Sales lead".into());
        let session = adds(&noted(&session, "2027-05-12", 0, owner), "2027-05-13", Addition::PlanBegun);
        ["sbd.insight", "sbd.alignment", "sbd.offering", "sbd.focus"].into_iter().fold(
            session,
            |session, id| {
                let capability = CapabilityId::new(id);
                adds(&session, "2027-05-13", Addition::TargetSet { capability, points: Some(100.0) })
            },
        )
    });
    assert_says(
        &text,
        &[
            "2027-05-13 to 2027-08-10",
            "The focus stays: less than 70% of its own goal is reached and your aim is unchanged.",
            "By the numbers of this wave alone, it would be strategic business driver.",
            "You named relationship builder as the role your company needs most.",
            "Earlier plans 2026-11-21 to 2027-02-18 · Relationship builder",
            "Owner Sales lead",
        ],
    );
    assert_silent(&text, &["Begin new", "Also within"]);
}

#[test]
fn what_the_survey_has_lost_breaks_nothing() {
    let (html, text) = page(|| {
        let lost = Undertaking {
            kind: MoveKind::Focus { capability: CapabilityId::new("gone"), level: 2, lower_side: None },
            reason: Reason::Gap,
            owner: "A".into(),
            start: None,
            state: MoveState::Open,
            evidence: String::new(),
            check: Default::default(),
        };
        let (start, focus) = (day("2026-11-15"), RoleId::new("gone"));
        let begun = vec![Underway { start, focus, moves: vec![lost] }];
        let mut addenda = Addenda::new();
        addenda.insert("a".into(), Addendum { begun, ..Addendum::default() });
        on_plan(vec![wave("a", "2026-11-11", base(["rb", ""]))], addenda)
    });
    assert_says(
        &text,
        &[
            "For 90 days One role at a time.",
            "A capability this survey no longer has, step from Repeatable What was to be done is no longer known",
            "Take over these moves",
        ],
    );
    assert!(html.contains("value=\"A\""));
}

#[test]
fn the_calendar_file_holds_the_phases_with_owners_and_the_next_assessment() {
    let session = noted(&begun(), "2026-11-22", 0, MoveChange::Owner("Field lead".into()));
    let session = noted(&session, "2026-11-22", 1, MoveChange::State(MoveState::Dropped));
    let all = appointments_of(&session, &english());
    let days: Vec<String> = all.iter().map(|own| own.day.iso()).collect();
    assert_eq!(days, ["2026-11-21", "2026-12-01", "2027-02-04", "2027-02-14", "2027-05-11"]);
    assert_eq!(all[0].uid, "a.2026-11-21.day-1@maturity-radar");
    assert!(all[0].summary.starts_with("Plan for relationship builder: Name an owner"));
    assert!(all[0].description.contains("(Field lead)") && !all[0].description.contains("Advocacy"));
    assert_eq!(calendar::write(&all, "20261122T101500Z").matches("BEGIN:VEVENT").count(), 5);
    assert!(appointments_of(&c40(), &english()).is_empty(), "what has not begun has no dates");
}
