//! What a person enters in a lens: values, and rows of their own.

use super::LensPage;
use crate::lens::{Kind, Rows, Value, Values};
use crate::session::{Moment, Session};

/// Most rows of one part; a file with more is refused as well.
pub const MOST_ROWS: usize = 200;
/// The field that says with which meaning an item was answered.
const MEANING: &str = "meaning_rev";

impl Session {
    /// Enters a value, with the meaning its item has today.
    pub(super) fn enter(
        &mut self,
        moment: Moment,
        part: &str,
        row: Option<&str>,
        field: &str,
        value: Option<Value>,
    ) -> bool {
        self.in_lens(moment, |lens, record| {
            let element = row.and_then(|row| lens.part(part)?.element(row));
            let is_rating =
                lens.part(part).and_then(|own| own.field(field)).is_some_and(|own| own.kind == Kind::Rating);
            if let Some(element) = element.filter(|_| is_rating) {
                let meaning = value.is_some().then(|| Value::Number(f64::from(element.meaning_rev)));
                record.answers.set(part, row, MEANING, meaning);
            }
            record.answers.set(part, row, field, value);
            // A row of an element of which nothing is left was never begun; an own one stays until it is removed.
            let bare = row.filter(|row| {
                let of_part = lens.part(part);
                let listed = of_part.is_some_and(|own| own.rows != Rows::Elements);
                let own = record.answers.part(part).and_then(|own| own.row(row));
                !listed && own.is_some_and(Values::is_empty)
            });
            if let Some(row) = bare {
                record.answers.remove_row(part, row);
            }
        })
    }

    /// Adds a row with what its fields start with, and opens it.
    pub(super) fn add_row(&mut self, moment: Moment, part: String, element: Option<String>) -> bool {
        let mut added = None;
        self.in_lens(moment, |lens, record| {
            let rows = record.answers.part(&part).map_or(0, |own| own.rows.len());
            let Some(own) = lens.part(&part).filter(|_| rows < MOST_ROWS) else { return };
            let key = match element {
                Some(element) if own.takes_row(&element) => record.answers.begin_row(&part, element),
                _ => record.answers.add_row(&part),
            };
            for field in &own.fields {
                if field.default.is_some() && record.answers.get(&part, Some(&key), &field.id).is_none() {
                    record.answers.set(&part, Some(&key), &field.id, field.default.clone());
                }
            }
            added = Some(key);
        });
        let Some(row) = added else { return false };
        self.turn_quietly(LensPage::Questions { part, row: Some(row) })
    }
}
