//! What a file says beyond what is known here survives: read, stored, taken elsewhere, written again.

use super::profiles::{cases, survey};
use super::trees::{fields, told, tree, with, without};
use maturity_radar::answers::{Rating, Reply};
use maturity_radar::document::answers::{read, write, write_whole};
use maturity_radar::document::files::{self, File};
use maturity_radar::document::{Tree, addendum, draft, lens};
use maturity_radar::survey::ItemId;
use proptest::prelude::*;

const LIST: &str = include_str!("../fixtures/formats/list-1.0.as-released.json");

/// The answer file, addendum and draft of one wave.
fn documents() -> [Tree; 3] {
    let Tree::List(list) = tree(LIST) else { panic!("a list") };
    list.try_into().expect("three documents")
}

/// An answer file with all that can be added to it.
fn whole() -> Tree {
    let [wave, added, _] = documents();
    let (Tree::Record(mut wave), Tree::Record(added)) = (wave, added) else { panic!("two objects") };
    let own = |name: &str| ["renamed", "restated", "targets", "focus", "plans", "touched_ms"].contains(&name);
    let (mut later, touched): (Vec<_>, Vec<_>) =
        added.into_iter().filter(|(name, _)| own(name)).partition(|(name, _)| name != "touched_ms");
    wave.append(&mut later);
    wave.extend(touched);
    Tree::Record(wave)
}

fn again(file: &Tree) -> String {
    match files::read(file, &survey()) {
        Ok(File::Wave(wave, own)) => write_whole(&wave, own.as_ref(), &survey()),
        Ok(File::Addendum(wave, own)) => addendum::write(&wave, &own, &survey()),
        Ok(File::Draft(own)) => draft::write(&own, &survey()),
        Ok(File::Lens(own)) => lens::answers::write(&own, &survey()),
        Err(problems) => panic!("{:?}", told(&problems)),
    }
}

/// Places of objects whose fields have fixed names, so that another one is unknown.
fn objects(file: &Tree) -> Vec<String> {
    const BY_NAME: [&str; 4] = ["/answers", "/restated", "/targets", "/weights"];
    let is_object = |pointer: &String| {
        let mut file = file.clone();
        matches!(super::trees::at(&mut file, pointer), Tree::Record(_))
    };
    let fixed = |pointer: &String| !BY_NAME.contains(&pointer.as_str());
    let all = fields(file).into_iter().filter(is_object);
    let entry = |pointer: &String| pointer.ends_with("/plans/0").then(|| pointer.clone());
    let mut found: Vec<String> = all.filter(fixed).collect();
    let entries: Vec<String> = fields(file).iter().filter_map(entry).collect();
    found.extend(entries);
    found.push(String::new());
    found
}

#[test]
fn what_is_known_is_written_to_the_letter() {
    let [wave, added, draft] = documents();
    for file in [wave, added, draft, whole()] {
        assert_eq!(again(&file), file.write());
    }
}

#[test]
fn an_unknown_field_survives_wherever_it_stands() {
    let [_, added, draft] = documents();
    let mut tried = 0;
    for file in [whole(), added, draft] {
        for place in objects(&file) {
            let value = tree(r#"{"b": [1, null, "2"], "a": {}}"#);
            let more = with(&file, &[&place, "/com.example"].concat(), value);
            assert_eq!(again(&more), more.write(), "at {place}");
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried} places");
}

#[test]
fn entries_of_lists_keep_what_is_theirs() {
    let file = with(&whole(), "/plans/0/moves/1/guild", Tree::text("yes"));
    let file = with(&file, "/plans/0/season", Tree::text("winter"));
    let file = with(&file, "/plans/0/moves/0/check/seen_by", Tree::text("Bo"));
    assert_eq!(again(&file), file.write());
    let Ok(File::Wave(wave, Some(mut own))) = files::read(&file, &survey()) else { panic!("a wave") };
    own.begun[0].moves.pop();
    own.restated.remove(&ItemId::new("sbd.insight.dir"));
    let text = write_whole(&wave, Some(&own), &survey());
    assert!(text.contains("\"season\":\"winter\"") && !text.contains("guild") && !text.contains("seen_by"));
    assert!(files::read(&tree(&text), &survey()).is_ok());
}

#[test]
fn what_belonged_to_something_taken_back_goes_with_it() {
    let file = with(&whole(), "/restated/sbd.insight.dir/by", Tree::text("Bo"));
    let Ok(File::Wave(wave, Some(mut own))) = files::read(&file, &survey()) else { panic!("a wave") };
    own.restated.remove(&ItemId::new("sbd.insight.dir"));
    let text = write_whole(&wave, Some(&own), &survey());
    assert!(!text.contains("\"by\":\"Bo\""));
    assert!(files::read(&tree(&text), &survey()).is_ok());
}

#[test]
fn answers_the_survey_does_not_ask_for_stand_after_the_others() {
    let file = tree(
        r#"{"format": "marketing-transformation-answers", "format_version": "1.4",
        "model": {"hash": "sha256:0", "id": "three-role-transformation", "version": "0.9.0"},
        "wave": {"id": "w", "date": "2025-10-01"}, "zeta": 1, "alpha": 2,
        "answers": {"x-own.item": {"value": "green"}, "rb.sales.dir": {"value": 3}, "old.item": 7}}"#,
    );
    let survey = survey();
    let wave = read(&file, &survey).unwrap();
    assert_eq!(wave.answers.items.len(), 1);
    let text = write(&wave, &survey);
    assert!(
        text.contains(r#""model":{"id":"three-role-transformation","version":"0.9.0","hash":"sha256:0"}"#),
        "{text}"
    );
    assert!(text.contains(r#""answers":{"rb.sales.dir":{"meaning_rev":1,"value":3},"x-own.item":{"value":"green"},"old.item":7}"#), "{text}");
    assert!(text.ends_with(r#""weights":{},"zeta":1,"alpha":2}"#), "{text}");
    assert_eq!(write(&read(&tree(&text), &survey).unwrap(), &survey), text, "and once more");
}

#[test]
fn a_name_is_never_written_twice() {
    let [wave, added, _] = documents();
    // A field of this name means nothing in an addendum, but it does in the answer file it is written into.
    let added = with(&added, "/answers", tree(r#"{"x": 1}"#));
    let Ok(File::Addendum(_, own)) = files::read(&added, &survey()) else { panic!("an addendum") };
    let Ok(File::Wave(wave, _)) = files::read(&wave, &survey()) else { panic!("a wave") };
    let text = write_whole(&wave, Some(&own), &survey());
    assert!(Tree::parse(&text).is_ok(), "{text}");
}

#[test]
fn halves_need_a_team() {
    let survey = survey();
    let [file, ..] = documents();
    let value = "/answers/rb.sales.dir/value";
    let half = with(&file, value, Tree::Number(2.5));
    for people in ["null", "1"] {
        let alone = with(&half, "/respondent/people", tree(people));
        assert_eq!(told(&read(&alone, &survey).unwrap_err()), [["wrong_type ", value].concat()], "{people}");
    }
    let team = with(&half, "/respondent/people", Tree::Number(2.0));
    let wave = read(&team, &survey).unwrap();
    assert_eq!(wave.answers.reply(&ItemId::new("rb.sales.dir")), Some(Reply::Rated(Rating::halves(5))));
    assert_eq!(wave.respondent.people, Some(2));
    assert_eq!(write(&wave, &survey), team.write());
    for (number, code) in [(2.25, "wrong_type "), (5.5, "out_of_range "), (0.5, "out_of_range ")] {
        let found = told(&read(&with(&team, value, Tree::Number(number)), &survey).unwrap_err());
        assert_eq!(found, [[code, value].concat()], "{number}");
    }
    for people in ["0", "2.5", "\"4\""] {
        let found = told(&read(&with(&file, "/respondent/people", tree(people)), &survey).unwrap_err());
        assert!(found.iter().any(|problem| problem.ends_with("/respondent/people")), "{people}: {found:?}");
    }
}

fn any_json() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        (-1000..1000_i32).prop_map(|number| Tree::Number(f64::from(number) / 8.0)),
        ".{0,6}".prop_map(Tree::Text),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Tree::List),
            proptest::collection::btree_map("[a-z]{1,4}", inner, 0..4)
                .prop_map(|fields| Tree::Record(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn anything_under_an_unknown_name_survives(value in any_json(), at in 0..40_usize) {
        let file = whole();
        let places = objects(&file);
        let place = &places[at % places.len()];
        let more = with(&file, &[place, "/com.example"].concat(), value);
        prop_assert_eq!(again(&more), more.write());
        prop_assert_eq!(again(&without(&more, &[place, "/com.example"].concat())), file.write());
    }
}
