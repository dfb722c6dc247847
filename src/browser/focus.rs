//! Focus inside one widget.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves focus to the first of these that is there, given as selectors in order of preference.
pub fn move_to(root: &Element, selectors: &[&str]) {
    let found = selectors.iter().find_map(|selector| root.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take focus keeps it where it is; there is nothing better to do.
        _ = element.focus();
    }
}
