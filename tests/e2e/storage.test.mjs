// Storage that is blocked, full, damaged or shared by two tabs: each has its own words, and nothing that can
// be saved is lost.
import assert from 'node:assert/strict';
import { answerFile } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { chooseFirst, press, results, savedMark } from './widget.mjs';

// A script that runs before the loader; it stands in for a browser that refuses.
const before = (source) => ({
  faults: {
    'index.html': { change: (html) => html.replace('<script type="module"', '<script src="__before.js"></script><script type="module"').replace('<head>', '<head><script src="__probe.js"></script>') },
    '__before.js': { body: source, type: 'text/javascript' },
  },
});

const REFUSE = `const refuse = () => { throw new DOMException('blocked', 'SecurityError'); };
Object.defineProperty(globalThis, 'indexedDB', { get: refuse });
Object.defineProperty(globalThis, 'localStorage', { get: refuse });`;
const NO_DATABASE = `Object.defineProperty(globalThis, 'indexedDB', { get() { return null; } });`;
const FULL = `const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
IDBObjectStore.prototype.put = full;
Storage.prototype.setItem = full;`;

const firstQuestion = (page) => page.waitFor(() => document.querySelector('maturity-radar').shadowRoot?.querySelectorAll('.mr-choices input').length > 0);

eachEngine('blocked storage: the survey goes on, and says what it means', before(REFUSE), async (page, server) => {
  await page.open(server.url);
  await press(page, 'Start');
  await firstQuestion(page);
  await page.seeText('Your answers are not being saved.');
  await page.seeText('This browser blocks storage here');
  await chooseFirst(page);
  await press(page, 'Continue');
  await page.seeText('Question 2 of 24');
  assert.deepEqual(await page.errors(), []);
});

eachEngine('no database: simple storage takes over, and a reload loses nothing', before(NO_DATABASE), async (page, server) => {
  await page.open(server.url);
  await press(page, 'Start');
  await firstQuestion(page);
  await chooseFirst(page);
  await savedMark(page);
  await page.reload();
  await press(page, 'Resume at question 1');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot?.querySelector('.mr-choices input:checked'));
});

eachEngine('full storage: said at once, answers go on in memory', before(FULL), async (page, server) => {
  await page.open(server.url);
  await press(page, 'Start');
  await firstQuestion(page);
  await chooseFirst(page);
  await page.seeText('The storage of this browser is full.');
  await press(page, 'Continue');
  await page.seeText('Question 2 of 24');
  const exported = await page.eval(() => document.querySelector('maturity-radar').exportData());
  assert.deepEqual(exported, []);
});

/** Writes one record as an earlier visit would have left it. */
const plant = (page, key, text) => page.eval((key, text) => new Promise((resolve, reject) => {
  const open = indexedDB.open('maturity-radar', 1);
  open.onupgradeneeded = () => open.result.createObjectStore('records');
  open.onerror = () => reject(open.error);
  open.onsuccess = () => {
    const transaction = open.result.transaction('records', 'readwrite');
    transaction.objectStore('records').put(text, key);
    transaction.oncomplete = () => { open.result.close(); resolve(true); };
  };
}), key, text);

const stored = (page) => page.eval(() => new Promise((resolve) => {
  const open = indexedDB.open('maturity-radar', 1);
  open.onsuccess = () => {
    const request = open.result.transaction('records').objectStore('records').getAllKeys();
    request.onsuccess = () => { open.result.close(); resolve(request.result); };
  };
}));

const KEY = 'maturity-radar/three-role-transformation/wave/planted';
const WAVE = {
  format: 'marketing-transformation-answers', format_version: '1.0', model: { id: 'three-role-transformation', version: '1.0.0' },
  lang: 'en', wave: { id: 'planted', kind: 'baseline', date: '2026-01-05', scope: 'EMEA' }, respondent: { anchor_order: 'rising' },
  answers: { 'sbd.insight.dir': { meaning_rev: 1, value: 3 } },
};

const ready = (page) => page.waitFor(() => document.querySelector('maturity-radar').shadowRoot?.querySelector('.mr-shell'));

eachEngine('a record cut in half is kept aside and can be downloaded', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  const text = JSON.stringify(WAVE);
  await plant(page, KEY, text.slice(0, text.length / 2));
  await page.reload();
  await page.seeText('One record could not be read.');
  await page.seeText('kept aside, unchanged');
  assert.deepEqual(await stored(page), [KEY]);
  await page.eval(() => {
    globalThis.__downloads = [];
    HTMLAnchorElement.prototype.click = function () { globalThis.__downloads.push(this.download); };
  });
  await press(page, 'Go to the download');
  await press(page, 'Download what could not be read');
  assert.deepEqual(await page.eval(() => globalThis.__downloads), ['maturity-radar-unreadable.json']);
});

eachEngine('a record from a newer version is left as it is', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  await plant(page, KEY, JSON.stringify({ ...WAVE, format_version: '2.0' }));
  await page.reload();
  await page.seeText('One record was written by a newer version of this survey.');
  assert.deepEqual(await stored(page), [KEY]);
});

eachEngine('two tabs that go on with one draft both keep their answers', async (page, server) => {
  await page.open(server.url);
  await press(page, 'Start');
  await firstQuestion(page);
  await chooseFirst(page);
  await savedMark(page);
  // A second widget of the same origin is another writer, as a second tab is.
  await page.eval(() => { document.body.append(document.createElement('maturity-radar')); });
  const second = { widget: 1 };
  await press(page, 'Resume at question 1', second);
  await page.see('.mr-choices input', second);
  await page.click('.mr-choices:not(.mr-choices-alt) label:nth-child(3)', second);
  await savedMark(page, second);
  // The first goes on as well; both drafts are there.
  await press(page, 'Continue');
  await page.seeText('Question 2 of 24');
  await chooseFirst(page);
  await savedMark(page);
  const drafts = (await stored(page)).filter((key) => key.includes('/draft/'));
  assert.equal(drafts.length, 2, drafts.join(', '));
});

eachEngine('everything can be erased, after a confirmation', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  await plant(page, KEY, JSON.stringify(WAVE));
  await page.reload();
  await page.seeText('Assess again');
  await press(page, 'Your data: download or erase');
  await press(page, 'Erase everything');
  assert.deepEqual(await stored(page), [KEY]);
  await press(page, 'Keep everything');
  await press(page, 'Erase everything');
  await press(page, 'Erase for good');
  await page.seeText('See an example result');
  assert.deepEqual(await stored(page), []);
  assert.equal((await results(page)).waves.length, 0);
});

eachEngine('storage="none" leaves nothing on the device', async (page, server) => {
  await page.open(server.url);
  await page.eval(() => document.querySelector('maturity-radar').setAttribute('storage', 'none'));
  await press(page, 'Start');
  await firstQuestion(page);
  await chooseFirst(page);
  await press(page, 'Continue');
  await page.seeText('Question 2 of 24');
  const left = await page.eval(async () => [(await indexedDB.databases?.())?.length ?? 0, localStorage.length]);
  assert.equal(left[1], 0);
});

eachEngine('storage="session" lasts through a reload, and leaves nothing on the device', {
  faults: { 'index.html': { change: (html) => html.replace('<maturity-radar>', '<maturity-radar storage="session">').replace('<head>', '<head><script src="__probe.js"></script>') } },
}, async (page, server) => {
  await page.open(server.url);
  await press(page, 'Start');
  await firstQuestion(page);
  await chooseFirst(page);
  await page.waitFor(() => Object.keys(sessionStorage).some((key) => key.includes('/draft/')));
  await page.reload();
  await press(page, 'Resume at question 1');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot?.querySelector('.mr-choices input:checked'));
  assert.equal(await page.eval(() => localStorage.length), 0);
});

eachEngine('what was downloaded can be taken in elsewhere, unfinished answers too', async (page, server) => {
  await page.open(server.url);
  await press(page, 'Start');
  await firstQuestion(page);
  await chooseFirst(page);
  await savedMark(page);
  await page.reload();
  await page.seeText('Resume at question 1');
  await press(page, 'Your data: download or erase');
  await page.eval(() => {
    globalThis.__files = [];
    URL.createObjectURL = (blob) => { globalThis.__files.push(blob.text()); return 'blob:'; };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await press(page, 'Download everything');
  const [outcome, again] = await page.eval(async () => {
    const text = await globalThis.__files[0];
    const other = document.createElement('maturity-radar');
    other.setAttribute('storage', 'none');
    document.body.append(other);
    return [await other.importData(text), await other.importData(text)];
  });
  assert.deepEqual(outcome, { taken: 1, problems: [] });
  assert.deepEqual(again, { taken: 0, problems: [] }, 'what is there is not taken again');
  await press(page, 'Resume at question 1', { widget: 1 });
});

const DRAFT = {
  format: 'maturity-radar-draft', format_version: '1.0', model: WAVE.model, id: '2026-01-05-planted', writer: 'w0', at: 'review', scope: '',
  spent_ms: 0, touched_ms: 1, effort_entry: [null, null, null], wish_entry: [null, null, null], continues: [],
  respondent: WAVE.respondent, answers: WAVE.answers,
};

eachEngine('once its wave is stored, the drafts behind it are gone', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  await plant(page, KEY.replace('wave/planted', `draft/${DRAFT.id}/w0`), JSON.stringify(DRAFT));
  await page.reload();
  await press(page, 'Resume at the check of your answers');
  // A new screen may still scroll as long as its heading has no focus.
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.activeElement?.id === 'mr-heading');
  await press(page, 'Show my results');
  await page.waitFor(() => document.querySelector('maturity-radar').results.waves.length === 1);
  let keys = [];
  for (let tries = 0; tries < 50 && keys.length !== 1; tries += 1) keys = await stored(page);
  assert.match(keys.join(', '), /^[^,]*\/wave\/[^,]*$/);
});

// The database refuses the second target alone, which then goes to simple storage.
const ONE_REFUSED = `const put = IDBObjectStore.prototype.put;
let seen = 0;
IDBObjectStore.prototype.put = function (text, key) {
  if (key.includes('addendum/') && (seen += 1) === 2 && !sessionStorage.getItem('done')) {
    sessionStorage.setItem('done', '1');
    throw new DOMException('', 'UnknownError');
  }
  return put.call(this, text, key);
};`;

eachEngine('a target written after one that had to go elsewhere is there on the next visit', before(ONE_REFUSED), async (page, server) => {
  await page.open(server.url);
  const targets = () => page.eval(() => Object.keys(document.querySelector('maturity-radar').results.progress?.capability ?? {}).length);
  const set = async (name, count) => {
    await page.waitFor((name) => {
      const root = document.querySelector('maturity-radar').shadowRoot;
      const group = [...root?.querySelectorAll('[role=radiogroup]') ?? []].find((each) => root.getElementById(each.getAttribute('aria-labelledby')).textContent.includes(name));
      group?.querySelectorAll('label')[5].setAttribute('data-next', name);
      return Boolean(group);
    }, [name]);
    await page.click(`[data-next="${name}"]`);
    await page.waitFor((count) => Object.keys(document.querySelector('maturity-radar').results.progress?.capability ?? {}).length === count, [count]);
  };
  await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
  await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('base', '2026-05-04', { R1a: 2, R1b: 2, R2a: 2, R2b: 2, R3a: 3, R3b: 4 }));
  await press(page, 'Open results');
  await press(page, 'Targets');
  await set('Engagement', 1);
  await set('Advocacy', 2);
  await page.waitFor(() => Object.keys(localStorage).some((key) => key.includes('addendum/')));
  await set('Sales', 3);
  await page.waitFor(() => !Object.keys(localStorage).some((key) => key.includes('addendum/')));
  await page.reload();
  await press(page, 'Open results');
  assert.equal(await targets(), 3, 'the latest state counts');
});

for (const storage of ['none', 'session']) {
  eachEngine(`storage="${storage}": once there is something to lose, a copy is called to mind`, async (page, server) => {
    const REMINDER = 'This page keeps nothing.';
    const says = () => page.eval((words) => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr').textContent.includes(words), REMINDER);
    await page.open(server.url);
    await ready(page);
    await page.eval((storage) => { document.querySelector('maturity-radar').storage = storage; }, storage);
    await press(page, 'Start');
    await firstQuestion(page);
    await chooseFirst(page);
    assert.equal(await says(), false, 'while questions are answered nothing else asks for attention');
    await page.click('.mr-brand');
    await page.seeText('Resume at question 1');
    await page.seeText(REMINDER);
    await page.eval((file) => document.querySelector('maturity-radar').importData(file), WAVE);
    await press(page, 'Open results');
    await page.see('#mr-heading');
    await page.seeText(REMINDER);
    await press(page, 'Go to the download');
    await page.seeText('Download everything');
    await page.seeText(REMINDER);
    assert.deepEqual(await page.errors(), []);
  });
}
