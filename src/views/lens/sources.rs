//! What every part and element of a lens rests on, with what is our judgement marked as such.

use super::shown::Shown;
use crate::survey::SourceRef;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

/// The mark of a judgement in documents (model 5).
const JUDGEMENT: &str = "J";

/// The section: the documents, then part by part what each element rests on, on demand.
pub(super) fn sources(pen: &mut Pen, shown: &Shown) {
    let words = shown.words();
    section(pen, words.sources, words.sources_note, |pen| {
        pen.el("ul.mr-reasons", |pen| {
            for own in &shown.lens.sources {
                let values = [("title", Text(&own.title)), ("author", Text(&own.author))];
                pen.say("li", words.source, &values);
            }
        });
        for part in &shown.lens.parts {
            pen.el("details.mr-more", |pen| {
                pen.key(&part.id);
                pen.put("summary", &part.name);
                if !part.sources.is_empty() {
                    rest(pen, shown, "p.mr-note", "", &part.sources, &part.basis);
                }
                pen.el("ul.mr-reasons", |pen| {
                    for own in &part.elements {
                        let name = if own.name.is_empty() { &own.text } else { &own.name };
                        rest(pen, shown, "li", name, &own.sources, &own.basis);
                    }
                    for own in part.fields.iter().flat_map(|own| &own.each) {
                        rest(pen, shown, "li", &own.name, &own.sources, &own.basis);
                    }
                });
            });
        }
        pen.el("details.mr-more", |pen| {
            pen.put("summary", words.thresholds);
            pen.el("ul.mr-reasons", |pen| {
                for own in &shown.lens.basis {
                    let values = [("name", Text(&own.meaning)), ("value", Text(&own.value))];
                    pen.el("li", |pen| {
                        pen.say("span", words.threshold, &values);
                        mark(pen, shown, &own.basis);
                    });
                }
            });
        });
    });
}

/// What one thing rests on: its name, the ideas with their documents, the mark.
fn rest(pen: &mut Pen, shown: &Shown, start: &'static str, name: &str, sources: &[SourceRef], basis: &str) {
    pen.el(start, |pen| {
        pen.when(!name.is_empty(), |pen| {
            pen.put("b", name);
            pen.text(" ");
        });
        for own in sources {
            let title = shown.lens.source(&own.source).map_or("", |own| &own.title);
            let values = [("idea", Text(&own.idea)), ("title", Text(title))];
            pen.say("span", shown.words().idea, &values);
            pen.text(" ");
        }
        mark(pen, shown, basis);
    });
}

fn mark(pen: &mut Pen, shown: &Shown, basis: &str) {
    pen.when(basis == JUDGEMENT, |pen| {
        pen.text(" ");
        pen.put("span.mr-tag", shown.words().judgement);
    });
}
