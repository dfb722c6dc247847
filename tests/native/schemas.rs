//! The published schemas, tried with a validator of others: what is written fits them, what is broken does not.

use super::formats::{RELEASED, released};
use super::lenses;
use super::own_survey::EXAMPLE;
use super::profiles::{SURVEY, any_answers, cases, survey};
use super::trees::{patched, tree, with, without};
use boon::{Compiler, SchemaIndex, Schemas};
use maturity_radar::document::{Tree, answers, draft, files, history};
use maturity_radar::draft::Draft;
use maturity_radar::history::Wave;
use proptest::prelude::*;
use std::rc::Rc;

const ANSWERS: &str = "answer-file.schema.json";
const HISTORY: &str = "history-file.schema.json";
const DRAFT: &str = "history-file.schema.json#/$defs/draft";
const SURVEYS: &str = "survey.schema.json";
const LENSES: &str = "lens.schema.json";
const LENS_FILE: &str = "lens-file.schema.json";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

/// A schema, compiled once for each test.
fn schema(name: &str) -> (Schemas, SchemaIndex) {
    const PLACE: &str = "https://example.org/surveys/";
    let mut compiler = Compiler::new();
    for (name, text) in [
        (ANSWERS, include_str!("../../surveys/answer-file.schema.json")),
        (HISTORY, include_str!("../../surveys/history-file.schema.json")),
        (SURVEYS, include_str!("../../surveys/survey.schema.json")),
        (LENSES, include_str!("../../surveys/lens.schema.json")),
        (LENS_FILE, include_str!("../../surveys/lens-file.schema.json")),
    ] {
        compiler.add_resource(&[PLACE, name].concat(), json(text)).expect("a place for a schema");
    }
    let mut schemas = Schemas::new();
    let index = compiler.compile(&[PLACE, name].concat(), &mut schemas);
    (schemas, index.unwrap_or_else(|error| panic!("{name}: {error}")))
}

fn fault((schemas, index): &(Schemas, SchemaIndex), text: &str) -> Option<String> {
    schemas.validate(&json(text), *index).err().map(|error| error.to_string())
}

#[test]
fn files_as_they_were_released_fit() {
    for (name, text, _) in RELEASED {
        let fits = match name {
            "answer-file-1.0" => ANSWERS,
            "draft-1.0" => DRAFT,
            "history-1.0" => HISTORY,
            // These two formats are read for the sake of old files and published nowhere.
            _ => continue,
        };
        assert_eq!(fault(&schema(fits), text), None, "{name}");
    }
}

#[test]
fn surveys_fit() {
    let own = schema(SURVEYS);
    assert_eq!(fault(&own, SURVEY), None);
    assert_eq!(fault(&own, EXAMPLE), None);
    for (pointer, value) in [
        ("/roles/0/colours", "[\"#123456\"]"),
        ("/roles/0/colours/1", "\"red\""),
        ("/sources/0/link", "\"javascript:alert(1)\""),
        ("/sources/0/link", "\"https://example.org/a b\""),
    ] {
        assert!(
            fault(&own, &with(&tree(EXAMPLE), pointer, tree(value)).write()).is_some(),
            "{pointer} {value}"
        );
    }
    for patch in [
        include_str!("../fixtures/surveys/three-roles.1.1.patch.json"),
        include_str!("../fixtures/surveys/three-roles.2.0.patch.json"),
    ] {
        let document = patched(&tree(SURVEY), &tree(patch));
        assert_eq!(fault(&own, &document.write()), None);
        assert!(fault(&own, &without(&document, "/bridges/0/reason").write()).is_some());
    }
    for pointer in ["/levels", "/capabilities/0/items/0/stem", "/scale/max", "/model/id", "/roles/0/weight"] {
        assert!(fault(&own, &without(&tree(SURVEY), pointer).write()).is_some(), "{pointer}");
    }
}

#[test]
fn lenses_fit() {
    let own = schema(LENSES);
    for (kind, pointers) in [
        (
            lenses::Kind::DecisionSpeed,
            ["/kind", "/parts/0/id", "/decisions/0/source", "/forum_options/0/hours"],
        ),
        (lenses::Kind::Martech, ["/feeds", "/platforms/0/phi", "/placements", "/ui/skip"]),
        (lenses::Kind::OperatingModel, ["/gates/0/gate", "/complexity/bands", "/grid/0/basis", "/open_gate"]),
        (
            lenses::Kind::Abm,
            ["/structures/0/key", "/conditions/0/key", "/basis/0/basis", "/structures/0/needs"],
        ),
    ] {
        let document = tree(kind.document());
        assert_eq!(fault(&own, kind.document()), None, "{kind:?}");
        for pointer in pointers {
            let broken = without(&document, pointer);
            assert!(
                fault(&own, &broken.write()).is_some(),
                "{kind:?}: the schema takes it without {pointer}"
            );
            let refused = maturity_radar::document::lens::read_tree(&broken, &survey()).is_err();
            assert!(refused, "{kind:?}: the reader takes it without {pointer}");
        }
    }
}

#[test]
fn lens_files_fit() {
    use maturity_radar::document::lens::answers::{read, write};
    let (own, survey) = (schema(LENS_FILE), survey());
    let file = tree(lenses::files::FILE);
    assert_eq!(fault(&own, lenses::files::FILE), None);
    assert_eq!(fault(&own, &write(&read(&file, &survey).unwrap(), &survey)), None);
    for (pointer, value) in [
        ("/format", "\"x\""),
        ("/format_version", "\"2.0\""),
        ("/lens", "\"Not an id\""),
        ("/id", "\"\""),
        ("/date", "\"soon\""),
        ("/parts", "[]"),
        ("/parts/layers/rows", "[]"),
        ("/parts/layers/rows/x-1", "7"),
    ] {
        let broken = with(&file, pointer, tree(value));
        assert!(fault(&own, &broken.write()).is_some(), "the schema takes {pointer} {value}");
        assert!(read(&broken, &survey).is_err(), "the reader takes {pointer} {value}");
    }
    let row = |place: usize| (["x-", &place.to_string()].concat(), tree("{\"height\":1}"));
    for (count, fits) in [(200, true), (201, false)] {
        let rows = with(&file, "/parts/decisions/rows", Tree::Record((0..count).map(row).collect()));
        assert_eq!(
            (fault(&own, &rows.write()).is_none(), read(&rows, &survey).is_ok()),
            (fits, fits),
            "{count}"
        );
    }
}

#[test]
fn what_is_exported_fits() {
    let survey = survey();
    let (mut waves, mut addenda) = (Vec::new(), maturity_radar::addendum::Addenda::new());
    let mut drafts = Vec::new();
    for file in files::read_all(released("history-1.0"), &survey).0 {
        match file {
            files::File::Wave(wave, own) => {
                if let Some(own) = own {
                    addenda.insert(wave.id.clone(), own);
                }
                waves.push(Rc::new(wave));
            }
            files::File::Draft(own) => drafts.push((own.key(), own)),
            files::File::Addendum(..) | files::File::Lens(_) => panic!("no such file in this history"),
        }
    }
    let files::File::Lens(lens) = files::read_all(released("lens-1.0"), &survey).0.remove(0) else {
        panic!("a lens")
    };
    let text = history::write(SURVEY, waves.iter(), &addenda, &drafts, &[Rc::new(lens)], &survey);
    assert_eq!(fault(&schema(HISTORY), &text), None);
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let own = schema(ANSWERS);
    let Some(Tree::List(waves)) = tree(released("history-1.0")).get("waves").cloned() else {
        panic!("a list")
    };
    let survey = survey();
    for (pointer, value) in [
        ("/format", "\"x\""),
        ("/format_version", "\"2.0\""),
        ("/model/id", "7"),
        ("/wave/id", "\"\""),
        ("/wave/kind", "\"first\""),
        ("/wave/date", "\"yesterday\""),
        ("/respondent/people", "0"),
        ("/respondent/anchor_order", "\"up\""),
        ("/answers/rb.sales.dir/value", "2.5"),
        ("/answers/rb.sales.dir/value", "\"3\""),
        ("/answers/rb.sales.dir/evidence", "0.7"),
        ("/answers/rb.sales.dir/meaning_rev", "0"),
        ("/effort_mix/near", "-1"),
        ("/effort_mix", "{}"),
        ("/effort_mix", r#"{"near": 5, "wish": {"unplanned": 20, "near": 50, "far": 30}}"#),
        ("/wave/date", "\"2025-10-01T23:30:00Z\""),
        ("/aim", "\"rb\""),
        ("/weights", "{\"rb.sales\": -1}"),
        ("/restated/sbd.insight.dir/value", "\"2\""),
        ("/targets/rb.sales/score", "101"),
        ("/focus/role", "\"Role\""),
        ("/plans/0/moves/0/state", "\"new\""),
        ("/plans/0/moves/0/level", "null"),
        ("/touched_ms", "-1"),
    ] {
        let broken = with(&waves[0], pointer, tree(value));
        assert!(fault(&own, &broken.write()).is_some(), "the schema takes {pointer} {value}");
        assert!(files::read(&broken, &survey).is_err(), "the reader takes {pointer} {value}");
    }
    for pointer in ["/format", "/format_version", "/model", "/wave", "/wave/date", "/answers"] {
        let broken = without(&waves[0], pointer);
        assert!(fault(&own, &broken.write()).is_some(), "{pointer}");
        assert!(files::read(&broken, &survey).is_err(), "{pointer}");
    }
    let quarter = with(&waves[1], "/answers/rb.sales.dir/value", Tree::Number(2.25));
    assert!(fault(&own, &quarter.write()).is_some());
    let half = with(&waves[1], "/answers/rb.sales.dir/value", Tree::Number(2.5));
    assert_eq!(fault(&own, &half.write()), None, "four people may lie between two statements");
    let history = schema(HISTORY);
    for pointer in ["/waves/1/wave/id", "/drafts/0/writer", "/model"] {
        let broken = without(&tree(released("history-1.0")), pointer);
        assert!(fault(&history, &broken.write()).is_some(), "{pointer}");
    }
}

#[test]
fn whatever_is_answered_fits() {
    let (answer_file, draft_file) = (schema(ANSWERS), schema(DRAFT));
    let survey = survey();
    let test = |answers: maturity_radar::answers::Answers| {
        let wave = Wave { id: "w".to_owned(), answers: answers.clone(), ..Wave::default() };
        prop_assert_eq!(fault(&answer_file, &answers::write(&wave, &survey)), None);
        let draft = Draft { id: "d".to_owned(), answers, ..Draft::default() };
        prop_assert_eq!(fault(&draft_file, &draft::write(&draft, &survey)), None);
        Ok(())
    };
    proptest::test_runner::TestRunner::new(ProptestConfig { cases: 64, ..cases() })
        .run(&any_answers(&survey), test)
        .unwrap_or_else(|failure| panic!("{failure}"));
}
