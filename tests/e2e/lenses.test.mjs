// Each lens from its link to what it says, its worked example typed in by keyboard alone: what hosts read and what
// the pictures show are the figures of the model, and every page is accessible.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { examples, expectedOf, inputOf } from './lens_examples.mjs';
import { Typist, heading } from './lens_typing.mjs';
import { near } from './taking.mjs';
import { results } from './widget.mjs';

const documentOf = (name) => JSON.parse(readFileSync(new URL(`../../surveys/three-roles.lens-${name}.en.json`, import.meta.url)));
export const documents = { ds: documentOf('decision-speed'), mt: documentOf('martech'), om: documentOf('operating-model'), ab: documentOf('abm') };

/** Whether every figure and word of the expected is there, with figures to four decimals. */
function holds(actual, expected, where) {
  if (typeof expected === 'number') near(actual, expected, where);
  else if (expected === null || typeof expected !== 'object') assert.equal(actual, expected, where);
  else for (const [name, own] of Object.entries(expected)) holds(actual?.[name], own, `${where}.${name}`);
}

/** What hosts read of each lens, with what the golden tests of the model say of the same answers. */
const FIGURES = {
  ds: {
    flatness: expectedOf('D01'),
    decisions: expectedOf('D02'),
    unseen: expectedOf('D03'),
    metrics: expectedOf('D06'),
    conditions: expectedOf('D07'),
  },
  mt: {
    placement: expectedOf('T01'),
    pattern: expectedOf('T04'),
    governance: expectedOf('T06'),
    it_model: Object.fromEntries(expectedOf('T07').map((own, at) => [Object.keys(inputOf('T01').current)[at], own])),
    analytics_model: expectedOf('T08')[0],
    tiger: expectedOf('T09'),
  },
  om: {
    complexity: expectedOf('M01')[1],
    grid: expectedOf('M02'),
    shift_lag: { shift: expectedOf('M03').shift },
    sourcing: Object.fromEntries(expectedOf('M04').map((own, at) => [Object.keys(examples.om.sourcing.rows)[at], own])),
    flow: expectedOf('M05'),
    forces: expectedOf('M07'),
    force_gap: { state: expectedOf('M08').state },
    markets: [expectedOf('M09')],
    planning: expectedOf('M11'),
    helix: expectedOf('M12'),
    rightsize: expectedOf('M13').map((outcome, at) => ({ outcome, ...(at === 2 && { idle_spend: expectedOf('M14') }) })),
    start_gate: expectedOf('M15'),
  },
  ab: { readiness: expectedOf('A02'), fit: expectedOf('A08') },
};

/** What a picture shows: its words, the places of its dots and the lengths of its bars, in hundredths. */
const picture = (page, chart) => page.eval((chart) => {
  const figure = document.querySelector('maturity-radar').shadowRoot.querySelector(`[data-mr-chart="${chart}"]`);
  const all = (selector, ...names) => [...figure.querySelectorAll(selector)].map((own) => names.map((name) => parseFloat(own.getAttribute(name))));
  return { words: figure.textContent, dots: all('circle[cx$="%"]', 'cx', 'cy'), bars: all('.mr-bar-value', 'width').flat() };
}, chart);
const same = (actual, expected, where) => {
  assert.equal(actual.length, expected.length, where);
  for (const [at, own] of expected.entries()) assert.ok(Math.abs(actual[at] - own) < 0.006, `${where} ${at}: ${actual[at]} for ${own}`);
};

/** The numbers of the pictures, read back and held against the model. */
const PICTURES = {
  async ds(page) {
    const { dots } = await picture(page, 'lens-speed-map');
    const ratios = Object.values(expectedOf('D02').decisions).map(({ ratio }) => ratio);
    assert.equal(dots.length, ratios.length);
    // On two axes of one logarithmic scale, the way from the diagonal is the logarithm of time needed by time allowed.
    const ways = dots.map(([x, y], at) => (100 - y - x) / Math.log(ratios[at]));
    for (const way of ways) assert.ok(Math.abs(way / ways[0] - 1) < 0.005, `the map is to scale: ${ways}`);
    const { words } = await picture(page, 'lens-speed-layers');
    for (const text of ['24 people, 2 layers', 'about 4.3', 'about 15', 'about 2.3']) assert.ok(words.includes(text), text);
    await page.seeText('240 h avoided');
    await page.seeText('422');
  },
  async mt(page) {
    const { dots } = await picture(page, 'lens-martech-ladder');
    const placed = Object.values(expectedOf('T01'));
    same(dots.map(([x]) => x), placed.map(({ current }) => current), 'the ladder');
    same((await picture(page, 'lens-martech-governance')).bars, Object.values(expectedOf('T06').domain), 'governance');
    const { demands } = inputOf('T09');
    same((await picture(page, 'lens-martech-capacity')).bars, demands.map(({ fte }) => (100 * fte) / expectedOf('T09').capacity), 'time');
  },
  async om(page) {
    const { words } = await picture(page, 'lens-model-grid');
    const cells = Object.values(expectedOf('M02').cells).map((own) => own?.score ?? null).filter((score) => score !== null);
    const shown = words.match(/\d+(\.\d)?/g).map(Number);
    same(shown.filter((own) => own !== 62.5).sort((a, b) => a - b), [...cells, 75].sort((a, b) => a - b), 'the grid, with the mean of one column');
    same((await picture(page, 'lens-model-shifts')).bars, [75, 75, 50, 75], 'the shifts');
    same((await picture(page, 'lens-model-flow')).bars, [expectedOf('M05').flow_efficiency, 100 * 6 / expectedOf('M05').days_if_halved], 'the flow');
    same((await picture(page, 'lens-model-planning')).bars, Object.values(expectedOf('M11').phase), 'the phases');
  },
  async ab(page) {
    const { table } = expectedOf('A08');
    same((await picture(page, 'lens-abm-structures')).bars, Object.values(table).map(({ fit }) => fit).sort((a, b) => b - a), 'the structures');
    const { score, lead_account_index: index } = expectedOf('A02');
    same((await picture(page, 'lens-abm-readiness')).dots.map(([x]) => x), [index, score], 'readiness');
  },
};

for (const [id, document] of Object.entries(documents)) {
  eachEngine(`${document.name}, typed in by keyboard`, async (page, server) => {
    await page.open(`${server.url}#mr-lens=${id}`);
    await heading(page, document.name);
    await assertAccessible(page, 'its parts');
    await new Typist(page, document, examples[id]).all((part) => assertAccessible(page, part));
    await page.seeText('What this rests on');
    await assertAccessible(page, 'its results');
    const { lenses } = await results(page);
    holds(lenses[id], FIGURES[id], id);
    await PICTURES[id](page);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await page.violations(), []);
  });
}
