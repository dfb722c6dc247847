// A survey that wants to be more than a survey: nothing of it is run, nothing of it becomes markup or style, and
// the layout holds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eachEngine } from './harness.mjs';
import { press } from './widget.mjs';

const example = JSON.parse(readFileSync(new URL('../../surveys/examples/customer-support.en.json', import.meta.url)));
const MARKUP = '<script>globalThis.hacked=1</script><img src=x onerror="globalThis.hacked=1"><b id=bold>b</b>{first}';
const BIDI = '\u202Edesrever \u2066alone';
const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);

/** The example with these words after every text that people see. */
function spoiled(words) {
  const keep = /^(id|role|capability|format|format_version|lang|version|scoring_version|facet|source|link|next_steps|prerequisites|allow|colours|basis)$/;
  const walk = (value, name) => {
    if (typeof value === 'string') return keep.test(name) ? value : `${value} ${words}`;
    if (Array.isArray(value)) return value.map((own) => walk(own, keep.test(name) && name !== 'basis' && name !== 'source' ? name : ''));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, walk(own, Array.isArray(own) || typeof own === 'object' ? (keep.test(key) && typeof own[0] === 'string' ? key : '') : key)]));
  };
  return walk(example, '');
}

const page = (survey) => ({
  'own.html': `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Own</title>
<script type="module" src="maturity-radar.js"></script></head><body><main><maturity-radar survey="own.json"></maturity-radar></main></body></html>`,
  'own.json': JSON.stringify(survey),
});

// This page has no policy of its own: what is shown here is safe because it is text, not because it is blocked.
function serving(survey) {
  const { 'own.html': html, 'own.json': text } = page(survey);
  return { pages: { 'own.html': html }, faults: { 'own.json': { body: text, type: 'application/json' } } };
}

/** What must not be there: elements out of texts, and anything that was run. */
const traces = (page) => page.eval(() => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const found = [...root.querySelectorAll('script, img, iframe, #bold, [style], [onerror]')].map((element) => element.outerHTML.slice(0, 80));
  if (globalThis.hacked !== undefined) found.push('something was run');
  for (const link of root.querySelectorAll('a[href]')) if (!/^(https?:|mailto:|blob:)/.test(link.href)) found.push(link.href);
  return found;
});

/** What reaches beyond the page and may not be scrolled by itself, or nothing. */
const wide = (page) => page.eval(() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const root = document.querySelector('maturity-radar').shadowRoot;
  return [...root.querySelectorAll('*')].filter((own) => own.getBoundingClientRect().right > innerWidth + 1 && !own.closest('svg.mr-radar, svg.mr-map > *'))
    .map((own) => `${own.tagName}.${own.getAttribute('class')}`).slice(0, 12);
});

async function through(page, server, look) {
  await page.open(`${server.url}own.html`);
  await page.seeText('How far ahead of its cases');
  await look('the first screen');
  await press(page, 'Start');
  await page.seeText('Question 1 of 8');
  await look('a question');
  const file = {
    format: 'marketing-transformation-answers', format_version: '1.0', model: { id: example.model.id, version: '1.0.0' }, lang: 'en',
    wave: { id: 'a', kind: 'baseline', date: '2026-05-04', scope: MARKUP }, respondent: { id: 'r1', anchor_order: 'rising' },
    answers: Object.fromEntries(example.capabilities.flatMap((own) => own.items).map((item, at) => [item.id, { meaning_rev: 1, value: 1 + at % 7 }])),
    aim: { primary: 'solver' }, effort_mix: { unplanned: 50, near: 30, far: 20 },
  };
  const { problems } = await page.eval((file) => document.querySelector('maturity-radar').importData(file), file);
  assert.deepEqual(problems, []);
  await press(page, 'Back');
  await page.seeText('Open results');
  await look('the first screen on return');
  await press(page, 'Open results');
  await page.see('.mr-radar-narrow');
  await look('results');
  await press(page, 'Plan');
  await page.see('.mr-moves');
  await look('plan');
  await press(page, 'How scores are made');
  await page.see('table');
  await look('method');
}

for (const [name, words] of [['markup', MARKUP], ['control characters', BIDI], ['very long words', LONG]]) {
  eachEngine(`a survey with ${name} stays text, and holds at 320 px`, { width: 320, height: 800, ...serving(spoiled(words)) }, async (page, server) => {
    await page.size(320, 800);
    await through(page, server, async (screen) => {
      assert.deepEqual(await traces(page), [], screen);
      assert.deepEqual(await wide(page), [], screen);
    });
    assert.deepEqual(await page.errors(), []);
  });
}

for (const [pointer, change] of [
  ['/roles/0/colours/0', (survey) => { survey.roles[0].colours[0] = '#123456;}:host{display:none'; }],
  ['/roles/0/colours/1', (survey) => { survey.roles[0].colours[1] = 'url(https://example.org/x)'; }],
  ['/sources/0/link', (survey) => { survey.sources[0].link = 'javascript:globalThis.hacked=1'; }],
]) {
  const survey = structuredClone(example);
  change(survey);
  eachEngine(`a survey with something else at ${pointer} is refused by the page for owners and colours nothing`, serving(survey), async (page, server) => {
    await page.open(`${server.url}own.html`);
    await page.seeText('How far ahead of its cases');
    const [display, hue] = await page.eval(() => {
      const host = document.querySelector('maturity-radar');
      return [getComputedStyle(host).display, getComputedStyle(host.shadowRoot.querySelector('.mr-mark.mr-s')).fill];
    });
    assert.equal(display, 'block');
    assert.equal(hue === 'rgb(91, 42, 134)', pointer.startsWith('/sources'), hue);
    assert.deepEqual(await traces(page), []);
    await page.open(`${server.url}validate.html`);
    await page.eval((text) => { document.querySelector('#survey-text').value = text; }, JSON.stringify(survey));
    await page.click('page:form button[type=submit]');
    const cells = await page.waitFor(() => {
      const row = document.querySelector('#outcome tbody tr');
      return row && [...row.cells].map((cell) => cell.textContent);
    });
    assert.equal(cells[1], pointer);
    assert.equal(await page.eval(() => document.querySelectorAll('maturity-radar').length), 0, 'nothing is shown of it');
    assert.equal(await page.eval(() => globalThis.hacked ?? null), null);
    assert.deepEqual(await page.errors(), []);
  });
}
