//! The shortlist: which decisions to move closer to the work first, what that spares, and at what risk.

use super::page::{Case, Page};
use crate::lens::decision_speed::Shortlisted;
use crate::lens::wording::DecisionSpeed as Says;
use crate::views::frame::section as framed;
use crate::views::lens::bars::Bar;
use crate::views::lens::shown::Finding;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

/// What tells the risk of moving a decision, and whether its limits are written already.
const FACTS: [&str; 3] = ["right", "reversible", "exposure"];

/// The shortlist with the hours each spares; not drawn where it is empty.
pub(super) fn section(pen: &mut Pen, page: &Page) {
    let list = &page.own.decisions.shortlist;
    let Some(most) = list.iter().map(|own| own.saves).reduce(f64::max) else { return };
    framed(pen, page.say(Says::MovesTitle), page.say(Says::MovesNote), |pen| {
        pen.el("ul.mr-rowlist", |pen| {
            for own in list {
                let Some(case) = page.case(&own.id) else { continue };
                let figure = page.fill(page.say(Says::Avoided), &[("n", Text(&page.whole_hours(own.saves)))]);
                pen.el("li", |pen| {
                    pen.put("b", &case.name);
                    pen.put("span.mr-num", &figure);
                    Bar::of(100.0 * own.saves / most).draw(pen);
                    pen.put("span.mr-wide", &[&from_to(page, case), " ", &advice(page, own)].concat());
                    pen.put("span.mr-wide mr-quiet", &facts(page, case));
                });
            }
        });
    });
}

fn from_to(page: &Page, case: &Case) -> String {
    let [from, to] = &[case.read.used, case.read.after].map(|hours| page.known_time(hours));
    page.fill(page.say(Says::FromTo), &[("from", Text(from)), ("to", Text(to))])
}

/// What was said of the risk.
fn facts(page: &Page, case: &Case) -> String {
    let mut said = Vec::new();
    for field in FACTS {
        let option = page.option("decisions", field, case.entry.value(field));
        if !option.is_empty() {
            let field = page.label("decisions", field);
            said.push(page.fill(page.say(Says::Fact), &[("field", Text(field)), ("option", Text(option))]));
        }
    }
    said.join(" ")
}

/// What to do, in the words of the lens.
fn advice(page: &Page, own: &Shortlisted) -> String {
    let text = |name| page.shown.lens.text_of("findings", name);
    let first = own.kind.map_or(page.say(Says::MovesUnknown), |kind| text(kind.name()));
    if own.still_late { [first, " ", text("still_late")].concat() } else { first.to_owned() }
}

/// Each of the shortlist as something to do.
pub(super) fn findings(page: &Page) -> Vec<Finding> {
    let mut found = Vec::new();
    for own in &page.own.decisions.shortlist {
        let Some(case) = page.case(&own.id) else { continue };
        found.push(Finding {
            id: [own.kind.map_or("unknown", |kind| kind.name()), "/", &own.id].concat(),
            lead: page.list(&[&case.name]),
            text: advice(page, own),
            act: own.kind.map_or_else(String::new, |kind| {
                let text = page.shown.lens.text_of("findings", kind.name());
                let within = (page.shown.language.words.results.within_sentence)(text);
                page.fill(page.say(Says::Act), &[("decision", Text(&case.name)), ("finding", Text(&within))])
            }),
        });
    }
    found
}
