// Firefox, by puppeteer-core over WebDriver BiDi: no geckodriver is needed.
import puppeteer from 'puppeteer-core';
import { firefox as find } from '../../../tools/browsers.mjs';
import { bounded, call, departure, within } from './bounded.mjs';
import { splitChord } from './keys.mjs';
import { Page, frameOf } from './page.mjs';

// Milliseconds for the browser to end by itself.
const END = 15_000;

export async function launch({ prefs = {}, dark = false } = {}) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: find(),
    headless: true,
    extraPrefsFirefox: {
      // 0 is dark, 1 is light: what pages are told, whatever the desktop says.
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      ...prefs,
    },
  });
  const { gone, tell } = departure();
  browser.on('disconnected', () => tell('firefox: the browser is gone'));
  return {
    newPage: ({ width = 1280, height = 900 } = {}) => call(() => 'firefox: a new page', (async () => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height });
      return new Page('firefox', bounded('firefox', driverOf(context, page, dark), gone));
    })(), gone),
    async close() {
      try {
        await within(END, () => 'the end of Firefox', browser.close());
      } catch (error) {
        browser.process()?.kill('SIGKILL');
        throw error;
      }
    },
  };
}

function driverOf(context, page, dark) {
  return {
    go: (url) => page.goto(url, { waitUntil: 'domcontentloaded' }),
    run: (source) => page.evaluate(source),
    runIn: (address, source) => frameOf(page, address).evaluate(source),
    async keys(chord) {
      const names = splitChord(chord);
      const last = names.pop();
      for (const name of names) await page.keyboard.down(name);
      await page.keyboard.press(last);
      for (const name of names.reverse()) await page.keyboard.up(name);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    png: (fullPage) => page.screenshot({ fullPage }),
    resize: (width, height) => page.setViewport({ width, height }),
    darken(on) {
      if (on !== dark) throw new Error('Firefox takes the colour scheme at its start: ask for { dark: true } with the test');
    },
    reload: () => page.reload({ waitUntil: 'domcontentloaded' }),
    end: () => context.close(),
  };
}
