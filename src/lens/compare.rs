//! Holds answers against the own earlier ones, item by item: no significance is claimed, and one changed answer
//! is shown as one changed answer (model 4).

use super::part::NOTE;
use super::{LensAnswers, PartAnswers, Value, Values};

/// One answer that is not what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The part.
    pub part: String,
    /// The row; none of a field that is asked once.
    pub row: Option<String>,
    /// The field.
    pub field: String,
    /// What was answered then; none where nothing was.
    pub before: Option<Value>,
    /// What is answered now; none where nothing is.
    pub now: Option<Value>,
    /// Whether the meaning of the item has changed since, so that the two cannot be held against each other.
    pub other_meaning: bool,
}

/// The field that says with which meaning an item was answered.
const MEANING: &str = "meaning_rev";

/// Every answer that changed, in the order of the later answers; what is gone from them follows.
pub fn compare(before: &LensAnswers, now: &LensAnswers) -> Vec<Changed> {
    let mut found = Vec::new();
    for id in keys(&now.parts, &before.parts) {
        let empty = PartAnswers::default();
        let [old, new] = [before, now].map(|answers| answers.part(id).unwrap_or(&empty));
        compare_values(id, None, &old.once, &new.once, &mut found);
        for row in keys(&new.rows, &old.rows) {
            let empty = Values::default();
            let [old, new] = [old, new].map(|part| part.row(row).unwrap_or(&empty));
            compare_values(id, Some(row), old, new, &mut found);
        }
    }
    found
}

/// All names, those of the first list before those that only the second has.
fn keys<'a, T>(first: &'a [(String, T)], second: &'a [(String, T)]) -> Vec<&'a str> {
    let mut all: Vec<&str> = first.iter().map(|(key, _)| key.as_str()).collect();
    for (key, _) in second {
        if !first.iter().any(|(own, _)| own == key) {
            all.push(key);
        }
    }
    all
}

fn compare_values(part: &str, row: Option<&str>, old: &Values, new: &Values, found: &mut Vec<Changed>) {
    let [was, is] = [old, new].map(|values| values.get(MEANING));
    let other_meaning = was.is_some() && is.is_some() && was != is;
    for field in keys(&new.fields, &old.fields) {
        let [before, now] = [old, new].map(|values| values.get(field).cloned());
        let counts = field != MEANING && field != NOTE;
        if counts && (before != now || other_meaning) {
            found.push(Changed {
                part: part.to_owned(),
                row: row.map(str::to_owned),
                field: field.to_owned(),
                before,
                now,
                other_meaning,
            });
        }
    }
}
