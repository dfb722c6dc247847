//! Several people in one session: colleagues come and go, speak for groups, and become a wave of their own.

use super::journey::{NOON, after, changes_nothing, does, moment, opened, wave};
use super::profiles::{answers, item, survey};
use super::screens::team::{C30, LEADER};
use maturity_radar::answers::Rating;
use maturity_radar::document::Tree;
use maturity_radar::document::results::{Given, write};
use maturity_radar::history::{Comparison, History, Respondent, Wave, WaveKind};
use maturity_radar::session::{Action, Phase, Screen, Session, colleague_key};
use std::rc::Rc;

fn of(who: &str, text: &str) -> Rc<Wave> {
    let respondent = Respondent { id: Some(who.to_owned()), ..Respondent::default() };
    let answers = answers(&survey(), text);
    Rc::new(Wave { respondent, answers, ..wave(&["w-", who].concat(), "2026-11-02", WaveKind::Baseline) })
}

fn colleagues(texts: &[&str]) -> Vec<Rc<Wave>> {
    texts.iter().enumerate().map(|(at, text)| of(&["r", &at.to_string()].concat(), text)).collect()
}

/// A session with one own wave.
fn own(text: &str) -> Rc<Session> {
    let session = Rc::new(Session::new(survey(), "w1".to_owned()));
    after(&session, opened(History::new([of("me", text)]), Vec::new()))
}

fn five() -> Rc<Session> {
    after(&own(C30[0]), Action::ColleaguesTaken(colleagues(&C30[1..])))
}

fn people(session: &Session) -> Vec<String> {
    let names = |wave: &Rc<Wave>| wave.respondent.id.clone().unwrap_or_default();
    session.panel().people().into_iter().map(names).collect()
}

fn results(session: &Session) -> Tree {
    let panel = session.panel();
    let sides = session.shown_sides(&panel);
    let (survey, history) = (&*session.survey, &*session.history);
    let is_withheld = !session.may_show_all(&panel);
    let (addenda, sides) = (&*session.addenda, sides.as_ref());
    let given = Given { survey, history, addenda, panel: &panel, is_withheld, sides, lenses: &[] };
    Tree::parse(&write(given)).unwrap()
}

/// What the model expects of one of its golden tests.
fn expected(id: &str) -> Tree {
    let golden = Tree::parse(include_str!("../fixtures/golden.json")).unwrap();
    let Some(Tree::List(tests)) = golden.get("tests").cloned() else { panic!("a list of tests") };
    let own = tests.into_iter().find(|test| matches!(test.get("id"), Some(Tree::Text(own)) if own == id));
    own.and_then(|test| test.get("expected").cloned()).unwrap_or_else(|| panic!("{id}"))
}

/// Every figure, flag and list the model names is there and the same.
fn holds(found: &Tree, expected: &Tree, at: &str) {
    match (found, expected) {
        (Tree::Number(found), Tree::Number(expected)) => {
            assert!((found - expected).abs() <= 0.001, "{at}: {found} for {expected}");
        }
        (Tree::List(found), Tree::List(expected)) => assert_eq!(found, expected, "{at}"),
        (Tree::Record(_), Tree::Record(expected)) => {
            for (name, expected) in expected {
                let own = found.get(name).unwrap_or_else(|| panic!("{at}/{name}"));
                holds(own, expected, &[at, "/", name].concat());
            }
        }
        _ => assert_eq!(found, expected, "{at}"),
    }
}

#[test]
fn results_of_the_same_answers_are_those_of_the_model() {
    let team = results(&five());
    holds(team.get("team").unwrap(), &expected("C30"), "team");
    let leader = after(&own(LEADER), Action::ColleaguesTaken(colleagues(&C30[..4])));
    let read = results(&leader);
    holds(read.get("perception_gap").unwrap(), &expected("C32"), "gap");
    let alone = results(&own(LEADER));
    assert_eq!((alone.get("team"), alone.get("perception_gap")), (Some(&Tree::Null), Some(&Tree::Null)));
}

#[test]
fn the_same_colleagues_twice_change_nothing_and_in_any_order_give_the_same() {
    let session = five();
    changes_nothing(&session, Action::ColleaguesTaken(colleagues(&C30[1..])));
    changes_nothing(&session, Action::ColleaguesTaken(Vec::new()));
    let mut backwards = colleagues(&C30[1..]);
    backwards.reverse();
    let other = backwards
        .into_iter()
        .fold(own(C30[0]), |session, wave| after(&session, Action::ColleaguesTaken(vec![wave])));
    assert_eq!(other.panel(), session.panel());
    assert_eq!(people(&session), ["me", "r0", "r1", "r2", "r3"]);
    assert_eq!(session.history.waves().len(), 1, "colleagues are never among the own waves");
    assert!(session.others.is_empty());
    assert_eq!(
        results(&session).get("waves").map(|waves| matches!(waves, Tree::List(own) if own.len() == 1)),
        Some(true)
    );
}

#[test]
fn a_colleague_goes_and_oneself_stays() {
    let session = five();
    let without = after(&session, Action::ColleagueRemoved { index: 2 });
    assert_eq!(people(&without), ["me", "r0", "r2", "r3"]);
    changes_nothing(&session, Action::ColleagueRemoved { index: 0 });
    changes_nothing(&session, Action::ColleagueRemoved { index: 9 });
    let again = after(&without, Action::ColleaguesTaken(colleagues(&C30[1..])));
    assert_eq!(again.panel(), session.panel(), "the file brings them back");
}

fn group_of(person: &str, wave: &str, group: &str) -> Action {
    Action::GroupNamed { person: Some(person.to_owned()), wave: wave.to_owned(), group: group.to_owned() }
}

#[test]
fn a_removed_colleague_comes_back_with_waves_and_group() {
    let earlier = Rc::new(Wave {
        id: "w-early".to_owned(),
        date: maturity_radar::history::Date::new(2026, 1, 5).unwrap(),
        ..(*of("r1", C30[4])).clone()
    });
    let session = after(&five(), Action::ColleaguesTaken(vec![earlier]));
    let session = after(&session, Action::ScreenPicked(Screen::Team));
    let session = after(&session, group_of("r1", "w-r1", "Sales"));
    let before = session.panel();
    let gone = after(&session, Action::ColleagueRemoved { index: 2 });
    assert_eq!(people(&gone), ["me", "r0", "r2", "r3"], "no earlier wave takes the place");
    assert_eq!(gone.gone.len(), 2);
    assert!(gone.screen > session.screen, "focus goes to the way back");
    let back = after(&gone, Action::ColleagueRestored);
    assert_eq!(back.panel(), before);
    assert_eq!(back.panel().people()[2].respondent.group.as_deref(), Some("Sales"));
    assert!(back.screen > gone.screen);
    changes_nothing(&back, Action::ColleagueRestored);
    changes_nothing(&session, Action::ColleagueRestored);
    let elsewhere = after(&gone, Action::ScreenPicked(Screen::Results));
    changes_nothing(&elsewhere, Action::ColleagueRestored);
}

#[test]
fn groups_are_named_and_held_against_each_other() {
    let name = |session: &Rc<Session>, wave: &str, group: &str| {
        after(session, group_of(wave.trim_start_matches("w-"), wave, group))
    };
    let session = after(&five(), Action::ScreenPicked(Screen::Team));
    assert_eq!(session.sides(&session.panel()), Some([vec![0], vec![1, 2, 3, 4]]), "oneself and the others");
    let session = name(&name(&name(&session, "w-me", "Lead"), "w-r0", "Sales"), "w-r2", " sales");
    let groups: Vec<_> = session.panel().groups().into_iter().map(|own| (own.name, own.people)).collect();
    assert_eq!(groups, [("Lead".to_owned(), vec![0]), ("Sales".to_owned(), vec![1, 3])]);
    assert!(session.history.waves()[0].respondent.group.is_none(), "the wave itself stays as it was");
    let pick =
        |first: &str, second: &str| Action::GroupsPicked { groups: Some([first.into(), second.into()]) };
    let picked = after(&session, pick("Sales", "Lead"));
    assert_eq!(picked.sides(&picked.panel()), Some([vec![1, 3], vec![0]]));
    changes_nothing(&picked, pick("Sales", "Lead"));
    let unknown = after(&session, pick("Sales", "Market"));
    assert_eq!(unknown.sides(&unknown.panel()), None);
    let back = after(&picked, Action::GroupsPicked { groups: None });
    assert_eq!(back.sides(&back.panel()), Some([vec![0], vec![1, 2, 3, 4]]));
    let cleared = name(&picked, "w-me", "");
    assert_eq!(cleared.panel().groups().len(), 1, "a group can be taken back");
    changes_nothing(&session, group_of("nobody", "w-r0", "Sales"));
}

#[test]
fn a_group_belongs_to_a_person_and_a_wave() {
    let of_month =
        |who: &str, text: &str| Rc::new(Wave { id: "2025-10".to_owned(), ..(*of(who, text)).clone() });
    let own = Rc::new(Session::new(survey(), "w1".to_owned()));
    let own = after(&own, opened(History::new([of_month("me", C30[0])]), Vec::new()));
    let others = vec![of_month("r0", C30[1]), of_month("r1", C30[2]), of_month("r2", C30[3])];
    let session = after(&own, Action::ColleaguesTaken(others));
    let groups = |session: &Session| -> Vec<Option<String>> {
        session.panel().people().iter().map(|wave| wave.respondent.group.clone()).collect()
    };
    let some = |group: &str| Some(group.to_owned());
    let session = after(&session, group_of("r1", "2025-10", "Sales"));
    assert_eq!(groups(&session), [None, None, some("Sales"), None], "one wave name, four people");
    let session = after(&session, group_of("me", "2025-10", "Lead"));
    let session = after(&session, group_of("r0", "2025-10", "Market"));
    assert_eq!(groups(&session), [some("Lead"), some("Market"), some("Sales"), None]);
    let again = after(&session, group_of("r1", "2025-10", ""));
    assert_eq!(groups(&again), [some("Lead"), some("Market"), some(""), None]);
    let names: Vec<&str> = session.addenda.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["2025-10", "colleague//r0/2025-10", "colleague//r1/2025-10"]);
    let keys: Vec<String> = session.colleagues.waves().iter().map(|wave| colleague_key(wave)).collect();
    assert!(keys.contains(&names[1].to_owned()) && keys.contains(&names[2].to_owned()));
}

#[test]
fn of_few_people_nothing_is_told_until_they_agree() {
    for count in 1..=4 {
        let session = after(&own(LEADER), Action::ColleaguesTaken(colleagues(&C30[..count])));
        let session = after(&session, Action::ScreenPicked(Screen::Team));
        let panel = session.panel();
        let few = count < 3;
        assert_eq!(session.may_show_all(&panel), !few, "{count} colleagues");
        assert_eq!(session.is_small_team(&panel), few);
        assert_eq!(session.shown_sides(&panel).is_none(), few);
        if !few {
            changes_nothing(&session, Action::ConsentGiven(true));
            continue;
        }
        let hidden = results(&session);
        let expected =
            [("respondents", Tree::Number(count as f64 + 1.0)), ("withheld", Tree::Text("consent".into()))];
        let expected = Tree::Record(expected.map(|(name, own)| (name.into(), own)).into());
        assert_eq!((hidden.get("team"), hidden.get("perception_gap")), (Some(&expected), Some(&Tree::Null)));
        changes_nothing(&session, Action::TeamKept { apart: true });
        changes_nothing(&session, Action::ConsentGiven(false));
        let agreed = after(&session, Action::ConsentGiven(true));
        assert!(agreed.may_show_all(&panel) && agreed.shown_sides(&panel).is_some());
        assert!(results(&agreed).get("team").unwrap().get("agreement").is_some());
        assert_ne!(after(&agreed, Action::TeamKept { apart: true }).assessment, agreed.assessment);
        let elsewhere = after(&agreed, Action::ScreenPicked(Screen::Results));
        changes_nothing(&elsewhere, Action::ConsentGiven(false));
        assert!(elsewhere.may_show_all(&panel), "it holds on other screens");
        assert!(!after(&agreed, Action::ConsentGiven(false)).may_show_all(&panel), "it can be taken back");
    }
}

#[test]
fn consent_is_that_of_persons_and_not_of_a_number() {
    let session = after(&own(LEADER), Action::ColleaguesTaken(colleagues(&C30[..2])));
    let agreed = after(&after(&session, Action::ScreenPicked(Screen::Team)), Action::ConsentGiven(true));
    let other = after(&agreed, Action::ColleagueRemoved { index: 2 });
    assert!(other.may_show_all(&other.panel()), "who is left has agreed");
    let other = after(&other, Action::ColleaguesTaken(vec![of("r9", C30[3])]));
    assert!(!other.may_show_all(&other.panel()), "whoever came has not");
    let four = after(&agreed, Action::ColleaguesTaken(colleagues(&C30[..4])));
    assert!(four.may_show_all(&four.panel()));
    let erased = after(&agreed, Action::Erased);
    assert!(erased.agreed.is_empty());
}

#[test]
fn a_small_side_of_a_large_team_needs_its_own_consent() {
    let session = after(&five(), Action::ScreenPicked(Screen::Team));
    let session = after(&session, group_of("r0", "w-r0", "Sales"));
    let session = after(&session, group_of("me", "w-me", "Lead"));
    let pick = Action::GroupsPicked { groups: Some(["Sales".into(), "Lead".into()]) };
    let picked = after(&session, pick);
    let panel = picked.panel();
    assert!(picked.may_show_all(&panel) && picked.sides(&panel).is_some());
    assert_eq!(picked.shown_sides(&panel), None, "one person of Sales");
    assert_eq!(results(&picked).get("perception_gap"), Some(&Tree::Null));
    let agreed = after(&picked, Action::ConsentGiven(true));
    assert_eq!(*agreed.agreed, ["person/r0"], "oneself need not be asked");
    assert_eq!(agreed.shown_sides(&panel), picked.sides(&panel));
}

#[test]
fn the_teams_answer_becomes_the_next_own_wave() {
    let session = five();
    let kept = does(&session, moment(NOON, "2026-11-21", 3), Action::TeamKept { apart: false });
    assert_eq!(kept.phase, Phase::Results);
    assert_eq!(kept.history.waves().len(), 2);
    let wave = kept.history.latest().unwrap();
    assert_eq!((wave.kind, wave.respondent.people), (WaveKind::Reassessment, Some(5)));
    let deviation = wave.respondent.median_deviation.unwrap();
    assert!((deviation - 0.2).abs() < 1e-9, "how far they lay apart goes along: {deviation}");
    assert_eq!(wave.answers.rating(&item(&kept.survey, "S3a")), Some(Rating::whole(1)), "the median");
    let baseline = kept.history.baseline().unwrap();
    assert!(!Comparison::between(baseline, wave).same_persons, "one person and a team are different persons");
    assert_eq!(people(&kept), people(&session), "the team's answer is nobody of the team");
    changes_nothing(&own(C30[0]), Action::TeamKept { apart: false });
}

#[test]
fn the_teams_answer_begins_an_assessment_of_its_own() {
    let session = five();
    let kept = does(&session, moment(NOON, "2026-11-21", 3), Action::TeamKept { apart: true });
    assert_ne!(kept.assessment, session.assessment);
    assert_eq!(kept.history.waves().len(), 1);
    let wave = kept.history.baseline().unwrap();
    assert_eq!((wave.kind, wave.respondent.people), (WaveKind::Baseline, Some(5)));
    assert_eq!(*kept.history_of("").unwrap(), session.history, "the own history stays as it is");
    assert_eq!(kept.panel().people().len(), 5, "who answered goes along");
    let later = does(&kept, moment(NOON + 1e9, "2027-05-21", 4), Action::TeamKept { apart: false });
    let (base, now) = later.history.span().unwrap();
    assert!(Comparison::between(base, now).same_persons, "a team against itself");
}

#[test]
fn one_answer_in_two_assessments_goes_from_one_and_stays_in_the_other() {
    let session = does(&five(), moment(NOON, "2026-11-21", 3), Action::TeamKept { apart: true });
    let without = after(&session, Action::ColleagueRemoved { index: 1 });
    assert_eq!(people(&without).len(), 4);
    let back = after(&without, Action::AssessmentPicked { assessment: String::new() });
    assert_eq!(people(&back), ["me", "r0", "r1", "r2", "r3"]);
}
