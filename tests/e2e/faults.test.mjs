// What can go wrong before the widget runs: each has its own message, and the first screen stays readable.
import assert from 'node:assert/strict';
import { eachEngine } from './harness.mjs';
import { serveDist } from './site.mjs';
import { press } from './widget.mjs';

const GLUE = 'maturity-radar-start.js';
const WASM = 'maturity-radar-start_bg.wasm';
const STYLE = 'maturity-radar.css';

const policy = (rules) => ({ headers: { 'content-security-policy': rules } });
const missing = { status: 404 };
const webPage = { body: '<!doctype html><title>Another page</title>', type: 'text/html' };

/** Waits for the notice and returns its code, checking what every notice must hold. */
async function codeShown(page) {
  const notice = await page.waitFor(() => {
    const host = document.querySelector('maturity-radar');
    const box = (host.shadowRoot?.querySelector('.mr') ?? host).querySelector('.mr-notice-error');
    return box && { text: box.innerText, code: box.querySelector('code').textContent, role: box.getAttribute('role'), buttons: [...box.querySelectorAll('button')].map((button) => button.textContent) };
  });
  assert.equal(notice.role, 'alert');
  assert.match(notice.text, /Answers you gave earlier are untouched/);
  assert.match(notice.text, /For the owner of this page/);
  assert.deepEqual(notice.buttons, ['Reload the page']);
  return notice.code;
}

async function firstScreenStands(page) {
  const screen = await page.eval(() => {
    const heading = document.querySelector('maturity-radar h1');
    return { text: heading.textContent, height: heading.getBoundingClientRect().height, start: document.querySelector('[data-mr-start]') !== null };
  });
  assert.match(screen.text, /How far ahead of events/);
  assert.ok(screen.height > 0, 'the heading is visible');
  assert.equal(screen.start, false, 'a start button that cannot start is gone');
}

function shows(code, what, options) {
  eachEngine(`${what}: ${code}`, options, async (page, server) => {
    await page.open(server.url);
    assert.equal(await codeShown(page), code);
    await firstScreenStands(page);
  });
}

shows('mr-no-wasm', 'a browser without WebAssembly', { without: ['WebAssembly'] });
shows('mr-no-wasm', 'WebAssembly switched off in the settings', { only: ['firefox'], prefs: { 'javascript.options.wasm': false } });
shows('mr-old-browser', 'a browser without constructable style sheets', { without: ['CSSStyleSheet'] });
shows('mr-wasm-blocked', 'a policy without wasm-unsafe-eval', { faults: { 'index.html': policy("script-src 'self'") } });
shows('mr-policy', 'a policy that forbids fetching', { faults: { 'index.html': policy("connect-src 'none'") } });
shows('mr-script-missing', 'no script on the server', { faults: { [GLUE]: missing } });
shows('mr-script-type', 'the script as plain text', { faults: { [GLUE]: { type: 'text/plain', headers: { 'x-content-type-options': 'nosniff' } } } });
shows('mr-script-type', 'a web page in place of the script', { faults: { [GLUE]: webPage } });
shows('mr-versions', 'a script of only half its length', { faults: { [GLUE]: { change: (text) => text.slice(0, text.length / 2) } } });
shows('mr-wasm-missing', 'no wasm on the server', { faults: { [WASM]: missing } });
shows('mr-wasm-type', 'a web page in place of the wasm', { faults: { [WASM]: webPage } });
shows('mr-versions', 'a wasm of another version', { faults: { [WASM]: { body: 'not a module at all' } } });
shows('mr-offline', 'a wasm cut off on its way', { faults: { [WASM]: { cut: 4 } } });
shows('mr-style-missing', 'no style sheet on the server', { faults: { [STYLE]: missing } });
shows('mr-versions', 'a style sheet of another version', { faults: { [STYLE]: { change: (text) => `${text}\np{}` } } });
shows('mr-style-type', 'a web page in place of the style sheet', { faults: { [STYLE]: webPage } });
shows('mr-offline', 'a server that does not answer for the wasm', { faults: { [WASM]: { drop: true } } });
shows('mr-offline', 'a server that does not answer for the script', { faults: { [GLUE]: { drop: true } } });

eachEngine('parts on a server that does not share them with the page: mr-origin', async (page, server) => {
  const shared = { headers: { 'access-control-allow-origin': '*' } };
  const other = await serveDist({ faults: { 'maturity-radar.js': shared, [GLUE]: shared, [STYLE]: shared } });
  try {
    server.faults['owner.html'] = { type: 'text/html', body: `<!doctype html><title>x</title><script type="module" src="${other.url}maturity-radar.js"></script><maturity-radar></maturity-radar>` };
    await page.open(`${server.url}owner.html`);
    assert.equal(await codeShown(page), 'mr-origin');
  } finally {
    await other.close();
  }
});

eachEngine('a start button that came back is there again for the next start', { faults: { [WASM]: missing } }, async (page, server) => {
  await page.open(server.url);
  assert.equal(await codeShown(page), 'mr-wasm-missing');
  delete server.faults[WASM];
  await page.eval(() => { document.querySelector('maturity-radar').storage = 'none'; });
  await page.seeText('See an example result');
});

eachEngine('an event tells the page the code', { faults: { [WASM]: missing } }, async (page, server) => {
  server.faults['owner.js'] = {
    type: 'text/javascript',
    body: "addEventListener('mr-error', (event) => { document.documentElement.dataset.code = event.detail.code; });",
  };
  const add = server.faults['index.html'].change;
  server.faults['index.html'].change = (html) => add(html).replace('<link', '<script src="owner.js"></script><link');
  await page.open(server.url);
  await page.waitFor(() => document.documentElement.dataset.code === 'mr-wasm-missing');
});

eachEngine('wasm of an unknown type still runs', { faults: { [WASM]: { type: 'application/octet-stream' } } }, async (page, server) => {
  await page.open(server.url);
  await page.see('button');
  assert.deepEqual(await page.violations(), []);
});

eachEngine('a press on Start before the program is there is honoured', async (page, server) => {
  let arrive;
  server.faults[WASM] = { delay: new Promise((resolve) => { arrive = resolve; }) };
  await page.open(server.url);
  await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
  await page.click('page:[data-mr-start]');
  assert.deepEqual(await page.eval(() => {
    const button = document.querySelector('[data-mr-start]');
    return [button.textContent, button.getAttribute('aria-disabled')];
  }), ['Starting …', 'true']);
  arrive();
  await page.seeText('Question 1 of 24');
});

eachEngine('the first screen is readable while the program is on its way', async (page, server) => {
  let arrive;
  server.faults[WASM] = { delay: new Promise((resolve) => { arrive = resolve; }) };
  await page.open(server.url);
  await page.see('page:maturity-radar h1');
  await page.see('page:[data-mr-start]');
  arrive();
  await page.see('button');
});

eachEngine('the whole start breaks no policy, logs no error and fetches nothing from elsewhere', async (page, server) => {
  await page.open(server.url);
  await page.see('button');
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(await page.errors(), []);
  for (const address of await page.requests()) assert.ok(address.startsWith(server.url), address);
});

// WebKitGTK fetches preloaded files again: its automation mode keeps no cache.
eachEngine('each file is fetched once', { only: ['chromium', 'firefox'] }, async (page, server) => {
  await page.open(server.url);
  await page.see('button');
  const paths = server.log.map((entry) => entry.path);
  assert.deepEqual(paths.filter((path, index) => paths.indexOf(path) !== index), []);
});

eachEngine('it runs from any folder', { base: '/tools/radar/' }, async (page, server) => {
  await page.open(server.url);
  await page.see('button');
  assert.deepEqual(server.log.filter((entry) => entry.status >= 400), []);
});

eachEngine('a moved widget keeps its state, a removed one is unmounted and can return', async (page, server) => {
  await page.open(server.url);
  await page.see('button');
  await page.eval(async () => {
    const host = document.querySelector('maturity-radar');
    host.shadowRoot.querySelector('.mr').dataset.mark = 'same';
    document.body.append(host);
    await null;
    await null;
  });
  assert.equal(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr').dataset.mark), 'same');
  await page.eval(async () => {
    const host = document.querySelector('maturity-radar');
    host.remove();
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    document.body.append(host);
  });
  await page.see('button');
  assert.equal(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr').dataset.mark ?? null), null);
});

eachEngine('the element takes properties set before it was defined, and answers when ready', async (page, server) => {
  const add = server.faults['index.html'].change;
  server.faults['index.html'] = { change: (html) => add(html).replace(/<script type="?module[^>]*><\/script>/, '') };
  await page.open(server.url);
  assert.deepEqual(await page.eval(async () => {
    const host = document.querySelector('maturity-radar');
    host.storage = 'none';
    const script = document.createElement('script');
    script.type = 'module';
    script.src = 'maturity-radar.js';
    document.head.append(script);
    await customElements.whenDefined('maturity-radar');
    return [host.storage, host.getAttribute('storage'), host.results, Array.isArray(await host.exportData())];
  }), ['none', 'none', { waves: [], change: null, progress: null, plan: null, team: null, perception_gap: null, lenses: {} }, true]);
});

eachEngine('a script included twice is served as well', async (page, server) => {
  const add = server.faults['index.html'].change;
  server.faults['index.html'] = {
    change: (html) => add(html).replace('</head>', '<script type="module" src="maturity-radar.js?again"></script></head>'),
  };
  await page.open(server.url);
  await page.see('button');
  assert.deepEqual(await page.errors(), []);
});

// The whole program comes after the small one; what goes wrong with it shows when it is needed.
const needed = (code, what, options) => eachEngine(`${what}: ${code}`, options, async (page, server) => {
  await page.open(server.url);
  await press(page, 'See an example result');
  assert.equal(await codeShown(page), code);
});

needed('mr-wasm-missing', 'no whole program on the server', { faults: { 'maturity-radar-app_bg.wasm': missing } });
needed('mr-script-missing', 'no script of the whole program', { faults: { 'maturity-radar-app.js': missing } });
needed('mr-script-missing', 'no services of the whole program', { faults: { 'maturity-radar-later.js': missing } });
needed('mr-script-type', 'services as a web page', { faults: { 'maturity-radar-later.js': webPage } });
needed('mr-versions', 'services of only half their length', { faults: { 'maturity-radar-later.js': { change: (text) => text.slice(0, text.length / 2) } } });
needed('mr-offline', 'a whole program cut off on its way', { faults: { 'maturity-radar-app_bg.wasm': { cut: 4 } } });

eachEngine('a whole program that comes late is waited for', { faults: { 'maturity-radar-app_bg.wasm': { delay: 1500 } } }, async (page, server) => {
  await page.open(server.url);
  await press(page, 'See an example result');
  await page.seeText('One moment');
  await page.see('.mr-radar-wide');
});
