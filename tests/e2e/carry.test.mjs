// Answers are taken along and come back: as a file, as a link, as a table; and nothing of them goes over the network.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerFile } from './answer_file.mjs';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { press } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((test) => test.id === 'C20');
const SECRETS = ['Note nobody else may read', 'EMEA marketing', 'A group of our own'];

const wave = () => {
  const file = answerFile('base', '2026-05-04', c20.input.base);
  const [first] = Object.keys(file.answers);
  file.answers[first] = { ...file.answers[first], note: SECRETS[0] };
  file.respondent = { ...file.respondent, group: SECRETS[2] };
  return file;
};

const defined = (page) => page.waitFor(() => customElements.get('maturity-radar') !== undefined);
const exported = (page) => page.eval(async () => JSON.stringify(await document.querySelector('maturity-radar').exportData()));
const toData = (page) => press(page, 'Your data: download or erase');

/** Keeps what is offered as a download: [name, text] in __saved. */
const catchDownloads = (page) => page.eval(() => {
  globalThis.__saved = [];
  const texts = new Map();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { const url = make.call(URL, blob); texts.set(url, blob); return url; };
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) texts.get(this.href).text().then((text) => { globalThis.__saved.push([this.download, text]); });
  };
});
const saved = (page, end) => page.waitFor((end) => globalThis.__saved.find(([name]) => name.endsWith(end)), [end]);

/** Picks a file, as the browser's own picker would hand it over. */
const pick = async (page, name, text) => {
  await page.eval(() => { HTMLInputElement.prototype.click = function () { globalThis.__input = this; }; });
  await press(page, 'Choose files');
  await page.eval((name, text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    globalThis.__input.files = data.files;
    globalThis.__input.dispatchEvent(new Event('change'));
  }, name, text);
  await page.see('#mr-offer');
};

async function begin(page, server) {
  await page.open(server.url);
  await defined(page);
  const { taken } = await page.eval((file) => document.querySelector('maturity-radar').importData(file), wave());
  assert.equal(taken, 1);
  await toData(page);
  await page.seeText('Download everything');
  await catchDownloads(page);
}

eachEngine('what was downloaded and erased comes back to the letter, after a preview', async (page, server) => {
  await begin(page, server);
  const before = await exported(page);
  await press(page, 'Download everything');
  const [name, text] = await saved(page, '.json');
  await press(page, 'Erase everything');
  await press(page, 'Erase for good');
  await page.seeText('Start');
  assert.equal(await exported(page), '[]');
  await toData(page);
  await pick(page, name, text);
  await page.seeText('Nothing is added yet.');
  await assertAccessible(page, 'preview');
  assert.equal(await exported(page), '[]', 'nothing is added before the button is pressed');
  await press(page, 'Add');
  await page.seeText('Added: one assessment');
  assert.equal(await exported(page), before);
  await pick(page, name, text);
  await page.seeText('Everything in it is here already.');
  await press(page, 'Close');
  assert.equal(await exported(page), before, 'the same file twice changes nothing');
  assert.deepEqual(await page.errors(), []);
});

eachEngine('a link goes through the address bar and asks before it adds', async (page, server) => {
  await begin(page, server);
  const link = await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('#mr-link').value);
  assert.match(link, /^http[^?#]*#mr=[\w-]+$/);
  await press(page, 'Erase everything');
  await press(page, 'Erase for good');
  await page.seeText('Start');
  await page.open('about:blank');
  await page.open(link);
  await page.see('#mr-offer');
  assert.equal(await page.eval(() => location.hash), '', 'the address is plain again');
  await page.seeText('EMEA marketing');
  await page.seeText('A group of our own');
  assert.equal(await exported(page), '[]');
  await press(page, 'Add');
  await page.seeText('Added: one assessment');
  const [own] = JSON.parse(await exported(page));
  assert.equal(own.wave.date, '2026-05-04');
  assert.deepEqual(await page.errors(), []);
});

eachEngine('the table is offered, and nothing of the answers leaves the page', async (page, server) => {
  await begin(page, server);
  const [log, seen] = [server.log?.length ?? 0, (await page.requests()).length];
  await press(page, 'Download the table (CSV)');
  const [name, text] = await saved(page, '.csv');
  assert.match(name, /^maturity-radar-\d{4}-\d\d-\d\d\.csv$/);
  assert.ok(text.includes('wave,kind,date,scope') && text.includes('EMEA marketing'));
  await press(page, 'Report to print');
  await page.see('.mr-report');
  await assertAccessible(page, 'report');
  const requests = await page.requests();
  const over = requests.slice(seen).filter((address) => !address.startsWith('blob:'));
  assert.deepEqual(over, [], 'no request after load');
  if (server.log) assert.equal(server.log.length, log);
  const told = [...requests, ...(server.log ?? []).map((entry) => JSON.stringify(entry)), await page.eval(() => location.href), ...await page.errors()].join('\n');
  for (const secret of SECRETS) {
    for (const form of [secret, encodeURIComponent(secret), secret.replaceAll(' ', '+')]) assert.ok(!told.includes(form), form);
  }
});
