// The release: what is in it, that its sums are right, and that a page of another site runs the widget by its integrity value.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { packed } from '../../tools/packed.mjs';
import { serve } from '../../tools/serve.mjs';
import { version } from '../../tools/version.mjs';
import { filesOf } from '../../tools/zip.mjs';
import { eachEngine } from './harness.mjs';
import { DIST, PROBE, probe, withProbe } from './site.mjs';
import { press } from './widget.mjs';

const NAME = `maturity-radar-${version()}`;
const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-release-'));
after(() => rmSync(folder, { recursive: true, force: true }));
execFileSync(process.execPath, ['tools/release.mjs', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
const file = (name) => readFileSync(join(folder, name));

/** The files of a zip by name, read by the list at its end as any program does. */
function unzipped(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, names, extra, comment, start] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const body = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    found.set(bytes.toString('utf8', at + 46, at + 46 + names), inflateRawSync(bytes.subarray(body, body + size)));
    at += 46 + names + extra + comment;
  }
  return found;
}

const site = unzipped(file(`${NAME}-site.zip`));
const kit = unzipped(file(`${NAME}-embed.zip`));

test('the release holds every form of delivery, and its sums are right', () => {
  const names = ['INTEGRITY.md', 'SHA256SUMS', ...['-embed.zip', '-site.zip', '-wordpress.zip', '.html', '.tgz'].map((ending) => NAME + ending)];
  assert.deepEqual(readdirSync(folder).sort(), names.sort());
  const sums = file('SHA256SUMS').toString().trim().split('\n').map((line) => line.split('  '));
  assert.deepEqual(sums.map(([, name]) => name), names.filter((name) => name !== 'SHA256SUMS').sort());
  for (const [sum, name] of sums) assert.equal(createHash('sha256').update(file(name)).digest('hex'), sum, name);
});

test('the static folder is dist/ with packed copies', () => {
  const dist = filesOf(DIST);
  for (const [name, bytes] of dist) assert.ok(site.get(`${NAME}/${name}`)?.equals(bytes), name);
  const copies = packed(dist.filter(([name]) => name.startsWith('maturity-radar.') || name === 'index.html'));
  assert.ok(copies.length >= 6);
  for (const [name, bytes] of copies) assert.ok(site.get(`${NAME}/${name}`)?.equals(bytes), name);
});

test('the embed kit has nothing of the page around the widget', () => {
  assert.deepEqual([...kit.keys()].filter((name) => /index\.html|offline|manifest|page\.js|icon-/.test(name)), []);
  assert.ok(kit.has(`${NAME}/maturity-radar.js`) && kit.has(`${NAME}/example.html`));
});

/** The kit on one origin, and on another a page with the tag that INTEGRITY.md gives; `change` is done to the script. */
async function elsewhere(page, change, body) {
  const home = join(folder, 'kit');
  for (const [name, bytes] of kit) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), bytes);
  }
  const open = { headers: { 'access-control-allow-origin': '*' } };
  const faults = Object.fromEntries([...kit.keys()].map((name) => [name.slice(NAME.length + 1), open]));
  faults['maturity-radar.js'] = { ...open, change };
  const files = await serve(join(home, NAME), { faults });
  const [tag] = /<script type="module".*<\/script>/.exec(file('INTEGRITY.md').toString());
  const policy = `default-src 'none'; script-src 'self' ${files.url} 'wasm-unsafe-eval'; connect-src ${files.url}; img-src 'self' blob:`;
  const html = withProbe(`<!doctype html><html><head><title>Another site</title></head><body><maturity-radar storage="none">Its own text</maturity-radar>${tag.replace('src="', `src="${files.url}`)}</body></html>`);
  const own = await serve(folder, {
    faults: { 'host.html': { body: html, type: 'text/html', headers: { 'content-security-policy': policy } }, [PROBE]: { body: probe(), type: 'text/javascript' } },
  });
  try {
    await page.open(`${own.url}host.html`);
    await body();
  } finally {
    await own.close();
    await files.close();
  }
}

eachEngine('a page of another site runs the widget by its integrity value', (page) => elsewhere(page, undefined, async () => {
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
}));

eachEngine('one byte more, and the browser refuses it', { only: ['chromium'] }, (page) => elsewhere(page, (text) => `${text}\n`, async () => {
  await page.waitFor(() => globalThis.__seen.errors.some((error) => error.includes('maturity-radar.js')));
  assert.equal(await page.eval(() => customElements.get('maturity-radar') === undefined), true);
  assert.equal(await page.text('page:maturity-radar'), 'Its own text');
}));
