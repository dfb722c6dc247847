//! The state machine: a whole journey in actions, and what does not fit changes nothing.

use super::journey::{
    NOON, after, answering, changes_nothing, does, enter, first_role, fresh, item_on_screen, moment,
    on_screen, opened, reply, start, started, submit, up_to_review,
};
use super::profiles::{BASE, C20, base, rated, survey};
use maturity_radar::answers::{AimAnswer, Evidence, Reply};
use maturity_radar::draft::Step;
use maturity_radar::history::{History, WaveKind};
use maturity_radar::session::{Action, Complaint, Phase, Screen, Session};
use maturity_radar::storage::Keeping;
use maturity_radar::survey::ItemId;
use std::rc::Rc;

#[test]
fn a_whole_journey_ends_in_a_baseline() {
    let session = up_to_review(&started(), BASE);
    assert_eq!(answering(&session).draft.at, Step::Review);
    let session = after(&session, submit());
    assert_eq!(session.phase, Phase::Results);
    let baseline = session.history.baseline().expect("a baseline");
    assert_eq!((baseline.kind, baseline.scope.as_str()), (WaveKind::Baseline, "EMEA"));
    assert_eq!(baseline.date.to_string(), "2026-11-21");
    assert_eq!(baseline.answers.items, base(&session.survey).items);
    assert_eq!(baseline.answers.effort.map(|split| split.parts()), Some([45.0, 40.0, 15.0]));
    assert_eq!(baseline.answers.aim, Some(first_role(&session)));
    assert!(baseline.respondent.id.is_some());
}

#[test]
fn a_second_wave_never_touches_the_baseline() {
    let session = after(&up_to_review(&started(), BASE), submit());
    let baseline = session.history.baseline().unwrap().clone();
    let later = does(&session, moment(NOON + 1e9, "2027-05-21", 8), start());
    assert!(answering(&later).draft.answers.items.is_empty(), "former answers stay hidden");
    assert_eq!(answering(&later).draft.respondent, baseline.respondent, "same person, same order of anchors");
    let later = up_to_review(&later, &[BASE, " ", C20].concat());
    let later = does(&later, moment(NOON + 2e9, "2027-05-22", 9), submit());
    assert!(Rc::ptr_eq(later.history.baseline().unwrap(), &baseline));
    let latest = later.history.latest().unwrap();
    assert_eq!((latest.kind, latest.date.to_string().as_str()), (WaveKind::Reassessment, "2027-05-22"));
    assert!(later.history.span().is_some());
}

#[test]
fn two_people_may_get_two_orders_of_anchors() {
    let order = |chance| {
        let session = does(&fresh(), moment(NOON, "2026-11-21", chance), start());
        answering(&session).draft.respondent.anchor_order
    };
    assert_ne!(order(2), order(3));
}

#[test]
fn what_does_not_fit_the_phase_changes_nothing() {
    let survey = survey();
    let item = survey.items().next().unwrap().id.clone();
    let within_the_survey = |keeping: Keeping| {
        [
            Action::Replied { item: item.clone(), reply: rated(3) },
            Action::EvidenceMarked { item: item.clone(), evidence: Evidence::AtHand },
            Action::NoteWritten { item: item.clone(), note: "x".to_owned() },
            Action::EffortEntered { part: 0, wish: false, percent: Some(5) },
            Action::AimChosen { aim: AimAnswer::default() },
            Action::WentOn,
            Action::LeftOpen,
            Action::WentBack,
            Action::StepPicked(Step::Review),
            submit(),
            Action::Saved { revision: 1, keeping },
            Action::EraseAsked(true),
        ]
    };
    let closed = Rc::new(Session::new(survey.clone(), "w1".to_owned()));
    let fresh = fresh();
    let method = after(&fresh, Action::ScreenPicked(Screen::Method));
    let results = after(&up_to_review(&started(), BASE), submit());
    for session in [&closed, &fresh, &method, &results] {
        within_the_survey(session.keeping).into_iter().for_each(|action| changes_nothing(session, action));
    }
    changes_nothing(&closed, start());
    changes_nothing(&closed, Action::ScreenPicked(Screen::Method));
    changes_nothing(&started(), submit());
    changes_nothing(&fresh, opened(History::default(), Vec::new()));
    changes_nothing(&fresh, Action::ScreenPicked(Screen::Results));
    changes_nothing(&fresh, Action::ScreenPicked(Screen::Welcome));
    changes_nothing(&fresh, Action::Resumed { key: "draft/none/w".to_owned() });
    changes_nothing(&fresh, Action::WavesTaken(Vec::new()));
    changes_nothing(&started(), start());
    changes_nothing(&started(), Action::WentBack);
    changes_nothing(&started(), Action::EraseAsked(true));
}

#[test]
fn within_the_survey_what_points_at_nothing_changes_nothing() {
    let session = started();
    let nothing = ItemId::new("x-own");
    changes_nothing(&session, Action::Replied { item: nothing.clone(), reply: rated(3) });
    changes_nothing(&session, Action::NoteWritten { item: nothing.clone(), note: "x".to_owned() });
    changes_nothing(&session, Action::StepPicked(Step::Item(nothing)));
    changes_nothing(&session, Action::EffortEntered { part: 3, wish: false, percent: Some(5) });
    let review = up_to_review(&session, BASE);
    changes_nothing(&review, Action::WentOn);
    changes_nothing(&review, Action::LeftOpen);
    changes_nothing(&review, Action::StepPicked(Step::Review));
}

#[test]
fn back_loses_nothing() {
    let session = reply(&started(), rated(4));
    let item = item_on_screen(&session);
    let session =
        after(&session, Action::EvidenceMarked { item: item.clone(), evidence: Evidence::Findable });
    let session = after(&session, Action::NoteWritten { item: item.clone(), note: "seen".to_owned() });
    let there = after(&session, Action::WentOn);
    assert_eq!(on_screen(&there), "S1b");
    let back = after(&there, Action::WentBack);
    assert_eq!(on_screen(&back), "S1a");
    let answer = answering(&back).draft.answers.items.get(&item).unwrap();
    assert_eq!((answer.reply, answer.evidence), (Some(rated(4)), Some(Evidence::Findable)));
    assert_eq!(answer.note, "seen");
    assert_eq!(answering(&back).draft.answers, answering(&there).draft.answers);
}

#[test]
fn nothing_chosen_is_a_complaint_until_something_is() {
    let session = started();
    let stuck = after(&session, Action::WentOn);
    assert_eq!(answering(&stuck).complaint, Some(Complaint::NothingChosen));
    assert_eq!(on_screen(&stuck), "S1a");
    assert!(stuck.screen > session.screen, "the complaint takes focus");
    let chosen = reply(&stuck, Reply::Unknown);
    assert_eq!(answering(&chosen).complaint, None);
    assert_eq!(on_screen(&after(&chosen, Action::WentOn)), "S1b");
}

#[test]
fn a_question_may_be_left_open() {
    let session = after(&started(), Action::LeftOpen);
    assert_eq!(on_screen(&session), "S1b");
    assert_eq!(answering(&session).draft.answers.replied(&session.survey), 0);
}

#[test]
fn working_time_has_to_add_up_before_it_is_left() {
    let session = after(&up_to_review(&started(), BASE), Action::StepPicked(Step::Effort));
    let complaint = |session: &Rc<Session>| answering(&after(session, Action::WentOn)).complaint;
    let emptied = (0..3).fold(session.clone(), |session, part| {
        after(&session, Action::EffortEntered { part, wish: false, percent: None })
    });
    assert_eq!(complaint(&emptied), Some(Complaint::NothingChosen));
    let partial = after(&emptied, Action::EffortEntered { part: 1, wish: false, percent: Some(40) });
    assert_eq!(complaint(&partial), Some(Complaint::DoesNotAddUp(40)));
    assert_eq!(complaint(&enter(&emptied, false, [50, 20, 24])), Some(Complaint::DoesNotAddUp(94)));
    assert_eq!(complaint(&enter(&emptied, false, [50, 20, 36])), Some(Complaint::DoesNotAddUp(106)));
    let whole = enter(&emptied, false, [50, 20, 30]);
    assert_eq!(complaint(&whole), None);
    let wish = after(&whole, Action::EffortEntered { part: 0, wish: true, percent: Some(10) });
    assert_eq!(complaint(&wish), Some(Complaint::WishDoesNotAddUp(10)));
    assert_eq!(complaint(&enter(&whole, true, [10, 10, 10])), Some(Complaint::WishDoesNotAddUp(30)));
    assert_eq!(complaint(&enter(&whole, true, [20, 40, 40])), None);
}

#[test]
fn cannot_say_is_an_answer_to_the_aim() {
    let session = after(&up_to_review(&started(), BASE), Action::StepPicked(Step::Aim));
    let said = after(&session, Action::AimChosen { aim: AimAnswer::default() });
    assert_eq!(answering(&said).draft.answers.aim, Some(AimAnswer::default()));
    assert_eq!(answering(&after(&said, Action::WentOn)).draft.at, Step::Review);
    let mut unanswered = after(&started(), Action::LeftOpen);
    while answering(&unanswered).draft.at != Step::Aim {
        unanswered = after(&unanswered, Action::LeftOpen);
    }
    let stuck = after(&unanswered, Action::WentOn);
    assert_eq!(answering(&stuck).complaint, Some(Complaint::NothingChosen));
}

#[test]
fn a_step_picked_on_the_review_leads_back_to_it() {
    let review = up_to_review(&started(), BASE);
    let step = Step::Item(survey().items().nth(6).unwrap().id.clone());
    let picked = after(&review, Action::StepPicked(step));
    assert_eq!(on_screen(&picked), "S4a");
    let back = after(&reply(&picked, rated(1)), Action::WentOn);
    assert_eq!(answering(&back).draft.at, Step::Review);
    assert!(!answering(&back).from_review);
    let open = after(&after(&review, Action::StepPicked(Step::Aim)), Action::LeftOpen);
    assert_eq!(answering(&open).draft.at, Step::Review);
}

#[test]
fn a_note_ends_at_its_longest_length() {
    let session = started();
    let item = item_on_screen(&session);
    let session = after(&session, Action::NoteWritten { item: item.clone(), note: "漢".repeat(400) });
    assert_eq!(answering(&session).draft.answers.items.get(&item).unwrap().note.chars().count(), 300);
}

#[test]
fn pauses_are_not_counted_as_time_spent() {
    let spent = |session: &Session| answering(session).draft.spent_ms;
    let session = started();
    let item = item_on_screen(&session);
    let at = |session: &Rc<Session>, ms: f64| {
        let action = Action::Replied { item: item.clone(), reply: rated(2) };
        does(session, moment(ms, "2026-11-21", 7), action)
    };
    let quick = at(&session, NOON + 20_000.0);
    assert_eq!(spent(&quick), 20_000.0);
    let slow = at(&quick, NOON + 20_000.0 + 3_600_000.0);
    assert_eq!(spent(&slow), 140_000.0, "an hour away counts as two minutes");
    let backwards = at(&slow, NOON);
    assert_eq!(spent(&backwards), 140_000.0, "a clock set back takes nothing away");
    assert!(answering(&backwards).draft.touched_ms >= answering(&slow).draft.touched_ms);
}

#[test]
fn steps_follow_one_another_and_end_at_the_review() {
    let survey = survey();
    let steps = Step::all(&survey);
    assert_eq!(steps.len(), 24 + 3);
    assert_eq!(steps[0], Step::first(&survey));
    for pair in steps.windows(2) {
        assert_eq!(pair[0].next(&survey), pair[1]);
        assert_eq!(pair[1].previous(&survey).as_ref(), Some(&pair[0]));
    }
    assert_eq!(Step::Review.next(&survey), Step::Review);
    assert_eq!(Step::first(&survey).previous(&survey), None);
}

#[test]
fn a_screen_that_is_new_takes_focus_and_one_that_stays_does_not() {
    let session = started();
    let chosen = reply(&session, rated(4));
    assert_eq!(chosen.screen, session.screen, "choosing keeps the focus where it is");
    assert!(after(&chosen, Action::WentOn).screen > chosen.screen);
}
