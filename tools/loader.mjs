// What the build writes into the element's loader, and the loader for forms of delivery in which the parts are not
// files beside it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LOADER = join('src', 'embed', 'maturity-radar.js');
const FIRST = "const START = 'maturity-radar-start';";

export const digest = (bytes, algorithm = 'sha256') => `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

/** Replaces what must be there exactly once: the loader may change, which must not pass unseen. */
function replaced(text, pattern, by) {
  if (text.split(pattern).length !== 2) throw new Error(`${LOADER} has no ${pattern}, or more than one: see tools/loader.mjs`);
  return text.replace(pattern, () => by);
}

/** The loader's text, told what its parts are to be: the hash of each by name, and the bytes of the first program. */
export function told(source, hashes, bytes) {
  const text = replaced(source, 'const PARTS = {};', `const PARTS = ${JSON.stringify(hashes)};`);
  return replaced(text, 'const BYTES = 0;', `const BYTES = ${bytes};`);
}

/**
 * Bundles the loader. `places` is the module that says where the parts are: `beside(name)`, `bring(name)` for scripts
 * and `ask(url, options)` in place of fetch. `parts` are bytes by name; `first` is the program to start with;
 * `resolved` maps names in imports to files.
 */
export async function bundled(places, parts, { first, resolved = {}, ...options }) {
  const hashes = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, digest(bytes)]));
  let source = told(readFileSync(LOADER, 'utf8'), hashes, parts[`${first ?? 'maturity-radar-start'}_bg.wasm`].length);
  source = replaced(source, 'const beside = (name) => new URL(name, import.meta.url).href;',
    `import { beside, bring, ask as fetch } from ${JSON.stringify(resolve(places))};`);
  source = replaced(source, /async function loadScript\(name\) \{\n[^]*?\n\}\n/,
    "const loadScript = (name) => bring(name).catch(() => { throw new Fault('mr-script-missing', name); });\n");
  if (first) source = replaced(source, FIRST, `const START = '${first}';`);
  const find = {
    name: 'parts',
    setup(esbuild) {
      esbuild.onResolve({ filter: /.*/ }, ({ path }) => (resolved[path] ? { path: resolve(resolved[path]) } : undefined));
    },
  };
  const { build } = await import('esbuild');
  const { outputFiles: [{ text }] } = await build({
    stdin: { contents: source, resolveDir: join('src', 'embed') }, bundle: true, minify: true, target: 'esnext',
    legalComments: 'none', write: false, logLevel: 'warning', plugins: [find], ...options,
  });
  return text;
}
