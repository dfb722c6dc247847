// The pages of the zoo: one body, and what makes each page hard to live on.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const HOME = join('tests', 'e2e', 'zoo');
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; "
  + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri csp-report";

const BODY = `<header><h1>A page</h1><button id="host-button">Pressed <output>0</output></button>
<input id="host-field" aria-label="Find"> <a href="#there">A link</a> <em>and</em> <code>code</code></header>
<p class="corner">In a corner</p>
<main><aside>Beside the widget</aside>
<maturity-radar><button type="button" data-mr-start>Start</button></maturity-radar></main>`;

/** `styles` and `scripts` of zoo/ come before the widget; a page with a `framework` draws its body itself. */
const KINDS = {
  reset: { styles: ['reset.css'] },
  unset: { styles: ['unset.css'] },
  rem: { styles: ['rem.css'] },
  rtl: { attributes: 'dir="rtl" lang="ar"' },
  dark: { styles: ['dark.css'] },
  csp: { headers: { 'content-security-policy': POLICY, 'content-security-policy-report-only': `${POLICY}; frame-src 'none'` } },
  patched: { scripts: ['patched.js'] },
  keys: { scripts: ['keys.js'] },
  older: {},
  yew: { framework: 'yew_start.js' },
  react: { framework: 'react.js' },
  vue: { framework: 'vue.js' },
  jquery: { scripts: ['jquery.js'], counts: false },
};
export const kinds = Object.keys(KINDS);

const htmlOf = ({ attributes = 'lang="en"', styles = [], scripts = [], framework, counts = framework === undefined }) => `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><title>Zoo</title><link rel="icon" href="favicon.svg">
${['host.css', ...styles].map((name) => `<link rel="stylesheet" href="zoo/${name}">`).join('\n')}
<script src="zoo/load.js"${counts ? ' data-counts' : ''}></script>
${scripts.map((name) => `<script src="zoo/${name}" defer></script>`).join('\n')}
${framework ? `<script type="module" src="zoo/${framework}"></script>` : ''}
</head><body>${framework ? '' : BODY}</body></html>`;

/** What `serveDist` needs to show the pages. Builds those of frameworks, in a folder that `end` removes. */
export async function zoo() {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-zoo-'));
  // Of the packages that the pages of the npm package are built with.
  await build({
    entryPoints: ['react.jsx', 'vue.js', 'jquery.js'].map((name) => join(HOME, name)),
    outdir: folder, bundle: true, minify: true, nodePaths: [join('tests', 'npm', 'node_modules')],
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  });
  const inherited = { stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('cargo', ['build', '--quiet', '--locked', '--manifest-path', join(HOME, 'yew-host', 'Cargo.toml'), '--target', 'wasm32-unknown-unknown', '--target-dir', 'target'], inherited);
  execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-dir', folder, '--out-name', 'yew', join('target', 'wasm32-unknown-unknown', 'debug', 'yew-host.wasm')], inherited);

  const faults = { 'zoo/yew_start.js': { body: "import start from './yew.js';\nawait start();\n", type: 'text/javascript' } };
  for (const [home, names] of [[HOME, readdirSync(HOME)], [folder, readdirSync(folder)]]) {
    for (const name of names.filter((each) => /\.(js|css|wasm)$/.test(each))) {
      const type = { js: 'text/javascript', css: 'text/css', wasm: 'application/wasm' }[name.split('.').pop()];
      faults[`zoo/${name}`] = { body: readFileSync(join(home, name)), type };
    }
  }
  const pages = {};
  for (const [kind, own] of Object.entries(KINDS)) pages[`${kind}.html`] = htmlOf(own);
  return { pages, faults, headersOf: (kind) => KINDS[kind].headers ?? {}, end: () => rmSync(folder, { recursive: true, force: true }) };
}
