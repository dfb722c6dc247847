//! The plan as HTML: the worked examples of the model (3.5), as they are proposed.

mod lived;

use super::{drawn_html, english, text_of};
use crate::profiles::{BASE, answers, survey};
use maturity_radar::addendum::Addenda;
use maturity_radar::answers::{AimAnswer, Answers, EffortSplit};
use maturity_radar::document::next_steps;
use maturity_radar::history::{Date, History, Wave};
use maturity_radar::plan::NextSteps;
use maturity_radar::session::{Action, Addition, Event, Moment, MoveChange, Opened, Screen, Session};
use maturity_radar::survey::{CapabilityId, RoleId};
use maturity_radar::views::plan::plan;
use std::rc::Rc;
use yew::{Callback, Reducible};

const STEPS: &str = include_str!("../../../surveys/three-roles.next-steps.en.json");
/// The own targets of worked example C40.
const TARGETS: &[(&str, f64)] =
    &[("rb.engagement", 50.0), ("rb.advocacy", 50.0), ("rb.sales", 75.0), ("rb.journey", 62.5)];

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn given(ratings: &str, aims: [&str; 2]) -> Answers {
    let aim = |name: &str| (!name.is_empty()).then(|| RoleId::new(name));
    let [primary, secondary] = aims.map(aim);
    Answers { aim: Some(AimAnswer { primary, secondary }), ..answers(&survey(), ratings) }
}

/// The base profile with its working time.
fn base(aims: [&str; 2]) -> Answers {
    let effort = Some(EffortSplit::from([45.0, 40.0, 15.0]));
    let wish = Some(EffortSplit::from([25.0, 45.0, 30.0]));
    Answers { effort, wish, ..given(BASE, aims) }
}

fn wave(id: &str, date: &str, answers: Answers) -> Wave {
    Wave { id: id.into(), date: day(date), scope: "Unit A".into(), answers, ..Wave::default() }
}

/// A session on its plan.
fn on_plan(waves: Vec<Wave>, addenda: Addenda) -> Rc<Session> {
    let mut session = Session::new(survey(), "w1".into());
    session.next_steps = Rc::new(next_steps::read(STEPS, &session.survey).unwrap());
    let history = Rc::new(History::new(waves.into_iter().map(Rc::new)));
    let opened = Action::Opened(Opened { history, addenda, ..Opened::default() });
    let session = on(&Rc::new(session), "2026-11-21", opened);
    on(&session, "2026-11-21", Action::ScreenPicked(Screen::Plan))
}

fn on(session: &Rc<Session>, date: &str, action: Action) -> Rc<Session> {
    let moment = Moment { ms: 1.0, day: day(date), chance: 1 };
    session.clone().reduce(Event { moment, action })
}

fn adds(session: &Rc<Session>, date: &str, addition: Addition) -> Rc<Session> {
    on(session, date, Action::Added(addition))
}

fn aimed(answers: Answers, targets: &[(&str, f64)]) -> Rc<Session> {
    let session = on_plan(vec![wave("a", "2026-11-11", answers)], Addenda::new());
    targets.iter().fold(session, |session, (id, points)| {
        let capability = CapabilityId::new(id);
        adds(&session, "2026-11-21", Addition::TargetSet { capability, points: Some(*points) })
    })
}

fn c40() -> Rc<Session> {
    aimed(base(["rb", "sbd"]), TARGETS)
}

fn begun() -> Rc<Session> {
    adds(&c40(), "2026-11-21", Addition::PlanBegun)
}

fn noted(session: &Rc<Session>, date: &str, index: usize, change: MoveChange) -> Rc<Session> {
    adds(session, date, Addition::MoveNoted { index, change })
}

/// The page and its words.
fn page(session: impl FnOnce() -> Rc<Session> + Send + 'static) -> (String, String) {
    let html = drawn_html(move || plan(&session(), &english(), &Callback::noop(), &Callback::noop()));
    let text = text_of(&html).split_whitespace().collect::<Vec<_>>().join(" ");
    (html, text)
}

fn assert_says(text: &str, phrases: &[&str]) {
    for phrase in phrases {
        assert!(text.contains(phrase), "'{phrase}' is missing in: {text}");
    }
}

fn assert_silent(text: &str, phrases: &[&str]) {
    for phrase in phrases {
        assert!(!text.contains(phrase), "'{phrase}' is said in: {text}");
    }
}

#[test]
fn the_base_profile_has_three_moves_with_their_numbers() {
    let (html, text) = page(c40);
    assert_says(
        &text,
        &[
            "From the answers of 2026-11-11 · Unit A",
            "For 90 days: relationship builder",
            "You named relationship builder as the role your company needs most.",
            "On average, its capabilities are 21.9 points short of your own targets.",
            "R3 Sales −12.5",
            "Three moves",
            "Engagement, now Repeatable Give each main customer group a contact plan",
            "Done when The plans are visible to sales and service.",
            "Engagement stands at 25; your target is 50. No other gap in this role is larger.",
            "Name one owner who logs requests",
            "Supporting: make room Record unplanned requests for four weeks",
            "45% of working time goes on unplanned requests; make room before you add change. You would like 25%.",
            "Effective executor, ways of working",
            "Effective executor is your strongest role outside the focus",
            "Days 11–75 Do the work.",
            "Begin these 90 days",
        ],
    );
    assert_eq!(html.matches("<li class=\"mr-move\">").count(), 3);
    assert_eq!(html.matches("mr-tick-target").count(), 4);
    assert!(html.contains("aria-label=\"Sales: now 62.5, target 75\""));
    assert_silent(
        &text,
        &["could not be loaded", "Owner", "Add to calendar", "Check at the end", "lower side"],
    );
}

#[test]
fn a_missing_foundation_comes_as_a_supporting_move() {
    let ratings = "S1a=1 S1b=1 S2a=4 S2b=4 S3a=2 S3b=3 S4a=2 S4b=2 R1a=2 R1b=2 R2a=2 R2b=2 R3a=3 R3b=4 \
                   R4a=2 R4b=3 E1a=3 E1b=3 E2a=3 E2b=5 E3a=3 E3b=4 E4a=4 E4b=4";
    let (_, text) =
        page(|| aimed(given(ratings, ["sbd", ""]), &[("sbd.offering", 75.0), ("sbd.focus", 75.0)]));
    assert_says(
        &text,
        &[
            "Rank segments by size and fit on one sheet",
            "Picture to aim at",
            "Offering stands at 37.5; your target is 75.",
            "Supporting: foundation for",
            "List five decisions your business leaders will take next quarter",
            "depends on Insight, which is still at Reactive.",
        ],
    );
    let larger = text.matches("No other gap in this role is larger.").count();
    assert_eq!(larger, 1, "the smaller of two gaps does not claim to be the largest");
}

#[test]
fn a_close_call_without_targets_names_every_candidate() {
    let (_, text) = page(|| aimed(given(BASE, ["", ""]), &[]));
    assert_says(
        &text,
        &[
            "You named no aim, so the role furthest from your targets comes first",
            "You have set no targets yet, so one level up per capability is assumed for now.",
            "Also within ten percent: strategic business driver and effective executor. The choice is yours.",
            "Targets of your own replace what is assumed. Set own targets",
            "so one level up, 50, is assumed.",
            "Now, one level up as assumed (tick)",
            "Supporting: evidence Collect the evidence for the five answers",
            "This picture rests on little evidence",
        ],
    );
    assert_silent(&text, &["{", "The focus stays"]);
}

#[test]
fn reached_targets_ask_for_new_ones_and_end_nothing() {
    // A target below the baseline was never a way to go.
    let (_, text) = page(|| aimed(base(["ee", ""]), &[("ee.data", 50.0)]));
    assert_says(&text, &["No target lies above where you began", "count as hold", "Set new targets"]);
    assert_silent(&text, &["reached", "For 90 days"]);
    let (html, text) = page(|| {
        let session = aimed(base(["ee", ""]), &[("ee.data", 75.0)]);
        let mut risen = base(["ee", ""]);
        let rated = given("E3a=4 E3b=4", ["ee", ""]);
        for (item, answer) in &rated.items {
            risen.items.insert(item.clone(), answer.clone());
        }
        let later = wave("b", "2027-05-11", risen);
        on(&session, "2027-05-11", Action::WavesTaken(vec![Rc::new(later)]))
    });
    assert_says(
        &text,
        &[
            "All your own targets are reached",
            "There is no end state.",
            "new targets are due",
            "Set new targets",
        ],
    );
    assert_silent(&text, &["For 90 days", "Begin these", "move", "Choose another role", "transformed"]);
    assert_eq!(html.matches("<button").count(), 1);
}

#[test]
fn without_targets_and_without_scores_nothing_is_called_reached() {
    let (_, text) = page(|| aimed(given("S1a=DK S1b=DK", ["", ""]), &[]));
    assert_says(&text, &["There is no role to propose yet", "Set own targets"]);
    assert_silent(&text, &["reached"]);
}

#[test]
fn a_wide_split_takes_the_step_of_the_lower_side() {
    let ratings = BASE.replace("S2a=2 S2b=3", "S2a=1 S2b=5");
    let (_, text) = page(move || aimed(given(&ratings, ["sbd", ""]), &[("sbd.alignment", 75.0)]));
    let next = survey();
    let next = &next.items().find(|item| item.code == "S2a").unwrap().anchor(2).unwrap().text;
    assert_says(
        &text,
        &[
            "now Defined; its lower side is still Reactive Meet each P&L owner for an hour",
            &["Picture to aim at ", next].concat(),
        ],
    );
}

#[test]
fn without_the_texts_capability_and_level_remain() {
    let (html, text) = page(|| {
        let mut session = (*c40()).clone();
        session.next_steps = Rc::new(NextSteps::within(&session.survey));
        Rc::new(session)
    });
    assert_says(
        &text,
        &[
            "The texts of the steps could not be loaded. Reload the page",
            "Engagement: the step from Repeatable",
            "Engagement stands at 25",
        ],
    );
    assert_silent(&text, &["Calendar"]);
    assert_eq!(html.matches("<li class=\"mr-move\">").count(), 3);
}
