// Many widgets at once, and many one after the other: all work, and nothing stays behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chromium as playwright } from 'playwright-core';
import { chosenEngines, engines } from '../../tools/browsers.mjs';
import { eachEngine } from './harness.mjs';
import { serveDist } from './site.mjs';

const PAGE = { 'many.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Many</title>
<style>#many { display: grid; grid-template-columns: repeat(5, 1fr) } maturity-radar { --mr-room: 0 }</style>
<script type="module" src="maturity-radar.js"></script></head><body><div id="many"></div></body></html>` };

eachEngine('50 widgets on a page can all be used, each by itself', { pages: PAGE }, async (page, server) => {
  await page.open(`${server.url}many.html`);
  await page.eval(() => customElements.whenDefined('maturity-radar').then(() => true));
  const shown = await page.eval(async () => {
    const all = Array.from({ length: 50 }, () => document.createElement('maturity-radar'));
    const ready = all.map((host) => new Promise((resolve) => { host.addEventListener('mr-ready', resolve, { once: true }); }));
    for (const host of all) host.storage = 'none';
    const start = performance.now();
    document.querySelector('#many').append(...all);
    await Promise.all(ready);
    return performance.now() - start;
  });
  console.log(`# 50 widgets: ${Math.round(shown)} ms until all are shown [${page.engine}]`);
  const questions = await page.eval(async () => {
    const all = [...document.querySelectorAll('maturity-radar')];
    const settled = () => new Promise((resolve) => { setTimeout(resolve); });
    await settled();
    for (const host of all) host.shadowRoot.querySelector('form').requestSubmit();
    await settled();
    // Every second one goes on by a question.
    for (const [at, host] of all.entries()) {
      if (at % 2 === 0) continue;
      host.shadowRoot.querySelector('.mr-choices input').click();
      await settled();
      host.shadowRoot.querySelector('form').requestSubmit();
    }
    await settled();
    return all.map((host) => /Question (\d+) of 24/.exec(host.shadowRoot.textContent)?.[1]);
  });
  assert.deepEqual(questions, Array.from({ length: 50 }, (_, at) => String(1 + at % 2)));
  assert.deepEqual(await page.errors(), []);
});

// Only Chromium counts listeners and bytes.
const missing = engines.chromium.find() === null;
const skip = !chosenEngines().includes('chromium') || (missing && process.env.CI !== 'true' ? engines.chromium.remedy : false);
test('1,000 mounts and unmounts leave no listener and less than 2 MiB behind [chromium]', { skip, timeout: 180_000 }, async () => {
  const server = await serveDist({ pages: PAGE });
  const browser = await playwright.launch({ executablePath: engines.chromium.find(), args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}many.html`);
    const session = await page.context().newCDPSession(page);
    const mount = (times) => page.evaluate(async (times) => {
      for (let turn = 0; turn < times; turn += 1) {
        const host = document.createElement('maturity-radar');
        const ready = new Promise((resolve) => { host.addEventListener('mr-ready', resolve, { once: true }); });
        document.querySelector('#many').append(host);
        await ready;
        host.remove();
      }
    }, times);
    const left = async () => {
      // What is freed by finalizers goes with the turn after.
      for (let round = 0; round < 3; round += 1) {
        await session.send('HeapProfiler.collectGarbage');
        await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 50); }));
      }
      const heap = await session.send('Runtime.getHeapUsage');
      const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
      return { bytes: heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize, jsEventListeners, nodes };
    };
    await page.evaluate(() => customElements.whenDefined('maturity-radar').then(() => true));
    await mount(20);
    const before = await left();
    const start = performance.now();
    await mount(1000);
    console.log(`# 1,000 mounts: ${Math.round(performance.now() - start)} ms`);
    const after = await left();
    console.log(`# left behind: ${after.bytes - before.bytes} bytes, ${after.jsEventListeners - before.jsEventListeners} listeners, ${after.nodes - before.nodes} nodes`);
    assert.ok(after.jsEventListeners <= before.jsEventListeners, `${after.jsEventListeners} listeners, ${before.jsEventListeners} before`);
    assert.ok(after.bytes - before.bytes < 2 * 1024 * 1024, `${after.bytes - before.bytes} bytes`);
  } finally {
    await browser.close();
    await server.close();
  }
});
