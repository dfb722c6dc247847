//! What a person entered in a lens: raw, by part, row and field, never a score.

use super::Value;
use crate::history::Date;
use std::rc::Rc;

/// All that was entered in one lens; whatever is not there was not answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LensAnswers {
    /// Answers by part.
    pub parts: Vec<(String, PartAnswers)>,
}

/// What was entered in one part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartAnswers {
    /// Fields that are asked once.
    pub once: Values,
    /// Rows by name, in the order in which they were added.
    pub rows: Vec<(String, Values)>,
}

/// Values by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// In the order in which they were entered.
    pub fields: Vec<(String, Value)>,
}

/// The answers to one lens on one day, as they are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct LensRecord {
    /// Name of the record.
    pub id: String,
    /// The lens that was answered.
    pub lens: String,
    /// Language in which it was answered.
    pub lang: String,
    /// The day.
    pub date: Date,
    /// The part of the organization it is about; may be empty.
    pub scope: String,
    /// The assessment it belongs to; may be empty.
    pub assessment: String,
    /// When something was last entered, in milliseconds since 1970; of two states the later counts.
    pub touched_ms: f64,
    /// What was entered.
    pub answers: LensAnswers,
    /// What its file says beyond this, as JSON text.
    pub beyond: Option<Rc<str>>,
}

impl Values {
    /// What was entered in a field.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.fields.iter().find(|(own, _)| own == field).map(|(_, value)| value)
    }

    /// Enters a value in place of the one there was, or takes it away.
    pub fn set(&mut self, field: &str, value: Option<Value>) {
        let position = self.fields.iter().position(|(own, _)| own == field);
        match (position.and_then(|at| self.fields.get_mut(at)), value) {
            (Some((_, own)), Some(value)) => *own = value,
            (None, Some(value)) => self.fields.push((field.to_owned(), value)),
            (Some(_), None) => self.fields.retain(|(own, _)| own != field),
            (None, None) => {}
        }
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}

impl PartAnswers {
    /// The row of this name.
    pub fn row(&self, key: &str) -> Option<&Values> {
        self.rows.iter().find(|(own, _)| own == key).map(|(_, values)| values)
    }
}

impl LensAnswers {
    /// What was entered in a part.
    pub fn part(&self, id: &str) -> Option<&PartAnswers> {
        self.parts.iter().find(|(own, _)| own == id).map(|(_, part)| part)
    }

    fn part_mut(&mut self, id: &str) -> Option<&mut PartAnswers> {
        if self.part(id).is_none() {
            self.parts.push((id.to_owned(), PartAnswers::default()));
        }
        self.parts.iter_mut().find(|(own, _)| own == id).map(|(_, part)| part)
    }

    /// What was entered in a field of a row, or, without a row, in one that is asked once.
    pub fn get(&self, part: &str, row: Option<&str>, field: &str) -> Option<&Value> {
        let part = self.part(part)?;
        match row {
            Some(row) => part.row(row)?.get(field),
            None => part.once.get(field),
        }
    }

    /// Enters a value, or takes it away. The row is added where it is not there yet.
    pub fn set(&mut self, part: &str, row: Option<&str>, field: &str, value: Option<Value>) {
        let Some(part) = self.part_mut(part) else { return };
        let Some(row) = row else { return part.once.set(field, value) };
        match part.rows.iter_mut().find(|(own, _)| own == row) {
            Some((_, values)) => values.set(field, value),
            None if value.is_none() => {}
            None => {
                let mut values = Values::default();
                values.set(field, value);
                part.rows.push((row.to_owned(), values));
            }
        }
    }

    /// Adds an empty row of a person's own and gives its name, which no row of this part has.
    pub fn add_row(&mut self, part: &str) -> String {
        let Some(part) = self.part_mut(part) else { return String::new() };
        let number = |(key, _): &(String, Values)| key.strip_prefix("x-")?.parse::<u32>().ok();
        let next = part.rows.iter().filter_map(number).max().unwrap_or(0).saturating_add(1);
        let key = ["x-", &next.to_string()].concat();
        part.rows.push((key.clone(), Values::default()));
        key
    }

    /// Begins the row of an element, unless it is there, and gives its name.
    pub fn begin_row(&mut self, part: &str, element: String) -> String {
        if let Some(part) = self.part_mut(part)
            && part.row(&element).is_none()
        {
            part.rows.push((element.clone(), Values::default()));
        }
        element
    }

    /// Takes a row away.
    pub fn remove_row(&mut self, part: &str, row: &str) {
        if let Some((_, part)) = self.parts.iter_mut().find(|(own, _)| own == part) {
            part.rows.retain(|(own, _)| own != row);
        }
    }

    /// Whether nothing was entered at all.
    pub fn is_empty(&self) -> bool {
        let is_bare = |part: &PartAnswers| part.once.is_empty() && part.rows.is_empty();
        self.parts.iter().all(|(_, part)| is_bare(part))
    }
}
