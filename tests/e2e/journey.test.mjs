// The whole path: welcome, 24 answers, a reload in the middle, working time, aim, review, results,
// assess again, progress. By mouse and by keyboard; axe on every screen; nothing sent after load.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { items, survey } from './answer_file.mjs';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { press, results, savedMark } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((test) => test.id === 'C20');

/** Waits for a question and gives its item and the ratings in the order on screen. */
async function question(page, item) {
  await page.waitFor((stem) => {
    const root = document.querySelector('maturity-radar').shadowRoot;
    return root?.querySelector('h1')?.textContent.trim() === stem;
  }, [item.stem]);
  const texts = await page.eval(() => {
    const root = document.querySelector('maturity-radar').shadowRoot;
    return [...root.querySelectorAll('.mr-choices:not(.mr-choices-alt) label')].map((label) => label.textContent.trim());
  });
  return texts.map((text) => item.anchors.find((anchor) => anchor.text === text).value);
}

/** Waits until focus stands on the heading, through shadow roots. */
const headingFocused = (page) => page.waitFor(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.id === 'mr-heading';
});

async function answer(page, item, rating, byKeyboard) {
  const order = await question(page, item);
  const position = order.indexOf(rating);
  await headingFocused(page);
  if (byKeyboard) {
    await page.press(String(position + 1));
  } else {
    await page.click(`.mr-choices:not(.mr-choices-alt) label:nth-child(${position + 1})`);
  }
  await page.waitFor((at) => {
    const root = document.querySelector('maturity-radar').shadowRoot;
    return root.querySelectorAll('.mr-choices:not(.mr-choices-alt) input')[at].checked;
  }, [position]);
}

async function goOn(page, byKeyboard) {
  if (byKeyboard) await page.press('Enter');
  else await press(page, 'Continue');
}

async function fill(page, id, value) {
  await page.click(`input[id="${id}"]`);
  await page.type(String(value));
}

async function mixAndAim(page, byKeyboard, mix, dark) {
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelectorAll('input[inputmode=numeric]').length >= 3);
  if (dark !== undefined) await assertAccessible(page, 'working time');
  const ids = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('input[inputmode=numeric]')].map((input) => input.id));
  for (const [index, value] of mix.entries()) await fill(page, ids[index], value);
  await goOn(page, byKeyboard);
  await page.waitFor((stem) => document.querySelector('maturity-radar').shadowRoot.querySelector('h1')?.textContent.trim() === stem, [survey.questions.aim.stem]);
  if (dark !== undefined) await assertAccessible(page, 'aim');
  await page.click('fieldset label:nth-of-type(2)');
  await goOn(page, byKeyboard);
  await page.seeText('Show my results');
}

/** Answers the survey from the first question to the results. */
async function take(page, ratings, mix, { byKeyboard = false, reloadAt = -1, axe = false } = {}) {
  for (const [index, item] of items.entries()) {
    await answer(page, item, ratings[item.code], byKeyboard);
    if (axe && index < 2) await assertAccessible(page, `question ${index + 1}`);
    if (index === reloadAt) {
      await savedMark(page);
      await page.reload();
      await press(page, `Resume at question ${index + 1}`);
      const order = await question(page, item);
      const chosen = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-choices:not(.mr-choices-alt) input')].findIndex((input) => input.checked));
      assert.equal(order[chosen], ratings[item.code], 'the answer that was marked saved is there after a reload');
    }
    await goOn(page, byKeyboard);
  }
  await mixAndAim(page, byKeyboard, mix, axe ? true : undefined);
  if (axe) await assertAccessible(page, 'review');
  await press(page, 'Show my results');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-radar'));
}

function near(actual, expected, what) {
  assert.ok(Math.abs(actual - expected) < 0.001, `${what}: expected ${expected}, got ${actual}`);
}

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
