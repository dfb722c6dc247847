//! What a person enters in a lens: values, and rows of their own.

use super::LensPage;
use crate::lens::{Kind, Lens, LensRecord, Rows, Value, Values};
use crate::session::{Moment, Session};
use std::rc::Rc;

/// The field that says with which meaning an item was answered.
const MEANING: &str = "meaning_rev";

/// Answers of so many days ago may still be those of one sitting that was left and resumed.
const SITTING_DAYS: i32 = 28;

impl Session {
    /// Begins answers of today, from the latest ones or from none.
    pub(super) fn begin_lens(&mut self, moment: Moment, from_latest: bool) -> bool {
        let Some(lens) = self.open_lens().map(str::to_owned) else {
            return false;
        };
        let mut record = self.blank_record(moment, &lens);
        if let (Some(latest), true) = (self.lens_span(&lens).0, from_latest) {
            record.answers = latest.answers.clone();
        }
        Rc::make_mut(&mut self.lenses).records.push(Rc::new(record));
        self.open_lens_at(lens, LensPage::Parts)
    }

    fn blank_record(&self, moment: Moment, lens: &str) -> LensRecord {
        LensRecord {
            id: ["l-", &moment.wave_id()].concat(),
            lens: lens.to_owned(),
            lang: self.lenses.document(lens).map(|own| own.lang.clone()).unwrap_or_default(),
            // Never before what it follows.
            date: self.lens_span(lens).0.map_or(moment.day, |own| own.date.max(moment.day)),
            scope: self.scope().to_owned(),
            assessment: self.assessment.clone(),
            touched_ms: moment.ms,
            answers: Default::default(),
            beyond: None,
        }
    }

    /// Changes the latest answers to the lens on screen; the first change begins them, and where they are older than
    /// one sitting, it begins a copy of today, so that the two can be held against each other.
    pub(super) fn in_lens(&mut self, moment: Moment, change: impl FnOnce(&Lens, &mut LensRecord)) -> bool {
        let Some(lens) = self.open_lens().and_then(|lens| self.lenses.document(lens)).cloned() else {
            return false;
        };
        let latest = self.lens_span(&lens.id).0.cloned();
        let is_past = |own: &LensRecord| moment.day.day_number() - own.date.day_number() > SITTING_DAYS;
        let id = latest.as_ref().filter(|own| !is_past(own)).map(|own| own.id.clone());
        let blank = id.is_none().then(|| {
            let answers = latest.map(|own| own.answers.clone()).unwrap_or_default();
            Rc::new(LensRecord { answers, ..self.blank_record(moment, &lens.id) })
        });
        let lenses = Rc::make_mut(&mut self.lenses);
        lenses.records.extend(blank);
        let found = match &id {
            Some(id) => lenses.records.iter_mut().find(|own| own.id == *id),
            None => lenses.records.last_mut(),
        };
        let Some(own) = found else { return false };
        let mut record = (**own).clone();
        change(&lens, &mut record);
        let changed = record.answers != own.answers;
        if changed {
            // Also where the clock was set back, what was entered later counts.
            record.touched_ms = moment.ms.max(record.touched_ms + 1.0);
            record.date = record.date.max(moment.day);
            *own = Rc::new(record);
        } else if id.is_none() {
            lenses.records.pop();
        }
        changed
    }

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
        // A name that stands for something in earlier answers is not given to anything else.
        let earlier = self.open_lens().map(|lens| self.lens_records(lens)).unwrap_or_default();
        let last = earlier.iter().map(|own| own.answers.last_row(&part)).max().unwrap_or(0);
        let mut added = None;
        self.in_lens(moment, |lens, record| {
            let rows = record.answers.part(&part).map_or(0, |own| own.rows.len());
            let Some(own) = lens.part(&part).filter(|_| rows < lens.most_rows(&part)) else { return };
            let key = match element {
                Some(element) if own.takes_row(&element) => record.answers.begin_row(&part, element),
                _ => record.answers.add_row(&part, last),
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
