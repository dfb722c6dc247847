// Builds that differ, for tests of what happens between them: each a copy of dist/ with the probe in its page.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offlineWorker } from '../../tools/offline.mjs';
import { DIST, PROBE, probe, withProbe } from './site.mjs';

/** Which build a page got its page from, and which one a file that it fetches now is from. */
export const BUILD = 'build.json';

/**
 * A folder in which a server can stand, and where builds come and go:
 * `upload(name)` puts a whole build there, its page called `name`; `uploadOnly(name, files)` only some files of it.
 */
export function site() {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-site-'));
  const built = new Map();
  const build = (name) => {
    if (!built.has(name)) built.set(name, make(name));
    return built.get(name);
  };
  return {
    folder,
    upload(name) { cpSync(build(name), folder, { recursive: true }); },
    uploadOnly(name, files) { for (const file of files) cpSync(join(build(name), file), join(folder, file)); },
    remove() { for (const each of [folder, ...built.values()]) rmSync(each, { recursive: true, force: true }); },
  };
}

function make(name) {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-radar-build-'));
  cpSync(DIST, folder, { recursive: true });
  const index = join(folder, 'index.html');
  const link = '<p><a id="another" target="_blank" rel="opener" href="./">Another tab</a></p></main>';
  writeFileSync(index, withProbe(readFileSync(index, 'utf8')).replace(/<title>.*<\/title>/, `<title>${name}</title>`).replace('</main>', link));
  writeFileSync(join(folder, PROBE), probe({ worker: true }) + ANSWERING);
  writeFileSync(join(folder, BUILD), JSON.stringify(name));
  writeFileSync(join(folder, 'offline.js'), offlineWorker(folder));
  return folder;
}

// Another tab cannot be asked by the test, but by the page that opened it.
const ANSWERING = `
{
  const tabs = globalThis.tabs = new BroadcastChannel('tabs');
  tabs.onmessage = async ({ data }) => {
    if (data === 'which build') tabs.postMessage([document.title, await (await fetch('${BUILD}')).json()]);
    else globalThis.told = data;
  };
}
`;
