// The plugin's zip in a real WordPress: unpacked and activated there, printed by shortcode and block, and used in a browser.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chosenEngines, engines } from '../../tools/browsers.mjs';
import { pluginFiles } from '../../tools/wordpress.mjs';
import { writeZip, zip } from '../../tools/zip.mjs';
import { DIST } from '../e2e/site.mjs';
import { chooseFirst, press } from '../e2e/widget.mjs';
import { found, start } from './site.mjs';

const programs = found();
const REMEDY = 'install php-cli, php-mysql, mariadb-server-core and wordpress (names on Debian), or run `make setup`';
const skip = programs === null && process.env.CI !== 'true' ? REMEDY : false;
const FILE = join('target', 'maturity-radar-wordpress.zip');

let site;
const pages = {};

before(async () => {
  if (skip) return;
  assert.ok(programs, `WordPress is missing: ${REMEDY}`);
  mkdirSync('target', { recursive: true });
  writeZip(FILE, pluginFiles(DIST));
  site = await start(programs, FILE);
  for (const [name, url] of Object.entries(site.posts)) pages[name] = await (await fetch(url)).text();
});

after(() => site?.close());

const scripts = (html) => html.match(/<script\b[^>]*>[^<]*/g).filter((script) => /maturity/i.test(script));
const elements = (html) => html.match(/<maturity-radar[^>]*>/g) ?? [];
const refusals = (html) => html.match(/maturity-radar-refused/g)?.length ?? 0;

test('the same files make the same zip', { skip }, () => {
  const files = pluginFiles(DIST);
  assert.deepEqual(zip(files), zip([...files].reverse()));
  assert.deepEqual(zip(files), readFileSync(FILE));
  assert.ok(files.every(([path]) => path.startsWith('maturity-radar/')));
});

test('shortcode and block print the element with its known attributes', { skip }, () => {
  assert.deepEqual(site.active, ['maturity-radar/maturity-radar.php']);
  assert.deepEqual(elements(pages.shortcode), ['<maturity-radar lang="en" theme="light" storage="session" heading-level="2" share-scores>']);
  assert.deepEqual(elements(pages.block), ['<maturity-radar theme="dark" storage="none">']);
  assert.deepEqual(elements(pages.twice).length, 2);
  assert.match(elements(pages['own-survey'])[0], / survey="\/wp-content\/plugins\/maturity-radar\/[^"]+\.json">/);
});

test('the script is a module, printed once, and only where it is used; nothing is printed inline', { skip }, async () => {
  for (const name of ['shortcode', 'block', 'twice']) {
    const [only, ...others] = scripts(pages[name]);
    assert.deepEqual(others, [], name);
    assert.match(only, /^<script type="module" src="http:\/\/127\.0\.0\.1:\d+\/wp-content\/plugins\/maturity-radar\/assets\/[\d.]+\/maturity-radar\.js" id="maturity-radar-js">$/);
  }
  assert.doesNotMatch(pages.without, /maturity-radar/);
  // As newer versions of WordPress do it.
  const newer = await (await fetch(`${site.posts.twice}&modules`)).text();
  assert.equal(scripts(newer).length, 1);
  assert.match(scripts(newer)[0], /type="module"/);
  assert.match(scripts(newer)[0], /id="maturity-radar-js-module"/);
});

test('hostile values stay values, and a survey of another site is not shown', { skip }, () => {
  for (const name of ['hostile', 'hostile-block']) {
    assert.doesNotMatch(pages[name], /<script[^>]*>\s*window\.__hacked/, name);
    for (const element of elements(pages[name])) assert.equal(element, '<maturity-radar>', name);
  }
  assert.ok(elements(pages.hostile).length + refusals(pages.hostile) === 2);
  assert.equal(refusals(pages['hostile-block']), 1);
  assert.equal(refusals(pages.elsewhere), 3);
  assert.deepEqual(elements(pages.elsewhere), []);
  for (const [name, html] of Object.entries(pages)) assert.doesNotMatch(html, /<b>(Warning|Notice|Deprecated|Fatal error)<\/b>/, name);
});

for (const engine of chosenEngines()) {
  const missing = engines[engine].find() === null;
  const without = skip || (missing && process.env.CI !== 'true' ? engines[engine].remedy : false);
  test(`the first question is answered there [${engine}]`, { skip: without, timeout: 120_000 }, async () => {
    const { launch } = await import(`../e2e/engines/${engine}.mjs`);
    const browser = await launch({});
    const page = await browser.newPage({});
    try {
      for (const [name, url] of Object.entries({ shortcode: site.posts.shortcode, block: site.posts.block, newer: `${site.posts.block}&modules` })) {
        await page.open(url);
        await page.see('button[type=submit]');
        await press(page, 'Start');
        await page.seeText('Question 1 of 24');
        await chooseFirst(page);
        await press(page, 'Continue');
        await page.seeText('Question 2 of 24');
        assert.deepEqual(await page.errors(), [], name);
        const requests = await page.requests();
        assert.ok(requests.some((address) => address.includes('/plugins/maturity-radar/')), name);
        assert.deepEqual(requests.filter((address) => !address.startsWith(`${site.url}/`)), [], name);
      }
      for (const name of ['hostile', 'hostile-block', 'elsewhere']) {
        await page.open(site.posts[name]);
        await page.waitFor(() => document.readyState === 'complete');
        assert.equal(await page.eval(() => globalThis.__hacked ?? null), null, name);
        assert.deepEqual((await page.requests()).filter((address) => !address.startsWith(`${site.url}/`)), [], name);
        assert.deepEqual(await page.errors(), [], name);
      }
      if (engine === 'chromium') await edited(page);
    } finally {
      await page.close();
      await browser.close();
    }
  });
}

/** The block in the editor: it is known, can be put into a post, draws itself, and is saved as a comment. */
async function edited(page) {
  await page.open(`${site.url}/wp-login.php`);
  await page.eval(() => {
    document.getElementById('user_login').value = 'admin';
    document.getElementById('user_pass').value = 'throw-away';
    document.getElementById('wp-submit').click();
  });
  await page.waitFor(() => location.pathname.startsWith('/wp-admin/'), [], 30_000);
  await page.open(`${site.url}/wp-admin/post-new.php`);
  await page.waitFor(() => Boolean(globalThis.wp?.blocks?.getBlockType('maturity-radar/assessment')?.edit), [], 60_000);
  await page.waitFor(() => Boolean(document.querySelector('.block-editor-writing-flow, iframe[name=editor-canvas]')), [], 30_000);
  const saved = await page.eval(() => {
    const block = wp.blocks.createBlock('maturity-radar/assessment', { theme: 'dark', headingLevel: '3' });
    wp.data.dispatch('core/block-editor').insertBlocks(block);
    return wp.blocks.serialize(block);
  });
  assert.equal(saved, '<!-- wp:maturity-radar/assessment {"theme":"dark","headingLevel":"3"} /-->');
  await page.waitFor(() => {
    const inside = document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document;
    const block = inside.querySelector('[data-type="maturity-radar/assessment"]');
    return block?.textContent.includes('Visitors see the assessment here');
  });
  assert.deepEqual((await page.errors()).filter((each) => /maturity/i.test(each)), []);
}
