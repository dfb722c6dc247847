//! Numbers: typed in any way people write them, lengths of time with the usual ones to choose, hours of the week.

use super::{At, described, hint, mistake, owned};
use crate::lens::{Choice, Unit, Value};
use crate::views::markup::Pen;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Event, InputEvent, TargetCast};

/// More digits than a number holds exactly.
const DIGITS: u32 = 15;
/// Hours of a day.
const DAY: f64 = 24.0;

/// Reads a number as people type it, with a comma or a point; nothing where it is none.
pub fn number_of(typed: &str) -> Option<f64> {
    let typed = typed.trim();
    let plain = without_thousands(typed);
    let typed = plain.as_deref().unwrap_or(typed);
    let (digits, sign) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (rest, -1.0),
        None => (typed, 1.0),
    };
    let (mut all, mut count, mut decimals, mut seen) = (0_u64, 0, 0, false);
    for letter in digits.chars() {
        match letter.to_digit(10) {
            Some(digit) if count < DIGITS => {
                all = all * 10 + u64::from(digit);
                count += 1;
                decimals += u32::from(seen);
            }
            None if !seen && (letter == '.' || letter == ',') => seen = true,
            // People set off thousands by spaces.
            None if letter == ' ' || letter == '\u{a0}' || letter == '\u{202f}' => {}
            _ => return None,
        }
    }
    // One division of whole numbers is rounded once: the nearest number there is.
    (count > 0).then(|| sign * all as f64 / 10_u64.pow(decimals) as f64)
}

/// The same without the commas that set off thousands in English, as in `1,500`; nothing where there are none such.
fn without_thousands(typed: &str) -> Option<String> {
    let whole = typed.split_once('.').map_or(typed, |(whole, _)| whole);
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_digits = |own: &str| own.bytes().all(|letter| letter.is_ascii_digit());
    let leads = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    let mut rest = groups.peekable();
    rest.peek()?;
    (leads && rest.all(|own| own.len() == 3 && is_digits(own))).then(|| typed.replace(',', ""))
}

/// A number as it stands in a field: a point, at most four decimals, nothing to set off thousands.
pub fn written(value: f64) -> String {
    if value.abs() >= 1e15 {
        return String::new();
    }
    let scaled = (value.abs() * 10_000.0).round() as u64;
    let (whole, mut rest) = (scaled / 10_000, scaled % 10_000);
    let mut text = if value < 0.0 && scaled > 0 { "-".to_owned() } else { String::new() };
    text.push_str(&whole.to_string());
    if rest > 0 {
        let mut digits = 4;
        while rest.is_multiple_of(10) {
            rest /= 10;
            digits -= 1;
        }
        let rest = rest.to_string();
        text.push('.');
        text.push_str(&"0".repeat(digits - rest.len()));
        text.push_str(&rest);
    }
    text
}

/// A field to type a number into.
pub(super) fn number(pen: &mut Pen, at: &At, id: &str) {
    typing(pen, at, id, id);
}

/// The same beside another control, whose question and mistakes are those of `about`.
fn typing(pen: &mut Pen, at: &At, id: &str, about: &str) {
    let make = owned(*at);
    let unit = match at.field.unit {
        Unit::Percent => at.form.words.form.percent,
        Unit::Days => at.form.words.form.days,
        Unit::Hours => at.form.words.form.hours,
        _ => "",
    };
    pen.el("div.mr-measure", |pen| {
        pen.open("input.mr-input mr-num[type=text][inputmode=decimal][autocomplete=off][maxlength=20]");
        pen.set("id", id);
        described(pen, at, about);
        pen.value(&match (at.typed(), at.value()) {
            (Some(typed), _) => typed.to_owned(),
            (None, Some(Value::Number(value))) => written(*value),
            (None, Some(Value::Text(text))) => text.clone(),
            _ => String::new(),
        });
        pen.on_input(pen.on_action.reform(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            let typed = field.map(|field| field.value()).unwrap_or_default();
            let value = match number_of(&typed) {
                Some(number) => Some(Value::Number(number)),
                None if typed.trim().is_empty() => None,
                // It stays as it was typed, with a sentence beside it.
                None => Some(Value::Text(typed.clone())),
            };
            make(value, Some(typed))
        }));
        pen.close();
        pen.when(!unit.is_empty(), |pen| pen.put("span.mr-note", unit));
    });
}

/// A length of time: usual ones to choose, and any other to type.
pub(super) fn in_hours(pen: &mut Pen, at: &At, id: &str, offers: &[Choice]) {
    let words = &at.form.words.form;
    let (make, values) = (owned(*at), offers.to_vec());
    let other = [id, "-hours"].concat();
    let is_chosen = |own: &&Choice| Some(&own.value) == at.value();
    pen.el("div.mr-hours", |pen| {
        pen.open("select.mr-input");
        // What was chosen by hand outlasts the page's wish: while hours are typed, the list is made anew.
        pen.key(if at.typed().is_some() { at.typed().unwrap_or_default() } else { "chosen" });
        pen.set("id", id);
        described(pen, at, id);
        pen.on_change(pen.on_action.reform(move |event: Event| {
            let picked = event.target_dyn_into::<HtmlSelectElement>().map(|own| own.selected_index());
            let place = picked.and_then(|at| usize::try_from(at).ok()?.checked_sub(1));
            make(place.and_then(|at| Some(values.get(at)?.value.clone())), None)
        }));
        let none = if at.value().is_none() || offers.iter().any(|own| is_chosen(&own)) {
            words.choose
        } else {
            words.other_time
        };
        option(pen, none, !offers.iter().any(|own| is_chosen(&own)));
        for own in offers {
            option(pen, &own.label, is_chosen(&own));
        }
        pen.close();
        pen.el("label.mr-hidden", |pen| {
            pen.set("for", &other);
            pen.text(&[&*at.field.label, ", ", words.hours].concat());
        });
        typing(pen, at, &other, id);
    });
}

pub(super) fn option(pen: &mut Pen, text: &str, chosen: bool) {
    pen.el("option", |pen| {
        if chosen {
            pen.set("selected", "selected");
        }
        pen.text(text);
    });
}

/// An hour of the week: a weekday and a time of day. Midnight as an end is the end of its day.
pub(super) fn of_week(pen: &mut Pen, at: &At, id: &str) {
    let words = &at.form.words.form;
    let is_end = at.field.unit == Unit::WeekEnd;
    let value = match at.value() {
        Some(Value::Number(value)) => Some(*value),
        _ => None,
    };
    let day = value.map(|value| if is_end { (value / DAY).ceil() - 1.0 } else { (value / DAY).floor() });
    let day = day.map(|day| day.clamp(0.0, 6.0));
    let hour = value.zip(day).map(|(value, day)| value - day * DAY);
    let (by_day, by_time) = (owned(*at), owned(*at));
    let usual = if is_end { words.closes } else { words.opens };
    let time = [id, "-time"].concat();
    pen.el("fieldset.mr-field", |pen| {
        pen.key(id);
        pen.put("legend.mr-label", &at.field.label);
        hint(pen, at, id);
        mistake(pen, at, id);
        pen.el("div.mr-hours", |pen| {
            pen.open("select.mr-input");
            pen.set("id", id);
            pen.set("aria-label", &[&*at.field.label, ", ", words.day].concat());
            pen.on_change(pen.on_action.reform(move |event: Event| {
                let picked =
                    event.target_dyn_into::<HtmlSelectElement>().map_or(0, |own| own.selected_index());
                let day = f64::from(picked - 1);
                by_day((picked > 0).then(|| Value::Number(day * DAY + hour.unwrap_or(usual))), None)
            }));
            option(pen, words.choose, day.is_none());
            for (place, name) in words.weekdays.iter().enumerate() {
                option(pen, name, day == Some(place as f64));
            }
            pen.close();
            pen.open("input.mr-input[type=time]");
            pen.set("id", &time);
            pen.set("aria-label", &[&*at.field.label, ", ", words.time].concat());
            pen.value(&hour.map(clock).unwrap_or_default());
            pen.on_input(pen.on_action.reform(move |event: InputEvent| {
                let typed = event.target_dyn_into::<HtmlInputElement>().map(|own| own.value());
                let hours = typed.as_deref().and_then(hours_of);
                let hours = hours.map(|own| if is_end && own == 0.0 { DAY } else { own });
                // Without a day nobody knows which; an emptied time leaves what there was.
                let entered = day.zip(hours).map(|(day, own)| day * DAY + own);
                by_time(entered.or(value).map(Value::Number), None)
            }));
            pen.close();
        });
    });
}

/// `09:30` of nine and a half hours; the end of a day is midnight again.
fn clock(hour: f64) -> String {
    let minutes = (hour * 60.0).round() as u32 % (24 * 60);
    let two = |value: u32| if value < 10 { ["0", &value.to_string()].concat() } else { value.to_string() };
    [two(minutes / 60), two(minutes % 60)].join(":")
}

fn hours_of(clock: &str) -> Option<f64> {
    let (hours, minutes) = clock.split_once(':')?;
    Some(number_of(hours)? + number_of(minutes.get(..2)?)? / 60.0)
}
