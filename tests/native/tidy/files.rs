//! The files of this repository, and how the rules read them.

use std::fs;
use std::path::Path;

/// A text file of this repository.
pub struct File {
    /// Its path from the top, with slashes.
    pub path: String,
    pub text: String,
}

impl File {
    pub fn planted(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub fn ends(&self, end: &str) -> bool {
        self.path.ends_with(end)
    }

    /// The segments of the module this Rust file is: `src/views/app.rs` is `views::app`.
    pub fn module(&self) -> Vec<&str> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        path.split('/').collect()
    }
}

/// Every text file below a folder or the file itself, in the order of paths; nothing where there is none.
pub fn files(place: &str) -> Vec<File> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), place, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(top: &Path, place: &str, found: &mut Vec<File>) {
    const NOT_OURS: [&str; 5] = [".git", "target", "node_modules", "dist", "release"];
    let Ok(entries) = fs::read_dir(top.join(place)) else {
        found.extend(fs::read_to_string(top.join(place)).map(|text| File { path: place.to_owned(), text }));
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().into_string().expect("a name in Unicode");
        if !NOT_OURS.contains(&name.as_str()) {
            let path = if place == "." { name } else { [place, "/", &name].concat() };
            collect(top, &path, found);
        }
    }
}

pub fn rust_sources() -> impl Iterator<Item = File> {
    files("src").into_iter().filter(|file| file.ends(".rs"))
}

/// Fails with everything a rule finds, unless it finds nothing in our files and something in the planted one.
pub fn check(ours: impl Iterator<Item = File>, planted: &[File], rule: impl Fn(&File) -> Vec<String>) {
    for file in planted {
        assert!(!rule(file).is_empty(), "the rule overlooks {}: {}", file.path, file.text);
    }
    let told = |file: File| rule(&file).into_iter().map(move |found| [&file.path, ": ", &found].concat());
    let found: Vec<String> = ours.flat_map(told).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The lines that are no comment, for Rust, JavaScript and CSS.
pub fn without_comments(text: &str) -> String {
    let comment = |line: &&str| !["//", "/*", "*"].iter().any(|start| line.trim_start().starts_with(start));
    text.lines().filter(comment).collect::<Vec<_>>().join("\n")
}

/// The texts between quotes of Rust code.
pub fn literals(text: &str) -> Vec<String> {
    let code = without_comments(text).replace("'\"'", "' '").replace("\\\\", "").replace("\\\"", "");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Rust code without comments and without the texts between quotes.
pub fn code(text: &str) -> String {
    let code = without_comments(text).replace("'\"'", "' '").replace("\\\\", "").replace("\\\"", "");
    code.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
}

pub fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Where a word stands by itself.
pub fn places(text: &str, word: &str) -> Vec<usize> {
    let alone =
        |at: &usize| !text[..*at].ends_with(is_word) && !text[*at + word.len()..].starts_with(is_word);
    text.match_indices(word).map(|(at, _)| at).filter(alone).collect()
}

/// Whether a word stands anywhere by itself.
pub fn says(text: &str, word: &str) -> bool {
    !places(text, word).is_empty()
}
