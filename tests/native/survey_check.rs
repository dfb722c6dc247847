//! What an owner is told: each problem with its line and its remedy, by the reader and by the command.

use super::next_steps::STEPS;
use super::profiles::{SURVEY, survey};
use super::trees::{tree, with, without};
use maturity_radar::document::check::{self, Finding, remedy, report};
use maturity_radar::document::{Code, Tree};
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, process};

const PAGE: &str = include_str!("../../docs/survey-problems.md");

fn findings(text: &str) -> Vec<Finding> {
    check::survey(text).expect_err("a document with problems")
}

/// The shipped survey with a line of it replaced.
fn changed(old: &str, new: &str) -> String {
    assert!(SURVEY.contains(old), "{old}");
    SURVEY.replacen(old, new, 1)
}

/// Where the first of these words stands, counted by hand.
fn line_of(text: &str, words: &str) -> usize {
    text.lines().position(|line| line.contains(words)).expect("the words") + 1
}

#[test]
fn a_problem_has_the_line_of_its_field() {
    let text = changed("\"minutes\": 10", "\"minutes\": 0");
    let found = findings(&text);
    assert_eq!(found.len(), 1);
    let Finding { problem, place } = &found[0];
    assert_eq!((problem.code, problem.pointer.as_str()), (Code::OutOfRange, "/intro/minutes"));
    assert_eq!(place.line, line_of(&text, "\"minutes\": 0"));
    assert_eq!(place.column, 3);
    assert_eq!(&text[place.start..place.end], "\"minutes\": 0");
}

#[test]
fn what_is_missing_has_the_line_of_what_it_is_missing_from() {
    let text = changed("   \"name\": \"Reactive\",\n", "");
    let found = findings(&text);
    assert_eq!((found[0].problem.code, found[0].problem.pointer.as_str()), (Code::Missing, "/levels/0/name"));
    assert_eq!(found[0].place.line, line_of(&text, "\"levels\": [") + 1);
    assert_eq!(&text[found[0].place.start..found[0].place.end], "{");
}

#[test]
fn a_text_that_is_no_json_has_the_line_where_it_stops_to_be() {
    let text = changed("\"lang\": \"en\",", "\"lang\": \"en\"");
    let found = findings(&text);
    assert_eq!(
        (found[0].problem.code, found[0].place.line),
        (Code::JsonSyntax, line_of(&text, "\"next_steps\""))
    );
    let twice = changed("\"lang\": \"en\",", "\"lang\": \"en\",\n \"lang\": \"de\",");
    let found = findings(&twice);
    assert_eq!((found[0].problem.code, found[0].place.line), (Code::DuplicateKey, line_of(&twice, "\"de\"")));
    let cut = findings("{\n \"format\": \"mark");
    assert_eq!((cut[0].problem.code, cut[0].place.line), (Code::JsonSyntax, 2));
    assert_eq!(findings("")[0].place, check::Place { line: 1, column: 1, start: 0, end: 0 });
}

#[test]
fn places_are_counted_in_characters_and_selected_in_the_units_of_pages() {
    // One character of two units before the place, in the same line.
    let text = "\u{feff}{\"\u{1f9ed}\": [\"a\", {\"~/\\u0022\\\\\": 1}], \"format\": 7}";
    let found = findings(text);
    let format = found.iter().find(|own| own.problem.pointer == "/format").expect("the format");
    let column = text.trim_start_matches('\u{feff}').chars().position(|letter| letter == 'f').unwrap();
    assert_eq!((format.place.line, format.place.column), (1, column));
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16_lossy(&units[format.place.start..format.place.end]), "\"format\": 7");
    assert!(
        found.windows(2).all(|pair| pair[0].place.start <= pair[1].place.start),
        "in the order of the text"
    );
}

#[test]
fn a_name_with_odd_characters_is_found() {
    let odd = "a/b~c\"d\\e\nf";
    let broken = with(&tree(SURVEY), "/texts/zone", Tree::record([(odd, Tree::Number(1.0))]));
    let text = broken.write();
    let found = findings(&text);
    let own = found.iter().find(|own| own.problem.code == Code::WrongType).expect("no text");
    assert_eq!(own.problem.pointer, "/texts/zone/a~1b~0c\"d\\e\nf");
    assert!(text[own.place.start..own.place.end].starts_with("\"a/b~c\\\"d\\\\e"), "{:?}", own.place);
}

#[test]
fn every_field_is_found_where_it_stands() {
    let document = tree(SURVEY);
    let mut met = 0;
    // Each reads the whole survey, so not every one of them is tried.
    for pointer in super::trees::fields(&document).into_iter().step_by(3) {
        let broken = with(&document, &pointer, Tree::Bool(true)).write();
        for own in check::survey(&broken).err().unwrap_or_default() {
            let told = &broken[own.place.start..own.place.end];
            if own.problem.pointer == pointer {
                let name = pointer.rsplit('/').next().unwrap_or_default();
                let in_list = name.parse::<usize>().is_ok();
                let whole = if in_list { "true".to_owned() } else { format!("\"{name}\":true") };
                assert_eq!(told, whole, "{pointer}");
                met += 1;
            }
        }
    }
    assert!(met > 30, "{met}");
}

#[test]
fn a_document_beyond_five_megabytes_is_not_looked_at() {
    let text = [SURVEY.trim_end(), &" ".repeat(5_000_001 - SURVEY.trim_end().len())].concat();
    let found = findings(&text);
    assert_eq!((found.len(), found[0].problem.code), (1, Code::TooLarge));
    assert!(check::survey(&text[..5_000_000]).is_ok());
}

#[test]
fn the_page_of_problems_lists_every_code_with_its_remedy() {
    let row = |code: Code| {
        let start = ["| `", code.name(), "` |"].concat();
        PAGE.lines()
            .find(|line| line.starts_with(&start))
            .unwrap_or_else(|| panic!("no row of {}", code.name()))
    };
    for code in Code::ALL {
        assert!(
            row(code).ends_with(&["| ", remedy(code), " |"].concat()),
            "{}: {}",
            code.name(),
            remedy(code)
        );
    }
    let rows = PAGE.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows, Code::ALL.len(), "a row for a code that is not there");
    let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Code::ALL.len());
    // A code that is not in the list would not be on the page.
    let source = include_str!("../../src/document/problem.rs");
    let named = source.split("pub fn name").nth(1).expect("the names").matches("Self::").count();
    assert_eq!(named, Code::ALL.len());
}

#[test]
fn the_report_says_the_same_as_json() {
    let read = |text: &str| tree(&report(text));
    let sound = read(SURVEY);
    assert_eq!(sound.get("problems"), Some(&Tree::List(Vec::new())));
    let outline = sound.get("survey").expect("a survey");
    assert_eq!(outline.get("id"), Some(&Tree::text("three-role-transformation")));
    assert!(matches!(outline.get("roles"), Some(Tree::List(roles)) if roles.len() == survey().roles.len()));
    let broken = read(&without(&tree(SURVEY), "/intro/title").write());
    assert_eq!(broken.get("survey"), Some(&Tree::Null));
    let Some(Tree::List(problems)) = broken.get("problems") else { panic!("a list") };
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].get("code"), Some(&Tree::text("missing")));
    assert_eq!(problems[0].get("pointer"), Some(&Tree::text("/intro/title")));
    assert_eq!(problems[0].get("remedy"), Some(&Tree::text(remedy(Code::Missing))));
}

/// A folder for the files of one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("maturity-radar-{name}-{}", process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, text: &[u8]) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a file");
        path.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over lies in a temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Status and what the command writes to either side.
fn validate(path: &str) -> (Option<i32>, String, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_validate")).arg(path).output().expect("the command");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (ran.status.code(), text(ran.stdout), text(ran.stderr))
}

#[test]
fn the_command_lists_problems_and_ends_with_a_status() {
    let folder = Folder::new("list");
    let text = changed("\"minutes\": 10", "\"minutes\": 0");
    let path = folder.write("broken.json", text.as_bytes());
    let (status, told, summary) = validate(&path);
    let line = line_of(&text, "\"minutes\": 0");
    let wanted = format!(
        "{path}:{line}:3: out_of_range /intro/minutes: needs a number from 1 to 240 – {}\n",
        remedy(Code::OutOfRange)
    );
    assert_eq!((status, told, summary.as_str()), (Some(1), wanted, "1 problem\n"));
    let (status, told, summary) = validate(&folder.write("large.json", &vec![b' '; 5_000_001]));
    assert_eq!((status, summary.as_str()), (Some(1), "1 problem\n"));
    assert!(told.contains("too_large"), "{told}");
    let (status, told, reason) = validate(&folder.write("latin.json", b"{\"a\": \"\xe9\"}"));
    assert_eq!((status, told.as_str()), (Some(2), ""));
    assert!(reason.contains("UTF-8"), "{reason}");
    assert_eq!(validate("/nowhere/at/all.json").0, Some(2));
}

#[test]
fn the_command_follows_the_next_steps_a_survey_names() {
    let folder = Folder::new("steps");
    let path = folder.write("survey.json", SURVEY.as_bytes());
    assert_eq!(validate(&path).0, Some(2), "the document it names is not there");
    let steps = STEPS;
    let named = "three-roles.next-steps.en.json";
    folder.write(named, steps.as_bytes());
    let (status, told, _) = validate(&path);
    assert_eq!(status, Some(0));
    for part in ["sound: ", "3 roles, 12 capabilities, 24 items", "ratings from 1 to 5, 5 levels", named] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let broken = steps.replacen("\"at_level\": 2", "\"at_level\": 3", 1);
    folder.write(named, broken.as_bytes());
    let (status, told, _) = validate(&path);
    assert_eq!(status, Some(1));
    let line = line_of(&broken, "\"sbd.insight\"");
    assert!(told.contains(&format!("{named}:{line}:")), "{told}");
}

#[test]
fn the_command_shows_nothing_that_would_steer_a_terminal() {
    let folder = Folder::new("terminal");
    let title = "A\u{1b}[2J\u{202e}B";
    let own = with(&tree(SURVEY), "/intro/title", Tree::text(title));
    let path = folder.write("survey.json", without(&own, "/next_steps").write().as_bytes());
    let (status, told, _) = validate(&path);
    assert_eq!(status, Some(0));
    assert!(told.contains("sound: A\\u{1b}[2J\\u{202e}B"), "{told}");
    let odd = with(&tree(SURVEY), "/texts/zone", Tree::record([("\u{1b}[31m", Tree::Number(1.0))]));
    let (status, told, _) = validate(&folder.write("odd.json", odd.write().as_bytes()));
    assert_eq!(status, Some(1));
    assert!(!told.contains('\u{1b}') && told.contains("/texts/zone/\\u{1b}[31m"), "{told}");
}
