//! JSON text and plain JavaScript values.

use js_sys::JSON;
use wasm_bindgen::JsValue;

/// The plain value of JSON text; `null` for text that is none.
pub fn to_value(text: &str) -> JsValue {
    JSON::parse(text).unwrap_or(JsValue::NULL)
}
