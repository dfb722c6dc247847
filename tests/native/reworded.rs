//! Two versions of the survey on screen: what is read across other words says so, and where too little can be
//! compared a new baseline is offered beside the old one (model 6).

use super::bridges::{MAJOR, MINOR, document, given, old, version};
use super::journey::{after, opened};
use super::profiles::BASE;
use super::results_again::{page_of, words_of};
use super::results_view::assert_says;
use super::trees::{tree, with};
use maturity_radar::answers::Answers;
use maturity_radar::document::Tree;
use maturity_radar::document::survey::read_tree;
use maturity_radar::history::{Date, History, Wave, WaveKind};
use maturity_radar::session::{Action, Phase, Screen, Session};
use maturity_radar::survey::Survey;
use maturity_radar::views::results::Kind;
use maturity_radar::views::waves::waves;
use maturity_radar::words::{Language, PLAIN};
use std::rc::Rc;
use yew::prelude::*;

fn wave(id: &str, day: &str, answers: Answers) -> Rc<Wave> {
    let kind = if id == "a" { WaveKind::Baseline } else { WaveKind::Reassessment };
    let date = Date::parse(day).unwrap();
    Rc::new(Wave { id: id.into(), kind, date, scope: "EMEA".into(), answers, ..Wave::default() })
}

/// An old baseline and later waves, on the results screen.
fn shown(survey: Survey, later: &[&str]) -> Rc<Session> {
    let mut all = vec![wave("a", "2025-11-11", old(&survey, BASE))];
    for (id, text) in ["b", "c"].into_iter().zip(later) {
        let day = if id == "b" { "2026-05-12" } else { "2026-11-10" };
        all.push(wave(id, day, given(&survey, text)));
    }
    let session = Rc::new(Session::new(Rc::new(survey), "w1".to_owned()));
    let session = after(&session, opened(History::new(all), Vec::new()));
    after(&session, Action::ScreenPicked(Screen::Results))
}

fn moved() -> String {
    [BASE, " S1a=4 R3c=2 E3b=5"].concat()
}

#[derive(PartialEq, Properties)]
struct Given {
    session: Rc<Session>,
}

#[component]
fn Course(given: &Given) -> Html {
    waves(&given.session, &Language::of("en", PLAIN), &Callback::noop())
}

fn history_of(session: &Rc<Session>) -> String {
    let given = Given { session: session.clone() };
    let renderer = yew::LocalServerRenderer::<Course>::with_props(given).hydratable(false);
    words_of(&futures::executor::block_on(renderer.render()))
}

const REASON: &str = "What is different in the question: The third statement asks for more than it did.";

#[test]
fn a_change_across_other_words_is_labelled_with_its_reason() {
    let survey = version(MINOR);
    let item = survey.items().find(|item| item.code == "S1a").unwrap().clone();
    let html = page_of(&shown(survey, &[&moved()]), Kind::Own);
    assert_says(
        &html,
        &[
            "One of the 24 questions compared was asked in other words before.",
            "Insight two steps up asked in other words before",
            REASON,
        ],
    );
    let said = words_of(&html);
    // The third statement of then is read as the second of today, and says so where both answers stand.
    let read = [&item.anchors[1].text, " (as read in today\u{2019}s words)"].concat();
    assert!(said.contains(&read), "{said}");
    assert!(
        !said.contains(&[&item.anchors[3].text, " (as read"].concat()),
        "the answer of today is as it was given"
    );
    assert!(!said.contains("Asked in other words, and no change"), "this one moved");
    // A question whose words alone changed is compared as it is, without a label.
    assert_eq!(
        said.matches("asked in other words before").count(),
        3,
        "remark, change, both answers: {said}"
    );
    assert!(!said.contains("A new baseline could begin"), "enough can be compared");
}

#[test]
fn a_pair_across_other_words_that_stands_still_is_named_as_well() {
    // Two of today is what the third statement of then is read as.
    let still = [BASE, " S1a=2"].concat();
    let html = page_of(&shown(version(MINOR), &[&still]), Kind::Own);
    assert_says(&html, &["Asked in other words, and no change These questions are compared as well", REASON]);
    let plain = page_of(&shown(version(MINOR), &[]), Kind::Own);
    assert!(!words_of(&plain).contains("other words"), "one wave is compared with nothing");
}

#[test]
fn what_is_different_leaves_the_comparison_and_says_why() {
    let text = "S1a=3 S1b=4 S2a=2 S2b=3 S3a=1 S3b=2 S4a=5 S4b=3 R1a=2 R1b=2 R2a=2 R2b=2 R3a=3 R3b=4 \
                R4a=2 R4c=4 E1a=3 E1b=3 E2a=3 E2b=5 E3a=3 E3b=4 E4c=5 E4b=4";
    let html = page_of(&shown(version(MAJOR), &[text]), Kind::Own);
    assert_says(
        &html,
        &[
            "One of the 22 questions compared was asked in other words before.",
            "Buying process two steps up asked in other words before",
            "What is different in the question: The statements in the middle were pulled together.",
            "Not compared with the baseline: The new question asks for worth, not for effect.",
        ],
    );
    let said = words_of(&html);
    assert!(!said.contains("Impact one step up"), "a question of another meaning is no change");
    assert!(!said.contains("Focus two steps up"), "S4a has another meaning without a bridge");
}

#[test]
fn the_wave_before_and_the_history_say_it_too() {
    let session = shown(version(MINOR), &[BASE, &moved()]);
    let said = words_of(&page_of(&session, Kind::Own));
    let remark = "was asked in other words before. The earlier answer is read";
    assert_eq!(said.matches(remark).count(), 1, "the wave before was given in the words of today: {said}");
    assert!(
        history_of(&session).contains("One of the 24 questions compared was asked in other words before.")
    );
    let former = super::profiles::survey();
    let plain = shown((*former).clone(), &[&[BASE, " S1a=4"].concat()]);
    assert!(!history_of(&plain).contains("other words"), "one version needs no bridge");
}

/// A version in which ten questions have another meaning and nothing bridges them.
fn far() -> Survey {
    let mut changed = document(MINOR);
    for capability in 0..5 {
        for item in 0..2 {
            let path = format!("/capabilities/{capability}/items/{item}/meaning_rev");
            changed = with(&changed, &path, Tree::Number(3.0));
        }
    }
    read_tree(&with(&changed, "/bridges", tree("[]"))).unwrap()
}

fn take() -> Action {
    Action::BaselineTaken { scope: "EMEA, from 2026-05-12".to_owned() }
}

#[test]
fn too_little_to_compare_offers_a_new_baseline_beside_the_old_one() {
    let session = shown(far(), &[BASE]);
    let html = page_of(&session, Kind::Own);
    assert_says(
        &html,
        &[
            "Only 13 of 25 questions are answered in both waves",
            "A new baseline could begin here.",
            "The assessment of 2026-05-12 is complete enough to be a baseline of its own",
            "Take it as a new baseline",
        ],
    );
    assert!(!words_of(&page_of(&session, Kind::Pair)).contains("Take it as a new baseline"));

    let taken = after(&session, take());
    assert_eq!((&taken.phase, taken.scope()), (&Phase::Results, "EMEA, from 2026-05-12"));
    let own = taken.history.baseline().unwrap();
    let latest = session.history.latest().unwrap();
    assert_eq!((own.kind, own.date, &own.answers), (WaveKind::Baseline, latest.date, &latest.answers));
    assert!(own.id != latest.id && own.assessment != latest.assessment, "a record of its own");
    assert_eq!(taken.others.len(), 1);
    assert_eq!(taken.others[0], session.history, "the old one stays, to the letter");
    assert!(taken.screen > session.screen, "its results take focus");

    // Asked again from the old one, it is the same new one.
    let name = session.history.assessment().unwrap().to_owned();
    let back = after(&taken, Action::AssessmentPicked { assessment: name });
    let again = after(&back, take());
    assert_eq!(again.history, taken.history);
    assert_eq!(again.others.len(), 1);
}

#[test]
fn a_new_baseline_is_taken_only_where_one_is_offered() {
    for session in
        [shown(far(), &["S1a=3 S1b=4 S2a=2"]), shown(version(MINOR), &[&moved()]), shown(far(), &[])]
    {
        super::journey::changes_nothing(&session, take());
        assert!(!words_of(&page_of(&session, Kind::Own)).contains("A new baseline could begin"));
    }
}
