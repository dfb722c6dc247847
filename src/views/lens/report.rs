//! The lenses in the report of a wave: of each that was answered what it says first and what there is to do.

use super::page::{FIRST, found};
use super::shown::Shown;
use crate::lens::read;
use crate::session::Session;
use crate::views::frame::wide_section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day, Text};

/// A section for each lens with its latest answers; what was begun afresh and is empty counts as no answers.
pub fn report(pen: &mut Pen, session: &Session) {
    let (language, words) = (pen.language, &pen.language.words.lens);
    for own in &session.survey.lenses {
        let records = session.lens_records(&own.id);
        let Some(record) = records.into_iter().rfind(|own| !own.answers.is_empty()) else { continue };
        let Some(lens) = session.lenses.document(&own.id) else {
            let is_missing = session.lenses.missing.contains(&own.id);
            let message = if is_missing { words.absent } else { language.words.shell.moment };
            let name = session.lens_name(&own.id);
            // On paper nothing is on its way.
            pen.el(if is_missing { "div" } else { "div.mr-noprint" }, |pen| {
                wide_section(pen, name, "", |pen| pen.say("p.mr-text", message, &[("lens", Text(name))]));
            });
            continue;
        };
        let shown = Shown::of(session, lens, record, language);
        let ((sentences, lead), found) = found(&shown, &read(lens, &record.answers));
        let acts: Vec<&str> = found.iter().map(|own| &*own.act).filter(|act| !act.is_empty()).collect();
        let day = shown.fill(words.answered_on, &[("date", Day(record.date))]);
        wide_section(pen, &lens.name, &day, |pen| {
            pen.put("h3.mr-h3", &sentences.join(" "));
            pen.when(!lead.is_empty(), |pen| pen.put("p.mr-text", &lead));
            pen.when(!acts.is_empty(), |pen| {
                pen.put("h4.mr-label mr-section-tight", words.plan);
                pen.el("ul.mr-reasons", |pen| acts.iter().take(FIRST).for_each(|act| pen.put("li", act)));
            });
            pen.when(acts.len() > FIRST, |pen| {
                pen.say(
                    "p.mr-note mr-section-tight",
                    words.more_findings,
                    &[("n", Count(acts.len() - FIRST))],
                );
            });
        });
    }
}
