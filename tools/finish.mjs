// Completes what Trunk has built, before it becomes dist/: programs, loader, styles, pages, surveys.
// In a release build it also makes them small. Trunk runs it and names the folder and the profile.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsPage } from './docs.mjs';
import { digest, told } from './loader.mjs';
import { offlineWorker } from './offline.mjs';
import { factoryOf, shrink } from './programs.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
if (!staging) throw new Error('TRUNK_STAGING_DIR is not set: run `make dist` or `make serve`, not this file');

const EMBED = join('src', 'embed');
const START = 'maturity-radar-start';
const WHOLE = 'maturity-radar-app';
const LATER = 'maturity-radar-later';

// The esbuild package is loaded for a release build alone: `make serve` needs no npm packages.
const esbuild = release ? await import('esbuild') : null;
const MINIFY = { minify: true, legalComments: 'none', target: 'esnext' };

async function write(name, source, loader) {
  if (esbuild === null) return writeFileSync(join(staging, name), source);
  const { code } = await esbuild.transform(source, { ...MINIFY, loader, format: loader === 'js' ? 'esm' : undefined });
  writeFileSync(join(staging, name), code);
}

const read = (...paths) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');
const hashOf = (name) => digest(readFileSync(join(staging, name)));

/** Makes a program's wasm small and turns its glue into a factory, which tells the wasm it belongs to. */
function glueOf(program) {
  const wasm = join(staging, `${program}_bg.wasm`);
  const names = release ? shrink(wasm) : null;
  return factoryOf(read(join(staging, `${program}.js`)), names, hashOf(`${program}_bg.wasm`));
}

/** A module with those beside it that it needs: one file in a release, modules as they are otherwise. */
async function writeModules(name, source, ...needed) {
  if (esbuild === null) {
    for (const module of needed) cpSync(join(EMBED, module), join(staging, module));
    return writeFileSync(join(staging, name), source);
  }
  await esbuild.build({
    ...MINIFY, stdin: { contents: source, resolveDir: EMBED }, outfile: join(staging, name),
    allowOverwrite: true, bundle: true, format: 'esm', logLevel: 'warning',
  });
}

/** The loader, which is told what every other part is to be. */
async function writeLoader(names) {
  const hashes = Object.fromEntries(names.map((name) => [name, hashOf(name)]));
  const bytes = readFileSync(join(staging, `${START}_bg.wasm`)).length;
  await write('maturity-radar.js', told(read(join(EMBED, 'maturity-radar.js')), hashes, bytes), 'js');
}

await write('maturity-radar.css', read('styles/tokens.css', 'styles/widget.css'), 'css');
// What only screens after the questions need comes with the whole program.
await write(`${LATER}.css`, read('styles/later.css', 'styles/lens.css'), 'css');
for (const page of ['page', 'embed', 'validate']) await write(`${page}.css`, read(`styles/${page}.css`), 'css');
await write('docs.css', read('styles/docs.css', 'styles/brand.css'), 'css');

// What every running widget needs comes with the small program.
await writeModules(`${START}.js`, `${glueOf(START)}\nexport * from './running.js';\n`, 'running.js', 'shelf.js');
await write(`${WHOLE}.js`, glueOf(WHOLE), 'js');
await writeModules(`${LATER}.js`, read(join(EMBED, 'services.js')), 'pictures.js');
await writeLoader([`${START}.js`, `${START}_bg.wasm`, 'maturity-radar.css', `${WHOLE}.js`, `${WHOLE}_bg.wasm`, `${LATER}.js`, `${LATER}.css`]);
// Both ends of a frame: plain scripts, as a module from another host needs more of its server.
await write('maturity-radar-frame.js', read(join(EMBED, 'frame.js')), 'js');
await write('maturity-radar-embed.js', read(join(EMBED, 'frame-child.js')), 'js');
await write('validate.js', read(join(EMBED, 'validate.js')), 'js');
for (const name of ['page.js', 'docs.js', 'docs-events.js']) await write(name, read(join('src', 'page', name)), 'js');
for (const name of ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'manifest.json']) cpSync(join('src', 'page', name), join(staging, name));
cpSync(join(EMBED, 'favicon.svg'), join(staging, 'favicon.svg'));

for (const folder of ['surveys', join('surveys', 'examples')]) {
  mkdirSync(join(staging, folder), { recursive: true });
  for (const name of readdirSync(folder).filter((name) => /^[a-z0-9.-]+\.json$/.test(name))) {
    const text = read(join(folder, name));
    // An example is there to be read.
    const small = release && folder === 'surveys';
    writeFileSync(join(staging, folder, name), small ? JSON.stringify(JSON.parse(text)) : text);
  }
}

// Trunk leaves its own line in the page when it adds no script. A module that is fetched ahead is checked there.
const withHashes = (html) => html.replace(/<link rel="modulepreload" href="([^"]+)">/g,
  (link, name) => `<link rel="modulepreload" href="${name}" integrity="${hashOf(name)}">`);
const trunks = /<link data-trunk[^>]*>\n?/g;
const first = withHashes(read(join(staging, 'index.html')).replace(trunks, ''));
writePage('index.html', first);
// The page for frames begins with the same first screen.
const screen = /<maturity-radar[^>]*>[\s\S]*<\/maturity-radar>/;
writePage('embed.html', withHashes(read('embed.html')).replace(screen, () => screen.exec(first)[0]));
writePage('validate.html', withHashes(read('validate.html')));
writePage('docs.html', withHashes(read('docs.html')), docsPage);

// The last of all, as it holds a digest of every file. `make serve` goes without: nobody wants yesterday's page there.
if (release) await write('offline.js', offlineWorker(staging), 'js');

// Comments in a page are for its readers in the repository. What `complete` adds is not made smaller.
function writePage(name, html, complete = (page) => page) {
  const page = release ? html.replace(/<!--[\s\S]*?-->/g, '').replace(/\n\s+/g, '\n').replace(/\n+/g, '\n') : html;
  writeFileSync(join(staging, name), complete(page));
}
