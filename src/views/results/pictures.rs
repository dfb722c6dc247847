//! Charts as files: two small buttons below each, and what became of them.

use super::page::Page;
use crate::session::{Action, Service, Told};
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

/// The buttons for the chart a selector names. `name` is that of the file, `what` that of the chart in words.
pub(super) fn pictures(
    pen: &mut Pen,
    page: &Page,
    selector: &'static str,
    name: &'static str,
    what: &'static str,
) {
    let words = &page.language.words.carry;
    pen.el("div.mr-pictures mr-noprint", |pen| {
        pen.put("span.mr-note[aria-hidden=true]", words.picture);
        for (kind, label) in [("svg", "SVG"), ("png", "PNG")] {
            let asked = Action::Asked(Service::Picture { selector, name, kind });
            pen.action("mr-textlink", asked, |pen| {
                pen.text(label);
                pen.say("span.mr-hidden", words.picture_of, &[("what", Text(what))]);
            });
        }
    });
}

/// How the last one ended.
pub(super) fn outcome(pen: &mut Pen, page: &Page) {
    let words = &page.language.words.carry;
    pen.el("p.mr-note mr-noprint[role=status]", |pen| match page.shown.told {
        Some(Told::Pictured(true)) => pen.text(words.pictured),
        Some(Told::Pictured(false)) => pen.text(words.not_pictured),
        _ => {}
    });
}
