// The whole path: welcome, 24 answers, a reload in the middle, working time, aim, review, results,
// assess again, progress. By mouse and by keyboard; axe on every screen; nothing sent after load.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { near, take } from './taking.mjs';
import { press, results } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((test) => test.id === 'C20');

for (const dark of [false, true]) {
  eachEngine(`the journey, ${dark ? 'dark' : 'light'}`, { dark }, async (page, server) => {
    const byKeyboard = page.engine === 'firefox';
    await page.open(server.url);
    await page.seeText('See an example result');
    await assertAccessible(page, 'welcome');
    // The whole program comes while the first screen is read; from then on nothing is fetched or sent.
    await page.waitFor(() => performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('maturity-radar-app_bg.wasm') && entry.responseEnd > 0));
    const loaded = server.log.length;
    await press(page, 'Start');
    await take(page, c20.input.base, [45, 40, 15], { byKeyboard, reloadAt: dark ? -1 : 9, axe: true });
    await assertAccessible(page, 'baseline results');
    const first = await results(page);
    assert.equal(first.waves.length, 1);
    assert.equal(first.change, null);
    near(first.waves[0].score.overall.score, c20.expected.overall.base, 'overall score of the baseline');
    near(first.waves[0].effort_mix.unplanned, 45, 'unplanned share');
    await page.seeText('40.6');

    await press(page, 'Assess again');
    await take(page, c20.input.now, [35, 45, 20], { byKeyboard });
    await assertAccessible(page, 'progress');
    const both = await results(page);
    assert.equal(both.waves.length, 2);
    assert.deepEqual(both.change.role.sbd.verdict, 'clear_gain');
    near(both.change.role.sbd.delta, 15.625, 'change of the first role');
    assert.equal(both.change.role.rb.verdict, 'no_clear_change');
    await page.seeText('+15.6');
    await page.seeText('clear gain');

    if (dark) assert.equal(server.log.length, loaded, 'nothing is fetched or sent after load');

    await page.waitFor(async () => (await document.querySelector('maturity-radar').exportData()).length === 2);
    await page.reload();
    await page.seeText('Assess again');
    await assertAccessible(page, 'welcome on return');
    assert.equal((await results(page)).waves.length, 2, 'both waves are there on the next visit');
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await page.violations(), []);
  });
}
