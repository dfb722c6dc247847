// The npm package, packed and installed as anybody would: in a plain page, a React 19 and a Vue 3 page that Vite has built.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { chromium as findChromium } from '../../tools/browsers.mjs';
import { npmPackage } from '../../tools/npm.mjs';
import { serve } from '../../tools/serve.mjs';
import { launch } from './engines/chromium.mjs';
import { eachEngine, inTime } from './harness.mjs';
import { DIST, PROBE, probe, withProbe } from './site.mjs';
import { near, take } from './taking.mjs';
import { press, results } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((own) => own.id === 'C20');

const HOME = join('tests', 'npm');
assert.ok(existsSync(join(HOME, 'node_modules', 'vite')), 'the packages of tests/npm are there: sh tools/setup.sh test');
const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-npm-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const inside = (program, ...words) => execFileSync(program, words, { cwd: HOME, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const tarball = await npmPackage(DIST, folder);
inside('npm', 'install', '--no-save', '--no-package-lock', '--offline', '--no-audit', '--no-fund', resolve(tarball));
const built = join(folder, 'built');
inside(join('node_modules', '.bin', 'vite'), 'build', '--logLevel', 'error', '--outDir', resolve(built));

for (const kind of ['plain', 'react', 'vue']) {
  // The element is one and the same; what differs is how the pages are built and drawn.
  eachEngine(`the package in a ${kind} page`, { only: kind === 'plain' ? undefined : ['chromium'] }, async (page) => {
    const server = await serve(built, {
      base: '/any/folder/',
      faults: { [PROBE]: { body: probe(), type: 'text/javascript' }, [`${kind}.html`]: { change: withProbe } },
    });
    try {
      await page.open(`${server.url}${kind}.html`);
      await press(page, 'Start');
      await take(page, c20.input.base, [45, 40, 15]);
      near((await results(page)).waves[0].score.overall.score, c20.expected.overall.base, 'overall score');
      await press(page, 'Plan');
      await page.see('.mr-moves');
      if (kind !== 'plain') assert.equal(await page.eval(() => document.querySelector('output').textContent), 'ready', 'the page hears the event');
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(server.log.filter((entry) => entry.status >= 400 && !entry.path.endsWith('favicon.ico')), []);
    } finally {
      await server.close();
    }
  });
}

// In a process of its own, as Vite's server stays alive after it has closed.
test("the package in Vite's development server [chromium]", { skip: findChromium() === null && process.env.CI !== 'true' ? 'needs Chromium' : false, timeout: 180_000 }, inTime(async () => {
  const server = spawn(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), '--host', '127.0.0.1', '--port', '0', '--clearScreen', 'false'], {
    cwd: HOME, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NO_COLOR: '1' },
  });
  const gone = once(server, 'exit');
  try {
    let said = '';
    for await (const part of server.stdout) {
      said += part;
      if (/Local: +http\S+/.test(said)) break;
    }
    const [, address] = /Local: +(http\S+)/.exec(said);
    const { newPage, close } = await launch();
    try {
      const page = await newPage();
      await page.open(`${address}react.html`);
      await press(page, 'Start');
      await page.seeText('Question 1 of 24');
      await page.close();
    } finally {
      await close();
    }
  } finally {
    server.kill();
    await gone;
  }
}));

test('the package does nothing on a server', () => {
  const said = inside(process.execPath, '--input-type=module', '-e', "import * as own from 'maturity-radar'; console.log(typeof HTMLElement, Object.keys(own).length)");
  assert.equal(said.trim(), 'undefined 0');
});

test('the package says what it is, and holds what it says', () => {
  const home = join(HOME, 'node_modules', 'maturity-radar');
  const about = JSON.parse(readFileSync(join(home, 'package.json')));
  assert.equal(about.version, /^version = "(.*)"$/m.exec(readFileSync('Cargo.toml', 'utf8'))[1]);
  assert.deepEqual(about.sideEffects, ['./maturity-radar.js']);
  assert.equal(about.dependencies, undefined);
  for (const name of [about.types, about.customElements, about.exports['.'].types, about.exports['.'].default]) assert.ok(existsSync(join(home, name)), name);
  const found = readdirSync(home, { recursive: true }).filter((name) => name.includes('.')).sort();
  assert.deepEqual(found.filter((name) => /\.(test|map|rs|html)$/.test(name)), []);
  inside(process.execPath, '-e', "require.resolve('maturity-radar/surveys/three-roles.en.json')");
});

test('the types fit', () => {
  inside(join('node_modules', '.bin', 'tsc'), '-p', '.');
});
