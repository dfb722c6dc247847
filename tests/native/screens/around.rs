//! The first screen, the method, the data screen, notices and faults.

use super::{SURVEY, Visit, drawn, drawn_html, english, place, text_of};
use maturity_radar::answers::{Rating, Reply};
use maturity_radar::document::survey;
use maturity_radar::draft::Step;
use maturity_radar::session::{Action, DamagedRecord, Opened, Screen, Session};
use maturity_radar::storage::{Keeping, Record, StoreError};
use maturity_radar::views::notice::{SurveyFault, fault};
use std::rc::Rc;

#[test]
fn the_first_screen_says_where_answers_stay() {
    let html = drawn(|_| {});
    let text = text_of(&html);
    assert!(text.contains("How far ahead of events does your marketing work?"));
    assert!(text.contains("Answers stay in this browser. No account, nothing sent."));
    assert!(text.contains("About 10 minutes"));
    for name in ["ITSMA", "Kvadrant Consulting", "The Pedowitz Group", "not a validated test"] {
        assert!(text.contains(name), "{name} is named");
    }
    assert!(html.contains("<span class=\"mr-brand\">"), "the brand leads nowhere from here");
    let memory = |keeping| {
        text_of(&drawn(move |visit| {
            let survey = visit.survey();
            visit.session = Rc::new(Session::new(survey, "w1".into()));
            visit.says(Action::Opened(Opened { keeping, ..Opened::default() }));
        }))
    };
    let blocked = memory(Keeping::MemoryOnly(StoreError::Unavailable));
    assert!(blocked.contains("This browser blocks storage here"));
    assert!(
        blocked.contains("Not saved on this device") && !blocked.contains("Answers stay in this browser")
    );
    let wanted = memory(Keeping::MemoryByChoice);
    assert!(wanted.contains("as this page keeps nothing") && !wanted.contains("not being saved"));
}

#[test]
fn a_later_visit_offers_what_is_waiting() {
    let html = drawn(|visit| {
        visit.starts();
        for index in 0..9 {
            visit.replies(index, Reply::Rated(Rating::whole(3)));
        }
        for _ in 0..9 {
            visit.says(Action::WentOn);
        }
        visit.says(Action::ScreenPicked(Screen::Welcome));
    });
    let text = text_of(&html);
    assert!(text.contains("Your assessment is waiting at question 10."));
    assert!(text.contains("Resume at question 10") && text.contains("Start over"));
    assert!(text.contains("First assessment, 9 of 24 answered"));
    assert!(text.contains("Taken up on 2026-11-21.") && text.contains("About 7 min left."));
    assert_eq!(html.matches("mr-done").count(), 9);
    assert!(!text.contains("former answers stay hidden"), "there are none");
}

#[test]
fn a_result_can_be_opened_and_the_next_assessment_begun() {
    let html = drawn(|visit| {
        visit.completes();
        visit.says(Action::ScreenPicked(Screen::Welcome));
    });
    let text = text_of(&html);
    assert!(text.contains("Your last result is from 2026-11-21."));
    assert!(text.contains("Open results") && text.contains("Assess again"));
    assert!(text.contains("Score of each role") && !text.contains("since the baseline"));
    let twice = text_of(&drawn(|visit| {
        visit.completes();
        visit.completes();
        visit.says(Action::ScreenPicked(Screen::Welcome));
    }));
    assert!(twice.contains("change since the baseline of 2026-11-21") && twice.contains("0.0"));
}

#[test]
fn several_assessments_stand_side_by_side() {
    let alone = text_of(&drawn(|visit| {
        visit.completes();
        visit.says(Action::ScreenPicked(Screen::Welcome));
    }));
    assert!(alone.contains("Assess another unit") && alone.contains("Give the unit a name"));
    assert!(!alone.contains("Other assessments"), "there are none");
    let html = drawn(|visit| {
        visit.completes();
        visit.says(Action::Renamed { scope: "Unit A, renamed".into() });
        visit.begins("Unit B");
        visit.rates_all();
        visit.goes_to(Step::Review);
        visit.says(Action::Submitted { lang: "en".into() });
        visit.begins("Unit C");
        visit.replies(0, Reply::Unknown);
        visit.says(Action::ScreenPicked(Screen::Welcome));
    });
    let text = text_of(&html).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Unit C Welcome back."), "{text}");
    assert!(text.contains("First assessment, 1 of 24 answered"), "Unit C has no baseline yet");
    for name in ["Unit A, renamed", "Unit B"] {
        assert!(text.contains(&[name, " Latest result of 2026-11-21 Open : ", name].concat()), "{text}");
    }
    assert!(!text.contains("Last result"), "none of the unit on screen");
}

#[test]
fn a_draft_of_another_unit_speaks_of_its_own_assessment() {
    let html = drawn(|visit| {
        visit.completes();
        visit.says(Action::Started { scope: "Unit A".into() });
        visit.replies(0, Reply::Unknown);
        visit.says(Action::ScreenPicked(Screen::Welcome));
        visit.begins("Unit B");
        visit.replies(0, Reply::Unknown);
        visit.says(Action::ScreenPicked(Screen::Welcome));
    });
    let text = text_of(&html).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("2 unfinished assessments are waiting."), "{text}");
    let (first, again) = (place(&text, "First assessment, 1 of 24"), place(&text, "Re-assessment, 1 of 24"));
    assert!(place(&text, "Unit B") < first && first < again, "{text}");
    assert_eq!(text.matches("Start over").count(), 1, "of the unit on screen; the other one is opened first");
}

#[test]
fn a_unit_begun_and_left_without_an_answer_does_not_break_the_first_screen() {
    let left = text_of(&drawn(|visit| {
        visit.completes();
        visit.begins("Unit B");
        visit.says(Action::ScreenPicked(Screen::Welcome));
    }));
    assert!(left.contains("Your last result is from 2026-11-21.") && !left.contains("Unit B"));
    let deleted = text_of(&drawn(|visit| {
        visit.completes();
        visit.begins("Unit B");
        visit.rates_all();
        visit.goes_to(Step::Review);
        visit.says(Action::Submitted { lang: "en".into() });
        let id = visit.session.history.baseline().unwrap().id.clone();
        visit.says(Action::WaveDeleted { id });
        visit.says(Action::ScreenPicked(Screen::Welcome));
    }));
    assert!(deleted.contains("One assessment is kept here.") && deleted.contains("Unit A"), "{deleted}");
}

#[test]
fn what_is_kept_counts_every_unit() {
    let html = drawn(|visit| {
        visit.completes();
        visit.begins("Unit B");
        visit.rates_all();
        visit.goes_to(Step::Review);
        visit.says(Action::Submitted { lang: "en".into() });
        visit.says(Action::ScreenPicked(Screen::Data));
        visit.says(Action::EraseAsked(true));
    });
    let text = text_of(&html);
    assert!(text.contains("Unit A") && text.contains("Unit B"));
    assert!(text.contains("completed assessments 2, unfinished ones 0, unreadable records 0"));
    assert!(text.contains("With them go all targets, plans and reasons."));
}

#[test]
fn records_that_cannot_be_read_are_spoken_of_calmly() {
    let with_damage = |visit: &mut Visit| {
        let survey = visit.survey();
        let record = |key: &str| Record { key: key.into(), text: "{".into() };
        let damaged = vec![
            DamagedRecord { record: record("wave/a"), newer: false },
            DamagedRecord { record: record("wave/b"), newer: false },
            DamagedRecord { record: record("wave/c"), newer: true },
        ];
        visit.session = Rc::new(Session::new(survey, "w1".into()));
        visit.says(Action::Opened(Opened { damaged, keeping: Keeping::SimpleStorage, ..Opened::default() }));
    };
    let text = text_of(&drawn(with_damage));
    assert!(text.contains("2 records could not be read."));
    assert!(text.contains("One record was written by a newer version"));
    let answering = text_of(&drawn(move |visit| {
        with_damage(visit);
        visit.starts();
    }));
    assert!(!answering.contains("could not be read"), "questions stay quiet");
    let data = text_of(&drawn(move |visit| {
        with_damage(visit);
        visit.says(Action::ScreenPicked(Screen::Data));
    }));
    assert!(data.contains("Download what could not be read") && data.contains("simple storage"));
}

#[test]
fn erasing_asks_again_and_says_what_goes() {
    let data = |confirming: bool| {
        drawn(move |visit| {
            visit.completes();
            visit.says(Action::ScreenPicked(Screen::Data));
            visit.says(Action::EraseAsked(confirming));
        })
    };
    let calm = data(false);
    assert!(calm.contains("aria-expanded=\"false\"") && !calm.contains("Erase for good"));
    let asked = data(true);
    assert!(asked.contains("completed assessments 1, unfinished ones 0, unreadable records 0"));
    assert!(asked.contains("Erase for good") && asked.contains("Keep everything"));
    let empty = drawn(|visit| visit.says(Action::ScreenPicked(Screen::Data)));
    assert!(empty.contains("Nothing is kept here yet") && !empty.contains("Erase"));
}

#[test]
fn the_method_shows_every_number_with_its_basis() {
    let survey = survey::read(SURVEY).unwrap();
    let text = text_of(&drawn(|visit| visit.says(Action::ScreenPicked(Screen::Method))));
    for level in &survey.levels {
        assert!(text.contains(&level.name) && text.contains(&level.gist));
    }
    for basis in &survey.parameters.basis {
        assert!(text.contains(&basis.meaning), "{} is explained", basis.name);
    }
    assert!(text.contains("0 to 12.5") && text.contains("over 12.5 to 37.5"));
    assert!(text.contains("24 answers make 12 capability scores, these make 3 role scores"));
    assert!(text.contains("vary by 12.5 points") && text.contains("never below 5 points"));
}

#[test]
fn a_survey_that_cannot_be_shown_says_so_to_visitor_and_owner() {
    let faults = [
        (SurveyFault::Missing, "not found"),
        (SurveyFault::Unreachable, "could not be fetched"),
        (SurveyFault::NotAPage, "something else"),
        (SurveyFault::Broken, "mistakes in them"),
    ];
    for (kind, visitor) in faults {
        let html = drawn_html(move || {
            let problem = ("missing".to_owned(), "/roles/0/name".to_owned(), "needs a name".to_owned());
            let problems = if kind == SurveyFault::Broken { vec![problem] } else { Vec::new() };
            fault(&english(), kind, &problems)
        });
        let text = text_of(&html);
        assert!(text.contains(visitor), "{text}");
        assert!(place(&text, visitor) < place(&text, kind.code()));
        assert_eq!(text.contains("missing /roles/0/name"), kind == SurveyFault::Broken);
    }
}

#[test]
fn where_nothing_is_kept_a_copy_is_called_to_mind() {
    const REMINDER: &str = "This page keeps nothing.";
    let at = |keeping, facts: fn(&mut Visit)| {
        text_of(&drawn(move |visit| {
            let survey = visit.survey();
            visit.session = Rc::new(Session::new(survey, "w1".into()));
            visit.says(Action::Opened(Opened { keeping, ..Opened::default() }));
            facts(visit);
        }))
    };
    let left: fn(&mut Visit) = |visit| {
        visit.starts();
        visit.replies(0, Reply::Rated(Rating::whole(3)));
        visit.says(Action::ScreenPicked(Screen::Welcome));
    };
    let here: [fn(&mut Visit); 4] = [
        left,
        |visit| visit.completes(),
        |visit| {
            visit.completes();
            visit.says(Action::ScreenPicked(Screen::Method));
        },
        |visit| {
            visit.completes();
            visit.says(Action::ScreenPicked(Screen::Data));
        },
    ];
    for (index, facts) in here.into_iter().enumerate() {
        let text = at(Keeping::MemoryByChoice, facts);
        assert!(text.contains(REMINDER) && text.contains("download a copy before you leave"), "{index}");
        assert_eq!(text.contains("Go to the download"), index < 3, "on the spot no link is needed");
        assert!(!at(Keeping::Database, facts).contains(REMINDER));
    }
    let nothing_yet: [fn(&mut Visit); 2] = [|_| {}, |visit| visit.starts()];
    for facts in nothing_yet {
        assert!(!at(Keeping::MemoryByChoice, facts).contains(REMINDER));
    }
    let blocked = at(Keeping::MemoryOnly(StoreError::Unavailable), left);
    assert!(
        blocked.contains("Download a file before you leave.") && !blocked.contains(REMINDER),
        "said once"
    );
}
