//! Which platforms to move first, and which pairs are upside down.

use super::super::bars::{Bar, row};
use super::super::counted::{counted, within};
use super::super::shown;
use super::super::table::Table;
use super::super::{Finding, Shown};
use crate::lens::ElementId;
use crate::lens::martech::{Fit, Pattern, Placed, Results};
use crate::lens::wording::Martech as Says;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};

/// So many inversions stand open; the others are behind a line to press.
const SHOWN: usize = 3;

/// The order of moves.
pub(super) fn moves(pen: &mut Pen, shown: &Shown, own: &Results) {
    let found = in_order(shown, own);
    if found.is_empty() {
        return;
    }
    section(pen, shown.lens.text("results/priority"), shown.say(Says::OrderNote), |pen| {
        shown::findings(pen, &found)
    });
}

/// Platforms off the suggestion by priority, then those that fit but may lack a local voice.
pub(super) fn in_order(shown: &Shown, own: &Results) -> Vec<Finding> {
    let mut found = Vec::new();
    for id in &own.moves {
        found.extend(own.placement.iter().find(|placed| placed.id == *id).map(|own| finding(shown, own)));
    }
    for own in &own.placement {
        if own.fit == Fit::Fits && own.local_voice_missing {
            found.push(finding(shown, own));
        }
    }
    found
}

fn finding(shown: &Shown, own: &Placed) -> Finding {
    let text = |path| shown.lens.text(path);
    let name = shown.name_of("placement", &own.id);
    let code = own.fit.name();
    let advice = shown.lens.text_of("findings", code);
    let is_off = matches!(own.fit, Fit::TooLocal | Fit::TooCentral);
    let mut sentences = Vec::new();
    let steps;
    if is_off {
        let [one, many] = shown.forms(Says::Steps);
        let count = own.gap_steps.abs() as usize;
        let state = Text(shown.lens.text_of("states_long", code));
        steps = shown.fill(if count == 1 { one } else { many }, &[("n", Count(count)), ("state", state)]);
        sentences.push(steps.as_str());
    }
    if own.fit != Fit::Fits {
        sentences.push(advice);
    }
    if own.local_voice_missing {
        sentences.push(text("findings/local_voice_missing"));
    }
    if own.beyond_marketing {
        sentences.push(text("findings/beyond_marketing"));
    }
    let act = if is_off { [name, ": ", &within(shown, advice)].concat() } else { String::new() };
    Finding {
        id: [code, "/", own.id.as_str()].concat(),
        lead: [name, ":"].concat(),
        text: sentences.join(" "),
        act,
    }
}

/// Whether the more foundational is run more centrally, and where it is not.
pub(super) fn pattern(pen: &mut Pen, shown: &Shown, own: &Pattern) {
    let Some(index) = own.index else { return };
    let mut found = Vec::new();
    for pair in own.violations.iter().take(SHOWN) {
        found.push(inversion(shown, pair));
    }
    let others = own.violations.len() - found.len();
    let title = match own.violations.len() {
        0 => shown.say(Says::NoInversion).to_owned(),
        number => counted(shown, shown.forms(Says::Inversions), number, &[]),
    };
    let note = shown.fill(shown.say(Says::PatternNote), &[("pairs", Count(own.pairs))]);
    section(pen, &title, &note, |pen| {
        pen.el("ul.mr-rowlist", |pen| {
            let figure = shown.language.whole(index);
            row(pen, shown.lens.text("results/index"), &figure, &Bar::of(index), "");
        });
        if !found.is_empty() {
            pen.el("div.mr-block", |pen| shown::findings(pen, &found));
        }
        if others > 0 {
            let title = counted(shown, shown.forms(Says::OtherInversions), others, &[]);
            others_table(pen, shown, own.violations.get(SHOWN..).unwrap_or_default(), &title);
        }
    });
}

fn others_table(pen: &mut Pen, shown: &Shown, pairs: &[[ElementId; 2]], title: &str) {
    let mut rows = Vec::new();
    for [foundation, nearer] in pairs {
        rows.push([nearer, foundation].map(|id| shown.name_of("placement", id).to_owned()).to_vec());
    }
    let heads = &[(shown.say(Says::MoreCentral), false), (shown.say(Says::MoreFoundational), false)];
    Table { caption: title, heads, rows, ..Table::default() }.folded(pen, title);
}

/// A pair that is upside down.
pub(super) fn inversion(shown: &Shown, [foundation, nearer]: &[ElementId; 2]) -> Finding {
    let foundation_name = within(shown, shown.name_of("placement", foundation));
    let values =
        [("nearer", Text(shown.name_of("placement", nearer))), ("foundation", Text(&foundation_name))];
    Finding {
        id: ["inversion/", foundation.as_str(), "/", nearer.as_str()].concat(),
        lead: String::new(),
        text: shown.fill(shown.lens.text("findings/inversion"), &values),
        act: String::new(),
    }
}
