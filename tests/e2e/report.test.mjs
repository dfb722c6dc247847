// The report as a PDF, read back by poppler: everything is there, nothing is blank, no chart is cut.
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
import { serveDist } from './site.mjs';

const RATED = Object.fromEntries(items.map((item, index) => [item.code, 1 + (index * 7) % 5]));
const NOTE = 'The steering group meets monthly since spring';
const has = (program) => {
  try { execFileSync(program, ['-v'], { stdio: 'ignore' }); return true; } catch { return false; }
};
const ready = find() !== null && has('pdftotext') && has('pdftoppm');

/** The share of a page that is not white, from a grey bitmap of it. */
function inked(file) {
  const bytes = readFileSync(file);
  // P5, width and height, the highest value; then one byte for each dot.
  const head = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  const dots = bytes.subarray(head[0].length);
  return dots.filter((dot) => dot < 200).length / dots.length;
}

const flat = (text) => text.replace(/\s+/g, ' ');
const squeezed = (text) => text.replace(/\s+/g, '');

for (const format of ['A4', 'Letter']) {
  test(`the report on ${format} is whole`, { skip: !ready && process.env.CI !== 'true' ? 'needs Chromium and poppler-utils' : false, timeout: 180_000 }, async () => {
    assert.ok(ready, 'Chromium and poppler-utils are there');
    const server = await serveDist();
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await playwright.launch({ executablePath: find(), args: ['--disable-gpu', ...root] });
    const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-report-'));
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
      await page.goto(server.url);
      await page.waitForFunction(() => customElements.get('maturity-radar') !== undefined);
      const file = answerFile('base', '2026-05-04', RATED);
      file.answers[items[2].id].note = NOTE;
      await page.evaluate((file) => document.querySelector('maturity-radar').importData(file), file);
      await page.getByRole('button', { name: 'Open results' }).click();
      await page.getByRole('button', { name: 'Report to print' }).click();
      await page.locator('.mr-report').waitFor();
      const headline = await page.locator('#mr-heading').innerText();
      const moves = await page.locator('.mr-move-do').allInnerTexts();
      const labels = await page.locator('.mr-radar-wide').evaluate((chart) => [...chart.querySelectorAll('text')].map((own) => own.textContent.trim()));
      const pdf = join(folder, 'report.pdf');
      await page.pdf({ path: pdf, format, printBackground: false });

      const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
      const pages = text.split('\f').slice(0, -1);
      const raw = squeezed(execFileSync('pdftotext', ['-raw', pdf, '-']).toString());
      assert.ok(flat(text).includes(flat(headline).slice(0, 40)) || raw.includes(squeezed(headline)), headline);
      for (const capability of survey.capabilities) assert.ok(flat(text).includes(capability.short), capability.short);
      for (const item of items) assert.ok(raw.includes(squeezed(item.stem).slice(0, 30)), item.stem);
      assert.ok(moves.length > 0);
      for (const move of moves) assert.ok(raw.includes(squeezed(move).slice(0, 40)), move);
      for (const word of NOTE.split(' ')) assert.ok(text.includes(word), word);

      execFileSync('pdftoppm', ['-gray', '-r', '40', pdf, join(folder, 'page')]);
      const shots = readdirSync(folder).filter((name) => name.endsWith('.pgm')).sort();
      assert.equal(shots.length, pages.length);
      for (const name of shots) {
        const share = inked(join(folder, name));
        assert.ok(share > 0.003 && share < 0.4, `${name}: ${share} is dark`);
      }
      // The levels stand on the rings, and nowhere else as all of them together with every capability.
      const names = labels.filter((label) => survey.capabilities.some((own) => own.short.startsWith(label) && label.length > 5));
      const whole = pages.filter((own) => names.every((name) => own.includes(name)));
      assert.ok(names.length > 0 && whole.length > 0, 'the words of the radar stand on one page');
    } finally {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
