// Chromium, by playwright-core. It sees through open shadow roots and sets media and network by itself.
import { chromium as playwright } from 'playwright-core';
import { chromium as find } from '../../../tools/browsers.mjs';
import { bounded, call, departure, within } from './bounded.mjs';
import { Page, frameOf } from './page.mjs';

export async function launch({ partitioned = false } = {}) {
  const browser = await playwright.launch({
    executablePath: find(),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      // The last such list counts: it takes the place of the driver's own, which names the storage of frames.
      ...(partitioned ? ['--disable-features=Translate'] : []),
      // The sandbox needs a user that is not root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const lost = departure();
  browser.on('disconnected', () => lost.tell('chromium: the browser is gone'));
  return {
    async newPage({ dark = false, width = 1280, height = 900 } = {}) {
      const { gone, tell } = departure();
      lost.gone.catch((error) => tell(error.message));
      return call(() => 'chromium: a new page', (async () => {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
        const page = await context.newPage();
        page.on('crash', () => tell('chromium: the page has crashed'));
        return new Page('chromium', bounded('chromium', driverOf(context, page), gone));
      })(), gone);
    },
    // What does not close within 30 s is ended by playwright.
    close: () => within(45_000, () => 'the end of Chromium', browser.close()),
  };
}

function driverOf(context, page) {
  return {
    go: (url) => page.goto(url, { waitUntil: 'domcontentloaded' }),
    run: (source) => page.evaluate(source),
    runIn: (address, source) => frameOf(page, address).evaluate(source),
    keys: (chord) => page.keyboard.press(chord.length > 1 || chord !== '+' ? chord : 'Shift+Equal'),
    clickAt: (x, y) => page.mouse.click(x, y),
    png: (fullPage) => page.screenshot({ fullPage }),
    resize: (width, height) => page.setViewportSize({ width, height }),
    darken: (on) => page.emulateMedia({ colorScheme: on ? 'dark' : 'light' }),
    reload: () => page.reload({ waitUntil: 'domcontentloaded' }),
    end: () => context.close(),
  };
}
