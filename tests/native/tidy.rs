//! The rules of the house, read off the files themselves.
//!
//! Each rule is a function from a file to what it finds there; each test also shows that the rule can fail.

mod files;
mod imports;
mod styles;

use super::profiles::survey;
use files::{File, check, code, files, is_word, literals, rust_sources, says, without_comments};

/// What a strict Content-Security-Policy refuses or what could turn a text into markup.
fn injections(file: &File) -> Vec<String> {
    const NEVER: [&str; 12] = [
        " style=",
        "ttribute(\"style\"",
        "innerHTML",
        "inner_html",
        "outerHTML",
        "outer_html",
        "insertAdjacentHTML",
        "from_html_unchecked",
        "document.write",
        "eval(",
        "new Function",
        "cssText",
    ];
    let text = without_comments(&file.text);
    NEVER.iter().filter(|word| text.contains(**word)).map(|word| (*word).to_owned()).collect()
}

/// Every page that is shipped.
const PAGES: [&str; 4] = ["index.html", "embed.html", "validate.html", "docs.html"];

#[test]
fn nothing_is_styled_inline_and_no_text_becomes_markup() {
    let pages = PAGES.into_iter().flat_map(files);
    let ours = files("src").into_iter().chain(pages).chain(files("integrations"));
    let planted = ["<p style={x}>", "element.innerHTML = text;", "Html::from_html_unchecked(text)"];
    check(ours, &planted.map(|text| File::planted("src/views/x.rs", text)), injections);
}

/// Files that nobody reads at one go.
fn overlong(file: &File) -> Vec<String> {
    let lines = file.text.lines().count();
    if lines > 320 { vec![[&lines.to_string(), " lines"].concat()] } else { Vec::new() }
}

#[test]
fn no_file_is_longer_than_320_lines() {
    // Tables of words are read entry by entry.
    let ours = rust_sources().filter(|file| !file.path.starts_with("src/words/"));
    let ours = ours.chain(files("tests/native").into_iter().filter(|file| file.ends(".rs")));
    check(ours, &[File::planted("src/x.rs", &"\n".repeat(321))], overlong);
}

/// Drawers that would take in anything.
fn drawers(file: &File) -> Vec<String> {
    const DRAWERS: [&str; 7] = ["utils", "util", "types", "helpers", "services", "common", "misc"];
    let path = file.path.rsplit_once('.').map_or(file.path.as_str(), |(path, _)| path);
    let in_path = path.split('/').filter(|step| DRAWERS.contains(step)).map(str::to_owned);
    let code = code(&file.text);
    let inside = DRAWERS.iter().filter(|name| code.contains(&["mod ", name, " {"].concat()));
    in_path.chain(inside.map(|name| (*name).to_owned())).collect()
}

#[test]
fn every_module_is_named_for_what_it_holds() {
    let planted = [("src/utils.rs", ""), ("src/views/common/a.rs", ""), ("src/a.rs", "mod helpers {}")];
    let ours = rust_sources().chain(files("tests"));
    check(ours, &planted.map(|(path, text)| File::planted(path, text)), drawers);
}

/// Names and identifiers of the shipped survey that stand in code or in the words of the interface.
fn survey_content(file: &File) -> Vec<String> {
    let survey = survey();
    let roles = survey.roles.iter().map(|role| (role.id.as_str(), role.name.as_str()));
    let capabilities = survey
        .capabilities()
        .flat_map(|own| [(own.id.as_str(), own.name.as_str()), (own.code.as_str(), own.short.as_str())]);
    let items =
        survey.items().flat_map(|item| [(item.id.as_str(), item.stem.as_str()), (item.code.as_str(), "")]);
    let levels = survey.levels.iter().map(|level| ("", level.name.as_str()));
    let literals = literals(&file.text);
    let lower = file.text.to_lowercase();
    let mut found = Vec::new();
    for (id, name) in roles.chain(capabilities).chain(items).chain(levels) {
        if !id.is_empty() && literals.iter().any(|text| text == id || (id.contains('.') && says(text, id))) {
            found.push(id.to_owned());
        }
        // A name of several words is unmistakable anywhere. One of a single word, such as that of a level or
        // the short name of a capability, is also ordinary English ("a defined goal", "takes the focus"), so
        // it counts where it is written as a name: with a capital, between quotes, in five letters or more.
        let named = if name.contains([' ', '-']) {
            says(&lower, &name.to_lowercase())
        } else {
            name.len() >= 5 && literals.iter().any(|text| says(text, name))
        };
        if named {
            found.push(name.to_owned());
        }
    }
    found
}

#[test]
fn no_role_capability_item_or_level_is_named_in_rust() {
    let planted = [
        "if role.id.as_str() == \"rb\" {}",
        "// The strategic business driver comes first.",
        "const STEP: &str = \"sbd.insight.dir\";",
        "\"You are at Proactive now\"",
        "\"Advocacy is low\"",
        "let code = \"S1a\";",
    ];
    check(rust_sources(), &planted.map(|text| File::planted("src/x.rs", text)), survey_content);
}

/// What belongs to the making of a survey and not into it: names of source files, tests.
fn workshop_traces(file: &File) -> Vec<String> {
    let words = file.text.split(|letter: char| !is_word(letter) && letter != '.');
    let seed = |word: &&str| {
        let stem = word.strip_suffix(".txt").and_then(|stem| stem.split_once('_'));
        stem.is_some_and(|(number, hash)| {
            number.len() == 3
                && number.chars().all(|digit| digit.is_ascii_digit())
                && hash.chars().all(|digit| digit.is_ascii_hexdigit())
        })
    };
    let golden = file.text.to_lowercase().contains("golden").then(|| "golden tests".to_owned());
    words.filter(seed).map(str::to_owned).chain(golden).collect()
}

#[test]
fn surveys_name_sources_by_title_and_carry_no_tests() {
    let planted = ["{\"file\": \"000_4d2b03b36596d433.txt\"}", "{\"golden_tests\": []}"];
    let ours = files("surveys").into_iter().filter(|file| file.ends(".json"));
    check(ours, &planted.map(|text| File::planted("surveys/x.json", text)), workshop_traces);
}

/// Places that exist on one machine only.
fn machine_traces(file: &File) -> Vec<String> {
    let home = ["/work/", "/home/", "/root/", "/Users/", "/mnt/", "/opt/", "C:\\"];
    let path = |place: &&&str| {
        file.text
            .match_indices(**place)
            .any(|(at, _)| !file.text[..at].ends_with(|before| is_word(before) || before == '.'))
    };
    // Lock files name where a package is published; anywhere else a host would be one of ours.
    let hosts = ["index.crates.io", "static.crates.io", "registry.npmjs.org", "registry.yarnpkg.com"];
    let lock = file.ends("Cargo.lock") || file.ends("package-lock.json");
    let host = |host: &&&str| !lock && file.text.contains(**host);
    let other = file.ends("Cargo.lock").then(|| {
        file.text.lines().filter(|line| {
            line.starts_with("source = ")
                && !line.contains("registry+https://github.com/rust-lang/crates.io-index")
        })
    });
    let resolved = file.ends("package-lock.json").then(|| {
        file.text
            .lines()
            .filter(|line| line.contains("\"resolved\"") && !line.contains("https://registry.npmjs.org/"))
    });
    let found = home.iter().filter(path).chain(hosts.iter().filter(host)).map(|found| (*found).to_owned());
    let sources = other.into_iter().flatten().map(str::to_owned);
    found.chain(sources).chain(resolved.into_iter().flatten().map(str::to_owned)).collect()
}

#[test]
fn no_file_names_a_place_on_one_machine_or_a_registry() {
    // This file has to name what it looks for.
    let ours = files(".").into_iter().filter(|file| !file.ends("tests/native/tidy.rs"));
    let planted = [
        ("a.md", "see /home/me/notes"),
        ("tools/x.sh", "curl https://registry.npmjs.org/x"),
        ("Cargo.lock", "source = \"registry+https://mirror.example/index\""),
        ("package-lock.json", "\"resolved\": \"https://mirror.example/a.tgz\""),
    ];
    check(ours, &planted.map(|(path, text)| File::planted(path, text)), machine_traces);
}

/// What the page must have and must not have for its policy to hold.
fn page_faults(file: &File) -> Vec<String> {
    let text = &file.text;
    let mut found = Vec::new();
    let policy = text.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1);
    let policy = policy.and_then(|rest| rest.split('"').next()).unwrap_or_default();
    // Charts become pictures out of blobs; nothing else is drawn but the page's own icon.
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' blob:",
    ] {
        if !policy.split(';').any(|own| own.trim() == part) {
            found.push(["the policy lacks ", part].concat());
        }
    }
    for part in ["'unsafe-inline'", "'unsafe-eval'", "*"] {
        if policy.contains(part) {
            found.push(["the policy has ", part].concat());
        }
    }
    let inline_script = text.split("<script").skip(1).any(|rest| {
        rest.split_once('>')
            .is_none_or(|(tag, body)| !tag.contains(" src=") || !body.starts_with("</script>"))
    });
    let handler = |rest: &str| {
        let name: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
        name.len() > 2 && rest[name.len()..].starts_with("=\"")
    };
    for (fault, is_there) in [
        ("a script in the page", inline_script),
        ("a style in the page", text.contains("<style") || text.contains(" style=")),
        ("a handler in the page", text.match_indices(" on").any(|(at, _)| handler(&text[at + 1..]))),
        ("a javascript: address", text.contains("javascript:")),
    ] {
        if is_there {
            found.push(fault.to_owned());
        }
    }
    found
}

#[test]
fn the_pages_have_a_strict_policy_and_keep_to_it() {
    let page = files("index.html").remove(0).text;
    let planted = [
        String::new(),
        page.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'"),
        page.replace("img-src 'self' blob:", "img-src 'self' data: blob:"),
        page.replace("</body>", "<script>start()</script></body>"),
        page.replace("</head>", "<style>a{}</style></head>"),
        page.replace("<main>", "<main onclick=\"start()\">"),
        page.replace("<main>", "<main style=\"color: red\">"),
    ];
    check(
        PAGES.into_iter().flat_map(files),
        &planted.map(|text| File::planted("index.html", &text)),
        page_faults,
    );
}

/// Every text between quotes in the Rust code.
pub fn literals_of_rust() -> Vec<String> {
    rust_sources().flat_map(|file| literals(&file.text)).collect()
}
