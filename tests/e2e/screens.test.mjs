// The screens the journey does not pass: no accessibility violation, and nothing wider than the page.
import assert from 'node:assert/strict';
import { assertAccessible } from './axe.mjs';
import { eachEngine } from './harness.mjs';
import { screens } from './screens.mjs';

const WIDTHS = [320, 390, 768, 1280];

for (const name of ['no-survey', 'complaint', 'example', 'gaps', 'progress-targets', 'targets', 'plan', 'plan-begun', 'history', 'method', 'data', 'offer', 'team', 'versions', 'new-baseline']) {
  const { reach, ...serving } = screens[name];
  for (const dark of [false, true]) {
    eachEngine(`the screen ${name}, ${dark ? 'dark' : 'light'}`, { ...serving, dark }, async (page, server) => {
      await page.open(server.url);
      await reach(page);
      await assertAccessible(page, name);
      for (const width of WIDTHS) {
        await page.size(width, 900);
        const over = await page.eval(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${over} px too wide at ${width}`);
      }
    });
  }
}
