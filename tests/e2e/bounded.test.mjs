// What the drivers of the engines rest upon: a call without an answer fails in time, and says what it was.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { Unanswered, awaited, bounded, call, departure, stop } from './engines/bounded.mjs';
import { Page } from './engines/page.mjs';

const never = () => new Promise(() => {});

test('a call without an answer fails after its time and is named', async () => {
  const asking = call(() => 'engine: run(an endless loop)', never(), undefined, 30);
  assert.match(awaited(), /^engine: run\(an endless loop\) for \d+ s$/);
  await assert.rejects(asking, (error) => error instanceof Unanswered && error.message === 'engine: run(an endless loop): not done within 0.03 s');
  assert.equal(awaited(), 'no driver');
});

test('answers and errors of a driver come through', async () => {
  const driver = bounded('engine', { run: async (source) => `${source} done`, darken() { throw new Error('too late'); } });
  assert.equal(await driver.run('this'), 'this done');
  await assert.rejects(driver.darken(true), { message: 'too late' });
});

test('when the browser is gone whoever waits hears of it at once, and so does whoever asks later', { timeout: 5_000 }, async () => {
  const { gone, tell } = departure();
  const page = new Page('engine', bounded('engine', { run: never }, gone));
  const waiting = page.waitFor(() => true);
  tell('engine: the browser is gone');
  await assert.rejects(waiting, { message: 'engine: the browser is gone' });
  await assert.rejects(page.waitFor(() => true), { message: 'engine: the browser is gone' });
});

test('a process ends by force where it does not by itself, and one that has ended is not waited for', async () => {
  const deaf = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready')"], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(deaf, 'exit');
  await once(deaf.stdout, 'data');
  await stop(deaf, ended);
  assert.deepEqual(await ended, [null, 'SIGKILL']);
  await stop(deaf, ended);
});
