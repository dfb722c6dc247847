// Measures in Chromium, on dist/: a long history of 200 waves with 24 answers each. From the moment the records are read
// to the results page, and from a press to the history screen. Fails above the budget; RUNS=7 changes the number of visits.
import { chromium as playwright } from 'playwright-core';
import { chromium as find, engines } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';
import { answerFile, items } from '../tests/e2e/answer_file.mjs';

const RUNS = Number(process.env.RUNS ?? 7);
const WAVES = 200;
const BUDGET_MS = 300;

if (find() === null) {
  console.log(`chromium is missing: ${engines.chromium.remedy}`);
  process.exit(1);
}

/** A wave a week; from one to the next a few answers move by a step. The same in every run. */
function waves() {
  let seed = 1;
  const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  const answers = Object.fromEntries(items.map((item) => [item.code, 1 + random(5)]));
  return Array.from({ length: WAVES }, (unused, index) => {
    for (let step = 0; step < 3; step += 1) {
      const { code } = items[random(items.length)];
      answers[code] = Math.min(5, Math.max(1, answers[code] + random(3) - 1));
    }
    const date = new Date(Date.UTC(2022, 0, 3) + index * 7 * 86_400_000).toISOString().slice(0, 10);
    const targets = index === 0 ? { targets: { 'rb.engagement': { score: 75, by: '2027-06-30' } } } : {};
    const fields = { effort_mix: { unplanned: 45, near: 40, far: 15 }, aim: { primary: 'rb', secondary: 'sbd' }, ...targets };
    return answerFile(`wave-${String(index).padStart(3, '0')}`, date, answers, { kind: index === 0 ? 'baseline' : 'reassessment', fields });
  });
}

// Notes when the database has given its records.
function watch() {
  const getAll = IDBObjectStore.prototype.getAll;
  IDBObjectStore.prototype.getAll = function (...given) {
    const request = getAll.apply(this, given);
    request.addEventListener('success', () => { globalThis.__read = performance.now(); });
    return request;
  };
}

/** Presses a button of the widget once it is there; resolves to the milliseconds until the frame after `shown` is. */
function open([label, shown, since]) {
  const root = () => document.querySelector('maturity-radar').shadowRoot;
  const button = () => [...root()?.querySelectorAll('button') ?? []].find((each) => each.textContent.trim() === label);
  return new Promise((resolve) => {
    const painted = (begin) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begin);
      port2.postMessage(null);
    });
    const look = () => {
      if (!button()) return void setTimeout(look, 1);
      const begin = since === 'read' ? globalThis.__read : performance.now();
      if (since === 'read') return void painted(begin);
      button().click();
      const wait = () => (root().querySelector(shown) ? painted(begin) : setTimeout(wait, 0));
      wait();
    };
    look();
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const server = await serve('dist', {});
const browser = await playwright.launch({
  executablePath: find(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript(watch);
  await page.goto(server.url);
  await page.waitForFunction(() => customElements.get('maturity-radar'));
  const outcome = await page.evaluate((files) => document.querySelector('maturity-radar').importData(files), waves());
  if (outcome.taken !== WAVES) throw new Error(`${outcome.taken} of ${WAVES} waves were taken: ${JSON.stringify(outcome.problems[0])}`);
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.reload();
    const back = await page.evaluate(open, ['Open results', '', 'read']);
    const results = await page.evaluate(open, ['Open results', '.mr-radar', 'press']);
    const history = await page.evaluate(open, ['History', 'h1', 'press']);
    visits.push({ back, results, sum: back + results, history });
  }
  const columns = [['records read to return screen', 'back'], ['press to results', 'results'], ['sum', 'sum'], ['press to history', 'history']];
  console.log(`${WAVES} waves of ${items.length} answers; ms, medians of ${RUNS} visits`);
  for (const [title, key] of columns) console.log(title.padEnd(32) + median(visits.map((each) => each[key])).toFixed(1).padStart(8));
  const sum = median(visits.map((each) => each.sum));
  console.log(sum <= BUDGET_MS ? `within budget: ${sum.toFixed(0)} of ${BUDGET_MS} ms` : `over budget: ${sum.toFixed(0)} of ${BUDGET_MS} ms`);
  if (sum > BUDGET_MS) process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
}
