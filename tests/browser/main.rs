//! What only a real browser can show: storage and figures. Run by `make test-browser` in every engine.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use maturity_radar::browser::{clock, intl};
use maturity_radar::history::Date;
use maturity_radar::words::Language;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/src/embed/shelf.js")]
extern "C" {
    type Shelf;
    #[wasm_bindgen(constructor)]
    fn new(setting: &str) -> Shelf;
    #[wasm_bindgen(method)]
    async fn open(this: &Shelf, name: &str) -> JsValue;
    #[wasm_bindgen(method)]
    async fn put(this: &Shelf, key: &str, text: &str) -> JsValue;
    #[wasm_bindgen(method, js_name = put)]
    fn start_putting(this: &Shelf, key: &str, text: &str) -> js_sys::Promise;
    #[wasm_bindgen(method)]
    async fn remove(this: &Shelf, key: &str, touched: f64);
    #[wasm_bindgen(method)]
    async fn clear(this: &Shelf) -> JsValue;
    #[wasm_bindgen(method)]
    async fn idle(this: &Shelf);
}

/// A name nobody else has used.
fn fresh_name() -> String {
    ["test-", &clock::chance().to_string()].concat()
}

async fn open_shelf(setting: &str, name: &str) -> Shelf {
    let shelf = Shelf::new(setting);
    shelf.open(name).await;
    shelf
}

/// What a new visit finds, as JSON text.
async fn next_visit(setting: &str, name: &str) -> String {
    let found = Shelf::new(setting).open(name).await;
    js_sys::JSON::stringify(&found).unwrap().into()
}

const NOTHING: &str = r#"{"place":"database","records":[]}"#;

#[wasm_bindgen_test]
async fn a_record_is_there_for_the_next_visit() {
    let name = fresh_name();
    let shelf = open_shelf("device", &name).await;
    assert_eq!(shelf.put("wave/a", "one").await, "database");
    assert_eq!(next_visit("device", &name).await, r#"{"place":"database","records":[["wave/a","one"]]}"#);
}

#[wasm_bindgen_test]
async fn two_shelves_writing_at_once_keep_every_record() {
    let name = fresh_name();
    let (first, second) = (open_shelf("device", &name).await, open_shelf("device", &name).await);
    for number in 0..40 {
        _ = first.start_putting(&format!("draft/{number}/a"), "a");
        _ = second.start_putting(&format!("draft/{number}/b"), "b");
    }
    first.idle().await;
    second.idle().await;
    assert_eq!(next_visit("device", &name).await.matches("draft/").count(), 80);
}

#[wasm_bindgen_test]
async fn of_states_that_wait_the_latest_is_written() {
    let name = fresh_name();
    let shelf = open_shelf("device", &name).await;
    let early = shelf.start_putting("draft/a/x", "early");
    assert_eq!(shelf.put("draft/a/x", "late").await, "database");
    assert_eq!(wasm_bindgen_futures::JsFuture::from(early).await.unwrap(), JsValue::NULL);
    assert!(next_visit("device", &name).await.contains(r#"["draft/a/x","late"]"#));
}

#[wasm_bindgen_test]
async fn what_moved_on_is_not_removed() {
    let name = fresh_name();
    let shelf = open_shelf("device", &name).await;
    shelf.put("draft/a/x", r#"{"touched_ms":7}"#).await;
    shelf.put("draft/a/y", "{").await;
    shelf.remove("draft/a/x", 6.0).await;
    shelf.remove("draft/a/y", 6.0).await;
    assert_eq!(next_visit("device", &name).await.matches("draft/").count(), 2);
    shelf.remove("draft/a/x", 7.0).await;
    assert_eq!(next_visit("device", &name).await.matches("draft/").count(), 1);
}

#[wasm_bindgen_test]
async fn erasing_leaves_other_surveys_alone() {
    let (name, other) = (fresh_name(), fresh_name());
    let shelf = open_shelf("device", &name).await;
    shelf.put("wave/a", "one").await;
    open_shelf("device", &other).await.put("wave/a", "two").await;
    assert_eq!(shelf.clear().await, "");
    assert_eq!(next_visit("device", &name).await, NOTHING);
    assert!(next_visit("device", &other).await.contains("two"));
}

#[wasm_bindgen_test]
async fn a_tab_or_nothing_at_all_by_choice() {
    for (setting, records) in [("session", r#"[["wave/a","one"]]"#), ("none", "[]")] {
        let name = fresh_name();
        assert_eq!(open_shelf(setting, &name).await.put("wave/a", "one").await, "memory");
        let expected = [r#"{"place":"memory","records":"#, records, "}"].concat();
        assert_eq!(next_visit(setting, &name).await, expected);
        assert_eq!(next_visit("device", &name).await, NOTHING, "nothing stays on the device");
    }
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
    assert_eq!(english.percent(-14.3), "\u{2212}14%");
    let date = english.date(Date::new(2026, 11, 10).unwrap());
    assert!(date.contains("10") && date.contains("November") && date.contains("2026"), "{date}");
}
