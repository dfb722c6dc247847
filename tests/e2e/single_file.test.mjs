// The single file, opened from a disk as by a double click: the whole journey, and what is taken along.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { LARGEST, singleFile } from '../../tools/single.mjs';
import { answerFile } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { heading } from './lens_typing.mjs';
import { DIST, probe } from './site.mjs';
import { near, take } from './taking.mjs';
import { press, results } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((own) => own.id === 'C20');

const folder = mkdtempSync(join(tmpdir(), 'maturity radar '));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = await singleFile(DIST);
assert.ok(file.length <= LARGEST, `${file.length} bytes`);
const text = file.toString('utf16le');
const bytesOf = (own) => Buffer.from(own, 'utf16le');
// Before the policy, so that this one script needs no place in it.
const probed = bytesOf(text.replace('<head>', () => `<head><script>${probe()}</script>`));
writeFileSync(join(folder, 'radar.html'), probed);
const address = pathToFileURL(join(folder, 'radar.html')).href;

const exported = (page) => page.eval(async () => JSON.stringify(await document.querySelector('maturity-radar').exportData()));

/** What is offered as a download by what `act` does: [name, text]. */
async function downloaded(page, ending, act) {
  await page.eval(() => {
    globalThis.__saved = [];
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
    HTMLAnchorElement.prototype.click = function () {
      if (this.download) blobs.get(this.href).text().then((text) => { globalThis.__saved.push([this.download, text]); });
    };
  });
  await act();
  return page.waitFor((end) => globalThis.__saved.find(([name]) => name.endsWith(end)), [ending]);
}

async function clean(page) {
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual((await page.requests()).filter((own) => !own.startsWith('blob:') && !own.startsWith('data:')), [], 'nothing is fetched');
}

eachEngine('the single file from a disk: the whole journey', async (page) => {
  await page.open(address);
  await page.seeText('See an example result');
  assert.equal(await page.eval(() => document.body.getBoundingClientRect().width === document.documentElement.clientWidth), true, 'the page has its own looks');
  await press(page, 'Start');
  await take(page, c20.input.base, [45, 40, 15], { byKeyboard: page.engine !== 'chromium', reloadAt: 3 });
  near((await results(page)).waves[0].score.overall.score, c20.expected.overall.base, 'overall score');
  await page.seeText('40.6');
  await press(page, 'Report to print');
  await page.see('.mr-report');
  await page.waitFor(async () => (await document.querySelector('maturity-radar').exportData()).length === 1);
  await clean(page);

  await page.reload();
  await press(page, 'Your data: download or erase');
  const before = await exported(page);
  const link = await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('#mr-link')?.value);
  const [name, file] = await downloaded(page, '.json', () => press(page, 'Download everything'));
  await press(page, 'Erase everything');
  await press(page, 'Erase for good');
  await page.seeText('Start');
  assert.equal(await exported(page), '[]');

  await press(page, 'Your data: download or erase');
  await page.eval(() => { HTMLInputElement.prototype.click = function () { globalThis.__input = this; }; });
  await press(page, 'Choose files');
  await page.eval((name, text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    globalThis.__input.files = data.files;
    globalThis.__input.dispatchEvent(new Event('change'));
  }, name, file);
  await page.see('#mr-offer');
  await press(page, 'Add');
  await page.seeText('Added: one assessment');
  assert.equal(await exported(page), before, 'what was downloaded comes back to the letter');

  await press(page, 'Erase everything');
  await press(page, 'Erase for good');
  await page.seeText('Start');
  assert.ok(link.startsWith(`${address}#mr=`), link);
  await page.open('about:blank');
  await page.open(link);
  await page.see('#mr-offer');
  await press(page, 'Add');
  await page.seeText('Added: one assessment');
  assert.equal(JSON.parse(await exported(page)).length, 1);
  await clean(page);
});

eachEngine('what one widget stores the others hear, in the single file as well', async (page) => {
  await page.open(address);
  await page.seeText('See an example result');
  await page.eval(async () => {
    const other = document.createElement('maturity-radar');
    document.body.append(other);
    // A call brings it here, wherever it stands.
    await other.exportData();
  });
  await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('own', '2026-05-04', { S1a: 3 }));
  const carries = await page.eval(() => new Promise((resolve) => {
    const [from, to] = [new BroadcastChannel('trial'), new BroadcastChannel('trial')];
    to.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), 3000);
    from.postMessage('');
  }));
  // WebKitGTK carries no message between pages from a disk, not even within one; there the next visit has it.
  assert.equal(carries, page.engine !== 'webkit');
  if (carries) await page.waitFor(() => document.querySelectorAll('maturity-radar')[1].results.waves.length === 1);
  else await page.reload();
  await page.waitFor(async () => (await document.querySelector('maturity-radar').exportData()).length === 1);
});

const served = { faults: { 'radar.html': { body: probed, type: 'text/html; charset=utf-8', headers: { 'x-content-type-options': 'nosniff' } } } };
eachEngine('the single file opens from a server that calls it UTF-8', served, async (page, server) => {
  await page.open(`${server.url}radar.html`);
  await page.seeText('See an example result');
  assert.equal(await page.eval(() => document.characterSet), 'UTF-16LE');
  await press(page, 'Start');
  await page.seeText('1 of 24');
  await clean(page);
});

for (const { id, document } of JSON.parse(readFileSync(join(DIST, 'surveys', 'three-roles.en.json'))).lenses) {
  const lens = JSON.parse(readFileSync(join(DIST, 'surveys', document)));
  eachEngine(`${lens.name} opens in the single file, which brings it along`, async (page) => {
    await page.open(`${address}#mr-lens=${id}`);
    await heading(page, lens.name);
    await page.seeText(Object.values(lens.ui.sections)[0]);
    await clean(page);
  });
}

// Where the packed text is, well within it.
const middle = 2 * Math.floor(text.length / 2);
const DAMAGE = {
  'a letter was lost': Buffer.concat([file.subarray(0, middle), file.subarray(middle + 2)]),
  'a byte was lost': Buffer.concat([file.subarray(0, middle), file.subarray(middle + 1)]),
  'a bit is another': Buffer.concat([file.subarray(0, middle), Buffer.of(file[middle] ^ 1), file.subarray(middle + 1)]),
  'the end was lost': file.subarray(0, middle),
};
eachEngine('a single file that was damaged says so', async (page) => {
  for (const [what, bytes] of Object.entries(DAMAGE)) {
    const broken = join(folder, `${what}.html`);
    writeFileSync(broken, bytes);
    await page.open(pathToFileURL(broken).href);
    await page.waitFor(() => document.querySelector('[role=alert]')?.textContent.includes('This file is damaged'));
  }
});
