// dist/ as the tests see it: served with a probe in every page that notes what must not happen.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../tools/serve.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const DIST = process.env.DIST ?? join(root, 'dist');

// Runs first in every document: keeps what the page must not do. `without` takes a global away before anything sees it.
// The page's service worker has tests of its own; elsewhere it would only fetch in the background of what is counted.
export const probe = ({ without = [], worker = false } = {}) => `globalThis.__seen = { errors: [], violations: [], stringify: JSON.stringify };
${without.map((name) => `delete globalThis.${name};`).join('\n')}
${worker ? '' : 'delete Navigator.prototype.serviceWorker;'}
addEventListener('securitypolicyviolation', (event) => __seen.violations.push(event.effectiveDirective + ' ' + event.blockedURI));
addEventListener('error', (event) => __seen.errors.push(event.message ? event.message : 'could not load ' + (event.target.src ?? event.target.href)), true);
addEventListener('unhandledrejection', (event) => __seen.errors.push('unhandled: ' + event.reason));
{
  const tell = console.error;
  console.error = (...words) => { __seen.errors.push(words.join(' ')); tell(...words); };
}
`;
export const PROBE = '__probe.js';
export const withProbe = (html) => html.replace('<head>', `<head><script src="${PROBE}"></script>`);

/** A server of dist/ whose pages carry the probe. `pages` adds documents by name. */
export function serveDist({ without = [], pages = {}, faults = {}, ...options } = {}) {
  const added = Object.fromEntries(Object.entries(pages).map(([name, body]) => [name, { body: withProbe(body), type: 'text/html; charset=utf-8' }]));
  return serve(DIST, {
    ...options,
    faults: {
      [PROBE]: { body: probe({ without }), type: 'text/javascript' },
      ...added,
      ...faults,
      'index.html': { change: withProbe, ...faults['index.html'] },
      'embed.html': { change: withProbe, ...faults['embed.html'] },
      'validate.html': { change: withProbe, ...faults['validate.html'] },
      'docs.html': { change: withProbe, ...faults['docs.html'] },
    },
  });
}
