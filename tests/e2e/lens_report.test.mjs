// What a lens says, printed on its own like a wave: cover line, sentence, every section and finding, what it rests on,
// and nothing to press.
import assert from 'node:assert/strict';
import { examples, lensFile } from './lens_examples.mjs';
import { flat, onPaper } from './paper.mjs';

const NAMES = { ds: 'Decision speed and flatness', mt: 'Martech placement and governance', om: 'Marketing operating model', ab: 'ABM structure fit' };
/** Answers of half a year before, in which one thing was another. */
const before = (id) => lensFile(id, { id: `${id}-before`, date: '2026-05-04', parts: { ...examples[id], ...EARLIER[id] } });
const EARLIER = {
  ds: { layers: { ...examples.ds.layers, span: 7 } },
  mt: { analytics: { ...examples.mt.analytics, fast: false } },
  om: { flow: { ...examples.om.flow, handovers: 10 } },
  ab: { readiness: { rows: {} } },
};

for (const [id, name] of Object.entries(NAMES)) {
  onPaper(name, async (page, printed) => {
    await page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
    await page.evaluate((files) => document.querySelector('maturity-radar').importData(files), [before(id), lensFile(id)]);
    await page.evaluate((id) => { location.hash = `#mr-lens=${id}`; }, id);
    const button = (label) => page.locator('maturity-radar').getByRole('button', { name: label, exact: true });
    await button('See what it says').click();
    await button('Print or save as PDF').click();
    assert.ok(await page.evaluate(() => globalThis.printed));
    const shown = await page.evaluate(() => {
      const report = document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-report');
      const texts = (selector) => [...report.querySelectorAll(selector)].filter((own) => !own.closest('.mr-noprint')).map((own) => own.textContent);
      return {
        cover: report.firstElementChild.textContent,
        headings: texts('h1, h2, h3'),
        findings: texts('.mr-findings > li, .mr-reasons > li'),
        folded: texts('details:not([open]) th[scope=row]'),
        unfolds: CSS.supports('selector(::details-content)'),
      };
    });
    await page.emulateMedia({ media: 'print' });
    const pressed = await page.evaluate(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].filter((own) => own.getClientRects().length > 0).map((own) => own.className));
    assert.deepEqual(pressed.filter((name) => !name.includes('mr-brand')), [], 'nothing to press on paper');
    await page.emulateMedia({ media: null });
    const { text, says, drawings } = await printed();
    assert.equal(shown.cover, `Lens: ${name} · Industrial Software, EMEA · Answers of November 20, 2026`);
    says(shown.cover, 'the cover line');
    assert.ok(shown.headings.length > 3 && shown.headings.includes('What this rests on'), shown.headings.join('\n'));
    for (const words of shown.headings) says(words, 'a heading');
    assert.match(flat(text), /changed since May 4, 2026/, 'what changed');
    assert.ok(shown.findings.length > 0);
    for (const words of shown.findings) says(words, 'a finding, or a document it rests on');
    if (shown.unfolds) for (const words of shown.folded) says(words, 'a row of a folded table');
    assert.doesNotMatch(flat(text), /Go on|To the parts|Print or save|Save as a picture/, 'no way elsewhere');
    assert.ok(drawings.length > 0, 'its pictures are there');
  });
}
