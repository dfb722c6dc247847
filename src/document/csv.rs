//! Everything of a history as one table, for spreadsheets: answers, scores and change, one thing a row.
//!
//! RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know the encoding. The titles of the
//! columns are stable names. A text that a spreadsheet could take for a formula starts with an apostrophe;
//! numbers are plain numbers with a point.

mod sheet;

use super::answers::KINDS;
use super::results::{capability_status, role_status};
use super::survey::PARTS;
use crate::answers::{Answer, EffortSplit, Rating, Reply};
use crate::history::{Change, Comparison, History, Wave, WaveKind, change};
use crate::scoring::{Figure, LevelReading, score};
use crate::survey::{RoleId, Survey};
use sheet::{Row, Sheet, Value};

/// The titles of the columns.
///
/// `row` says what a row is about: `item`, `capability`, `role`, `overall`, `effort`, `wish` or `aim`.
/// `value` is a rating, `NA` or `DK` of an item, points from 0 to 100 of a score, percent of working time,
/// or the identifier of a role. `base` and `now` are what change is measured by (model 2.7): the baseline and
/// this wave over the items that both have, so that `now` may differ from `value`.
pub const COLUMNS: [&str; 22] = [
    "wave",
    "kind",
    "date",
    "scope",
    "respondent",
    "group",
    "row",
    "id",
    "code",
    "name",
    "value",
    "anchor",
    "level",
    "level_name",
    "status",
    "evidence",
    "note",
    "base",
    "now",
    "delta",
    "threshold",
    "verdict",
];

/// The table of a history, earliest wave first; pulses have answers but no scores.
pub fn write(history: &History, survey: &Survey) -> String {
    let mut sheet = Sheet::new(&COLUMNS);
    for wave in history.waves() {
        let base = history.baseline().filter(|base| base.id != wave.id && wave.kind != WaveKind::Pulse);
        let mut table = Table { sheet: &mut sheet, survey, wave };
        table.items(base.map(|base| &**base));
        if wave.kind != WaveKind::Pulse {
            table.scores(base.map(|base| {
                let comparison = Comparison::between(base, wave);
                change(survey, &base.answers, &wave.answers, &wave.weights, comparison)
            }));
        }
        table.split("effort", wave.answers.effort);
        table.split("wish", wave.answers.wish);
        table.aim();
    }
    sheet.into_text()
}

/// The rows of one wave.
struct Table<'a> {
    sheet: &'a mut Sheet,
    survey: &'a Survey,
    wave: &'a Wave,
}

impl Table<'_> {
    /// Writes a row behind the cells that all rows of a wave have in common.
    fn row(&mut self, row: &Row) {
        let wave = self.wave;
        let kind = KINDS.iter().find(|(kind, _)| *kind == wave.kind);
        for cell in [
            wave.id.as_str(),
            kind.map_or("", |(_, name)| name),
            &wave.date.iso(),
            &wave.scope,
            wave.respondent.id.as_deref().unwrap_or_default(),
            wave.respondent.group.as_deref().unwrap_or_default(),
        ] {
            self.sheet.text(cell);
        }
        self.sheet.row(row);
    }

    /// Every item that is asked, with what was said to it.
    fn items(&mut self, base: Option<&Wave>) {
        let untouched = Answer::default();
        for item in self.survey.items() {
            let answer = self.wave.answers.items.get(&item.id).unwrap_or(&untouched);
            let before = base.and_then(|base| base.answers.items.get(&item.id));
            let before = before.filter(|before| before.meaning_rev == answer.meaning_rev);
            let (rating, was) = (rating(answer), before.and_then(rating));
            let anchor = rating.and_then(Rating::anchor).and_then(|rating| item.anchor(rating));
            let pair = was.zip(rating).map(|(was, now)| [was.value(), now.value()]);
            self.row(&Row {
                kind: "item",
                id: item.id.as_str(),
                code: &item.code,
                name: &item.stem,
                value: match answer.reply {
                    Some(Reply::Rated(rating)) => Value::Number(rating.value()),
                    Some(Reply::NotApplicable) => Value::Text("NA"),
                    Some(Reply::Unknown) => Value::Text("DK"),
                    None => Value::Text(""),
                },
                anchor: anchor.map_or("", |anchor| &anchor.text),
                evidence: answer.evidence.map(|mark| mark.weight()),
                note: &answer.note,
                pair,
                ..Row::default()
            });
        }
    }

    /// Every capability, every role, and the whole.
    fn scores(&mut self, change: Option<Change>) {
        let (survey, change) = (self.survey, change.as_ref());
        let scores = score(survey, &self.wave.answers, &self.wave.weights);
        for (own, capability) in scores.capabilities.iter().zip(survey.capabilities()) {
            self.row(
                &Row {
                    kind: "capability",
                    id: own.id.as_str(),
                    code: &capability.code,
                    name: &capability.name,
                    value: points(&own.figure),
                    status: capability_status(own.status),
                    ..at_level(survey, own.level)
                }
                .compared(change.and_then(|change| change.capability(&own.id))),
            );
        }
        let level = |reading: Option<LevelReading>| reading.map(|reading| reading.level);
        for (own, role) in scores.roles.iter().zip(&survey.roles) {
            self.row(
                &Row {
                    kind: "role",
                    id: own.id.as_str(),
                    name: &role.name,
                    value: points(&own.figure),
                    status: role_status(own.status),
                    ..at_level(survey, level(own.level))
                }
                .compared(change.and_then(|change| change.role(&own.id))),
            );
        }
        let whole = at_level(survey, level(scores.overall_level));
        let whole = Row { kind: "overall", value: points(&scores.overall), ..whole };
        self.row(&whole.compared(change.and_then(|change| change.overall)));
    }

    /// A division of working time, if it was answered.
    fn split(&mut self, kind: &str, split: Option<EffortSplit>) {
        let Some(split) = split else { return };
        let parts = PARTS.into_iter().zip(&self.survey.effort.parts);
        for ((id, part), share) in parts.zip(split.parts()) {
            self.row(&Row { kind, id, name: &part.name, value: Value::Number(share), ..Row::default() });
        }
    }

    /// The role needed most and the next, if the question was answered; empty for 'cannot say'.
    fn aim(&mut self) {
        let Some(aim) = &self.wave.answers.aim else { return };
        for (id, role) in [("primary", &aim.primary), ("secondary", &aim.secondary)] {
            let name = role.as_ref().and_then(|role| self.survey.role(role)).map_or("", |role| &role.name);
            let value = Value::Text(role.as_ref().map_or("", RoleId::as_str));
            self.row(&Row { kind: "aim", id, name, value, ..Row::default() });
        }
    }
}

fn rating(answer: &Answer) -> Option<Rating> {
    match answer.reply {
        Some(Reply::Rated(rating)) => Some(rating),
        _ => None,
    }
}

fn points<'a>(figure: &Option<Figure>) -> Value<'a> {
    figure.as_ref().map_or(Value::Text(""), |figure| Value::Number(figure.points))
}

/// A row with a level and its name.
fn at_level(survey: &Survey, level: Option<u8>) -> Row<'_> {
    let name = survey.levels.iter().find(|own| Some(own.number) == level).map_or("", |own| &own.name);
    Row { level, level_name: name, ..Row::default() }
}
