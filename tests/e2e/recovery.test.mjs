// A program that stops is started again within half a second, where the last answer was kept; nobody else notices.
import assert from 'node:assert/strict';
import { answerFile } from './answer_file.mjs';
import { eachEngine } from './harness.mjs';
import { arm, armed, stops } from './trap.mjs';
import { chooseFirst, press, savedMark } from './widget.mjs';

const RESTART_MS = 500;

/** Opens the page and goes to the second question; the first is answered and saved. */
async function atSecondQuestion(page, server) {
  await page.open(server.url);
  await armed(page);
  await press(page, 'Start');
  await page.seeText('Question 1 of 24');
  await chooseFirst(page);
  await savedMark(page);
  await press(page, 'Continue');
  await page.seeText('Question 2 of 24');
}

const isChosen = (page) => page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-choices:not(.mr-choices-alt) label:nth-child(1) input').checked);

/** Has the page note when the next widget stands there: a new root with these words. */
const watchFor = (page, words) => page.eval((words) => {
  const { shadowRoot } = document.querySelector('maturity-radar');
  const before = shadowRoot.querySelector('.mr');
  globalThis.__again = new Promise((resolve) => {
    const look = () => {
      const now = shadowRoot.querySelector('.mr');
      if (now !== before && now?.textContent.includes(words)) resolve(performance.now() - __stops.traps.at(-1));
      else requestAnimationFrame(look);
    };
    look();
  });
}, words);

const tookMs = (page) => page.eval(() => globalThis.__again);

for (const where of ['act', 'draw']) {
  const what = where === 'act' ? 'an event handler' : 'a drawing';
  eachEngine(`a stop in ${what}: the widget goes on with the answers kept`, async (page, server) => {
    await atSecondQuestion(page, server);
    await chooseFirst(page);
    await savedMark(page);
    // A drawing that stops is that of the question before.
    const question = where === 'act' ? 2 : 1;
    await watchFor(page, `Question ${question} of 24`);
    await arm(page, where);
    await press(page, 'Back');
    const ms = await tookMs(page);
    assert.ok(ms < RESTART_MS, `${ms} ms`);
    assert.equal(await isChosen(page), true, 'the answer is there');
    assert.deepEqual(await stops(page), { traps: 1, codes: ['mr-restarted'] });
    await press(page, question === 2 ? 'Back' : 'Continue');
    await page.seeText(`Question ${3 - question} of 24`);
    assert.equal(await isChosen(page), true, 'so is the other one');
    assert.deepEqual(await page.errors(), [], 'the page hears of no error');
  });
}

eachEngine('a stop in an import: that call is told, the next one works', async (page, server) => {
  await page.open(server.url);
  await armed(page);
  await page.eval(() => document.querySelector('maturity-radar').exportData());
  await arm(page, 'act');
  const file = answerFile('base', '2026-01-05', { S1a: 3 });
  const told = await page.eval((file) => document.querySelector('maturity-radar').importData(file).then(String, (error) => error.code), file);
  assert.equal(told, 'mr-stopped');
  assert.deepEqual(await page.eval((file) => document.querySelector('maturity-radar').importData(file), file), { taken: 1, problems: [] });
  assert.deepEqual(await stops(page), { traps: 1, codes: ['mr-restarted'] });
});

eachEngine('three stops in ten seconds: what is stored is offered as a file that can be taken in', async (page, server) => {
  await atSecondQuestion(page, server);
  // The stopped widget stays on the page until the next one stands there, whose own beginning is not to stop.
  await watchFor(page, 'Question 2 of 24');
  await arm(page, 'act');
  await press(page, 'Back');
  await tookMs(page);
  // What stopped it twice may be where it stood, so it begins at its first screen.
  await watchFor(page, 'Resume at question');
  await arm(page, 'act');
  await press(page, 'Back');
  await tookMs(page);
  await arm(page, 'act');
  await page.click('button.mr-button');
  await page.seeText('The survey stopped because of an error of its own.');
  assert.deepEqual((await stops(page)).codes, ['mr-restarted', 'mr-restarted', 'mr-stopped']);
  await page.eval(() => {
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.__file = blob.text();
      return real.call(URL, blob);
    };
  });
  await press(page, 'Download your answers');
  await page.waitFor(() => globalThis.__file !== undefined);
  const taken = await page.eval(async () => {
    const text = await __file;
    const other = document.createElement('maturity-radar');
    other.storage = 'none';
    document.body.append(other);
    return { kept: JSON.parse(text).map((document) => Object.keys(document.answers)), outcome: await other.importData(text) };
  });
  assert.equal(taken.kept.length >= 1 && taken.kept[0].length, 1, 'the answered question');
  assert.deepEqual(taken.outcome.problems, []);
});

eachEngine('one widget stops, the other one keeps its state and works', async (page, server) => {
  await atSecondQuestion(page, server);
  await page.eval(async () => {
    const other = document.createElement('maturity-radar');
    other.storage = 'none';
    document.body.append(other);
    await new Promise((resolve) => { other.addEventListener('mr-ready', resolve, { once: true }); });
  });
  await press(page, 'Start', { widget: 1 });
  await page.seeText('Question 1 of 24', { widget: 1 });
  await page.eval(() => { document.querySelectorAll('maturity-radar')[1].shadowRoot.querySelector('.mr').dataset.mark = 'same'; });
  // The next widget moves what stands below it, where the other one is clicked.
  await watchFor(page, 'Question 2 of 24');
  await arm(page, 'act');
  await press(page, 'Back');
  await tookMs(page);
  assert.deepEqual((await stops(page)).codes, ['mr-restarted']);
  await chooseFirst(page, { widget: 1 });
  await page.waitFor(() => document.querySelectorAll('maturity-radar')[1].shadowRoot.querySelector('.mr-choices input:checked'));
  await press(page, 'Continue', { widget: 1 });
  await page.seeText('Question 2 of 24', { widget: 1 });
  assert.equal(await page.eval(() => document.querySelectorAll('maturity-radar')[1].shadowRoot.querySelector('.mr').dataset.mark), 'same');
});

// Wherever in a drawing it stops: at each of twenty attributes of the first screen and the first question.
eachEngine('a stop at each of twenty points of a drawing', { only: ['chromium'] }, async (page, server) => {
  await page.open(server.url);
  await armed(page);
  await page.see('button');
  const times = await page.eval(async () => {
    const times = [];
    const drawn = async (host, when) => {
      for (let frame = 0; !host.shadowRoot.querySelector('form'); frame += 1) {
        if (frame > 300) throw new Error(`${when} there is ${host.shadowRoot.textContent.slice(0, 200)}`);
        await new Promise(requestAnimationFrame);
      }
    };
    for (let point = 1; point <= 20; point += 1) {
      const host = document.createElement('maturity-radar');
      host.storage = 'none';
      const next = (code) => new Promise((resolve) => { host.addEventListener(code, resolve, { once: true }); });
      const ready = next('mr-ready');
      document.body.prepend(host);
      await ready;
      await drawn(host, 'before');
      const form = host.shadowRoot.querySelector('form');
      const again = next('mr-ready');
      __arm('draw', point * 3);
      form.requestSubmit();
      await again;
      times.push(performance.now() - __stops.traps.at(-1));
      // Nothing was answered, so it begins anew.
      await drawn(host, `after point ${point}`);
      host.remove();
    }
    return times;
  });
  assert.equal((await stops(page)).traps, 20);
  assert.ok(Math.max(...times) < RESTART_MS, `${Math.round(Math.max(...times))} ms at most`);
});
