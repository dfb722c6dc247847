//! Numbers, dates and times as the browser writes them in a language.

use crate::history::Date;
use crate::words::Format;
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// The browser's way to write figures.
pub const FORMAT: Format = Format { number, percent, date, time };

thread_local! {
    // Making a formatter costs far more than using it, and a results page writes some hundred figures.
    static FORMATTERS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

fn number(lang: &str, value: f64, decimals: u8, fixed: bool) -> String {
    let most = f64::from(decimals);
    let least = if fixed { most } else { 0.0 };
    let options = [
        ("maximumFractionDigits", JsValue::from(most)),
        ("minimumFractionDigits", JsValue::from(least)),
        ("signDisplay", JsValue::from("negative")),
    ];
    let text = write("number", lang, &options, &JsValue::from(value));
    text.replace('-', "\u{2212}")
}

fn percent(lang: &str, percent: f64) -> String {
    let options = [("style", JsValue::from("percent")), ("maximumFractionDigits", JsValue::from(0.0))];
    write("percent", lang, &options, &JsValue::from(percent / 100.0))
}

fn date(lang: &str, date: Date) -> String {
    let day = js_sys::Date::new(&JsValue::from([&date.to_string(), "T12:00:00Z"].concat()));
    let options = [
        ("day", JsValue::from("numeric")),
        ("month", JsValue::from("long")),
        ("year", JsValue::from("numeric")),
        ("timeZone", JsValue::from("UTC")),
    ];
    write("date", lang, &options, &day)
}

fn time(lang: &str, at_ms: f64) -> String {
    let at = js_sys::Date::new(&JsValue::from(at_ms));
    let options = [("hour", JsValue::from("2-digit")), ("minute", JsValue::from("2-digit"))];
    write("time", lang, &options, &at)
}

fn write(kind: &str, lang: &str, options: &[(&str, JsValue)], value: &JsValue) -> String {
    let mut key = [kind, " ", lang].concat();
    for (_, option) in options {
        // Numbers of digits tell formatters of one kind apart.
        key.push((b'a' + option.as_f64().unwrap_or_default() as u8) as char);
    }
    FORMATTERS.with_borrow_mut(|formatters| {
        if let Some((_, known)) = formatters.iter().find(|(own, _)| *own == key) {
            return call(known, value);
        }
        let made = formatter(kind, lang, options);
        let text = call(&made, value);
        formatters.push((key, made));
        text
    })
}

fn formatter(kind: &str, lang: &str, options: &[(&str, JsValue)]) -> Function {
    let settings = Object::new();
    for (name, value) in options {
        // Setting a field of a fresh object cannot fail.
        _ = Reflect::set(&settings, &JsValue::from(*name), value);
    }
    let languages = Array::of1(&JsValue::from(lang));
    match kind {
        "date" | "time" => Intl::DateTimeFormat::new(&languages, &settings).format(),
        _ => Intl::NumberFormat::new(&languages, &settings).format(),
    }
    .unchecked_into()
}

fn call(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
