//! The team screen where people are few: consent, the invitation, a colleague removed and brought back; and what three
//! who agree are worth, kept and read again.

use super::place;
use super::team::{ADDRESS, C30, LEADER, agreed, drawn, headline, named, words};
use crate::journey::{after, opened};
use crate::profiles::{all, survey};
use crate::results_again::page_of;
use maturity_radar::answers::{Answer, Evidence};
use maturity_radar::document::{Tree, answers};
use maturity_radar::history::{Date, History, Respondent, Wave};
use maturity_radar::session::{Action, Screen, Session};
use maturity_radar::views::results::Kind;
use maturity_radar::views::team;
use std::rc::Rc;
use yew::Callback;

#[test]
fn of_few_people_nothing_is_shown_before_they_agree() {
    for (own, people, title) in [
        (
            Some(LEADER),
            &[C30[1], C30[2]] as &'static [&'static str],
            "Two colleagues have answered. Do they agree to be shown?",
        ),
        (Some(LEADER), &[C30[1]], "One colleague has answered. Do they agree to be shown?"),
        (None, &[C30[1], C30[2]], "Two colleagues have answered. Do they agree to be shown?"),
    ] {
        let hidden = drawn(own, people, Vec::new);
        assert_eq!(headline(&hidden), title);
        let text = words(&hidden);
        assert!(
            text.contains("With fewer than 3 people besides you, it could be told who said what."),
            "{text}"
        );
        assert!(text.contains("These people agree to be shown") && text.contains("Remove Colleague 1"));
        for told in [
            "seen differently",
            "for a conversation",
            "Confidence",
            "Who said what",
            "Keep the team",
            "Median",
        ] {
            assert!(!text.contains(told), "{told}");
        }
        assert!(!hidden.contains("role=\"img\"") && !hidden.contains("mr-dots"), "no chart, so no picture");
        let shown = drawn(own, people, agreed);
        assert!(words(&shown).contains("Who said what") && shown.contains("mr-dots"));
        assert!(shown.contains("type=\"checkbox\""), "it can be taken back");
        assert_eq!(shown.matches("mr-consent").count(), 1, "and is asked once");
        let again = drawn(own, people, || vec![Action::ConsentGiven(true), Action::ConsentGiven(false)]);
        assert_eq!(words(&again), text);
    }
    let gap = drawn(Some(LEADER), &[C30[1], C30[2]], agreed);
    assert!(words(&gap).contains("One role is seen differently"));
}

#[test]
fn a_small_side_of_a_large_team_is_shown_only_with_consent() {
    let people: &'static [&'static str] = &[C30[0], C30[1], C30[2], C30[3]];
    let picked = || {
        let mut facts = named(&[("w-me", "Leader"), ("w-r100", "Sales")]);
        facts.push(Action::GroupsPicked { groups: Some(["Sales".into(), "Leader".into()]) });
        facts
    };
    let text = words(&drawn(Some(LEADER), people, picked));
    assert!(text.contains("On one side fewer than 3 people answered besides you"), "{text}");
    assert!(text.contains("Who said what") && !text.contains("Scores of Sales and Leader"));
    let shown = move || {
        let mut facts = picked();
        facts.push(Action::ConsentGiven(true));
        facts
    };
    assert!(words(&drawn(Some(LEADER), people, shown)).contains("Scores of Sales and Leader"));
}

#[test]
fn the_invitation_says_where_what_how_long_and_how_to_send_it_back() {
    for others in [&[] as &'static [&'static str], &[C30[1]], &[C30[1], C30[2], C30[3]]] {
        let html = drawn(Some(C30[0]), others, Vec::new);
        let text = words(&html);
        assert!(text.contains("Copy an invitation") && text.contains("Add answer files"), "{text}");
        let field = &html[place(&html, "id=\"mr-invitation\"")..];
        let field = &field[..place(field, "</textarea>")];
        for said in [
            ADDRESS,
            "press 'Start'",
            "about 10 minutes",
            "Industrial, EMEA",
            "Your data: download or erase",
            "Download everything",
            "Copy the link",
            "I do not know",
        ] {
            assert!(
                field.contains(said) || field.contains(&said.replace('\'', "&#x27;")),
                "{said} in {field}"
            );
        }
        assert!(!field.contains('{'), "{field}");
        assert!(html.contains("id=\"mr-paste\""));
    }
}

#[test]
fn a_removed_colleague_can_be_brought_back() {
    let removed = || {
        let mut facts = named(&[("w-r100", "Sales")]);
        facts.push(Action::ColleagueRemoved { index: 1 });
        facts
    };
    let html = drawn(Some(C30[0]), &[C30[1], C30[2], C30[3], C30[4]], removed);
    let notice = &html[place(&html, "mr-complaint")..place(&html, "<h1")];
    assert!(notice.contains("One colleague was removed.") && notice.contains("Undo"), "{notice}");
    let alone = drawn(Some(C30[0]), &[C30[1]], || vec![Action::ColleagueRemoved { index: 1 }]);
    assert!(alone.contains("mr-complaint") && words(&alone).contains("No colleague's answers yet"));
    let back = drawn(Some(C30[0]), &[C30[1], C30[2], C30[3], C30[4]], move || {
        let mut facts = removed();
        facts.push(Action::ColleagueRestored);
        facts
    });
    assert!(!back.contains("mr-complaint") && back.contains("value=\"Sales\""));
}

/// Three people with all answers at hand, each at this anchor.
fn three(anchors: [u8; 3]) -> Rc<Session> {
    let survey = survey();
    let person = |at: usize, anchor: u8| {
        let mut answers = all(&survey, anchor);
        let shown = |own: &Answer| Answer { evidence: Some(Evidence::AtHand), ..own.clone() };
        answers.items = answers.items.iter().map(|(id, own)| (id.clone(), shown(own))).collect();
        let id = ["r", &at.to_string()].concat();
        let respondent = Respondent { id: Some(id.clone()), ..Respondent::default() };
        let date = Date::new(2026, 11, 2).unwrap();
        Rc::new(Wave { id: ["w-", &id].concat(), date, respondent, answers, ..Wave::default() })
    };
    let [own, second, third] = anchors;
    let session = Rc::new(Session::new(survey.clone(), "w1".to_owned()));
    let session = after(&session, opened(History::new([person(0, own)]), Vec::new()));
    let session = after(&session, Action::ColleaguesTaken(vec![person(1, second), person(2, third)]));
    let session = after(&session, Action::ScreenPicked(Screen::Team));
    after(&session, Action::ConsentGiven(true))
}

#[test]
fn three_people_who_agree_reach_high_confidence_here_and_wherever_it_is_kept() {
    for (anchors, level) in [([3, 3, 4], "high"), ([1, 3, 5], "medium")] {
        let session = three(anchors);
        let text = words(&super::drawn_html(move || {
            team::team(&three(anchors), &super::english(), &Callback::noop(), ADDRESS)
        }));
        let told = ["Confidence in the team's answer: ", level].concat();
        assert!(text.contains(&told), "{told} in {text}");
        assert_eq!(text.contains("Their answers would have to lie close together."), level == "medium");
        let single = page_of(&session, Kind::Own);
        assert!(words(&single).contains("Confidence: medium"), "one person reaches medium at most");
        for apart in [true, false] {
            let kept = after(&session, Action::TeamKept { apart });
            let told = ["Confidence: ", level].concat();
            let text = words(&page_of(&kept, Kind::Own));
            assert!(text.contains(&told), "{told} in {text}");
            // As a file it comes back the same.
            let wave = kept.history.latest().unwrap();
            let file = answers::write(wave, &kept.survey);
            let read = answers::read(&Tree::parse(&file).unwrap(), &kept.survey).unwrap();
            assert_eq!(read, **wave);
            let session = Rc::new(Session::new(survey(), "w2".to_owned()));
            let again = after(&session, opened(History::new([Rc::new(read)]), Vec::new()));
            let again = after(&again, Action::ScreenPicked(Screen::Results));
            let again = after(&again, Action::AssessmentPicked { assessment: kept.assessment.clone() });
            assert!(words(&page_of(&again, Kind::Own)).contains(&told));
        }
    }
}
