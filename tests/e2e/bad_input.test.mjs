// Bad input through the page: refused with a code and a place, at once, and nothing stored or shown changes.
import assert from 'node:assert/strict';
import { badCases, released } from './bad_cases.mjs';
import { eachEngine } from './harness.mjs';

const FAMILIES = {
  'wrong-types-answer': 6, 'wrong-types-draft': 5, 'wrong-types-addendum': 5, numbers: 8, 'out-of-range': 6, versions: 2, 'other-survey': 2,
  'duplicate-keys': 3, proto: 6, 'half-characters': 4, 'control-characters': 3, 'long-texts': 2, deep: 4, huge: 4, 'other-texts': 10,
};

const records = (page) => page.eval(() => new Promise((resolve) => {
  const open = indexedDB.open('maturity-radar', 1);
  open.onsuccess = () => {
    const store = open.result.transaction('records').objectStore('records');
    const keys = store.getAllKeys();
    const values = store.getAll();
    store.transaction.oncomplete = () => { open.result.close(); resolve(keys.result.map((key, at) => [key, values.result[at]])); };
  };
}));

// The time the program itself takes: importData also waits for the shelf and for the screen.
const take = (page, text) => page.eval(async (text) => {
  await customElements.whenDefined('maturity-radar');
  const element = document.querySelector('maturity-radar');
  const start = performance.now();
  const outcome = await element.importData(text);
  return { ...outcome, ms: performance.now() - start };
}, text);

eachEngine('bad input is refused at once, tells nothing of itself, and changes nothing', async (page, server) => {
  await page.open(server.url);
  const stored = await take(page, released('history-1.0'));
  assert.deepEqual(stored.problems, []);
  const exported = () => page.eval(() => document.querySelector('maturity-radar').exportData());
  const before = [await records(page), await exported()];
  assert.ok(before[0].length >= 3, 'waves, what was added and a draft are stored');

  const cases = Object.entries(FAMILIES).flatMap(([family, many]) => badCases(family, many).filter((own) => !/"maturity-radar-history"/.test(own.text)));
  assert.ok(cases.length >= 55, `${cases.length} cases`);
  const times = [];
  for (const { name, text } of cases) {
    const { taken, problems, ms } = await take(page, text);
    assert.equal(taken, 0, name);
    assert.ok(problems.length > 0 && problems.length <= 201, name);
    for (const { code, pointer, message } of problems) {
      assert.match(code, /^[a-z_]+$/, name);
      assert.match(pointer, /^(\/|$)/, name);
      assert.doesNotMatch(message, /zebra|stripes|EMEA|Papers|Minutes/i, name);
    }
    times.push([ms, name]);
  }
  assert.deepEqual([await records(page), await exported()], before);
  times.sort(([one], [other]) => one - other);
  const [median] = times[times.length >> 1];
  const [slowest, name] = times.at(-1);
  console.log(`bad input: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms (${name})`);
  assert.ok(median <= 50, `${median} ms`);
  assert.deepEqual(await page.errors(), []);
});

eachEngine('a text of 50 MB is refused by its size before it is read', async (page, server) => {
  await page.open(server.url);
  const { problems, ms } = await page.eval(async () => {
    await customElements.whenDefined('maturity-radar');
    const element = document.querySelector('maturity-radar');
    await element.exportData();
    const text = `[${'0,'.repeat(25_000_000)}0]`;
    const start = performance.now();
    const outcome = await element.importData(text);
    return { ...outcome, ms: performance.now() - start };
  });
  assert.deepEqual(problems.map(({ code, pointer }) => [code, pointer]), [['too_large', '']]);
  console.log(`50 MB: refused after ${ms.toFixed(1)} ms`);
  assert.equal(await page.eval(() => globalThis.polluted ?? null), null);
  assert.deepEqual(await page.errors(), []);
});
