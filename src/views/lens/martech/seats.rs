//! Who works on the platforms with IT, and where analysts sit.

use super::super::Shown;
use super::super::counted::{counted, within};
use crate::lens::martech::Results;
use crate::lens::wording::Martech as Says;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;

/// Both sections, each where something was answered for it.
pub(super) fn seats(pen: &mut Pen, shown: &Shown, own: &Results) {
    let name = |part| shown.lens.part(part).map_or("", |part| part.name.as_str());
    if !own.it_model.is_empty() {
        section(pen, name("it_model"), shown.say(Says::ItNote), |pen| {
            pen.el("ul.mr-rowlist mr-seats", |pen| {
                for (platform, model) in &own.it_model {
                    let outcome = model.map(|model| shown.lens.text_of("it_model_outcomes", model.name()));
                    let text = outcome.map(str::to_owned);
                    let text = text.or_else(|| missing(shown, own, "it_model", Some(platform.as_str())));
                    let name = shown.name_of("it_model", platform);
                    row(pen, name, &text.unwrap_or_default(), outcome.is_none());
                }
            });
        });
    }
    let lacking = missing(shown, own, "analytics", None);
    if own.analytics.is_some() || lacking.is_some() {
        section(pen, name("analytics"), shown.say(Says::AnalyticsNote), |pen| match own.analytics {
            Some(seat) => pen.put("p.mr-h3", shown.lens.text_of("analytics_outcomes", seat.name())),
            None => pen.put("p.mr-small mr-quiet", &lacking.unwrap_or_default()),
        });
    }
}

fn row(pen: &mut Pen, name: &str, text: &str, quiet: bool) {
    pen.el("li", |pen| {
        pen.put("b", name);
        pen.put(if quiet { "span.mr-quiet" } else { "span" }, text);
    });
}

/// The answer a finder goes without, in words.
fn missing(shown: &Shown, own: &Results, part: &str, row: Option<&str>) -> Option<String> {
    let gap = own.gaps.iter().find(|gap| gap.part == part && gap.row.as_deref() == row)?;
    let part = shown.lens.part(part)?;
    let field = part.field(&gap.field).or_else(|| part.once(&gap.field))?;
    let name = within(shown, &field.label);
    Some(shown.fill(shown.say(Says::Missing), &[("answer", Text(&name))]))
}

/// What the finders found, in a sentence.
pub(super) fn finding(shown: &Shown, own: &Results) -> Option<String> {
    let found = own.it_model.iter().filter(|(_, model)| model.is_some()).count();
    if found > 0 {
        return Some(counted(shown, shown.forms(Says::Seats), found, &[]));
    }
    own.analytics.map(|seat| [shown.lens.text_of("analytics_outcomes", seat.name()), "."].concat())
}
