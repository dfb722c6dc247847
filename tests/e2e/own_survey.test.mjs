// A survey of an owner's own, from its first question to a change: another topic, two roles, seven statements
// for each question, four levels. It is the example of docs/own-survey.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { near, take } from './taking.mjs';
import { press, results } from './widget.mjs';

const own = JSON.parse(readFileSync(new URL('../../surveys/examples/customer-support.en.json', import.meta.url)));
const PAGE = `<!doctype html><html lang="en"><head><title>Own survey</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' blob:">
<link rel="icon" href="favicon.svg" type="image/svg+xml">
<script type="module" src="maturity-radar.js"></script></head>
<body><main><maturity-radar survey="surveys/examples/customer-support.en.json"></maturity-radar></main></body></html>`;

// Points are (rating - 1) / 6 * 100; a role is the mean of its capabilities, each the mean of its two items.
const BASE = { P1a: 2, P1b: 3, P2a: 4, P2b: 2, A1a: 5, A1b: 7, A2a: 6, A2b: 6 };
const NOW = { P1a: 5, P1b: 6, P2a: 6, P2b: 5, A1a: 5, A1b: 7, A2a: 6, A2b: 6 };
const points = (...ratings) => ratings.reduce((sum, rating) => sum + (rating - 1) / 6 * 100, 0) / ratings.length;

/** Words of the radar that lie on other words of it, and marks outside of it. */
const clashes = (page, selector) => page.eval((selector) => {
  const chart = document.querySelector('maturity-radar').shadowRoot.querySelector(selector);
  const frame = chart.getBoundingClientRect();
  const boxes = [...chart.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
  const found = [];
  for (const [at, [name, box]] of boxes.entries()) {
    if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${name} leaves the drawing`);
    for (const [other, its] of boxes.slice(at + 1)) {
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
      if (across > 2 && down > 4) found.push(`${name} on ${other}`);
    }
  }
  return found;
}, selector);

eachEngine('a survey of one\'s own works from the first question to a change', { pages: { 'own.html': PAGE } }, async (page, server) => {
  const byKeyboard = page.engine !== 'webkit';
  await page.open(`${server.url}own.html`);
  await page.seeText(own.intro.title);
  assert.equal(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-rolecards h3').length), 2);
  await assertAccessible(page, 'the first screen of a survey of one\'s own');
  await press(page, 'Start');
  await page.seeText('Question 1 of 8');
  assert.match(await page.text('.mr-keys'), /1.*7.*8.*9/s, 'the keys of seven statements and two more answers');
  await take(page, BASE, [45, 40, 15], { byKeyboard, of: own });

  const first = await results(page);
  near(first.waves[0].score.role.solver.score, points(2, 3, 4, 2), 'the first role');
  near(first.waves[0].score.role.adviser.score, points(5, 7, 6, 6), 'the second role');
  near(first.waves[0].score.overall.score, points(2, 3, 4, 2, 5, 7, 6, 6), 'both together');
  assert.equal(first.waves[0].dominance.kind, 'dominant');
  await page.seeText('Product adviser');
  await page.size(1280, 900);
  assert.deepEqual(await clashes(page, '.mr-radar-wide'), []);
  await assertAccessible(page, 'results of a survey of one\'s own');
  for (const level of own.levels) await page.seeText(level.name);

  // The plan has the survey's own steps, in the words of the example.
  await press(page, 'Plan');
  await page.see('.mr-moves');
  const steps = own.capabilities.flatMap((capability) => capability.next_steps.map((step) => step.do));
  const moves = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-move-do')].map((move) => move.textContent.trim()));
  assert.ok(moves.length > 0 && moves.some((move) => steps.includes(move)), moves.join(' | '));
  await press(page, 'Targets');
  await page.seeText('Your own targets');
  await press(page, 'Results');
  await press(page, 'Report to print');
  await page.see('.mr-report');
  for (const item of own.capabilities.flatMap((capability) => capability.items)) await page.seeText(item.stem);

  // Exported, taken into an empty widget, exported again.
  const exported = await page.eval(() => document.querySelector('maturity-radar').exportData());
  assert.deepEqual(exported.map((file) => [file.model.id, file.answers['adviser.patterns.del'].value]), [['customer-support', 7]]);
  await page.waitFor(async () => (await indexedDB.databases?.() ?? [1]).length > 0);
  await page.reload();
  await page.seeText('Assess again');
  await press(page, 'Assess again');
  await take(page, NOW, [30, 45, 25], { byKeyboard, of: own });
  const both = await results(page);
  assert.equal(both.waves.length, 2);
  near(both.change.role.solver.delta, points(5, 6, 6, 5) - points(2, 3, 4, 2), 'the change of the first role');
  assert.equal(both.change.role.solver.verdict, 'clear_gain');
  assert.equal(both.change.role.adviser.verdict, 'no_clear_change');
  await page.seeText('clear gain');
  assert.deepEqual(await clashes(page, '.mr-radar-wide'), []);
  await page.size(320, 900);
  assert.deepEqual(await clashes(page, '.mr-radar-narrow'), []);
  assert.ok(await page.eval(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than 320 px');

  // Its colours are those of the document, and its links lead away from the page alone.
  const hues = await page.eval(() => {
    const style = getComputedStyle(document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-mark.mr-s'));
    return style.fill;
  });
  assert.equal(hues, 'rgb(91, 42, 134)');
  await press(page, 'How scores are made');
  await page.seeText('How we take in and solve cases');
  const links = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('a[target=_blank]')].map((link) => [link.getAttribute('href'), link.rel]));
  assert.deepEqual(links, [['https://example.org/support/cases', 'noopener noreferrer']]);
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
});
