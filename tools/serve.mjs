// A small static server for dist/: right types, any sub-folder, a log of requests, and faults on demand.
//   node tools/serve.mjs [folder] [--port 8080] [--base /any/folder/] [--fault NAME=KIND ...]
// KIND is one of: missing, page, type:TEXT, cut:BYTES, delay:MS, drop.
import { createServer } from 'node:http';
import { readFile, realpath } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
};

/**
 * Serves `folder` and resolves to { url, log, faults, close }.
 * - `faults` maps a file's path below the base to what goes wrong with it, and may be changed at any time:
 *   { status, body, type, cut, delay, drop, headers, change(text) -> text }. `delay` is milliseconds or a promise.
 * - `log` lists every request as { method, path, status }.
 * - `headers` go with every answer.
 * - `bitsPerSecond` and `latency` (ms) imitate a slow line: one line, shared by all answers.
 */
export async function serve(folder, { port = 0, base = '/', faults = {}, headers: always = {}, bitsPerSecond = 0, latency = 0, encode = null } = {}) {
  const root = await realpath(folder);
  const log = [];
  const server = createServer(async (request, response) => {
    const entry = { method: request.method, path: request.url, status: 0 };
    log.push(entry);
    response.on('finish', () => { entry.status = response.statusCode; });
    try {
      await answer(request, response);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    }
  });

  async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://local');
    const path = decodeURIComponent(pathname);
    if (!path.startsWith(base)) return void response.writeHead(404).end('not below the base');
    const name = normalize(path.slice(base.length) || 'index.html');
    const fault = faults[name] ?? {};
    if (latency > 0) await pause(latency);
    if (typeof fault.delay === 'number') await pause(fault.delay);
    else await fault.delay;
    if (fault.drop) return void request.socket.destroy();

    let status = fault.status ?? 200;
    let body = fault.body;
    if (body === undefined && status < 300) {
      const file = join(root, name);
      body = file.startsWith(root + sep) ? await readFile(file).catch(() => undefined) : undefined;
      if (body === undefined) status = 404;
    }
    body = Buffer.from(body ?? `${status}`);
    if (fault.change) body = Buffer.from(fault.change(body.toString('utf8')));
    const headers = {
      'content-type': fault.type ?? (status < 300 ? TYPES[extname(name)] ?? 'application/octet-stream' : 'text/plain'),
      'cache-control': 'max-age=600',
      ...always,
      ...fault.headers,
    };
    if (encode && status < 300) {
      body = encode(name, body);
      headers['content-encoding'] = 'br';
    }
    // The length that was promised, so that the browser can tell a cut answer from a short file.
    headers['content-length'] = body.length;
    response.writeHead(status, headers);
    if (fault.cut !== undefined) {
      response.write(body.subarray(0, fault.cut), () => request.socket.destroy());
      return;
    }
    if (bitsPerSecond > 0) await trickle(response, body);
    response.end(bitsPerSecond > 0 ? undefined : body);
  }

  let lineFreeAt = 0;
  async function trickle(response, body) {
    const CHUNK = 1460;
    for (let at = 0; at < body.length; at += CHUNK) {
      const chunk = body.subarray(at, at + CHUNK);
      lineFreeAt = Math.max(lineFreeAt, performance.now()) + (chunk.length * 8000) / bitsPerSecond;
      const wait = lineFreeAt - performance.now();
      if (wait > 1) await pause(wait);
      response.write(chunk);
    }
  }

  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    log,
    faults,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

function faultOf(kind) {
  const [word, value] = kind.split(/:(.*)/s);
  const known = {
    missing: () => ({ status: 404 }),
    page: () => ({ body: '<!doctype html><title>A web page</title>', type: 'text/html' }),
    type: () => ({ type: value }),
    cut: () => ({ cut: Number(value) }),
    delay: () => ({ delay: Number(value) }),
    drop: () => ({ drop: true }),
  };
  if (!known[word]) throw new Error(`unknown fault ${word}; known are ${Object.keys(known).join(', ')}`);
  return known[word]();
}

async function main(words) {
  const options = { port: 8080, faults: {} };
  let folder = 'dist';
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--port') options.port = Number(words.shift());
    else if (word === '--base') options.base = words.shift();
    else if (word === '--fault') {
      const [name, kind] = words.shift().split(/=(.*)/s);
      options.faults[name] = faultOf(kind);
    } else folder = word;
  }
  const { url } = await serve(folder, options);
  console.log(`serve ${folder} at ${url} (stop with Ctrl-C)`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await main(process.argv.slice(2));
