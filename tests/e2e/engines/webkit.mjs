// WebKitGTK's MiniBrowser on an X server without a screen, by plain W3C WebDriver calls.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { webkit as find } from '../../../tools/browsers.mjs';
import { bounded, call as asked, departure, stop, within } from './bounded.mjs';
import { codesOf } from './keys.mjs';
import { Page } from './page.mjs';

// Milliseconds for a program to say that it is ready.
const START = 30_000;

export async function launch({ dark = false } = {}) {
  const programs = find();
  const { gone, tell } = departure();
  const settings = await flatInterface();
  const started = [];
  const start = (program, words, options) => {
    const child = spawn(program, words, options);
    const ended = once(child, 'exit').catch((error) => [error.message]);
    ended.then(([code, signal]) => tell(`webkit: ${program} is gone (${signal ?? code})`));
    started.unshift({ child, ended });
    return child;
  };
  // The driver goes before the screen.
  const close = async () => {
    for (const { child, ended } of started) await stop(child, ended);
    await rm(settings, { recursive: true, force: true });
  };
  try {
    return { newPage: await driven(programs, start, settings, dark, gone), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts the screen and the driver; gives what opens a page. */
async function driven(programs, start, settings, dark, gone) {
  // Between two pages nobody is connected. An X server that begins anew then turns away whoever comes meanwhile; of a
  // browser that finds no display the driver never says anything.
  const xvfb = start(programs.xvfb, ['-displayfd', '3', '-screen', '0', '1600x2400x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // The X server takes a free display and tells its number when it is ready.
  const [number] = await within(START, () => 'webkit: Xvfb', once(xvfb.stdio[3], 'data'), gone);
  const port = await freePort();
  const driver = start(programs.driver, [`--port=${port}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '', XDG_CONFIG_HOME: settings },
  });
  // What a browser says that does not start comes here.
  let said = '';
  driver.stderr.on('data', (part) => { said = (said + part).slice(-1_000); });
  // Whoever outlives the driver keeps it open.
  driver.once('exit', () => driver.stderr.unref());
  const base = `http://127.0.0.1:${port}`;
  await within(START, () => 'webkit: WebKitWebDriver', answering(`${base}/status`), gone);
  // Each page is a browser of its own, with storage of its own.
  return async ({ width = 1280, height = 900 } = {}) => {
    said = '';
    const page = bounded('webkit', await driverOf(base, programs.browser, dark, gone, () => said.trim()), gone);
    await page.resize(width, height);
    return new Page('webkit', page);
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

async function answering(url) {
  for (const end = Date.now() + START; Date.now() < end; await pause(25)) {
    if (await fetch(url).then((response) => response.ok, () => false)) return;
  }
  throw new Error('WebKitWebDriver did not start');
}

async function driverOf(base, binary, dark, gone, said) {
  async function call(method, path, body) {
    const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`webkit ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  const { sessionId } = await asked(() => `webkit: the start of a browser, which says "${said()}"`, call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary, args: ['--automation', ...(dark ? ['--dark-mode'] : [])] },
      },
    },
  }), gone);
  const session = `/session/${sessionId}`;
  await asked(() => 'webkit: its limits of time', call('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 }), gone);

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
