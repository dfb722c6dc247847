// Measures in Chromium, on dist/: the files of 500 respondents. Dropped in one lot, looked through, added and shown on the
// team's screen; and taken as one list with importData. Fails above the budget; RUNS=5 changes the number of visits.
import { chromium as playwright } from 'playwright-core';
import { chromium as find, engines } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';
import { answerFile, items } from '../tests/e2e/answer_file.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const PEOPLE = 500;
const BUDGET_MS = 1000;

if (find() === null) {
  console.log(`chromium is missing: ${engines.chromium.remedy}`);
  process.exit(1);
}

/** One file for each person, the first of them oneself. The same in every run. */
function files() {
  let seed = 1;
  const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  const groups = ['Marketing', 'Sales', 'Market', 'Product'];
  return Array.from({ length: PEOPLE + 1 }, (unused, index) => {
    const answers = Object.fromEntries(items.map((item) => [item.code, random(20) === 0 ? 'DK' : 1 + random(5)]));
    const person = `r-${String(index).padStart(3, '0')}`;
    const respondent = { id: person, group: groups[random(groups.length)], anchor_order: 'rising' };
    const effort = { effort_mix: { unplanned: 45, near: 40, far: 15 }, aim: { primary: 'rb', secondary: 'sbd' } };
    // Many devices give their waves one name.
    return answerFile('2026-11-02', '2026-11-02', answers, { person, fields: { respondent, ...effort } });
  });
}

/** Does something in the page; resolves to the milliseconds until the frame after `shown` is on screen. */
function until([way, shown, given]) {
  const widget = document.querySelector('maturity-radar');
  const root = () => widget.shadowRoot;
  const button = (label) => [...root().querySelectorAll('button')].find((each) => each.textContent.trim() === label);
  const isShown = () => (shown.startsWith('text:') ? root().textContent.includes(shown.slice(5)) : root().querySelector(shown));
  // Whatever is made ready before the press takes no part in it.
  const ways = {
    press: () => { const found = button(given); return () => found.click(); },
    drop: () => {
      const data = new DataTransfer();
      for (const [index, text] of given.entries()) data.items.add(new File([text], `answers-${index}.json`, { type: 'application/json' }));
      return () => root().querySelector('.mr-shell').dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer: data }));
    },
    take: () => () => { widget.importData(given, { colleagues: true }); },
  };
  const go = ways[way]();
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    go();
    const look = () => {
      if (performance.now() - begin > 60_000) return void reject(new Error(`${shown} does not come`));
      if (!isShown()) return void setTimeout(look, 0);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - begin);
        port2.postMessage(null);
      });
    };
    look();
  });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const [own, ...others] = files();
const texts = others.map((file) => JSON.stringify(file));
const everybody = `text:${PEOPLE + 1} respondents`;

const server = await serve('dist', {});
const browser = await playwright.launch({
  executablePath: find(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});

/** A fresh page with one's own answers, on the team's screen. */
async function visit(measure) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => customElements.get('maturity-radar'));
    await page.evaluate((file) => document.querySelector('maturity-radar').importData(file), own);
    await page.evaluate(until, ['press', '.mr-radar', 'Open results']);
    await page.evaluate(until, ['press', '#mr-invitation', 'Team']);
    return await measure(page);
  } finally {
    await context.close();
  }
}

const dropped = async (page) => {
  const preview = await page.evaluate(until, ['drop', '#mr-offer', texts]);
  const added = await page.evaluate(until, ['press', `text:${PEOPLE} assessments of colleagues`, 'Add']);
  const team = await page.evaluate(until, ['press', everybody, 'Look at the team']);
  return { preview, added, team, merged: added + team };
};
const taken = async (page) => ({ taken: await page.evaluate(until, ['take', everybody, `[${texts.join()}]`]) });

try {
  await visit(dropped); // warms the browser up
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push({ ...await visit(dropped), ...await visit(taken) });
  const columns = [['drop to preview', 'preview'], ['press on Add to added', 'added'], ['press to team shown', 'team'],
    ['merged: both presses', 'merged'], ['importData to team shown', 'taken']];
  console.log(`${PEOPLE} respondents of ${items.length} answers; ms, medians of ${RUNS} visits`);
  for (const [title, key] of columns) {
    const ms = median(visits.map((each) => each[key]));
    const over = ms > BUDGET_MS;
    if (over) process.exitCode = 1;
    console.log(`${title.padEnd(32)}${ms.toFixed(1).padStart(8)}${over ? `  over budget: ${BUDGET_MS} ms` : ''}`);
  }
  if (!process.exitCode) console.log(`within budget: each at most ${BUDGET_MS} ms`);
} finally {
  await browser.close();
  await server.close();
}
