// Completes what Trunk has built, before it becomes dist/: loader, styles, surveys.
// In a release build it also makes them small. Trunk runs it and names the folder and the profile.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offlineWorker } from './offline.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
if (!staging) throw new Error('TRUNK_STAGING_DIR is not set: run `make dist` or `make serve`, not this file');

const PROGRAMS = ['maturity-radar-start', 'maturity-radar-app'];

// Only these features: with --all-features wasm-opt writes a file that Chromium refuses.
const WASM_OPT = ['-Oz', '--converge', '--low-memory-unused', '--strip-debug', '--strip-producers', '--strip-target-features',
  '--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext',
  '--enable-mutable-globals', '--enable-reference-types', '--enable-multivalue'];

// The esbuild package is loaded for a release build alone: `make serve` needs no npm packages.
const esbuild = release ? await import('esbuild') : null;

async function write(name, source, loader) {
  if (esbuild === null) return writeFileSync(join(staging, name), source);
  const { code } = await esbuild.transform(source, {
    loader, minify: true, legalComments: 'none', target: 'esnext', format: loader === 'js' ? 'esm' : undefined,
  });
  writeFileSync(join(staging, name), code);
}

/** A module with the one beside it that it needs: one file in a release, the modules as they are otherwise. */
async function writeModules(name, beside, outfile = name) {
  const folder = join('src', 'embed');
  if (esbuild === null) {
    cpSync(join(folder, name), join(staging, outfile));
    cpSync(join(folder, beside), join(staging, beside));
    return;
  }
  await esbuild.build({
    entryPoints: [join(folder, name)], outfile: join(staging, outfile),
    bundle: true, minify: true, legalComments: 'none', target: 'esnext', format: 'esm', logLevel: 'warning',
  });
}

const read = (...paths) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');

await write('maturity-radar.css', read('styles/tokens.css', 'styles/widget.css'), 'css');
// What only screens after the questions need comes with the whole program.
await write('maturity-radar-later.css', read('styles/later.css'), 'css');
await write('page.css', read('styles/page.css'), 'css');
await writeModules('maturity-radar.js', 'shelf.js');
await writeModules('services.js', 'pictures.js', 'maturity-radar-later.js');
await write('embed.css', read('styles/embed.css'), 'css');
// Both ends of a frame: plain scripts, as a module from another host needs more of its server.
await write('maturity-radar-frame.js', read('src/embed/frame.js'), 'js');
await write('maturity-radar-embed.js', read('src/embed/frame-child.js'), 'js');
await write('validate.css', read('styles/validate.css'), 'css');
await write('validate.js', read('src/embed/validate.js'), 'js');
cpSync('src/embed/favicon.svg', join(staging, 'favicon.svg'));
await write('page.js', read('src/page/page.js'), 'js');
for (const name of ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'manifest.json']) cpSync(join('src', 'page', name), join(staging, name));

for (const folder of ['surveys', join('surveys', 'examples')]) {
  mkdirSync(join(staging, folder), { recursive: true });
  for (const name of readdirSync(folder).filter((name) => /^[a-z0-9.-]+\.json$/.test(name))) {
    const text = read(join(folder, name));
    // An example is there to be read.
    const small = release && folder === 'surveys';
    writeFileSync(join(staging, folder, name), small ? JSON.stringify(JSON.parse(text)) : text);
  }
}

// Trunk leaves its own line in the page when it adds no script.
const index = join(staging, 'index.html');
writeFileSync(index, read(index).replace(/<link data-trunk[^>]*>\n?/g, ''));

// The page for frames begins with the same first screen.
const embed = join(staging, 'embed.html');
const firstScreen = /<maturity-radar[^>]*>[\s\S]*<\/maturity-radar>/;
writeFileSync(embed, read('embed.html').replace(firstScreen, () => firstScreen.exec(read(index))[0]));

const checker = join(staging, 'validate.html');
cpSync('validate.html', checker);

if (release) {
  for (const page of [index, embed, checker]) withoutComments(page);
  for (const program of PROGRAMS) {
    await write(`${program}.js`, read(join(staging, `${program}.js`)), 'js');
    shrink(join(staging, `${program}_bg.wasm`));
  }
  // The last of all, as it holds a digest of every file. `make serve` goes without: nobody wants yesterday's page there.
  await write('offline.js', offlineWorker(staging), 'js');
}

// Comments in a page are for its readers in the repository.
function withoutComments(path) {
  const page = read(path).replace(/<!--[\s\S]*?-->/g, '').replace(/\n\s+/g, '\n').replace(/\n+/g, '\n');
  writeFileSync(path, page);
}

function shrink(wasm) {
  const tool = join('node_modules', '.bin', 'wasm-opt');
  if (!existsSync(tool)) throw new Error('wasm-opt is missing: run `npm ci`');
  const small = `${wasm}.small`;
  const { status } = spawnSync(tool, [wasm, '-o', small, ...WASM_OPT], { stdio: 'inherit' });
  if (status !== 0) throw new Error('wasm-opt failed');
  renameSync(small, wasm);
}
