//! The answer file (model 6): the raw answers of one wave, never a score.

use super::reader::{Log, Reader};
use super::survey::check_format;
use super::{Code, Problem, Tree};
use crate::answers::{AimAnswer, AnchorOrder, Answer, Answers, EffortSplit, Evidence, Rating, Reply};
use crate::history::{Date, Respondent, Wave, WaveKind};
use crate::scoring::Weights;
use crate::survey::{CapabilityId, Item, ItemId, RoleId, Survey};

/// What `format` says in every answer file.
pub const FORMAT: &str = "marketing-transformation-answers";
/// The format version that is written.
pub const VERSION: &str = "1.0";
/// The newest major version of the format that is understood.
pub const MAJOR: u32 = 1;

const PARTS: [&str; 3] = ["unplanned", "near", "far"];

/// Reads one answer file, or a list of them, as JSON text.
///
/// Gives the waves that could be read and every problem. A file with a problem gives no wave.
pub fn read_files(text: &str, survey: &Survey) -> (Vec<Wave>, Vec<Problem>) {
    let tree = match Tree::parse(text) {
        Ok(tree) => tree,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let Tree::List(files) = &tree else {
        return match read(&tree, survey) {
            Ok(wave) => (vec![wave], Vec::new()),
            Err(problems) => (Vec::new(), problems),
        };
    };
    let (mut waves, mut problems) = (Vec::new(), Vec::new());
    for (index, file) in files.iter().enumerate() {
        match read(file, survey) {
            Ok(wave) => waves.push(wave),
            Err(found) => {
                let prefix = ["/", &index.to_string()].concat();
                problems.extend(found.into_iter().map(|problem| problem.under(&prefix)));
            }
        }
    }
    (waves, problems)
}

/// Reads one answer file.
///
/// Items the survey does not ask, such as own items under `x-` or retired ones, are left aside.
///
/// # Errors
/// Every problem found.
pub fn read(tree: &Tree, survey: &Survey) -> Result<Wave, Vec<Problem>> {
    let log = Log::default();
    let root = Reader::new(tree, &log);
    let wave = wave(&root, survey);
    let problems = log.into_problems();
    if problems.is_empty() { Ok(wave) } else { Err(problems) }
}

fn wave(root: &Reader, survey: &Survey) -> Wave {
    check_format(root, FORMAT, MAJOR);
    check_survey(root, survey);
    let wave = root.field("wave");
    let date = wave.field("date");
    let day = Date::parse(date.str());
    if day.is_none() && matches!(date.tree(), Some(Tree::Text(_))) {
        date.problem(Code::OutOfRange, "needs a date such as 2026-11-21");
    }
    Wave {
        id: wave.field("id").id().to_owned(),
        kind: wave_kind(&wave),
        date: day.unwrap_or_default(),
        scope: optional_text(&wave, "scope").unwrap_or_default(),
        lang: optional_text(root, "lang").unwrap_or_default(),
        respondent: root.optional("respondent").map_or_else(Respondent::default, |field| respondent(&field)),
        answers: answers(root, survey),
        weights: weights(root, survey),
    }
}

/// Notes answers that were given to another survey.
pub(super) fn check_survey(root: &Reader, survey: &Survey) {
    let model = root.field("model").field("id");
    if model.str() != survey.id && matches!(model.tree(), Some(Tree::Text(_))) {
        model.problem(Code::OtherSurvey, "these answers belong to another survey");
    }
}

fn optional_text(reader: &Reader, name: &str) -> Option<String> {
    reader.optional(name).map(|field| field.str().to_owned())
}

fn wave_kind(wave: &Reader) -> WaveKind {
    let Some(kind) = wave.optional("kind") else {
        return WaveKind::default();
    };
    match kind.str() {
        "baseline" => WaveKind::Baseline,
        "reassessment" => WaveKind::Reassessment,
        "pulse" => WaveKind::Pulse,
        _ => {
            kind.problem(Code::OutOfRange, "needs baseline, reassessment or pulse");
            WaveKind::default()
        }
    }
}

fn respondent(reader: &Reader) -> Respondent {
    let order = reader.optional("anchor_order");
    Respondent {
        id: optional_text(reader, "id"),
        group: optional_text(reader, "group"),
        anchor_order: match order.as_ref().map(Reader::str) {
            Some("falling") => AnchorOrder::Falling,
            Some("rising") | None => AnchorOrder::Rising,
            Some(_) => {
                if let Some(order) = order {
                    order.problem(Code::OutOfRange, "needs rising or falling");
                }
                AnchorOrder::Rising
            }
        },
    }
}

/// Reads answers, effort mix and aim below `root`.
pub(super) fn answers(root: &Reader, survey: &Survey) -> Answers {
    let mut answers = Answers::default();
    for (id, entry) in root.field("answers").entries() {
        let id = ItemId::new(id);
        if let Some(place) = survey.place(&id) {
            answers.items.insert(id, answer(&entry, place.item, survey));
        }
    }
    if let Some(effort) = root.optional("effort_mix") {
        answers.effort = Some(split(&effort));
        answers.wish = effort.optional("wish").map(|wish| split(&wish));
    }
    if let Some(aim) = root.optional("aim") {
        answers.aim = Some(AimAnswer {
            primary: role(&aim, "primary", survey),
            secondary: role(&aim, "secondary", survey),
        });
    }
    answers
}

fn answer(reader: &Reader, item: &Item, survey: &Survey) -> Answer {
    Answer {
        reply: reader.optional("value").and_then(|value| reply(&value, survey)),
        evidence: reader.optional("evidence").and_then(|field| evidence(&field)),
        note: reader.optional("note").map_or_else(String::new, |field| note(&field, survey)),
        meaning_rev: reader.optional("meaning_rev").map_or(item.meaning_rev, |field| field.whole(1, 9999)),
    }
}

fn reply(value: &Reader, survey: &Survey) -> Option<Reply> {
    match value.tree() {
        Some(Tree::Text(text)) if text == "NA" => Some(Reply::NotApplicable),
        Some(Tree::Text(text)) if text == "DK" => Some(Reply::Unknown),
        Some(Tree::Number(_)) => {
            let rating = value.whole(u32::from(survey.scale_min), u32::from(survey.scale_max));
            Some(Reply::Rated(Rating::whole(rating as u8)))
        }
        _ => {
            value.problem(Code::WrongType, "needs a number of the scale, \"NA\" or \"DK\"");
            None
        }
    }
}

fn evidence(field: &Reader) -> Option<Evidence> {
    let weight = field.number(0.0, 1.0);
    let mark = Evidence::ALL.into_iter().find(|mark| (mark.weight() - weight).abs() < f64::EPSILON);
    if mark.is_none() {
        field.problem(Code::OutOfRange, "needs 0, 0.5 or 1");
    }
    mark
}

fn note(field: &Reader, survey: &Survey) -> String {
    let text = field.str();
    if text.chars().count() > survey.parameters.note_characters {
        field.problem(Code::OutOfRange, "this note is too long");
    }
    text.to_owned()
}

fn split(reader: &Reader) -> EffortSplit {
    PARTS.map(|part| reader.field(part).number(0.0, 100.0)).into()
}

fn role(aim: &Reader, name: &str, survey: &Survey) -> Option<RoleId> {
    let field = aim.optional(name)?;
    let id = RoleId::new(field.str());
    if survey.role(&id).is_none() {
        field.problem(Code::UnknownReference, "no role has this id");
    }
    Some(id)
}

fn weights(root: &Reader, survey: &Survey) -> Weights {
    let mut weights = Weights::new();
    for (id, weight) in root.optional("weights").map_or_else(Vec::new, |field| field.entries()) {
        let id = CapabilityId::new(id);
        if survey.capability(&id).is_none() {
            weight.problem(Code::UnknownReference, "no capability has this id");
        }
        weights.insert(id, weight.number(0.0, 100.0));
    }
    weights
}

/// Writes one wave as an answer file, fields and items in one order.
pub fn write(wave: &Wave, survey: &Survey) -> Tree {
    let kind = match wave.kind {
        WaveKind::Baseline => "baseline",
        WaveKind::Reassessment => "reassessment",
        WaveKind::Pulse => "pulse",
    };
    let mut fields = header(FORMAT, survey);
    fields.push(("lang".to_owned(), Tree::text(&wave.lang)));
    fields.push((
        "wave".to_owned(),
        Tree::record([
            ("id", Tree::text(&wave.id)),
            ("kind", Tree::text(kind)),
            ("date", Tree::Text(wave.date.to_string())),
            ("scope", Tree::text(&wave.scope)),
        ]),
    ));
    fields.push(("respondent".to_owned(), write_respondent(&wave.respondent)));
    fields.extend(write_answers(&wave.answers, survey));
    let weights = wave.weights.iter().map(|(id, weight)| (id.as_str().to_owned(), Tree::number(*weight)));
    fields.push(("weights".to_owned(), Tree::Record(weights.collect())));
    Tree::Record(fields)
}

/// The fields every file of ours starts with.
pub(super) fn header(format: &str, survey: &Survey) -> Vec<(String, Tree)> {
    let model = Tree::record([("id", Tree::text(&survey.id)), ("version", Tree::text(&survey.version))]);
    vec![
        ("format".to_owned(), Tree::text(format)),
        ("format_version".to_owned(), Tree::text(VERSION)),
        ("model".to_owned(), model),
    ]
}

pub(super) fn write_respondent(respondent: &Respondent) -> Tree {
    let mut fields = Vec::new();
    for (name, value) in [("id", &respondent.id), ("group", &respondent.group)] {
        if let Some(value) = value {
            fields.push((name.to_owned(), Tree::text(value)));
        }
    }
    let order = match respondent.anchor_order {
        AnchorOrder::Rising => "rising",
        AnchorOrder::Falling => "falling",
    };
    fields.push(("anchor_order".to_owned(), Tree::text(order)));
    Tree::Record(fields)
}

pub(super) fn read_respondent(reader: &Reader) -> Respondent {
    respondent(reader)
}

/// Answers, effort mix and aim as fields.
pub(super) fn write_answers(answers: &Answers, survey: &Survey) -> Vec<(String, Tree)> {
    let items = survey
        .items()
        .filter_map(|item| Some((item.id.as_str().to_owned(), write_answer(answers.items.get(&item.id)?))))
        .collect();
    let mut fields = vec![("answers".to_owned(), Tree::Record(items))];
    if let Some(effort) = answers.effort {
        let mut split = write_split(effort);
        if let Some(wish) = answers.wish {
            split.push(("wish".to_owned(), Tree::Record(write_split(wish))));
        }
        fields.push(("effort_mix".to_owned(), Tree::Record(split)));
    }
    if let Some(aim) = &answers.aim {
        let role = |role: &Option<RoleId>| Tree::or_null(role.as_ref().map(|id| Tree::text(id.as_str())));
        let aim = [("primary", role(&aim.primary)), ("secondary", role(&aim.secondary))];
        fields.push(("aim".to_owned(), Tree::record(aim)));
    }
    fields
}

fn write_answer(answer: &Answer) -> Tree {
    let mut fields = vec![("meaning_rev".to_owned(), Tree::Number(f64::from(answer.meaning_rev)))];
    let value = answer.reply.map(|reply| match reply {
        Reply::Rated(rating) => Tree::Number(rating.value()),
        Reply::NotApplicable => Tree::text("NA"),
        Reply::Unknown => Tree::text("DK"),
    });
    fields.push(("value".to_owned(), Tree::or_null(value)));
    if let Some(evidence) = answer.evidence {
        fields.push(("evidence".to_owned(), Tree::Number(evidence.weight())));
    }
    if !answer.note.is_empty() {
        fields.push(("note".to_owned(), Tree::text(&answer.note)));
    }
    Tree::Record(fields)
}

fn write_split(split: EffortSplit) -> Vec<(String, Tree)> {
    PARTS.iter().zip(split.parts()).map(|(name, share)| ((*name).to_owned(), Tree::Number(share))).collect()
}
