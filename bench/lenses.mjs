// Measures in Chromium, on dist/: what the pages of lenses cost a person, with 40 decisions, 15 platforms, 30 markets
// and every part of the operating model answered. Two things fail above the budget, each the median of its runs on a
// machine that does nothing else: from an input to the page that is drawn and laid out; and from the press of the
// button to the beginning of what the lens says, the headline and more than the screen holds, drawn and laid out.
// Told besides: what the frame takes in which that is painted (without a graphics card here), and when the page is
// whole, of which the rest follows with the next frames. RUNS=9 changes how often.
import { readFileSync } from 'node:fs';
import { chromium as playwright } from 'playwright-core';
import { chromium as find, engines } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';
import { examples, lensFile } from '../tests/e2e/lens_examples.mjs';

const RUNS = Number(process.env.RUNS ?? 15);
const BUDGET_MS = 16;
const [DECISIONS, MARKETS] = [40, 30];

if (find() === null) {
  console.log(`chromium is missing: ${engines.chromium.remedy}`);
  process.exit(1);
}

const documentOf = (name) => JSON.parse(readFileSync(new URL(`../surveys/three-roles.lens-${name}.en.json`, import.meta.url)));
const [speed, martech] = [documentOf('decision-speed'), documentOf('martech')];

/** So many rows: those of the lens, then a person's own, all answered. */
const rows = (count, elements, of) => ({ rows: Object.fromEntries(Array.from({ length: count }, (unused, at) => [elements[at]?.id ?? `x-${at + 1}`, of(at)])) });

const pick = (all, at) => all[at % all.length];
const decision = (at) => ({
  ...(at >= speed.decisions.length && { decision_name: `A decision of our own, number ${at}` }),
  height: at % 5, knowledge: at % 3, stops: at % 4, wait: pick([1, 4, 8, 20], at), forum: pick([0, 40, 168], at), window: pick([1, 4, 8, 40, 168, 504], at),
  per_month: 1 + at % 30, right: pick(['waits', 'proposes', 'within_limits', 'acts_then_informs'], at), reversible: at % 2 === 0, exposure: pick(['low', 'medium', 'high'], at),
});
const market = (at) => ({ market_name: `Market ${at}`, share: 100 / MARKETS, kind: pick(['own', 'distributor', 'developing'], at), ...Object.fromEntries(documentOf('operating-model').local.map(({ id }, place) => [id, pick(['L', 'S', 'G', 'nobody'], at + place)])) });

const files = [
  lensFile('ds', { parts: { ...examples.ds, decisions: rows(DECISIONS, speed.decisions, decision) } }),
  lensFile('mt', { parts: { ...examples.mt, placement: rows(martech.platforms.length, martech.platforms, (at) => ({ current: pick([0, 25, 50, 75, 100], at), local_difference: at % 3 })), it_model: rows(martech.platforms.length, martech.platforms, (at) => ({ change: at % 3, depth: at % 3, one_off: at % 5 === 0 })) } }),
  lensFile('om', { parts: { ...examples.om, local: rows(MARKETS, [], market) } }),
  lensFile('ab'),
];

/** What is entered where: the lens, its part, the row that is opened where rows are opened one by one, the control. */
const INPUTS = [
  ['ds', 'Decisions', speed.decisions[0].name, `[id="mr-${speed.decisions[0].id}-per_month"]`],
  ['ds', 'Metrics and authority', null, 'input[type=checkbox]'],
  ['mt', 'Placement', null, 'select'],
  ['mt', 'Governance', null, 'input[type=radio]:not(:checked)'],
  ['om', 'Parts of the model', null, 'select'],
  ['om', 'Local teams', 'Market 0', '[id="mr-x-1-share"]'],
  ['ab', 'Conditions', null, 'input[type=radio]:not(:checked)'],
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const server = await serve('dist', {});
const browser = await playwright.launch({ executablePath: find(), args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();

const press = async (label) => {
  await page.waitForFunction((label) => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].some((each) => each.textContent.trim() === label), label);
  await page.evaluate((label) => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].find((each) => each.textContent.trim() === label).click(), label);
};

/** Opens a lens at its parts. */
const open = async (id) => {
  await page.evaluate((id) => { location.hash = `#mr-lens=${id}`; }, id);
  await page.waitForFunction(() => /^(Your answers)$/m.test([...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('h2')].map((each) => each.textContent).join('\n')));
};

/** Milliseconds from an input to the page that follows, drawn and laid out. */
const entering = (selector) => page.evaluate(async (selector) => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const control = root.querySelector(selector);
  const begin = performance.now();
  if (control.localName === 'select') {
    control.selectedIndex = control.selectedIndex === 1 ? 2 : 1;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (control.type === 'radio' || control.type === 'checkbox') {
    control.click();
  } else {
    control.value = control.value === '3' ? '2' : '3';
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  // The widget draws itself within the current task.
  await Promise.resolve();
  await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(null); });
  root.host.getBoundingClientRect();
  return performance.now() - begin;
}, selector);

/** The same from a press to what comes: the page of results, of which the rest follows piece by piece. */
const showing = (label) => page.evaluate(async (label) => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const button = [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === label);
  const soon = () => new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(null); });
  await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
  const begin = performance.now();
  button.click();
  await soon();
  root.host.getBoundingClientRect();
  const first = performance.now() - begin;
  const sections = root.querySelectorAll('.mr-section');
  const bottom = sections[sections.length - 1]?.getBoundingClientRect().bottom ?? 0;
  if (bottom < innerHeight) throw new Error('the results do not come');
  const frame = await new Promise((resolve) => { requestAnimationFrame(() => resolve(performance.now())); });
  await soon();
  const painted = performance.now() - frame;
  while (![...root.querySelectorAll('h2')].some((each) => each.textContent === 'Go on')) {
    if (performance.now() - begin > 10_000) throw new Error('the rest does not come');
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
  }
  const whole = performance.now() - begin;
  return { first, painted, whole };
}, label);

let over = false;
const say = (what, spent, isHeld) => {
  const figure = median(spent);
  console.log(`${what.padEnd(64)}${figure.toFixed(1).padStart(8)} ms${isHeld && figure > BUDGET_MS ? '   over budget' : ''}`);
  over ||= isHeld && figure > BUDGET_MS;
};
try {
  await page.goto(server.url);
  await page.waitForFunction(() => document.querySelector('maturity-radar')?.importData);
  await page.evaluate((files) => document.querySelector('maturity-radar').importData(files), files);
  console.log(`median of ${RUNS}, budget ${BUDGET_MS} ms`);
  for (const [id, part, row, selector] of INPUTS) {
    await open(id);
    await press(`Change: ${part}`);
    if (row) await press(`Change: ${row}`);
    await page.waitForFunction((selector) => document.querySelector('maturity-radar').shadowRoot.querySelector(selector), selector);
    const spent = [];
    for (let run = 0; run < RUNS; run += 1) spent.push(await entering(selector));
    say(`an input under ${part}`, spent, true);
  }
  for (const id of ['ds', 'mt', 'om', 'ab']) {
    const spent = [];
    for (let run = 0; run < RUNS; run += 1) {
      await open(id);
      spent.push(await showing('See what it says'));
    }
    say(`the beginning of what ${id} says`, spent.map(({ first }) => first), true);
    say('  painting it', spent.map(({ painted }) => painted), false);
    say('  all of it', spent.map(({ whole }) => whole), false);
  }
} finally {
  await browser.close();
  await server.close();
}
if (over) process.exitCode = 1;
