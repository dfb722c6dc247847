import { eachEngine } from './harness.mjs';
import { arm, armed, stops } from './trap.mjs';
import { chooseFirst, press, savedMark } from './widget.mjs';
eachEngine('dbg', async (page, server) => {
  await page.open(server.url); await armed(page);
  await page.eval(() => { globalThis.__log = []; const w = console.warn; console.warn = (...x) => { __log.push(x.map(y => y?.stack ?? String(y)).join(' | ')); }; });
  await press(page, 'Start'); await page.seeText('Question 1 of 24'); await chooseFirst(page); await savedMark(page); await press(page, 'Continue'); await page.seeText('Question 2 of 24');
  await chooseFirst(page); await savedMark(page);
  await arm(page, process.env.W ?? 'act'); await press(page, 'Back'); await new Promise(r => setTimeout(r, 1500)); console.log('LOG', await page.eval(() => __log), await stops(page), await page.errors());
});
