//! Records on this device: the database first, then simple storage, then memory.
//!
//! Every write tries the best place again, so that a passing fault costs nothing. Each record has a key of
//! its own and is written in one transaction: two tabs never overwrite each other.

use super::request::{complete, reason, result, within};
use crate::storage::{Keeping, MemoryStore, Record, StoreError};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction, IdbTransactionMode, Storage};

const DATABASE: &str = "maturity-radar";
const STORE: &str = "records";
/// A database usually opens within some milliseconds; after this long it is given up.
const PATIENCE_MS: i32 = 4000;

/// The records of one survey on this device.
#[derive(Debug)]
pub struct Shelf {
    prefix: String,
    database: Option<IdbDatabase>,
    simple: Option<Storage>,
    memory: MemoryStore,
    keeping: Keeping,
}

impl Shelf {
    /// A shelf in memory alone, because the page asked for it.
    pub fn in_memory() -> Self {
        Self {
            prefix: String::new(),
            database: None,
            simple: None,
            memory: MemoryStore::default(),
            keeping: Keeping::MemoryByChoice,
        }
    }

    /// Opens what this browser offers for records whose keys start with `prefix`.
    pub async fn open(prefix: &str) -> Self {
        let database = within(PATIENCE_MS, open_database()).await;
        let simple = simple_storage();
        let keeping = match (&database, &simple) {
            (Ok(_), _) => Keeping::Database,
            (Err(_), Ok(_)) => Keeping::SimpleStorage,
            (Err(error), Err(_)) => Keeping::MemoryOnly(*error),
        };
        Self {
            prefix: [DATABASE, "/", prefix, "/"].concat(),
            database: database.ok(),
            simple: simple.ok(),
            memory: MemoryStore::default(),
            keeping,
        }
    }

    /// Where records go.
    pub fn keeping(&self) -> Keeping {
        self.keeping
    }

    /// Every record in every place; a key may come more than once if writing had to move.
    pub async fn all(&self) -> Vec<Record> {
        let mut records = self.memory.all();
        if let Some(database) = &self.database {
            records.extend(self.in_database(database).await.unwrap_or_default());
        }
        if let Some(simple) = &self.simple {
            records.extend(self.in_simple_storage(simple));
        }
        records
    }

    /// Writes one record in the best place that takes it.
    ///
    /// # Errors
    /// Why no place that outlives the tab took it; it is then kept in memory.
    pub async fn put(&self, record: Record) -> Result<Keeping, StoreError> {
        let key = [&self.prefix, record.key.as_str()].concat();
        let mut why = StoreError::Unavailable;
        if let Some(database) = &self.database {
            match put_in_database(database, &key, &record.text).await {
                Ok(()) => return Ok(Keeping::Database),
                Err(error) => why = error,
            }
        }
        if let Some(simple) = &self.simple {
            match simple.set_item(&key, &record.text) {
                Ok(()) => return Ok(Keeping::SimpleStorage),
                Err(error) => why = reason(&error),
            }
        }
        self.memory.put(record);
        if self.keeping == Keeping::MemoryByChoice { Ok(Keeping::MemoryByChoice) } else { Err(why) }
    }

    /// Removes a record if its text still is what `unchanged` accepts; what moved on in another tab stays.
    pub async fn remove_if(&self, key: &str, unchanged: impl Fn(&str) -> bool) {
        let stored = [&self.prefix, key].concat();
        self.memory.remove(key);
        if let Some(simple) = &self.simple
            && simple.get_item(&stored).ok().flatten().is_some_and(|text| unchanged(&text))
        {
            // What cannot be removed is offered again, which loses nothing.
            _ = simple.remove_item(&stored);
        }
        if let Some(database) = &self.database {
            _ = remove_in_database(database, &stored, unchanged).await;
        }
    }

    /// Removes everything of this survey, in every place.
    ///
    /// # Errors
    /// Why something had to stay.
    pub async fn clear(&self) -> Result<(), StoreError> {
        self.memory.clear();
        for record in self.all().await {
            let key = [&self.prefix, record.key.as_str()].concat();
            if let Some(simple) = &self.simple {
                simple.remove_item(&key).map_err(|error| reason(&error))?;
            }
            if let Some(database) = &self.database {
                remove_in_database(database, &key, |_| true).await?;
            }
        }
        Ok(())
    }

    async fn in_database(&self, database: &IdbDatabase) -> Result<Vec<Record>, StoreError> {
        let (_, store) = begin(database, IdbTransactionMode::Readonly)?;
        let keys = result(store.get_all_keys().map_err(|error| reason(&error))?);
        let texts = result(store.get_all().map_err(|error| reason(&error))?);
        let (keys, texts) = (js_sys::Array::from(&keys.await?), js_sys::Array::from(&texts.await?));
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(key, text)| {
                let key = key.as_string()?;
                Some(Record { key: key.strip_prefix(&self.prefix)?.to_owned(), text: text.as_string()? })
            })
            .collect())
    }

    fn in_simple_storage(&self, simple: &Storage) -> Vec<Record> {
        let count = simple.length().unwrap_or(0);
        (0..count)
            .filter_map(|index| {
                let stored = simple.key(index).ok()??;
                let text = simple.get_item(&stored).ok()??;
                Some(Record { key: stored.strip_prefix(&self.prefix)?.to_owned(), text })
            })
            .collect()
    }
}

async fn open_database() -> Result<IdbDatabase, StoreError> {
    let factory = web_sys::window()
        .ok_or(StoreError::Unavailable)?
        .indexed_db()
        .map_err(|error| reason(&error))?
        .ok_or(StoreError::Unavailable)?;
    let opening = factory.open_with_u32(DATABASE, 1).map_err(|error| reason(&error))?;
    let request = opening.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Some(database) = request.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok()) {
            // A store that cannot be made shows as an error of the open request itself.
            _ = database.create_object_store(STORE);
        }
    });
    opening.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    result(opening.into()).await?.dyn_into().map_err(|_| StoreError::Unavailable)
}

fn simple_storage() -> Result<Storage, StoreError> {
    // Where storage is blocked, some browsers throw here and others give null.
    let window = web_sys::window().ok_or(StoreError::Unavailable)?;
    window.local_storage().map_err(|error| reason(&error))?.ok_or(StoreError::Unavailable)
}

fn begin(
    database: &IdbDatabase,
    mode: IdbTransactionMode,
) -> Result<(IdbTransaction, IdbObjectStore), StoreError> {
    let transaction = database.transaction_with_str_and_mode(STORE, mode).map_err(|error| reason(&error))?;
    let store = transaction.object_store(STORE).map_err(|error| reason(&error))?;
    Ok((transaction, store))
}

async fn put_in_database(database: &IdbDatabase, key: &str, text: &str) -> Result<(), StoreError> {
    let (transaction, store) = begin(database, IdbTransactionMode::Readwrite)?;
    store.put_with_key(&JsValue::from(text), &JsValue::from(key)).map_err(|error| reason(&error))?;
    complete(transaction).await
}

async fn remove_in_database(
    database: &IdbDatabase,
    key: &str,
    unchanged: impl Fn(&str) -> bool,
) -> Result<(), StoreError> {
    let key = JsValue::from(key);
    let (transaction, store) = begin(database, IdbTransactionMode::Readwrite)?;
    let done = complete(transaction);
    let found = result(store.get(&key).map_err(|error| reason(&error))?).await?;
    if found.as_string().is_some_and(|text| unchanged(&text)) {
        store.delete(&key).map_err(|error| reason(&error))?;
    }
    done.await
}
