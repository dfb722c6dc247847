// What stands on paper: a page as a PDF, read back by poppler. No sheet is blank or dark, nothing stands in the margin,
// and every chart stands whole on one sheet.
// In Chromium alone: no other engine here makes a PDF without a person at its print dialog.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium as playwright } from 'playwright-core';
import { chromium as find } from '../../tools/browsers.mjs';
import { inTime } from './harness.mjs';
import { serveDist } from './site.mjs';

// Millimetres that stay free on every side.
const MARGIN = 12;

const has = (program) => {
  try { execFileSync(program, ['-v'], { stdio: 'ignore' }); return true; } catch { return false; }
};
const ready = find() !== null && has('pdftotext') && has('pdftoppm');

/** A grey bitmap: how dark each dot is. */
function bitmap(file) {
  const bytes = readFileSync(file);
  // P5, width and height, the highest value; then one byte for each dot.
  const head = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  return { width: Number(head[1]), height: Number(head[2]), dots: bytes.subarray(head[0].length) };
}

export const flat = (text) => text.replace(/\s+/g, ' ').trim();
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

/** As it looks: no page is blank or dark, and nothing stands in the margin, where a cut would show. */
function looksWhole(folder, pdf, pages) {
  execFileSync('pdftoppm', ['-gray', '-r', '40', pdf, join(folder, 'page')]);
  const shots = readdirSync(folder).filter((name) => name.endsWith('.pgm')).sort();
  assert.equal(shots.length, pages);
  for (const name of shots) {
    const { width, height, dots } = bitmap(join(folder, name));
    const dark = (dot) => dot < 200;
    const share = dots.filter(dark).length / dots.length;
    assert.ok(share > 0.002 && share < 0.4, `${name}: ${share} is dark`);
    const rim = Math.floor((MARGIN - 1) / 25.4 * 40);
    const inMargin = dots.filter((dot, at) => dark(dot) && (at < width * rim || at >= width * (height - rim) || at % width < rim || at % width >= width - rim));
    assert.equal(inMargin.length, 0, `${name}: the margin is free`);
    rmSync(join(folder, name));
  }
}

/** The drawings by what they are and stand in, each with the places of its two ends: both on one page, at their distance. */
function drawnWhole(charts, pdf) {
  const marks = marksOf(pdf);
  const drawn = charts.map((name, index) => ({ name, ends: [`${index}a`, `${index}b`].map((mark) => marks.get(mark) ?? []) })).filter(({ ends }) => ends.some((each) => each.length > 0));
  for (const { name, ends } of drawn) {
    assert.deepEqual(ends.map((each) => each.length), [1, 1], `${name}: both corners are there once`);
    const [first, last] = ends.map(([each]) => each);
    assert.equal(first.page, last.page, `${name} is cut by a page's end`);
    assert.ok(first.top < last.bottom && first.top > 0 && last.bottom < 1 && first.left > 0 && last.right < 1, `${name} lies within its page`);
  }
  return drawn.map(({ name }) => name);
}

/**
 * `body` gets a page and `printed`, which makes the PDF of what is on screen, holds it against the above, and gives
 * its text, a check that it says some words, and the names of its drawings.
 */
export function onPaper(name, body) {
  for (const format of ['A4', 'Letter']) {
    test(`${name} on ${format} is whole`, { skip: !ready && process.env.CI !== 'true' ? 'needs Chromium and poppler-utils' : false, timeout: 180_000 }, inTime(async () => {
      assert.ok(ready, 'Chromium and poppler-utils are there');
      const server = await serveDist();
      const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const browser = await playwright.launch({ executablePath: find(), args: ['--disable-gpu', ...root] });
      const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-report-'));
      try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
        await page.goto(server.url);
        await page.waitForFunction(() => customElements.get('maturity-radar') !== undefined);
        const print = async (file) => {
          const pdf = join(folder, file);
          await page.pdf({ path: pdf, format, printBackground: false, margin: { top: `${MARGIN}mm`, bottom: `${MARGIN}mm`, left: `${MARGIN}mm`, right: `${MARGIN}mm` } });
          return pdf;
        };
        await body(page, async () => {
          const pdf = await print('report.pdf');
          const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
          const raw = squeezed(execFileSync('pdftotext', ['-raw', pdf, '-']).toString());
          const says = (words, what) => assert.ok(raw.includes(squeezed(words)) || flat(text).includes(flat(words)), `${what}: ${words}`);
          const pages = text.split('\f').length - 1;
          looksWhole(folder, pdf, pages);
          const drawings = drawnWhole(await page.evaluate(markCharts), await print('marked.pdf'));
          console.log(`${format}: ${pages} pages, ${drawings.length} drawings, each whole on one page`);
          return { text, says, drawings };
        });
      } finally {
        await browser.close();
        await server.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }));
  }
}
