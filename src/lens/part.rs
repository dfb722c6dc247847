//! The parts of a lens: which rows and fields a person can fill, and what each field takes.

use super::{Choice, Element, Fault, Value};
use crate::history::Date;
use crate::survey::SourceRef;

/// The field that holds words to an answer, which change nothing.
pub const NOTE: &str = "note";

/// One part of a lens, which stands alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its permanent name.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// What its rows are.
    pub rows: Rows,
    /// What the lens itself asks about here.
    pub elements: Vec<Element>,
    /// Fields that are asked once.
    pub once: Vec<Field>,
    /// Fields of each row.
    pub fields: Vec<Field>,
    /// What one of its rows is called where a person does not name it; mostly empty.
    pub row: String,
    /// Which idea of which source it comes from; of parts with elements these have their own.
    pub sources: Vec<SourceRef>,
    /// `S` source, `J` our judgement.
    pub basis: String,
}

/// What the rows of a part are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// There are none.
    None,
    /// One for each element.
    Elements,
    /// One for each element, and some of a person's own.
    ElementsAndOwn,
    /// A person's own alone, such as teams or markets.
    Own,
}

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its permanent name.
    pub id: String,
    /// What it takes.
    pub kind: Kind,
    /// Whether results get along without it.
    pub optional: bool,
    /// Its label; empty where the element says it all.
    pub label: String,
    /// Its question; empty where the element asks it.
    pub question: String,
    /// What helps to answer it; mostly empty.
    pub help: String,
    /// Answers to choose; where there are none, those of the element count.
    pub options: Vec<Choice>,
    /// Codes beside the options, such as `NA` and `DK`, that leave the question open.
    pub allow: Vec<String>,
    /// Elements for each of which a row has this field, such as who does which work for a market; in answers it
    /// goes by the name of the element.
    pub each: Vec<Element>,
    /// The part whose rows it names, of a field that takes elements; empty otherwise.
    pub of: String,
    /// What its number counts.
    pub unit: Unit,
    /// What stands in it when its row is added; most fields start empty.
    pub default: Option<Value>,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    #[default]
    Plain,
    /// Working hours.
    Hours,
    /// Days.
    Days,
    /// Hundredths.
    Percent,
    /// The hour of a week at which something begins, from 0 on.
    WeekStart,
    /// The hour of a week at which something ends.
    WeekEnd,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A number.
    Number {
        /// Lowest.
        min: f64,
        /// Highest; beyond it is surely a mistake.
        max: f64,
        /// Whether halves make no sense.
        whole: bool,
    },
    /// One of the options.
    Choice,
    /// One of the anchors of an item.
    Rating,
    /// Yes or no.
    Flag,
    /// Words of one's own.
    Text,
    /// A day.
    Date,
    /// Some elements by name.
    Elements,
}

impl Part {
    /// The element of this name.
    pub fn element(&self, id: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.id.as_str() == id)
    }

    /// The field of this name, where `each` field goes by the names of its elements.
    pub fn field(&self, id: &str) -> Option<&Field> {
        let is_named = |field: &&Field| match field.each.is_empty() {
            true => field.id == id,
            false => field.each.iter().any(|element| element.id.as_str() == id),
        };
        self.fields.iter().find(is_named)
    }

    /// The field of this name that is asked once.
    pub fn once(&self, id: &str) -> Option<&Field> {
        self.once.iter().find(|field| field.id == id)
    }

    /// The field in which a person names a row.
    pub fn name_field(&self) -> Option<&Field> {
        self.fields.iter().find(|own| own.kind == Kind::Text && own.id != NOTE)
    }

    /// What a row without a name is called before its number.
    pub fn row_label(&self) -> &str {
        let of_field = self.name_field().map_or("", |own| &own.label);
        [&*self.row, of_field].into_iter().find(|own| !own.is_empty()).unwrap_or(&self.name)
    }

    /// Whether a row of this name belongs here; own ones start with `x-`.
    pub fn takes_row(&self, key: &str) -> bool {
        match self.rows {
            Rows::None => false,
            Rows::Elements => self.element(key).is_some(),
            Rows::ElementsAndOwn => self.element(key).is_some() || key.starts_with("x-"),
            Rows::Own => true,
        }
    }
}

impl Field {
    /// What is wrong with a value; nothing where it can be computed with.
    pub fn fault(&self, value: &Value, element: Option<&Element>) -> Option<Fault> {
        let is_code = |code: &str| self.allow.iter().any(|own| own == code);
        match (self.kind, value) {
            (Kind::Number { min, max, whole }, Value::Number(value)) => number_fault(*value, min, max, whole),
            (Kind::Choice | Kind::Rating, Value::Text(code)) if is_code(code) => None,
            (Kind::Choice | Kind::Rating, value) => {
                let of_element = element.map_or(&[][..], |element| &element.options);
                let options = if self.options.is_empty() { of_element } else { &self.options };
                let is_one = options.iter().any(|choice| choice.value == *value);
                (!is_one).then_some(Fault::NotAnOption)
            }
            (Kind::Flag, Value::Flag(_)) | (Kind::Text, Value::Text(_)) => None,
            (Kind::Date, Value::Text(day)) => Date::parse(day).is_none().then_some(Fault::NotADay),
            (Kind::Elements, Value::Many(all)) => {
                let are_texts = all.iter().all(|value| matches!(value, Value::Text(_)));
                (!are_texts).then_some(Fault::OtherKind)
            }
            _ => Some(Fault::OtherKind),
        }
    }
}

fn number_fault(value: f64, min: f64, max: f64, whole: bool) -> Option<Fault> {
    match value {
        _ if !value.is_finite() => Some(Fault::NotANumber),
        _ if value < min => Some(Fault::TooSmall),
        _ if value > max => Some(Fault::TooLarge),
        _ if whole && value.fract() != 0.0 => Some(Fault::NotWhole),
        _ => None,
    }
}
