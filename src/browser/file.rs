//! Files that leave the browser by the person's own hand.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers text as a download; `false` if the browser refuses.
pub fn download(name: &str, media_type: &str, text: &str) -> bool {
    try_download(name, media_type, text).is_some()
}

fn try_download(name: &str, media_type: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?.unchecked_into::<HtmlAnchorElement>();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the bytes over once the click has returned.
    Url::revoke_object_url(&url).ok()
}
