import { eachEngine } from './harness.mjs';
import { arm, armed, stops } from './trap.mjs';
import { chooseFirst, press, savedMark } from './widget.mjs';
eachEngine('dbg', async (page, server) => {
  await page.open(server.url); await armed(page);
  await press(page, 'Start'); await page.seeText('Question 1 of 24'); await chooseFirst(page); await savedMark(page); await press(page, 'Continue'); await page.seeText('Question 2 of 24');
  await chooseFirst(page); await savedMark(page);
  const show = async (w) => console.log(w, JSON.stringify(await page.eval(() => ({ b: [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('button')].map(b => b.textContent.trim()), t: document.querySelector('maturity-radar').shadowRoot.querySelector('.mr').textContent.slice(0, 300), n: document.querySelector('maturity-radar').shadowRoot.innerHTML.length }))), await stops(page), await page.errors());
  await show('before');
  await arm(page, process.env.W ?? 'act'); await press(page, 'Back'); await new Promise(r => setTimeout(r, 1500)); await show('after');
});
