// What only the memory of the page holds is not lost where the page changes, fails or is told something new.
import assert from 'node:assert/strict';
import { answerFile } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { answerAll, chooseFirst, press } from './widget.mjs';

const pageWith = (attributes) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><script type="module" src="maturity-radar.js"></script></head>
<body><main><h1>A page</h1><maturity-radar ${attributes}></maturity-radar></main></body></html>`;
const fleeting = { 'page.html': pageWith('storage="none"') };

/** Begins the survey and answers its first question. */
async function answerOne(page, server) {
  await page.open(`${server.url}page.html`);
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  await page.eval(() => { addEventListener('mr-save', () => { globalThis.__saved = true; }); });
  await chooseFirst(page);
  await page.waitFor(() => globalThis.__saved === true);
}

eachEngine('an answer in memory outlives another language and another level of headings', { pages: fleeting }, async (page, server) => {
  await answerOne(page, server);
  const answered = () => page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-choices input:checked') !== null);
  await page.eval(() => { document.querySelector('maturity-radar').headingLevel = 3; });
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('h3') !== null);
  await answered();
  await page.eval(() => { document.querySelector('maturity-radar').lang = 'en-GB'; });
  await answered();
  assert.deepEqual(await page.errors(), []);
});

eachEngine('the same survey set again leaves the widget as it is', { pages: fleeting }, async (page, server) => {
  await page.open(`${server.url}page.html`);
  await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
  await page.eval(async () => {
    globalThis.__given = await (await fetch('surveys/three-roles.en.json')).json();
    document.querySelector('maturity-radar').survey = __given;
  });
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  const same = await page.eval(() => {
    const host = document.querySelector('maturity-radar');
    const before = host.shadowRoot.querySelector('.mr');
    host.survey = __given;
    return before !== null && before === host.shadowRoot.querySelector('.mr');
  });
  assert.ok(same);
});

eachEngine('where the whole program cannot be had, the answers are offered', { pages: fleeting, faults: { 'maturity-radar-app_bg.wasm': { status: 404 } } }, async (page, server) => {
  await answerOne(page, server);
  await page.eval(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { globalThis.__file = blob.text(); return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await answerAll(page);
  await press(page, 'Show my results');
  await page.seeText('Download a copy first.');
  await press(page, 'Download your answers');
  const text = await page.waitFor(() => globalThis.__file);
  const answered = JSON.parse(text).map(({ answers }) => Object.keys(answers).length);
  assert.deepEqual(answered, [24], 'all of one assessment');
});

eachEngine('a link to the page that is open is taken out of its address and offered', async (page, server) => {
  await page.open(server.url);
  await page.seeText('See an example result');
  await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('own', '2026-05-04', { S1a: 3 }));
  await press(page, 'Your data: download or erase');
  const link = await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('#mr-link')?.value);
  for (const screen of ['Results', '']) {
    if (screen) await press(page, screen);
    await page.eval((link) => { location.href = link; }, link);
    await page.see('#mr-offer');
    assert.equal(await page.eval(() => location.hash), '');
  }
  assert.deepEqual(await page.errors(), []);
});

eachEngine('what failed before leaves no notice behind', { pages: { 'page.html': pageWith('') }, faults: { 'maturity-radar-start_bg.wasm': { status: 404 } } }, async (page, server) => {
  await page.open(`${server.url}page.html`);
  await page.waitFor(() => document.querySelector('maturity-radar .mr-notice') !== null);
  delete server.faults['maturity-radar-start_bg.wasm'];
  await page.eval(() => {
    const host = document.querySelector('maturity-radar');
    const place = host.parentNode;
    host.remove();
    setTimeout(() => place.append(host));
  });
  await page.waitFor(() => document.querySelector('maturity-radar')?.shadowRoot?.querySelector('.mr') != null);
  assert.equal(await page.eval(() => document.querySelectorAll('maturity-radar .mr-notice').length), 0);
});
