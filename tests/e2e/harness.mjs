// eachEngine('what holds', async (page, server) => { ... }): one test per engine, on the release dist/.
// Every test has a server and a page of its own, so also an origin and storage of its own.
import { after, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenEngines, engines } from '../../tools/browsers.mjs';
import { serve } from '../../tools/serve.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const DIST = process.env.DIST ?? join(root, 'dist');

// Runs first in every document: keeps what the page must not do. `without` takes a global away before anything sees it.
const probe = (without) => `globalThis.__seen = { errors: [], violations: [] };
${without.map((name) => `delete globalThis.${name};`).join('\n')}
addEventListener('securitypolicyviolation', (event) => __seen.violations.push(event.effectiveDirective + ' ' + event.blockedURI));
addEventListener('error', (event) => __seen.errors.push(event.message ? event.message : 'could not load ' + (event.target.src ?? event.target.href)), true);
addEventListener('unhandledrejection', (event) => __seen.errors.push('unhandled: ' + event.reason));
const tell = console.error;
console.error = (...words) => { __seen.errors.push(words.join(' ')); tell(...words); };
`;
const PROBE = '__probe.js';
const withProbe = (html) => html.replace('<head>', `<head><script src="${PROBE}"></script>`);

/** A server of dist/ whose pages carry the probe. `pages` adds documents by name. */
export function serveDist({ without = [], pages = {}, faults = {}, ...options } = {}) {
  const added = Object.fromEntries(Object.entries(pages).map(([name, body]) => [name, { body: withProbe(body), type: 'text/html; charset=utf-8' }]));
  return serve(DIST, {
    ...options,
    faults: {
      'index.html': { change: withProbe },
      [PROBE]: { body: probe(without), type: 'text/javascript' },
      ...added,
      ...faults,
    },
  });
}

// Starting a browser takes seconds: one per engine and kind of start, for all tests of a file.
const browsers = new Map();

async function browserOf(engine, start) {
  const key = `${engine} ${JSON.stringify(start)}`;
  if (!browsers.has(key)) {
    browsers.set(key, import(`./engines/${engine}.mjs`).then(({ launch }) => launch(start)));
  }
  return browsers.get(key);
}

after(async () => {
  for (const browser of browsers.values()) await (await browser.catch(() => null))?.close();
});

/**
 * Options: `dark`, `width`, `height` of the page; `prefs` of Firefox; `only` engines;
 * and all of `serveDist`: `faults`, `without`, `pages`, `base`.
 */
export function eachEngine(name, options, body) {
  if (typeof options === 'function') return eachEngine(name, {}, options);
  const { dark = false, width, height, prefs, only = Object.keys(engines), ...serving } = options;
  for (const engine of chosenEngines().filter((each) => only.includes(each))) {
    const missing = engines[engine].find() === null;
    const skip = missing && process.env.CI !== 'true' ? engines[engine].remedy : false;
    test(`${name} [${engine}]`, { skip, timeout: 180_000 }, async () => {
      if (missing) throw new Error(`${engine} is missing: ${engines[engine].remedy}`);
      const start = { ...(dark && engine !== 'chromium' ? { dark } : {}), ...(prefs && engine === 'firefox' ? { prefs } : {}) };
      const browser = await browserOf(engine, start);
      const server = await serveDist(structure(serving));
      const page = await browser.newPage({ dark, width, height });
      try {
        await body(page, server);
      } finally {
        await page.close();
        await server.close();
      }
    });
  }
}

// Faults are changed by tests while they run, so each engine gets its own.
const structure = (serving) => ({ ...serving, faults: { ...serving.faults } });
