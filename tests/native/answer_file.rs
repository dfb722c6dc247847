//! The answer file: what is written reads back equal, and what is wrong is named with its place.

use super::profiles::{any_answers, base, cases, item, survey};
use super::trees::{told, tree, with, without};
use maturity_radar::answers::{AnchorOrder, Reply};
use maturity_radar::document::answers::{read, write};
use maturity_radar::document::files::{File, read_all};
use maturity_radar::document::{Code, Problem, Tree};
use maturity_radar::history::{Date, Respondent, Wave, WaveKind};
use maturity_radar::survey::{ItemId, Survey};
use proptest::prelude::*;

/// The answer file of the model's section 6, with an item and a field this version does not know.
pub const FILE: &str = r#"{
    "format": "marketing-transformation-answers", "format_version": "1.0",
    "model": {"id": "three-role-transformation", "version": "1.0.0", "hash": "sha256:0"}, "lang": "en",
    "wave": {"id": "2025-10", "kind": "baseline", "date": "2025-10-01", "scope": "EMEA marketing"},
    "respondent": {"id": "r1", "group": "marketing lead", "anchor_order": "rising"},
    "answers": {
        "rb.sales.dir": {"meaning_rev": 1, "value": 3, "evidence": 0.5, "note": "Asked twice."},
        "x-own.item": {"value": 9}
    },
    "restated": {"rb.sales.dir": {"value": 2, "reason": "..."}},
    "effort_mix": {"unplanned": 45, "near": 40, "far": 15},
    "aim": {"primary": "rb", "secondary": "sbd"}, "weights": {}
}"#;

const VALUE: &str = "/answers/rb.sales.dir/value";

fn problems(survey: &Survey, file: &Tree) -> Vec<String> {
    match read(file, survey) {
        Ok(wave) => panic!("read without a problem: {wave:?}"),
        Err(problems) => told(&problems),
    }
}

fn reply(survey: &Survey, file: &Tree) -> Option<Reply> {
    read(file, survey).expect("a file without a problem").answers.reply(&ItemId::new("rb.sales.dir"))
}

fn any_wave(survey: &Survey) -> impl Strategy<Value = Wave> + use<> {
    let capability = survey.capabilities().next().unwrap().id.clone();
    let kind = prop_oneof![Just(WaveKind::Baseline), Just(WaveKind::Reassessment), Just(WaveKind::Pulse)];
    let order = prop_oneof![Just(AnchorOrder::Rising), Just(AnchorOrder::Falling)];
    let respondent = (proptest::option::of(".{0,9}"), proptest::option::of(".{0,9}"), order).prop_map(
        |(id, group, anchor_order)| Respondent {
            id,
            group,
            anchor_order,
            people: None,
            median_deviation: None,
        },
    );
    let date = (1..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap());
    let weight = proptest::option::of(0..400_u16);
    ("[a-z0-9._-]{1,64}", kind, date, ("[a-z0-9-]{0,9}", ".{0,30}"), respondent, any_answers(survey), weight)
        .prop_map(move |(id, kind, date, (assessment, scope), respondent, answers, weight)| Wave {
            id,
            kind,
            date,
            assessment,
            scope,
            lang: "en".to_owned(),
            respondent,
            answers,
            weights: weight
                .map(|quarters| (capability.clone(), f64::from(quarters) / 4.0))
                .into_iter()
                .collect(),
            ..Wave::default()
        })
}

/// The waves in a text of one's own files, with every problem.
fn read_files(text: &str, survey: &Survey) -> (Vec<Wave>, Vec<Problem>) {
    let (files, problems) = read_all(text, survey);
    let wave = |file| match file {
        File::Wave(wave, _) => wave,
        other => panic!("not an answer file: {other:?}"),
    };
    (files.into_iter().map(wave).collect(), problems)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_wave_reads_as_it_was_written(wave in any_wave(&survey())) {
        let survey = survey();
        let text = write(&wave, &survey);
        let (waves, problems) = read_files(&text, &survey);
        prop_assert_eq!(told(&problems), Vec::<String>::new());
        prop_assert_eq!(waves, [wave]);
    }

    #[test]
    fn no_text_panics(text in "[\\[\\]{}\":,0-9a-z \\\\]{0,60}") {
        let (waves, problems) = read_files(&text, &survey());
        prop_assert!(waves.is_empty());
        prop_assert!(!problems.is_empty() || text.trim_start().starts_with('['));
    }
}

#[test]
fn the_example_of_the_model_reads() {
    let survey = survey();
    let wave = read(&tree(FILE), &survey).expect("the example of the model");
    assert_eq!((wave.id.as_str(), wave.scope.as_str()), ("2025-10", "EMEA marketing"));
    assert_eq!(wave.date.to_string(), "2025-10-01");
    assert_eq!(wave.answers.items.len(), 1, "an own item is no answer of the survey");
    let answer = wave.answers.items.get(&item(&survey, "R3a")).unwrap();
    assert_eq!(answer.note, "Asked twice.");
}

#[test]
fn a_value_is_an_anchor_or_one_of_two_words() {
    let survey = survey();
    for anchor in 1..=5_u8 {
        let file = with(&tree(FILE), VALUE, Tree::Number(f64::from(anchor)));
        assert_eq!(reply(&survey, &file), Some(super::profiles::rated(anchor)));
    }
    let word = |word: &str| reply(&survey, &with(&tree(FILE), VALUE, Tree::text(word)));
    assert_eq!(word("NA"), Some(Reply::NotApplicable));
    assert_eq!(word("DK"), Some(Reply::Unknown));
    assert_eq!(reply(&survey, &without(&tree(FILE), VALUE)), None, "a note without a reply");
}

#[test]
fn a_value_that_is_none_of_these_is_refused() {
    let survey = survey();
    for (value, code) in [
        ("0", "out_of_range"),
        ("6", "out_of_range"),
        ("-1", "out_of_range"),
        ("1e308", "out_of_range"),
        ("2.5", "wrong_type"),
        ("true", "wrong_type"),
        ("[3]", "wrong_type"),
        ("{}", "wrong_type"),
        ("\"x\"", "wrong_type"),
        ("\"3\"", "wrong_type"),
        ("\"na\"", "wrong_type"),
    ] {
        let file = with(&tree(FILE), VALUE, tree(value));
        assert_eq!(problems(&survey, &file), [[code, " ", VALUE].concat()], "{value}");
    }
}

#[test]
fn whatever_else_is_wrong_is_named_with_its_place() {
    let survey = survey();
    for (pointer, value, expected) in [
        ("/format", "\"x\"", "other_format /format"),
        ("/format_version", "\"2.0\"", "newer_version /format_version"),
        ("/format_version", "\"new\"", "out_of_range /format_version"),
        ("/format_version", "1", "wrong_type /format_version"),
        ("/model/id", "\"another\"", "other_survey /model/id"),
        ("/model", "[]", "wrong_type /model"),
        ("/lang", "7", "wrong_type /lang"),
        ("/wave/id", "\"\"", "empty /wave/id"),
        ("/wave/id", "7", "wrong_type /wave/id"),
        ("/wave/kind", "\"first\"", "out_of_range /wave/kind"),
        ("/wave/date", "\"2025-02-30\"", "out_of_range /wave/date"),
        ("/wave/date", "\"yesterday\"", "out_of_range /wave/date"),
        ("/wave/date", "\"2025-10-01T23:30:00Z\"", "out_of_range /wave/date"),
        ("/wave/date", "\"2025-10-01 \"", "out_of_range /wave/date"),
        ("/model/version", "7", "wrong_type /model/version"),
        ("/respondent", "7", "wrong_type /respondent"),
        ("/respondent/anchor_order", "\"up\"", "out_of_range /respondent/anchor_order"),
        ("/answers", "[]", "wrong_type /answers"),
        ("/answers/rb.sales.dir", "3", "wrong_type /answers/rb.sales.dir"),
        ("/answers/rb.sales.dir/evidence", "0.7", "out_of_range /answers/rb.sales.dir/evidence"),
        ("/answers/rb.sales.dir/evidence", "true", "wrong_type /answers/rb.sales.dir/evidence"),
        ("/answers/rb.sales.dir/meaning_rev", "0", "out_of_range /answers/rb.sales.dir/meaning_rev"),
        ("/answers/rb.sales.dir/note", "7", "wrong_type /answers/rb.sales.dir/note"),
        ("/effort_mix", "\"x\"", "wrong_type /effort_mix"),
        ("/effort_mix/near", "-1", "out_of_range /effort_mix/near"),
        ("/aim", "\"rb\"", "wrong_type /aim"),
        ("/aim/primary", "\"boss\"", "unknown_reference /aim/primary"),
        ("/weights", "{\"boss\": 1}", "unknown_reference /weights/boss"),
        ("/weights", "{\"rb.sales\": -1}", "out_of_range /weights/rb.sales"),
        ("/weights", "{\"a~b/c\": 1}", "unknown_reference /weights/a~0b~1c"),
    ] {
        let found = problems(&survey, &with(&tree(FILE), pointer, tree(value)));
        assert!(found.iter().any(|problem| problem == expected), "{pointer} {value}: {found:?}");
        assert!(found.iter().all(|problem| problem.contains(pointer)), "{pointer} {value}: {found:?}");
    }
}

#[test]
fn what_is_needed_is_missed() {
    let survey = survey();
    for pointer in
        ["/format", "/format_version", "/model", "/model/id", "/wave", "/wave/id", "/wave/date", "/answers"]
    {
        let found = problems(&survey, &without(&tree(FILE), pointer));
        assert_eq!(found, [["missing ", pointer].concat()]);
    }
    for pointer in ["/lang", "/respondent", "/wave/kind", "/wave/scope", "/effort_mix", "/aim", "/weights"] {
        assert!(read(&without(&tree(FILE), pointer), &survey).is_ok(), "{pointer} may be absent");
    }
}

#[test]
fn every_problem_is_told_once() {
    let survey = survey();
    let mut file = tree(FILE);
    for (pointer, value) in [(VALUE, "9"), ("/wave/date", "7"), ("/aim", "[]"), ("/model", "7")] {
        file = with(&file, pointer, tree(value));
    }
    let found = problems(&survey, &file);
    let mut once = found.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), found.len(), "{found:?}");
    for pointer in [VALUE, "/wave/date", "/aim", "/model"] {
        assert!(found.iter().any(|problem| problem.ends_with(pointer)), "{pointer}: {found:?}");
    }
}

#[test]
fn a_list_of_files_gives_what_can_be_read_and_where_the_rest_is_wrong() {
    let survey = survey();
    let bad = with(&with(&tree(FILE), VALUE, Tree::Number(9.0)), "/wave/id", Tree::text("b"));
    let list = Tree::List(vec![tree(FILE), bad, Tree::Null, with(&tree(FILE), "/wave/id", Tree::text("d"))]);
    let (waves, problems) = read_files(&list.write(), &survey);
    assert_eq!(waves.iter().map(|wave| wave.id.as_str()).collect::<Vec<_>>(), ["2025-10", "d"]);
    assert_eq!(told(&problems), ["out_of_range /1/answers/rb.sales.dir/value", "wrong_type /2"]);
    assert_eq!(read_files("[]", &survey), (Vec::new(), Vec::new()));
}

#[test]
fn a_note_has_its_length_in_characters_not_bytes() {
    let survey = survey();
    let pointer = "/answers/rb.sales.dir/note";
    let note = |length: usize| with(&tree(FILE), pointer, Tree::Text("漢".repeat(length)));
    assert!(read(&note(300), &survey).is_ok());
    assert_eq!(problems(&survey, &note(301)), [["out_of_range ", pointer].concat()]);
}

#[test]
fn text_of_any_kind_stays_text() {
    let survey = survey();
    for text in [
        "\u{0}\u{1b}[31m\r\n",
        "\u{202e}gnp.exe\u{2066}",
        "<img src=x onerror=alert(1)>",
        "{{7}}",
        "\u{feff}",
    ] {
        let file = with(&tree(FILE), "/wave/scope", Tree::text(text));
        let file = with(&file, "/answers/rb.sales.dir/note", Tree::text(text));
        let (waves, problems) = read_files(&file.write(), &survey);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(waves[0].scope, text);
        assert_eq!(waves[0].answers.items.get(&item(&survey, "R3a")).unwrap().note, text);
    }
}

#[test]
fn names_that_mean_something_to_a_browser_are_names_like_any_other() {
    let survey = survey();
    for name in ["__proto__", "constructor", "toString"] {
        let entry = with(&tree("{}"), &["/", name].concat(), tree(r#"{"value": 5}"#));
        let wave =
            read(&with(&tree(FILE), "/answers", entry), &survey).expect("an unknown item is left aside");
        assert!(wave.answers.items.is_empty());
        let file = with(&tree(FILE), &["/", name].concat(), tree(r#"{"format": "x"}"#));
        assert!(read(&file, &survey).is_ok(), "{name}");
    }
}

#[test]
fn text_that_is_no_file_gives_one_problem() {
    let survey = survey();
    for (text, code) in [
        ("", Code::JsonSyntax),
        ("{", Code::JsonSyntax),
        ("nul", Code::JsonSyntax),
        ("{\"value\": 1e999}", Code::JsonSyntax),
        ("{\"a\": 1, \"a\": 2}", Code::DuplicateKey),
        ("null", Code::WrongType),
        ("7", Code::WrongType),
        ("\"text\"", Code::WrongType),
    ] {
        let (waves, problems) = read_files(text, &survey);
        assert!(waves.is_empty());
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [code], "{text}");
    }
}

#[test]
fn a_file_of_another_wave_kind_keeps_its_answers_whole() {
    let survey = survey();
    let wave = Wave { id: "w".to_owned(), answers: base(&survey), ..Wave::default() };
    let read = read(&tree(&write(&wave, &survey)), &survey).expect("own file");
    assert_eq!(read, wave);
}

#[test]
fn a_wave_may_have_any_name_and_a_file_a_mark_at_its_start() {
    let survey = survey();
    let file = with(&tree(FILE), "/wave/id", Tree::text("Q3 2026"));
    let (waves, problems) = read_files(&["\u{feff}", &file.write()].concat(), &survey);
    assert_eq!((waves[0].id.as_str(), problems.len()), ("Q3 2026", 0));
    let long = with(&tree(FILE), "/wave/id", Tree::text(&"x".repeat(129)));
    assert_eq!(told(&read(&long, &survey).unwrap_err()), ["out_of_range /wave/id"]);
}
