// What a test can do with a page, in the same words in every engine.
// A driver gives the few primitive actions; everything that can be said by them stands here, once.
import { setTimeout as pause } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import { Unanswered } from './bounded.mjs';

const POLL = 25;
const PATIENCE = 15_000;

/**
 * The primitives a driver brings:
 *   go(url), run(source) (an expression for a promise of text), runIn(address, source) (the same in the frame
 *   whose src holds the address), keys(chord), clickAt(x, y),
 *   png(whole) (WebKitGTK has no picture of a whole page), resize(width, height), darken(on), reload(), end()
 */
export class Page {
  #driver;

  constructor(engine, driver) {
    this.engine = engine;
    this.#driver = driver;
  }

  /** Opens an address and waits until the document is read; what it loads may still be on its way. */
  async open(url) {
    await this.#driver.go(url);
    await this.waitFor(() => document.readyState !== 'loading');
  }

  async reload() {
    await this.#driver.reload();
    await this.waitFor(() => document.readyState !== 'loading');
  }

  /** Runs a function in the page; arguments and result are JSON; the function may return a promise. */
  async eval(fn, ...args) {
    // As text both ways, so that all engines hand over the same values.
    // Pages may have changed JSON, and what lists write themselves as.
    const text = await this.#driver.run(`(async () => (globalThis.__seen?.stringify ?? JSON.stringify)([await (${fn})(...${JSON.stringify(args)})], function (key, value) { return Array.isArray(this[key]) ? this[key] : value; }))()`);
    return JSON.parse(text)[0];
  }

  /** Asks the page again and again until the function gives something true, and returns that. */
  async waitFor(fn, args = [], patience = PATIENCE) {
    const end = Date.now() + patience;
    let last;
    for (;;) {
      try {
        last = await this.eval(fn, ...args);
        if (last) return last;
      } catch (error) {
        if (error instanceof Unanswered) throw error;
        // The document may just be replaced by the next one.
        last = error;
      }
      if (Date.now() > end) throw new Error(`${this.engine}: waited ${patience} ms in vain for ${fn} ${JSON.stringify(args)}; last: ${last}`);
      await pause(POLL);
    }
  }

  /** Presses a key or a chord such as 'Shift+Tab', as a keyboard does. */
  press(chord) {
    return this.#driver.keys(chord);
  }

  async type(text) {
    for (const character of text) await this.#driver.keys(character);
  }

  /** Waits for an element inside the widget (by selector, 'button=label', or in the page: 'page:selector') and clicks its middle with the mouse. */
  async click(selector, { widget = 0 } = {}) {
    let place = await this.waitFor(placeOf, [selector, widget]);
    // What has just been drawn may still move: only what stands still is hit.
    for (let before = null; before?.x !== place.x || before?.y !== place.y;) {
      before = place;
      place = await this.waitFor(placeOf, [selector, widget]);
    }
    await this.#driver.clickAt(place.x, place.y);
  }

  /** Text of an element inside the widget, or null. */
  text(selector, { widget = 0 } = {}) {
    return this.eval(textOf, selector, widget);
  }

  /** Waits until an element inside the widget is there and visible. */
  async see(selector, { widget = 0, patience = PATIENCE } = {}) {
    await this.waitFor(placeOf, [selector, widget], patience);
  }

  /** Waits until the widget's own text (or its fallback's) holds these words. */
  async seeText(words, { widget = 0, patience = PATIENCE } = {}) {
    await this.waitFor(hasText, [words, widget], patience);
  }

  async screenshot(path) {
    await writeFile(path, await this.#driver.png(true));
  }

  /** What the viewport shows, as a PNG. */
  async view() {
    return Buffer.from(await this.#driver.png(false));
  }

  /** Sets the viewport, not the window. */
  size(width, height) {
    return this.#driver.resize(width, height);
  }

  /** Switches the system's colour scheme; in WebKitGTK only before the first `open`. */
  dark(on = true) {
    return this.#driver.darken(on);
  }

  /** Errors of the console, uncaught ones and refusals by the page's policy, since the document was opened. */
  errors() {
    return this.eval(() => globalThis.__seen?.errors ?? ['the probe script did not run']);
  }

  violations() {
    return this.eval(() => globalThis.__seen?.violations ?? ['the probe script did not run']);
  }

  /** Addresses this document has fetched. */
  requests() {
    return this.eval(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  }

  /** What the frame of this page shows whose src holds `address`, in the same words; its origin may be any. */
  frame(address) {
    const driver = this.#driver;
    return new Page(this.engine, {
      ...driver,
      run: (source) => driver.runIn(address, source),
      clickAt: async (x, y) => {
        const place = await this.eval(placeInFrame, address, x, y);
        await driver.clickAt(place.x, place.y);
      },
    });
  }

  close() {
    return this.#driver.end();
  }
}

/** For drivers that know their frames by address. */
export function frameOf(page, address) {
  const found = page.frames().find((frame) => frame.url().includes(address));
  if (!found) throw new Error(`no frame shows ${address}`);
  return found;
}

// These run in the page, so each is whole in itself.
function placeOf(selector, index) {
  const host = document.querySelectorAll('maturity-radar')[index];
  const root = host?.shadowRoot;
  const [, kind, words] = /^(page:|button=)(.*)$/s.exec(selector) ?? [];
  const element = kind === 'page:' ? document.querySelector(words)
    : kind ? [...root?.querySelectorAll('button') ?? []].find((button) => button.textContent.trim() === words)
      : root?.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return null;
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** Brings a point of a frame to the middle of the page and gives its place there. */
function placeInFrame(address, x, y) {
  const frame = document.querySelector(`iframe[src*="${address}"]`);
  const place = () => {
    const box = frame.getBoundingClientRect();
    return { x: Math.round(box.x + frame.clientLeft + parseFloat(getComputedStyle(frame).paddingLeft) + x),
      y: Math.round(box.y + frame.clientTop + parseFloat(getComputedStyle(frame).paddingTop) + y) };
  };
  scrollBy({ top: place().y - innerHeight / 2, behavior: 'instant' });
  return place();
}

function textOf(selector, index) {
  const host = document.querySelectorAll('maturity-radar')[index];
  const element = selector.startsWith('page:')
    ? document.querySelector(selector.slice(5))
    : host?.shadowRoot?.querySelector(selector);
  return element ? element.textContent.trim() : null;
}

function hasText(words, index) {
  const host = document.querySelectorAll('maturity-radar')[index];
  const own = host?.shadowRoot?.querySelector('.mr');
  return (own ?? host)?.textContent.includes(words) ?? false;
}
