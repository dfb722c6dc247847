// eachEngine('what holds', async (page, server) => { ... }): one test per engine, on the release dist/.
// Every test has a server and a page of its own, so also an origin and storage of its own.
import { after, test } from 'node:test';
import { chosenEngines, engines } from '../../tools/browsers.mjs';
import { serveDist } from './site.mjs';

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
 * Options: `dark`, `width`, `height` of the page; `prefs` of Firefox; `only` engines; `partitioned`: storage of
 * frames as people's browsers keep it, which Chromium's driver otherwise switches off;
 * and all of `serveDist`: `faults`, `without`, `pages`, `base`.
 */
export function eachEngine(name, options, body) {
  if (typeof options === 'function') return eachEngine(name, {}, options);
  const { dark = false, partitioned = false, width, height, prefs, only = Object.keys(engines), ...serving } = options;
  for (const engine of chosenEngines().filter((each) => only.includes(each))) {
    const missing = engines[engine].find() === null;
    const skip = missing && process.env.CI !== 'true' ? engines[engine].remedy : false;
    test(`${name} [${engine}]`, { skip, timeout: 180_000 }, async () => {
      if (missing) throw new Error(`${engine} is missing: ${engines[engine].remedy}`);
      const start = { ...(dark && engine !== 'chromium' ? { dark } : {}), ...(prefs && engine === 'firefox' ? { prefs } : {}),
        ...(partitioned && engine === 'chromium' ? { partitioned } : {}) };
      const browser = await browserOf(engine, start);
      // Faults are changed by tests while they run, so each engine gets its own.
      const server = await serveDist({ ...serving, faults: { ...serving.faults } });
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
