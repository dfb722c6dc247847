// The page of documentation: its examples are live, its samples are what runs, its tables are those of the manifest.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { drawn, pressUnseen } from './framing.mjs';
import { eachEngine } from './harness.mjs';
import { serveDist } from './site.mjs';
import { chooseFirst, press } from './widget.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const LIVE = ['light', 'dark', 'themed', 'two', 'two', 'watch'];
const QUESTIONS = [24, 24, 24, 24, 8, 8];

const open = async (page, server) => {
  await page.open(`${server.url}docs.html`);
  await page.waitFor(() => document.querySelectorAll('.docs-copy').length > 0 && customElements.get('maturity-radar') !== undefined);
};
const samples = (page) => page.eval(() => Object.fromEntries([...document.querySelectorAll('[data-sample]')].map((each) => [each.dataset.sample, each.textContent])));
const show = (page, selector, at = 0) => page.eval((selector, at) => { document.querySelectorAll(selector)[at].scrollIntoView({ behavior: 'instant' }); }, selector, at);
const clean = async (page) => {
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
};

/** Shows every live example, so that all of them are loaded. */
async function showAll(page) {
  for (const at of LIVE.keys()) {
    await show(page, 'maturity-radar', at);
    await page.see('button[type=submit]', { widget: at });
  }
  await show(page, 'iframe');
  return drawn(page.frame('embed.html'));
}

eachEngine('each live example starts when it comes near, and nothing is kept', async (page, server) => {
  await open(page, server);
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('button[type=submit]'));
  assert.equal(await page.eval(() => [...document.querySelectorAll('maturity-radar')].filter((each) => each.shadowRoot.querySelector('.mr')).length), 1, 'those far below wait');
  assert.deepEqual(await page.eval(() => [...document.querySelectorAll('maturity-radar')].map((each) => each.closest('[data-live]').dataset.live)), LIVE);
  for (const [at, count] of QUESTIONS.entries()) {
    await show(page, 'maturity-radar', at);
    await press(page, 'Start', { widget: at });
    await page.seeText(`Question 1 of ${count}`, { widget: at });
  }
  await show(page, 'iframe');
  const framed = await drawn(page.frame('embed.html'));
  await page.waitFor(() => document.querySelector('iframe').style.height !== '');
  await pressUnseen(framed, 'Start');
  await framed.seeText('Question 1 of 24');
  const stored = await page.eval(async () => [(await indexedDB.databases?.() ?? []).length, localStorage.length, sessionStorage.length]);
  assert.deepEqual(stored, [0, 0, 0]);
  await clean(page);
  await clean(framed);
});

eachEngine('events are listed as they come, without answers', async (page, server) => {
  await open(page, server);
  const widget = LIVE.indexOf('watch');
  await show(page, 'maturity-radar', widget);
  await press(page, 'Start', { widget });
  await page.seeText('Question 1 of 8', { widget });
  const chosen = await page.eval((at) => document.querySelectorAll('maturity-radar')[at].shadowRoot.querySelector('.mr-choices label').textContent.trim(), widget);
  await chooseFirst(page, { widget });
  await press(page, 'Continue', { widget });
  await page.seeText('Question 2 of 8', { widget });
  const told = await page.waitFor(() => {
    const entries = [...document.querySelectorAll('#events li')].map((entry) => entry.textContent).reverse();
    return entries.some((entry) => entry.startsWith('mr-step')) && entries;
  });
  assert.equal(told[0], 'mr-ready null');
  assert.match(told[1], /^mr-start \{"step":1,"steps":\d+\}$/);
  for (const entry of told) assert.match(entry, /^mr-[a-z]+ (null|\{"step":\d+,"steps":\d+\}|\{"place":"[a-z]+"\})$/);
  assert.ok(chosen.length > 10 && !told.join().includes(chosen));
  assert.deepEqual(await page.eval(() => { const log = document.querySelector('#events').closest('[role=log]'); return [log.ariaLive ?? log.getAttribute('aria-live'), log.tabIndex]; }), ['polite', 0]);
  await clean(page);
});

eachEngine('samples are what the examples beside them are', async (page, server) => {
  await open(page, server);
  await showAll(page);
  const pairs = await page.eval(() => {
    const plain = (nodes) => {
      const copy = document.createElement('div');
      copy.append(...[...nodes].map((node) => node.cloneNode(true)));
      // The script of frames gives them their height.
      for (const element of copy.querySelectorAll('iframe')) element.removeAttribute('style');
      copy.normalize();
      const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
      const empty = [];
      while (texts.nextNode()) (texts.currentNode.data.trim() === '' ? empty.push(texts.currentNode) : (texts.currentNode.data = texts.currentNode.data.trim()));
      for (const text of empty) text.remove();
      return copy;
    };
    return [...document.querySelectorAll('[data-live]')].map((live) => {
      const sample = document.querySelector(`[data-sample="${live.dataset.live}"]`);
      const told = plain(new DOMParser().parseFromString(sample.textContent, 'text/html').body.childNodes);
      const shown = plain(live.childNodes);
      return [live.dataset.live, told.isEqualNode(shown), told.childElementCount];
    });
  });
  assert.deepEqual(pairs, [['light', true, 1], ['dark', true, 1], ['themed', true, 1], ['two', true, 2], ['frame', true, 1], ['watch', true, 1]]);
  const told = await samples(page);
  assert.equal(read('src/page/docs-events.js').replace(/^\/\/.*\n/, '').trimEnd(), told['docs-events.js']);
  assert.ok((await page.requests()).some((address) => address.endsWith('docs-events.js')));
  assert.equal(read('styles/brand.css').replace(/^\/\*.*\*\/\n/, '').trimEnd(), told['brand.css']);
  const looks = await page.eval(() => {
    const host = document.querySelector('.brand');
    const look = (selector) => getComputedStyle(host.shadowRoot.querySelector(selector));
    return [look('button[type=submit]').backgroundColor, look('[part~=heading]').fontWeight, look('[part~=heading]').fontFamily.startsWith('Georgia'), ...[...host.children].map((each) => each.slot + ' ' + Boolean(each.assignedSlot?.checkVisibility?.() ?? each.assignedSlot))];
  });
  // The call to action stands below the results.
  assert.deepEqual(looks.slice(0, 3), ['rgb(29, 75, 63)', '400', true]);
  assert.deepEqual(looks.slice(3).map((each) => each.split(' ')[0]), ['intro', 'privacy', 'call-to-action']);
  assert.deepEqual(await page.eval(() => [...document.querySelector('.brand').children].map((each) => each.offsetHeight > 0)), [true, true, false]);
  await clean(page);
});

eachEngine('each sample is copied, or selected where the clipboard refuses', async (page, server) => {
  await open(page, server);
  const status = (at) => page.eval((at) => document.querySelectorAll('.docs-status')[at].textContent, at);
  // As the browser lets it.
  await page.click('page:.docs-copy');
  await page.waitFor(() => /^(Copied|Selected\. .*)$/.test(document.querySelector('.docs-status').textContent));
  const all = Object.values(await samples(page));
  assert.ok(all.length > 15);
  await page.eval(() => {
    globalThis.written = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { written.push(text); } } });
    for (const button of document.querySelectorAll('.docs-copy')) button.click();
  });
  await page.waitFor((count) => written.length === count && [...document.querySelectorAll('.docs-status')].every((each) => each.textContent === 'Copied'), [all.length]);
  assert.deepEqual(await page.eval(() => globalThis.written), all);
  for (const refusing of [true, false]) {
    await page.eval((refusing) => {
      const value = refusing ? { writeText: async () => { throw new DOMException('', 'NotAllowedError'); } } : undefined;
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
      getSelection().removeAllRanges();
      document.querySelectorAll('.docs-copy')[1].click();
    }, refusing);
    await page.waitFor(() => String(getSelection()).length > 0);
    assert.equal(await page.eval(() => getSelection().toString().replace(/\s+/g, ' ').trim()), all[1].replace(/\s+/g, ' ').trim());
    assert.match(await status(1), /^Selected/);
  }
  const names = await page.eval(() => [...document.querySelectorAll('.docs-copy')].map((each) => each.textContent));
  assert.equal(new Set(names).size, names.length, 'who hears the buttons can tell them apart');
  await clean(page);
});

eachEngine('tables have what the manifest has, and every link leads somewhere', async (page, server) => {
  await open(page, server);
  const declared = JSON.parse(read('custom-elements.json')).modules[0].declarations[0];
  const tables = await page.eval(() => Object.fromEntries([...document.querySelectorAll('#reference table')].map((each) => [each.caption.textContent, [...each.tBodies[0].rows].map((row) => (row.cells[0].querySelector('code') ?? row.cells[0]).textContent.replace(/\(.*/, ''))])));
  const names = (list) => list.map((each) => each.name || 'the default one');
  const members = (kind) => names(declared.members.filter((member) => member.kind === kind));
  assert.deepEqual(tables, {
    Attributes: names(declared.attributes), Properties: members('field'), Methods: members('method'), Events: names(declared.events),
    Slots: names(declared.slots), Parts: names(declared.cssParts), Tokens: names(declared.cssProperties),
  });
  const links = await page.eval(() => [...document.querySelectorAll('[href], [src]')].map((each) => each.getAttribute('href') ?? each.getAttribute('src')));
  assert.ok(links.length > 25);
  for (const link of new Set(links)) {
    if (link.startsWith('#')) assert.ok(await page.eval((id) => document.getElementById(id) !== null, link.slice(1)), link);
    else assert.equal((await fetch(new URL(link, server.url))).status, 200, link);
  }
  const ids = await page.eval(() => [...document.querySelectorAll('main section')].map((each) => `#${each.id}`));
  assert.deepEqual(links.filter((link) => ids.includes(link) && link !== '#start'), ids.filter((id) => id !== '#start'), 'the list beside the page has every section once');
});

for (const dark of [false, true]) {
  eachEngine(`anybody can read it, ${dark ? 'dark and narrow' : 'light and wide'}`, { dark, ...(dark ? { width: 320, height: 800 } : {}) }, async (page, server) => {
    await open(page, server);
    await showAll(page);
    assert.ok(await page.eval(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the screen');
    const small = await page.eval(() => [...document.querySelectorAll('.docs-nav a, .docs-copy, .docs-head a')].filter((each) => each.getBoundingClientRect().height < (innerWidth < 900 || each.matches('.docs-copy') ? 44 : 24)).length);
    assert.equal(small, 0);
    await assertAccessible(page, 'the documentation');
    await page.eval(() => { document.querySelector('.docs-skip').focus(); });
    await page.press('Enter');
    await page.waitFor(() => document.activeElement.id === 'content');
    await clean(page);
  });
}

// What is said of policies is tried with them, on pages that have the samples and nothing else.
const around = (markup) => `<!doctype html><html lang="en"><head><title>A page</title></head><body>${markup}</body></html>`;

/** Serves a page of samples under a policy; `change` puts addresses of this machine in the place of examples. */
async function under(page, policy, markup, body, faults = {}) {
  const headers = { 'content-security-policy': `default-src 'none'; ${policy}` };
  const server = await serveDist({ pages: { 'own.html': around(markup) }, faults });
  // The header belongs to the page; serveDist adds the probe to it.
  server.faults['own.html'].headers = headers;
  try {
    await page.open(`${server.url}own.html`);
    await body(server);
    await clean(page);
  } finally {
    await server.close();
  }
}

eachEngine('the lines to paste run under the policies of the guide', async (page, server) => {
  await open(page, server);
  const told = await samples(page);
  const starts = async (questions = 24) => {
    await press(page, 'Start');
    await page.seeText(`Question 1 of ${questions}`);
  };
  await under(page, told['policy-own'], told.start, () => starts());
  await under(page, `${told['policy-own']}; ${told['policy-types']}`, told.start, () => starts());
  const example = read('surveys/examples/customer-support.en.json');
  await under(page, told['policy-own'], told.start.split('\n')[0] + told.survey, () => starts(8), { 'my-survey.json': { body: example, type: 'application/json' } });
  const away = await serveDist({ headers: { 'access-control-allow-origin': '*' } });
  try {
    const origin = new URL(away.url).origin;
    // The probe is a script of the page's own.
    const cdn = told['policy-cdn'].replaceAll('https://files.example', origin).replace('script-src ', "script-src 'self' ");
    await under(page, cdn, told.start.replace('src="', `src="${away.url}`).replace('></script>', ' crossorigin></script>'), () => starts());
    const policy = told['policy-frame'].replaceAll('https://survey.example', origin).replace('script-src ', "script-src 'self' ");
    // The height is set by the script of frames as a property, which no policy of styles refuses.
    await under(page, policy, `${told['frame-script']}${told.frame}`.replaceAll('src="', `src="${away.url}`), async () => {
      await drawn(page.frame('embed.html'));
      await page.waitFor(() => document.querySelector('iframe').style.height !== '');
    });
  } finally {
    await away.close();
  }
});

test('what the guides in docs/ say too is said in the same words', () => {
  const source = read('docs.html');
  const told = (name) => new RegExp(`\\{code:${name} [^\\n]*\\n([^]*?)\\n\\{end\\}`).exec(source)[1];
  for (const name of ['policy-own', 'nginx']) assert.ok(read('docs/hosting.md').includes(told(name)), name);
  assert.ok(read('docs/iframe.md').includes(told('policy-frame')));
  assert.ok(read('npm/README.md').includes(told('npm-import')));
  assert.ok(read('integrations/wordpress/readme.txt').includes(told('wordpress').split(' ')[0]));
});
