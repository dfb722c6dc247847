// A throw-away WordPress on the loopback address: its own database, its own folder, gone with the test.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir, userInfo } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { probe } from '../e2e/site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const PATHS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
const program = (...names) => names.flatMap((name) => PATHS.map((folder) => join(folder, name))).find((path) => existsSync(path));
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'maturity-radar', 'tools', 'wordpress');

/** Where the programs and WordPress itself are, or null. */
export function found() {
  const source = [process.env.WORDPRESS_PATH, '/usr/share/wordpress', join(cache, 'usr', 'share', 'wordpress')]
    .find((path) => path && existsSync(join(path, 'wp-load.php')));
  const [php, server] = [program('php'), program('mariadbd')];
  if (!source || !php || !server) return null;
  return spawnSync(php, ['-r', "exit(extension_loaded('mysqli') ? 0 : 1);"]).status === 0 ? { source, php, server } : null;
}

/** Resolves to { url, posts, version, close }; `zip` is the plugin's file. */
export async function start({ source, php, server }, zip) {
  const running = [];
  const folders = [];
  // Whatever ends this process ends those too, and nothing of them stays.
  const end = () => {
    for (const child of running) child.kill('SIGKILL');
    for (const each of folders) rmSync(each, { recursive: true, force: true, maxRetries: 5 });
  };
  process.on('exit', end);
  const leave = () => process.exit(1);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, leave);

  mkdirSync('target', { recursive: true });
  const folder = mkdtempSync(resolve('target', 'wordpress-'));
  // The path of a socket may have 107 letters at most.
  const sockets = mkdtempSync(join(tmpdir(), 'maturity-radar-'));
  folders.push(folder, sockets);
  const close = async () => {
    for (const child of running) {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
    }
    process.off('exit', end);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, leave);
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  };

  try {
    const [port] = await Promise.all([freePort(), copied(source, join(folder, 'www'))]);
    const url = `http://127.0.0.1:${port}`;
    const socket = await database(server, folder, sockets, running);
    const www = join(folder, 'www');
    writeFileSync(join(www, 'wp-config.php'), config(socket, url));
    writeFileSync(join(www, '__probe.js'), probe([]));
    mkdirSync(join(www, 'wp-content', 'mu-plugins'), { recursive: true });
    cpSync(join(here, 'probe.php'), join(www, 'wp-content', 'mu-plugins', 'probe.php'));
    const installed = JSON.parse(run(php, [...QUIET, join(here, 'install.php'), url, resolve(zip)], { cwd: www }));
    const web = spawn(php, [...QUIET, '-S', `127.0.0.1:${port}`, '-t', www], { cwd: www, stdio: 'ignore' });
    running.push(web);
    await until(web, () => fetch(`${url}/readme.html`).then((response) => response.ok, () => false), 'php -S');
    return { url, ...installed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

// What PHP has to say goes where the test can see it.
const QUIET = ['-d', 'display_errors=1', '-d', 'error_reporting=E_ALL & ~E_DEPRECATED', '-d', 'log_errors=0', '-d', 'opcache.enable_cli=1'];

function run(command, words, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}${stdout}`);
  return stdout;
}

/** Debian's package has content, themes and plugins of its own elsewhere; the site needs one theme. */
async function copied(source, www) {
  const without = [join(source, 'wp-config.php'), join(source, '.htaccess'), join(source, 'wp-content', 'plugins')];
  // Some files are links into other packages, of which the test needs only a few.
  cpSync(source, www, { recursive: true, dereference: true, filter: (path) => !without.includes(path) && existsSync(path) });
  mkdirSync(join(www, 'wp-content', 'plugins'), { recursive: true });
}

async function database(server, folder, sockets, running) {
  const data = join(folder, 'data');
  const user = userInfo().username;
  mkdirSync(data);
  const socket = join(sockets, 'db');
  // By its socket alone, in a folder that nobody else may enter: nothing listens on the network, so there are no
  // accounts, nor tables for them.
  const child = spawn(server, ['--no-defaults', `--datadir=${data}`, `--user=${user}`, `--socket=${socket}`, `--pid-file=${join(folder, 'pid')}`,
    '--skip-networking', '--skip-grant-tables', '--skip-log-bin', ...SMALL], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.push(child);
  const said = [];
  child.stderr.on('data', (text) => said.push(text));
  await until(child, () => existsSync(socket), 'mariadbd', said);
  return socket;
}

// Nothing has to outlive a crash here.
const SMALL = ['--innodb-buffer-pool-size=32M', '--innodb-log-file-size=8M', '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0'];

async function until(child, holds, what, said = []) {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
    if (await holds()) return;
    if (child.exitCode !== null) break;
  }
  throw new Error(`${what} did not start: ${said.join('')}`);
}

async function freePort() {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address();
  await new Promise((done) => { free.close(done); });
  return port;
}

const config = (socket, url) => `<?php
$boot = new mysqli( 'localhost', 'root', '', '', 0, '${socket}' );
$boot->query( 'CREATE DATABASE IF NOT EXISTS wordpress' );
$boot->close();
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
${['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].map((name) => `define( '${name}_KEY', 'throw-away' ); define( '${name}_SALT', 'throw-away' );`).join('\n')}
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', true );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;
