// A page of another origin around embed.html, with notes of what reaches it.
import { setTimeout as pause } from 'node:timers/promises';
import { serveDist } from './site.mjs';

/** What docs/iframe.md tells owners to write. */
export const ATTRIBUTES = 'title="Maturity radar" allow="clipboard-write" sandbox="allow-scripts allow-same-origin allow-downloads allow-popups allow-modals" width="100%" height="700"';

/** One frame as owners write it; `address` is the query, `more` further attributes. */
export const frame = (server, address = '', { id = 'real', attributes = ATTRIBUTES, more = '' } = {}) =>
  `<iframe id="${id}" data-maturity-radar src="${server.url}embed.html?${address}" ${attributes} ${more}></iframe>`;

/** The line that makes it follow. */
export const script = (server) => `<script src="${server.url}maturity-radar-frame.js" async></script>`;

// Notes every message, every event of the element, every height that a frame is given and each that it then has,
// with the time by one clock.
const NOTES = `
globalThis.__notes = { messages: [], events: [], heights: {}, given: {} };
const clock = () => performance.timeOrigin + performance.now();
addEventListener('message', ({ data, origin }) => { if (__notes.messages.length < 1000) __notes.messages.push([origin, data?.type ?? null]); });
for (const name of ['mr-ready', 'mr-start', 'mr-step', 'mr-complete', 'mr-save', 'mr-export', 'mr-error'])
  addEventListener(name, (event) => __notes.events.push([name, event.target.id, event.detail]));
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) (__notes.heights[target.id] ??= []).push([clock(), target.offsetHeight]);
});
const given = new MutationObserver((changes) => {
  for (const { target } of changes) (__notes.given[target.id] ??= []).push([clock(), parseFloat(target.style.height)]);
});
const watch = () => { for (const each of document.querySelectorAll('iframe:not([data-watched])')) { each.dataset.watched = ''; sizes.observe(each); given.observe(each, { attributeFilter: ['style'] }); } };
new MutationObserver(watch).observe(document, { childList: true, subtree: true });
`;

/**
 * Opens a page with this markup on http://localhost and runs `body(origin)`; `pages` and `files` are served beside it.
 * The widget's server stays on 127.0.0.1, which is another origin and another site.
 */
export async function hosted(page, markup, body, { pages = {}, files = {}, style = '' } = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page around it</title><style>body { margin: 8px; } ${style}</style><script>${NOTES}</script></head><body>${markup}</body></html>`;
  const server = await serveDist({ pages: { 'host.html': html, ...pages }, faults: files });
  const url = new URL(server.url);
  url.hostname = 'localhost';
  try {
    await page.open(`${url.href}host.html`);
    return await body(url.origin, server);
  } finally {
    await server.close();
  }
}

/** Waits until the widget in the frame is drawn and knows what is stored. */
export async function drawn(framed) {
  await framed.waitFor(() => document.querySelector('maturity-radar')?.shadowRoot?.querySelector('.mr button[type=submit]'));
  return framed;
}

export const notes = (page) => page.eval(() => globalThis.__notes);

/** The height that the frame has, and the one that its content has. */
export async function fit(page, framed, id = 'real') {
  const outer = await page.eval((id) => document.getElementById(id).offsetHeight, id);
  const { inner, content, scrolls } = await framed.eval(() => ({
    inner: innerHeight,
    content: Math.ceil(document.querySelector('main').getBoundingClientRect().height),
    scrolls: getComputedStyle(document.documentElement).overflowY !== 'hidden',
  }));
  return { outer, inner, content, scrolls };
}

/** Waits until the frame is as high as its content, and both stay so. */
export async function followed(page, framed, id = 'real') {
  let before = '';
  for (const end = Date.now() + 10_000; ; await pause(100)) {
    const now = await fit(page, framed, id);
    if (now.inner === now.content && JSON.stringify(now) === before) return now;
    if (Date.now() > end) throw new Error(`${page.engine}: the frame ${id} does not follow: ${JSON.stringify(now)}`);
    before = JSON.stringify(now);
  }
}

/** Presses a button of the widget without a mouse, for frames that are out of sight. */
export const pressUnseen = (framed, label) => framed.waitFor((label) => {
  const button = [...document.querySelector('maturity-radar').shadowRoot?.querySelectorAll('button') ?? []].find((each) => each.textContent.trim() === label);
  button?.click();
  return Boolean(button);
}, [label]);

/** Answers every question with its first statement, leaves the rest open and goes on to the results. */
export const finish = (framed) => framed.eval(async () => {
  const host = document.querySelector('maturity-radar');
  const heading = () => host.shadowRoot.querySelector('h1')?.textContent;
  const button = (...labels) => [...host.shadowRoot.querySelectorAll('button')].find((each) => labels.includes(each.textContent.trim()));
  const until = async (what) => {
    for (const end = Date.now() + 20_000; !what();) {
      if (Date.now() > end) throw new Error(`stuck at ${heading()}`);
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
  };
  await until(() => button('Start'));
  button('Start').click();
  await until(() => !button('Start'));
  for (;;) {
    // The whole program takes over for the results.
    await until(() => host.results.waves.length > 0 || button('Continue', 'Show my results'));
    if (host.results.waves.length > 0) break;
    const before = heading();
    host.shadowRoot.querySelector('.mr-choices:not(.mr-choices-alt) label input')?.click();
    button('Continue', 'Show my results').click();
    // Working time may stay open, when asked for a second time.
    await until(() => heading() !== before || button('Leave it open for now'));
    if (heading() === before) button('Leave it open for now').click();
    await until(() => heading() !== before);
  }
  return heading();
});

// Runs in a page: posts `many` messages of all shapes to `target`. With `valid` among them are well-formed ones.
export const JUNK = `
function junk(at, valid) {
  const cycle = {}; cycle.self = cycle;
  const forged = [
    { v: 1, type: 'mr:height', height: 4321 }, { v: 1, type: 'mr:height', height: 1e308 }, { v: 1, type: 'mr:height', height: -1 },
    { v: 1, type: 'mr:event', name: 'mr-complete', detail: { step: 3 } }, { v: 1, type: 'mr:event', name: 'mr-ready', detail: { scores: { a: 1 } } },
    { v: 1, type: 'mr:hello' },
  ];
  const shapes = [
    null, undefined, true, 0, NaN, Infinity, -0, 1n, '', 'mr:height', 'x'.repeat(2000), '{"v":1,"type":"mr:height","height":999}', [], [1, 'mr:height', 900],
    {}, cycle, new Map([['v', 1], ['type', 'mr:height']]), new Set([1]), new Date(0), /mr:height/, new ArrayBuffer(16), new Uint8Array(9), new Error('mr:height'),
    { v: 1 }, { v: '1', type: 'mr:height', height: 900 }, { v: 2, type: 'mr:height', height: 900 }, { type: 'mr:height', height: 900 },
    { v: 1, type: 'mr:height' }, { v: 1, type: 'mr:height', height: NaN }, { v: 1, type: 'mr:height', height: Infinity }, { v: 1, type: 'mr:height', height: -Infinity },
    { v: 1, type: 'mr:height', height: '900' }, { v: 1, type: 'mr:height', height: [900] }, { v: 1, type: 'mr:height', height: { valueOf: 900 } }, { v: 1, type: 'mr:height', height: 900n },
    { v: 1, type: ['mr:height'], height: 900 }, { v: 1, type: 'mr:Height', height: 900 }, { v: 1, type: 'mr:' + 'height'.repeat(200), height: 900 },
    { v: 1, type: 'mr:event' }, { v: 1, type: 'mr:event', name: 'click' }, { v: 1, type: 'mr:event', name: 'mr-', detail: {} }, { v: 1, type: 'mr:event', name: 'mr-ready ' },
    { v: 1, type: 'mr:event', name: ['mr-ready'] }, { v: 1, type: 'mr:event', name: 'constructor' }, { v: 1, type: '__proto__', name: '__proto__', height: 900 },
    JSON.parse('{"v":1,"type":"mr:event","name":"__proto__","detail":{"__proto__":{"polluted":1}}}'), JSON.parse('{"__proto__":{"v":1,"type":"mr:height","height":900,"polluted":1}}'),
    JSON.parse('{"v":1,"type":"mr:event","name":"mr-forged","detail":{"constructor":{"prototype":{"polluted":1}}}}'),
    { v: 1, type: 'mr:hello ', height: 900 }, { v: 1, type: 'hello' },
  ];
  const all = valid ? [...shapes, ...forged] : shapes;
  return all[at % all.length];
}
function flood(target, many, valid) { for (let at = 0; at < many; at += 1) target.postMessage(junk(at, valid), '*'); }
`;

/** A page that floods the page around or its opener, and the first frame in it, when asked to; then it says so. */
export const ATTACKER = `<!doctype html><html lang="en"><head><title>Somebody else</title></head><body><script>${JUNK}
const around = window.opener ?? window.parent;
addEventListener('message', ({ data }) => {
  if (!(data?.attack > 0)) return;
  flood(around, data.attack, true);
  flood(around.frames[0], data.attack, true);
  around.postMessage({ attacked: true }, '*');
});
around.postMessage({ waiting: true }, '*');
</script></body></html>`;
