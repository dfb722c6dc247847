// The service worker of a finished build: its source with the digests of every file that index.html can need.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { digest } from './loader.mjs';
import { filesOf } from './zip.mjs';

// Not the page's own, or nothing that it reads: the worker itself, packed copies, what frames and authors of files have.
const NOT_KEPT = /^offline\.js$|\.(br|gz)$|\.schema\.json$|^(embed|validate|docs)\.|^docs-events\.js$|^maturity-radar-(embed|frame)\.js$|^surveys\/examples\//;

/** The text of offline.js for the build in `folder`. Its version is a digest of the whole build. */
export function offlineWorker(folder) {
  const files = filesOf(folder).filter(([name]) => !NOT_KEPT.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const digests = Object.fromEntries(files.map(([name, bytes]) => [name, digest(bytes)]));
  const build = [createHash('sha256').update(JSON.stringify(digests)).digest('hex').slice(0, 16), digests];
  return readFileSync(new URL('../src/page/offline.js', import.meta.url), 'utf8').replace('BUILD', () => JSON.stringify(build));
}
