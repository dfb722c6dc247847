// Where the three browser engines are on this machine.
// An environment variable wins, then PATH, then the usual places. Nothing is downloaded.
// As a program: prints one line per engine, with the remedy where it is missing.
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const mac = process.platform === 'darwin';
const linux = process.platform === 'linux';

function runnable(path) {
  try { accessSync(path, constants.X_OK); return path; } catch { return null; }
}

function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const found = folder && runnable(join(folder, name));
      if (found) return found;
    }
  }
  return null;
}

const firstOf = (paths) => paths.find((path) => path && runnable(path)) ?? null;

export function chromium() {
  return firstOf([
    process.env.CHROME_PATH,
    onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'),
    mac && '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    mac && '/Applications/Chromium.app/Contents/MacOS/Chromium',
    mac && '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ]);
}

export function firefox() {
  return firstOf([
    process.env.FIREFOX_PATH,
    onPath('firefox-esr', 'firefox'),
    mac && '/Applications/Firefox.app/Contents/MacOS/firefox',
    mac && '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ]);
}

/** WebKitGTK needs three programs: the driver, the small browser it drives, and an X server without a screen. */
export function webkit() {
  if (!linux) return null;
  const driver = firstOf([process.env.WEBKIT_DRIVER_PATH, onPath('WebKitWebDriver')]);
  const xvfb = onPath('Xvfb');
  const browser = firstOf([process.env.MINIBROWSER_PATH, ...miniBrowsers()]);
  return driver && xvfb && browser ? { driver, xvfb, browser } : null;
}

function miniBrowsers() {
  const roots = ['/usr/lib', '/usr/libexec', '/usr/lib64'];
  const nested = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')).map((name) => join('/usr/lib', name))
    : [];
  return [...nested, ...roots].flatMap((root) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => join(root, version, 'MiniBrowser')));
}

export const engines = {
  chromium: {
    find: chromium,
    debian: ['chromium'],
    remedy: 'install Chromium or Google Chrome, or set CHROME_PATH to its program',
  },
  firefox: {
    find: firefox,
    debian: ['firefox-esr'],
    remedy: 'install Firefox, or set FIREFOX_PATH to its program',
  },
  webkit: {
    find: webkit,
    debian: ['webkit2gtk-driver', 'xvfb'],
    remedy: linux
      ? 'install the packages webkit2gtk-driver and xvfb (names on Debian and Ubuntu)'
      : 'WebKitGTK exists on Linux only; its tests are skipped on this system',
  },
};

/** The engines to use: all, or those named in ENGINES=chromium,firefox. */
export function chosenEngines() {
  const asked = (process.env.ENGINES ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = asked.filter((name) => !(name in engines));
  if (unknown.length > 0) throw new Error(`ENGINES names ${unknown.join(', ')}; known are ${Object.keys(engines).join(', ')}`);
  return asked.length > 0 ? asked : Object.keys(engines);
}

function main(mode) {
  const missing = chosenEngines().filter((name) => engines[name].find() === null);
  if (mode === '--debian-packages') {
    console.log(missing.flatMap((name) => engines[name].debian).join(' '));
    return;
  }
  for (const name of missing) console.log(`      ${name} is missing: ${engines[name].remedy}`);
  if (missing.length > 0 && process.env.CI === 'true') {
    console.log('      CI=true: every engine is needed');
    process.exitCode = 1;
  } else if (missing.length > 0) {
    console.log('      the other engines are tested; set CI=true to make a missing one a failure');
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) main(process.argv[2]);
