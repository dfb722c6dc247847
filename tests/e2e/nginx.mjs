// A real nginx with the configuration that Debian ships: only addresses, folders and the lines of a test are put in.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = '/etc/nginx/nginx.conf';
const SITE = '/etc/nginx/sites-available/default';

/** Why there is no nginx to test with, or null. */
export function lacking() {
  const there = ['nginx', '/usr/sbin/nginx'].find((program) => spawnSync(program, ['-v']).status === 0);
  return there && existsSync(MAIN) && existsSync(SITE) ? null : 'needs nginx with the configuration of Debian: apt-get install nginx';
}

/** Whether this nginx hands out files that brotli has packed. */
export const brotliThere = () => existsSync('/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf');

/** Serves a copy of `folder` below `base`; `lines` are added to the server's block. Resolves to { url, close }. */
export async function nginx(folder, { base = '/', lines = '' } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'maturity-radar-nginx-'));
  const root = join(home, 'www');
  mkdirSync(dirname(join(root, base)), { recursive: true });
  cpSync(folder, join(root, base), { recursive: true });
  // Its workers are another user's where it is started by root.
  for (const place of [home, root, join(root, base)]) chmodSync(place, 0o755);

  const port = await freePort();
  const site = readFileSync(SITE, 'utf8')
    .replace('listen 80 default_server;', `listen 127.0.0.1:${port} default_server;`).replace('listen [::]:80 default_server;', '')
    .replace('root /var/www/html;', `root "${root}";\n${lines}`);
  writeFileSync(join(home, 'site.conf'), site);
  const main = readFileSync(MAIN, 'utf8')
    .replace(/^pid .*$/m, `pid ${home}/nginx.pid;`).replace(/^error_log .*$/m, '')
    .replace(/access_log .*$/m, `access_log ${home}/access.log;`)
    .replace('include /etc/nginx/sites-enabled/*;', `include ${home}/site.conf;`);
  writeFileSync(join(home, 'nginx.conf'), `error_log ${home}/error.log;\n${main}`);
  const child = spawn('nginx', ['-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log'), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const gone = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 15_000; !(await fetch(origin).then(() => true, () => false));) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`nginx did not start: ${said}`);
    await pause(25);
  }
  return {
    url: origin + base,
    async close() {
      child.kill();
      await gone;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}
