// The element's JavaScript face, and surveys that cannot be shown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerFile as file } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { chooseFirst, press, savedMark } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const SURVEY = 'surveys/three-roles.en.json';

/** Opens the page and waits until the element is defined. */
async function open(page, server) {
  await page.open(server.url);
  await page.eval(() => customElements.whenDefined('maturity-radar').then(() => true));
}

function assertAlike(actual, expected, place) {
  if (typeof expected === 'number') {
    assert.ok(Math.abs(actual - expected) <= 0.001, `${place}: expected ${expected}, got ${actual}`);
  } else if (expected !== null && typeof expected === 'object') {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), `${place}: field names`);
    for (const key of Object.keys(expected)) assertAlike(actual[key], expected[key], `${place}/${key}`);
  } else {
    assert.equal(actual, expected, place);
  }
}

const expected = (id) => golden.find((test) => test.id === id);
const IN_MEMORY = { 'index.html': { change: (html) => html.replace('<maturity-radar>', '<maturity-radar storage="none">').replace('<head>', '<head><script src="__probe.js"></script>') } };

eachEngine('importData, results and exportData speak the model', { faults: IN_MEMORY }, async (page, server) => {
  const c20 = expected('C20');
  const base = file('base', '2026-01-05', c20.input.base, { fields: { effort_mix: { unplanned: 45, near: 40, far: 15, wish: { unplanned: 25, near: 45, far: 30 } }, aim: { primary: 'rb', secondary: 'sbd' } } });
  const now = file('now', '2026-07-06', c20.input.now, { kind: 'reassessment' });
  await open(page, server);
  const first = await page.eval((text) => document.querySelector('maturity-radar').importData(text), JSON.stringify(base));
  assert.deepEqual(first, { taken: 1, problems: [] });
  const one = await page.eval(() => document.querySelector('maturity-radar').results);
  assert.equal(one.change, null);
  assertAlike(one.waves[0].score, expected('C01').expected, 'C01');
  assertAlike(one.waves[0].dominance, expected('C02').expected, 'C02');
  assertAlike(one.waves[0].balance, expected('C03').expected, 'C03');
  assertAlike(one.waves[0].effort_mix, expected('C16').expected, 'C16');
  const second = await page.eval((document_) => document.querySelector('maturity-radar').importData(document_), [now, base]);
  assert.deepEqual(second, { taken: 1, problems: [] }, 'a wave that is there is not taken again');
  const both = await page.eval(() => document.querySelector('maturity-radar').results);
  assert.deepEqual(both.waves.map((wave) => wave.id), ['base', 'now']);
  assertAlike(both.change, c20.expected, 'C20');

  const exported = await page.eval(() => document.querySelector('maturity-radar').exportData());
  assert.deepEqual(exported.map((each) => each.wave.id), ['base', 'now']);
  assert.deepEqual(exported[0].answers, base.answers);
  const again = await page.eval(async (files) => {
    const other = document.createElement('maturity-radar');
    other.setAttribute('storage', 'none');
    document.body.append(other);
    const before = document.querySelector('maturity-radar').results.waves.length;
    const outcome = await other.importData(files);
    return { outcome, waves: other.results.waves.length, before, first: await other.exportData() };
  }, exported);
  assert.deepEqual(again.outcome, { taken: 2, problems: [] });
  assert.equal(again.waves, 2, 'a second element has a history of its own');
  assert.deepEqual(again.first, exported, 'export, import, export is the same');
});

eachEngine('another person answering widens the thresholds', { faults: IN_MEMORY }, async (page, server) => {
  const c24 = expected('C24');
  await open(page, server);
  const files = [file('base', '2026-01-05', c24.input.base), file('now', '2026-07-06', c24.input.now, { kind: 'reassessment', person: 'r2' })];
  const change = await page.eval(async (files) => {
    const host = document.querySelector('maturity-radar');
    await host.importData(files);
    return host.results.change;
  }, files);
  assertAlike(change, c24.expected, 'C24');
});

eachEngine('files with problems change nothing and say where', { faults: IN_MEMORY }, async (page, server) => {
  await open(page, server);
  const bad = file('bad', '2026-01-05', { S1a: 9 });
  const take = (text) => page.eval((text) => document.querySelector('maturity-radar').importData(text), text);
  assert.deepEqual((await take(JSON.stringify([bad]))).problems.map(({ code, pointer }) => [code, pointer]), [['out_of_range', '/0/answers/sbd.insight.dir/value']]);
  assert.deepEqual((await take('{"format":')).problems.map(({ code }) => code), ['json_syntax']);
  assert.deepEqual((await take(JSON.stringify({ ...bad, answers: {}, format_version: '2.0' }))).problems.map(({ code }) => code), ['newer_version']);
  assert.deepEqual(await page.eval(() => document.querySelector('maturity-radar').results), { waves: [], change: null, progress: null, plan: null, team: null, perception_gap: null, lenses: {} });
});

function surveyFault(what, fault, words, code) {
  eachEngine(`${what}: its own message`, { faults: { [SURVEY]: fault } }, async (page, server) => {
    await page.open(server.url);
    for (const each of words) await page.seeText(each);
    if (code) assert.ok(await page.eval((code) => document.querySelector('maturity-radar').shadowRoot.textContent.includes(code), code), code);
  });
}

surveyFault('a survey file that is not there', { status: 404 }, ['The survey cannot be shown'], 'mr-survey-missing');
surveyFault('a web page in place of the survey', { body: '<!doctype html><title>x</title>', type: 'text/html' }, ['The survey cannot be shown'], 'mr-survey-page');
surveyFault('a survey cut in half', { change: (text) => text.slice(0, text.length / 2) }, ['The survey cannot be shown', 'json_syntax'], 'mr-survey-broken');
surveyFault('a survey without its levels', { change: (text) => JSON.stringify({ ...JSON.parse(text), levels: [] }) }, ['The survey cannot be shown', '/levels'], 'mr-survey-broken');
surveyFault('a survey that cannot be reached', { drop: true }, ['The survey cannot be shown'], 'mr-survey-unreachable');

eachEngine('a survey served with another type still works', { faults: { [SURVEY]: { type: 'text/plain' } } }, async (page, server) => {
  await page.open(server.url);
  await page.seeText('See an example result');
});

eachEngine('a call of the page leaves the survey where it is', async (page, server) => {
  await open(page, server);
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  await chooseFirst(page);
  await savedMark(page);
  await press(page, 'Continue');
  await page.seeText('Question 2 of 24');
  assert.deepEqual(await page.eval(() => document.querySelector('maturity-radar').exportData()), []);
  await page.seeText('Question 2 of 24');
  const other = await page.eval(async () => {
    const second = document.createElement('maturity-radar');
    document.body.append(second);
    await second.exportData();
    return second.shadowRoot.textContent;
  });
  assert.doesNotMatch(other, /Question \d+ of 24/, 'another element stays at its own first screen');
});

eachEngine('a call made before the element is ready is answered after a move', { faults: IN_MEMORY }, async (page, server) => {
  await open(page, server);
  const waves = await page.eval(async () => {
    const host = document.createElement('maturity-radar');
    document.body.append(host);
    const exported = host.exportData();
    host.remove();
    await new Promise((resolve) => { setTimeout(resolve); });
    document.body.append(host);
    host.storage = 'none';
    return exported;
  });
  assert.deepEqual(waves, []);
});
