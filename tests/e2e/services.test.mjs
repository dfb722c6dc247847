// What the page does for the whole program: files in, print, copy, links, other tabs.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerFile } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { screens } from './screens.mjs';
import { DIST } from './site.mjs';
import { chooseFirst, press, savedMark } from './widget.mjs';

// The loader takes only what belongs to it, so it is told that this does.
const loader = readFileSync(join(DIST, 'maturity-radar.js'), 'utf8');
const hashIn = (name) => loader.split(`"${name}":"sha256-`)[1].split('"')[0];

// In place of the whole program: notes what it is told and lets the test ask for what its views ask for.
const RECORDER = {
  body: `export const belongs = '${hashIn('maturity-radar-app_bg.wasm').slice(0, 8)}';
  export const program = () => ({ mount });
  const ANSWERS = ['found', 'opened', 'kept', 'erased', 'offered', 'refused', 'offeredAll', 'pictured', 'copied', 'elsewhere'];
  const mount = (root, host) => {
    const note = (name) => [name, (...values) => { globalThis.__told.push([name, ...values]); }];
    globalThis.__told = [];
    globalThis.__host = host;
    root.append(document.createElement('button'), document.createElement('input'));
    return { ...Object.fromEntries(ANSWERS.map(note)), exportData: () => '[]', results: () => '{}', destroy() {} };
  };`,
  type: 'text/javascript',
};
const believed = createHash('sha256').update(RECORDER.body).digest('base64');
const recorded = {
  faults: {
    'maturity-radar-app.js': RECORDER,
    'maturity-radar.js': { change: (text) => text.replace(hashIn('maturity-radar-app.js'), believed) },
  },
};

/** Opens a page and waits until the whole program, or what stands in for it, has taken over. */
async function open(page, url) {
  await page.open(url);
  await page.eval(() => customElements.whenDefined('maturity-radar').then(() => document.querySelector('maturity-radar').exportData()));
}

const told = (page) => page.eval(() => globalThis.__told);
const toldOf = async (page, last) => {
  await page.waitFor((last) => globalThis.__told.some(([name]) => name === last), [last]);
  return told(page);
};

const WAVE = answerFile('base', '2026-01-05', { S1a: 3, S1b: 3 });
const wavesOf = (page, count) => page.waitFor((count) => document.querySelector('maturity-radar').results.waves.length === count, [count]);

/** Lets an event arrive in the widget with these files, or this text; gives what `during` reads just after. */
const bring = (page, type, { files = [], text = '', at = '.mr' }) => page.eval((type, files, text, at) => {
  const data = new DataTransfer();
  for (const [name, content] of files) data.items.add(new File([content], name));
  if (text) data.setData('text/plain', text);
  const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, type === 'paste' ? 'clipboardData' : 'dataTransfer', { value: data });
  const root = document.querySelector('maturity-radar').shadowRoot;
  root.querySelector(at).dispatchEvent(event);
  const shell = root.querySelector('.mr-shell');
  return { kept: !event.defaultPrevented, outline: shell && getComputedStyle(shell).outlineStyle };
}, type, files, text, at);

eachEngine('picked files come one after the other; what is too large is never read', recorded, async (page, server) => {
  await open(page, server.url);
  const read = await page.eval(async () => {
    const read = [];
    for (const name of ['arrayBuffer', 'text', 'stream', 'slice']) {
      const own = Blob.prototype[name];
      Blob.prototype[name] = function (...values) { read.push(this.name); return own.apply(this, values); };
    }
    const byReader = FileReader.prototype.readAsText;
    FileReader.prototype.readAsText = function (file) { read.push(file.name); return byReader.call(this, file); };
    let input;
    HTMLInputElement.prototype.click = function () { input = this; };
    globalThis.__host.pick();
    const data = new DataTransfer();
    const files = [['one.json', 'one'], ['large.json', new Uint8Array(6_000_000)], ['photo.png', Uint8Array.of(0x89, 0x50, 0xff)], ['two.json', '\u00fc']];
    for (const [name, content] of files) data.items.add(new File([content], name));
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
    while (!globalThis.__told.some(([name]) => name === 'offeredAll')) await new Promise((resolve) => { setTimeout(resolve, 10); });
    return { read, type: input.type, multiple: input.multiple, seen: input.getBoundingClientRect().width };
  });
  assert.deepEqual(read, { read: ['one.json', 'photo.png', 'two.json'], type: 'file', multiple: true, seen: 0 });
  assert.deepEqual(await told(page), [
    ['offered', 'one.json', 'one'], ['refused', 'large.json', 'too_large'], ['refused', 'photo.png', 'unreadable'],
    ['offered', 'two.json', '\u00fc'], ['offeredAll'],
  ]);
});

eachEngine('of more than a thousand files the rest is refused', recorded, async (page, server) => {
  await open(page, server.url);
  await bring(page, 'drop', { files: Array.from({ length: 1002 }, (_, at) => [`${at}.json`, '{}']) });
  const all = await toldOf(page, 'offeredAll');
  assert.equal(all.filter(([name]) => name === 'offered').length, 1000);
  assert.deepEqual(all.slice(1000), [['refused', '1000.json', 'too_many'], ['refused', '1001.json', 'too_many'], ['offeredAll']]);
});

eachEngine('a file dropped on the widget is shown before it is added, and the widget shows where it may fall', async (page, server) => {
  await open(page, server.url);
  const files = [['base.json', JSON.stringify(WAVE)]];
  assert.equal((await bring(page, 'dragover', { text: 'a word', at: '.mr-shell' })).outline, 'none', 'a dragged text is no file');
  assert.deepEqual(await bring(page, 'dragover', { files, at: '.mr-shell' }), { kept: false, outline: 'dashed' });
  assert.equal((await bring(page, 'dragleave', { files })).outline, 'none');
  await bring(page, 'dragover', { files });
  assert.deepEqual(await bring(page, 'drop', { files, at: '.mr-shell' }), { kept: false, outline: 'none' });
  await page.see('#mr-offer');
  await wavesOf(page, 0);
  await press(page, 'Add');
  await wavesOf(page, 1);
  assert.deepEqual(await page.errors(), []);
});

eachEngine('a text pasted into the widget is shown before it is added', async (page, server) => {
  await open(page, server.url);
  await bring(page, 'paste', { text: JSON.stringify(WAVE) });
  await page.see('#mr-offer');
  await wavesOf(page, 0);
  await press(page, 'Add');
  await wavesOf(page, 1);
});

eachEngine('a text pasted into a field stays there', recorded, async (page, server) => {
  await open(page, server.url);
  assert.equal((await bring(page, 'paste', { text: 'a note', at: '.mr > input' })).kept, true);
  await bring(page, 'paste', { text: '  ', at: '.mr' });
  await bring(page, 'paste', { text: 'answers', at: '.mr > button' });
  assert.deepEqual(await toldOf(page, 'offeredAll'), [['offered', '', 'answers'], ['offeredAll']]);
});

// The element inside another one's shadow root, with much around it.
const AROUND = `<!doctype html><html lang="en"><head><title>The page of an owner</title></head><body>
<header id="header">Header</header>
<main id="main"><p id="beside">Beside</p><div id="outer"><i id="slotted">Slotted</i></div></main>
<footer id="footer">Footer</footer>
<script>
const inner = document.getElementById('outer').attachShadow({ mode: 'open' });
const aside = document.createElement('aside');
const column = document.createElement('section');
column.append(document.createElement('p'), document.createElement('maturity-radar'));
inner.append(aside, column, document.createElement('slot'));
aside.textContent = 'Aside';
column.firstChild.textContent = 'Above';
</script>
<script type="module" src="maturity-radar.js"></script></body></html>`;

eachEngine('print shows the widget alone, and nothing of it stays behind', { pages: { 'around.html': AROUND }, ...recorded }, async (page, server) => {
  await page.open(`${server.url}around.html`);
  const [before, during, after, cancelled] = await page.eval(async () => {
    await customElements.whenDefined('maturity-radar');
    const inner = document.getElementById('outer').shadowRoot;
    const element = inner.querySelector('maturity-radar');
    await element.exportData();
    const seen = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible';
    const all = {
      header: document.getElementById('header'), beside: document.getElementById('beside'), slotted: document.getElementById('slotted'),
      footer: document.getElementById('footer'), aside: inner.querySelector('aside'), above: inner.querySelector('section > p'),
      widget: element, button: element.shadowRoot.querySelector('button'),
    };
    const state = () => ({
      seen: Object.keys(all).filter((name) => seen(all[name])),
      title: document.title,
      sheets: document.adoptedStyleSheets.length + inner.adoptedStyleSheets.length,
      marks: document.querySelectorAll('[data-mr-print]').length + inner.querySelectorAll('[data-mr-print]').length,
      styles: document.querySelectorAll('[style], style').length,
    });
    let during;
    window.print = () => {
      const onScreen = state().seen.length;
      const rules = [document, inner].flatMap((tree) => tree.adoptedStyleSheets).map((sheet) => sheet.cssRules[0]);
      const media = rules.map((rule) => rule.media.mediaText);
      // As if the screen were paper, so that computed styles tell.
      for (const rule of rules) rule.media.mediaText = 'all';
      during = { ...state(), onScreen, media };
    };
    const before = state();
    globalThis.__host.print('Baseline of May');
    dispatchEvent(new Event('afterprint'));
    const after = state();
    window.print = () => {};
    globalThis.__host.print('Another');
    globalThis.__host.print('Another');
    element.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
    return [before, during, after, state()];
  });
  assert.equal(before.seen.length, 8);
  assert.deepEqual(during.seen, ['widget', 'button']);
  assert.equal(during.onScreen, 8, 'the screen stays as it is');
  assert.deepEqual([during.title, during.sheets, during.styles, during.media], ['Baseline of May', 2, 0, ['print', 'print']]);
  assert.deepEqual([after, cancelled], [before, before]);
});

eachEngine('a text is copied, also where the clipboard refuses', recorded, async (page, server) => {
  await open(page, server.url);
  const result = await page.eval(async () => {
    const inner = document.querySelector('maturity-radar').shadowRoot;
    const answer = async (text) => {
      globalThis.__told.length = 0;
      globalThis.__host.copy(text);
      while (globalThis.__told.length === 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
      return globalThis.__told[0];
    };
    const written = [];
    const clipboard = (writeText) => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } });
    const answers = [];
    clipboard(async (text) => { written.push(text); });
    answers.push(await answer('one'));
    inner.querySelector('button').focus();
    for (const works of [true, false]) {
      document.execCommand = (command) => {
        const area = inner.activeElement;
        written.push(`${command}: ${area.value.slice(area.selectionStart, area.selectionEnd)}`);
        return works;
      };
      clipboard(works ? async () => { throw new DOMException('', 'NotAllowedError'); } : undefined);
      answers.push(await answer('two'));
    }
    return { answers, written, left: inner.querySelectorAll('textarea').length, focus: inner.activeElement?.localName };
  });
  assert.deepEqual(result, {
    answers: [['copied', true], ['copied', true], ['copied', false]], written: ['one', 'copy: two', 'copy: two'], left: 0, focus: 'button',
  });
});

eachEngine('a link is taken out of the address, is never sent, and opens the data screen', async (page, server) => {
  await page.open(`${server.url}?from=letter#mr=abcdef`);
  await page.seeText('Nothing is kept here yet');
  assert.equal(await page.eval(() => location.href), `${server.url}?from=letter`);
  assert.deepEqual(server.log.filter(({ path }) => path.includes('abcdef')), []);
  assert.deepEqual(await page.errors(), []);
  await page.open(`${server.url}#top`);
  await page.seeText('See an example result');
  assert.equal(await page.eval(() => location.hash), '#top');
});

eachEngine('the first element alone takes the link, and once', { ...recorded, pages: { 'two.html': '<!doctype html><html lang="en"><head><title>Two</title></head><body><maturity-radar id="one"></maturity-radar><maturity-radar id="two"></maturity-radar><script type="module" src="maturity-radar.js"></script></body></html>' } }, async (page, server) => {
  await page.open(`${server.url}two.html#mr=abcdef`);
  const links = await page.eval(async () => {
    await customElements.whenDefined('maturity-radar');
    while (!globalThis.__host) await new Promise((resolve) => { setTimeout(resolve, 10); });
    const links = [[globalThis.__host.link, globalThis.__host.screen]];
    await document.getElementById('two').exportData();
    links.push([globalThis.__host.link, globalThis.__host.screen]);
    document.getElementById('one').storage = 'none';
    await document.getElementById('one').exportData();
    links.push([globalThis.__host.link, globalThis.__host.screen]);
    return links;
  });
  assert.deepEqual(links, [['#mr=abcdef', 'data'], ['', ''], ['', '']]);
});

// Two documents of one origin, as two tabs are.
const TABS = { 'tabs.html': '<!doctype html><html lang="en"><head><title>Tabs</title></head><body><iframe src="index.html" width="600" height="800"></iframe><iframe src="index.html" width="600" height="800"></iframe></body></html>' };
const CHANNEL = 'maturity-radar/three-role-transformation/';

async function openTabs(page, server) {
  await page.open(`${server.url}tabs.html`);
  await page.waitFor(() => [0, 1].every((at) => frames[at]?.customElements?.get('maturity-radar')));
  await page.eval(async () => {
    globalThis.__written = [];
    for (const at of [0, 1]) {
      const put = frames[at].IDBObjectStore.prototype.put;
      frames[at].IDBObjectStore.prototype.put = function (text, key) { globalThis.__written.push([at, key.split('/').slice(2).join('/')]); return put.call(this, text, key); };
      await frames[at].document.querySelector('maturity-radar').exportData();
    }
  });
}

const wavesAt = (page, tab, ids) => page.waitFor((tab, ids) => {
  const own = frames[tab].document.querySelector('maturity-radar').results.waves.map((wave) => wave.id);
  return own.join() === ids.join();
}, [tab, ids]);
const later = answerFile('now', '2026-07-06', { S1a: 4, S1b: 4 }, { kind: 'reassessment' });

eachEngine('what one tab stores or removes, another shows at once and does not write again', { pages: TABS }, async (page, server) => {
  await openTabs(page, server);
  await page.eval((files) => frames[0].document.querySelector('maturity-radar').importData(files).then(() => null), [WAVE, later]);
  await wavesAt(page, 0, ['base', 'now']);
  await wavesAt(page, 1, ['base', 'now']);
  // As another tab tells that it has deleted a wave.
  await page.eval((channel) => { new BroadcastChannel(channel).postMessage(['wave/now', '']); return null; }, CHANNEL);
  await wavesAt(page, 0, ['base']);
  await wavesAt(page, 1, ['base']);
  const written = await page.eval(async () => {
    for (const at of [0, 1]) await frames[at].document.querySelector('maturity-radar').exportData();
    return globalThis.__written;
  });
  assert.deepEqual(written.filter(([tab]) => tab === 1), [], 'nothing comes back');
  assert.deepEqual(written.filter(([, key]) => key.startsWith('wave/')), [[0, 'wave/base'], [0, 'wave/now']]);
  const stored = await page.eval(() => new Promise((resolve) => {
    const open = indexedDB.open('maturity-radar', 1);
    open.onsuccess = () => {
      const request = open.result.transaction('records').objectStore('records').getAllKeys();
      request.onsuccess = () => { open.result.close(); resolve(request.result.filter((key) => key.includes('/wave/')).length); };
    };
  }));
  assert.equal(stored, 2, 'what is forgotten here was removed by the other tab, not by this one');
  // Junk of another version disturbs nobody.
  await page.eval((channel) => { for (const junk of [1, null, ['wave/x'], ['wave/x', '{'], [{}, {}]]) new BroadcastChannel(channel).postMessage(junk); return null; }, CHANNEL);
  await page.eval(() => { const { document } = frames[0]; for (const label of ['Your data: download or erase', 'Erase everything', 'Erase for good']) {
    // Each press draws the next button within the current task.
    globalThis.__presses = (globalThis.__presses ?? Promise.resolve()).then(async () => {
      for (;;) {
        const button = [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].find((own) => own.textContent.trim() === label);
        if (button) return button.click();
        await new Promise((resolve) => { setTimeout(resolve, 10); });
      }
    });
  } return globalThis.__presses.then(() => null); });
  await wavesAt(page, 0, []);
  await wavesAt(page, 1, []);
});

eachEngine('a second widget of the page offers what is being answered in the first', async (page, server) => {
  await page.open(server.url);
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  await page.eval(async () => {
    const second = document.createElement('maturity-radar');
    document.body.append(second);
    await second.exportData();
  });
  await chooseFirst(page);
  await savedMark(page);
  await press(page, 'Resume at question 1', { widget: 1 });
  await page.see('.mr-choices input:checked', { widget: 1 });
});

eachEngine('what is not kept on the device is told to nobody', async (page, server) => {
  await page.open(server.url);
  const heard = await page.eval(async (channel, wave) => {
    const heard = [];
    const ear = new BroadcastChannel(channel);
    ear.onmessage = ({ data }) => { heard.push(data[0]); };
    for (const storage of ['none', 'session', 'device']) {
      const element = document.createElement('maturity-radar');
      element.setAttribute('storage', storage);
      document.body.append(element);
      await customElements.whenDefined('maturity-radar');
      await element.importData({ ...wave, wave: { ...wave.wave, id: storage } });
    }
    while (heard.length === 0) await new Promise((resolve) => { setTimeout(resolve, 10); });
    ear.close();
    return heard.filter((key) => key.startsWith('wave/'));
  }, CHANNEL, WAVE);
  assert.deepEqual(heard, ['wave/device']);
});
