// Bad input through the page: refused with a code and a place, at once, telling nothing of itself; and whatever is stored
// is the same to the letter before and after.
import assert from 'node:assert/strict';
import { bases, refused, released, spelledOut } from './bad_cases.mjs';
import { eachEngine } from './harness.mjs';
import { press } from './widget.mjs';

// What stands in the documents that cases are made of; a message that quotes any of it is a leak.
const PLANTED = 'zebra|stripes|EMEA|Papers|Minutes|k3x|Ada|steering';
// Milliseconds from handing a text over to the answer.
const AT_ONCE = 50;
// Other programs of the machine take the processor away now and then, sometimes for longer than a text takes: one that
// was not answered at once is tried again, and what it takes is the least of so many times. A program that is too slow
// is too slow each time.
const ROUNDS = 3;

/** Prepares the page: `__stored()` gives every record of every store, `__tried(text)` what became of a text. */
const prepare = (page, planted) => page.eval(async (planted) => {
  await customElements.whenDefined('maturity-radar');
  const element = document.querySelector('maturity-radar');
  await element.exportData();
  const database = await new Promise((resolve, reject) => {
    const open = indexedDB.open('maturity-radar', 1);
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  globalThis.__stored = () => new Promise((resolve) => {
    const store = database.transaction('records').objectStore('records');
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    store.transaction.oncomplete = () => resolve(JSON.stringify([keys.result, values.result, Object.entries(localStorage), Object.entries(sessionStorage)]));
  });
  const leak = new RegExp(planted, 'i');
  globalThis.__tried = async (text, before) => {
    const start = performance.now();
    const { taken, problems } = await element.importData(text);
    const ms = performance.now() - start;
    const faults = [];
    if (taken !== 0) faults.push(`took ${taken}`);
    if (problems.length === 0 || problems.length > 101) faults.push(`${problems.length} problems`);
    for (const { code, pointer, message } of problems) {
      if (!/^[a-z_]+$/.test(code) || !/^(\/|$)/.test(pointer) || leak.test(message) || message.length < 6) faults.push([code, pointer, message].join(' '));
    }
    if (await globalThis.__stored() !== before) faults.push('what is stored has changed');
    return { ms, length: text.length, faults };
  };
}, planted);

eachEngine('every refused text is refused at once, tells nothing of itself and changes no record', async (page, server) => {
  await page.open(server.url);
  const stored = await page.eval(async (text) => {
    await customElements.whenDefined('maturity-radar');
    return document.querySelector('maturity-radar').importData(text);
  }, released('history-1.0'));
  assert.deepEqual(stored.problems, []);
  await prepare(page, PLANTED);
  assert.ok(refused.length >= 300, `${refused.length} cases`);
  const tried = await page.eval(`async (cases, bases) => {
    const spelledOut = ${spelledOut};
    const before = await globalThis.__stored();
    const tried = [];
    const tell = async (name, text) => {
      // A text is put together anew each time, so that no round profits from the one before.
      const own = await globalThis.__tried(text(), before);
      for (let round = 1; round < ${ROUNDS} && own.ms > ${AT_ONCE}; round += 1) {
        const again = await globalThis.__tried(text(), before);
        own.ms = Math.min(own.ms, again.ms);
        own.faults.push(...again.faults);
      }
      tried.push({ name, ...own });
    };
    for (const own of cases) await tell(own.name, () => spelledOut(own, bases));
    // One file cut at every byte.
    for (let at = 0; at < bases.answer.trimEnd().length; at += 1) await tell('cut at ' + at, () => bases.answer.slice(0, at));
    return { before, tried };
  }`, refused, bases);
  assert.ok(JSON.parse(tried.before)[0].length >= 4, 'waves, what was added to one and a draft are stored');
  assert.deepEqual(tried.tried.filter((own) => own.faults.length > 0).slice(0, 20), []);
  const sorted = tried.tried.sort((one, other) => one.ms - other.ms);
  const [median, most, slowest] = [0.5, 0.99, 1].map((part) => sorted[Math.ceil(sorted.length * part) - 1]);
  console.log(`bad input: ${sorted.length} texts, median ${median.ms.toFixed(1)} ms, 99 of 100 below ${most.ms.toFixed(1)} ms; slowest ${slowest.ms.toFixed(1)} ms (${slowest.name}, ${slowest.length} letters)`);
  assert.deepEqual(sorted.filter(({ ms }) => ms > AT_ONCE).map(({ name, ms, length }) => [name, ms, length]), [], 'refused at once');
  assert.equal(await page.eval(() => ({}).polluted ?? Object.prototype['7'] ?? null), null);
  assert.deepEqual(await page.errors(), []);
});

eachEngine('50 MB are refused by their size, before anything is read', async (page, server) => {
  await page.open(server.url);
  await prepare(page, PLANTED);
  const outcome = await page.eval(async () => {
    const element = document.querySelector('maturity-radar');
    const text = `[${'0,'.repeat(25_000_000)}0]`;
    const before = await globalThis.__stored();
    const start = performance.now();
    const { taken, problems } = await element.importData(text);
    const ms = performance.now() - start;
    return { taken, problems, ms, same: await globalThis.__stored() === before };
  });
  assert.deepEqual([outcome.taken, outcome.problems.map(({ code, pointer }) => [code, pointer])], [0, [['too_large', '']]]);
  assert.ok(outcome.same);
  console.log(`50 MB: a text is refused after ${outcome.ms.toFixed(1)} ms`);
  assert.ok(outcome.ms <= AT_ONCE, `${outcome.ms} ms`);

  // A file of that size, as the browser's own picker hands it over: its bytes are never asked for.
  await press(page, 'Your data: download or erase');
  await page.eval(() => {
    HTMLInputElement.prototype.click = function () { globalThis.__input = this; };
    for (const name of ['arrayBuffer', 'text', 'stream', 'slice']) {
      Blob.prototype[name] = () => { globalThis.__read = name; throw new Error('the file was read'); };
    }
    const part = new Uint8Array(1_000_000).fill(48);
    globalThis.__large = new File(Array(50).fill(part), 'large.json');
    // A file on a disk is there already; this one may first have to be put together.
    return globalThis.__large.size;
  });
  await press(page, 'Choose files');
  const file = await page.eval(() => new Promise((resolve) => {
    const data = new DataTransfer();
    data.items.add(globalThis.__large);
    globalThis.__input.files = data.files;
    const root = document.querySelector('maturity-radar').shadowRoot;
    const start = performance.now();
    const seen = new MutationObserver(() => {
      if (!root.querySelector('#mr-offer')) return;
      seen.disconnect();
      resolve({ ms: performance.now() - start, said: root.querySelector('.mr-offer').textContent, read: globalThis.__read ?? null });
    });
    seen.observe(root, { childList: true, subtree: true });
    globalThis.__input.dispatchEvent(new Event('change'));
  }));
  assert.equal(file.read, null);
  assert.match(file.said, /5 MB/);
  console.log(`50 MB: a file is refused after ${file.ms.toFixed(1)} ms`);
  assert.ok(file.ms <= AT_ONCE, `${file.ms} ms`);
  assert.deepEqual(await page.errors(), []);
});
