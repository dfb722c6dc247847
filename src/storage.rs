//! Where records are kept: the port. The adapters that know a browser are in `browser::store`.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no storage here.
    Unavailable,
    /// There is no room left.
    Full,
    /// The browser refused for another reason.
    Refused,
}

/// Where records go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser's database on this device.
    Database,
    /// In the browser's simple storage on this device.
    SimpleStorage,
    /// In this tab's memory, because the page asked for it.
    #[default]
    MemoryByChoice,
    /// In this tab's memory, because nothing else is to be had.
    MemoryOnly(StoreError),
}

impl Keeping {
    /// Whether records outlive the tab.
    pub fn is_durable(self) -> bool {
        matches!(self, Self::Database | Self::SimpleStorage)
    }
}

/// A record: one wave or one draft as JSON text, under its own key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// `wave/<id>` or `draft/<id>/<writer>`, below the survey's own prefix.
    pub key: String,
    /// The document.
    pub text: String,
}

/// Records in memory; the last resort, and the twin for tests.
#[derive(Debug, Default)]
pub struct MemoryStore(RefCell<BTreeMap<String, String>>);

impl MemoryStore {
    /// Every record in the order of keys.
    pub fn all(&self) -> Vec<Record> {
        let records = self.0.borrow();
        records.iter().map(|(key, text)| Record { key: key.clone(), text: text.clone() }).collect()
    }

    /// Writes one record.
    pub fn put(&self, record: Record) {
        self.0.borrow_mut().insert(record.key, record.text);
    }

    /// Removes a record.
    pub fn remove(&self, key: &str) {
        self.0.borrow_mut().remove(key);
    }

    /// Removes everything.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}
