// The files of 500 respondents are one team within a second. Of three times the best counts, as machines that do
// something else beside it only ever add to a time; bench/team.mjs measures the single steps.
import assert from 'node:assert/strict';
import { answerFile, items } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { press } from './widget.mjs';

const PEOPLE = 500;
const WITHIN_MS = 1000;
const file = (at) => answerFile('2026-11-02', '2026-11-02', Object.fromEntries(items.map(({ code }, place) => [code, 1 + ((at * 7 + place * 3) % 5)])), { person: `r-${at}` });
const [own, ...others] = Array.from({ length: PEOPLE + 1 }, (unused, at) => file(at));

eachEngine('500 respondents are merged within a second', { faults: { 'index.html': { change: (html) => html.replace('<maturity-radar', '<maturity-radar storage="none"') } } }, async (page, server) => {
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    await page.open(server.url);
    await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
    // The whole program is there before the time begins.
    await page.eval((own) => document.querySelector('maturity-radar').importData(own), own);
    const [taken, spent] = await page.eval(async (text) => {
      const begin = performance.now();
      const { taken } = await document.querySelector('maturity-radar').importData(text, { colleagues: true });
      return [taken, performance.now() - begin];
    }, JSON.stringify(others));
    assert.equal(taken, PEOPLE);
    times.push(spent);
  }
  assert.ok(Math.min(...times) <= WITHIN_MS, `${times.map(Math.round)} ms`);
  await press(page, 'Open results');
  await press(page, 'Team');
  await page.seeText(`${PEOPLE + 1} respondents`);
});
