// When the widget is fetched, what is said meanwhile, and that nothing on the page moves.
import assert from 'node:assert/strict';
import { eachEngine } from './harness.mjs';
import { press } from './widget.mjs';

const WASM = 'maturity-radar-start_bg.wasm';

/** A page of an owner: `before` the widget, and text below it. */
const ownersPage = (before, inside = '<p>A few questions. <button type="button" data-mr-start>Start</button></p>') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An article</title><script type="module" src="maturity-radar.js"></script></head>
<body>${before}<maturity-radar storage="none" heading-level="2">${inside}</maturity-radar>
<h2 id="below">What to do with the result</h2><p>Bring the picture to your next meeting.</p></body></html>`;
const FAR = '<h1>An article</h1><svg width="10" height="4000" role="presentation"></svg>';

const fetched = (server) => server.log.filter((entry) => entry.path.includes('maturity-radar-')).length;

eachEngine('a widget far below is fetched as it comes near', { pages: { 'far.html': ownersPage(FAR) } }, async (page, server) => {
  await page.open(`${server.url}far.html`);
  await page.eval(() => customElements.whenDefined('maturity-radar').then(() => true));
  await page.eval(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))); }));
  assert.equal(fetched(server), 0);
  await page.eval(() => { scrollTo(0, document.querySelector('maturity-radar').offsetTop - innerHeight - 400); });
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr'));
});

eachEngine('focus, a press and a call of the page fetch it as well', { pages: { 'far.html': ownersPage(FAR) } }, async (page, server) => {
  const ways = [
    () => { document.querySelector('[data-mr-start]').focus({ preventScroll: true }); },
    () => { document.querySelector('[data-mr-start]').click(); },
    () => document.querySelector('maturity-radar').exportData(),
  ];
  for (const way of ways) {
    await page.open(`${server.url}far.html`);
    await page.eval(() => customElements.whenDefined('maturity-radar').then(() => true));
    server.log.length = 0;
    await page.eval(way);
    await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr'));
  }
});

eachEngine('a hidden widget waits until it is shown', { pages: { 'hidden.html': ownersPage('<h1>An article</h1>').replace('<maturity-radar ', '<maturity-radar hidden ') } }, async (page, server) => {
  await page.open(`${server.url}hidden.html`);
  await page.eval(() => customElements.whenDefined('maturity-radar').then(() => true));
  await page.eval(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))); }));
  assert.equal(fetched(server), 0);
  await page.eval(() => { document.querySelector('maturity-radar').hidden = false; });
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr'));
});

// A slow line, on which the program takes some seconds.
eachEngine('how much has arrived is shown after a moment, and never goes back', { pages: { 'near.html': ownersPage('<h1>An article</h1>') }, bitsPerSecond: 1_200_000 }, async (page, server) => {
  await page.open(`${server.url}near.html`);
  await page.waitFor(() => document.querySelector('maturity-radar')?.shadowRoot?.querySelector('progress'));
  const seen = await page.eval(async () => {
    const host = document.querySelector('maturity-radar');
    const values = [];
    for (let bar; (bar = host.shadowRoot.querySelector('progress')) !== null;) {
      values.push(bar.value);
      values.max = bar.max;
      values.label = bar.labels[0].textContent.trim();
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    return { values, max: values.max, label: values.label };
  });
  assert.equal(seen.label, 'Loading the survey');
  assert.ok(seen.max > 100_000, 'bytes of the program');
  assert.ok(new Set(seen.values).size >= 3, `it moves: ${[...new Set(seen.values)]}`);
  assert.deepEqual(seen.values, [...seen.values].sort((a, b) => a - b));
});

// Only Chromium tells what moved.
for (const [width, room] of [[1280, 87], [760, 121], [390, 142]]) {
  // An element in sight is drawn before its script has come, so the page says what room it needs.
  const near = ownersPage(`<style>maturity-radar { display: block; --mr-room: ${room}em; min-height: ${room}em }</style><h1>An article</h1>`);
  eachEngine(`nothing moves at ${width} px`, { only: ['chromium'], width, height: 900, pages: { 'near.html': near, 'far.html': ownersPage(FAR) } }, async (page, server) => {
    const shifts = async (name, ready) => {
      await page.open(`${server.url}${name}`);
      await page.eval(() => {
        globalThis.__shift = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.__shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
      });
      await ready();
      await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot?.querySelector('.mr-body'));
      await page.eval(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(true), 100))); }));
      return page.eval(() => globalThis.__shift);
    };
    assert.equal(await shifts('index.html', () => {}), 0, 'the start page');
    assert.equal(await shifts('far.html', () => page.eval(() => { document.querySelector('maturity-radar').scrollIntoView({ block: 'end' }); })), 0, 'far below');
    assert.equal(await shifts('near.html', () => {}), 0, 'in sight, with text below it');
    // The room that is kept by itself is no larger than it has to be, and goes with the first step.
    await shifts('far.html', () => page.eval(() => { document.querySelector('maturity-radar').scrollIntoView(); }));
    const heights = () => page.eval(() => {
      const host = document.querySelector('maturity-radar');
      return [host.offsetHeight, host.shadowRoot.querySelector('.mr-shell').offsetHeight];
    });
    const [kept, needed] = await heights();
    assert.ok(needed <= kept && kept < needed * 1.1, `kept ${kept} px, needs ${needed}`);
    await press(page, 'Start');
    await page.seeText('Question 1 of 24');
    const [own, shell] = await heights();
    assert.equal(own, shell);
  });
}
