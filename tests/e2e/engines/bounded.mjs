// No driver is waited for without end: a call that gets no answer, or whose browser is gone, fails and says which it was.

// Milliseconds. Longer than any call of a test takes; WebKitGTK's driver ends a script by itself after 60 s.
const CALL = 75_000;
const END = 10_000;

/** There is no answer and there will be none, so nothing is asked again. */
export class Unanswered extends Error {}

const waiting = new Set();

/** What drivers are being asked just now, and since when, in words. */
export const awaited = () => [...waiting].map(({ what, since }) => `${what()} for ${Math.round((performance.now() - since) / 1000)} s`).join(', ') || 'no driver';

/** As `work` ends, or Unanswered after `ms`, or as soon as `gone` rejects. `what` gives words for the work. */
export async function within(ms, what, work, gone) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Unanswered(`${what()}: not done within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late, ...(gone ? [gone] : [])]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is told once when a browser is gone: `tell(words)` has `gone` reject, whether or not anybody listens. */
export function departure() {
  let tell;
  const gone = new Promise((_, reject) => { tell = (words) => reject(new Unanswered(words)); });
  gone.catch(() => {});
  return { gone, tell };
}

/** Has a call of a driver end in time. */
export async function call(what, work, gone, ms = CALL) {
  const entry = { what, since: performance.now() };
  waiting.add(entry);
  try {
    return await within(ms, what, work, gone);
  } finally {
    waiting.delete(entry);
  }
}

/** The driver of a page whose calls all end in time. */
export function bounded(engine, driver, gone) {
  return Object.fromEntries(Object.entries(driver).map(([name, ask]) => [name, (...words) => {
    const what = () => `${engine}: ${name}(${words.map((word) => String(word).slice(0, 400)).join(', ')})`;
    return call(what, (async () => ask(...words))(), gone, name === 'end' ? END : CALL);
  }]));
}

/** Ends a process, by force where it does not go by itself. `ended` is told of its end and was asked for at its start. */
export async function stop(child, ended) {
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), END / 2);
  try {
    await within(END, () => `the end of ${child.spawnfile}`, ended);
  } finally {
    clearTimeout(force);
  }
}
