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
import { chooseFirst, press, savedMark } from './widget.mjs';

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
    const globals = await page.eval(() => Object.keys(globalThis).length);
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
      await chooseFirst(framed);
      await savedMark(framed);
      await press(framed, 'Continue');
      await framed.seeText(`Question ${next} of 24`);
    }
    const { outer } = await followed(page, framed);
    const sizes = await framed.eval(() => globalThis.__sizes.slice(1));
    const { heights: { real } } = await notes(page);
    assert.ok(new Set(sizes.map(([, height]) => height)).size > 1, 'the content has changed its height');
    // Each height that stayed for longer than the limit was taken over within it.
    for (const [at, [time, height]] of sizes.entries()) {
      if ((sizes[at + 1]?.[0] ?? Infinity) - time <= SETTLED_MS) continue;
      const before = real.findLast(([when]) => when <= time);
      const taken = before?.[1] === height ? before : real.find(([when, outer]) => when > time && outer === height + 4);
      assert.ok(taken, `a height of ${height} px was never taken over: ${JSON.stringify(real)}`);
      assert.ok(taken[0] - time <= SETTLED_MS, `${height} px taken over after ${Math.round(taken[0] - time)} ms`);
    }
    await pause(WATCHED_MS);
    assert.equal((await fit(page, framed)).outer, outer);
    assert.equal((await notes(page)).heights.real.length, real.length, 'the height stays as it is');
    assert.equal(await page.eval(() => Object.keys(globalThis).length), globals, 'the page has the globals it had');
    const { events } = await notes(page);
    assert.deepEqual(events[0], ['mr-ready', 'real', {}]);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await framed.errors(), []);
    assert.deepEqual(await framed.violations(), []);
  });
});

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
  const markup = `${frame(server)}
    <iframe id="sibling" src="${server.url}sibling.html"></iframe>
    <iframe id="foreign" src="${'attacker.html'}"></iframe>
    <button id="open">Open</button>
    <script>
      open.onclick = null;
      document.getElementById('open').addEventListener('click', () => { globalThis.__other = window.open('attacker.html'); });
      globalThis.__attackers = new Set();
      globalThis.__attacked = 0;
      addEventListener('message', ({ data, source }) => {
        if (data?.waiting) __attackers.add(source);
        if (data?.attacked) __attacked += 1;
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
    const attack = async (times) => {
      await page.eval(() => { for (const each of __attackers) each.postMessage({ attack: true }, '*'); });
      await page.waitFor((times) => globalThis.__attacked >= 3 * times, [times], 60_000);
    };
    // Before the page around has greeted: nobody else is taken for it.
    await attack(1);
    const said = (await notes(page)).messages.filter(([from]) => `${from}/` === server.url && false);
    assert.deepEqual(said, []);
    const early = await fit(page, framed);
    assert.equal(early.outer, 704, 'nothing has changed its height');
    await page.eval((source) => { document.body.append(Object.assign(document.createElement('script'), { src: source })); }, `${server.url}maturity-radar-frame.js`);
    const settled = await followed(page, framed);
    const { events, heights } = await notes(page);
    assert.deepEqual(events, [['mr-ready', 'real', {}]]);
    const attributes = await framed.eval(() => document.querySelector('maturity-radar').getAttributeNames());
    await attack(2);
    // The page itself, which the frame listens to, and which is not the frame.
    await page.eval((junk) => { new Function(`${junk}; flood(window, 10000, true); flood(document.getElementById('real').contentWindow, 10000, true);`)(); }, JUNK);
    // The right window and the right origin, saying what it never says.
    await page.eval(() => { globalThis.__last = false; addEventListener('message', ({ data }) => { if (data?.last) globalThis.__last = true; }); });
    await framed.eval((junk) => {
      const run = document.createElement('iframe');
      document.body.append(run);
    }, JUNK);
    const after = await fit(page, framed);
    assert.deepEqual(after, settled);
    const now = await notes(page);
    assert.deepEqual(now.events, events);
    assert.deepEqual(now.heights.real, heights.real);
    assert.deepEqual(await framed.eval(() => document.querySelector('maturity-radar').getAttributeNames()), attributes);
    assert.equal(await page.eval(() => ({}).polluted ?? null), null);
    assert.deepEqual(await page.errors(), []);
    assert.deepEqual(await framed.errors(), []);
    await pressUnseen(framed, 'Start');
    await framed.seeText('Question 1 of 24');
    await followed(page, framed);
  }, { pages: { 'attacker.html': ATTACKER } });
});
