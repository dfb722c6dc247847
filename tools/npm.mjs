// The npm package out of a finished build: `node tools/npm.mjs FOLDER` packs it into that folder.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './loader.mjs';
import { version } from './version.mjs';

const STAGE = join('target', 'npm');
const WASM = ['maturity-radar-start_bg.wasm', 'maturity-radar-app_bg.wasm'];
const STYLES = ['maturity-radar.css', 'maturity-radar-later.css'];
const SCRIPTS = ['maturity-radar-start.js', 'maturity-radar-app.js', 'maturity-radar-later.js'];
const SURVEYS = ['three-roles.en.json', 'three-roles.next-steps.en.json', 'survey.schema.json', 'answer-file.schema.json', 'history-file.schema.json'];

/** Packs the build in `dist` into a tarball in `folder`; gives its path. */
export async function npmPackage(dist, folder) {
  rmSync(STAGE, { recursive: true, force: true });
  const put = (from, to) => {
    mkdirSync(dirname(join(STAGE, to)), { recursive: true });
    cpSync(from, join(STAGE, to));
  };
  for (const name of [...WASM, ...SCRIPTS, ...SURVEYS.map((own) => `surveys/${own}`)]) put(join(dist, name), name);
  put(join('npm', 'README.md'), 'README.md');
  for (const name of ['maturity-radar.d.ts', 'custom-elements.json', 'LICENSE-MIT', 'LICENSE-APACHE']) put(name, name);
  const about = JSON.parse(readFileSync(join('npm', 'package.json'), 'utf8'));
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify({ ...about, version: version() }, null, 2)}\n`);
  for (const name of STYLES) writeFileSync(join(STAGE, `${name}.js`), `export default ${JSON.stringify(readFileSync(join(dist, name), 'utf8'))};\n`);
  const parts = Object.fromEntries([...WASM, ...STYLES].map((name) => [name, readFileSync(join(dist, name))]));
  const loader = await bundled(join('src', 'delivery', 'npm.js'), parts, { format: 'esm', external: [...SCRIPTS, ...STYLES.map((name) => `${name}.js`)].map((name) => `./${name}`) });
  writeFileSync(join(STAGE, 'maturity-radar.js'), loader);
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', resolve(folder)], { cwd: STAGE, stdio: ['ignore', 'pipe', 'ignore'] }));
  return join(folder, filename);
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  console.log(await npmPackage(process.env.DIST ?? 'dist', process.argv[2] ?? 'release'));
}
