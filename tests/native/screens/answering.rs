//! Questions, working time, aim and the check of all answers.

use super::{SURVEY, Visit, drawn, place, text_of};
use maturity_radar::answers::{AimAnswer, AnchorOrder, Evidence, Rating, Reply};
use maturity_radar::document::survey;
use maturity_radar::draft::Step;
use maturity_radar::session::Action;
use maturity_radar::storage::{Keeping, StoreError};
use maturity_radar::survey::ItemId;
use maturity_radar::views::effort::percent_of;
use maturity_radar::views::question::sheet::place_of;

#[test]
fn every_question_shows_its_statements_and_no_figure_or_level() {
    let survey = survey::read(SURVEY).unwrap();
    for (index, item) in survey.items().enumerate() {
        let id = item.id.clone();
        let own = id.as_str().to_owned();
        let html = drawn(move |visit| {
            visit.starts();
            visit.replies(index, Reply::Rated(Rating::whole(2)));
            visit.goes_to(Step::Item(ItemId::new(&own)));
        });
        let text = text_of(&html);
        assert!(text.contains(&item.stem), "{} is asked", item.code);
        for anchor in &item.anchors {
            assert!(text.contains(&anchor.text), "{} offers {}", item.code, anchor.text);
        }
        assert_eq!(html.matches("name=\"mr-reply\"").count(), 7);
        assert_eq!(html.matches("<input checked").count(), 1);
        assert_eq!(html.matches(" value=").count(), 0, "no rating in the page");
        let beside_roles = survey.roles.iter().fold(text, |text, role| text.replace(&role.name, ""));
        for level in &survey.levels {
            assert!(!beside_roles.contains(&level.name), "{} names no level", item.code);
        }
        for hue in ["mr-s\"", "mr-r\"", "mr-e\""] {
            assert!(!html.contains(hue), "no role hue while answering");
        }
    }
}

#[test]
fn the_instruction_is_open_on_the_first_question_and_folded_afterwards() {
    let first = drawn(Visit::starts);
    assert!(!first.contains("<details"));
    assert!(first.contains("aria-describedby=\"mr-instruction\""));
    let second = drawn(|visit| {
        visit.starts();
        visit.replies(0, Reply::Unknown);
        visit.says(Action::WentOn);
    });
    assert!(second.contains("<details class=\"mr-more\"><summary>How to choose a statement</summary>"));
    assert!(text_of(&second).contains("Question 2 of 24"));
}

#[test]
fn a_falling_order_turns_the_statements_round_and_nothing_else() {
    let survey = survey::read(SURVEY).unwrap();
    let anchors = &survey.items().next().unwrap().anchors;
    let places = |html: &str| anchors.iter().map(|anchor| place(html, &anchor.text)).collect::<Vec<_>>();
    let rising = drawn(Visit::starts);
    let falling = drawn(|visit| {
        visit.chance = 1;
        visit.starts();
        assert_eq!(visit.session.answering().unwrap().draft.respondent.anchor_order, AnchorOrder::Falling);
    });
    assert!(places(&rising).is_sorted());
    assert!(places(&falling).iter().rev().is_sorted());
    assert!(place(&falling, "Does not apply here") > *places(&falling).first().unwrap());
}

#[test]
fn digits_stand_for_places_on_screen() {
    assert_eq!(place_of("1", "Digit1"), Some(0));
    assert_eq!(place_of("7", "Numpad7"), Some(6));
    assert_eq!(place_of("&", "Digit1"), Some(0), "keyboards that write digits with shift");
    assert_eq!(place_of("End", "Numpad1"), None, "without the number lock");
    assert_eq!(place_of("0", "Digit0"), None);
    assert_eq!(place_of("a", "KeyA"), None);
}

#[test]
fn going_on_without_an_answer_is_explained_and_may_be_left_open() {
    let html = drawn(|visit| {
        visit.starts();
        visit.says(Action::WentOn);
    });
    assert!(html.contains("id=\"mr-complaint\" tabindex=\"-1\""));
    assert!(html.contains("<div role=\"alert\">"));
    assert!(html.contains("aria-describedby=\"mr-error mr-instruction\""));
    assert!(html.contains("Leave it open for now"));
    assert!(place(&html, "mr-complaint") < place(&html, "mr-heading"));
    let calm = drawn(Visit::starts);
    assert!(!calm.contains("mr-complaint") && !calm.contains("Leave it open"));
}

#[test]
fn the_note_says_how_much_room_is_left() {
    let html = drawn(|visit| {
        visit.starts();
        let item = visit.survey().items().next().unwrap().id.clone();
        visit.says(Action::NoteWritten { item, note: "Ask Ines & co <here>".into() });
    });
    assert!(html.contains("maxlength=\"300\""));
    assert!(text_of(&html).contains("Characters left: 280"));
}

#[test]
fn the_saved_mark_waits_for_the_write() {
    let saving = |visit: &mut Visit| {
        visit.starts();
        visit.replies(0, Reply::Unknown);
    };
    assert!(drawn(saving).contains("Saving"));
    let saved = drawn(move |visit| {
        saving(visit);
        visit.says(Action::Saved { revision: 1, keeping: Keeping::Database });
    });
    assert!(text_of(&saved).contains("Saved 00:02") && !saved.contains("Saving"));
    let memory = drawn(move |visit| {
        saving(visit);
        visit.says(Action::SaveFailed { error: StoreError::Full });
    });
    assert!(memory.contains("The storage of this browser is full."));
    assert_eq!(memory.matches("Not saved on this device").count(), 2, "in the bar and beside the buttons");
    assert!(!memory.contains("Kept on this device"));
    assert!(!drawn(Visit::starts).contains("Saving"), "nothing is being written yet");
}

#[test]
fn progress_counts_replies_by_role() {
    let html = drawn(|visit| {
        visit.starts();
        for index in [0, 1, 8] {
            visit.replies(index, Reply::NotApplicable);
        }
        visit.says(Action::WentOn);
        visit.says(Action::WentOn);
    });
    let text = text_of(&html);
    assert!(text.contains("2 of 8") && text.contains("1 of 8") && text.contains("0 of 8"));
    assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
    assert_eq!(html.matches("mr-here").count(), 1);
    assert_eq!(html.matches("mr-done").count(), 3);
}

#[test]
fn the_split_says_what_is_left() {
    let left = |parts| {
        text_of(&drawn(move |visit| {
            visit.starts();
            visit.goes_to(Step::Effort);
            visit.enters(false, parts);
        }))
    };
    assert!(left([None; 3]).contains("100 left to share out"));
    assert!(left([Some(45), Some(30), None]).contains("25 left to share out"));
    assert!(left([Some(45), Some(40), Some(15)]).contains("Adds up to 100"));
    assert!(left([Some(45), Some(40), Some(30)]).contains("15 too many"));
    assert!(left([Some(33), Some(33), Some(33)]).contains("Adds up to 99: near enough"));
    assert!(left([Some(60), Some(40), None]).contains("enter 0 where there was none"));
}

#[test]
fn a_split_that_does_not_add_up_is_explained_at_its_row() {
    let html = drawn(|visit| {
        visit.starts();
        visit.goes_to(Step::Effort);
        visit.enters(false, [Some(45), Some(40), Some(30)]);
        visit.says(Action::WentOn);
    });
    assert!(text_of(&html).contains("add up to 115, not to 100"));
    assert!(html.contains("aria-describedby=\"mr-left mr-error\""));
    let wish = drawn(|visit| {
        visit.starts();
        visit.goes_to(Step::Effort);
        visit.enters(false, [Some(45), Some(40), Some(15)]);
        visit.enters(true, [Some(10), None, None]);
        visit.says(Action::WentOn);
    });
    assert!(wish.contains("aria-describedby=\"mr-left-wish mr-error\""));
}

#[test]
fn typed_percentages_are_read_kindly() {
    assert_eq!(percent_of("45"), Some(45));
    assert_eq!(percent_of(" 05 %"), Some(5));
    assert_eq!(percent_of("12.5"), Some(12));
    assert_eq!(percent_of("100"), Some(100));
    assert_eq!(percent_of("1000"), Some(100));
    assert_eq!(percent_of("999"), Some(99));
    assert_eq!(percent_of(""), None);
    assert_eq!(percent_of("none"), None);
}

#[test]
fn the_aim_offers_every_role_and_a_way_out() {
    let html = drawn(|visit| {
        visit.starts();
        visit.goes_to(Step::Aim);
    });
    assert_eq!(html.matches("name=\"mr-aim\"").count(), 4);
    assert!(!html.contains("mr-aim-second") && !html.contains("<input checked"));
    let chosen = drawn(|visit| {
        visit.starts();
        let primary = visit.survey().roles.first().map(|role| role.id.clone());
        visit.goes_to(Step::Aim);
        visit.says(Action::AimChosen { aim: AimAnswer { primary, secondary: None } });
    });
    assert_eq!(chosen.matches("name=\"mr-aim-second\"").count(), 3, "the other two, or none");
    assert_eq!(chosen.matches("<input checked").count(), 2);
}

#[test]
fn the_check_puts_what_is_open_on_top() {
    let survey = survey::read(SURVEY).unwrap();
    let stem = |index: usize| survey.items().nth(index).unwrap().stem.clone();
    let html = drawn(|visit| {
        visit.starts();
        visit.rates_all();
        visit.replies(5, Reply::Unknown);
        visit.replies(6, Reply::NotApplicable);
        let item = visit.survey().items().next().unwrap().id.clone();
        visit.says(Action::EvidenceMarked { item: item.clone(), evidence: Evidence::AtHand });
        visit.says(Action::NoteWritten { item, note: "Minutes of May".into() });
        visit.goes_to(Step::Review);
    });
    let text = text_of(&html);
    assert!(text.contains("22 answered, 1 not applicable, 1 not known."));
    let roles = place(&text, "Strategic business driver");
    assert!(place(&text, "Still open: 2") < roles, "working time and aim");
    assert!(place(&text, "‘I do not know’: 1") < roles);
    assert!(place(&text, &stem(5)) < roles);
    assert!(text.contains("At hand") && text.contains("Note: Minutes of May"));
    assert_eq!(html.matches("Change<span").count(), 26);
    assert!(!text.contains("Please look again"));
    let none = drawn(|visit| {
        visit.starts();
        visit.goes_to(Step::Review);
    });
    assert!(text_of(&none).contains("Still open: 26") && none.contains("Show my results"));
}

#[test]
fn straight_answers_ask_for_a_second_look_without_holding_up() {
    let html = drawn(|visit| {
        visit.starts();
        for index in 0..24 {
            visit.replies(index, Reply::Rated(Rating::whole(3)));
        }
        visit.goes_to(Step::Review);
    });
    assert!(html.contains("Please look again at two answers."));
    assert!(html.contains("Show my results") && !html.contains(" disabled"));
    let notice = html.split("Please look again").nth(1).unwrap().split("</ul>").next().unwrap();
    assert_eq!(notice.matches("<li>").count(), 2);
}
