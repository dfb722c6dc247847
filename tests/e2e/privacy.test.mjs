// Nothing a person says leaves the page: through the whole journey no answer, note or name stands in an address, an event,
// the console or an error, and nothing is asked of any server once the page is loaded.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerFile, items, survey } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { take } from './taking.mjs';
import { press } from './widget.mjs';

const { base } = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests.find((test) => test.id === 'C20').input;

// Words that stand nowhere in the widget: whatever shows up was said by a person.
const SAID = {
  unit: 'Brondaby', note: 'quillfeather', owner: 'Marrowbane', evidence: 'Thistlewick', colleague: 'Oswindra', group: 'Zephyrine', theirs: 'Gallimaufry',
  broken: 'Hobnailed', key: 'cattywampus', file: 'Snollygoster', pasted: 'Flibbertigibbet',
};
// Shares of working time that no other figure looks like, in this order.
const MIX = [37, 41, 22];

// Runs before anything else in every document.
const LISTENER = `globalThis.__told = [];
{
  const told = (kind, ...parts) => {
    const text = (part) => { try { return part instanceof Error ? part.stack + ' ' + part.message : typeof part === 'string' ? part : JSON.stringify(part) ?? String(part); } catch { return String(part); } };
    __told.push([kind, parts.map(text).join(' ')]);
  };
  for (const level of Object.keys(console).filter((name) => typeof console[name] === 'function')) {
    const own = console[level];
    console[level] = function (...parts) { told('console', level, ...parts); return own.apply(console, parts); };
  }
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('mr-')) told('event', event.type, Object.fromEntries(['detail', 'data', 'message'].map((name) => [name, event[name] ?? null])));
    return dispatch.call(this, event);
  };
  for (const type of ['mr-ready', 'mr-error']) {
    document.addEventListener(type, (event) => told('heard', type, event.detail));
    addEventListener('DOMContentLoaded', () => document.querySelector('maturity-radar').addEventListener(type, (event) => told('heard on the element', type, event.detail)));
  }
  addEventListener('error', (event) => told('error', event.message ?? '', event.error ?? ''), true);
  addEventListener('unhandledrejection', (event) => told('error', 'unhandled', event.reason));
  for (const name of ['pushState', 'replaceState']) {
    const own = history[name];
    history[name] = function (state, title, url) { told('address', name, state, title, url ?? ''); return own.call(this, state, title, url); };
  }
  for (const type of ['hashchange', 'popstate']) addEventListener(type, () => told('address', type, location.href));
  const calls = [[globalThis, 'fetch'], [XMLHttpRequest.prototype, 'open'], [Navigator.prototype, 'sendBeacon'], [globalThis, 'open'], [HTMLFormElement.prototype, 'submit']];
  for (const [home, name] of calls) {
    const own = home[name];
    home[name] = function (...parts) { told('request', name, ...parts.map(String)); return own.apply(this, parts); };
  }
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker']) {
    const own = globalThis[name];
    if (own) globalThis[name] = class extends own { constructor(...parts) { told('request', name, ...parts.map(String)); super(...parts); } };
  }
  window.print = () => {};
}`;

const listened = {
  faults: {
    'index.html': { change: (html) => html.replace('<head>', '<head><script src="__probe.js"></script><script src="__listen.js"></script>') },
    '__listen.js': { body: LISTENER, type: 'text/javascript' },
  },
};

/** Everything that came out of the page so far, and where it stands. */
const outside = (page) => page.eval(() => ({
  told: globalThis.__told.splice(0),
  href: location.href,
  title: document.title,
  entries: performance.getEntries().map((entry) => entry.name),
}));

/** Waits until the whole program and all beside it are there; gives how many requests that took. */
async function loaded(page, server) {
  await page.waitFor(() => {
    const done = performance.getEntriesByType('resource').filter((entry) => entry.responseEnd > 0).map((entry) => entry.name.split('/').pop());
    return ['maturity-radar-app_bg.wasm', 'maturity-radar-app.js', 'maturity-radar-later.js', 'maturity-radar-later.css', 'three-roles.next-steps.en.json'].every((name) => done.includes(name));
  });
  return { log: server.log.length, told: (await outside(page)).told };
}

/** Offers files as the browser's own picker does. */
async function pick(page, ...files) {
  await page.eval(() => { HTMLInputElement.prototype.click = function () { globalThis.__input = this; }; });
  await press(page, 'Choose files');
  await page.eval((files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    globalThis.__input.files = data.files;
    globalThis.__input.dispatchEvent(new Event('change'));
  }, files);
  await page.see('#mr-offer');
}

/** Files and texts that are wrong in every way a person's own words can be. */
function brokenTexts() {
  const file = answerFile(SAID.broken, '2026-05-04', base, { person: SAID.colleague });
  const text = JSON.stringify(file);
  const changed = (change) => { const own = structuredClone(file); change(own); return JSON.stringify(own); };
  return [
    text.slice(0, -40), `${SAID.broken} ${text}`, `"${SAID.broken}`, `{"${SAID.key}":1,"${SAID.key}":2}`,
    changed((own) => { own.wave.kind = SAID.broken; }), changed((own) => { own.wave.date = SAID.broken; }),
    changed((own) => { own.respondent.anchor_order = SAID.colleague; }), changed((own) => { own.aim = { primary: SAID.broken }; }),
    changed((own) => { own.format = SAID.broken; }), changed((own) => { own.format_version = SAID.broken; }), changed((own) => { own.model.id = SAID.broken; }),
    changed((own) => { own.answers[items[0].id].value = SAID.broken; }), changed((own) => { own.answers[items[0].id].note = SAID.broken.repeat(400); }),
    changed((own) => { own.answers[items[1].id].note = { [SAID.key]: SAID.broken }; }), changed((own) => { own.wave.scope = [SAID.broken]; }),
    changed((own) => { own.effort_mix = SAID.broken; }), changed((own) => { own.weights = SAID.broken; }), changed((own) => { own.targets = [SAID.broken]; }),
    JSON.stringify({ format: 'maturity-radar-history', format_version: '1.0', model: file.model, definition: SAID.broken, waves: SAID.broken }),
  ];
}

/** Types into the field whose label starts so. */
const write = async (page, label, words) => {
  await page.waitFor((label) => {
    const root = document.querySelector('maturity-radar').shadowRoot;
    const found = [...root.querySelectorAll('label')].find((each) => each.textContent.trim().startsWith(label));
    const field = found && (found.control ?? root.getElementById(found.htmlFor));
    field?.focus();
    return root.activeElement === field && Boolean(field);
  }, [label]);
  await page.type(words);
};

eachEngine('no answer, note or name leaves the page through the whole journey, and nothing is requested after load', listened, async (page, server) => {
  const forms = Object.values(SAID).flatMap((word) => [word, encodeURIComponent(word), btoa(word).replace(/=+$/, ''), [...word].reverse().join('')]).map((word) => word.toLowerCase());
  const answersSaid = [...items.map((item) => item.id), 'meaning_rev', 'unplanned', MIX.join(','), MIX.join(', ')].map((word) => word.toLowerCase());
  const checked = { steps: 0, kinds: new Set() };
  let [requests, entries] = [0, 0];

  /** What may be known outside at this point: nothing. `where` names the step. */
  const check = async (where) => {
    const { told, href, title, entries: all } = await outside(page);
    for (const [kind, text] of told) {
      checked.kinds.add(kind);
      const found = [...forms, ...answersSaid].filter((word) => text.toLowerCase().includes(word));
      assert.deepEqual(found, [], `${where}: ${kind} ${text}`);
      assert.ok(kind !== 'request' && kind !== 'error', `${where}: ${kind} ${text}`);
      assert.doesNotMatch(text, /mr=[\w-]{20}/, `${where}: ${kind} ${text}`);
    }
    assert.equal(href, server.url, `${where}: the address is plain`);
    const names = [title, ...all.slice(entries)].join('\n').toLowerCase();
    assert.deepEqual([...forms, ...answersSaid].filter((word) => names.includes(word)), [], `${where}: title or requests`);
    assert.deepEqual(all.slice(entries).filter((name) => /^(https?|wss?):/.test(name)), [], `${where}: nothing is requested`);
    assert.deepEqual(server.log.slice(requests), [], `${where}: the server is asked for nothing`);
    assert.deepEqual(await page.errors(), [], where);
    assert.deepEqual(await page.violations(), [], where);
    checked.steps += 1;
  };
  const begin = async () => {
    const { log, told } = await loaded(page, server);
    for (const [kind] of told) checked.kinds.add(kind);
    [requests, entries] = [log, (await outside(page)).entries.length];
  };

  // What listens does hear: a word of our own goes into the console and comes back.
  await page.open(server.url);
  await begin();
  await page.eval(() => { console.debug('heard'); });
  assert.deepEqual((await outside(page)).told.filter(([kind]) => kind === 'console'), [['console', 'debug heard']]);

  // Answering, with a name and a note.
  await page.see('#mr-scope');
  await page.click('#mr-scope');
  await page.type(SAID.unit);
  await press(page, 'Start');
  await page.see('.mr-choices input');
  await page.eval(() => { for (const own of document.querySelector('maturity-radar').shadowRoot.querySelectorAll('details')) own.open = true; });
  await page.click('#mr-note');
  await page.type(SAID.note);
  await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('#mr-heading').focus());
  await check('the first question');
  await take(page, base, MIX);
  await check('the results');
  assert.ok((await page.eval(async () => JSON.stringify(await document.querySelector('maturity-radar').exportData()))).includes(SAID.note), 'the note was taken');

  // Broken files, by the page's own script and by hand; what is said about them quotes nothing.
  for (const [at, text] of brokenTexts().entries()) {
    const { taken, problems } = await page.eval((text) => document.querySelector('maturity-radar').importData(text), text);
    assert.equal(taken, 0, `broken text ${at}`);
    assert.ok(problems.length > 0, `broken text ${at}`);
    const words = problems.map(({ code, message, pointer }) => `${code} ${message} ${pointer}`).join('\n').toLowerCase();
    assert.deepEqual(forms.filter((word) => words.includes(word)), [], `broken text ${at}: ${words}`);
  }
  await press(page, 'Your data: download or erase');
  await pick(page, ...brokenTexts().map((text, at) => [`${SAID.file}-${at}.json`, text]));
  const shown = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-offer .mr-notice-error')].map((own) => own.textContent.toLowerCase()));
  assert.ok(shown.length >= brokenTexts().length, `${shown.length} files are refused on screen`);
  assert.deepEqual(forms.filter((word) => shown.some((text) => text.includes(word))), [], 'what is said on screen about broken files');
  await page.waitFor((file) => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-filename').textContent.startsWith(file), [SAID.file]);
  await press(page, 'Close');
  await check('broken files');

  // A colleague's file; then the team.
  const theirs = answerFile('theirs', '2026-05-05', { ...base, S1a: 1 }, { person: SAID.colleague });
  theirs.respondent.group = SAID.group;
  theirs.answers[items[3].id].note = SAID.theirs;
  await pick(page, [`${SAID.file}.json`, JSON.stringify(theirs)]);
  await page.seeText(SAID.group);
  await press(page, 'Add');
  await page.seeText('Added:');
  await press(page, 'Team');
  await page.see('h1');
  await check('the team');

  // Targets, the plan and what is written into it.
  await press(page, 'Targets');
  await page.seeText('Your own targets');
  await page.waitFor((level) => {
    const labels = [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('label')];
    const highest = labels.find((label) => label.textContent.trim().endsWith(level) && label.querySelector('input[type=radio]:not(:checked)'));
    highest?.setAttribute('data-chosen', '');
    return Boolean(highest);
  }, [survey.levels.at(-1).name]);
  await page.click('[data-chosen]');
  await page.waitFor(() => Object.keys(document.querySelector('maturity-radar').results.progress?.capability ?? {}).length > 0);
  await press(page, 'Plan');
  await press(page, 'Begin these 90 days');
  await page.see('input[type=date]');
  await write(page, 'Owner', SAID.owner);
  await write(page, 'What shows it', SAID.evidence);
  await page.waitFor(async (words) => JSON.stringify(await document.querySelector('maturity-radar').exportData()).includes(words), [SAID.evidence]);
  await page.eval(() => {
    globalThis.__saved = [];
    const texts = new Map();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const url = create.call(URL, blob); texts.set(url, blob); return url; };
    HTMLAnchorElement.prototype.click = function () { if (this.download) globalThis.__saved.push([this.download, texts.get(this.href)]); };
  });
  await press(page, 'Add to calendar (.ics)');
  await check('the plan');

  // The report and everything that goes out as a file: names of files say nothing either.
  await press(page, 'Results');
  await press(page, 'Report to print');
  await page.see('.mr-report');
  await page.seeText(SAID.note);
  await press(page, 'Print or save as PDF');
  await check('the report');
  await press(page, 'Your data: download or erase');
  await press(page, 'Download everything');
  await press(page, 'Download the table (CSV)');
  const saved = await page.waitFor(async () => globalThis.__saved.length >= 3 && Promise.all(globalThis.__saved.map(async ([name, blob]) => [name, await blob.text()])));
  const whole = saved.find(([name]) => name.endsWith('.json'))[1];
  for (const said of ['unit', 'note', 'owner', 'evidence']) assert.ok(whole.includes(SAID[said]), `the file has the ${said}`);
  for (const [name] of saved) assert.match(name, /^maturity-radar-[\w-]+\.(json|csv|ics)$/);
  const link = await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('#mr-link').value);
  await check('downloads');

  // The link: its answers stand behind the number sign, which goes to no server, and are gone from the address at once.
  assert.match(link, /^[^?#]*#mr=[\w-]+$/);
  await page.open('about:blank');
  await page.open(link);
  await page.see('#mr-offer');
  for (const { path } of server.log) assert.ok(!/[?#]|mr=/.test(path), path);
  await begin();
  await check('a link opened');
  await page.reload();
  await press(page, 'Open results');
  await page.see('.mr-radar');
  await begin();
  await check('the next visit');

  for (const { path } of server.log) assert.ok(![...forms, ...answersSaid].some((word) => path.toLowerCase().includes(word)) && !path.includes('?'), path);
  assert.ok(checked.steps >= 9, `${checked.steps} steps`);
  for (const kind of ['event', 'heard', 'heard on the element', 'address']) assert.ok(checked.kinds.has(kind), `${kind} among ${[...checked.kinds]}`);
});
