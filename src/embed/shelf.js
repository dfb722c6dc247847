/*
Records on this device: the browser's database first, then simple storage, then the memory of this element.
Part of every running widget; it knows texts and keys, no survey.

Every write tries the best place again, so that a passing fault costs nothing. Each record has a key of its
own and is written in one transaction: two tabs never overwrite each other. What is asked for is done one
after the other, so that a later state of a record never loses against an earlier one. Whatever outlives the
tab is told to the other tabs of the survey, and to its other widgets on the page.

A place is one of these words:
  database, simple              the record outlives the tab
  memory                        it does not, because the page asked for that (storage="session" or "none")
  unavailable, full, refused    it does not, for this reason: no storage, no room left, any other
*/

const NAME = 'maturity-radar';
const STORE = 'records';
// A database usually opens within some milliseconds; after this long it is given up.
const PATIENCE_MS = 4000;

// Where storage is blocked, some browsers throw and others give null, which shows as a TypeError.
const REASONS = {
  QuotaExceededError: 'full', SecurityError: 'unavailable', InvalidStateError: 'unavailable',
  UnknownError: 'unavailable', TimeoutError: 'unavailable', TypeError: 'unavailable',
};
const reason = (error) => REASONS[error?.name] ?? 'refused';

// Per setting: the places in order of preference, each with its word.
const PLACES = {
  device: [['database', openDatabase], ['simple', () => new Simple(localStorage)]],
  session: [['memory', () => new Simple(sessionStorage)]],
  none: [],
};

/** The records of one survey. */
export class Shelf {
  /** The channel to the other tabs: [key, text], the text empty for a removed record, both for everything. */
  others = null;
  /** Hears what other tabs tell, once somebody does. */
  hear = null;
  #setting;
  #fleeting;
  #prefix;
  #places = null; // opened, best first
  #memory = new Map(); // what no place took, so that another program of this element finds it
  #why; // the best place could not be had
  #newest = new Map(); // the text asked for last, by key
  #last = Promise.resolve();

  /** `setting` is "device", "session" or "none"; with `fleeting` only drafts outlive the widget. */
  constructor(setting, fleeting) {
    this.#setting = setting;
    this.#fleeting = fleeting;
  }

  /** Opens what there is for records whose keys start with `name`; resolves to `{ place, records }`. */
  open(name) {
    this.#prefix = `${NAME}/${name}/`;
    if (this.#setting === 'device') {
      // Some browsers refuse it where they refuse storage.
      try {
        this.others ??= new BroadcastChannel(this.#prefix);
        this.others.onmessage = ({ data }) => this.hear?.(data);
      } catch {}
    }
    return this.#next(async () => {
      if (!this.#places) await this.#find();
      const records = [...this.#memory];
      for (const [, place] of this.#places) {
        // A key may come more than once if writing had to move.
        for (const record of await place.all(this.#prefix)) if (this.lasts(record[0])) records.push(record);
      }
      return { place: this.#places[0]?.[0] ?? this.#otherwise(this.#why), records };
    });
  }

  /** Writes one record in the best place that takes it; resolves to that, or to null if a later state is waiting. */
  put(key, text) {
    this.#newest.set(key, text);
    return this.#next(async () => {
      if (this.#newest.get(key) !== text) return null;
      if (!this.lasts(key)) {
        this.#memory.set(key, text);
        return 'memory';
      }
      let why = this.#why;
      for (let at = 0; at < this.#places.length; at += 1) {
        const [word, place] = this.#places[at];
        try {
          await place.put(this.#prefix + key, text);
          this.#memory.delete(key);
          // An earlier state may have had to go to a lesser place.
          for (const [, lesser] of this.#places.slice(at + 1)) {
            try { await lesser.remove(this.#prefix + key, () => true); } catch {}
          }
          this.#tell(key, text);
          return word;
        } catch (error) {
          why = error;
        }
      }
      this.#memory.set(key, text);
      return this.#otherwise(why);
    });
  }

  /** Removes a record unless something was answered in it after `touched`: what moved on in another tab stays. */
  remove(key, touched) {
    let gone = false;
    const unchanged = (text) => {
      let is = false;
      try { is = (JSON.parse(text).touched_ms ?? 0) <= touched; } catch {}
      gone ||= is;
      return is;
    };
    return this.#next(async () => {
      if (unchanged(this.#memory.get(key))) this.#memory.delete(key);
      for (const [, place] of this.#places) {
        // What cannot be removed is offered again, which loses nothing.
        try { await place.remove(this.#prefix + key, unchanged); } catch { gone = false; }
      }
      if (gone) this.#tell(key, '');
    });
  }

  /** Removes everything of this survey, in every place; resolves to the reason why something had to stay, or "". */
  clear() {
    return this.#next(async () => {
      this.#memory.clear();
      let why = '';
      for (const [, place] of this.#places) {
        try { await place.clear(this.#prefix); } catch (error) { why = reason(error); }
      }
      if (!why) this.#tell('', '');
      return why;
    });
  }

  /** Resolves once everything asked for so far is done. */
  idle() {
    return this.#last;
  }

  /** Hears and tells nothing any more; what was asked for is still done. */
  leave() {
    this.others?.close();
    this.others = null;
    this.#next(() => { for (const [, place] of this.#places ?? []) place.close?.(); });
  }

  /** Whether records of this key are kept on the device and found there. */
  lasts(key) {
    return !this.#fleeting || !key || key.startsWith('draft/');
  }

  #tell(key, text) {
    this.others?.postMessage([key, text]);
  }

  #next(work) {
    this.#last = this.#last.then(work);
    return this.#last;
  }

  /** Finds the places that can be read. */
  async #find() {
    this.#places = [];
    for (const [word, open] of PLACES[this.#setting]) {
      try {
        this.#places.push([word, await within(this.#open(open))]);
      } catch (error) {
        this.#why ??= error;
      }
    }
  }

  async #open(open) {
    const place = await open();
    await place.all(this.#prefix);
    return place;
  }

  /** What a record's place is where no storage took it. */
  #otherwise(why) {
    return this.#setting === 'device' ? reason(why) : 'memory';
  }
}

/** Gives up after some time: a database that never answers must not keep the widget from starting. */
const within = (work) => Promise.race([work, new Promise((resolve, reject) => {
  setTimeout(() => reject(new DOMException('', 'TimeoutError')), PATIENCE_MS);
})]);

function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(new Database(request.result));
    request.onerror = () => reject(request.error);
  });
}

const startingWith = (prefix) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

class Database {
  #database;

  constructor(database) {
    this.#database = database;
  }

  close() {
    this.#database.close();
  }

  async all(prefix) {
    let keys, texts;
    await this.#run('readonly', (store) => {
      keys = store.getAllKeys(startingWith(prefix));
      texts = store.getAll(startingWith(prefix));
    });
    const records = [];
    // Pages with an old Array.prototype of their own are common, so lists are walked by hand.
    for (let at = 0; at < keys.result.length; at += 1) records.push([keys.result[at].slice(prefix.length), String(texts.result[at])]);
    return records;
  }

  put(key, text) {
    return this.#run('readwrite', (store) => store.put(text, key));
  }

  remove(key, unchanged) {
    return this.#run('readwrite', (store) => {
      const found = store.get(key);
      found.onsuccess = () => { if (unchanged(found.result)) store.delete(key); };
    });
  }

  clear(prefix) {
    return this.#run('readwrite', (store) => store.delete(startingWith(prefix)));
  }

  /** Does something in one transaction and waits until that is safely written. */
  #run(mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(STORE, mode);
      transaction.oncomplete = resolve;
      // Every error ends here: a request that fails aborts its transaction.
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE));
    });
  }
}

/** localStorage or sessionStorage: one key for each record. */
class Simple {
  #storage;

  constructor(storage) {
    this.#storage = storage;
  }

  all(prefix) {
    const records = [];
    for (const key of Object.keys(this.#storage)) {
      if (key.startsWith(prefix)) records.push([key.slice(prefix.length), this.#storage.getItem(key)]);
    }
    return records;
  }

  put(key, text) {
    this.#storage.setItem(key, text);
  }

  remove(key, unchanged) {
    if (unchanged(this.#storage.getItem(key))) this.#storage.removeItem(key);
  }

  clear(prefix) {
    for (const [key] of this.all(prefix)) this.#storage.removeItem(prefix + key);
  }
}
