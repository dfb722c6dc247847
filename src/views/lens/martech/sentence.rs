//! The finding in a sentence, by whatever was answered.

use super::super::Shown;
use super::super::counted::{counted, within};
use super::{capacity, governance, seats};
use crate::lens::martech::{Fit, Results};
use crate::lens::wording::Martech as Says;
use crate::views::markup::Value::Text;

/// The headline, and what it rests on.
pub(super) fn headline(shown: &Shown, own: &Results) -> (Vec<String>, String) {
    if let Some(found) = placed(shown, own) {
        return (vec![found], shown.say(Says::Lead).to_owned());
    }
    let found = governance::finding(shown, &own.governance)
        .map(|found| [&found, "."].concat())
        .or_else(|| capacity::finding(shown, &own.capacity))
        .or_else(|| seats::finding(shown, own));
    match found {
        Some(found) => {
            let part = shown.lens.part("placement").map_or("", |part| &part.name);
            (vec![found], shown.fill(shown.say(Says::LeftOut), &[("part", Text(part))]))
        }
        None => (vec![shown.say(Says::Nothing).to_owned()], String::new()),
    }
}

/// The widest inversion; else how many platforms lie off the suggestion.
fn placed(shown: &Shown, own: &Results) -> Option<String> {
    if own.placement.is_empty() {
        return None;
    }
    if let Some([foundation, nearer]) = own.pattern.violations.first() {
        let foundation = within(shown, shown.name_of("placement", foundation));
        let nearer = Text(shown.name_of("placement", nearer));
        let values = [("nearer", nearer), ("foundation", Text(&foundation))];
        return Some(shown.fill(shown.say(Says::UpsideDown), &values));
    }
    let off = own.placement.iter().filter(|own| matches!(own.fit, Fit::TooLocal | Fit::TooCentral)).count();
    Some(match (off, own.moves.len()) {
        (0, 0) => shown.say(Says::AllFit).to_owned(),
        (0, watch) => counted(shown, shown.forms(Says::Near), watch, &[]),
        (off, _) => counted(shown, shown.forms(Says::Off), off, &[]),
    })
}
