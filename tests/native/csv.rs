//! The table: an independent reader finds every text and every number in it again.

use super::profiles::{all, any_answers, base, cases, item, survey, year_later};
use csv::{Reader, ReaderBuilder, StringRecord};
use maturity_radar::answers::{AimAnswer, Answer, Answers, EffortSplit, Evidence};
use maturity_radar::document::csv::{COLUMNS, write};
use maturity_radar::history::{Comparison, Date, History, Wave, WaveKind, change};
use maturity_radar::scoring::{Weights, score};
use maturity_radar::survey::Survey;
use proptest::prelude::*;
use std::rc::Rc;

/// A table, read.
struct Table(Vec<StringRecord>);

impl Table {
    fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader: Reader<&[u8]> = ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
        assert_eq!(reader.headers().expect("titles"), &COLUMNS[..]);
        Self(reader.records().collect::<Result<_, _>>().expect("rows of equal length"))
    }

    fn of(history: &History, survey: &Survey) -> Self {
        Self::read(&write(history, survey))
    }

    /// The cells of one column in the row of this wave, kind and identifier.
    fn cell(&self, [wave, row, id]: [&str; 3], column: &str) -> &str {
        let fits = |record: &&StringRecord| {
            [("wave", wave), ("row", row), ("id", id)].iter().all(|(name, value)| at(record, name) == *value)
        };
        let found: Vec<&StringRecord> = self.0.iter().filter(fits).collect();
        assert_eq!(found.len(), 1, "rows of {wave} {row} {id}");
        at(found[0], column)
    }

    fn number(&self, row: [&str; 3], column: &str) -> f64 {
        let cell = self.cell(row, column);
        cell.parse().unwrap_or_else(|_| panic!("a number instead of {cell:?} in {column} of {row:?}"))
    }
}

fn at<'a>(record: &'a StringRecord, column: &str) -> &'a str {
    let place = COLUMNS.iter().position(|own| *own == column).expect("a column");
    record.get(place).expect("a cell")
}

fn wave(id: &str, year: u16, kind: WaveKind, answers: Answers) -> Rc<Wave> {
    let date = Date::new(year, 10, 1).unwrap();
    Rc::new(Wave { id: id.to_owned(), kind, date, answers, ..Wave::default() })
}

/// What a text looks like in its cell.
fn guarded(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula { ["'", text].concat() } else { text.to_owned() }
}

#[test]
fn notes_of_any_kind_come_back_and_none_is_a_formula() {
    let survey = survey();
    let notes = [
        "plain",
        "",
        "a, b; c",
        "She said \"no\".",
        "\"",
        "two\nlines",
        "two\r\nlines",
        "\r",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://x.example\",\"y\")",
        "+1",
        "-1",
        "@SUM(1,2)",
        "\t=1",
        "\r=1",
        "\n=1",
        "'quoted'",
        "漢字 \u{202e}é",
        "-3.125",
    ];
    let mut answers = base(&survey);
    for (item, note) in survey.items().zip(notes) {
        answers.items.get_mut(&item.id).unwrap().note = note.to_owned();
    }
    let table = Table::of(&History::new([wave("w", 2025, WaveKind::Baseline, answers)]), &survey);
    for (item, note) in survey.items().zip(notes) {
        let cell = table.cell(["w", "item", item.id.as_str()], "note");
        assert_eq!(cell, guarded(note));
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
    }
}

#[test]
fn names_of_the_wave_are_guarded_like_notes() {
    let survey = survey();
    let mut own = (*wave("=1+1", 2025, WaveKind::Baseline, base(&survey))).clone();
    own.scope = "@EMEA".to_owned();
    (own.respondent.id, own.respondent.group) = (Some("+r".to_owned()), Some("-leads, \"all\"".to_owned()));
    let table = Table::of(&History::new([Rc::new(own)]), &survey);
    for record in &table.0 {
        let cells = ["wave", "scope", "respondent", "group"].map(|column| at(record, column));
        assert_eq!(cells, ["'=1+1", "'@EMEA", "'+r", "'-leads, \"all\""]);
        assert_eq!([at(record, "kind"), at(record, "date")], ["baseline", "2025-10-01"]);
    }
}

#[test]
fn every_line_ends_with_crlf_and_only_texts_that_need_quotes_have_them() {
    let survey = survey();
    let history = History::new([wave("w", 2025, WaveKind::Baseline, all(&survey, 3))]);
    let text = write(&history, &survey);
    assert!(text.ends_with("\r\n") && text.starts_with("\u{feff}wave,kind,date,"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    // 24 items, 12 capabilities, 3 roles, the whole, and the titles.
    assert_eq!(text.lines().count(), 41);
    for line in text.lines().filter(|line| line.contains(",capability,")) {
        assert_eq!(line.contains('"'), line.matches(',').count() > 21, "{line}");
    }
}

#[test]
fn answers_scores_and_change_stand_in_their_columns() {
    let survey = survey();
    let mut later = year_later(&survey);
    let first = item(&survey, "S1a");
    later.items.get_mut(&first).unwrap().evidence = Some(Evidence::Findable);
    later.effort = Some(EffortSplit::from([45.0, 40.0, 15.0]));
    later.wish = Some(EffortSplit::from([25.0, 45.0, 30.0]));
    let role = survey.roles[1].clone();
    later.aim = Some(AimAnswer { primary: Some(role.id.clone()), secondary: None });
    let (before, weights) = (base(&survey), Weights::new());
    let history = History::new([
        wave("a", 2025, WaveKind::Baseline, before.clone()),
        wave("b", 2026, WaveKind::Reassessment, later.clone()),
    ]);
    let table = Table::of(&history, &survey);

    let row = ["b", "item", first.as_str()];
    let anchor = survey.place(&first).unwrap().item.anchor(4).unwrap();
    assert_eq!(table.cell(row, "code"), "S1a");
    assert_eq!(table.cell(row, "anchor"), anchor.text);
    for (column, expected) in [("value", 4.0), ("evidence", 0.5), ("base", 3.0), ("now", 4.0), ("delta", 1.0)]
    {
        assert_eq!(table.number(row, column), expected, "{column}");
    }
    assert_eq!(table.cell(["a", "item", first.as_str()], "delta"), "");
    assert_eq!(table.number(["b", "item", item(&survey, "E2a").as_str()], "delta"), 1.0);
    assert_eq!(table.number(["b", "item", item(&survey, "R3b").as_str()], "delta"), -1.0);

    let scores = score(&survey, &later, &weights);
    let changes = change(&survey, &before, &later, &weights, Comparison::default());
    for own in &scores.capabilities {
        let row = ["b", "capability", own.id.as_str()];
        let difference = changes.capability(&own.id).unwrap();
        assert_eq!(table.number(row, "value"), own.figure.as_ref().unwrap().points);
        assert_eq!(table.cell(row, "level"), own.level.unwrap().to_string());
        assert_eq!(table.cell(row, "status"), "complete");
        assert_eq!(table.number(row, "base"), difference.base);
        assert_eq!(table.number(row, "now"), difference.now);
        assert_eq!(table.number(row, "delta"), difference.delta());
        assert_eq!(table.number(row, "threshold"), difference.threshold);
        assert_eq!(table.cell(row, "verdict"), difference.verdict.name());
        assert_eq!(table.cell(["a", "capability", own.id.as_str()], "delta"), "");
    }
    for own in &changes.roles {
        let row = ["b", "role", own.0.as_str()];
        assert_eq!(table.number(row, "delta"), own.1.unwrap().delta());
    }
    let overall = ["b", "overall", ""];
    assert_eq!(table.number(overall, "value"), scores.overall.unwrap().points);
    assert_eq!(table.number(overall, "delta"), changes.overall.unwrap().delta());

    assert_eq!(table.number(["b", "effort", "unplanned"], "value"), 45.0);
    assert_eq!(table.number(["b", "wish", "far"], "value"), 30.0);
    assert_eq!(table.cell(["b", "aim", "primary"], "value"), role.id.as_str());
    assert_eq!(table.cell(["b", "aim", "primary"], "name"), role.name);
    assert_eq!(table.cell(["b", "aim", "secondary"], "value"), "");
    assert!(!table.0.iter().any(|record| at(record, "wave") == "a" && at(record, "row") == "aim"));
}

#[test]
fn a_negative_number_stays_a_number() {
    let survey = survey();
    let history = History::new([
        wave("a", 2025, WaveKind::Baseline, all(&survey, 4)),
        wave("b", 2026, WaveKind::Reassessment, base(&survey)),
    ]);
    let text = write(&history, &survey);
    let deltas: Vec<f64> = Table::read(&text)
        .0
        .iter()
        .filter(|record| !at(record, "delta").is_empty())
        .map(|record| at(record, "delta").parse().expect("a number"))
        .collect();
    assert!(deltas.iter().filter(|delta| **delta < 0.0).count() > 10);
    assert!(text.contains(",-1,") && !text.contains("'-"));
}

#[test]
fn a_pulse_has_answers_and_no_scores_and_what_was_not_said_is_empty() {
    let survey = survey();
    let answers = super::profiles::answers(&survey, "S1a=NA S1b=DK S2a=3");
    let history = History::new([
        wave("a", 2025, WaveKind::Baseline, base(&survey)),
        wave("p", 2026, WaveKind::Pulse, answers),
    ]);
    let table = Table::of(&history, &survey);
    for (code, value) in [("S1a", "NA"), ("S1b", "DK"), ("S2a", "3"), ("S2b", "")] {
        let id = item(&survey, code);
        let row = ["p", "item", id.as_str()];
        assert_eq!((table.cell(row, "value"), table.cell(row, "delta")), (value, ""));
    }
    assert!(table.0.iter().all(|record| at(record, "wave") == "a" || at(record, "row") == "item"));
}

#[test]
fn an_answer_to_another_meaning_has_no_change() {
    let survey = survey();
    let first = item(&survey, "S1a");
    let mut later = year_later(&survey);
    let answer = later.items.get(&first).cloned().unwrap();
    later.items.insert(first.clone(), Answer { meaning_rev: 2, ..answer });
    let history = History::new([
        wave("a", 2025, WaveKind::Baseline, base(&survey)),
        wave("b", 2026, WaveKind::Reassessment, later),
    ]);
    let table = Table::of(&history, &survey);
    let row = ["b", "item", first.as_str()];
    assert_eq!((table.cell(row, "value"), table.cell(row, "base"), table.cell(row, "delta")), ("4", "", ""));
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_answers_give_a_table_that_reads_back(given in any_answers(&survey()), scope in ".{0,20}") {
        let survey = survey();
        let own = Wave { scope: scope.clone(), ..(*wave("b", 2026, WaveKind::Reassessment, given.clone())).clone() };
        let history = History::new([wave("a", 2025, WaveKind::Baseline, base(&survey)), Rc::new(own)]);
        let table = Table::of(&history, &survey);
        for item in survey.items() {
            let row = ["b", "item", item.id.as_str()];
            let note = given.items.get(&item.id).map_or("", |answer| &answer.note);
            prop_assert_eq!(table.cell(row, "note"), guarded(note));
            prop_assert_eq!(table.cell(row, "scope"), guarded(&scope));
            if let Some(rating) = given.rating(&item.id) {
                prop_assert_eq!(table.number(row, "value"), rating.value());
            }
        }
        let scores = score(&survey, &given, &Weights::new());
        for own in &scores.capabilities {
            let row = ["b", "capability", own.id.as_str()];
            match &own.figure {
                Some(figure) => prop_assert_eq!(table.number(row, "value"), figure.points),
                None => prop_assert_eq!(table.cell(row, "value"), ""),
            }
        }
    }
}
