// The page for owners of surveys: problems with line, pointer and remedy, and the survey itself to try out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';

const example = readFileSync(new URL('../../surveys/examples/customer-support.en.json', import.meta.url), 'utf8');
const shipped = readFileSync(new URL('../../surveys/three-roles.en.json', import.meta.url), 'utf8');

const put = (page, text) => page.eval((text) => { document.querySelector('#survey-text').value = text; }, text);
const check = async (page, text) => {
  await put(page, text);
  await page.click('page:form button[type=submit]');
};
const heads = (page, words) => page.waitFor((words) => document.querySelector('#outcome-title')?.textContent === words, [words]);
const rows = (page) => page.eval(() => [...document.querySelectorAll('#outcome tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim().replace('Show line ', ''))));
const offer = (page, how, text) => page.eval((how, text) => {
  const files = new DataTransfer();
  files.items.add(new File([text], 'survey.json', { type: 'application/json' }));
  if (how === 'drop') return document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  const input = document.querySelector('#survey-file');
  input.files = files.files;
  return input.dispatchEvent(new Event('change', { bubbles: true }));
}, how, text);

eachEngine('an owner sees each problem of a survey with its line and its remedy', async (page, server) => {
  await page.open(`${server.url}validate.html`);
  await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
  await assertAccessible(page, 'the empty page');
  const broken = example.replace('"minutes": 5', '"minutes": "five"').replace('"source": "G2"', '"source": "G9"');
  await check(page, broken);
  await heads(page, '2 problems');
  const found = await rows(page);
  const line = (words) => broken.slice(0, broken.indexOf(words)).split('\n').length;
  assert.deepEqual(found.map(([place, pointer]) => [place, pointer]), [
    [`${line('"minutes"')}:3`, '/intro/minutes'],
    [`${line('"source": "G9"')}:6`, '/capabilities/2/source/0/source'],
  ]);
  assert.match(found[0][2], /^wrong_type\s*needs a number$/);
  assert.match(found[1][2], /^unknown_reference\s*no source has this id$/);
  assert.match(found[1][3], /as it stands where the thing itself is described/);
  assert.equal(await page.eval(() => document.activeElement.id), 'outcome-title', 'who cannot see it hears what was found');
  await assertAccessible(page, 'problems');
  await page.click('page:#outcome tbody tr:nth-child(2) button');
  const chosen = await page.eval(() => {
    const field = document.querySelector('#survey-text');
    return [document.activeElement === field, field.value.slice(field.selectionStart, field.selectionEnd), field.scrollTop > 0];
  });
  assert.deepEqual(chosen, [true, '"source": "G9"', true]);
  await page.size(320, 800);
  assert.ok(await page.eval(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than 320 px');

  // No JSON at all, and a file that is picked and too large.
  await check(page, '{"format": ');
  await heads(page, 'One problem');
  assert.deepEqual((await rows(page)).map(([place, pointer]) => [place, pointer]), [['1:12', '/']]);
  await offer(page, 'pick', ' '.repeat(5_000_001));
  await heads(page, 'The file is larger than 5 MB');
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
});

eachEngine('a sound survey is shown to try out, and nothing of it is kept', async (page, server) => {
  await page.open(`${server.url}validate.html`);
  await offer(page, 'drop', shipped);
  await heads(page, 'This survey is sound');
  await page.seeText('How far ahead of events does your marketing work?');
  assert.match(await page.text('page:#outcome'), /next steps stand in three-roles\.next-steps\.en\.json/);
  await page.click('page:#survey-example');
  await page.seeText('Two roles of a support team');
  await page.seeText('Product adviser');
  assert.match(await page.eval(() => document.querySelector('#outcome').textContent), /8 items, rated from 1 to 7.*Levels: On call, Routine, Planned, Ahead/s);
  await page.click('[type=submit]');
  await page.seeText('Question 1 of 8');
  await assertAccessible(page, 'a preview');
  // Another document takes its place.
  await offer(page, 'pick', example.replace('8 questions on', 'Eight questions on'));
  await page.seeText('Eight questions on');
  const stored = await page.eval(async () => [(await indexedDB.databases?.() ?? []).length, localStorage.length, sessionStorage.length]);
  assert.deepEqual(stored, [0, 0, 0]);
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(await page.violations(), []);
});
