//! Bridges between versions of the survey: an old baseline stays comparable as far as meanings allow (model 6).

use super::profiles::{BASE, SURVEY, answers, item, survey};
use super::trees::{patched, told, tree, with, without};
use maturity_radar::answers::{Answers, Evidence, Rating, Reply};
use maturity_radar::document::answers::{read, write};
use maturity_radar::document::survey::read_tree;
use maturity_radar::document::{Tree, Writer, results};
use maturity_radar::history::{Change, Comparison, Respondent, Verdict, Wave, change};
use maturity_radar::scoring::Weights;
use maturity_radar::survey::{ItemId, Relation, Survey};

pub const MINOR: &str = include_str!("../fixtures/surveys/three-roles.1.1.patch.json");
pub const MAJOR: &str = include_str!("../fixtures/surveys/three-roles.2.0.patch.json");

pub fn document(patch: &str) -> Tree {
    patched(&tree(SURVEY), &tree(patch))
}

pub fn version(patch: &str) -> Survey {
    read_tree(&document(patch)).unwrap_or_else(|problems| panic!("{:?}", told(&problems)))
}

/// The answers of version 1.0 as a later version reads them from their file.
pub fn old(survey: &Survey, text: &str) -> Answers {
    let former = super::profiles::survey();
    let wave = Wave { id: "old".to_owned(), answers: answers(&former, text), ..Wave::default() };
    read(&tree(&write(&wave, &former)), survey).expect("an old file reads").answers
}

/// Answers to a version with the meanings it has.
pub fn given(survey: &Survey, text: &str) -> Answers {
    let mut given = answers(survey, text);
    for item in survey.items() {
        if let Some(answer) = given.items.get_mut(&item.id) {
            answer.meaning_rev = item.meaning_rev;
        }
    }
    given
}

fn compare(survey: &Survey, base: &Answers, now: &Answers) -> Change {
    change(survey, base, now, &Weights::new(), Comparison::default())
}

fn rating(answers: &Answers, id: &str) -> Option<f64> {
    answers.rating(&ItemId::new(id)).map(Rating::value)
}

/// Codes of items with what they were and are.
fn moves(survey: &Survey, read: &Change) -> Vec<(String, f64, f64)> {
    let code = |id: &ItemId| survey.place(id).unwrap().item.code.clone();
    read.moves.iter().map(|step| (code(&step.item), step.was.value(), step.now.value())).collect()
}

fn close(read: &Change) -> Vec<(&str, &str, &str)> {
    read.close.iter().map(|own| (own.item.as_str(), own.former.as_str(), own.reason.as_str())).collect()
}

#[test]
fn under_a_minor_version_an_old_baseline_pairs_across_its_bridges() {
    let survey = version(MINOR);
    assert_eq!((survey.item_count(), survey.bridges().len()), (25, 2));
    let base = old(&survey, BASE);
    let mut now = given(&survey, &[BASE, " S1a=4 R3c=2 E3b=5"].concat());
    now.items.get_mut(&item(&survey, "S1a")).unwrap().evidence = Some(Evidence::AtHand);
    let read = compare(&survey, &base, &now);
    assert_eq!(read.paired_items, 24, "the item that was added has no pair");
    assert!(!read.withheld && !read.new_baseline);
    // The third statement of S1a counts as the second of today, which the bridge says; E3b is taken as it is.
    assert_eq!(moves(&survey, &read), [("S1a".to_owned(), 2.0, 4.0), ("E3b".to_owned(), 4.0, 5.0)]);
    assert_eq!(
        close(&read),
        [("sbd.insight.dir", "sbd.insight.dir", "The third statement asks for more than it did.")]
    );
    assert!(read.moves[0].evidenced, "an evidenced step counts across a bridge");
    let role = read.roles[0].1.unwrap();
    let without = compare(
        &super::profiles::survey(),
        &answers(&super::profiles::survey(), BASE),
        &answers(&super::profiles::survey(), BASE),
    );
    let unmapped = without.roles[0].1.unwrap();
    assert!((unmapped.base - role.base - 25.0 / 8.0).abs() < 1e-9, "one anchor less on one of eight items");
}

#[test]
fn two_old_waves_need_no_bridge() {
    let survey = version(MINOR);
    let (base, now) = (old(&survey, BASE), old(&survey, &[BASE, " S1a=4"].concat()));
    let read = compare(&survey, &base, &now);
    assert_eq!((read.paired_items, read.close.len()), (24, 0));
    assert_eq!(moves(&survey, &read), [("S1a".to_owned(), 3.0, 4.0)]);
}

#[test]
fn under_a_major_version_what_is_different_or_has_no_bridge_leaves_both_waves() {
    let survey = version(MAJOR);
    let base = old(&survey, BASE);
    assert_eq!(rating(&base, "ee.impact.dir"), Some(4.0), "what a bridge starts from is kept");
    assert_eq!(rating(&base, "rb.journey.del"), Some(3.0));
    let now = given(
        &survey,
        "S1a=3 S1b=4 S2a=2 S2b=3 S3a=1 S3b=2 S4a=3 S4b=3 R1a=2 R1b=2 R2a=2 R2b=2 R3a=3 R3b=4 \
         R4a=2 R4c=4 E1a=3 E1b=3 E2a=3 E2b=5 E3a=3 E3b=4 E4c=5 E4b=4",
    );
    let read = compare(&survey, &base, &now);
    assert_eq!(read.paired_items, 22, "without the replaced item and the one with another meaning");
    assert_eq!(
        moves(&survey, &read),
        [("R4c".to_owned(), 2.0, 4.0)],
        "the third statement became the second"
    );
    assert_eq!(
        close(&read),
        [("rb.journey.fit", "rb.journey.del", "The statements in the middle were pulled together.")]
    );
    assert_eq!(rating(&read_kept(&survey, &base), "rb.journey.del"), Some(3.0), "and is written again");
    let both_old = compare(&survey, &base, &old(&survey, BASE));
    assert_eq!(both_old.paired_items, 23, "what was left behind is not scored for its successor");
    assert_eq!(both_old.close, []);
}

/// The answers after they were written and read under a version.
fn read_kept(survey: &Survey, answers: &Answers) -> Answers {
    let wave = Wave { id: "w".to_owned(), answers: answers.clone(), ..Wave::default() };
    read(&tree(&write(&wave, survey)), survey).unwrap().answers
}

#[test]
fn halves_of_a_team_stay_halfway() {
    let survey = version(MINOR);
    let mut base = old(&survey, BASE);
    // Between the second and third statement: halfway between the first and second of today.
    base.items.get_mut(&item(&survey, "S1a")).unwrap().reply = Some(Reply::Rated(Rating::halves(5)));
    let read = compare(&survey, &base, &given(&survey, BASE));
    assert_eq!(moves(&survey, &read), [("S1a".to_owned(), 1.5, 3.0)]);
}

#[test]
fn too_few_pairs_withhold_verdicts_and_offer_a_new_baseline() {
    let mut changed = document(MINOR);
    for capability in 0..5 {
        for item in 0..2 {
            let path = format!("/capabilities/{capability}/items/{item}/meaning_rev");
            changed = with(&changed, &path, Tree::Number(3.0));
        }
    }
    changed = with(&changed, "/bridges", tree("[]"));
    let survey = read_tree(&changed).unwrap();
    let (base, now) = (old(&survey, BASE), given(&survey, BASE));
    let read = compare(&survey, &base, &now);
    assert_eq!(read.paired_items, 13, "24 but for ten raised here and E3b, whose bridge is gone");
    assert!(read.withheld && read.new_baseline);
    assert!(read.roles.iter().filter_map(|(_, own)| *own).all(|own| own.verdict == Verdict::Withheld));
    let half = given(&survey, "S1a=3 S1b=4 S2a=2");
    let read = compare(&survey, &base, &half);
    assert!(read.withheld && !read.new_baseline, "three answers are no baseline");
}

fn written(read: &Change, survey: &Survey) -> String {
    let mut json = Writer::default();
    results::change_results(&mut json, "", read, survey);
    json.into_text()
}

#[test]
fn results_label_close_pairs() {
    let survey = version(MINOR);
    let read = compare(&survey, &old(&survey, BASE), &given(&survey, BASE));
    let text = written(&read, &survey);
    let label = r#""close_pairs":[{"item":"sbd.insight.dir","former":"sbd.insight.dir","reason":"The third statement asks for more than it did."}]"#;
    assert!(text.contains(label), "{text}");
    let unbridged = compare(&survey, &old(&survey, BASE), &old(&survey, BASE));
    assert!(!written(&unbridged, &survey).contains("close_pairs"));
}

#[test]
fn does_not_apply_pairs_across_a_bridge_without_a_label() {
    let survey = version(MINOR);
    let text = BASE.replace("S1a=3", "S1a=NA");
    let read = compare(&survey, &old(&survey, &text), &given(&survey, &text));
    assert_eq!((read.paired_items, read.close.len()), (23, 0));
    let survey = version(MAJOR);
    let text = BASE.replace("S4a=3", "S4a=NA").replace(" R4b=3", "").replace(" E4a=4", "");
    let read = compare(&survey, &old(&survey, &text), &given(&survey, &text));
    assert_eq!(read.paired_items, 21, "S4a has another meaning and leaves both");
}

#[test]
fn a_bridge_is_read_strictly() {
    assert!(survey().bridges().is_empty(), "the first version needs none");
    assert_eq!(version(MINOR).bridges()[1].relation, Relation::Same);
    for (pointer, value, expected) in [
        ("/bridges/0/relation", "\"like\"", "out_of_range /bridges/0/relation"),
        ("/bridges/0/map", "[1, 2, 3, 4]", "out_of_range /bridges/0/map"),
        ("/bridges/0/map", "[1, 2, 3, 4, 6]", "out_of_range /bridges/0/map/4"),
        ("/bridges/0/map", "[1, 2, 3, 4, 2.5]", "wrong_type /bridges/0/map/4"),
        ("/bridges/0/map", "null", "wrong_type /bridges/0/map"),
        ("/bridges/0/reason", "\" \"", "empty /bridges/0/reason"),
        ("/bridges/0/to/id", "\"rb.nothing\"", "unknown_reference /bridges/0/to/id"),
        ("/bridges/0/to/meaning_rev", "3", "unknown_reference /bridges/0/to/meaning_rev"),
        ("/bridges/0/from/meaning_rev", "2", "out_of_range /bridges/0/from"),
        ("/bridges/0/from/meaning_rev", "0", "out_of_range /bridges/0/from/meaning_rev"),
    ] {
        let found = told(&read_tree(&with(&document(MINOR), pointer, tree(value))).unwrap_err());
        assert_eq!(found, [expected], "{pointer} {value}");
    }
    let gone = without(&document(MINOR), "/bridges/0/map");
    assert_eq!(told(&read_tree(&gone).unwrap_err()), ["missing /bridges/0/map"]);
    let Some(Tree::List(bridges)) = document(MINOR).get("bridges").cloned() else { panic!("a list") };
    let twice = Tree::List([bridges.clone(), bridges].concat());
    let found = told(&read_tree(&with(&document(MINOR), "/bridges", twice)).unwrap_err());
    assert_eq!(found, ["duplicate_id /bridges/2/from", "duplicate_id /bridges/3/from"]);
}

#[test]
fn people_behind_two_waves_lower_the_threshold() {
    let wave = |id: &str, people| Wave {
        respondent: Respondent { id: Some(id.to_owned()), people, ..Respondent::default() },
        ..Wave::default()
    };
    let between = |a, b| Comparison::between(&a, &b);
    assert_eq!(between(wave("p", Some(5)), wave("p", Some(4))), Comparison { raters: 4, same_persons: true });
    assert_eq!(between(wave("p", Some(5)), wave("q", None)), Comparison { raters: 1, same_persons: false });
    assert_eq!(
        between(wave("p", Some(5)), wave("q", Some(5))),
        Comparison { raters: 5, same_persons: false }
    );
}
