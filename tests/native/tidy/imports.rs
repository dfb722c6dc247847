//! Who may import whom.

use super::files::{File, check, code, files, is_word, places, rust_sources};

/// Every path that starts with `root`, those in braces spelled out: `crate::{a::B, c}` is `a::B` and `c`.
fn paths(code: &str, root: &str) -> Vec<String> {
    let mut found = Vec::new();
    for at in places(code, root) {
        let rest = &code[at + root.len()..];
        let whole = code[..at].trim_end().ends_with("use") && rest.trim_start().starts_with([';', ' ']);
        if let Some(rest) = rest.strip_prefix("::") {
            branch(rest, "", &mut found);
        } else if whole {
            found.push(String::new());
        }
    }
    found
}

fn branch(code: &str, prefix: &str, found: &mut Vec<String>) {
    let code = code.trim_start();
    if let Some(group) = code.strip_prefix('{') {
        let (mut depth, mut start) = (0, 0);
        for (at, letter) in group.char_indices() {
            match letter {
                ',' | '}' if depth == 0 => {
                    branch(&group[start..at], prefix, found);
                    start = at + 1;
                    if letter == '}' {
                        return;
                    }
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
        }
        return;
    }
    let end = code.find(|letter| !is_word(letter) && letter != '*').unwrap_or(code.len());
    let path = [prefix, &code[..end]].concat();
    match code[end..].strip_prefix("::") {
        Some(rest) if rest.starts_with(|letter| is_word(letter) || letter == '{' || letter == '*') => {
            branch(rest, &[&path, "::"].concat(), found);
        }
        _ if end > 0 => found.push(path),
        _ => {}
    }
}

/// Who may import whom: a room, rooms and names of ours it may use, crates and their names it may use.
/// The first row that fits a file counts; a room may always use itself. `main` and `lib` only list rooms.
const TABLE: [(&str, &str, &str); 25] = [
    ("survey", "", ""),
    ("answers", "survey", ""),
    ("scoring", "survey answers", ""),
    ("history", "survey answers scoring", ""),
    ("team", "survey answers scoring history", ""),
    ("plan", "survey answers scoring history", ""),
    ("addendum", "survey answers history plan", ""),
    ("cycle", "survey answers scoring history plan addendum", ""),
    ("lens", "survey history", ""),
    ("draft", "survey answers scoring history", ""),
    ("radar", "survey answers scoring history", ""),
    ("timeline", "radar", ""),
    ("document", "survey answers scoring history team plan addendum cycle lens draft", ""),
    ("qr", "", "qrcodegen"),
    ("storage", "", ""),
    (
        "session",
        "survey answers scoring history team plan addendum cycle lens draft storage",
        "yew::Reducible",
    ),
    ("words", "history::Date", ""),
    ("browser", "storage words::Format history::Date", BROWSER),
    ("views::app", EVERYTHING, VIEWS_TOP),
    ("views::effects", EVERYTHING, VIEWS_TOP),
    ("views", VIEWS, FIELDS),
    (
        "embed",
        "survey history session words views browser document storage",
        "yew wasm_bindgen wasm_bindgen_futures js_sys web_sys",
    ),
    ("main", "", "maturity_radar"),
    ("start", "", "maturity_radar"),
    ("validate", "", "maturity_radar::document maturity_radar::survey"),
];
const BROWSER: &str = "wasm_bindgen wasm_bindgen_futures js_sys web_sys";
const VIEWS: &str = "survey answers scoring history team plan addendum cycle lens draft radar timeline qr session words \
                     storage::Keeping storage::StoreError";
const FIELDS: &str = "yew web_sys::HtmlInputElement web_sys::HtmlSelectElement \
                      web_sys::HtmlTextAreaElement web_sys::HtmlElement";
const VIEWS_TOP: &str = "yew web_sys wasm_bindgen wasm_bindgen_futures js_sys";
const EVERYTHING: &str = "survey answers scoring history team plan addendum cycle lens draft radar timeline document qr \
                          storage session words browser views";

/// Crates this package depends on, as code names them.
fn crates() -> Vec<String> {
    let manifest = files("Cargo.toml").remove(0).text;
    let mut section = "";
    let mut found = vec!["maturity_radar".to_owned()];
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
            found.extend(
                line.strip_prefix("[dependencies.").map(|name| name.trim_end_matches(']').to_owned()),
            );
        } else if section == "[dependencies]" {
            found.extend(line.split_once(" =").map(|(name, _)| name.to_owned()));
        }
    }
    found.into_iter().map(|name| name.replace('-', "_")).collect()
}

fn foreign_imports(file: &File) -> Vec<String> {
    let module = file.module();
    let name = module.join("::");
    if name == "lib" {
        return Vec::new();
    }
    let fits = |room: &str| name == room || name.starts_with(&[room, "::"].concat());
    let Some((room, ours, theirs)) = TABLE.iter().find(|(room, ..)| fits(room)) else {
        return vec!["this room has no row in the table".to_owned()];
    };
    let code = code(&file.text);
    let within = |path: &str, allowed: &str| {
        allowed.split(' ').any(|name| path == name || path.starts_with(&[name, "::"].concat()))
    };
    let house = module[0];
    // The two rooms that know the browser are above the other views, not beside them.
    let upstairs =
        |path: &str| house == "views" && *room == "views" && within(path, "views::app views::effects");
    let mut named = paths(&code, "crate");
    for path in paths(&code, "super") {
        let up = 1 + path.matches("super::").count();
        let parent = module[..module.len().saturating_sub(up)].join("::");
        let path = path.trim_start_matches("super::");
        named.push(if parent.is_empty() { path.to_owned() } else { [&parent, "::", path].concat() });
    }
    let own =
        named.into_iter().filter(|path| (!within(path, house) && !within(path, ours)) || upstairs(path));
    let other = crates().into_iter().flat_map(|root| {
        let paths = paths(&code, &root).into_iter();
        paths.map(move |path| [&root, "::", &path].concat().trim_end_matches("::").to_owned())
    });
    own.chain(other.filter(|path| !within(path, theirs)))
        .map(|path| ["must not use ", &path].concat())
        .collect()
}

#[test]
fn rooms_import_what_the_table_allows() {
    let planted = [
        ("src/survey.rs", "use js_sys::Date;"),
        ("src/survey.rs", "use super::answers;"),
        ("src/scoring/score.rs", "use crate::{survey::Survey, history::Wave};"),
        ("src/scoring/score.rs", "use super::super::history::Wave;"),
        ("src/team/panel.rs", "use crate::plan::Plan;"),
        ("src/lens/compare.rs", "use crate::document::Tree;"),
        ("src/timeline.rs", "use crate::history::Series;"),
        ("src/radar.rs", "let html: yew::Html = yew::html! {};"),
        ("src/document/survey.rs", "use web_sys::Window;"),
        ("src/qr.rs", "use crate::document::link;"),
        ("src/radar.rs", "fn f(code: qrcodegen::QrCode) {}"),
        ("src/storage.rs", "fn f(wave: crate::history::Wave) {}"),
        ("src/session.rs", "use yew::prelude::*;"),
        ("src/browser/store.rs", "use crate::survey::Survey;"),
        ("src/browser/intl.rs", "use crate::words::{Format, Language};"),
        ("src/views/welcome.rs", "use crate::storage::MemoryStore;"),
        ("src/views/welcome.rs", "use super::effects::Keeper;"),
        ("src/views/question/anchors.rs", "use crate::browser::clock;"),
        ("src/views/app.rs", "use crate::embed;"),
        ("src/embed.rs", "use crate::scoring::score;"),
        ("src/utils.rs", ""),
    ];
    check(rust_sources(), &planted.map(|(path, text)| File::planted(path, text)), foreign_imports);
}

#[test]
fn the_table_lets_pass_what_it_allows() {
    for (path, text) in [
        (
            "src/scoring/score.rs",
            "use super::levels::level_of;\nuse crate::{survey::{self, Survey}, answers::*};",
        ),
        ("src/session/answering.rs", "use super::{Action, Answering};\nuse yew::Reducible;"),
        ("src/browser/intl.rs", "use crate::words::Format;\nuse js_sys::Intl;"),
        ("src/survey.rs", "//! use serde\nconst A: &str = \"crate::history\";"),
        ("src/views/frame.rs", "use super::icon::icon;\nuse crate::storage::{Keeping, StoreError};"),
    ] {
        assert_eq!(foreign_imports(&File::planted(path, text)), [""; 0], "{path}");
    }
}
