/*
Where the parts of the npm package are. Each is named in full, as bundlers find and copy only what stands so in the code.
It takes the place of the lines in maturity-radar.js that look beside that file, see tools/loader.mjs.
*/

const FILES = {
  'maturity-radar-start_bg.wasm': new URL('./maturity-radar-start_bg.wasm', import.meta.url).href,
  'maturity-radar-app_bg.wasm': new URL('./maturity-radar-app_bg.wasm', import.meta.url).href,
  'surveys/three-roles.en.json': new URL('./surveys/three-roles.en.json', import.meta.url).href,
};
const STEPS = new URL('./surveys/three-roles.next-steps.en.json', import.meta.url).href;
const SCRIPTS = {
  'maturity-radar-start.js': () => import('./maturity-radar-start.js'),
  'maturity-radar-app.js': () => import('./maturity-radar-app.js'),
  'maturity-radar-later.js': () => import('./maturity-radar-later.js'),
};

// As scripts, because bundlers and their development servers take style sheets for their own and change them.
const STYLES = {
  'maturity-radar.css': () => import('./maturity-radar.css.js'),
  'maturity-radar-later.css': () => import('./maturity-radar-later.css.js'),
};

export const beside = (name) => FILES[name] ?? name;

/** A bundler has its own ways to see that its scripts belong together. */
export const bring = (name) => SCRIPTS[name]();

export async function ask(url, options) {
  if (STYLES[url]) return new Response((await STYLES[url]()).default, { headers: { 'content-type': 'text/css' } });
  // A survey names its next steps beside itself, where a bundler does not leave them.
  return fetch(url === besideTheSurvey() ? STEPS : url, options);
}

const besideTheSurvey = () => new URL('three-roles.next-steps.en.json', new URL(FILES['surveys/three-roles.en.json'], location.href)).href;
