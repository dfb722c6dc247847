/*
Where the parts of the single file are: in itself. It takes the place of the lines in maturity-radar.js that look
beside that file, see tools/loader.mjs. The whole program is the only one here.
*/

import { program, belongs } from 'maturity-radar-app.js';
import { services } from 'maturity-radar-later.js';
import { Running } from '../embed/running.js';

// What unpack.js found: bytes by name.
const { parts } = document.currentScript;
// An address that no server has and the page's policy forbids; documents of the survey are found beside it by every
// browser, which older ones do only for kinds of addresses that they know.
const HERE = 'https://inside.invalid/';
const TYPES = { wasm: 'application/wasm', css: 'text/css', json: 'application/json' };

const textOf = (name) => new TextDecoder().decode(parts[name]);
const nextSteps = textOf('surveys/three-roles.next-steps.en.json');
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
  sheet.replaceSync(textOf(name));
  return sheet;
});

// Until now it was an empty one, which keeps browsers from asking a server for theirs.
document.querySelector('[rel=icon]').href = `data:image/svg+xml,${encodeURIComponent(textOf('favicon.svg'))}`;
