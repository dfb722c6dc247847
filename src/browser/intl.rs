//! Numbers, dates and times as the browser writes them in a language.

use crate::history::Date;
use crate::words::Format;
use js_sys::{Array, Function, Intl, JSON, Object};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// The browser's way to write figures.
pub const FORMAT: Format = Format { number, percent, date, time };

thread_local! {
    // Making a formatter costs far more than using it, and a results page writes some hundred figures.
    static FORMATTERS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

const PERCENT: &str = r#"{"style":"percent","maximumFractionDigits":0}"#;
const DATE: &str = r#"{"day":"numeric","month":"long","year":"numeric","timeZone":"UTC"}"#;
const TIME: &str = r#"{"hour":"2-digit","minute":"2-digit"}"#;

fn number(lang: &str, value: f64, decimals: u8, fixed: bool) -> String {
    let most: &str = &decimals.to_string();
    let least = if fixed { most } else { "0" };
    let options = [
        r#"{"signDisplay":"negative","maximumFractionDigits":"#,
        most,
        r#","minimumFractionDigits":"#,
        least,
        "}",
    ];
    true_minus(&write(number_format, lang, &options.concat(), &JsValue::from(value)))
}

fn percent(lang: &str, percent: f64) -> String {
    true_minus(&write(number_format, lang, PERCENT, &JsValue::from(percent / 100.0)))
}

fn true_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

fn date(lang: &str, date: Date) -> String {
    let day = js_sys::Date::new(&JsValue::from([&date.iso(), "T12:00:00Z"].concat()));
    write(date_format, lang, DATE, &day)
}

fn time(lang: &str, at_ms: f64) -> String {
    let at = js_sys::Date::new(&JsValue::from(at_ms));
    write(date_format, lang, TIME, &at)
}

/// Writes a value with the formatter of these options, which are JSON text.
fn write(make: fn(&Array, &Object) -> Function, lang: &str, options: &str, value: &JsValue) -> String {
    let key = [lang, options].concat();
    FORMATTERS.with_borrow_mut(|formatters| {
        if let Some((_, known)) = formatters.iter().find(|(own, _)| *own == key) {
            return call(known, value);
        }
        let options = JSON::parse(options).unwrap_or_default();
        let made = make(&Array::of1(&JsValue::from(lang)), options.unchecked_ref());
        let text = call(&made, value);
        formatters.push((key, made));
        text
    })
}

fn number_format(languages: &Array, options: &Object) -> Function {
    Intl::NumberFormat::new(languages, options).format().unchecked_into()
}

fn date_format(languages: &Array, options: &Object) -> Function {
    Intl::DateTimeFormat::new(languages, options).format().unchecked_into()
}

fn call(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
