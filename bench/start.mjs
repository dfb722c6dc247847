// Measures in Chromium, on dist/: from the visit's start to the first question that answers, and from an answer
// to the next painted frame. Two profiles: the machine as it is, and a phone on a slow line
// (processor four times slower, 1.6 Mbit/s, 150 ms). Prints medians; RUNS=7 changes the number of visits.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { chromium as playwright } from 'playwright-core';
import { chromium as find, engines } from '../tools/browsers.mjs';
import { serve } from '../tools/serve.mjs';

const RUNS = Number(process.env.RUNS ?? 7);
const PROFILES = {
  'as it is': { cpu: 1 },
  'slow phone': { cpu: 4, network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 } },
};

if (find() === null) {
  console.log(`chromium is missing: ${engines.chromium.remedy}`);
  process.exit(1);
}

// Compressed once, as a web server does.
const compressed = new Map();
const encode = (name, body) => {
  if (!compressed.has(name)) compressed.set(name, brotliCompressSync(body));
  return compressed.get(name);
};
readFileSync('dist/index.html');
const server = await serve('dist', { encode });
const browser = await playwright.launch({
  executablePath: find(),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});

// Presses Start as soon as it is there, and notes when the first question's choices can be used.
function watch() {
  const marks = globalThis.__marks = {};
  addEventListener('mr-ready', () => { marks.ready = performance.now(); });
  const look = () => {
    const host = document.querySelector('maturity-radar');
    if (host && customElements.get('maturity-radar') && marks.start === undefined) {
      // The widget may be there before the first frame; then it is its own button that counts.
      const start = (host.shadowRoot?.querySelector('.mr') ?? host).querySelector('[data-mr-start], .mr-button');
      if (start) { marks.start = performance.now(); start.click(); }
    }
    const choice = host?.shadowRoot?.querySelector('input[type=radio]');
    if (choice) marks.question = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// From the press of a digit to the frame after the answer is drawn.
function answer(n) {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const radios = root.querySelectorAll('input[type=radio]');
  const radio = radios[n % radios.length];
  return new Promise((resolve) => {
    const begin = performance.now();
    radio.click();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begin);
      port2.postMessage(null);
    });
  });
}

async function visit({ cpu, network }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (network) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
  }
  await page.addInitScript(watch);
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.__marks?.question !== undefined, null, { timeout: 60_000 });
  const marks = await page.evaluate(() => globalThis.__marks);
  const answers = [];
  for (let n = 0; n < 10; n += 1) answers.push(await page.evaluate(answer, n));
  // Reported a frame or more after it happened, so it is read last.
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  await context.close();
  return { ...marks, paint, answer: median(answers), slowestAnswer: Math.max(...answers) };
}

function median(numbers) {
  const sorted = numbers.filter((number) => number !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const columns = [['first paint', 'paint'], ['start pressed', 'start'], ['widget ready', 'ready'],
  ['first question', 'question'], ['answer to frame', 'answer'], ['slowest answer', 'slowestAnswer']];
console.log(['ms, medians'.padEnd(14), ...columns.map(([title]) => title.padStart(16))].join(''));
try {
  await visit(PROFILES['as it is']); // warms the browser up
  for (const [name, profile] of Object.entries(PROFILES)) {
    const visits = [];
    for (let run = 0; run < RUNS; run += 1) visits.push(await visit(profile));
    console.log([name.padEnd(14), ...columns.map(([, key]) => median(visits.map((each) => each[key])).toFixed(1).padStart(16))].join(''));
  }
} finally {
  await browser.close();
  await server.close();
}
