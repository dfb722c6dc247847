// WebKitGTK's MiniBrowser on an X server without a screen, by plain W3C WebDriver calls.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { webkit as find } from '../../../tools/browsers.mjs';
import { codesOf } from './keys.mjs';
import { Page } from './page.mjs';

export async function launch({ dark = false } = {}) {
  const programs = find();
  // Between two pages nobody is connected. An X server that begins anew then turns away whoever comes meanwhile; of a
  // browser that finds no display the driver never says anything.
  const xvfb = spawn(programs.xvfb, ['-displayfd', '3', '-screen', '0', '1600x2400x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // The X server takes a free display and tells its number when it is ready.
  const [number] = await once(xvfb.stdio[3], 'data');
  const port = await freePort();
  const settings = await flatInterface();
  const driver = spawn(programs.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '', XDG_CONFIG_HOME: settings },
  });
  const base = `http://127.0.0.1:${port}`;
  await answering(`${base}/status`, driver);
  return {
    // Each page is a browser of its own, with storage of its own.
    async newPage({ width = 1280, height = 900 } = {}) {
      const page = await driverOf(base, programs.browser, dark);
      await page.resize(width, height);
      return new Page('webkit', page);
    },
    async close() {
      for (const child of [driver, xvfb]) {
        const gone = once(child, 'exit');
        child.kill();
        await gone;
      }
      await rm(settings, { recursive: true, force: true });
    },
  };
}

/** Settings for a browser whose own bars need no width: otherwise its window stays wider than 440 px. */
async function flatInterface() {
  const folder = await mkdtemp(join(tmpdir(), 'maturity-radar-'));
  await mkdir(join(folder, 'gtk-3.0'));
  await writeFile(join(folder, 'gtk-3.0', 'gtk.css'),
    '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.01); }');
  return folder;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}

async function answering(url, child) {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    if (child.exitCode !== null) break;
    if (await fetch(url).then((response) => response.ok, () => false)) return;
    await pause(25);
  }
  throw new Error('WebKitWebDriver did not start');
}

async function driverOf(base, binary, dark) {
  async function call(method, path, body) {
    const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`webkit ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  const { sessionId } = await call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary, args: ['--automation', ...(dark ? ['--dark-mode'] : [])] },
      },
    },
  });
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });

  const actions = (...sources) => call('POST', `${session}/actions`, { actions: sources });
  const run = async (source) => {
    // An asynchronous script that reports errors by itself, as the driver loses their text.
    const script = `const done = arguments[arguments.length - 1];
      (${source}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await call('POST', `${session}/execute/async`, { script, args: [] });
    if (error !== undefined) throw new Error(error);
    return value;
  };

  return {
    run,
    async runIn(address, source) {
      const id = await call('POST', `${session}/element`, { using: 'css selector', value: `iframe[src*="${address}"]` });
      await call('POST', `${session}/frame`, { id });
      try {
        return await run(source);
      } finally {
        await call('POST', `${session}/frame`, { id: null });
      }
    },
    go: (url) => call('POST', `${session}/url`, { url }),
    reload: () => call('POST', `${session}/refresh`, {}),
    keys(chord) {
      const codes = codesOf(chord);
      return actions({
        type: 'key', id: 'keyboard',
        actions: [...codes.map((value) => ({ type: 'keyDown', value })), ...codes.reverse().map((value) => ({ type: 'keyUp', value }))],
      });
    },
    clickAt: (x, y) => actions({
      type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' },
      actions: [{ type: 'pointerMove', x, y, origin: 'viewport', duration: 0 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }],
    }),
    async png() {
      return Buffer.from(await call('GET', `${session}/screenshot`), 'base64');
    },
    /** The driver sizes the window; the page is what is left beside the browser's bars. */
    async resize(width, height) {
      const inner = () => run('(async () => [innerWidth, innerHeight])()');
      const window = await call('GET', `${session}/window/rect`);
      const [innerWidth, innerHeight] = await inner();
      await call('POST', `${session}/window/rect`, {
        width: width + window.width - innerWidth, height: height + window.height - innerHeight,
      });
      for (const end = Date.now() + 5_000; Date.now() < end; await pause(25)) {
        const [nowWidth, nowHeight] = await inner();
        if (nowWidth === width && nowHeight === height) return;
      }
      throw new Error(`webkit: the viewport cannot be ${width} x ${height}, it stays at ${(await inner()).join(' x ')}`);
    },
    darken(on) {
      if (on !== dark) throw new Error('WebKitGTK takes the colour scheme at its start: ask for { dark: true } with the test');
    },
    end: () => call('DELETE', session),
  };
}
