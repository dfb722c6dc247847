// Cargo's runner for wasm tests: opens the tests' page in every engine that is there.
// wasm-bindgen-test-runner serves the page; the engines' drivers are those of the end-to-end tests,
// so neither chromedriver nor geckodriver is needed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chosenEngines, engines } from './browsers.mjs';

const PATIENCE = 300_000;

// Cargo hands its own --quiet on, which the runner does not know.
const wanted = process.argv.slice(2).filter((word) => word !== '--quiet');
const runner = spawn('wasm-bindgen-test-runner', wanted, {
  env: { ...process.env, NO_HEADLESS: '1', WASM_BINDGEN_TEST_ADDRESS: '127.0.0.1:0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
runner.on('error', (error) => {
  console.error(`wasm-bindgen-test-runner does not start (${error.message}); run \`make setup\``);
  process.exit(1);
});

const said = [];
const url = await new Promise((resolve) => {
  createInterface({ input: runner.stdout })
    .on('line', (line) => {
      said.push(line);
      const address = /available at (http:\S+)/.exec(line);
      if (address) resolve(address[1]);
    })
    .on('close', () => resolve(null));
});

if (url === null) {
  // No page to open: there are no tests in this binary, or it could not be read.
  if (runner.exitCode === null) await once(runner, 'exit');
  console.log(said.join('\n'));
  process.exit(runner.exitCode ?? 1);
}

let failed = 0;
for (const engine of chosenEngines()) {
  if (engines[engine].find() === null) {
    console.log(`browser tests in ${engine}: skipped; ${engines[engine].remedy}`);
    if (process.env.CI === 'true') failed += 1;
    continue;
  }
  const { launch } = await import(`../tests/e2e/engines/${engine}.mjs`);
  const browser = await launch({});
  try {
    const page = await browser.newPage({});
    await page.open(url);
    const output = await page.waitFor(finished, [], PATIENCE);
    console.log(`browser tests in ${engine}:\n${output.trim()}\n`);
    if (!output.includes('test result: ok')) failed += 1;
    await page.close();
  } finally {
    await browser.close();
  }
}

const gone = once(runner, 'exit');
runner.kill();
await gone;
process.exit(failed === 0 ? 0 : 1);

// Runs in the page: the tests' output once they are through.
function finished() {
  const text = document.getElementById('output')?.textContent ?? '';
  return /test result: |error: |failed to load|panicked at/i.test(text) ? text : null;
}
