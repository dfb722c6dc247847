// Each lens from its link to what it says, its worked example typed in by keyboard alone: what hosts read and what
// the page shows are the figures of the model; every page is accessible; nothing is lost when it is left.
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
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await page.violations(), []);
  });
}
