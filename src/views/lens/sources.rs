//! What every part and element of a lens rests on, with what is our judgement marked as such.

use super::form::turned;
use super::shown::Shown;
use crate::lens::Lens;
use crate::session::LensPage;
use crate::survey::SourceRef;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

/// The mark of a judgement in documents (model 5).
const JUDGEMENT: &str = "J";

/// The section below results: the documents, and the way to what each element rests on.
pub(super) fn summary(pen: &mut Pen, shown: &Shown) {
    let words = shown.words();
    section(pen, words.sources, words.sources_note, |pen| {
        documents(pen, shown.lens);
        to_sources(pen);
    });
}

/// The way to the page.
pub(super) fn to_sources(pen: &mut Pen) {
    let words = &pen.language.words.lens;
    pen.button("mr-textlink mr-clear mr-noprint", words.to_sources, turned(LensPage::Sources));
}

fn documents(pen: &mut Pen, lens: &Lens) {
    pen.el("ul.mr-reasons", |pen| {
        for own in &lens.sources {
            let values = [("title", Text(&own.title)), ("author", Text(&own.author))];
            pen.say("li", pen.language.words.lens.source, &values);
        }
    });
}

/// The page: part by part what each element rests on, then the thresholds.
pub(super) fn sources(pen: &mut Pen, lens: &Lens) {
    let words = &pen.language.words.lens;
    pen.say("p.mr-kicker", words.kicker, &[("lens", Text(&lens.name))]);
    pen.put("h1.mr-h1#mr-heading[tabindex=-1]", words.sources);
    pen.put("p.mr-lead", words.sources_note);
    documents(pen, lens);
    pen.el("div.mr-actions", |pen| {
        pen.button("mr-button", words.form.see_results, turned(LensPage::Results));
        pen.button("mr-button mr-button-2", words.form.to_parts, turned(LensPage::Parts));
    });
    for part in &lens.parts {
        section(pen, &part.name, "", |pen| {
            if !part.sources.is_empty() {
                rest(pen, lens, "p.mr-note", "", &part.sources, &part.basis);
            }
            pen.el("ul.mr-reasons", |pen| {
                for own in part.elements.iter().chain(part.fields.iter().flat_map(|own| &own.each)) {
                    rest(pen, lens, "li", own.called(), &own.sources, &own.basis);
                }
            });
        });
    }
    section(pen, words.thresholds, "", |pen| {
        pen.el("ul.mr-reasons", |pen| {
            for own in &lens.basis {
                let values = [("name", Text(&own.meaning)), ("value", Text(&own.value))];
                pen.el("li", |pen| {
                    pen.say("span", words.threshold, &values);
                    mark(pen, &own.basis);
                });
            }
        });
    });
}

/// What one thing rests on: its name, the ideas with their documents, the mark.
fn rest(pen: &mut Pen, lens: &Lens, start: &'static str, name: &str, sources: &[SourceRef], basis: &str) {
    pen.el(start, |pen| {
        pen.when(!name.is_empty(), |pen| {
            pen.put("b", name);
            pen.text(" ");
        });
        for own in sources {
            let title = lens.source(&own.source).map_or("", |own| &own.title);
            let values = [("idea", Text(&own.idea)), ("title", Text(title))];
            pen.say("span", pen.language.words.lens.idea, &values);
            pen.text(" ");
        }
        mark(pen, basis);
    });
}

fn mark(pen: &mut Pen, basis: &str) {
    pen.when(basis == JUDGEMENT, |pen| {
        pen.text(" ");
        pen.put("span.mr-tag", pen.language.words.lens.judgement);
    });
}
