//! What only a real browser can show: storage and figures. Run by `make test-browser` in every engine.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use maturity_radar::browser::store::Shelf;
use maturity_radar::browser::{clock, intl};
use maturity_radar::history::Date;
use maturity_radar::storage::{Keeping, Record};
use maturity_radar::words::Language;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn record(key: &str, text: &str) -> Record {
    Record { key: key.to_owned(), text: text.to_owned() }
}

/// A shelf nobody else has used.
async fn fresh_shelf() -> (String, Shelf) {
    let prefix = ["test-", &clock::chance().to_string()].concat();
    let shelf = Shelf::open(&prefix).await;
    (prefix, shelf)
}

#[wasm_bindgen_test]
async fn a_record_is_there_for_the_next_visit() {
    let (prefix, shelf) = fresh_shelf().await;
    assert_eq!(shelf.put(record("wave/a", "one")).await, Ok(Keeping::Database));
    assert_eq!(Shelf::open(&prefix).await.all().await, [record("wave/a", "one")]);
}

#[wasm_bindgen_test]
async fn two_shelves_writing_at_once_keep_every_record() {
    let (prefix, first) = fresh_shelf().await;
    let second = Shelf::open(&prefix).await;
    for number in 0..40 {
        let (a, b) = (format!("draft/{number}/a"), format!("draft/{number}/b"));
        let both = (first.put(record(&a, "a")), second.put(record(&b, "b")));
        let (a, b) = (both.0.await, both.1.await);
        assert_eq!((a, b), (Ok(Keeping::Database), Ok(Keeping::Database)));
    }
    assert_eq!(first.all().await.len(), 80);
}

#[wasm_bindgen_test]
async fn only_what_is_unchanged_is_removed() {
    let (_, shelf) = fresh_shelf().await;
    shelf.put(record("draft/a/x", "old")).await.unwrap();
    shelf.remove_if("draft/a/x", |text| text == "older").await;
    assert_eq!(shelf.all().await.len(), 1);
    shelf.remove_if("draft/a/x", |text| text == "old").await;
    assert!(shelf.all().await.is_empty());
}

#[wasm_bindgen_test]
async fn erasing_leaves_other_surveys_alone() {
    let (_, shelf) = fresh_shelf().await;
    let (_, other) = fresh_shelf().await;
    shelf.put(record("wave/a", "one")).await.unwrap();
    other.put(record("wave/a", "two")).await.unwrap();
    shelf.clear().await.unwrap();
    assert!(shelf.all().await.is_empty());
    assert_eq!(other.all().await, [record("wave/a", "two")]);
}

#[wasm_bindgen_test]
async fn memory_by_choice_writes_nothing_on_the_device() {
    let shelf = Shelf::in_memory();
    assert_eq!(shelf.put(record("wave/a", "one")).await, Ok(Keeping::MemoryByChoice));
    assert_eq!(shelf.all().await.len(), 1);
    assert!(Shelf::in_memory().all().await.is_empty());
}

#[wasm_bindgen_test]
fn figures_are_written_as_the_language_does() {
    let english = Language::of("en", intl::FORMAT);
    assert_eq!(english.figure(62.5), "62.5");
    assert_eq!(english.short(50.0), "50");
    assert_eq!(english.signed(15.625), "+15.6");
    assert_eq!(english.signed(-3.125), "\u{2212}3.1");
    assert_eq!(english.signed(-0.01), "0.0");
    assert_eq!(english.percent(45.0), "45%");
    let date = english.date(Date::new(2026, 11, 10).unwrap());
    assert!(date.contains("10") && date.contains("November") && date.contains("2026"), "{date}");
}
