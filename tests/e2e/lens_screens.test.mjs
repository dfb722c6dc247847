// Every page of every lens with its worked example: no accessibility violation in light and dark, nothing wider than
// the page, and a table beside every chart.
import assert from 'node:assert/strict';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { examples, lensFile } from './lens_examples.mjs';
import { press } from './widget.mjs';

const WIDTHS = [320, 390, 768, 1280];
/** Pages of a lens: what it says, and its most crowded questions with the row that is opened. */
const PAGES = {
  ds: [['Decisions', 'Move budget between running programmes'], ['Hours when nobody is there'], ['Metrics and authority']],
  mt: [['Placement'], ['Governance'], ['Time for local initiatives']],
  om: [['Parts of the model'], ['Local teams', 'Iberia'], ['Planning cycle'], ['Right-sizing the tools']],
  ab: [['Conditions']],
};

async function fits(page, where) {
  for (const width of WIDTHS) {
    await page.size(width, 900);
    const over = await page.eval(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${where}: ${over} px too wide at ${width}`);
  }
}

/** How many charts there are, and those without a table in their own part of the page. */
const bare = (page) => page.eval(() => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const charts = [...root.querySelectorAll('[data-mr-chart]')];
  return [charts.length, charts.filter((chart) => !chart.closest('section')?.querySelector('table')).map((chart) => chart.dataset.mrChart)];
});

for (const dark of [false, true]) {
  eachEngine(`the pages of the lenses, ${dark ? 'dark' : 'light'}`, { dark }, async (page, server) => {
    await page.open(server.url);
    await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
    const files = Object.keys(examples).map((id) => lensFile(id));
    await page.eval((files) => document.querySelector('maturity-radar').importData(files), files);
    for (const [id, pages] of Object.entries(PAGES)) {
      await page.eval((id) => { location.hash = `#mr-lens=${id}`; }, id);
      await page.seeText('Your answers');
      for (const [part, row] of pages) {
        await press(page, `Change: ${part}`);
        await page.seeText('Everything is kept as you enter it');
        if (row) await press(page, `Change: ${row}`);
        await assertAccessible(page, `${part} of ${id}`);
        await fits(page, part);
        await press(page, 'All parts');
        await page.seeText('Your answers');
      }
      await press(page, 'See what it says');
      await page.seeText('What this rests on');
      await assertAccessible(page, `the results of ${id}`);
      await fits(page, `the results of ${id}`);
      const [charts, without] = await bare(page);
      assert.ok(charts > 0, `${id} has a picture`);
      assert.deepEqual(without, [], `charts of ${id} without a table`);
      await press(page, 'What each element rests on');
      await page.seeText('Thresholds');
      await assertAccessible(page, `the sources of ${id}`);
      await fits(page, `the sources of ${id}`);
      const bareElements = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('section .mr-reasons li')].map((own) => own.textContent).filter((text) => !/\([^)]+\)|: \S/.test(text)));
      assert.deepEqual(bareElements, [], 'every element names the idea and the document it comes from');
      await page.seeText('our judgement');
    }
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await page.violations(), []);
  });
}
