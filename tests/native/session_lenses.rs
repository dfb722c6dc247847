//! Lenses in a session: opened, answered part by part, left and resumed, answered again, put into the plan.

use super::journey::{NOON, after, does, fresh, moment, wave};
use super::lenses::{Kind, lens};
use maturity_radar::cycle::cycle;
use maturity_radar::history::WaveKind;
use maturity_radar::lens::{LensRecord, MOST_ROWS, Value};
use maturity_radar::plan::{Finding, MoveKind};
use maturity_radar::session::{Action, Addition, LensAction, LensPage, Phase, Screen, Session};
use std::rc::Rc;

fn act(session: &Rc<Session>, action: LensAction) -> Rc<Session> {
    after(session, Action::Lens(action))
}

/// A session with the lens on decision speed open and read.
fn opened(session: &Rc<Session>) -> Rc<Session> {
    let session = act(session, LensAction::Opened("ds".to_owned()));
    act(&session, LensAction::Read(Rc::new(lens(Kind::DecisionSpeed))))
}

fn entered(part: &str, row: Option<&str>, field: &str, value: Option<Value>) -> LensAction {
    LensAction::Entered {
        part: part.to_owned(),
        row: row.map(str::to_owned),
        field: field.to_owned(),
        value,
        typed: None,
    }
}

fn latest(session: &Session) -> &Rc<LensRecord> {
    session.lens_span("ds").0.expect("answers")
}

#[test]
fn a_lens_opens_by_itself_and_only_one_that_there_is() {
    let session = fresh();
    assert!(Rc::ptr_eq(&act(&session, LensAction::Opened("no-such-lens".to_owned())), &session));
    let session = act(&session, LensAction::Opened("ds".to_owned()));
    assert_eq!(session.open_lens(), Some("ds"));
    assert!(session.lenses.document("ds").is_none(), "its document comes when it is read");
    let failed = act(&session, LensAction::Missing("ds".to_owned()));
    assert_eq!(failed.lenses.missing, ["ds"]);
    let again = act(&failed, LensAction::Opened("ds".to_owned()));
    assert_eq!(again.lenses.missing, [""; 0], "trying again asks for it anew");
    let before = again.screen;
    let read = act(&again, LensAction::Read(Rc::new(lens(Kind::DecisionSpeed))));
    assert!(read.screen > before, "focus goes to what has come");
}

#[test]
fn nothing_is_begun_before_something_is_entered() {
    let session = opened(&fresh());
    let page = LensPage::Questions { part: "conditions".to_owned(), row: None };
    let session = act(&session, LensAction::Turned(page));
    assert_eq!(session.lens_span("ds"), (None, None));
    let session = act(&session, entered("conditions", Some("ds.rhythm"), "value", Some(Value::Number(2.0))));
    let own = latest(&session);
    assert_eq!((own.lens.as_str(), own.lang.as_str()), ("ds", "en"));
    let get = |field| own.answers.get("conditions", Some("ds.rhythm"), field);
    assert_eq!(get("value"), Some(&Value::Number(2.0)));
    assert_eq!(get("meaning_rev"), Some(&Value::Number(1.0)), "the meaning it had when it was answered");
    let session = act(&session, entered("conditions", Some("ds.rhythm"), "value", None));
    assert!(latest(&session).answers.part("conditions").unwrap().rows.is_empty(), "cleared is not begun");
}

#[test]
fn a_decision_starts_with_what_is_usual_but_never_with_its_window() {
    let session = opened(&fresh());
    let add = |element: Option<&str>| LensAction::RowAdded {
        part: "decisions".to_owned(),
        element: element.map(str::to_owned),
    };
    let session = act(&session, add(Some("ds.d.reply")));
    let get = |session: &Session, row: &str, field: &str| {
        latest(session).answers.get("decisions", Some(row), field).cloned()
    };
    assert_eq!(get(&session, "ds.d.reply", "wait"), Some(Value::Number(8.0)));
    for field in ["window", "observed", "height", "knowledge", "right", "reversible", "exposure"] {
        assert_eq!(get(&session, "ds.d.reply", field), None, "{field}");
    }
    let open = LensPage::Questions { part: "decisions".to_owned(), row: Some("ds.d.reply".to_owned()) };
    assert!(matches!(&session.phase, Phase::Lens { page, .. } if *page == open));
    let changed = act(&session, entered("decisions", Some("ds.d.reply"), "wait", Some(Value::Number(4.0))));
    let again = act(&changed, add(Some("ds.d.reply")));
    assert_eq!(get(&again, "ds.d.reply", "wait"), Some(Value::Number(4.0)), "what was entered stays");
    let own = act(&again, add(None));
    assert_eq!(latest(&own).answers.part("decisions").unwrap().rows.len(), 2);
    let removed =
        act(&own, LensAction::RowRemoved { part: "decisions".to_owned(), row: "ds.d.reply".to_owned() });
    assert_eq!(latest(&removed).answers.part("decisions").unwrap().rows[0].0, "x-1");
}

#[test]
fn there_is_an_end_to_rows() {
    let mut session = opened(&fresh());
    for _ in 0..MOST_ROWS + 5 {
        session = act(&session, LensAction::RowAdded { part: "layers".to_owned(), element: None });
    }
    assert_eq!(latest(&session).answers.part("layers").unwrap().rows.len(), MOST_ROWS);
}

#[test]
fn answering_again_leaves_the_earlier_answers_as_they_are() {
    let first = act(&opened(&fresh()), entered("layers", None, "span", Some(Value::Number(8.0))));
    let page = LensAction::Begun { from_latest: true };
    let later = |session: &Rc<Session>, ms: f64, action| {
        does(session, moment(NOON + ms, "2026-11-22", ms as u32), Action::Lens(action))
    };
    let second = later(&first, 2.0, page);
    assert_eq!(second.lens_records("ds").len(), 2);
    let changed = later(&second, 3.0, entered("layers", None, "span", Some(Value::Number(6.0))));
    let (now, before) = changed.lens_span("ds");
    let span = |own: Option<&Rc<LensRecord>>| own.unwrap().answers.get("layers", None, "span").cloned();
    assert_eq!((span(now), span(before)), (Some(Value::Number(6.0)), Some(Value::Number(8.0))));
    let afresh = later(&changed, 4.0, LensAction::Begun { from_latest: false });
    assert!(latest(&afresh).answers.is_empty());
    let id = latest(&afresh).id.clone();
    let deleted = act(&afresh, LensAction::Deleted(id));
    assert_eq!(deleted.lens_records("ds").len(), 2);
    let back = act(&deleted, LensAction::Restored);
    assert_eq!(back.lens_records("ds").len(), 3);
}

#[test]
fn earlier_answers_are_read_and_what_is_updated_begins_from_the_latest() {
    let span = |value: f64| entered("layers", None, "span", Some(Value::Number(value)));
    let later = |session: &Rc<Session>, ms: f64, action| {
        does(session, moment(NOON + ms, "2026-11-22", ms as u32), Action::Lens(action))
    };
    let begun = || LensAction::Begun { from_latest: true };
    let first = act(&opened(&fresh()), span(8.0));
    let earlier = latest(&first).id.clone();
    let changed = later(&later(&first, 2.0, begun()), 3.0, span(6.0));
    let reading = act(&changed, LensAction::Turned(LensPage::Record(earlier.clone())));
    let is_on = |session: &Session, wanted: &LensPage| matches!(&session.phase, Phase::Lens { page, .. } if page == wanted);
    assert!(is_on(&reading, &LensPage::Record(earlier.clone())));
    assert_eq!(reading.lenses.records, changed.lenses.records, "reading changes nothing");
    let again = later(&reading, 4.0, begun());
    assert_eq!(latest(&again).answers.get("layers", None, "span"), Some(&Value::Number(6.0)));
    assert_eq!(again.lens_records("ds").len(), 3);
    let deleted = act(&reading, LensAction::Deleted(earlier));
    assert!(is_on(&deleted, &LensPage::Parts), "nothing of it stays on screen");
}

#[test]
fn of_two_states_the_later_counts_and_twice_is_once() {
    let session = act(&opened(&fresh()), entered("layers", None, "span", Some(Value::Number(8.0))));
    let own = (**latest(&session)).clone();
    let mut earlier = own.clone();
    earlier.touched_ms -= 1.0;
    earlier.answers.set("layers", None, "span", Some(Value::Number(1.0)));
    let same = act(&session, LensAction::Taken(vec![own.clone(), earlier]));
    assert!(Rc::ptr_eq(&same, &session), "nothing of it is new");
    let mut later = own;
    later.touched_ms += 1.0;
    later.answers.set("layers", None, "span", Some(Value::Number(9.0)));
    let taken = act(&session, LensAction::Taken(vec![later]));
    assert_eq!(taken.lens_records("ds").len(), 1);
    assert_eq!(latest(&taken).answers.get("layers", None, "span"), Some(&Value::Number(9.0)));
}

#[test]
fn a_finding_takes_the_place_of_the_supporting_move() {
    let session =
        after(&fresh(), Action::WavesTaken(vec![Rc::new(wave("a", "2026-01-01", WaveKind::Baseline))]));
    let moves = |session: &Session| {
        let read = cycle(&session.survey, &session.history, &session.addenda).unwrap();
        (read.plan.moves.clone(), read.proposed.moves.clone())
    };
    let (before, _) = moves(&session);
    let finding = Finding {
        lens: "ds".to_owned(),
        name: "Decision speed".to_owned(),
        finding: "push_down/ds.d.reply".to_owned(),
        action: "Write down the limits.".to_owned(),
    };
    let chosen = after(&session, Action::Added(Addition::SupportChosen { finding: Some(finding.clone()) }));
    let (now, proposed) = moves(&chosen);
    assert_eq!(proposed, before, "what the rules propose stays what it is");
    let own: Vec<_> = now.iter().filter(|own| matches!(own.kind, MoveKind::Finding(_))).collect();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].kind, MoveKind::Finding(finding));
    assert!(now.len() <= 3);
    let focus = |moves: &[maturity_radar::plan::Move]| {
        moves.iter().filter(|own| matches!(own.kind, MoveKind::Focus { .. })).count()
    };
    assert_eq!(focus(&now), focus(&before), "moves in the focus role stay");
    let back = after(&chosen, Action::Added(Addition::SupportChosen { finding: None }));
    assert_eq!(moves(&back).0, before);
}

#[test]
fn everything_can_be_erased_and_left() {
    let session = act(&opened(&fresh()), entered("layers", None, "span", Some(Value::Number(8.0))));
    let elsewhere = after(&session, Action::ScreenPicked(Screen::Lenses));
    assert_eq!(elsewhere.phase, Phase::Lenses);
    assert_eq!(elsewhere.lens_records("ds").len(), 1, "left, and resumed later");
    let erased = after(&session, Action::Erased);
    assert!(erased.lenses.records.is_empty());
    assert!(erased.lenses.document("ds").is_some(), "a document holds nobody's answers");
}

#[test]
fn a_name_of_a_row_is_not_given_twice_and_nothing_names_a_row_that_is_gone() {
    let add = || LensAction::RowAdded { part: "decisions".to_owned(), element: None };
    let session = act(&act(&opened(&fresh()), add()), add());
    let metric = LensAction::RowAdded { part: "metrics".to_owned(), element: None };
    let levers = Value::Many(vec![Value::text("x-1"), Value::text("x-2")]);
    let session = act(&act(&session, metric), entered("metrics", Some("x-1"), "levers", Some(levers)));
    let begun = does(
        &session,
        moment(NOON + 2.0, "2026-11-22", 2),
        Action::Lens(LensAction::Begun { from_latest: true }),
    );
    let remove = LensAction::RowRemoved { part: "decisions".to_owned(), row: "x-2".to_owned() };
    let without = act(&begun, remove);
    let left = latest(&without).answers.get("metrics", Some("x-1"), "levers").cloned();
    assert_eq!(left, Some(Value::Many(vec![Value::text("x-1")])));
    let again = act(&without, add());
    let rows: Vec<_> =
        latest(&again).answers.part("decisions").unwrap().rows.iter().map(|own| &own.0).collect();
    assert_eq!(rows, ["x-1", "x-3"], "x-2 stands for something in the earlier answers");
}

#[test]
fn answers_of_long_ago_are_not_overwritten() {
    let first = act(&opened(&fresh()), entered("layers", None, "span", Some(Value::Number(8.0))));
    let enter = |session: &Rc<Session>, day: &str, span: f64| {
        let action = entered("layers", None, "span", Some(Value::Number(span)));
        does(session, moment(NOON + span, day, span as u32), Action::Lens(action))
    };
    let soon = enter(&first, "2026-11-30", 9.0);
    assert_eq!(soon.lens_records("ds").len(), 1, "left and resumed");
    assert_eq!(latest(&soon).date.iso(), "2026-11-30", "of the day on which something was entered last");
    let later = enter(&soon, "2027-03-01", 6.0);
    let (now, before) = later.lens_span("ds");
    let span = |own: Option<&Rc<LensRecord>>| own.unwrap().answers.get("layers", None, "span").cloned();
    assert_eq!((span(now), span(before)), (Some(Value::Number(6.0)), Some(Value::Number(9.0))));
}

#[test]
fn what_is_entered_as_it_was_changes_nothing() {
    let session = act(&opened(&fresh()), entered("layers", None, "span", Some(Value::Number(8.0))));
    let same = act(&session, entered("layers", None, "span", Some(Value::Number(8.0))));
    assert!(Rc::ptr_eq(&same, &session));
    let nowhere = act(&opened(&fresh()), entered("layers", None, "span", None));
    assert_eq!(nowhere.lens_span("ds"), (None, None), "nothing is begun by entering nothing");
}

#[test]
fn whoever_takes_an_answer_back_is_not_left_without_focus() {
    let answer = entered("conditions", Some("ds.limits"), "value", Some(Value::Number(3.0)));
    let session = act(&opened(&fresh()), answer);
    let cleared = LensAction::Cleared {
        part: "conditions".to_owned(),
        row: Some("ds.limits".to_owned()),
        field: "value".to_owned(),
    };
    let after = act(&session, cleared.clone());
    assert!(after.screen > session.screen, "focus moves, as its button is gone");
    let page = LensPage::Questions { part: "conditions".to_owned(), row: Some("ds.limits".to_owned()) };
    assert!(matches!(&after.phase, Phase::Lens { page: own, .. } if *own == page));
    assert!(Rc::ptr_eq(&act(&after, cleared), &after), "once");
}
