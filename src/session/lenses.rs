//! The lenses on this device: documents as they are opened, everybody's answers by day, and the page of a lens
//! that is on screen.
//!
//! Answers to a lens are entered straight into the latest record of the assessment on screen, and every state of
//! it is kept; an earlier record is never entered again.

mod entering;

use super::{Moment, Phase, Session};
use crate::lens::{Lens, LensRecord, Value};
use std::rc::Rc;

/// All there is of lenses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lenses {
    /// Documents that were opened.
    pub documents: Vec<Rc<Lens>>,
    /// Names of those that could not be had.
    pub missing: Vec<String>,
    /// Answers of every assessment.
    pub records: Vec<Rc<LensRecord>>,
    /// The record deleted last, which can be brought back.
    pub removed: Option<Rc<LensRecord>>,
}

/// What of a lens is on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LensPage {
    /// What it is for, its parts and how far they are answered.
    Parts,
    /// The questions of one part.
    Questions {
        /// The part.
        part: String,
        /// The row that is open, where rows are added one by one.
        row: Option<String>,
    },
    /// What the latest answers say.
    Results,
    /// What those of a record say, to read alone.
    Record(String),
    /// What every element rests on.
    Sources,
}

/// A number that is being typed: what stands in the field may not be how the number is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The row; none of a field that is asked once.
    pub row: Option<String>,
    /// The field.
    pub field: String,
    /// What stands in it.
    pub text: String,
}

/// What happened to lenses.
#[derive(Clone, Debug, PartialEq)]
pub enum LensAction {
    /// A lens was opened.
    Opened(String),
    /// Its document was read.
    Read(Rc<Lens>),
    /// Its document could not be had.
    Missing(String),
    /// Another page of the lens on screen was picked.
    Turned(LensPage),
    /// The lens on screen is answered again, from the answers there are or from none.
    Begun {
        /// Whether the latest answers are the start.
        from_latest: bool,
    },
    /// A value was entered, or taken away.
    Entered {
        /// The part.
        part: String,
        /// The row; none of a field that is asked once.
        row: Option<String>,
        /// The field.
        field: String,
        /// What was entered.
        value: Option<Value>,
        /// What stands in the field, where a number is typed.
        typed: Option<String>,
    },
    /// An answer was taken back by its button, which is gone with it, so that focus goes elsewhere.
    Cleared {
        /// The part.
        part: String,
        /// The row; none of a field that is asked once.
        row: Option<String>,
        /// The field.
        field: String,
    },
    /// A row was added: of an element, or one of a person's own.
    RowAdded {
        /// The part.
        part: String,
        /// The element, where it is of one.
        element: Option<String>,
    },
    /// A row was taken away.
    RowRemoved {
        /// The part.
        part: String,
        /// The row.
        row: String,
    },
    /// Records came from storage, files or another tab.
    Taken(Vec<LensRecord>),
    /// A record was deleted.
    Deleted(String),
    /// The record deleted last was brought back.
    Restored,
    /// A record was deleted in another tab.
    Gone(String),
}

impl Lenses {
    /// The document of a lens, once it was opened.
    pub fn document(&self, lens: &str) -> Option<&Rc<Lens>> {
        self.documents.iter().find(|own| own.id == lens)
    }

    /// Whether a record is known in this state or a later one.
    pub fn has(&self, record: &LensRecord) -> bool {
        self.records.iter().any(|own| own.id == record.id && own.touched_ms >= record.touched_ms)
    }
}

impl Session {
    /// The answers to a lens in the assessment on screen, earliest first.
    pub fn lens_records(&self, lens: &str) -> Vec<&Rc<LensRecord>> {
        // With one unit there is no question whose answers they are that no wave here belongs to.
        let is_lone = |own: &str| self.others.is_empty() && self.history_of(own).is_none();
        let is_shown = |own: &str| own == self.assessment || is_lone(own);
        let is_own = |own: &&Rc<LensRecord>| own.lens == lens && is_shown(&own.assessment);
        let mut found: Vec<_> = self.lenses.records.iter().filter(is_own).collect();
        found.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        found
    }

    /// The latest answers to a lens, and those before.
    pub fn lens_span(&self, lens: &str) -> (Option<&Rc<LensRecord>>, Option<&Rc<LensRecord>>) {
        let mut found = self.lens_records(lens);
        (found.pop(), found.pop())
    }

    /// Every lens of the survey that was answered and whose document is there, with the latest answers and those
    /// before.
    pub fn answered_lenses(&self) -> Vec<(&Lens, &LensRecord, Option<&LensRecord>)> {
        let mut found = Vec::new();
        for own in &self.survey.lenses {
            if let (Some(lens), (Some(now), before)) =
                (self.lenses.document(&own.id), self.lens_span(&own.id))
            {
                found.push((&**lens, &**now, before.map(|own| &**own)));
            }
        }
        found
    }

    /// What a lens is called, also before it was opened.
    pub fn lens_name<'a>(&'a self, lens: &'a str) -> &'a str {
        let card = self.next_steps.lenses.iter().find(|own| own.id == lens);
        card.map_or(lens, |own| &own.name)
    }

    /// The lens on screen, if there is one.
    pub fn open_lens(&self) -> Option<&str> {
        match &self.phase {
            Phase::Lens { lens, .. } => Some(lens),
            _ => None,
        }
    }

    /// Changes what there is of lenses; `false` if it does not fit and nothing changed.
    pub(super) fn look_closer(&mut self, moment: Moment, action: LensAction) -> bool {
        match action {
            LensAction::Opened(lens) => self.open_lens_at(lens, LensPage::Parts),
            LensAction::Read(lens) => {
                let lenses = Rc::make_mut(&mut self.lenses);
                lenses.missing.retain(|own| *own != lens.id);
                lenses.documents.retain(|own| own.id != lens.id);
                let shown = matches!(&self.phase, Phase::Lens { lens: own, .. } if *own == lens.id);
                lenses.documents.push(lens);
                self.screen += u32::from(shown);
                true
            }
            LensAction::Missing(lens) => {
                let is_new = !self.lenses.missing.contains(&lens);
                if is_new {
                    // Only whoever waits for it is told.
                    self.screen += u32::from(self.open_lens() == Some(&*lens));
                    Rc::make_mut(&mut self.lenses).missing.push(lens);
                }
                is_new
            }
            LensAction::Turned(page) => match self.open_lens() {
                Some(lens) => self.open_lens_at(lens.to_owned(), page),
                None => false,
            },
            LensAction::Begun { from_latest } => self.begin_lens(moment, from_latest),
            LensAction::Entered { part, row, field, value, typed: text } => {
                let changed = self.enter(moment, &part, row.as_deref(), &field, value);
                let text = text.map(|text| Typed { row, field, text });
                match &mut self.phase {
                    Phase::Lens { typed, .. } if *typed != text => {
                        *typed = text;
                        true
                    }
                    _ => changed,
                }
            }
            LensAction::Cleared { part, row, field } => {
                let changed = self.enter(moment, &part, row.as_deref(), &field, None);
                changed && self.turn_quietly(LensPage::Questions { part, row })
            }
            LensAction::RowAdded { part, element } => self.add_row(moment, part, element),
            LensAction::RowRemoved { part, row } => {
                let removed = self.in_lens(moment, |lens, record| {
                    record.answers.remove_row(&part, &row);
                    record.answers.forget_row(lens, &part, &row);
                });
                removed && self.turn_quietly(LensPage::Questions { part, row: None })
            }
            LensAction::Taken(records) => self.take_lenses(&records) > 0,
            LensAction::Deleted(id) => self.lose_lens(&id, true),
            LensAction::Gone(id) => self.lose_lens(&id, false),
            LensAction::Restored => {
                let lenses = Rc::make_mut(&mut self.lenses);
                let Some(record) = lenses.removed.take() else {
                    return false;
                };
                lenses.records.push(record);
                self.screen += 1;
                true
            }
        }
    }

    /// Takes in records that are not known in this state or a later one; gives how many.
    pub(super) fn take_lenses(&mut self, records: &[LensRecord]) -> usize {
        let mut taken = 0;
        for record in records.iter().filter(|own| !self.lenses.has(own)).collect::<Vec<_>>() {
            let own = &mut Rc::make_mut(&mut self.lenses).records;
            own.retain(|own| own.id != record.id);
            own.push(Rc::new(record.clone()));
            taken += 1;
        }
        taken
    }

    fn open_lens_at(&mut self, lens: String, page: LensPage) -> bool {
        let known = self.survey.lenses.iter().any(|own| own.id == lens);
        if !self.is_open() || !known {
            return false;
        }
        // A failed document is asked for again.
        Rc::make_mut(&mut self.lenses).missing.retain(|own| *own != lens);
        self.leave_survey();
        self.show(Phase::Lens { lens, page, typed: None });
        true
    }

    /// Another page without a word on what was deleted before.
    fn turn_quietly(&mut self, page: LensPage) -> bool {
        if let Phase::Lens { page: own, typed, .. } = &mut self.phase {
            *own = page;
            *typed = None;
            self.screen += 1;
        }
        true
    }

    fn lose_lens(&mut self, id: &str, may_return: bool) -> bool {
        let lenses = Rc::make_mut(&mut self.lenses);
        let Some(at) = lenses.records.iter().position(|own| own.id == id) else {
            return false;
        };
        let record = lenses.records.remove(at);
        if let (true, Phase::Lens { page, .. }) = (may_return, &mut self.phase) {
            lenses.removed = Some(record);
            *page = LensPage::Parts;
            self.screen += 1;
        }
        true
    }
}
