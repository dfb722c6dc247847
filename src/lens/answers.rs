//! What a person entered in a lens: raw, by part, row and field, never a score.

use super::{Kind, Lens, Value};
use crate::history::Date;
use std::rc::Rc;

/// Most rows of one part; nobody enters as many.
pub const MOST_ROWS: usize = 200;

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
    /// Whether nothing was entered in it.
    pub fn is_empty(&self) -> bool {
        self.once.is_empty() && self.rows.is_empty()
    }

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
        if value.is_none() && self.part(part).is_none() {
            return;
        }
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

    /// The highest number that a row of a person's own has in a part; 0 without any.
    pub fn last_row(&self, part: &str) -> u32 {
        let number = |(key, _): &(String, Values)| key.strip_prefix("x-")?.parse::<u32>().ok();
        let rows = self.part(part).map(|own| own.rows.as_slice()).unwrap_or_default();
        rows.iter().filter_map(number).max().unwrap_or(0)
    }

    /// Adds an empty row of a person's own and gives its name, which no row of this part has, nor any up to `last`
    /// elsewhere.
    pub fn add_row(&mut self, part: &str, last: u32) -> String {
        let next = self.last_row(part).max(last).saturating_add(1);
        let Some(part) = self.part_mut(part) else { return String::new() };
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

    /// Takes a row that is gone out of everything that names rows of its part.
    pub fn forget_row(&mut self, lens: &Lens, part: &str, row: &str) {
        let gone = Value::text(row);
        for own in &lens.parts {
            for field in own.fields.iter().filter(|field| field.kind == Kind::Elements && field.of == part) {
                let Some(answers) = self.part_mut(&own.id) else { continue };
                for (_, values) in &mut answers.rows {
                    if let Some(Value::Many(all)) = values.get(&field.id) {
                        let left: Vec<Value> = all.iter().filter(|value| **value != gone).cloned().collect();
                        values.set(&field.id, (!left.is_empty()).then_some(Value::Many(left)));
                    }
                }
            }
        }
    }

    /// Whether nothing was entered at all.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|(_, part)| part.is_empty())
    }
}
