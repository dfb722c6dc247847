//! The page around one widget, as its element hands it over: what the widget is made from, and what it may ask.
//!
//! The other side, with what each service does, is in `embed/running.js`, and what only the whole program asks
//! for in `embed/services.js`; records are kept by `embed/shelf.js`. JavaScript waits for the browser far more
//! cheaply than a program does, so nothing here waits: what the shelf has to say comes back through the methods
//! of `embed::Widget`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the element gives to `mount`.
    #[derive(Debug)]
    pub type Host;

    /// The survey's document.
    #[wasm_bindgen(method, getter)]
    pub fn survey(this: &Host) -> Option<String>;

    /// Why there is no such document: `missing`, `unreachable` or `not_json_page`.
    #[wasm_bindgen(method, getter, js_name = surveyFault)]
    pub fn survey_fault(this: &Host) -> Option<String>;

    /// The document of the survey's next steps, where it has one that could be fetched.
    #[wasm_bindgen(method, getter, js_name = nextSteps)]
    pub fn next_steps(this: &Host) -> Option<String>;

    /// The language around the element, as a BCP 47 tag.
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Host) -> String;

    /// The level of the widget's first heading, from 1 to 6.
    #[wasm_bindgen(method, getter, js_name = headingLevel)]
    pub fn heading_level(this: &Host) -> u8;

    /// Whether 'Start' was pressed before the widget was there.
    #[wasm_bindgen(method, getter)]
    pub fn start(this: &Host) -> bool;

    /// The screen to begin with, where another program has handed over; empty otherwise.
    #[wasm_bindgen(method, getter)]
    pub fn screen(this: &Host) -> String;

    /// Asks for the whole program to take over at a screen; this one is taken down then.
    #[wasm_bindgen(method, js_name = handOver)]
    pub fn hand_over(this: &Host, screen: &str);

    /// Tells where the session stands: at a screen, or at a step of so many in the draft of this key.
    #[wasm_bindgen(method)]
    pub fn moved(this: &Host, place: &str, step: u32, steps: u32);

    /// Opens the records of one survey; answered by `found` for each and then by `opened`.
    #[wasm_bindgen(method)]
    pub fn open(this: &Host, name: &str);

    /// Writes one record; answered by `kept`, unless a later state of it is written in its place.
    #[wasm_bindgen(method)]
    pub fn put(this: &Host, key: &str, text: &str, revision: u32);

    /// Removes a record, unless something was answered in it after `touched_ms`.
    #[wasm_bindgen(method)]
    pub fn remove(this: &Host, key: &str, touched_ms: f64);

    /// Removes every record of the survey; answered by `erased`.
    #[wasm_bindgen(method)]
    pub fn clear(this: &Host);

    /// Tells the page that there is no survey to show.
    #[wasm_bindgen(method)]
    pub fn fault(this: &Host, code: &str);

    /// Moves focus to the first element that fits; `false` where there is none.
    #[wasm_bindgen(method)]
    pub fn focus(this: &Host, selector: &str) -> bool;
}

#[cfg(feature = "results")]
#[wasm_bindgen]
extern "C" {
    /// The fragment a link to the page has brought, with its `#`; empty where there was none.
    #[wasm_bindgen(method, getter)]
    pub fn link(this: &Host) -> String;

    /// The address of the page, without what stands behind `?` or `#`.
    #[wasm_bindgen(method, getter, js_name = pageAddress)]
    pub fn page_address(this: &Host) -> String;

    /// Offers a text as a download; the name's ending tells what it is.
    #[wasm_bindgen(method)]
    pub fn download(this: &Host, name: &str, text: &str);

    /// Opens the browser's picker; answered by `offered` or `refused` for each file, then by `offered_all`.
    #[wasm_bindgen(method)]
    pub fn pick(this: &Host);

    /// Fetches the document of a lens; answered by `lens_read`.
    #[wasm_bindgen(method)]
    pub fn lens(this: &Host, id: &str, document: &str);

    /// Prints the widget alone; the page has this title meanwhile.
    #[wasm_bindgen(method)]
    pub fn print(this: &Host, title: &str);

    /// Offers the chart of this name as a file; answered by `pictured`.
    #[wasm_bindgen(method)]
    pub fn picture(this: &Host, chart: &str, name: &str, kind: &str);

    /// Takes focus from what has it.
    #[wasm_bindgen(method)]
    pub fn blur(this: &Host);

    /// Waits for what is drawn to be on screen; answered by `draw_rest`.
    #[wasm_bindgen(method)]
    pub fn rest(this: &Host);

    /// Puts a text on the clipboard; answered by `copied`.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, text: &str);
}
