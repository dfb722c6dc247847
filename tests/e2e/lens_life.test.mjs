// What becomes of answers to lenses: left and resumed, partly filled, mistaken, answered again, put into the plan,
// taken out and in, deleted, followed by another tab; and what is fetched for them, and when.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerFile } from './answer_file.mjs';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { examples, lensFile } from './lens_examples.mjs';
import { press, results } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const { base } = golden.find(({ id }) => id === 'C20').input;

const ready = (page) => page.waitFor(() => customElements.get('maturity-radar') !== undefined);
const take = (page, files) => page.eval((files) => document.querySelector('maturity-radar').importData(files), files);
const given = (page) => page.eval(() => document.querySelector('maturity-radar').exportData());
const link = (page, id) => page.eval((id) => { location.hash = `#mr-lens=${id}`; }, id);
const fetched = (server) => server.log.map(({ path }) => path).filter((path) => path.includes('.lens-'));

const field = (page, id, text) => page.eval(([id, text]) => {
  const own = document.querySelector('maturity-radar').shadowRoot.getElementById(id);
  own.value = text;
  own.dispatchEvent(new InputEvent('input', { bubbles: true }));
}, [id, text]);
const mistake = (page, id) => page.waitFor((id) => {
  const own = document.querySelector('maturity-radar').shadowRoot.getElementById(`${id}-mistake`);
  return own && [own.textContent.trim()];
}, [id]).then(([text]) => text);

eachEngine('partly filled it gives partial results, says what is missing, and is left and resumed', async (page, server) => {
  await page.open(`${server.url}#mr-lens=ds`);
  await press(page, 'Describe: Decisions');
  await press(page, 'Describe: Answer a public comment, review or question about us');
  await page.see('[id="mr-ds.d.reply-window-hours"]');
  assert.equal(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.getElementById('mr-ds.d.reply-window-hours').value), '', 'a window is never filled in beforehand');
  await field(page, 'mr-ds.d.reply-per_month', '40');
  await page.waitFor(async () => (await document.querySelector('maturity-radar').exportData()).length === 1);
  await page.reload();
  await link(page, 'ds');
  await page.seeText('1 described');
  await press(page, 'See what it says');
  await page.seeText('What is missing');
  await page.seeText('Time window');
  const { ds } = (await results(page)).lenses;
  assert.equal(ds.decisions.decisions['ds.d.reply'].status, null, 'without its window nothing is said of a decision');
  assert.equal(ds.flatness.flatness, null);
  assert.ok(ds.gaps.some(({ field, reason }) => field === 'window' && reason === 'missing'));
  // Straight to the question that is open.
  await press(page, 'Answer: Decisions, Answer a public comment, review or question about us, Time window');
  await page.see('[id="mr-ds.d.reply-window-hours"]');
  await field(page, 'mr-ds.d.reply-window-hours', '4');
  assert.deepEqual(await page.errors(), []);
});

eachEngine('what nobody can compute with gets a sentence at its field and blocks nothing else', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  await take(page, [lensFile('ds'), lensFile('mt'), lensFile('om')]);
  await link(page, 'ds');
  await press(page, 'Change: Layers');
  for (const [id, text, sentence] of [
    ['mr-x-1-headcount', '-5', 'This has to be 1 or more'],
    ['mr-x-1-layers', '99', 'This has to be 30 or less'],
    ['mr-x-2-headcount', 'about twenty', 'This has to be a number'],
    ['mr-x-2-layers', '1.5', 'This has to be a whole number'],
    ['mr-once-span', '0', 'This has to be 1 or more'],
  ]) {
    await page.see(`[id="${id}"]`);
    await field(page, id, text);
    await page.waitFor(([id, sentence]) => document.querySelector('maturity-radar').shadowRoot.getElementById(`${id}-mistake`)?.textContent.startsWith(sentence), [[id, sentence]]);
    assert.equal(await page.eval((id) => document.querySelector('maturity-radar').shadowRoot.getElementById(id).value, id), text, 'what was entered stays');
  }
  await press(page, 'All parts');
  await press(page, 'Change: Hours when nobody is there');
  await page.see('[id="mr-x-1-to"]');
  await page.eval(() => {
    const day = document.querySelector('maturity-radar').shadowRoot.getElementById('mr-x-5-to');
    day.selectedIndex = 1;
    day.dispatchEvent(new Event('change', { bubbles: true }));
  });
  assert.equal(await mistake(page, 'mr-x-5-to'), 'This is not after the start, so these hours are left out.');
  await press(page, 'All parts');
  await press(page, 'Change: Decisions');
  await press(page, 'Change: Move budget between running programmes');
  for (const [id, text, sentence] of [['window', '0', 'This has to be 0.01 or more'], ['observed', '9999', 'This has to be 8760 or less']]) {
    const own = `mr-ds.d.shift-${id}-hours`;
    await page.see(`[id="${own}"]`);
    await field(page, own, text);
    await page.waitFor(([id, sentence]) => document.querySelector('maturity-radar').shadowRoot.getElementById(`${id}-mistake`)?.textContent.startsWith(sentence), [[`mr-ds.d.shift-${id}`, sentence]]);
  }
  await press(page, 'All parts');
  await press(page, 'Change: Metrics and authority');
  for (let row = Object.keys(examples.ds.metrics.rows).length + 1; row <= 8; row += 1) {
    await press(page, 'Add another');
    await page.see(`[id="mr-x-${row}-metric_name"]`);
  }
  await page.seeText('Up to 8 key metrics are enough.');
  await press(page, 'See what it says');
  await page.seeText('left out: nobody can compute with this answer');
  const { ds } = (await results(page)).lenses;
  assert.equal(ds.decisions.decisions['ds.d.reply'].late_hours, 160, 'other answers count as before');
  assert.equal(ds.decisions.decisions['ds.d.shift'].status, null);
  for (const [field, reason] of [['headcount', 'too_small'], ['layers', 'too_large'], ['window', 'too_small'], ['span', 'too_small']]) {
    assert.ok(ds.gaps.some((gap) => gap.field === field && gap.reason === reason), `${field} is ${reason}`);
  }
  await link(page, 'om');
  await press(page, 'Change: Local teams');
  await press(page, 'Add another');
  await page.see('[id="mr-x-2-share"]');
  await field(page, 'mr-x-2-share', '97');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.getElementById('mr-x-2-share-mistake').textContent.startsWith('The shares add up to 103%'));
  await field(page, 'mr-once-mid_share', '15');
  assert.match(await mistake(page, 'mr-once-mid_share'), /^Major markets begin at 15% and mid-sized ones at 15%/);
  await press(page, 'All parts');
  await press(page, 'Change: Planning cycle');
  await page.see('[id="mr-once-central_end"]');
  await field(page, 'mr-once-central_end', '2025-01-01');
  assert.match(await mistake(page, 'mr-once-central_end'), /^This is before ‘Input complete’\./);
  await link(page, 'mt');
  await press(page, 'Change: Time for local initiatives');
  await page.see('[id="mr-once-reserve_pct"]');
  await field(page, 'mr-once-reserve_pct', '150');
  await page.waitFor(() => document.querySelector('maturity-radar').shadowRoot.getElementById('mr-once-reserve_pct-mistake').textContent.startsWith('This has to be 100 or less'));
  assert.deepEqual(await page.errors(), []);
});

eachEngine('a file with 10,000 decisions, or one that is no lens file, is refused with its place and changes nothing', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  const many = lensFile('ds', { parts: { decisions: { rows: Object.fromEntries(Array.from({ length: 10_000 }, (unused, at) => [`x-${at}`, { window: 4 }])) } } });
  for (const [file, code, pointer] of [
    [many, 'out_of_range', '/parts/decisions/rows'],
    [{ ...lensFile('ds'), format_version: '2.0' }, 'newer_version', '/format_version'],
    [{ ...lensFile('ds'), model: { id: 'another', version: '1.0.0' } }, 'other_survey', '/model/id'],
    [{ ...lensFile('ds'), parts: 7 }, 'wrong_type', '/parts'],
  ]) {
    const { taken, problems } = await take(page, [file]);
    assert.equal(taken, 0);
    assert.ok(problems.some((own) => own.code === code && own.pointer === `/0${pointer}`), `${code} ${pointer}: ${JSON.stringify(problems)}`);
    assert.deepEqual(await given(page), []);
  }
});

eachEngine('answered again it is held against the own earlier answers, item by item', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  const earlier = lensFile('ab', { id: 'ab-before', date: '2026-05-04' });
  const later = structuredClone(lensFile('ab'));
  later.parts.conditions.rows['ab.c.sponsor'].value = 4;
  await take(page, [earlier, later]);
  await link(page, 'ab');
  await press(page, 'See what it says');
  await page.seeText('One answer has changed since');
  await page.seeText('The chief executive or a board member');
  const { changed } = (await results(page)).lenses.ab;
  assert.deepEqual(changed, [{ part: 'conditions', row: 'ab.c.sponsor', field: 'value', before: 2, now: 4, other_meaning: false }]);
  await press(page, 'To the parts');
  await press(page, 'Update these answers');
  await page.waitFor(async () => (await document.querySelector('maturity-radar').exportData()).length === 3);
  const dates = (await given(page)).map(({ date }) => date);
  assert.deepEqual(dates.slice(0, 2).sort(), ['2026-05-04', '2026-11-20'], 'the earlier answers stay as they are');
  // Earlier answers are there to read, with the way back; what is entered still goes into the latest.
  await press(page, 'Open: the answers of May 4, 2026');
  await page.seeText('These are earlier answers');
  await assertAccessible(page, 'earlier answers');
  assert.match(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-kicker').textContent), /Answers of May 4, 2026$/);
  assert.equal(await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-body button')].filter((own) => /^(Answer|Put it)/.test(own.textContent)).length), 0, 'nothing leads into questions or plan');
  await press(page, 'See the latest answers');
  await page.seeText('No answer has changed since November 20, 2026');
  await press(page, 'To the parts');
  await press(page, 'Delete: the answers of May 4, 2026');
  await page.seeText('were deleted');
  await press(page, 'Undo');
  await page.waitFor(async () => (await document.querySelector('maturity-radar').exportData()).length === 3);
});

eachEngine('a finding takes the place of the supporting move, and answers travel with everything else', async (page, server) => {
  await page.open(server.url);
  await ready(page);
  await take(page, [answerFile('base', '2026-05-04', base, { fields: { effort_mix: { unplanned: 45, near: 40, far: 15 }, aim: { primary: 'rb', secondary: 'sbd' } } }), lensFile('ds')]);
  const kinds = async () => (await results(page)).plan.plan.moves.map(({ kind }) => kind);
  const proposed = await kinds();
  assert.ok(!proposed.includes('finding'));
  await press(page, 'Open results');
  await page.seeText('Look closer');
  await press(page, 'Open: Decision speed and flatness');
  await press(page, 'See what it says');
  await page.seeText('For your 90 days');
  const label = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].map((own) => own.textContent.trim()).find((text) => text.startsWith('Put it into the plan')));
  await press(page, label);
  await page.seeText('in your plan');
  const now = await kinds();
  assert.equal(now.at(-1), 'finding');
  assert.deepEqual(now.filter((kind) => kind === 'focus'), proposed.filter((kind) => kind === 'focus'));
  await press(page, 'Open the plan');
  await page.seeText('Supporting: from the lens ‘Decision speed and flatness’');
  const all = await given(page);
  assert.equal(all.length, 2);
  assert.equal(all[0].support.lens, 'ds');
  assert.deepEqual(all[1].parts, examples.ds, 'answers come out as they went in');
  await press(page, 'Use the proposed move again');
  assert.deepEqual(await kinds(), proposed);
});

eachEngine('a lens is fetched when it is opened, once, and what fails is said and tried again', { faults: { 'surveys/three-roles.lens-martech.en.json': { status: 404, headers: { 'cache-control': 'no-store' } } } }, async (page, server) => {
  await page.open(server.url);
  await page.seeText('See an example result');
  await take(page, [answerFile('base', '2026-05-04', base)]);
  await press(page, 'Open results');
  await page.seeText('Look closer');
  assert.deepEqual(fetched(server), [], 'nobody pays for a lens that is not opened');
  await press(page, 'Lenses');
  await page.seeText('Four lenses');
  assert.deepEqual(fetched(server), []);
  await press(page, 'Open: Martech placement and governance');
  await page.seeText('could not be loaded');
  server.faults['surveys/three-roles.lens-martech.en.json'] = {};
  await press(page, 'Try again');
  await page.seeText('Say where each platform is run today');
  await press(page, 'Lenses');
  await press(page, 'Open: ABM structure fit');
  await page.seeText('thirteen conditions');
  await press(page, 'Lenses');
  await press(page, 'Open: ABM structure fit');
  await page.seeText('thirteen conditions');
  assert.equal(fetched(server).filter((path) => path.includes('abm')).length, 1);
});
