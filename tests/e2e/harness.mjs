// eachEngine('what holds', async (page, server) => { ... }): one test per engine, on the release dist/.
// Every test has a server and a page of its own, so also an origin and storage of its own.
import { after, test } from 'node:test';
import { chosenEngines, engines } from '../../tools/browsers.mjs';
import { Unanswered, awaited, call, within } from './engines/bounded.mjs';
import { serveDist } from './site.mjs';

// Starting a browser takes seconds: one per engine and kind of start, for all tests of a file.
const browsers = new Map();
const leaving = [];

// Milliseconds: what a test may take, so that one that hangs can still say at what; then what is left is closed.
const TEST = 160_000;
const TIMEOUT = 180_000;
// A browser's end is forced by its driver before that.
const CLOSE = 60_000;
// After the last test of a file its process is to end by itself.
const REST = 30_000;

function browserOf(key, engine, start) {
  if (!browsers.has(key)) {
    browsers.set(key, import(`./engines/${engine}.mjs`).then(({ launch }) => launch(start)));
  }
  return browsers.get(key);
}

/** Takes a browser from those in use and closes it. */
async function closeBrowser(key) {
  const browser = browsers.get(key);
  browsers.delete(key);
  await within(CLOSE, () => `the end of ${key}`, (async () => (await browser?.catch(() => null))?.close())());
}

after(async () => {
  try {
    await inTurn([...[...browsers.keys()].map((key) => () => closeBrowser(key)), () => Promise.all(leaving)]);
  } finally {
    // Whatever a test has left behind may not keep the file's process for ever.
    setTimeout(() => {
      console.error(`${process.argv[1]} does not end: ${process.getActiveResourcesInfo().join(', ')}`);
      process.exit(1);
    }, REST).unref();
  }
});

const late = () => `the test, which waits for ${awaited()}`;

/** A test without `eachEngine` that ends in time as well. */
export const inTime = (body) => () => within(TEST, late, body());

/** Does all steps, whatever becomes of those before; the first failure counts, as the others may come of it. */
async function inTurn(steps) {
  const failures = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

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
    test(`${name} [${engine}]`, { skip, timeout: TIMEOUT }, async () => {
      if (missing) throw new Error(`${engine} is missing: ${engines[engine].remedy}`);
      const start = { ...(dark && engine !== 'chromium' ? { dark } : {}), ...(prefs && engine === 'firefox' ? { prefs } : {}),
        ...(partitioned && engine === 'chromium' ? { partitioned } : {}) };
      const key = `${engine} ${JSON.stringify(start)}`;
      // Faults are changed by tests while they run, so each engine gets its own.
      const server = await serveDist({ ...serving, faults: { ...serving.faults } });
      let page;
      await inTurn([
        async () => {
          try {
            await within(TEST, late, (async () => {
              const browser = await call(() => `${engine}: the start of the browser`, browserOf(key, engine, start));
              page = await browser.newPage({ dark, width, height });
              await body(page, server);
            })());
          } catch (error) {
            // A browser that hangs is not asked again: the next test has another one. Its end may take long as well.
            if (error instanceof Unanswered) leaving.push(closeBrowser(key).catch(() => {}));
            throw error;
          }
        },
        () => browsers.has(key) && page?.close(),
        () => server.close(),
      ]);
    });
  }
}
