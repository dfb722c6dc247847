/*
Where the parts of the single file are: in itself. It takes the place of the lines in maturity-radar.js that look
beside that file, see tools/loader.mjs. The whole program is the only one here.
*/

import { program, belongs } from 'maturity-radar-app.js';
import { services } from 'maturity-radar-later.js';
import { Running } from '../embed/running.js';

// What unpack.js found: bytes by name.
const { parts } = document.currentScript;
const HERE = 'inside:///';
const TYPES = { wasm: 'application/wasm', css: 'text/css', json: 'application/json' };

const nextSteps = new TextDecoder().decode(parts['surveys/three-roles.next-steps.en.json']);
const SCRIPTS = {
  'maturity-radar-app.js': { program, belongs, Running, services, nextSteps },
  'maturity-radar-later.js': { services },
};

export const beside = (name) => HERE + name;

export const bring = async (name) => SCRIPTS[name];

export async function ask(url, options) {
  if (!url.startsWith(HERE)) return fetch(url, options);
  const name = url.slice(HERE.length);
  return new Response(parts[name], { headers: { 'content-type': TYPES[name.split('.').pop()] } });
}

// The page's own looks in place of those that it had while nothing was unpacked.
document.querySelector('style').remove();
document.adoptedStyleSheets = ['page.css', 'maturity-radar.css'].map((name) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(new TextDecoder().decode(parts[name]));
  return sheet;
});
