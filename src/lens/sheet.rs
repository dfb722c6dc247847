//! Reads answers as they can be computed with: what is missing or faulty is not there.

use super::{Element, Field, Kind, Lens, LensAnswers, Mark, Part, PartAnswers, Value, Values};
use crate::history::Date;

/// A part of a lens with what was entered in it.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    part: &'a Part,
    own: Option<&'a PartAnswers>,
}

/// A row, or the fields that are asked once.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Name of the row; empty of fields that are asked once.
    pub key: &'a str,
    /// The element it is about; none of a person's own.
    pub element: Option<&'a Element>,
    part: &'a Part,
    values: Option<&'a Values>,
}

impl<'a> Sheet<'a> {
    /// The part of this name, if the lens has it.
    pub fn of(lens: &'a Lens, answers: &'a LensAnswers, part: &str) -> Option<Self> {
        let part = lens.part(part)?;
        Some(Self { part, own: answers.part(&part.id) })
    }

    /// The fields that are asked once.
    pub fn once(&self) -> Entry<'a> {
        Entry { key: "", element: None, part: self.part, values: self.own.map(|own| &own.once) }
    }

    /// The rows that were begun: of elements in the order of the lens, then a person's own in theirs.
    pub fn rows(&self) -> Vec<Entry<'a>> {
        let mut rows = Vec::new();
        let Some(own) = self.own else { return rows };
        let entry = |key: &'a str, element, values| Entry { key, element, part: self.part, values };
        for element in &self.part.elements {
            let key = element.id.as_str();
            if let Some(values) = own.row(key) {
                rows.push(entry(key, Some(element), Some(values)));
            }
        }
        for (key, values) in &own.rows {
            if self.part.element(key).is_none() && self.part.takes_row(key) {
                rows.push(entry(key, None, Some(values)));
            }
        }
        rows
    }

    /// Every element with what was entered about it, which may be nothing.
    pub fn elements(&self) -> Vec<Entry<'a>> {
        let entry = |element: &'a Element| {
            let key = element.id.as_str();
            let values = self.own.and_then(|own| own.row(key));
            Entry { key, element: Some(element), part: self.part, values }
        };
        self.part.elements.iter().map(entry).collect()
    }
}

impl<'a> Entry<'a> {
    fn spec(&self, field: &str) -> Option<&'a Field> {
        if self.key.is_empty() { self.part.once(field) } else { self.part.field(field) }
    }

    /// The value of a field, where there is one that fits.
    pub fn value(&self, field: &str) -> Option<&'a Value> {
        let value = self.values?.get(field)?;
        let fault = self.spec(field)?.fault(value, self.element);
        fault.is_none().then_some(value)
    }

    /// A number, also of a choice or rating.
    pub fn number(&self, field: &str) -> Option<f64> {
        match self.value(field) {
            Some(Value::Number(value)) => Some(*value),
            _ => None,
        }
    }

    /// A yes or no.
    pub fn flag(&self, field: &str) -> Option<bool> {
        match self.value(field) {
            Some(Value::Flag(value)) => Some(*value),
            _ => None,
        }
    }

    /// A text or the name of a choice.
    pub fn text(&self, field: &str) -> Option<&'a str> {
        match self.value(field) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// What a person calls this row; the name of the element or of the row where nothing was said.
    pub fn name(&self, field: &str) -> &'a str {
        let own = self.text(field).filter(|text| !text.is_empty());
        own.or(self.element.map(|element| element.name.as_str())).unwrap_or(self.key)
    }

    /// A day.
    pub fn date(&self, field: &str) -> Option<Date> {
        self.text(field).and_then(Date::parse)
    }

    /// The elements that were named.
    pub fn many(&self, field: &str) -> Vec<&'a str> {
        let mut found = Vec::new();
        if let Some(Value::Many(all)) = self.value(field) {
            for value in all {
                if let Value::Text(text) = value {
                    found.push(text.as_str());
                }
            }
        }
        found
    }

    /// An answer to a checklist.
    pub fn mark(&self, field: &str) -> Option<Mark> {
        let is_choice = self.spec(field).is_some_and(|own| own.kind == Kind::Choice);
        self.text(field).filter(|_| is_choice).and_then(Mark::of)
    }
}
