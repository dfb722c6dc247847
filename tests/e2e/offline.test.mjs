// The page without a network, and newer builds under a page that is open.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium as playwright } from 'playwright-core';
import { chromium as findChromium } from '../../tools/browsers.mjs';
import { serve } from '../../tools/serve.mjs';
import { assertAccessible } from './axe.mjs';
import { BUILD, site } from './builds.mjs';
import { eachEngine } from './harness.mjs';
import { DIST, serveDist } from './site.mjs';
import { near, take } from './taking.mjs';
import { chooseFirst, press, results, savedMark } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((own) => own.id === 'C20');

/** A test on a site where builds can be uploaded; it begins with build A, kept by the browser. */
function withSite(name, body) {
  eachEngine(name, async (page) => {
    const own = site();
    own.upload('A');
    const server = await serve(own.folder, { base: '/team/survey/' });
    try {
      await page.open(server.url);
      await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
      await body(page, own, server);
      assert.deepEqual(await page.violations(), []);
    } finally {
      await server.close();
      own.remove();
    }
  });
}

const shown = (page) => page.eval(() => document.title);
const fetched = (page) => page.eval(async (name) => (await fetch(name)).json(), BUILD);
const look = (page) => page.eval(async () => { (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); });
/** The offer is there, and stands still: it moves when the widget takes the place of the first screen. */
async function offered(page) {
  await page.see('.mr-button');
  await page.waitFor(() => document.querySelector('.page-update > div').hidden === false);
}
const pressReload = (page) => page.click('page:.page-update button');

withSite('after one visit the whole journey passes without a server', async (page, own, server) => {
  await server.close();
  await page.reload();
  await page.seeText('See an example result');
  await press(page, 'Start');
  await take(page, c20.input.base, [45, 40, 15], { byKeyboard: true, reloadAt: 5 });
  await press(page, 'Report to print');
  await page.see('.mr-report');
  await page.open(`${server.url}index.html?from=home#results`);
  await page.seeText('Assess again');
  near((await results(page)).waves[0].score.overall.score, c20.expected.overall.base, 'overall score');
  assert.equal(await page.eval(async () => (await document.querySelector('maturity-radar').exportData()).length), 1);
  assert.deepEqual(await page.errors(), []);
});

withSite('an update while a survey is open loses nothing', async (page, own) => {
  await page.reload();
  await press(page, 'Start');
  await chooseFirst(page);
  await press(page, 'Continue');
  await page.seeText('Question 2 of 24');
  await chooseFirst(page);
  await savedMark(page);

  own.upload('B');
  await look(page);
  await offered(page);
  assert.deepEqual([await shown(page), await fetched(page)], ['A', 'A'], 'the open page stays with the build it started with');
  await assertAccessible(page, 'a newer build is offered');
  await press(page, 'Continue');
  await page.seeText('Question 3 of 24');
  await chooseFirst(page);
  // Somebody is in the middle of a word.
  await page.click('#mr-note');
  await page.type('Twice a mon');
  await pressReload(page);
  await page.waitFor(() => document.title === 'B');
  assert.equal(await fetched(page), 'B');
  await press(page, 'Resume at question 3');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-choices:not(.mr-choices-alt) input')?.checked);
  assert.equal(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('#mr-note').value), 'Twice a mon');
  assert.deepEqual(await page.errors(), []);

  // No page uses the older build now; that shows when the next one is opened.
  const builds = () => page.eval(async () => (await caches.keys()).filter((name) => !name.endsWith(' pages')).length);
  for (let round = 0; await builds() > 1; round += 1) {
    assert.ok(round < 60, 'the older build goes');
    await page.reload();
    await page.seeText('Resume at question 3');
  }
});

withSite('a tab stays with its build while another one has gone on to the next', async (page, own) => {
  await page.reload();
  // The link moves when the widget takes the place of the first screen.
  await page.see('.mr-button');
  await page.click('page:#another');
  const another = () => page.waitFor(() => {
    // Asked until it answers, as it may still be opening.
    if (!globalThis.told) tabs.postMessage('which build');
    return globalThis.told;
  });
  assert.deepEqual(await another(), ['A', 'A']);
  own.upload('B');
  await look(page);
  await offered(page);
  await pressReload(page);
  await page.waitFor(() => document.title === 'B');
  assert.deepEqual(await another(), ['A', 'A']);
  assert.deepEqual([await shown(page), await fetched(page)], ['B', 'B']);
});

withSite('half an upload is never taken, and a later one is', async (page, own, server) => {
  await page.reload();
  own.uploadOnly('B', ['offline.js', 'index.html']);
  await page.eval(async () => {
    const found = await navigator.serviceWorker.getRegistration();
    globalThis.gone = new Promise((resolve) => {
      found.addEventListener('updatefound', () => {
        const worker = found.installing;
        worker.addEventListener('statechange', () => { if (worker.state === 'redundant') resolve(true); });
      });
    });
  });
  await look(page);
  assert.equal(await page.eval(() => globalThis.gone), true);
  await page.reload();
  assert.deepEqual([await shown(page), await fetched(page)], ['A', 'A']);
  own.upload('B');
  await look(page);
  await offered(page);
  await page.click('page:.page-update button + button');
  assert.equal(await page.eval(() => document.querySelector('.page-update > div').hidden), true);
  await page.reload();
  assert.equal(await shown(page), 'A', 'what was put off waits');
  await offered(page);
  await pressReload(page);
  await page.waitFor(() => document.title === 'B');
  await server.close();
  await page.reload();
  await page.seeText('Start');
  assert.deepEqual([await shown(page), await fetched(page)], ['B', 'B']);
});

const EMBEDDING = '<!doctype html><html><head><title>Another page</title></head><body><maturity-radar></maturity-radar><script type="module" src="maturity-radar.js"></script></body></html>';
const FRAMING = '<!doctype html><html><head><title>A page with a frame</title></head><body><iframe src="index.html" width="400" height="400"></iframe></body></html>';

for (const [what, body] of [['a page that embeds the widget', EMBEDDING], ['a page that frames the page', FRAMING]]) {
  eachEngine(`${what} gets no service worker`, async (page) => {
    const own = site();
    own.upload('A');
    const server = await serve(own.folder, { faults: { 'host.html': { body, type: 'text/html' } } });
    try {
      await page.open(`${server.url}host.html`);
      const ready = () => {
        const inside = document.querySelector('iframe')?.contentDocument ?? document;
        return inside.readyState === 'complete' && inside.querySelector('maturity-radar')?.shadowRoot?.querySelector('.mr-button') !== null;
      };
      await page.waitFor(ready);
      assert.equal(await page.eval(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
      // Nor does it get anything from one that the page beside it has.
      await page.open(server.url);
      await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
      await page.open(`${server.url}host.html`);
      own.upload('B');
      assert.equal(await page.eval(async (name) => (await fetch(name, { cache: 'reload' })).json(), BUILD), 'B');
    } finally {
      await server.close();
      own.remove();
    }
  });
}

test('the page can be installed [chromium]', { skip: findChromium() === null && process.env.CI !== 'true' ? 'needs Chromium' : false }, async () => {
  const server = await serveDist();
  // Nothing is installed in private windows, so this one has a profile.
  const profile = mkdtempSync(join(tmpdir(), 'maturity-radar-profile-'));
  const browser = await playwright.launchPersistentContext(profile, { executablePath: findChromium(), args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const inside = await browser.newCDPSession(page);
    const { errors, data } = await inside.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await inside.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors, []);
    for (const { src, sizes, type } of JSON.parse(data).icons) {
      const bytes = readFileSync(join(DIST, src));
      // Width and height stand at the head of a PNG.
      if (type === 'image/png') assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
