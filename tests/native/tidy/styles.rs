//! What holds for the style sheets.

use super::files::{File, check, files, is_word, literals, rust_sources, without_comments};

/// Colours in places other than the one where all of them are.
fn literal_colours(file: &File) -> Vec<String> {
    let text = without_comments(&file.text);
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(", "hwb("];
    let mut found: Vec<String> =
        functions.iter().filter(|name| text.contains(**name)).map(|name| (*name).to_owned()).collect();
    for (at, _) in text.match_indices('#') {
        let digits: String =
            text[at + 1..].chars().take_while(|letter| is_word(*letter) || *letter == '-').collect();
        if matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            found.push(["#", &digits].concat());
        }
    }
    found
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    // brand.css is an owner's, as docs.html shows it.
    let ours = files("styles").into_iter().filter(|file| file.ends(".css"));
    let ours = ours.filter(|file| !file.ends("/tokens.css") && !file.ends("/brand.css"));
    let code = files("src").into_iter().filter(|file| file.ends(".rs") || file.ends(".js"));
    let planted = ["a { color: #fff }", "a { color: rgb(0 0 0) }", "a { border: 1px solid #12345678 }"];
    check(ours.chain(code), &planted.map(|text| File::planted("styles/page.css", text)), literal_colours);
}

/// Lengths in device units, which the tokens alone may have.
fn literal_lengths(file: &File) -> Vec<String> {
    let text = without_comments(&file.text);
    let ends = |unit: &str| {
        text.match_indices(unit).any(|(at, _)| {
            text[..at].ends_with(|digit: char| digit.is_ascii_digit())
                && !text[at + unit.len()..].starts_with(is_word)
        })
    };
    ["px", "pt", "mm", "rem"].into_iter().filter(|unit| ends(unit)).map(str::to_owned).collect()
}

#[test]
fn lengths_that_do_not_follow_the_text_stand_in_the_tokens_alone() {
    let ours = ["styles/widget.css", "styles/later.css", "styles/lens.css", "styles/validate.css"]
        .into_iter()
        .flat_map(files);
    let planted = ["a { width: 3px }", "a { margin: 0 1rem }", "a { inset: 2mm; }"];
    check(ours, &planted.map(|text| File::planted("styles/later.css", text)), literal_lengths);
}

/// A rule that does not close takes those behind it along, and no browser says so.
fn open_rules(file: &File) -> Vec<String> {
    let (mut depth, mut found) = (0, Vec::new());
    for line in without_comments(&file.text).lines() {
        if line.starts_with(['.', '@', ':']) && depth > 0 {
            found.push(["within another rule: ", line].concat());
            break;
        }
        depth += line.matches('{').count() as i32 - line.matches('}').count() as i32;
    }
    if depth != 0 && found.is_empty() {
        found.push("the last rule does not close".to_owned());
    }
    found
}

#[test]
fn every_style_rule_closes() {
    let planted =
        ["@media print {\n  .a { top: 0; }\n.b { top: 0; }", "a {", "@media print {\n  .a { top: 0; }\n"];
    let ours = files("styles").into_iter().filter(|file| file.ends(".css"));
    check(ours, &planted.map(|text| File::planted("styles/later.css", text)), open_rules);
}

/// Classes of the later styles that nothing draws, which every visitor would load for nothing.
fn unused_classes(file: &File) -> Vec<String> {
    let scripts = files("src/embed").into_iter().filter(|file| file.ends(".js")).map(|file| file.text);
    let drawn: Vec<String> = rust_sources().flat_map(|file| literals(&file.text)).chain(scripts).collect();
    let text = without_comments(&file.text);
    let classes = text
        .split(".mr-")
        .skip(1)
        .map(|rest| rest.chars().take_while(|letter| is_word(*letter) || *letter == '-').collect::<String>());
    let is_drawn = |class: &String| drawn.iter().any(|text| text.contains(&["mr-", class].concat()));
    classes.filter(|class| !is_drawn(class)).collect()
}

#[test]
fn every_class_of_the_later_styles_is_drawn_somewhere() {
    let planted = [File::planted("styles/later.css", ".mr-nowhere { color: inherit }")];
    check(files("styles/later.css").into_iter(), &planted, unused_classes);
}
