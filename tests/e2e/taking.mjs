// Answering the survey as a person does, by mouse or by keyboard, from the first question to the results.
import assert from 'node:assert/strict';
import { survey } from './answer_file.mjs';
import { assertAccessible } from './axe.mjs';
import { press, savedMark } from './widget.mjs';

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

async function mixAndAim(page, byKeyboard, mix, dark, stem) {
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelectorAll('input[inputmode=numeric]').length >= 3);
  if (dark !== undefined) await assertAccessible(page, 'working time');
  const ids = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('input[inputmode=numeric]')].map((input) => input.id));
  for (const [index, value] of mix.entries()) await fill(page, ids[index], value);
  await goOn(page, byKeyboard);
  await page.waitFor((stem) => document.querySelector('maturity-radar').shadowRoot.querySelector('h1')?.textContent.trim() === stem, [stem]);
  if (dark !== undefined) await assertAccessible(page, 'aim');
  await page.click('fieldset label:nth-of-type(2)');
  await goOn(page, byKeyboard);
  await page.seeText('Show my results');
}

/** Answers a survey from the first question to the results. */
export async function take(page, ratings, mix, { byKeyboard = false, reloadAt = -1, axe = false, of = survey } = {}) {
  for (const [index, item] of of.capabilities.flatMap((capability) => capability.items).entries()) {
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
  await mixAndAim(page, byKeyboard, mix, axe ? true : undefined, of.questions.aim.stem);
  if (axe) await assertAccessible(page, 'review');
  await press(page, 'Show my results');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-radar'));
}

export function near(actual, expected, what) {
  assert.ok(Math.abs(actual - expected) < 0.001, `${what}: expected ${expected}, got ${actual}`);
}
