// What the reference page promises, on pages of all kinds: events, headings, history, surveys as objects, odd hosts.
import assert from 'node:assert/strict';
import { answerFile, survey } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { answerAll, chooseFirst, press, savedMark } from './widget.mjs';

const pageWith = (attributes, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>${head}
<script type="module" src="maturity-radar.js"></script></head>
<body><h1>An article</h1><maturity-radar ${attributes}><p>A few questions.</p></maturity-radar></body></html>`;

const ready = (page) => page.waitFor(() => document.querySelector('maturity-radar')?.shadowRoot?.querySelector('.mr-body'));

/** Notes every event of the widget outside of it. */
const listening = (page) => page.eval(() => {
  globalThis.__told = [];
  for (const name of ['mr-ready', 'mr-start', 'mr-step', 'mr-complete', 'mr-save', 'mr-export', 'mr-error']) {
    addEventListener(name, (event) => __told.push({ name, detail: event.detail, composed: event.composed, host: event.target === document.querySelector('maturity-radar') }));
  }
});
const told = (page) => page.eval(() => __told);

for (const shared of [true, false]) {
  eachEngine(`events of a whole survey, scores ${shared ? 'shared' : 'kept'}`, { pages: { 'page.html': pageWith(`storage="none" ${shared ? 'share-scores' : ''}`) } }, async (page, server) => {
    await page.open(`${server.url}page.html`);
    await ready(page);
    await listening(page);
    await press(page, 'Start');
    await page.seeText('Question 1 of 24');
    await answerAll(page);
    await press(page, 'Show my results');
    await page.waitFor(() => __told.some((each) => each.name === 'mr-complete'));
    const events = await told(page);
    assert.ok(events.every((each) => each.composed && each.host));
    const of = (name) => events.filter((each) => each.name === name).map((each) => each.detail);
    assert.deepEqual(of('mr-start'), [{ step: 1, steps: 27 }]);
    assert.deepEqual(of('mr-step').map(({ step }) => step), Array.from({ length: 26 }, (_, at) => at + 2));
    assert.ok(of('mr-save').length >= 24);
    assert.deepEqual(new Set(of('mr-save').map(({ place }) => place)), new Set(['memory']));
    const [detail, ...more] = of('mr-complete');
    assert.deepEqual(more, []);
    if (shared) {
      assert.deepEqual(Object.keys(detail), ['score', 'dominance', 'balance']);
      assert.equal(typeof detail.score.overall.score, 'number');
    } else {
      assert.equal(detail, null);
    }
    for (const item of survey.capabilities[0].items) assert.ok(!JSON.stringify(events).includes(item.id), 'no answers');
    // Only what a person does is told.
    await page.eval(() => { __told.length = 0; });
    await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('other', '2026-01-05', { S1a: 3 }));
    assert.deepEqual((await told(page)).map((each) => each.name).filter((name) => name !== 'mr-ready'), []);
    await press(page, 'Your data: download or erase');
    await press(page, 'Download everything');
    await page.waitFor(() => __told.length > 0);
    assert.deepEqual((await told(page)).map(({ name, detail }) => [name, detail]), [['mr-export', { kind: 'json' }]]);
  });
}

eachEngine('headings begin at the level the page names', { pages: { 'page.html': pageWith('storage="none" heading-level="3"') } }, async (page, server) => {
  const levels = () => page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => Number(each.tagName[1])));
  await page.open(`${server.url}page.html`);
  await ready(page);
  const third = await levels();
  assert.equal(third[0], 3);
  assert.ok(third.every((level) => level >= 3) && third.includes(4) && third.includes(5));
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  assert.equal((await levels())[0], 3);
  await page.eval(() => { document.querySelector('maturity-radar').headingLevel = 6; });
  // The widget is drawn anew, by the one program and then perhaps by the other: what counts is what stays.
  await page.waitFor(() => {
    const all = [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    return all.length > 0 && all.every((each) => each.localName === 'h6');
  });
});

eachEngine('without history a draft is kept, and nothing completed', { pages: { 'off.html': pageWith('history="off"'), 'on.html': pageWith('') } }, async (page, server) => {
  await page.open(`${server.url}on.html`);
  await ready(page);
  await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('before', '2026-01-05', { S1a: 3 }));
  await page.open(`${server.url}off.html`);
  await ready(page);
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  await chooseFirst(page);
  await savedMark(page);
  assert.deepEqual(await page.eval(() => document.querySelector('maturity-radar').exportData()), [], 'what was completed before is not read');
  await page.reload();
  await press(page, 'Resume at question 1');
  await page.seeText('Question 1 of 24');
  await answerAll(page);
  await press(page, 'Show my results');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-radar'));
  assert.equal((await page.eval(() => document.querySelector('maturity-radar').exportData())).length, 1, 'in this visit the results are there');
  await page.reload();
  await page.seeText('See an example result');
  assert.deepEqual(await page.eval(() => document.querySelector('maturity-radar').exportData()), []);
  await page.open(`${server.url}on.html`);
  await ready(page);
  assert.deepEqual((await page.eval(() => document.querySelector('maturity-radar').exportData())).map((each) => each.wave.id), ['before'], 'what was kept before stays');
});

eachEngine('a survey may be given as an object or as JSON text, before and after the script has run', { pages: { 'page.html': pageWith('storage="none"').replace(/<script type="module".*<\/script>/, '') } }, async (page, server) => {
  const named = (title) => ({ ...survey, intro: { ...survey.intro, title } });
  await page.open(`${server.url}page.html`);
  await page.eval((given) => {
    document.querySelector('maturity-radar').survey = given;
    const script = document.createElement('script');
    script.type = 'module';
    script.src = 'maturity-radar.js';
    document.head.append(script);
  }, named('Given early'));
  await page.seeText('Given early');
  await page.eval((given) => { document.querySelector('maturity-radar').survey = given; }, named('Given late'));
  await page.seeText('Given late');
  await page.eval((given) => { document.querySelector('maturity-radar').survey = given; }, JSON.stringify(named('Given as a text')));
  await page.seeText('Given as a text');
  await page.eval(() => { document.querySelector('maturity-radar').survey = 'surveys/three-roles.en.json'; });
  await page.seeText(survey.intro.title);
  assert.deepEqual(server.log.filter((entry) => entry.path.endsWith('three-roles.en.json')).length, 1, 'only the address was fetched');
});

// As old libraries do: lists that write and walk themselves otherwise, objects with something of everybody's.
const ODD = `
  const names = Object.getOwnPropertyNames(globalThis);
  const odd = {
    toJSON() { return '[' + this.join() + ']'; },
    each(work) { this.forEach(work); return this; },
    entries() { return this.slice(); },
    find(test) { return this.filter(test); },
    reduce() { return this.length > 1 ? this : this[0]; },
    includes: () => false,
  };
  const before = {};
  for (const name of Object.keys(odd)) { before[name] = Array.prototype[name]; Array.prototype[name] = odd[name]; }
  Object.prototype.extend = function () { return this; };
  const restore = () => {
    delete Object.prototype.extend;
    for (const name of Object.keys(odd)) if (before[name]) Array.prototype[name] = before[name]; else delete Array.prototype[name];
  };
  const drawn = () => new Promise((resolve) => { setTimeout(resolve, 20); });
  globalThis.__odd = new Promise((resolve) => { addEventListener('mr-ready', resolve, { once: true }); }).then(async () => {
    const host = document.querySelector('maturity-radar');
    const root = host.shadowRoot;
    await drawn();
    root.querySelector('form').requestSubmit();
    await drawn();
    const question = /Question 1 of 24/.test(root.textContent);
    root.querySelector('.mr-choices input').click();
    const { taken } = await host.importData([__file]);
    const exported = await host.exportData();
    return { question, taken, exported: exported.length, waves: host.results.waves.length };
  }).finally(() => {
    restore();
    globalThis.__added = Object.getOwnPropertyNames(globalThis).filter((name) => names.indexOf(name) < 0 && !name.startsWith('__'));
  });
`;

eachEngine('pages that change lists and objects for everybody; nothing is added to the page', { pages: { 'page.html': pageWith('storage="session"', '<script src="odd.js"></script>') } }, async (page, server) => {
  server.faults['odd.js'] = { body: `globalThis.__file = ${JSON.stringify(answerFile('one', '2026-01-05', { S1a: 3 }))};{${ODD}}`, type: 'text/javascript' };
  await page.open(`${server.url}page.html`);
  // The page writes lists otherwise until it is done, also for this test.
  await page.eval(() => globalThis.__odd.then(() => 1, () => 1));
  assert.deepEqual(await page.eval(() => globalThis.__odd), { question: true, taken: 1, exported: 1, waves: 1 });
  assert.deepEqual(await page.eval(() => globalThis.__added), [], 'no global name');
  const marks = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('*')].flatMap((node) => Object.getOwnPropertyNames(node)).filter((name) => !/^\d+$/.test(name)));
  assert.deepEqual(marks, [], 'no mark on any element that another Yew program could take for its own');
  assert.deepEqual(await page.errors(), []);
});

eachEngine('slots take the owner\'s words, parts and tokens the owner\'s looks', { pages: { 'page.html': pageWith('storage="none"', '<link rel="stylesheet" href="owner.css">').replace('<p>A few questions.</p>', '<p slot="intro">Our own words</p><p slot="privacy">Our own promise</p>') } }, async (page, server) => {
  server.faults['owner.css'] = { body: 'maturity-radar { --mr-accent: rgb(1, 2, 3) } maturity-radar::part(heading) { text-transform: uppercase }', type: 'text/css' };
  await page.open(`${server.url}page.html`);
  await ready(page);
  const seen = await page.eval(() => {
    const host = document.querySelector('maturity-radar');
    const root = host.shadowRoot;
    return {
      slots: [...host.children].map((each) => each.assignedSlot?.name),
      lead: getComputedStyle(root.querySelector('.mr-lead')).display === 'none' || root.querySelector('.mr-lead').getBoundingClientRect().height === 0,
      button: getComputedStyle(root.querySelector('.mr-button')).backgroundColor,
      heading: getComputedStyle(root.querySelector('#mr-heading')).textTransform,
    };
  });
  assert.deepEqual(seen, { slots: ['intro', 'privacy'], lead: true, button: 'rgb(1, 2, 3)', heading: 'uppercase' });
});
