//! Two leaders of local marketers: who decides what today, by who does in the split.

use super::page::{Page, Section};
use crate::lens::Entry;
use crate::lens::operating_model::{Holder, RightState};
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};

const PART: &str = "helix";

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let own = &page.own.helix;
    let matching = own.of_state(RightState::AsSplit).len();
    let values =
        [("all", Count(own.rights.len())), ("state", Text(page.text(PART, RightState::AsSplit.name())))];
    let title = page.counted(page.forms(Says::RightsTitle), matching, &values);
    let note = page.text(PART, "intro").to_owned();
    (!own.rights.is_empty()).then(|| Section::new(PART, &title, note, draw))
}

/// Rights that were answered, each with its state, of one side of the split.
pub(super) fn rights<'a>(page: &Page<'a>, of_central: bool) -> Vec<(Entry<'a>, RightState)> {
    let is_central = |id: &str| page.rules.helix.iter().any(|(own, central)| own.as_str() == id && *central);
    let state = |entry: Entry<'a>| {
        let found = page.own.helix.rights.iter().find(|(id, _)| id == entry.key);
        found.map(|(_, state)| (entry, *state))
    };
    let rows = page.rows(PART).into_iter();
    rows.filter(|entry| is_central(entry.key) == of_central).filter_map(state).collect()
}

/// What a side of the split is called among the answers.
fn side<'a>(page: &Page<'a>, of_central: bool) -> &'a str {
    let wanted = if of_central { Holder::Central } else { Holder::Local };
    let field = page.shown.lens.part(PART).and_then(|part| part.field("holder"));
    let options = field.map(|field| field.options.as_slice()).unwrap_or_default();
    let holder = |value: &crate::lens::Value| match value {
        crate::lens::Value::Text(code) => Holder::of(code),
        _ => None,
    };
    options.iter().find(|own| holder(&own.value) == Some(wanted)).map_or("", |own| &own.label)
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    pen.el("table.mr-table", |pen| {
        pen.el("thead", |pen| {
            pen.el("tr", |pen| {
                for head in [page.say(Says::Right), page.say(Says::State)] {
                    pen.put("th[scope=col]", head);
                }
            });
        });
        for &of_central in &[true, false] {
            let rights = rights(page, of_central);
            if rights.is_empty() {
                continue;
            }
            pen.el("tbody", |pen| {
                pen.el("tr.mr-rolerow", |pen| {
                    let side = [("side", Text(side(page, of_central)))];
                    pen.say("th[colspan=2][scope=rowgroup]", page.say(Says::InSplit), &side);
                });
                for (entry, state) in rights {
                    pen.el("tr", |pen| {
                        pen.put("th[scope=row]", entry.element.map_or("", |element| &element.name));
                        let is_off = state != RightState::AsSplit;
                        let start = if is_off { "td.mr-om-off" } else { "td.mr-quiet" };
                        pen.put(start, page.text(PART, state.name()));
                    });
                }
            });
        }
    });
}
