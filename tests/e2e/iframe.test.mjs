// embed.html in a frame of another origin: height, events, parameters, storage; and what forged messages do: nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { ATTACKER, ATTRIBUTES, JUNK, drawn, finish, fit, followed, frame, hosted, notes, pressUnseen, script } from './framing.mjs';
import { eachEngine } from './harness.mjs';
import { DIST, withProbe } from './site.mjs';
import { chooseFirst, press } from './widget.mjs';

// A frame is silent and still: long enough for any loop to be seen.
const WATCHED_MS = 3000;
const SETTLED_MS = 200;
const TALL = { width: 1600, height: 2000 };

test('the script for the page around is about a kilobyte and defines nothing', () => {
  const code = readFileSync(join(DIST, 'maturity-radar-frame.js'));
  assert.ok(brotliCompressSync(code).length <= 1100, `${brotliCompressSync(code).length} bytes with brotli`);
  assert.match(code.toString(), /^\(\(\)=>\{[\s\S]*\}\)\(\);?\s*$/);
});

eachEngine('a frame follows its content within 200 ms, and tells what happens', { width: 900, height: 900 }, async (page, server) => {
  await hosted(page, script(server), async () => {
    const globals = await page.eval(named);
    // A frame that comes after the script.
    await page.eval((html) => { document.body.insertAdjacentHTML('beforeend', html); }, frame(server));
    const framed = await drawn(page.frame('embed.html'));
    await followed(page, framed);
    await framed.eval(() => {
      globalThis.__sizes = [];
      new ResizeObserver(([{ target }]) => __sizes.push([performance.timeOrigin + performance.now(), Math.ceil(target.getBoundingClientRect().height)])).observe(document.querySelector('main'));
    });
    await press(framed, 'Start');
    await framed.seeText('Question 1 of 24');
    for (const next of [2, 3, 4]) {
      await followed(page, framed);
      await chooseFirst(framed);
      await framed.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('input:checked'));
      await pressUnseen(framed, 'Continue');
      await framed.seeText(`Question ${next} of 24`);
    }
    const { outer } = await followed(page, framed);
    const sizes = await framed.eval(() => globalThis.__sizes.slice(1));
    const { heights: { real }, given } = await notes(page);
    assert.ok(new Set(sizes.map(([, height]) => height)).size > 1, 'the content has changed its height');
    // Each height that stayed for longer than the limit was taken over within it.
    for (const [at, [time, height]] of sizes.entries()) {
      if ((sizes[at + 1]?.[0] ?? Infinity) - time <= SETTLED_MS || given.real.findLast(([when]) => when <= time)?.[1] === height) continue;
      const taken = given.real.find(([when, its]) => when > time && its === height);
      assert.ok(taken, `a height of ${height} px was never taken over: ${JSON.stringify(given.real)}`);
      assert.ok(taken[0] - time <= SETTLED_MS, `${height} px taken over after ${Math.round(taken[0] - time)} ms`);
    }
    await pause(WATCHED_MS);
    assert.equal((await fit(page, framed)).outer, outer);
    assert.equal((await notes(page)).heights.real.length, real.length, 'the height stays as it is');
    assert.deepEqual(await page.eval(named), globals, 'the page has the globals it had');
    const { events } = await notes(page);
    assert.deepEqual(events[0], ['mr-ready', 'real', {}]);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await framed.errors(), []);
    assert.deepEqual(await framed.violations(), []);
  });
});

// Runs in the page: its globals; numbers are its frames.
const named = () => Object.keys(globalThis).filter((name) => !/^\d+$/.test(name)).sort();

// Per page: its style, its frame, and whether the frame may have the height of its content.
const HOSTS = {
  percent: { style: '#percent, .percent { height: 100% !important; min-height: 10% }', fits: true },
  boxed: { style: '#boxed { box-sizing: border-box; padding: 7px 11px 13px; border: 5px solid; }', fits: true },
  bars: { style: '.bars { overflow: auto; height: 640px; }', fits: true },
  ratio: { style: '#ratio { width: auto; aspect-ratio: 2 / 3; min-width: 300px; max-width: 500px; }' },
  turning: { style: '#turning { width: 340px; }' },
  clamped: { style: '#clamped { max-height: 300px !important; }', clamped: true },
};

eachEngine('no page around makes the height loop', TALL, async (page, server) => {
  const style = `html, body { height: 100%; } .wrap { width: 500px; } body { display: flex; flex-wrap: wrap; } ${Object.values(HOSTS).map((own) => own.style).join('\n')}`;
  const frames = Object.keys(HOSTS).map((id) => `<div class="wrap ${id}">${frame(server, `storage=none&n=${id}`, { id })}</div>`).join('');
  // Wide as soon as it is high, narrow as soon as it is low: without end, for a frame that only follows.
  const turn = `<script>new ResizeObserver(() => { turning.style.width = turning.offsetHeight > 620 ? '500px' : '340px'; }).observe(turning);</script>`;
  await hosted(page, frames + turn + script(server), async () => {
    const framed = Object.fromEntries(Object.keys(HOSTS).map((id) => [id, page.frame(`n=${id}`)]));
    for (const own of Object.values(framed)) await drawn(own);
    for (const own of Object.values(framed)) await pressUnseen(own, 'Start');
    for (const own of Object.values(framed)) await own.seeText('Question 1 of 24');
    await pause(WATCHED_MS);
    const before = (await notes(page)).heights;
    await pause(WATCHED_MS);
    const { heights } = await notes(page);
    for (const [id, { fits, clamped }] of Object.entries(HOSTS)) {
      assert.equal(heights[id].length, before[id].length, `${id}: ${JSON.stringify(heights[id].slice(-6))}`);
      assert.ok(heights[id].length < 30, `${id}: ${heights[id].length} heights until it was still`);
      const now = await fit(page, framed[id], id);
      if (fits) assert.equal(now.inner, now.content, `${id}: ${JSON.stringify(now)}`);
      else assert.ok(now.inner >= now.content || now.scrolls, `${id}: ${JSON.stringify(now)}`);
      assert.equal(now.scrolls, Boolean(clamped), `${id}: what does not fit can be scrolled to`);
    }
  }, { style });
});

eachEngine('forged, foreign and 10,000 junk messages change nothing', { width: 1000, height: 1000, pages: { 'sibling.html': ATTACKER } }, async (page, server) => {
  const markup = `${frame(server, 'storage=none')}
    <iframe id="sibling" src="${server.url}sibling.html"></iframe>
    <iframe id="foreign" src="about:blank"></iframe>
    <button id="open">Open</button>
    <script>
      document.getElementById('open').addEventListener('click', () => { globalThis.__other = window.open('attacker.html'); });
      globalThis.__attackers = new Set();
      globalThis.__attacked = 0;
      globalThis.__byFrame = 0;
      addEventListener('message', ({ data, source }) => {
        if (data?.waiting) __attackers.add(source);
        if (data?.attacked) __attacked += 1;
        if (source === document.getElementById('real').contentWindow) __byFrame += 1;
      });
    </script>`;
  await hosted(page, markup, async (origin) => {
    // The same page at its other name is another origin.
    await page.eval(() => {
      const other = new URL('attacker.html', location.href);
      other.hostname = '127.0.0.1';
      document.getElementById('foreign').src = other.href;
    });
    const framed = await drawn(page.frame('embed.html'));
    await page.click('page:#open');
    await page.waitFor(() => globalThis.__attackers.size >= 3);
    const attack = async (many) => {
      await page.eval((many) => { __attacked = 0; for (const each of __attackers) each.postMessage({ attack: many }, '*'); }, many);
      await page.waitFor(() => globalThis.__attacked === 3, [], 60_000);
    };
    // Before the page around has greeted: nobody else is taken for it.
    await attack(500);
    assert.equal(await page.eval(() => globalThis.__byFrame), 0, 'the frame says nothing to anybody');
    const early = await fit(page, framed);
    assert.equal(early.outer, 704, 'nothing has changed its height');
    await page.eval((source) => { document.body.append(Object.assign(document.createElement('script'), { src: source })); }, `${server.url}maturity-radar-frame.js`);
    const settled = await followed(page, framed);
    const { events } = await notes(page);
    assert.deepEqual(events, [['mr-ready', 'real', {}]]);
    const attributes = await framed.eval(() => document.querySelector('maturity-radar').getAttributeNames());
    await attack(3400);
    // The page itself, which the frame listens to, and which is not the frame.
    await page.eval((junk) => { new Function(`${junk}; flood(window, 1000, true); flood(document.getElementById('real').contentWindow, 1000, true);`)(); }, JUNK);
    // The right window and the right origin, saying what it never says.
    await page.eval(() => addEventListener('message', ({ data }) => { if (data?.end) globalThis.__end = true; }));
    await framed.eval(new Function(`${JUNK}; flood(parent, 10000, false); parent.postMessage({ end: true }, '*');`));
    await page.waitFor(() => globalThis.__end);
    const after = await fit(page, framed);
    assert.deepEqual(after, settled);
    const now = await notes(page);
    assert.deepEqual(now.events, events);
    // The note of the last one may come a frame after it is there.
    assert.deepEqual(now.heights.real.map(([, height]) => height), [704, settled.outer], 'its own two heights and no other');
    assert.deepEqual(await framed.eval(() => document.querySelector('maturity-radar').getAttributeNames()), attributes);
    assert.equal(await page.eval(() => ({}).polluted ?? null), null);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await framed.errors(), []);
    // Heights that the frame itself would never have are kept within limits.
    for (const [height, becomes] of [[1e308, 20_000], [-1, 100], [99.5, 100], [512.25, 513]]) {
      await framed.eval((height) => { parent.postMessage({ v: 1, type: 'mr:height', height }, '*'); }, height);
      await page.waitFor((becomes) => document.getElementById('real').style.height === `${becomes}px`, [becomes]);
    }
    await pressUnseen(framed, 'Start');
    await framed.seeText('Question 1 of 24');
    await followed(page, framed);
  }, { pages: { 'attacker.html': ATTACKER } });
});

eachEngine('events say what they may; scores go to listed origins alone', { width: 1000, height: 1000 }, async (page, server) => {
  const shown = (query, listed) => hosted(page, '', async (origin) => {
    server.faults['embed.html'] = { change: (html) => withProbe(html.replace('share-scores" content=""', `share-scores" content="${listed(origin)}"`)) };
    await page.eval((html, src) => {
      document.body.innerHTML = html;
      document.head.append(Object.assign(document.createElement('script'), { src }));
      // An address of its own each time, as browsers keep the page for a while.
    }, frame(server, `${query}&n=${server.log.length}`), `${server.url}maturity-radar-frame.js`);
    const framed = await drawn(page.frame('embed.html'));
    await page.waitFor(() => __notes.events.length > 0);
    await framed.eval(() => {
      const detail = { step: 3, code: 'mr-x', place: 'a text with words', answers: { a: 1 }, note: 'secret', score: { overall: 40.5, roles: [{ id: 'rb', note: 'a secret' }], 'a secret': 1 }, step_: null };
      for (const name of ['mr-step', 'mr-complete', 'mr-other', 'click']) {
        document.querySelector('maturity-radar').dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
      }
    });
    await page.waitFor(() => __notes.events.some(([name]) => name === 'mr-complete'));
    return (await notes(page)).events.slice(-2);
  });
  const bare = { step: 3, code: 'mr-x' };
  const events = (detail) => [['mr-step', 'real', detail], ['mr-complete', 'real', detail]];
  assert.deepEqual(await shown('storage=none', (origin) => origin), events(bare), 'listed, but not asked for');
  assert.deepEqual(await shown('storage=none&share-scores', (origin) => `https://www.example.com ${origin}.example.com ${origin.slice(0, -1)}`), events(bare), 'alike is not the same');
  assert.deepEqual(await shown('storage=none&share-scores', (origin) => `https://www.example.com ${origin}`), events({ ...bare, score: { overall: 40.5, roles: [{ id: 'rb', note: null }] } }));
});

const QUERY = 'lang=en&theme=dark&storage=session&history=off&heading-level=3&share-scores';
const BAD = 'lang=%22%3E%3Cscript%3E&theme=neon&storage=disk&history=1&heading-level=9&share-scores=all&onclick=alert(1)&class=x&style=color:red&id=y';
const attributes = (framed) => framed.eval(() => Object.fromEntries([...document.querySelector('maturity-radar').attributes].map(({ name, value }) => [name, value])));

eachEngine('parameters become attributes where they are known', async (page, server) => {
  const open = async (query) => {
    await page.open(`${server.url}embed.html?${query}&n=${server.log.length}`);
    await page.waitFor(() => document.readyState === 'complete');
    return page;
  };
  assert.deepEqual(await attributes(await open(QUERY)), { lang: 'en', theme: 'dark', storage: 'session', history: 'off', 'heading-level': '3', 'share-scores': '' });
  await drawn(page);
  assert.deepEqual(await attributes(await open(BAD)), {});
  await drawn(page);
  assert.deepEqual(await attributes(await open('survey=surveys/three-roles.en.json')), { survey: `${server.url}surveys/three-roles.en.json` });
  await drawn(page);
  const other = server.url.replace('127.0.0.1', 'localhost');
  const refused = ['https://www.example.com/survey.json', '//www.example.com/s.json', 'javascript:alert(1)', 'data:application/json,{}', `blob:${server.url}1`, `${other}surveys/three-roles.en.json`, 'http://'];
  for (const address of refused) {
    await open(`survey=${encodeURIComponent(address)}`);
    await page.waitFor(() => document.querySelector('.mr-notice')?.textContent.includes('mr-survey-refused'));
    assert.equal(await page.eval(() => document.querySelector('maturity-radar')), null, address);
    assert.deepEqual((await page.requests()).filter((url) => !url.startsWith(server.url) || url.includes('survey')), [], address);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await page.violations(), []);
  }
  // The page's own policy says otherwise.
  server.faults['embed.html'] = { change: (html) => withProbe(html.replace("connect-src 'self'", `connect-src 'self' ${new URL(other).origin}`)) };
  server.faults['surveys/three-roles.en.json'] = { headers: { 'access-control-allow-origin': '*' } };
  await open(`survey=${encodeURIComponent(`${other}surveys/three-roles.en.json`)}`);
  await drawn(page);
  assert.deepEqual(await page.violations(), []);
});

const SETTINGS = ['device', 'session', 'none'];

eachEngine('each storage setting in a frame of another site', { ...TALL, partitioned: true }, async (page, server) => {
  const frames = SETTINGS.map((storage) => frame(server, `storage=${storage}`, { id: storage })).join('');
  await hosted(page, frames + script(server), async () => {
    for (const storage of SETTINGS) {
      const framed = await drawn(page.frame(`storage=${storage}`));
      await pressUnseen(framed, 'Start');
      await framed.seeText('Question 1 of 24');
      await framed.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-choices input').click());
      await framed.waitFor((storage) => {
        const root = document.querySelector('maturity-radar').shadowRoot;
        if (storage === 'device') return /Saved \d/.test(root.querySelector('.mr-saved')?.textContent);
        return root.textContent.includes('Not saved on this device') && root.querySelector('input:checked') && (storage === 'none' || sessionStorage.length > 0);
      }, [storage]);
    }
    await page.reload();
    for (const storage of SETTINGS) {
      const framed = await drawn(page.frame(`storage=${storage}`));
      await framed.waitFor((storage) => {
        const labels = [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].map((each) => each.textContent.trim());
        return storage === 'none' ? labels.includes('Start') && !labels.some((label) => label.startsWith('Resume')) : labels.some((label) => label.startsWith('Resume'));
      }, [storage]);
    }
  });
});

const OPAQUE = ATTRIBUTES.replace('allow-same-origin ', '');

eachEngine('without an origin of its own a frame still works to the end, and says that nothing is kept', { width: 1000, height: 1000, headers: { 'access-control-allow-origin': '*' } }, async (page, server) => {
  // There 'self' is nobody in WebKit; docs/iframe.md tells owners to name the host in its place.
  if (page.engine === 'webkit') server.faults['embed.html'] = { change: (html) => withProbe(html.replaceAll("'self'", new URL(server.url).origin)) };
  await hosted(page, frame(server, '', { attributes: OPAQUE }) + script(server), async () => {
    const framed = await drawn(page.frame('embed.html'));
    assert.equal(await framed.eval(() => origin), 'null');
    await framed.seeText('Your answers are not being saved');
    await followed(page, framed);
    await finish(framed);
    await followed(page, framed);
    const [wave] = await framed.eval(() => document.querySelector('maturity-radar').exportData());
    assert.equal(Object.keys(wave.answers).length, 24);
    await framed.eval(() => {
      const texts = new Map();
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { const url = make.call(URL, blob); texts.set(url, blob); return url; };
      HTMLAnchorElement.prototype.click = function () { if (this.download) globalThis.__saved = texts.get(this.href).text(); };
    });
    await pressUnseen(framed, 'Your data: download or erase');
    await pressUnseen(framed, 'Download everything');
    const saved = JSON.parse(await framed.waitFor(() => globalThis.__saved));
    assert.match(saved.format, /history/);
    assert.deepEqual((await notes(page)).events[0], ['mr-ready', 'real', {}]);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await framed.violations(), []);
  });
});

eachEngine('where a server does not allow that, the frame says so', { faults: { 'maturity-radar.js': { status: 404 } } }, async (page, server) => {
  await hosted(page, frame(server) + script(server), async () => {
    const framed = page.frame('embed.html');
    await framed.waitFor(() => document.querySelector('.mr-notice')?.textContent.includes('mr-script-missing'));
    await page.waitFor(() => __notes.events.length > 0);
    assert.deepEqual((await notes(page)).events, [['mr-error', 'real', { code: 'mr-script-missing' }]]);
  });
});
