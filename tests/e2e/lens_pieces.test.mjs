// What a lens says comes piece by piece: the headline and what is on screen with the press, the rest with the frames
// behind it. Nothing that stands there moves, focus stays on the headline, and a person who prints meanwhile gets it all.
import assert from 'node:assert/strict';
import { answerFile, items } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { examples, lensFile } from './lens_examples.mjs';

const parts = { ds: 'Decisions', mt: 'Placement', om: 'Parts of the model', ab: 'Conditions' };
assert.deepEqual(Object.keys(parts).sort(), Object.keys(examples).sort());

/** Presses the button that shows what a lens says; gives what stood there at once, and what became of it. */
const shown = (page, isPrinted) => page.eval(async (isPrinted) => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const button = [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === 'See what it says');
  const soon = () => new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(null); });
  const places = (all) => all.map((each) => Math.round(each.getBoundingClientRect().top + scrollY));
  const isWhole = () => [...root.querySelectorAll('h2')].some((each) => each.textContent === 'Go on');
  const { requestAnimationFrame, setTimeout } = globalThis;
  if (isPrinted) {
    // No frame comes, as where the page is behind another one, nor does the time after which the rest comes without.
    globalThis.requestAnimationFrame = () => 0;
    globalThis.setTimeout = (then, ms, ...more) => (ms === 100 ? 0 : setTimeout(then, ms, ...more));
  }
  const until = async (is, what) => {
    for (const end = performance.now() + 10_000; !is();) {
      if (performance.now() > end) throw new Error(what);
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
  };
  button.click();
  await soon();
  await until(() => root.activeElement?.id === 'mr-heading' && root.querySelector('.mr-section'), 'the results do not come');
  const headline = root.querySelector('#mr-heading');
  const first = [headline, ...root.querySelectorAll('.mr-section')];
  const before = places(first);
  const wasWhole = isWhole();
  const bottom = first.at(-1).getBoundingClientRect().bottom;
  if (isPrinted) {
    // A draw of more than a frame's time ends with the next turn.
    await new Promise((resolve) => { setTimeout(resolve); });
    dispatchEvent(new Event('beforeprint'));
    // Before the browser looks at the page to print it, only what was queued at once is done.
    for (let turn = 0; turn < 20 && !isWhole(); turn += 1) await null;
    if (!isWhole()) throw new Error('the rest does not come for the print');
  }
  await until(isWhole, 'the rest does not come');
  Object.assign(globalThis, { requestAnimationFrame, setTimeout });
  return {
    wasWhole, bottom, sections: [first.length - 1, root.querySelectorAll('.mr-section').length],
    before, after: places(first), there: first.every((each) => each.isConnected), focused: root.activeElement === headline,
  };
}, isPrinted);

/** The platforms alone, each of them run as suggested. */
async function asSuggested(page) {
  await page.waitFor(() => document.querySelector('maturity-radar').results.lenses?.mt);
  const placement = await page.eval(() => document.querySelector('maturity-radar').results.lenses.mt.placement);
  const rows = Object.fromEntries(Object.entries(placement).map(([id, { recommended }]) => [id, { current: recommended, local_difference: 1 }]));
  return lensFile('mt', { parts: { placement: { rows } }, id: 'mt-suggested', date: '2026-11-21' });
}

eachEngine('what a lens says comes piece by piece, and nothing that stands there moves', async (page, server) => {
  await page.size(1280, 900);
  await page.open(server.url);
  await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
  const taken = (files) => page.eval((files) => document.querySelector('maturity-radar').importData(files), files);
  // With a wave there is a plan, for which findings are offered.
  const wave = answerFile('base', '2026-01-05', Object.fromEntries(items.map(({ code }) => [code, 2])));
  await taken([wave, ...Object.keys(examples).map((id) => lensFile(id))]);
  for (const isPrinted of [false, true]) {
    // The second time there is nothing to do about the platforms.
    if (isPrinted) await taken([await asSuggested(page)]);
    for (const id of Object.keys(examples)) {
      await page.eval((id) => { location.hash = `#mr-lens=${id}`; }, id);
      await page.waitFor((part) => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].some((each) => each.textContent.trim() === `Change: ${part}`), [parts[id]]);
      const seen = await shown(page, isPrinted);
      assert.ok(seen.focused, `${id}: focus is on the headline`);
      assert.ok(seen.there, `${id}: what stood there stays`);
      assert.deepEqual(seen.after, seen.before, `${id}: and stays where it was`);
      assert.ok(seen.sections[0] >= 1 && seen.bottom >= 900 - 200, `${id}: the first draw fills the screen`);
      // By the time focus is there more may have come; without frames it has not.
      if (isPrinted && id !== 'ab') assert.ok(!seen.wasWhole && seen.sections[0] < seen.sections[1], `${id}: the rest comes for the print`);
    }
  }
  assert.deepEqual(await page.errors(), []);
});
