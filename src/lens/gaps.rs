//! What is missing from answers, and what was left out of them because nobody can compute with it.

use super::{Element, Field, Lens, LensAnswers, Part, PartAnswers, Rows, Values};

/// Why a field was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It was not answered, in a row that was begun.
    Missing,
    /// No finite number.
    NotANumber,
    /// Below the least that makes sense, such as a negative number of people.
    TooSmall,
    /// Beyond anything that makes sense.
    TooLarge,
    /// A fraction of something that comes in wholes.
    NotWhole,
    /// Not among the answers to choose.
    NotAnOption,
    /// No day of the calendar.
    NotADay,
    /// A text for a number or the like.
    OtherKind,
    /// A row of something the lens does not have.
    UnknownElement,
}

impl Fault {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotANumber => "not_a_number",
            Self::TooSmall => "too_small",
            Self::TooLarge => "too_large",
            Self::NotWhole => "not_whole",
            Self::NotAnOption => "not_an_option",
            Self::NotADay => "not_a_day",
            Self::OtherKind => "other_kind",
            Self::UnknownElement => "unknown_element",
        }
    }
}

/// One field that results go without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The part.
    pub part: String,
    /// The row; none of a field that is asked once.
    pub row: Option<String>,
    /// The field; empty where it is the whole row.
    pub field: String,
    /// Why.
    pub fault: Fault,
}

/// How far a part is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows with an answer; where a part has no rows, fields with one.
    pub begun: usize,
    /// Those without a gap.
    pub complete: usize,
    /// Elements or fields that are asked; 0 where all rows are a person's own.
    pub asked: usize,
}

/// Every field that results go without, in the order of the lens. What was not begun is no gap: see [`tally`].
pub fn gaps(lens: &Lens, answers: &LensAnswers) -> Vec<Gap> {
    let mut found = Vec::new();
    for part in &lens.parts {
        if let Some(own) = answers.part(&part.id) {
            part_gaps(part, own, &mut found);
        }
    }
    found
}

fn part_gaps(part: &Part, own: &PartAnswers, found: &mut Vec<Gap>) {
    values_gaps(part, None, &part.once, &own.once, None, found);
    for (key, values) in &own.rows {
        if part.takes_row(key) {
            values_gaps(part, Some(key), &part.fields, values, part.element(key), found);
        } else {
            let row = Some(key.clone());
            let field = String::new();
            found.push(Gap { part: part.id.clone(), row, field, fault: Fault::UnknownElement });
        }
    }
}

fn values_gaps(
    part: &Part,
    row: Option<&str>,
    fields: &[Field],
    values: &Values,
    element: Option<&Element>,
    found: &mut Vec<Gap>,
) {
    if values.is_empty() {
        return;
    }
    let mut note = |field: &str, optional: bool, own: &Field| {
        let fault = match values.get(field) {
            Some(value) => own.fault(value, element),
            None => (!optional).then_some(Fault::Missing),
        };
        if let Some(fault) = fault {
            let row = row.map(str::to_owned);
            found.push(Gap { part: part.id.clone(), row, field: field.to_owned(), fault });
        }
    };
    for field in fields {
        if field.each.is_empty() {
            note(&field.id, field.optional, field);
        }
        for element in &field.each {
            note(element.id.as_str(), field.optional, field);
        }
    }
}

/// How far a part is answered.
pub fn tally(part: &Part, answers: &LensAnswers) -> Tally {
    let empty = PartAnswers::default();
    let own = answers.part(&part.id).unwrap_or(&empty);
    if part.rows == Rows::None {
        let given = |field: &&Field| own.once.get(&field.id).is_some();
        let fits =
            |field: &&Field| own.once.get(&field.id).is_some_and(|value| field.fault(value, None).is_none());
        return Tally {
            begun: part.once.iter().filter(given).count(),
            complete: part.once.iter().filter(fits).count(),
            asked: part.once.len(),
        };
    }
    let begun = own.rows.iter().filter(|(key, values)| part.takes_row(key) && !values.is_empty());
    let is_complete = |(key, values): &&(String, Values)| {
        let mut found = Vec::new();
        values_gaps(part, Some(key), &part.fields, values, part.element(key), &mut found);
        found.is_empty()
    };
    Tally {
        begun: begun.clone().count(),
        complete: begun.filter(is_complete).count(),
        asked: part.elements.len(),
    }
}
