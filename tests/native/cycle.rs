//! From one wave to the next: targets in force, the focus that is kept or chosen, the plan as it is lived.

use super::journey::{after, changes_nothing, does, moment, opened, wave};
use super::profiles::{C20, base, changed, survey};
use maturity_radar::answers::AimAnswer;
use maturity_radar::cycle::{Cycle, cycle};
use maturity_radar::history::{Date, History, Wave, WaveKind};
use maturity_radar::plan::{Decision, FocusState, MoveKind, MoveState, Outcome, Reason};
use maturity_radar::session::{Action, Addition, MoveChange, Session};
use maturity_radar::survey::{CapabilityId, RoleId};
use std::rc::Rc;

const TARGETS: [(&str, f64); 4] =
    [("rb.engagement", 50.0), ("rb.advocacy", 50.0), ("rb.sales", 75.0), ("rb.journey", 62.5)];

fn aimed(id: &str, day: &str, aim: &str) -> Wave {
    let kind = if id == "a" { WaveKind::Baseline } else { WaveKind::Reassessment };
    let mut wave = wave(id, day, kind);
    wave.answers.aim = Some(AimAnswer { primary: Some(RoleId::new(aim)), secondary: None });
    wave
}

/// The base profile with four targets.
fn with_targets() -> Rc<Session> {
    let session = Rc::new(Session::new(survey(), "w1".to_owned()));
    let history = History::new([Rc::new(aimed("a", "2026-11-11", "rb"))]);
    let session = after(&session, opened(history, Vec::new()));
    TARGETS.into_iter().fold(session, |session, (id, points)| aim_at(&session, id, points))
}

fn aim_at(session: &Rc<Session>, id: &str, points: f64) -> Rc<Session> {
    add(session, Addition::TargetSet { capability: CapabilityId::new(id), points: Some(points) })
}

fn add(session: &Rc<Session>, addition: Addition) -> Rc<Session> {
    after(session, Action::Added(addition))
}

fn note(session: &Rc<Session>, index: usize, change: MoveChange) -> Rc<Session> {
    add(session, Addition::MoveNoted { index, change })
}

fn next_wave(session: &Rc<Session>, wave: Wave) -> Rc<Session> {
    after(session, Action::WavesTaken(vec![Rc::new(wave)]))
}

fn read(session: &Session) -> Cycle {
    cycle(&session.survey, &session.history, &session.addenda).expect("a wave")
}

fn capabilities(kinds: &[&MoveKind]) -> Vec<String> {
    let name = |kind: &&MoveKind| match kind {
        MoveKind::Focus { capability, .. } | MoveKind::Enabler { capability, .. } => {
            capability.as_str().to_owned()
        }
        other => format!("{other:?}"),
    };
    kinds.iter().map(name).collect()
}

#[test]
fn a_plan_is_begun_lived_and_checked() {
    let session = with_targets();
    changes_nothing(&session, Action::Added(Addition::MovesRenewed));
    let about = MoveChange::Owner("A".into());
    changes_nothing(&session, Action::Added(Addition::MoveNoted { index: 0, change: about }));
    let begun = does(&session, moment(2e12, "2026-11-25", 1), Action::Added(Addition::PlanBegun));
    let (wave, underway) = read(&begun).underway.expect("a plan");
    assert_eq!(
        (wave.as_str(), underway.start.iso().as_str(), underway.focus.as_str()),
        ("a", "2026-11-25", "rb")
    );
    assert_eq!(underway.moves.len(), 3);
    assert!(underway.holds(&read(&begun).plan));
    let changes = [
        MoveChange::Owner("Field lead".into()),
        MoveChange::Start(Date::parse("1999-01-01")),
        MoveChange::State(MoveState::Done),
        MoveChange::Evidence("The list".into()),
        MoveChange::Outcome(Outcome::Partly),
        MoveChange::OutcomeShown("Half of it".into()),
        MoveChange::Decision(Decision::Change),
    ];
    let lived = changes.into_iter().fold(begun.clone(), |session, change| note(&session, 1, change));
    let (_, underway) = read(&lived).underway.unwrap();
    let own = &underway.moves[1];
    assert_eq!(
        (own.owner.as_str(), own.evidence.as_str(), own.state),
        ("Field lead", "The list", MoveState::Done)
    );
    assert_eq!(own.start, Date::parse("1999-01-01"), "a day outside the plan is kept");
    assert_eq!((own.check.outcome, own.check.decision), (Some(Outcome::Partly), Some(Decision::Change)));
    assert_eq!(own.check.evidence, "Half of it");
    assert_eq!(underway.moves[0], read(&begun).underway.unwrap().1.moves[0], "the others stay as they were");
    assert_eq!(lived.history, begun.history, "no note touches a wave");
    assert_eq!(underway.day(Date::parse("2026-11-25").unwrap()), 1);
    assert!(underway.day(Date::parse("2026-11-01").unwrap()) < 1);
    changes_nothing(&lived, Action::Added(Addition::MoveNoted { index: 9, change: MoveChange::Start(None) }));
}

#[test]
fn moves_underway_stay_until_they_are_renewed() {
    let begun = note(&add(&with_targets(), Addition::PlanBegun), 0, MoveChange::Owner("A".into()));
    let raised = aim_at(&begun, "rb.sales", 100.0);
    let (_, underway) = read(&raised).underway.unwrap();
    assert_eq!(underway, read(&begun).underway.unwrap().1);
    assert!(!underway.holds(&read(&raised).plan));
    let renewed = add(&raised, Addition::MovesRenewed);
    let (_, underway) = read(&renewed).underway.unwrap();
    assert!(underway.holds(&read(&renewed).plan));
    let kinds: Vec<&MoveKind> = underway.moves.iter().map(|own| &own.kind).collect();
    assert_eq!(capabilities(&kinds)[..2], ["rb.sales", "rb.engagement"]);
    assert_eq!(capabilities(&kinds).last().unwrap(), "rb.advocacy");
    assert_eq!(underway.moves.last().unwrap().state, MoveState::Dropped);
    assert_eq!(underway.moves[1].owner, "A", "what was noted on a move that stays, stays");
    changes_nothing(&renewed, Action::Added(Addition::MovesRenewed));
}

#[test]
fn a_focus_can_be_chosen_explained_and_given_back() {
    let session = with_targets();
    let explained = Addition::FocusExplained { reason: "x".into() };
    changes_nothing(&session, Action::Added(explained.clone()));
    let chosen = add(&session, Addition::FocusChosen { role: Some(RoleId::new("ee")) });
    let chosen = add(&chosen, explained);
    let own = read(&chosen);
    assert_eq!(own.choice.as_ref().map(|own| own.reason.as_str()), Some("x"));
    assert_eq!(own.plan.focus.role, Some(RoleId::new("ee")));
    assert_eq!(own.proposed.focus.role, Some(RoleId::new("rb")));
    assert!(own.plan.focus.reasons.is_empty(), "the reasons for the other role are none for this one");
    let back = add(&chosen, Addition::FocusChosen { role: None });
    assert_eq!(read(&back).plan, read(&session).plan);
    let lost = add(&session, Addition::FocusChosen { role: Some(RoleId::new("gone")) });
    assert_eq!(read(&lost).plan, read(&session).plan, "a role the survey does not have is nobody's focus");
}

#[test]
fn targets_hold_on_from_wave_to_wave_until_they_are_set_again() {
    let session = with_targets();
    let later = next_wave(&session, aimed("b", "2027-05-11", "rb"));
    assert_eq!(read(&later).targets, read(&session).targets);
    assert_eq!(read(&later).choice, None);
    let set = aim_at(&later, "ee.data", 87.5);
    assert_eq!(read(&set).targets.len(), 5);
    assert_eq!(set.addenda.get(&"a".to_owned()).unwrap().targets.as_ref().unwrap().len(), 4, "history stays");
}

#[test]
fn the_focus_stays_while_its_goal_is_far_and_the_aim_unchanged() {
    // Half a year later another role has the furthest to go, also weighted by the aims.
    let later = |session: &Rc<Session>, aim: Option<&str>| {
        let mut wave = aimed("b", "2027-05-11", "rb");
        wave.answers.aim =
            Some(AimAnswer { primary: aim.map(RoleId::new), secondary: Some(RoleId::new("sbd")) });
        let session = next_wave(session, wave);
        let raised = ["sbd.insight", "sbd.alignment", "sbd.offering", "sbd.focus"].into_iter();
        let session = raised.fold(session, |session, id| aim_at(&session, id, 100.0));
        read(&session).proposed.focus
    };
    let begun = add(&with_targets(), Addition::PlanBegun);
    let same = later(&begun, Some("rb"));
    assert_eq!((same.kept, same.role), (true, Some(RoleId::new("rb"))));
    assert_eq!(same.close_call, [RoleId::new("sbd")], "the other candidate is named");
    assert_eq!(same.reasons, [Reason::Aim, Reason::Gap], "nothing is said of an order that is not there");
    for aim in [Some("sbd"), Some("ee"), None] {
        let changed = later(&begun, aim);
        assert_eq!((changed.kept, changed.role), (false, Some(RoleId::new("sbd"))), "{aim:?}");
    }
    // A focus that was proposed or chosen is one, begun or not (model 3.1).
    let proposed = later(&with_targets(), Some("rb"));
    assert_eq!((proposed.kept, proposed.role), (true, Some(RoleId::new("rb"))));
    let choice = Addition::FocusChosen { role: Some(RoleId::new("ee")) };
    let chosen = later(&aim_at(&add(&with_targets(), choice), "ee.data", 87.5), Some("rb"));
    assert_eq!(
        (chosen.kept, chosen.role),
        (true, Some(RoleId::new("ee"))),
        "an own choice outlives its wave"
    );
}

#[test]
fn a_goal_that_is_mostly_reached_lets_go_of_the_focus() {
    let begun = add(&with_targets(), Addition::PlanBegun);
    let with = |ratings: &str| {
        let mut wave = aimed("b", "2027-05-11", "rb");
        let aim = wave.answers.aim.clone();
        wave.answers = changed(&survey(), &base(&survey()), ratings);
        wave.answers.aim = aim;
        read(&next_wave(&begun, wave))
    };
    // 50 of 87.5 points are 57 percent of the way, 62.5 are 71 percent.
    let near = with("R1a=3 R1b=3 R2a=3 R2b=3");
    assert!((near.progress.as_ref().unwrap().role(&RoleId::new("rb")).unwrap() - 0.571).abs() < 0.001);
    assert!(near.proposed.focus.kept);
    let past = with("R1a=3 R1b=3 R2a=3 R2b=3 R3a=4");
    assert!((past.progress.as_ref().unwrap().role(&RoleId::new("rb")).unwrap() - 0.714).abs() < 0.001);
    assert!(!past.proposed.focus.kept);
    let all = with("R1a=3 R1b=3 R2a=3 R2b=3 R3a=4 R4a=4");
    assert_eq!(all.proposed.focus.state, FocusState::RenewTargets);
    assert!(all.underway.is_some(), "the days that were begun go on");
    assert!(!with(C20).proposed.moves.is_empty());
}

#[test]
fn days_begun_anew_leave_the_earlier_ones_behind() {
    let begun = note(&add(&with_targets(), Addition::PlanBegun), 0, MoveChange::Owner("A".into()));
    let later = next_wave(&begun, aimed("b", "2027-05-11", "rb"));
    assert_eq!(read(&later).underway.unwrap().0, "a", "a plan goes on after the next wave");
    let noted = note(&later, 0, MoveChange::Owner("B".into()));
    assert_eq!(read(&noted).underway.unwrap().1.moves[0].owner, "B");
    let anew = does(&noted, moment(2e12, "2027-05-13", 1), Action::Added(Addition::PlanBegun));
    let own = read(&anew);
    assert_eq!(own.underway.as_ref().unwrap().0, "b");
    assert_eq!(own.underway.unwrap().1.start.iso(), "2027-05-13");
    assert_eq!(own.earlier.len(), 1);
    assert_eq!(own.earlier[0].moves[0].owner, "B");
}

#[test]
fn targets_and_plans_outlive_the_wave_they_stood_at() {
    let delete = |session: &Rc<Session>, id: &str| after(session, Action::WaveDeleted { id: id.to_owned() });
    let begun = note(&add(&with_targets(), Addition::PlanBegun), 0, MoveChange::Owner("Kim".into()));
    let two = next_wave(&begun, aimed("b", "2027-05-11", "rb"));
    let (targets, underway) = (read(&two).targets, read(&two).underway.unwrap().1);
    assert_eq!((targets.len(), underway.moves[0].owner.as_str()), (4, "Kim"));

    let left = delete(&two, "a");
    assert_eq!(left.history.waves().len(), 1);
    assert_eq!(
        (read(&left).targets, read(&left).underway),
        (targets.clone(), Some(("b".into(), underway.clone())))
    );

    let back = after(&left, Action::WaveRestored);
    assert_eq!(back.history.waves().len(), 2);
    assert_eq!((read(&back).targets, read(&back).underway), (targets, Some(("a".into(), underway))));
    assert_eq!(read(&back).earlier, [], "the plan is there once");
}

#[test]
fn a_step_whose_other_side_lags_now_is_the_same_move() {
    let begun = note(&add(&with_targets(), Addition::PlanBegun), 0, MoveChange::Owner("Kim".into()));
    let mut underway = read(&begun).underway.unwrap().1;
    let mut proposed = read(&begun).plan;
    let first = &mut proposed.moves[0].kind;
    let MoveKind::Focus { lower_side, .. } = first else { panic!("{first:?}") };
    *lower_side = survey().items().next().map(|item| item.id.clone());
    assert!(underway.holds(&proposed));
    underway.renew(&proposed);
    assert_eq!((underway.moves.len(), underway.moves[0].owner.as_str()), (3, "Kim"));
    assert_eq!(underway.moves[0].kind, proposed.moves[0].kind, "the picture to aim at is that of today");
}

#[test]
fn what_a_plan_is_made_of_is_data_of_the_survey() {
    let answers =
        super::profiles::changed(&survey(), &base(&survey()), "R3a=1 R3b=5 E3a=1 E3b=1 R4a=3 R4b=3");
    let made = |change: &dyn Fn(&mut maturity_radar::survey::PlanParameters)| {
        let mut own = (*survey()).clone();
        change(&mut own.parameters.plan);
        let mut wave = aimed("a", "2026-11-11", "rb");
        wave.answers.items = answers.items.clone();
        let history = History::new([Rc::new(wave)]);
        let read = cycle(&own, &history, &Default::default()).unwrap();
        read.plan.moves.into_iter().map(|own| own.kind).collect::<Vec<_>>()
    };
    let in_role =
        |moves: &[MoveKind]| moves.iter().filter(|own| matches!(own, MoveKind::Focus { .. })).count();
    assert_eq!(in_role(&made(&|_| ())), 2);
    assert_eq!(in_role(&made(&|plan| plan.focus_moves = 1)), 1);
    let all = made(&|plan| plan.focus_moves = 4);
    assert_eq!(in_role(&all), 4);
    let step = |moves: &[MoveKind]| {
        moves.iter().find_map(|own| match own {
            MoveKind::Focus { capability, level, .. } if capability.as_str() == "rb.sales" => Some(*level),
            _ => None,
        })
    };
    // Anchors 1 and 5: the step is that of the lower one, unless they would have to lie further apart.
    assert_eq!(step(&all), Some(1));
    let apart = made(&|plan| (plan.focus_moves, plan.sides_apart) = (4, 5.0));
    assert_eq!(step(&apart), Some(3));
    // R4 leans on E3, which stands at the lowest level.
    let leans = |moves: &[MoveKind]| moves.iter().any(|own| matches!(own, MoveKind::Enabler { .. }));
    assert!(leans(&all));
    assert!(!leans(&made(&|plan| (plan.focus_moves, plan.leaning_level) = (4, 5))));
}
