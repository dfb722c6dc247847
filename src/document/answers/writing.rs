//! Writes answer files, and what drafts have in common with them.

#[cfg(not(feature = "results"))]
use super::FORMAT;
use super::{KINDS, VERSION};
use crate::answers::{AnchorOrder, Answer, Answers, EffortSplit, Reply};
use crate::document::Writer;
use crate::document::survey::PARTS;
use crate::history::{Respondent, Wave};
use crate::survey::{ItemId, RoleId, Survey};

/// Writes one wave as an answer file, fields and items in one order.
#[cfg(feature = "results")]
pub fn write(wave: &Wave, survey: &Survey) -> String {
    super::write_whole(wave, None, survey)
}

/// Writes one wave as an answer file, fields and items in one order.
#[cfg(not(feature = "results"))]
pub fn write(wave: &Wave, survey: &Survey) -> String {
    let mut file = begin(FORMAT, survey);
    write_wave(&mut file, wave, survey);
    file.close();
    file.into_text()
}

/// What a wave says, as fields.
#[inline(always)]
pub(super) fn write_wave(file: &mut Writer, wave: &Wave, survey: &Survey) {
    file.text("lang", &wave.lang);
    file.open("wave");
    file.text("id", &wave.id);
    let kind = KINDS.iter().find(|(kind, _)| *kind == wave.kind);
    file.text("kind", kind.map_or("", |(_, name)| name));
    file.text("date", &wave.date.iso());
    file.text("scope", &wave.scope);
    write_assessment(file, &wave.assessment);
    file.close();
    write_respondent(file, &wave.respondent);
    write_answers(file, &wave.answers, survey);
    file.open("weights");
    for (id, weight) in &wave.weights {
        file.number(id.as_str(), *weight);
    }
    file.close();
}

/// The assessment a wave or draft belongs to; the first on a device has no name.
#[inline(never)]
pub(in crate::document) fn write_assessment(file: &mut Writer, assessment: &str) {
    if !assessment.is_empty() {
        file.text("assessment", assessment);
    }
}

/// The fields every file of ours starts with.
#[inline(never)]
pub(in crate::document) fn begin(format: &str, survey: &Survey) -> Writer {
    let mut file = Writer::default();
    file.open("");
    file.text("format", format);
    file.text("format_version", VERSION);
    file.open("model");
    file.text("id", &survey.id);
    file.text("version", &survey.version);
    file.close();
    file
}

/// Who answered, as a field.
#[inline(never)]
pub(in crate::document) fn write_respondent(file: &mut Writer, respondent: &Respondent) {
    file.open("respondent");
    for (name, value) in [("id", &respondent.id), ("group", &respondent.group)] {
        if let Some(value) = value {
            file.text(name, value);
        }
    }
    let order = match respondent.anchor_order {
        AnchorOrder::Rising => "rising",
        AnchorOrder::Falling => "falling",
    };
    file.text("anchor_order", order);
    #[cfg(feature = "results")]
    if let Some(people) = respondent.people {
        file.number("people", f64::from(people));
    }
    #[cfg(feature = "results")]
    if let Some(deviation) = respondent.median_deviation {
        file.number("median_deviation", deviation);
    }
    file.close();
}

/// Answers, effort mix and aim as fields.
#[inline(never)]
pub(in crate::document) fn write_answers(file: &mut Writer, answers: &Answers, survey: &Survey) {
    file.open("answers");
    for item in survey.items() {
        write_item(file, answers, &item.id);
    }
    #[cfg(feature = "results")]
    for former in survey.former_items() {
        write_item(file, answers, &former.item);
    }
    file.close();
    if answers.effort.is_some() || answers.wish.is_some() {
        file.open("effort_mix");
        if let Some(effort) = answers.effort {
            write_split(file, effort);
        }
        if let Some(wish) = answers.wish {
            file.open("wish");
            write_split(file, wish);
            file.close();
        }
        file.close();
    }
    if let Some(aim) = &answers.aim {
        file.open("aim");
        file.text_or_null("primary", aim.primary.as_ref().map(RoleId::as_str));
        file.text_or_null("secondary", aim.secondary.as_ref().map(RoleId::as_str));
        file.close();
    }
}

fn write_item(file: &mut Writer, answers: &Answers, id: &ItemId) {
    if let Some(answer) = answers.items.get(id) {
        file.open(id.as_str());
        write_answer(file, answer);
        file.close();
    }
}

fn write_answer(file: &mut Writer, answer: &Answer) {
    file.number("meaning_rev", f64::from(answer.meaning_rev));
    match answer.reply {
        Some(Reply::Rated(rating)) => file.number("value", rating.value()),
        Some(Reply::NotApplicable) => file.text("value", "NA"),
        Some(Reply::Unknown) => file.text("value", "DK"),
        None => file.null("value"),
    }
    if let Some(evidence) = answer.evidence {
        file.number("evidence", evidence.weight());
    }
    if !answer.note.is_empty() {
        file.text("note", &answer.note);
    }
}

#[inline(never)]
fn write_split(file: &mut Writer, split: EffortSplit) {
    for (name, share) in PARTS.into_iter().zip(split.parts()) {
        file.number(name, share);
    }
}
