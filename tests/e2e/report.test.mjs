// The report as a PDF: a year with targets, a plan underway, notes and lenses is there section by section.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answerFile, items, survey } from './answer_file.mjs';
import { lensFile } from './lens_examples.mjs';
import { flat, onPaper } from './paper.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const { base, now } = golden.find((each) => each.id === 'C20').input;
const NOTES = ['The steering group meets monthly since spring', 'Kvasir keeps the minutes of every pilot'];
const OWNER = 'Fjorgyn Vandermeer';
const EVIDENCE = 'Contact plans are filed under Heimdall';

/** Three waves, own targets, a plan underway, notes, and two lenses, one of them answered twice. */
function year() {
  const effort = { effort_mix: { unplanned: 45, near: 40, far: 15, wish: { unplanned: 25, near: 45, far: 30 } }, aim: { primary: 'rb', secondary: 'sbd' } };
  const move = { why: 'R_GAP', owner: OWNER, start: '2026-11-16', state: 'open', evidence: EVIDENCE, check: { evidence: '' } };
  const last = answerFile('now', '2026-11-09', now, { kind: 'reassessment', fields: {
    ...effort,
    targets: { 'rb.sales': { score: 75, by: '2027-06-30' }, 'sbd.focus': { score: 62.5 } },
    plans: [{ start: '2026-11-16', focus: 'rb', moves: [{ ...move, kind: 'focus', capability: 'rb.sales', level: 2 }, { kind: 'make_room', ...move, owner: '', evidence: '' }] }],
    touched_ms: 1_795_000_000_000,
  } });
  for (const [index, note] of NOTES.entries()) last.answers[items[2 + 9 * index].id].note = note;
  return [
    answerFile('base', '2026-05-04', base, { fields: effort }),
    answerFile('mid', '2026-08-03', { ...base, S1a: 4, S2a: 3 }, { kind: 'reassessment', fields: effort }),
    last,
    lensFile('ds', { id: 'ds-before', date: '2026-05-04', parts: { layers: { span: 7 } } }),
    lensFile('ds'),
    lensFile('ab'),
  ];
}

onPaper('the report', async (page, printed) => {
  const { taken, problems } = await page.evaluate((files) => document.querySelector('maturity-radar').importData(files), year());
  assert.deepEqual([taken, problems], [6, []]);
  await page.getByRole('button', { name: 'Open results' }).click();
  await page.getByRole('button', { name: 'Report to print' }).click();
  await page.locator('.mr-report').waitFor();
  // Documents of lenses come after the page.
  for (const lens of ['Two decisions add up to', 'Fits best']) await page.locator('.mr-report h3', { hasText: lens }).waitFor();
  const headline = await page.locator('#mr-heading').innerText();
  const cover = await page.locator('.mr-report > .mr-kicker').innerText();
  const headings = await page.locator('.mr-report h2').allInnerTexts();
  const moves = await page.locator('.mr-move-do').allInnerTexts();
  const findings = await page.locator('.mr-changes h3, .mr-changes h4').allInnerTexts();
  const lens = (name) => page.locator('.mr-report > section', { has: page.locator('h2', { hasText: name }) });
  const lenses = await Promise.all(['Decision speed and flatness', 'ABM structure fit'].map((name) => lens(name).locator('h2, h3, p, h4, li').allInnerTexts()));
  const { text, says, drawings } = await printed();

  // Section by section, in words.
  says(cover, 'the cover line');
  for (const words of ['EMEA marketing', 'answered by one person', 'report of']) assert.ok(cover.includes(words), `${words} in ${cover}`);
  says(headline, 'the sentence');
  for (const heading of headings) says(heading, 'a section');
  for (const heading of ['Own targets', 'The plan', 'Answers and notes', 'How scores are made']) assert.ok(headings.includes(heading), `${heading} among ${headings}`);
  for (const role of survey.roles) says(role.name, 'the table');
  for (const capability of survey.capabilities) says(capability.short, 'the table');
  assert.match(flat(text), /clear gain/, 'the change');
  assert.match(flat(text), /\+15\.6/, 'the change of the first role');
  for (const finding of findings) says(finding, 'the change');
  assert.match(flat(text), /Sales: now [\d.]+, target 75 by /, 'a target');
  assert.match(flat(text), /target 62\.5/, 'a target without a day');
  assert.match(flat(text), /Begun on /, 'the plan underway');
  assert.equal(moves.length, 2);
  for (const move of moves) says(move, 'a move');
  for (const word of [...OWNER.split(' '), ...EVIDENCE.split(' ')]) assert.ok(text.includes(word), `the plan underway says ${word}`);
  for (const item of items) says(item.stem.slice(0, 30), 'a question');
  for (const note of NOTES) for (const word of note.split(' ')) assert.ok(text.includes(word), `a note says ${word}`);
  assert.doesNotMatch(flat(text), /Report to print|Go to the download|Erase everything/, 'nothing to press');

  // Of each lens its latest answers, in short.
  for (const [at, [name, day, sentence, ...rest]] of lenses.entries()) {
    assert.equal(day, 'Answers of November 20, 2026');
    assert.ok(rest.includes('For your 90 days') && rest.length > 3, `${name} has findings: ${rest}`);
    assert.ok(sentence.startsWith(['Two decisions add up to 400 hours', 'Fits best: Full-time'][at]), sentence);
    for (const words of [name, sentence, ...rest]) says(words, name);
  }
  assert.match(flat(text), /Answers of November 20, 2026 Two decisions add up to 400 hours/, 'the day stands with the sentence');
  assert.doesNotMatch(flat(text), /May 4, 2026 (Two|Fits)|Martech placement|Marketing operating model/, 'earlier answers, and lenses that nobody answered');

  const names = drawings.join('\n');
  for (const chart of ['mr-radar', 'mr-map', 'mr-mix']) assert.ok(names.includes(chart), `${chart} among\n${names}`);
});
