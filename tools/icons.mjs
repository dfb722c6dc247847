// Draws the icons of the installed page out of favicon.svg, with Chromium. They are kept in src/page/, as no build
// should need a browser: run `node tools/icons.mjs` after a change of the favicon.
import { readFileSync } from 'node:fs';
import { chromium as playwright } from 'playwright-core';
import { chromium as find } from './browsers.mjs';

const mark = readFileSync('src/embed/favicon.svg', 'utf8');
// The share of the width that the mark takes. A mask may cut everything outside a circle of 80 per cent.
const ICONS = { 'icon-192': [192, 1, 'none'], 'icon-512': [512, 1, 'none'], 'icon-maskable-512': [512, 0.66, '#f7f6f3'] };

const browser = await playwright.launch({ executablePath: find(), args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
for (const [name, [size, share, ground]] of Object.entries(ICONS)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0; display: grid; place-items: center; height: 100vh; background: ${ground} }
    svg { width: ${share * 100}% }</style>${mark}`);
  await page.screenshot({ path: `src/page/${name}.png`, omitBackground: ground === 'none' });
  await page.close();
}
await browser.close();
