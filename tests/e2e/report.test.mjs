// The report as a PDF, read back by poppler: a year with targets, a plan underway and notes is there section by section,
// nothing is blank, and every chart stands whole on one page.
// In Chromium alone: no other engine here makes a PDF without a person at its print dialog.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium as playwright } from 'playwright-core';
import { chromium as find } from '../../tools/browsers.mjs';
import { answerFile, items, survey } from './answer_file.mjs';
import { inTime } from './harness.mjs';
import { serveDist } from './site.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const { base, now } = golden.find((each) => each.id === 'C20').input;
const NOTES = ['The steering group meets monthly since spring', 'Kvasir keeps the minutes of every pilot'];
const OWNER = 'Fjorgyn Vandermeer';
const EVIDENCE = 'Contact plans are filed under Heimdall';
// Millimetres that stay free on every side.
const MARGIN = 12;

const has = (program) => {
  try { execFileSync(program, ['-v'], { stdio: 'ignore' }); return true; } catch { return false; }
};
const ready = find() !== null && has('pdftotext') && has('pdftoppm');

/** Three waves, own targets, a plan underway, notes. */
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
  ];
}

/** A grey bitmap: how dark each dot is. */
function bitmap(file) {
  const bytes = readFileSync(file);
  // P5, width and height, the highest value; then one byte for each dot.
  const head = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  return { width: Number(head[1]), height: Number(head[2]), dots: bytes.subarray(head[0].length) };
}

const flat = (text) => text.replace(/\s+/g, ' ').trim();
const squeezed = (text) => text.replace(/\s+/g, '');

/** Runs in the page: puts a word into two corners of every drawing, and tells which drawings there are. */
function markCharts() {
  const root = document.querySelector('maturity-radar').shadowRoot;
  // Icons are smaller than any chart, and a drawing within one belongs to it.
  const isChart = (svg) => !svg.parentElement.closest('svg') && (!svg.hasAttribute('viewBox') || svg.viewBox.baseVal.width > 40);
  const drawings = [...root.querySelectorAll('.mr-report svg:not(.mr-icon)')].filter(isChart);
  // Their own words would mix with the marks; no page is laid out by them.
  for (const svg of drawings) for (const own of svg.querySelectorAll('text')) own.textContent = '';
  return drawings.map((svg, index) => {
    const box = svg.viewBox.baseVal;
    const scaled = svg.hasAttribute('viewBox');
    const corners = scaled
      ? [[box.x + box.width * 0.02, box.y + box.height * 0.02], [box.x + box.width * 0.98, box.y + box.height * 0.98]]
      : [['1%', '10%'], ['99%', '95%']];
    for (const [end, [x, y]] of corners.entries()) {
      const mark = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      mark.textContent = `zq${index}${'ab'[end]}qz`;
      mark.setAttribute('x', x);
      mark.setAttribute('y', y);
      mark.style.cssText = `font: 4px monospace; fill: #ddd; stroke: none; visibility: visible; text-anchor: ${['start', 'end'][end]}`;
      svg.append(mark);
    }
    return `${svg.getAttribute('class')} in ${svg.parentElement.closest('[class]').getAttribute('class')}`;
  });
}

/** Where the marks stand: [{ page, x, y }] by mark; places as shares of the page. */
function marksOf(pdf) {
  const found = new Map();
  const layout = execFileSync('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1 << 26 }).toString();
  for (const [page, part] of layout.split('<page ').slice(1).entries()) {
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(part);
    for (const [, x, y, X, Y, word] of part.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)) {
      for (const [, mark] of word.matchAll(/zq(\d+[ab])qz/g)) {
        found.set(mark, [...found.get(mark) ?? [], { page, left: x / width, right: X / width, top: y / height, bottom: Y / height }]);
      }
    }
  }
  return found;
}

for (const format of ['A4', 'Letter']) {
  test(`the report on ${format} is whole`, { skip: !ready && process.env.CI !== 'true' ? 'needs Chromium and poppler-utils' : false, timeout: 180_000 }, inTime(async () => {
    assert.ok(ready, 'Chromium and poppler-utils are there');
    const server = await serveDist();
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await playwright.launch({ executablePath: find(), args: ['--disable-gpu', ...root] });
    const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-report-'));
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
      await page.goto(server.url);
      await page.waitForFunction(() => customElements.get('maturity-radar') !== undefined);
      const { taken, problems } = await page.evaluate((files) => document.querySelector('maturity-radar').importData(files), year());
      assert.deepEqual([taken, problems], [3, []]);
      await page.getByRole('button', { name: 'Open results' }).click();
      await page.getByRole('button', { name: 'Report to print' }).click();
      await page.locator('.mr-report').waitFor();
      const headline = await page.locator('#mr-heading').innerText();
      const cover = await page.locator('.mr-report > .mr-kicker').innerText();
      const headings = await page.locator('.mr-report h2').allInnerTexts();
      const moves = await page.locator('.mr-move-do').allInnerTexts();
      const findings = await page.locator('.mr-changes h3, .mr-changes h4').allInnerTexts();
      const print = async (name) => {
        const pdf = join(folder, name);
        await page.pdf({ path: pdf, format, printBackground: false, margin: { top: `${MARGIN}mm`, bottom: `${MARGIN}mm`, left: `${MARGIN}mm`, right: `${MARGIN}mm` } });
        return pdf;
      };
      const pdf = await print('report.pdf');

      // Section by section, in words.
      const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
      const pages = text.split('\f').slice(0, -1);
      const raw = squeezed(execFileSync('pdftotext', ['-raw', pdf, '-']).toString());
      const says = (words, what) => assert.ok(raw.includes(squeezed(words)) || flat(text).includes(flat(words)), `${what}: ${words}`);
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

      // As it looks: no page is blank or dark, and nothing stands in the margin, where a cut would show.
      execFileSync('pdftoppm', ['-gray', '-r', '40', pdf, join(folder, 'page')]);
      const shots = readdirSync(folder).filter((name) => name.endsWith('.pgm')).sort();
      assert.equal(shots.length, pages.length);
      for (const name of shots) {
        const { width, height, dots } = bitmap(join(folder, name));
        const dark = (dot) => dot < 200;
        const share = dots.filter(dark).length / dots.length;
        assert.ok(share > 0.003 && share < 0.4, `${name}: ${share} is dark`);
        const rim = Math.floor((MARGIN - 1) / 25.4 * 40);
        const inMargin = dots.filter((dot, at) => dark(dot) && (at < width * rim || at >= width * (height - rim) || at % width < rim || at % width >= width - rim));
        assert.equal(inMargin.length, 0, `${name}: the margin is free`);
      }

      // Two corners of every drawing, each with a word of its own: both on one page, at their distance.
      const charts = await page.evaluate(markCharts);
      const marks = marksOf(await print('marked.pdf'));
      const drawn = charts.map((name, index) => ({ name, ends: [`${index}a`, `${index}b`].map((mark) => marks.get(mark) ?? []) })).filter(({ ends }) => ends.some((each) => each.length > 0));
      for (const { name, ends } of drawn) {
        assert.deepEqual(ends.map((each) => each.length), [1, 1], `${name}: both corners are there once`);
        const [first, last] = ends.map(([each]) => each);
        assert.equal(first.page, last.page, `${name} is cut by a page's end`);
        assert.ok(first.top < last.bottom && first.top > 0 && last.bottom < 1 && first.left > 0 && last.right < 1, `${name} lies within its page`);
      }
      const names = drawn.map(({ name }) => name).join('\n');
      for (const chart of ['mr-radar', 'mr-map', 'mr-mix']) assert.ok(names.includes(chart), `${chart} among\n${names}`);
      console.log(`${format}: ${pages.length} pages, ${drawn.length} drawings, each whole on one page`);
    } finally {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }));
}
