//! Pages of a lens, drawn on the host and read as HTML.

use crate::lenses::{Kind, lens, value};
use crate::results_view::assert_sound;
use maturity_radar::document::Tree;
use maturity_radar::history::Date;
use maturity_radar::lens::{LensAnswers, LensRecord, LensResults, read};
use maturity_radar::views::lens::{Finding, Shown, abm, martech};
use maturity_radar::views::markup::Pen;
use maturity_radar::words::{Language, PLAIN};
use yew::prelude::*;

const GOLDEN: &str = include_str!("../fixtures/golden.json");

/// The input of a worked example of the model.
pub fn input(id: &str) -> Tree {
    let golden = Tree::parse(GOLDEN).unwrap();
    let Some(Tree::List(tests)) = golden.get("tests") else { panic!("no tests") };
    let test = tests.iter().find(|test| test.get("id") == Some(&Tree::text(id)));
    test.and_then(|test| test.get("input")).unwrap_or_else(|| panic!("no test {id}")).clone()
}

/// Enters a field of each named row.
pub fn enter(answers: &mut LensAnswers, part: &str, field: &str, by_row: &Tree) {
    let Tree::Record(rows) = by_row else { panic!("{by_row:?}") };
    for (row, own) in rows {
        answers.set(part, Some(row), field, value(own));
    }
}

/// Does something with a record of these answers and its results.
pub fn with<T>(kind: Kind, answers: LensAnswers, then: impl FnOnce(&Shown, &LensResults) -> T) -> T {
    let lens = lens(kind);
    let record = LensRecord {
        id: "r".to_owned(),
        lens: lens.id.clone(),
        lang: "en".to_owned(),
        date: Date::new(2026, 11, 21).unwrap(),
        scope: "Unit A".to_owned(),
        assessment: String::new(),
        touched_ms: 1.0,
        answers,
        beyond: None,
    };
    let results = read(&lens, &record.answers);
    let language = &Language::of("en", PLAIN);
    then(&Shown { lens: &lens, record: &record, scope: "Unit A", language, told: None }, &results)
}

#[derive(PartialEq, Properties)]
struct PageProps {
    body: Html,
}

#[component]
fn Page(props: &PageProps) -> Html {
    props.body.clone()
}

/// What was drawn, as HTML.
pub fn html_of(body: Html) -> String {
    let renderer = yew::LocalServerRenderer::<Page>::with_props(PageProps { body }).hydratable(false);
    futures::executor::block_on(renderer.render())
}

/// The page of these answers.
pub fn page(kind: Kind, answers: LensAnswers) -> String {
    let body = with(kind, answers, |shown, results| {
        let none = Callback::noop();
        let mut pen = Pen::new(shown.language, &none);
        match results {
            LensResults::Martech(own) => martech::results(&mut pen, shown, own),
            LensResults::Abm(own) => abm::results(&mut pen, shown, own),
            other => panic!("{other:?}"),
        }
        pen.done()
    });
    let html = html_of(body);
    assert_sound(&html);
    assert_eq!(html.matches("id=\"mr-heading\"").count(), 1, "one heading takes focus");
    html
}

/// The findings of these answers.
pub fn findings(kind: Kind, answers: LensAnswers) -> Vec<Finding> {
    with(kind, answers, |shown, results| match results {
        LensResults::Martech(own) => martech::findings(shown, own),
        LensResults::Abm(own) => abm::findings(shown, own),
        other => panic!("{other:?}"),
    })
}
