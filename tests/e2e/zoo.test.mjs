// The main journey on a zoo of host pages: the widget lives on each of them, and leaves them as they were.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { items, survey } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { near } from './taking.mjs';
import { chooseFirst, press, results } from './widget.mjs';
import { kinds, zoo } from './zoo/pages.mjs';
import { differences, pixelsOf } from './zoo/picture.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const c20 = golden.find((test) => test.id === 'C20');

const LEANING = 4;

const { pages, faults, headersOf, end } = await zoo();
after(end);

/** The names on the window and on what every page has in common with the widget's scripts. */
const names = (page) => page.eval(() => [window, ...['Object', 'Array', 'Function', 'String', 'Promise', 'Node', 'Element', 'HTMLElement', 'Document', 'ShadowRoot', 'Event', 'EventTarget'].map((name) => window[name].prototype), JSON, document, document.documentElement, document.body]
  .flatMap((each, at) => Reflect.ownKeys(each).map((name) => `${at} ${String(name)}`)));

/** Where the widget is, and what it draws in. */
const boxes = (page) => page.eval(() => {
  const host = document.querySelector('maturity-radar');
  const found = [];
  for (const each of [host, host.shadowRoot?.firstElementChild]) {
    const { left, top, right, bottom } = each?.getBoundingClientRect() ?? {};
    found.push({ left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) });
  }
  return found;
});

async function picture(page) {
  await page.eval(() => new Promise((resolve) => {
    scrollTo({ top: 0, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)));
  }));
  return { pixels: pixelsOf(await page.view()), boxes: await boxes(page) };
}

const load = (page) => page.eval(() => {
  dispatchEvent(new Event('zoo-load'));
  return customElements.whenDefined('maturity-radar').then(() => true);
});

/** Puts the keyboard's focus on the first such control with these words, once it is there. */
const focus = (page, selector, words) => page.waitFor((selector, words) => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  for (const control of root?.querySelectorAll(selector) ?? []) {
    if (words && control.textContent.trim() !== words) continue;
    control.focus();
    return root.activeElement === control;
  }
  return false;
}, [selector, words]);

/** Presses a button by the keyboard. */
async function choose(page, label) {
  await focus(page, 'button', label);
  await page.press('Enter');
}

/** Answers each question by a digit, goes on by Enter. */
async function answerAll(page, ratings) {
  for (const item of items) {
    const place = await page.waitFor((stem, text) => {
      const root = document.querySelector('maturity-radar').shadowRoot;
      const heading = root?.querySelector('h1');
      if (heading?.textContent.trim() !== stem || !heading.contains(root.activeElement)) return 0;
      const labels = root.querySelectorAll('.mr-choices:not(.mr-choices-alt) label');
      for (let at = 0; at < labels.length; at += 1) if (labels[at].textContent.trim() === text) return at + 1;
      throw new Error('the statement is not there');
    }, [item.stem, item.anchors.find((anchor) => anchor.value === ratings[item.code]).text]);
    await page.press(String(place));
    await page.press('Enter');
  }
}

/** Working time and aim, up to the results. */
async function finish(page, mix) {
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelectorAll('input[inputmode=numeric]').length >= 3);
  for (const [at, share] of mix.entries()) {
    await page.eval((at) => document.querySelector('maturity-radar').shadowRoot.querySelectorAll('input[inputmode=numeric]')[at].focus(), at);
    await page.type(String(share));
  }
  await page.press('Enter');
  await page.waitFor((stem) => document.querySelector('maturity-radar').shadowRoot.querySelector('h1')?.textContent.trim() === stem, [survey.questions.aim.stem]);
  await focus(page, 'input', '');
  await page.press(' ');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('input:checked') !== null);
  await page.press('Enter');
  // The next screen takes focus to its heading; a button has it only after that.
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.activeElement?.localName === 'h1');
  await choose(page, 'Show my results');
  await page.see('.mr-radar');
}

/** What more must hold on some pages once the journey is done. */
const AFTERWARDS = {
  // Nothing is left of its own box, so it is the content that must stand where it belongs.
  unset: async (page) => assert.equal(await page.eval(() => getComputedStyle(document.querySelector('maturity-radar')).display), 'inline'),
  rem: async (page) => assert.equal(await page.eval(() => getComputedStyle(document.querySelector('maturity-radar').shadowRoot.querySelector('.mr')).fontSize), '16px'),
  rtl: async (page) => assert.equal(await page.eval(() => getComputedStyle(document.querySelector('maturity-radar').shadowRoot.querySelector('.mr')).direction), 'rtl'),
  dark: async (page) => assert.ok(await page.eval(() => {
    const [red, green, blue] = getComputedStyle(document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-shell')).backgroundColor.match(/\d+/g);
    return Number(red) + Number(green) + Number(blue) < 200;
  }), 'the ground is dark'),
  async older(page) {
    // Once more, and an older copy after it: the first one stays.
    await page.eval(async () => {
      const own = customElements.get('maturity-radar');
      await import(`${new URL('maturity-radar.js', location.href)}?again`);
      const script = document.createElement('script');
      script.src = 'zoo/older.js';
      await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
      if (customElements.get('maturity-radar') !== own) throw new Error('another one took its place');
    });
    await page.see('.mr-moves');
  },
  async keys(page) {
    assert.deepEqual((await page.eval(() => heard)).filter((each) => each.endsWith('maturity-radar')), [], 'the page hears none of the keys');
    await page.press('Escape');
    assert.ok((await page.eval(() => heard)).includes('keydown Escape maturity-radar'), 'but those that close something');
  },
  // The host has handlers around the widget: they hear each press in it once, and the button's hears none.
  yew: async (page) => assert.deepEqual(await page.eval(() => [Number(document.querySelector('#passed').value), document.querySelector('#host-button output').textContent]), await page.eval(() => [zoo.passed, '0'])),
};

for (const kind of kinds) {
  eachEngine(`the journey on a page of kind ${kind}`, { pages, faults, headers: headersOf(kind) }, async (page, server) => {
    await page.open(`${server.url}${kind}.html`);
    await page.waitFor(() => document.readyState === 'complete' && document.querySelector('#host-button') !== null);
    const [before, had] = [await picture(page), await names(page)];
    await load(page);
    await press(page, 'Start');
    await answerAll(page, c20.input.base);
    await finish(page, [45, 40, 15]);
    near((await results(page)).waves[0].score.overall.score, c20.expected.overall.base, 'overall score');
    await page.seeText('40.6');
    await choose(page, 'Targets');
    await page.seeText('Your own targets');
    await choose(page, 'Plan');
    await page.see('.mr-moves');

    // The page around it is the same, to the pixel, and works.
    const now = await picture(page);
    const [, drawn] = now.boxes;
    assert.ok(drawn.right - drawn.left > 600 && drawn.bottom - drawn.top > 600, `the widget has room: ${JSON.stringify(drawn)}`);
    // Letters of the element's own content may lean out of its box.
    const { left, top, right, bottom } = before.boxes[0];
    const content = { left: left - LEANING, top, right: right + LEANING, bottom };
    assert.deepEqual(differences(before.pixels, now.pixels, [content, ...now.boxes]), []);
    assert.deepEqual((await names(page)).filter((name) => !had.includes(name)), [], 'no name is added');
    if (AFTERWARDS[kind]) await AFTERWARDS[kind](page);
    await page.click('page:#host-button');
    await page.waitFor(() => document.querySelector('#host-button output').textContent === '1');
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await page.violations(), []);
    assert.deepEqual(server.log.filter(({ path, status }) => status >= 400 || path.includes('csp-report')), []);

    await page.reload();
    await load(page);
    await page.seeText('Assess again');
    assert.equal((await results(page)).waves.length, 1, 'what was answered is there on the next visit');
    assert.deepEqual(await page.errors(), []);
  });
}

eachEngine('a note on a page with shortcuts', { pages, faults }, async (page, server) => {
  await page.open(`${server.url}keys.html`);
  await load(page);
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  await chooseFirst(page);
  await page.click('textarea');
  await page.type('j/ 1?');
  await page.press('Backspace');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('textarea').value === 'j/ 1');
  assert.deepEqual((await page.eval(() => heard)).filter((each) => each.endsWith('maturity-radar')), []);
  // Outside of the widget the shortcuts are what they were.
  await page.eval(() => document.querySelector('maturity-radar').blur());
  await page.click('page:h1');
  await page.press('j');
  assert.deepEqual((await page.eval(() => heard)).slice(0, 1), ['keydown j body']);
});

eachEngine('an older copy that came first stays, and nothing fails', { pages, faults }, async (page, server) => {
  await page.open(`${server.url}older.html`);
  await page.eval(async () => {
    const script = document.createElement('script');
    script.src = 'zoo/older.js';
    await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
    await import(new URL('maturity-radar.js', location.href));
  });
  assert.equal(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.textContent), 'An older widget');
  assert.deepEqual(await page.errors(), []);
});
