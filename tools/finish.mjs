// Completes what Trunk has built, before it becomes dist/: programs, loader, styles, surveys.
// In a release build it also makes them small. Trunk runs it and names the folder and the profile.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offlineWorker } from './offline.mjs';
import { factoryOf, shrink } from './programs.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
if (!staging) throw new Error('TRUNK_STAGING_DIR is not set: run `make dist` or `make serve`, not this file');

const EMBED = join('src', 'embed');
const START = 'maturity-radar-start';
const WHOLE = 'maturity-radar-app';

// The esbuild package is loaded for a release build alone: `make serve` needs no npm packages.
const esbuild = release ? await import('esbuild') : null;
const MINIFY = { minify: true, legalComments: 'none', target: 'esnext' };

async function write(name, source, loader) {
  if (esbuild === null) return writeFileSync(join(staging, name), source);
  const { code } = await esbuild.transform(source, { ...MINIFY, loader, format: loader === 'js' ? 'esm' : undefined });
  writeFileSync(join(staging, name), code);
}

const read = (...paths) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');
const hashOf = (name) => `sha256-${createHash('sha256').update(readFileSync(join(staging, name))).digest('base64')}`;

/** Makes a program's wasm small and turns its glue into a factory, which tells the wasm it belongs to. */
function glueOf(program) {
  const wasm = join(staging, `${program}_bg.wasm`);
  const names = release ? shrink(wasm) : null;
  return factoryOf(read(join(staging, `${program}.js`)), names, hashOf(`${program}_bg.wasm`));
}

/** The small program's glue with what every running widget needs: one file in a release, modules as they are otherwise. */
async function writeStart() {
  const source = `${glueOf(START)}\nexport * from './running.js';\n`;
  if (esbuild === null) {
    for (const name of ['running.js', 'shelf.js']) cpSync(join(EMBED, name), join(staging, name));
    return writeFileSync(join(staging, `${START}.js`), source);
  }
  await esbuild.build({
    ...MINIFY, stdin: { contents: source, resolveDir: EMBED }, outfile: join(staging, `${START}.js`),
    allowOverwrite: true, bundle: true, format: 'esm', logLevel: 'warning',
  });
}

/** The loader, which is told what every other part is to be: its hash, and how many bytes. */
async function writeLoader(parts) {
  const told = {};
  for (const name of parts) told[name] = [hashOf(name), readFileSync(join(staging, name)).length];
  const source = read(join(EMBED, 'maturity-radar.js'));
  const place = 'const PARTS = {};';
  if (source.split(place).length !== 2) throw new Error(`maturity-radar.js needs the line ${place}`);
  await write('maturity-radar.js', source.replace(place, () => `const PARTS = ${JSON.stringify(told)};`), 'js');
}

await write('maturity-radar.css', read('styles/tokens.css', 'styles/widget.css'), 'css');
// What only screens after the questions need comes with the whole program.
await write('maturity-radar-later.css', read('styles/later.css'), 'css');
await write('page.css', read('styles/page.css'), 'css');
await writeStart();
await write(`${WHOLE}.js`, glueOf(WHOLE), 'js');
await write('maturity-radar-later.js', read(join(EMBED, 'services.js')), 'js');
await writeLoader([`${START}.js`, `${START}_bg.wasm`, 'maturity-radar.css',
  `${WHOLE}.js`, `${WHOLE}_bg.wasm`, 'maturity-radar-later.js', 'maturity-radar-later.css']);
cpSync(join(EMBED, 'favicon.svg'), join(staging, 'favicon.svg'));
await write('page.js', read('src/page/page.js'), 'js');
for (const name of ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'manifest.json']) cpSync(join('src', 'page', name), join(staging, name));

mkdirSync(join(staging, 'surveys'), { recursive: true });
for (const name of readdirSync('surveys').filter((name) => /^[a-z0-9.-]+\.json$/.test(name))) {
  const text = read(join('surveys', name));
  writeFileSync(join(staging, 'surveys', name), release ? JSON.stringify(JSON.parse(text)) : text);
}

// Trunk leaves its own line in the page when it adds no script. A module that is fetched ahead is checked there.
const index = join(staging, 'index.html');
writeFileSync(index, read(index).replace(/<link data-trunk[^>]*>\n?/g, '')
  .replace(/<link rel="modulepreload" href="([^"]+)">/g, (link, name) => `<link rel="modulepreload" href="${name}" integrity="${hashOf(name)}">`));
if (release) withoutComments(index);
// The last of all, as it holds a digest of every file. `make serve` goes without: nobody wants yesterday's page there.
if (release) await write('offline.js', offlineWorker(staging), 'js');

// Comments in index.html are for its readers in the repository.
function withoutComments(path) {
  const page = read(path).replace(/<!--[\s\S]*?-->/g, '').replace(/\n\s+/g, '\n').replace(/\n+/g, '\n');
  writeFileSync(path, page);
}
