// Screenshots to look at, in target/shots/: every named screen at four widths, light and dark.
//   node tests/e2e/shots.mjs [screen ...]      ENGINES=firefox chooses another engine
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chosenEngines, engines } from '../../tools/browsers.mjs';
import { serveDist } from './site.mjs';
import { screens } from './screens.mjs';

const WIDTHS = [320, 390, 768, 1280];
const folder = join('target', 'shots');
await mkdir(folder, { recursive: true });

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in screens));
if (unknown.length > 0) throw new Error(`no screen ${unknown.join(', ')}; there are ${Object.keys(screens).join(', ')}`);

const engine = process.env.ENGINES ? chosenEngines()[0] : 'chromium';
if (engines[engine].find() === null) throw new Error(`${engine} is missing: ${engines[engine].remedy}`);
const { launch } = await import(`./engines/${engine}.mjs`);

for (const dark of [false, true]) {
  const browser = await launch({ dark });
  try {
    for (const [name, { reach, ...serving }] of Object.entries(screens)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const server = await serveDist(serving);
      const page = await browser.newPage({ dark });
      try {
        await page.open(server.url);
        await reach(page);
        for (const width of WIDTHS) {
          await page.size(width, 900);
          const wide = await page.eval(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) console.log(`${name} at ${width}: ${wide} px too wide`);
          await page.screenshot(join(folder, `${name}-${width}${dark ? '-dark' : ''}.png`));
        }
      } finally {
        await page.close();
        await server.close();
      }
    }
  } finally {
    await browser.close();
  }
}
console.log(`screenshots are in ${folder}`);
