//! The fields of a lens: one native control for each kind, with its question, its help and what is wrong with what
//! was entered.

mod beside;
mod number;
mod pickers;

use crate::lens::{Choice, Element, Fault, Field, Kind, Unit, Value, Values};
use crate::session::{Action, LensAction, Typed};
use crate::views::lens::form::Form;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;
use beside::beside_others;
use number::{in_hours, number, of_week};
pub use number::{number_of, written};
use pickers::{boxes, list, radios};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{InputEvent, TargetCast};

/// Where a field stands.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub form: &'a Form<'a>,
    pub field: &'a Field,
    /// What it goes by in the answers: its own name, or that of an element where it stands for each.
    pub name: &'a str,
    /// The row; none of a field that is asked once.
    pub row: Option<&'a str>,
    /// What the row is about.
    pub element: Option<&'a Element>,
    pub values: Option<&'a Values>,
}

impl<'a> At<'a> {
    pub fn value(&self) -> Option<&'a Value> {
        self.values?.get(self.name)
    }

    /// Its name within the page.
    pub fn id(&self) -> String {
        ["mr-", self.row.unwrap_or("once"), "-", self.name].concat()
    }

    /// The answers to choose from.
    pub fn options(&self) -> &'a [Choice] {
        match self.element {
            Some(element) if self.field.options.is_empty() => &element.options,
            _ => &self.field.options,
        }
    }

    pub fn entered(&self, value: Option<Value>, typed: Option<String>) -> Action {
        Action::Lens(LensAction::Entered {
            part: self.form.part.id.clone(),
            row: self.row.map(str::to_owned),
            field: self.name.to_owned(),
            value,
            typed,
        })
    }

    /// What is being typed into it.
    pub fn typed(&self) -> Option<&'a str> {
        let is_here = |own: &&Typed| own.row.as_deref() == self.row && own.field == self.name;
        self.form.typed.filter(is_here).map(|own| &*own.text)
    }

    /// What is wrong with what was entered; that nothing was is no mistake.
    pub fn fault(&self) -> Option<Fault> {
        self.field.fault(self.value()?, self.element)
    }

    /// What it is about, for those who hear its buttons alone.
    pub fn about(&self) -> &'a str {
        match self.element {
            Some(own) => own.called(),
            None => self.label(),
        }
    }

    /// Its label: its own, else what it asks.
    fn label(&self) -> &'a str {
        if self.field.label.is_empty() { &self.field.question } else { &self.field.label }
    }
}

/// A field with label, help and mistake.
pub(super) fn field(pen: &mut Pen, at: At) {
    let id = at.id();
    let choices = at.options();
    match at.field.kind {
        Kind::Flag => radios(pen, &at, choices),
        Kind::Choice | Kind::Rating if !at.field.each.is_empty() => labelled(pen, &at, &id, |pen| {
            list(pen, &at, &id, choices);
        }),
        Kind::Choice | Kind::Rating if at.form.is_single(at.row) => radios(pen, &at, choices),
        Kind::Elements => boxes(pen, &at),
        Kind::Number { .. } if matches!(at.field.unit, Unit::WeekStart | Unit::WeekEnd) => {
            of_week(pen, &at, &id);
        }
        kind => labelled(pen, &at, &id, |pen| match kind {
            Kind::Number { .. } if at.field.unit == Unit::Hours => in_hours(pen, &at, &id, choices),
            Kind::Number { .. } if choices.is_empty() => number(pen, &at, &id),
            Kind::Text => text(pen, &at, &id),
            Kind::Date => day(pen, &at, &id),
            _ => list(pen, &at, &id, choices),
        }),
    }
}

/// Label, question and help above a control, the mistake right above it.
fn labelled(pen: &mut Pen, at: &At, id: &str, control: impl FnOnce(&mut Pen)) {
    let words = &at.form.words.form;
    pen.el("div.mr-field", |pen| {
        pen.key(id);
        pen.el("label", |pen| {
            pen.set("for", id);
            pen.text(at.element_label().unwrap_or_else(|| at.label()));
            if at.field.optional && at.field.kind != Kind::Text && at.field.each.is_empty() {
                pen.put("span.mr-optional", words.optional);
            }
        });
        hint(pen, at, id);
        mistake(pen, at, id);
        control(pen);
    });
}

impl<'a> At<'a> {
    /// Of a field that stands for each of some elements, the one it is about.
    fn element_label(&self) -> Option<&'a str> {
        let own = self.field.each.iter().find(|own| own.id.as_str() == self.name)?;
        Some(own.called())
    }
}

/// The question and the help below a label.
fn hint(pen: &mut Pen, at: &At, id: &str) {
    let question =
        if at.field.label.is_empty() || !at.field.each.is_empty() { "" } else { &*at.field.question };
    let parts = [question, &*at.field.help];
    pen.el("p.mr-note", |pen| {
        pen.set("id", &[id, "-hint"].concat());
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            pen.text(part);
            pen.text(" ");
        }
    });
}

/// The sentence at a field that nobody can compute with; what was entered stays.
fn mistake(pen: &mut Pen, at: &At, id: &str) {
    let words = &at.form.words.form;
    // While a number is on its way to be one, nothing is said.
    let on_its_way = at.typed().is_some_and(|text| text.is_empty() || text == "-");
    let fault = at.fault().filter(|_| !on_its_way);
    pen.el("p.mr-errortext[role=status]", |pen| {
        pen.set("id", &[id, "-mistake"].concat());
        let Some(fault) = fault else {
            return pen.text(&beside_others(at));
        };
        let (least, most) = match at.field.kind {
            Kind::Number { min, max, .. } => (written(min), written(max)),
            _ => (String::new(), String::new()),
        };
        let message = match fault {
            Fault::TooSmall => words.too_small,
            Fault::TooLarge => words.too_large,
            Fault::NotWhole => words.not_whole,
            Fault::NotADay => words.not_a_day,
            Fault::NotAnOption => words.not_an_option,
            _ => words.not_a_number,
        };
        pen.text(&at.form.fill(message, &[("min", Text(&least)), ("max", Text(&most))]));
    });
}

/// What a control says of itself to those who cannot see around it.
fn described(pen: &mut Pen, at: &At, id: &str) {
    pen.set("aria-describedby", &[id, "-hint ", id, "-mistake"].concat());
    if at.fault().is_some() {
        pen.set("aria-invalid", "true");
    }
}

fn text_value<'a>(at: &At<'a>) -> &'a str {
    match at.value() {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

fn text(pen: &mut Pen, at: &At, id: &str) {
    let at = *at;
    let make = owned(at);
    pen.open("input.mr-input[type=text][autocomplete=off][maxlength=200]");
    pen.set("id", id);
    described(pen, &at, id);
    pen.value(text_value(&at));
    pen.on_input(pen.on_action.reform(move |event: InputEvent| {
        let typed =
            event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
        make((!typed.is_empty()).then_some(Value::Text(typed)), None)
    }));
    pen.close();
}

fn day(pen: &mut Pen, at: &At, id: &str) {
    let make = owned(*at);
    pen.open("input.mr-input mr-day[type=date]");
    pen.set("id", id);
    described(pen, at, id);
    pen.value(text_value(at));
    pen.on_input(pen.on_action.reform(move |event: InputEvent| {
        let typed =
            event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
        make((!typed.is_empty()).then_some(Value::Text(typed)), None)
    }));
    pen.close();
}

/// Words to an answer, which change nothing.
pub(super) fn note(pen: &mut Pen, at: At) {
    let (id, make) = (at.id(), owned(at));
    pen.el("details.mr-more", |pen| {
        pen.key(&id);
        if !text_value(&at).is_empty() {
            pen.set("open", "open");
        }
        pen.el("summary", |pen| {
            pen.text(at.form.words.form.note);
            if at.element.is_some() {
                pen.put("span.mr-hidden", &[": ", at.about()].concat());
            }
        });
        pen.el("div.mr-field", |pen| {
            pen.el("label.mr-hidden", |pen| {
                pen.set("for", &id);
                pen.text(at.form.words.form.note);
            });
            pen.open("textarea.mr-input[maxlength=2000]");
            pen.set("id", &id);
            pen.value(text_value(&at));
            pen.on_input(pen.on_action.reform(move |event: InputEvent| {
                let area = event.target_dyn_into::<HtmlTextAreaElement>();
                let typed = area.map(|area| area.value()).unwrap_or_default();
                make((!typed.is_empty()).then_some(Value::Text(typed)), None)
            }));
            pen.close();
        });
    });
}

/// What is entered at a place, without holding on to the page.
fn owned(at: At) -> impl Fn(Option<Value>, Option<String>) -> Action + Clone + 'static {
    let (part, row, field) = (at.form.part.id.clone(), at.row.map(str::to_owned), at.name.to_owned());
    move |value, typed| {
        let (part, row, field) = (part.clone(), row.clone(), field.clone());
        Action::Lens(LensAction::Entered { part, row, field, value, typed })
    }
}
