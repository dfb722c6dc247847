// The static folder behind a real nginx as Debian configures it: from a sub-folder, and with files packed beforehand.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { packed } from '../../tools/packed.mjs';
import { filesOf } from '../../tools/zip.mjs';
import { answerFile } from './answer_file.mjs';
import { site } from './builds.mjs';
import { eachEngine } from './harness.mjs';
import { brotliThere, lacking, nginx } from './nginx.mjs';
import { chooseFirst, press, results, savedMark } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((own) => own.id === 'C20');
const BASE = '/team/the survey/';
const TYPES = { html: 'text/html', js: 'application/javascript', css: 'text/css', json: 'application/json', wasm: 'application/wasm', svg: 'image/svg+xml', png: 'image/png' };

const why = lacking();
const skip = why !== null && process.env.CI !== 'true' ? why : false;

// One build for all tests, as packing takes seconds.
const own = why === null ? site() : null;
own?.upload('A');
const plain = own ? filesOf(own.folder) : [];
const copies = new Map(packed(plain));
after(() => own?.remove());

/** The build behind nginx for the time of `body`; with `lines` in its configuration the packed copies lie beside the files. */
async function hosted(lines, body) {
  assert.equal(why, null);
  if (lines) for (const [name, bytes] of copies) writeFileSync(join(own.folder, name), bytes);
  const server = await nginx(own.folder, { base: BASE, lines });
  try {
    await body(server);
  } finally {
    await server.close();
  }
}

/** An answer as it goes over the line, unlike `fetch`, which unpacks it. */
const get = (url, headers) => new Promise((resolve, reject) => {
  request(url, { headers }, (response) => {
    const parts = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
  }).on('error', reject).end();
});

async function journey(page, server) {
  // As people type it: without the slash at the end.
  await page.open(encodeURI(server.url).slice(0, -1));
  await page.seeText('See an example result');
  assert.ok((await page.eval(() => location.pathname)).endsWith('/'), 'nginx adds the slash');
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  await chooseFirst(page);
  await savedMark(page);
  await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('base', '2026-05-04', c20.input.base));
  await page.waitFor(() => document.querySelector('maturity-radar').results.waves.length === 1);
  assert.ok(Math.abs((await results(page)).waves[0].score.overall.score - c20.expected.overall.base) < 0.001);
  await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
}

if (skip) test('behind nginx', { skip }, () => {});
else {
  eachEngine('from a sub-folder of nginx as it comes', (page) => hosted('', (server) => journey(page, server)));
  eachEngine('from nginx with packed files', { only: ['chromium'] }, (page) => hosted('gzip_static on;', (server) => journey(page, server)));
}

test('nginx as it comes has every type right, and answers again without sending', { skip }, () => hosted('', async (server) => {
  for (const [name] of plain) {
    const first = await get(encodeURI(server.url) + name, {});
    assert.equal(first.status, 200, name);
    assert.equal(first.headers['content-type'], TYPES[name.split('.').pop()], name);
    const again = await get(encodeURI(server.url) + name, { 'if-none-match': first.headers.etag });
    assert.equal(again.status, 304, name);
  }
}));

test('packed files are handed out as they are', { skip }, async (t) => {
  const kinds = [['gzip', 'gz', gunzipSync]];
  if (brotliThere()) kinds.push(['br', 'br', brotliDecompressSync]);
  else assert.notEqual(process.env.CI, 'true', 'nginx has its module for brotli');
  t.diagnostic(`packed as ${kinds.map(([name]) => name).join(' and ')}`);
  await hosted(`gzip_static on;${brotliThere() ? 'brotli_static on;' : ''}`, async (server) => {
    assert.ok(copies.size >= 2 * 10, 'most files have packed copies');
    for (const [encoding, ending, unpack] of kinds) {
      for (const [name, bytes] of plain.filter(([name]) => copies.has(`${name}.${ending}`))) {
        const { headers, body } = await get(encodeURI(server.url) + name, { 'accept-encoding': encoding });
        assert.equal(headers['content-encoding'], encoding, name);
        assert.equal(headers['content-type'], TYPES[name.split('.').pop()], name);
        assert.ok(body.equals(copies.get(`${name}.${ending}`)), `${name} is the packed copy`);
        assert.ok(unpack(body).equals(bytes), name);
      }
    }
  });
});
