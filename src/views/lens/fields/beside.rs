//! What is wrong with an answer only beside others: both are kept, and computed with as far as that goes.

use super::{At, written};
use crate::history::Date;
use crate::lens::operating_model::LIMITS;
use crate::lens::{Kind, Rules, Sheet, Unit, Value};
use crate::views::markup::Value::Text;

/// Shares of one whole add up to so much at most.
const WHOLE: f64 = 100.0;

/// The sentence at the field; empty where nothing is wrong.
pub(super) fn beside_others(at: &At) -> String {
    let words = &at.form.words.form;
    let value = match at.value() {
        Some(Value::Number(value)) => value,
        Some(Value::Text(day)) if at.field.kind == Kind::Date => return too_early(at, day),
        _ => return String::new(),
    };
    match at.field.unit {
        Unit::Percent if at.row.is_none() => no_middle(at),
        Unit::WeekEnd => {
            let start = at.form.part.fields.iter().find(|own| own.unit == Unit::WeekStart);
            let start = start.and_then(|own| at.values?.get(&own.id));
            let is_before = matches!(start, Some(Value::Number(start)) if start >= value);
            if is_before { words.ends_before.to_owned() } else { String::new() }
        }
        Unit::Percent if at.row.is_some() && !at.field.optional => {
            let sum = at.form.sum(at.name);
            if sum <= WHOLE {
                return String::new();
            }
            let sum = written((sum * 10.0).round() / 10.0);
            at.form.fill(words.more_than_whole, &[("sum", Text(&sum))])
        }
        _ => String::new(),
    }
}

/// Days are asked in the order in which one follows the other.
fn too_early(at: &At, day: &str) -> String {
    let once = &at.form.part.once;
    let place = once.iter().position(|own| own.id == at.name);
    let before = place.and_then(|place| once.get(place.checked_sub(1)?));
    match before.and_then(|own| Some((own, at.values?.get(&own.id)?))) {
        Some((own, Value::Text(then))) if Date::parse(then) > Date::parse(day) => {
            at.form.fill(at.form.words.form.too_early, &[("field", Text(&own.label))])
        }
        _ => String::new(),
    }
}

/// Limits that leave nothing between them, at the lower one, or at the other where the lower is as usual.
fn no_middle(at: &At) -> String {
    let form = at.form;
    let Rules::OperatingModel(rules) = &form.lens.rules else { return String::new() };
    let [major, mid] = LIMITS;
    let is_here = at.name == mid || at.name == major && at.values.is_some_and(|own| own.get(mid).is_none());
    let sheet = Sheet::of(form.lens, form.answers, &form.part.id);
    let [major, mid] = rules.limits(sheet.map(|sheet| sheet.once()).as_ref());
    if !is_here || mid < major {
        return String::new();
    }
    form.fill(
        form.lens.text("asked/no_middle"),
        &[("major", Text(&written(major))), ("mid", Text(&written(mid)))],
    )
}
