//! The team screen: what several people said, what two groups see differently, and who they are.

use super::{SURVEY, drawn_html, english, place, text_of};
use crate::profiles::answers;
use maturity_radar::document::survey;
use maturity_radar::history::{Date, History, Respondent, Wave};
use maturity_radar::session::{Action, Event, Moment, Opened, Phase, Screen, Session};
use maturity_radar::survey::Survey;
use maturity_radar::views::{frame, team};
use std::rc::Rc;
use std::time::Instant;
use yew::{Callback, Reducible};

/// The respondents of the golden test C30, oneself first; the first four of the others are those of C32.
pub const C30: [&str; 5] = [
    "S1a=3 S1b=4 S2a=2 S2b=3 S3a=1 S3b=2 S4a=3 S4b=3",
    "S1a=3 S1b=3 S2a=2 S2b=3 S3a=2 S3b=2 S4a=3 S4b=4",
    "S1a=4 S1b=4 S2a=3 S2b=3 S3a=1 S3b=3 S4a=3 S4b=3",
    "S1a=2 S1b=4 S2a=2 S2b=2 S3a=1 S3b=2 S4a=4 S4b=3",
    "S1a=3 S1b=4 S2a=2 S2b=4 S3a=5 S3b=2 S4a=3 S4b=3",
];
pub(super) const ADDRESS: &str = "https://example.org/radar/";
/// The leader of the golden test C32.
pub const LEADER: &str = "S1a=4 S1b=4 S2a=4 S2b=4 S3a=4 S3b=4 S4a=4 S4b=4";

fn wave(survey: &Survey, who: &str, text: &str) -> Rc<Wave> {
    Rc::new(Wave {
        id: ["w-", who].concat(),
        date: Date::new(2026, 11, 2).unwrap(),
        scope: "Industrial, EMEA".into(),
        respondent: Respondent { id: Some(who.to_owned()), ..Respondent::default() },
        answers: answers(survey, text),
        ..Wave::default()
    })
}

fn after(session: Rc<Session>, action: Action) -> Rc<Session> {
    let moment = Moment { ms: 1e12, day: Date::new(2026, 11, 21).unwrap(), chance: 5 };
    session.reduce(Event { moment, action })
}

/// A session with one's own answers, where there are any, and these of colleagues, on the team screen.
pub(super) fn together(own: Option<&str>, others: &[&str]) -> Rc<Session> {
    let survey = Rc::new(survey::read(SURVEY).unwrap());
    let history = History::new(own.map(|text| wave(&survey, "me", text)));
    let at = |(at, text): (usize, &&str)| wave(&survey, &["r", &(100 + at).to_string()].concat(), text);
    let colleagues = others.iter().enumerate().map(at).collect();
    let session = Rc::new(Session::new(survey, "w1".into()));
    let opened = Opened { history: Rc::new(history), ..Opened::default() };
    let session = after(session, Action::Opened(opened));
    let session = after(session, Action::ColleaguesTaken(colleagues));
    after(session, Action::ScreenPicked(Screen::Team))
}

pub(super) fn drawn(
    own: Option<&'static str>,
    others: &'static [&'static str],
    then: impl FnOnce() -> Vec<Action> + Send + 'static,
) -> String {
    drawn_html(move || {
        let session = then().into_iter().fold(together(own, others), after);
        let (language, nobody) = (english(), Callback::noop());
        let body = team::team(&session, &language, &nobody, ADDRESS);
        frame::frame(&session, &language, &nobody, body)
    })
}

pub(super) fn words(html: &str) -> String {
    text_of(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn headline(html: &str) -> String {
    let from = place(html, "<h1");
    words(&html[from..from + place(&html[from..], "</h1>")])
}

/// Two people who agree to be shown.
pub(super) fn agreed() -> Vec<Action> {
    vec![Action::ConsentGiven(true)]
}

fn five() -> String {
    drawn(Some(C30[0]), &[C30[1], C30[2], C30[3], C30[4]], Vec::new)
}

#[test]
fn five_people_open_with_where_they_agree_and_where_not() {
    let html = five();
    let text = words(&html);
    assert_eq!(
        headline(&html),
        "You agree on seven of eight questions. On offering and innovation your views lie far apart."
    );
    assert!(text.contains("5 respondents · Industrial, EMEA"), "{text}");
    assert!(text.contains("average deviation is over 0.83 anchors"));
    assert!(text.contains("On average 0.35 anchors from the median. Agreement index 0.95"));
    assert!(text.contains("apart, 1.0") && text.contains("close, 0.4"));
    assert_eq!(text.matches("close, ").count(), 7);
    assert!(html.contains("Ratings 1, 1, 1, 2, 5; median 1."), "every line is told in words");
    assert!(html.contains("aria-current=\"page\">Team"), "the tab says where one is");
    assert!(text.contains("dots can reveal who said what"));
}

#[test]
fn every_person_is_a_dot_and_oneself_a_mark() {
    let html = five();
    let lines = &html[place(&html, "mr-teamrow")..place(&html, "<details")];
    assert_eq!(lines.matches("mr-teamrow").count(), 8);
    assert_eq!(lines.matches("mr-dot-other").count(), 32, "four colleagues to eight questions");
    assert_eq!(lines.matches("mr-mark mr-s").count(), 8);
    assert_eq!(lines.matches("mr-median").count(), 8);
    let without = drawn(None, &C30, Vec::new);
    let lines = &without[place(&without, "mr-teamrow")..place(&without, "<details")];
    assert_eq!(lines.matches("mr-dot-other").count(), 40);
    assert_eq!(lines.matches("mr-mark").count(), 0);
}

#[test]
fn the_table_holds_every_rating_median_and_agreement() {
    let text = words(&five());
    for row in [
        "Question You Colleague 1 Colleague 2 Colleague 3 Colleague 4 Median Average deviation Agreement index",
        "developing a new offering? 1 2 1 1 5 1 1.00 0.00",
        "enter major business decisions? 3 3 4 2 3 3 0.40 0.75",
    ] {
        assert!(text.contains(row), "{row} in {text}");
    }
}

#[test]
fn scores_stand_beside_the_teams_own_and_confidence_says_what_is_missing() {
    let html = five();
    let text = words(&html);
    assert!(
        text.contains("Strategic business driver 40.6 37.5 56.3 40.6"),
        "team, lowest, highest, you: {text}"
    );
    assert!(html.contains("Strategic business driver: team 40.6, people from 37.5 to 56.3."));
    assert!(text.contains("Confidence in the team's answer: low 8 of 24 questions have an answer of the team, from five people. The median deviation is 0.20 anchors."));
    assert!(text.contains("What would raise it to medium"));
    assert!(text.contains("from 30 complete respondents on"), "alpha is withheld");
    assert!(
        html.contains("Maturity radar of the team&#x27;s answer")
            || html.contains("Maturity radar of the team's answer")
    );
}

#[test]
fn full_agreement_is_one_sentence() {
    let html = drawn(Some(C30[0]), &[C30[0], C30[0]], agreed);
    assert_eq!(headline(&html), "You agree on all eight questions.");
    assert!(!words(&html).contains("apart, "));
    assert!(!words(&html).contains("Agreement index 1"), "five ratings are needed for the index");
}

#[test]
fn of_two_people_only_the_difference_is_told() {
    let html = drawn(Some(C30[0]), &[C30[4]], agreed);
    let text = words(&html);
    assert_eq!(
        headline(&html),
        "The two of you give the same answer to six of eight questions. On offering and innovation your answers lie furthest apart."
    );
    assert!(text.contains("4 anchors apart") && text.contains("1 anchor apart") && text.contains("the same"));
    assert!(!text.contains("close, ") && !text.contains("apart, ") && !text.contains("On average"));
    let lines = &html[place(&html, "mr-teamrow")..place(&html, "<details")];
    assert!(!lines.contains("mr-median"), "no middle of two");
    assert!(text.contains("From three on, this page says whether you agree."));
    let alike = drawn(Some(C30[0]), &[C30[0]], agreed);
    assert_eq!(headline(&alike), "The two of you give the same answer to all eight questions.");
    let nothing = drawn(Some("S1a=3"), &["S1b=3"], || vec![Action::ConsentGiven(true)]);
    assert_eq!(headline(&nothing), "No question was answered by both of you.");
    assert!(
        words(&nothing).contains("No role can be compared")
            && !words(&nothing).contains("clearly differently")
    );
}

#[test]
fn with_nobody_else_there_is_a_way_on_and_no_empty_chart() {
    let html = drawn(Some(C30[0]), &[], Vec::new);
    let text = words(&html);
    assert_eq!(headline(&html), "No colleague's answers yet");
    assert!(text.contains("Three to seven people") && text.contains("Add answer files"));
    assert!(!html.contains("role=\"img\"") && !html.contains("<table") && !html.contains("Keep the team"));
    let one = drawn(None, &[C30[0]], Vec::new);
    assert_eq!(headline(&one), "One person's answers so far");
    assert!(words(&one).contains("Remove Colleague 1") && !one.contains("role=\"img\""));
    let tabs = &one[place(&one, "<nav")..place(&one, "</nav>")];
    assert_eq!(
        tabs.matches("<button").count(),
        2,
        "without an own wave only this screen and the lenses are there"
    );
    assert!(words(tabs).contains("Team Lenses"));
    let none = drawn(None, &[], Vec::new);
    assert!(!none.contains("<nav"));
}

#[test]
fn a_leader_and_four_colleagues_have_a_gap_and_three_topics() {
    let html = drawn(Some(LEADER), &[C30[0], C30[1], C30[2], C30[3]], Vec::new);
    let text = words(&html);
    assert!(text.contains("One role is seen differently Scores of you and everybody else"), "{text}");
    assert!(text.contains("From 12.5 on, a gap is worth a conversation."));
    assert!(text.contains("Strategic business driver 75.0 40.6 34.4 12.5 worth a conversation"));
    assert!(text.contains("Relationship builder no score no score no score no score not compared"));
    assert!(text.contains("Three topics for a conversation"));
    let topics = &html[place(&html, "Three topics")..];
    assert_eq!(topics.matches("class=\"mr-topic\"").count(), 3);
    let topics = words(topics);
    assert!(topics.contains("When does marketing get involved in developing a new offering? You While ideas are being selected, with customer evidence on each one. Everybody else When the offering is finished and needs to be announced."), "{topics}");
    assert!(!html.contains("mr-consent"), "nobody of four can be told apart");
}

pub(super) fn named(groups: &[(&str, &str)]) -> Vec<Action> {
    let named = |(wave, group): &(&str, &str)| {
        let person = Some(wave.trim_start_matches("w-").to_owned());
        Action::GroupNamed { person, wave: (*wave).into(), group: (*group).into() }
    };
    groups.iter().map(named).collect()
}

#[test]
fn two_groups_can_be_picked_once_they_are_named() {
    let groups =
        || named(&[("w-me", "Leader"), ("w-r100", "Sales"), ("w-r101", "sales"), ("w-r102", "Sales")]);
    let picked = move || {
        let mut facts = groups();
        facts.push(Action::GroupsPicked { groups: Some(["Sales".into(), "Leader".into()]) });
        facts
    };
    let people: &'static [&'static str] = &[C30[0], C30[1], C30[2], C30[3]];
    let before = drawn(Some(LEADER), people, groups);
    let form = &before[place(&before, "mr-one-side")..];
    assert_eq!(form[..place(form, "</form>")].matches("<option").count(), 4, "two groups in two fields");
    let text = words(&drawn(Some(LEADER), people, picked));
    assert!(text.contains("Scores of Sales and Leader"), "{text}");
    assert!(text.contains("Strategic business driver 40.6 75.0 34.4"), "{text}");
    let unnamed = words(&drawn(Some(LEADER), people, Vec::new));
    assert!(unnamed.contains("Name the groups under 'People'."));
}

#[test]
fn people_are_listed_with_group_date_and_the_way_out() {
    let html = drawn(Some(C30[0]), &[C30[1], C30[2]], || named(&[("w-r100", "Sales")]));
    let list = &html[place(&html, "class=\"mr-people\"")..];
    let text = words(&list[..place(list, "</table>")]);
    assert!(text.ends_with("You 2026-11-02 Colleague 1 2026-11-02 Remove Colleague 1 Colleague 2 2026-11-02 Remove Colleague 2"), "{text}");
    assert_eq!(list.matches("name=\"mr-group\"").count(), 3, "everybody may speak for a group");
    assert!(list.contains("value=\"Sales\"") && list.contains("aria-label=\"Group of Colleague 1\""));
}

#[test]
fn what_keeping_means_is_said_before_it_is_done() {
    let text = words(&five());
    assert!(text.contains(
        "As my next wave It follows your own waves. Changes are then read as between different persons"
    ));
    assert!(text.contains("As the baseline of an assessment of its own It begins a history of the team"));
    let without = words(&drawn(None, &C30, Vec::new));
    assert!(!without.contains("As my next wave"), "there is nothing to follow");
}

#[test]
fn five_hundred_people_stay_readable_and_are_drawn_at_once() {
    let html = drawn_html(|| {
        let survey = Rc::new(survey::read(SURVEY).unwrap());
        let person = |at: usize| {
            let mut text = String::new();
            for (index, item) in survey.items().enumerate() {
                let rating = 1 + (at * 7 + index * 3 + at / 11) % 5;
                text.push_str(&[&item.code, "=", &rating.to_string(), " "].concat());
            }
            wave(&survey, &["r", &(1000 + at).to_string()].concat(), &text)
        };
        let mut session = Session::new(survey.clone(), "w1".into());
        session.colleagues = Rc::new(maturity_radar::team::Panel::new((0..500).map(person)));
        session.phase = Phase::Team { groups: None };
        let started = Instant::now();
        let drawn = team::team(&session, &english(), &Callback::noop(), ADDRESS);
        println!("500 people: {} ms", started.elapsed().as_millis());
        drawn
    });
    let text = words(&html);
    assert!(text.contains("500 respondents"));
    let lines = &html[place(&html, "mr-teamrow")..place(&html, "<details")];
    assert_eq!(lines.matches("<circle").count(), 8 * 5, "a number takes the place of dots");
    assert!(lines.contains("mr-dotcount") && text.contains("At 1 At 2 At 3 At 4 At 5"));
    assert!(!text.contains("Question You") && html.len() < 3_000_000, "{}", html.len());
    assert!(!text.contains("from 30 complete respondents on"), "alpha is given");
}

#[test]
fn few_answers_in_common_are_told_as_such() {
    let of = |own: &'static str, others: &'static [&'static str]| headline(&drawn(Some(own), others, agreed));
    assert_eq!(
        of("S1a=3 S1b=NA S2a=DK", &["S1a=3 S1b=NA S2a=4", "S1a=4"]),
        "You agree on the only question that enough of you answered."
    );
    assert_eq!(
        of("S1a=1", &["S1a=3", "S1a=5"]),
        "You differ on the only question that enough of you answered. On outside-in insight your views lie far apart."
    );
    assert_eq!(
        of("S1a=1", &["S1a=3", "S1b=5"]),
        "Too few of you answered the same questions to say whether you agree."
    );
    let html = drawn(Some("S1a=1 S1b=2"), &["S1a=3", "S1b=5 S2a=2"], agreed);
    let text = words(&html);
    assert!(text.contains("2 anchors apart") && text.contains("one answer"), "{text}");
    assert!(text.contains("Five more questions have no rating."), "{text}");
}
