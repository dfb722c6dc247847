/*
The service worker of index.html, and of nothing else: it keeps one whole build, and the page runs without a network.

A build is kept whole or not at all: each file is taken only if it is the one that was built with all others
(FILES holds its digest), so a server in the middle of an upload gives nothing. A page gets every file from the
build it started with, however many newer ones come while it is open; a build goes when no page uses it any more.
Pages that only embed the widget, and frames, are served as if this file did not exist.

tools/offline.mjs puts the two constants in: VERSION, the digest of the whole build, and FILES, digests by name.
*/

const [VERSION, FILES] = BUILD;

const HOME = registration.scope;
const ALL = `maturity-radar ${HOME} `;
const PAGES = `${ALL}pages`;
// For so long a page that is just being opened may not be listed among the open ones.
const OPENING_MS = 10_000;

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(tidy()));
addEventListener('message', ({ data }) => { if (data === 'take-over') skipWaiting(); });
addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name === null) return;
  if (event.request.mode !== 'navigate') event.respondWith(goOn(event, name));
  else if (name === 'index.html' && event.request.destination === 'document') event.respondWith(begin(event));
});

/** The file of the build that a request is for, or null. What a page's address carries behind ? or # is its own. */
function nameOf({ method, mode, url }) {
  if (method !== 'GET' || !url.startsWith(HOME)) return null;
  const { origin, pathname, search } = new URL(url);
  if (search && mode !== 'navigate') return null;
  const name = (origin + pathname).slice(HOME.length) || 'index.html';
  return Object.hasOwn(FILES, name) ? name : null;
}

// ---- A build ----

/** Fetches what is not there yet; a failure keeps the worker from being installed, and the next try goes on from there. */
async function keep() {
  const build = await caches.open(ALL + VERSION);
  await Promise.all(Object.entries(FILES).map(async ([name, integrity]) => {
    if (await build.match(HOME + name)) return;
    const url = name === 'index.html' ? HOME : HOME + name;
    // What the page has just loaded comes out of the browser's cache, unless it is another build's.
    const response = await fetch(url, { integrity }).catch(() => fetch(url, { integrity, cache: 'reload' }));
    const headers = new Headers(response.headers);
    // The body is plain by now.
    for (const gone of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(gone);
    await build.put(HOME + name, new Response(await response.arrayBuffer(), { headers }));
  }));
}

const kept = async (version, name) => (await caches.open(ALL + version)).match(HOME + name);

// ---- Pages, and the build of each ----

// By the page's id: the version it started with. The cache has it too, as browsers stop workers as they like.
const versions = new Map();
const entry = (id) => `${HOME}page/${id}`;

async function begin(event) {
  const { request, resultingClientId } = event;
  const response = await kept(VERSION, 'index.html');
  // The browser may have thrown everything away.
  if (!response) return fetch(request);
  versions.set(resultingClientId, VERSION);
  const pages = await caches.open(PAGES);
  await pages.put(entry(resultingClientId), new Response(JSON.stringify({ version: VERSION, at: Date.now() })));
  event.waitUntil(tidy());
  return response;
}

async function goOn({ request, clientId }, name) {
  const version = await versionOf(clientId);
  return (version && await kept(version, name)) ?? fetch(request);
}

async function versionOf(id) {
  if (!versions.has(id)) {
    const known = await (await caches.open(PAGES)).match(entry(id));
    versions.set(id, known ? (await known.json()).version : null);
  }
  return versions.get(id);
}

/** Forgets the pages that are closed, and the builds that no page uses. */
async function tidy() {
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => entry(id)));
  const pages = await caches.open(PAGES);
  const used = new Set([PAGES, ALL + VERSION]);
  for (const page of await pages.keys()) {
    const { version, at } = await (await pages.match(page)).json();
    if (open.has(page.url) || Date.now() - at < OPENING_MS) used.add(ALL + version);
    else await pages.delete(page);
  }
  // A newer build that is being kept belongs to its own worker.
  if (registration.installing || registration.waiting) return;
  for (const name of await caches.keys()) if (name.startsWith(ALL) && !used.has(name)) await caches.delete(name);
}
