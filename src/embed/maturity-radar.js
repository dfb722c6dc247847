/*
The <maturity-radar> element: what a page's owner includes. docs/element.md is its reference.

  <script type="module" src="maturity-radar.js"></script>
  <maturity-radar survey="my-survey.json" storage="device" lang="en">first screen, as plain HTML</maturity-radar>

This file is only the element and what brings the widget here: it fetches the parts from beside itself once
the element comes near the screen, checks that they are the ones that belong to it, keeps the element's own
content on the page until all of them are there, and says in its place what fails. What a widget needs while
it runs is in running.js, which comes with the small program.

  Start       a press on a descendant with data-mr-start is remembered until the widget can honour it;
              data-mr-busy holds the button's text for that time
  Link        #mr=... in the page's address is taken out of it by the first element, for the whole program
*/

// Each part's hash, and the bytes of the first program: written here by the build.
const PARTS = {};
const BYTES = 0;

// One constant decides it: closed hides the widget from the page's scripts and from accessibility checkers.
const SHADOW_MODE = 'open';

const beside = (name) => new URL(name, import.meta.url).href;
// Two programs: a small one for a first visit and the questions, and the whole one, which is fetched once the
// small one runs and takes over when something is to be shown that only it can.
const START = 'maturity-radar-start';
const WHOLE = 'maturity-radar-app';
const LATER = 'maturity-radar-later';
const STYLE = 'maturity-radar.css';
const SURVEY = 'surveys/three-roles.en.json';
const EMPTY = { waves: [], change: null, progress: null, plan: null, team: null, perception_gap: null, lenses: {} };

const NEAR_PX = 500;
// A wait that is over before this is not worth a word.
const MOMENT_MS = 600;

// Until the widget is there. The heights are those of its first screen, so that nothing on the page moves.
const WAITING = `:host{display:block}:host([hidden]){display:none}.hold{position:relative;container-type:inline-size}
.hold>*{display:block;min-block-size:var(--mr-room,87em)}
@container(max-width:62em){.hold>*{min-block-size:var(--mr-room,91em)}}
@container(max-width:55em){.hold>*{min-block-size:var(--mr-room,121em)}}
@container(max-width:42em){.hold>*{min-block-size:var(--mr-room,128em)}}
@container(max-width:30em){.hold>*{min-block-size:var(--mr-room,142em)}}
@container(max-width:24em){.hold>*{min-block-size:var(--mr-room,150em)}}
.load{position:absolute;inset:0 0 auto auto;padding:.8em;min-block-size:0!important;font:.875em system-ui}progress{display:block}`;

const SAFE = 'Answers you gave earlier are untouched.';
const FIRST = 'Download a copy first.';
const AGAIN = 'Reload the page. If that does not help, come back later.';
const TELL = 'You cannot change this yourself; please tell the owner of the page.';
const MISSING = ['A part of the survey is missing on the server.', AGAIN, 'Put {} beside maturity-radar.js.'];
const TYPE = ['The server sends a part of the survey in a form the browser refuses.', AGAIN, 'Serve {} itself, as '];

// Per code: what happened; what the visitor can do; what the page's owner can do, where {} is the part.
const FAULTS = {
  'mr-old-browser': ['This browser is too old to run the survey.',
    'Update the browser, or open this page in another one.', 'Browsers from 2023 on are supported.'],
  'mr-no-wasm': ['The survey cannot run, because WebAssembly is switched off or missing in this browser.',
    'Switch off the enhanced security or lockdown mode for this site, or open this page in another browser.',
    'Nothing to change on your side.'],
  'mr-wasm-blocked': ['The survey cannot run, because this page does not allow WebAssembly.', TELL,
    "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy."],
  'mr-policy': ['The survey cannot be fetched, because this page does not allow it.', TELL,
    'Allow the folder of maturity-radar.js in script-src and connect-src of the Content-Security-Policy.'],
  'mr-origin': ['The survey cannot be fetched, because its server does not share it with this page.', TELL,
    'Serve {} with Access-Control-Allow-Origin, or from the site of this page.'],
  'mr-script-missing': MISSING,
  'mr-wasm-missing': MISSING,
  'mr-style-missing': MISSING,
  'mr-script-type': [...TYPE, 'text/javascript.'],
  'mr-wasm-type': [...TYPE, 'application/wasm.'],
  'mr-style-type': [...TYPE, 'text/css.'],
  'mr-versions': ['The parts of the survey do not belong together.', AGAIN,
    '{} is of another version than maturity-radar.js, or was cut or changed: copy the whole folder again.'],
  'mr-offline': ['The survey could not be fetched, because the connection failed.',
    'Check that you are online, then reload the page.', 'No answer came from the server.'],
  'mr-stopped': ['The survey stopped because of an error of its own.',
    'Reload the page to go on where the last answer was saved.', 'Please report what led here.'],
};

class Fault extends Error {
  constructor(code, part) {
    super(FAULTS[code][0]);
    this.name = 'MaturityRadarError';
    this.code = code;
    this.part = part;
  }
}

// ---- The parts that all widgets of a page share, fetched once ----

const parts = new Map();
const failed = new Set();
const waiting = new Set();
let arrived = 0;

/** Fetches a part once; after a failure the next one who needs it tries afresh. */
function once(name, load) {
  if (!parts.has(name)) {
    const part = load(name);
    parts.set(name, part);
    part.catch(() => {
      parts.delete(name);
      failed.add(name);
    });
  }
  return parts.get(name);
}

const script = (name) => once(`${name}.js`, loadScript);
const sheet = (name) => once(name, loadStyle);

/** A program: its glue, and the compiled module of which every widget makes an instance of its own. */
const program = async (name) => {
  const [glue, module] = await Promise.all([script(name), once(`${name}_bg.wasm`, loadWasm)]);
  if (!PARTS[`${name}_bg.wasm`].startsWith(glue.belongs, 7)) throw new Fault('mr-versions', `${name}.js`);
  return { glue, module };
};

/** Whether the page's policy refuses `url` while something is done with it: the browser says so just after. */
async function refuses(url, work) {
  let refused = false;
  const note = (event) => { refused ||= url.startsWith(event.blockedURI); };
  document.addEventListener('securitypolicyviolation', note);
  const answer = await work().catch(() => null);
  await moment();
  document.removeEventListener('securitypolicyviolation', note);
  return [refused, answer];
}

/** Why a fetch failed. A policy refuses at once and without the network, so asking again shows it. */
async function unreachable(url, name) {
  const [refused, answer] = await refuses(url, () => fetch(url, { method: 'HEAD' }));
  if (refused) return new Fault('mr-policy');
  // It can be fetched, so what came was not what was asked for.
  if (answer) return new Fault('mr-versions', name);
  const elsewhere = !url.startsWith(location.origin) && await fetch(url, { mode: 'no-cors' }).catch(() => null);
  return new Fault(elsewhere ? 'mr-origin' : 'mr-offline', name);
}

// Browsers hide it from pages without https; they check the hash themselves then, and tell no progress.
const subtle = globalThis.crypto?.subtle;

async function get(name, kind, options) {
  const url = beside(name);
  // An answer that was no good may have been kept.
  const own = { cache: failed.has(name) ? 'reload' : 'default', integrity: subtle ? '' : PARTS[name] };
  const response = await fetch(url, { ...own, ...options }).catch(async () => { throw await unreachable(url, name); });
  if (!response.ok) throw new Fault(`mr-${kind}-missing`, name);
  return response;
}

const typeOf = (response) => response.headers.get('content-type') ?? '';

/** The bytes of a part, once they are known to be the ones that belong here. */
async function checked(response, name, kind, onBytes = () => {}) {
  const chunks = [];
  try {
    const reader = response.body.getReader();
    for (let step; !(step = await reader.read()).done;) {
      chunks.push(step.value);
      onBytes(step.value.length);
    }
  } catch {
    throw new Fault('mr-offline');
  }
  const bytes = await new Blob(chunks).arrayBuffer();
  if (new Uint8Array(bytes, 0, Math.min(1, bytes.byteLength))[0] === 60) throw new Fault(`mr-${kind}-type`, name);
  if (subtle) {
    const hash = String.fromCharCode(...new Uint8Array(await subtle.digest('SHA-256', bytes)));
    if (`sha256-${btoa(hash)}` !== PARTS[name]) throw new Fault('mr-versions', name);
  }
  return bytes;
}

async function loadScript(name) {
  const url = beside(name);
  const link = document.createElement('link');
  try {
    if (link.relList.supports('modulepreload')) {
      // Fetched ahead with its hash, a module is refused or is the one that the import takes.
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
        link.rel = 'modulepreload';
        link.integrity = PARTS[name];
        link.href = url;
        document.head.append(link);
      });
    }
    return await import(url);
  } catch {
    // An import does not say why it failed; the answer to a plain request does.
    const response = await get(name, 'script');
    if (!/javascript|ecmascript/.test(typeOf(response))) throw new Fault('mr-script-type', name);
    const [refused] = await refuses(url, () => import(`${url}#`));
    throw new Fault(refused ? 'mr-policy' : 'mr-versions', name);
  } finally {
    link.remove();
  }
}

async function loadWasm(name) {
  if (typeof WebAssembly !== 'object') throw new Fault('mr-no-wasm');
  const response = await get(name, 'wasm');
  const copy = response.clone();
  // Compiled while it arrives; nothing of it runs before it is checked.
  const compiled = WebAssembly.compileStreaming(response);
  compiled.catch(() => {});
  const bytes = await checked(copy, name, 'wasm', (count) => {
    // Only the first program is waited for.
    if (name.startsWith(START)) arrived += count;
    for (const show of waiting) show();
  });
  try {
    // Servers that do not know the type still get their visitors served, only a little slower.
    return await compiled.catch(() => WebAssembly.compile(bytes));
  } catch {
    throw refusal(name);
  }
}

/**
 * The fault behind a refused program: the page's policy if even the smallest module there is does not run.
 * Engines differ in whether they refuse to compile or to start it, so this does both.
 */
function refusal(name) {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    return new Fault('mr-versions', name);
  } catch {
    return new Fault('mr-wasm-blocked');
  }
}

async function loadStyle(name) {
  // A page that links the style sheet for its first screen has just fetched it.
  const linked = document.querySelector(`link[rel=stylesheet][href$="${name}"]`)?.href === beside(name);
  const response = await get(name, 'style', linked ? { cache: 'force-cache' } : {});
  if (!typeOf(response).startsWith('text/css')) throw new Fault('mr-style-type', name);
  return sheetOf(new TextDecoder().decode(await checked(response, name, 'style')));
}

function sheetOf(text) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  } catch {
    throw new Fault('mr-old-browser');
  }
}

/** All that the screens after the questions need: the program, its styles and services. */
const whole = () => Promise.all([program(WHOLE), sheet(`${LATER}.css`), script(LATER)]);

/** What a link to this page brings; the page's address is plain from then on, so that nobody passes it on unawares. */
function takeLink() {
  const { hash, href } = location;
  if (!/^#mr(-lens)?=/.test(hash)) return '';
  history.replaceState(history.state, '', href.slice(0, -hash.length));
  return hash;
}

/** The survey's text, or why there is none. The widget words the latter: it knows what to do about it. */
async function readSurvey(given) {
  if (/^\s*\{/.test(given)) return { surveyUrl: document.baseURI, survey: given };
  let surveyUrl = given;
  // An address that cannot be read goes on as it is, so that the message can show it.
  try { surveyUrl = given ? new URL(given, document.baseURI).href : beside(SURVEY); } catch {}
  try {
    const response = await fetch(surveyUrl);
    if (!response.ok) return { surveyUrl, surveyFault: 'missing' };
    const survey = await response.text();
    return survey.trimStart().startsWith('<') ? { surveyUrl, surveyFault: 'not_json_page' } : { surveyUrl, survey };
  } catch {
    return { surveyUrl, surveyFault: 'unreachable' };
  }
}

const moment = () => new Promise((resolve) => { setTimeout(resolve); });

// ---- The element ----

let pending;
const NAMES = ['survey', 'lang', 'theme', 'storage', 'history', 'headingLevel', 'shareScores'];

class MaturityRadar extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['survey', 'lang', 'storage', 'history', 'heading-level'];

  #session = null; // set while connected; replaced at each start, so that late parts of an earlier one are ignored
  #running = null;
  #loading = false;
  #wanted = false; // whether somebody waits for an answer
  #given = null; // the survey, where it is no address
  #shelf = null; // of the widget before, where it goes on
  #link = ''; // what the page's address held, until the whole program has it
  #ready = later();
  #settled = false; // whether #ready is
  #shadow = null;
  #pressed = false;
  #waiting = null; // the pressed button and its own text
  #replaced = null; // the start button and the notice in its place
  #near = null;
  #timer = 0;
  #progress = null; // shows how much has arrived

  get survey() { return this.#given ?? this.getAttribute('survey') ?? ''; }
  set survey(value) {
    if (value === this.survey) return;
    this.#given = typeof value === 'object' ? value : null;
    if (typeof value === 'string' && value !== this.getAttribute('survey')) this.setAttribute('survey', value);
    else this.#again();
  }
  get theme() { return this.#word('theme', ['light', 'dark'], 'auto'); }
  set theme(value) { this.setAttribute('theme', value); }
  get storage() { return this.#word('storage', ['session', 'none'], 'device'); }
  set storage(value) { this.setAttribute('storage', value); }
  get history() { return this.#word('history', ['off'], 'on'); }
  set history(value) { this.setAttribute('history', value); }
  get headingLevel() { return Math.min(6, Math.max(1, parseInt(this.getAttribute('heading-level'), 10) || 1)); }
  set headingLevel(value) { this.setAttribute('heading-level', value); }
  get shareScores() { return this.hasAttribute('share-scores'); }
  set shareScores(value) { this.toggleAttribute('share-scores', Boolean(value)); }

  #word(name, others, usual) {
    const value = this.getAttribute(name);
    for (const other of others) if (other === value) return value;
    return usual;
  }

  /**
   * Takes one document of answers, a list of them or a history, which is what the download is; JSON text or object.
   * With `colleagues`, what other people answered stands beside one's own, on the team's screen.
   * Resolves to { taken, problems } once everything is shown and kept; `taken` counts what was not there yet.
   */
  importData(document, { colleagues = false } = {}) {
    return this.#call('importData', document, colleagues);
  }

  /** Resolves to the list of this person's documents of answers. */
  exportData() {
    return this.#call('exportData');
  }

  get results() {
    // The small program runs only as long as nothing is completed.
    return this.#running?.results ?? EMPTY;
  }

  connectedCallback() {
    // Properties that were set before this class was there would hide its accessors.
    for (const name of NAMES) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    // A move within the page also connects: the widget stays as it is.
    if (!this.#session) this.#start();
  }

  disconnectedCallback() {
    queueMicrotask(() => { if (!this.isConnected) this.#stop(); });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'survey') this.#given = null;
    if (name === 'lang' || name === 'heading-level') this.#again(this.#running?.place, this.#running?.shelf);
    else this.#again();
  }

  #again(place = '', shelf = null) {
    if (!this.#session) return;
    const loading = this.#loading;
    this.#stop();
    this.#shelf = shelf;
    this.#start(place);
    if (loading) this.#load(place);
  }

  #start(place) {
    this.#session = {};
    this.#link ||= takeLink();
    addEventListener('hashchange', this.#onLink);
    try {
      pending ??= sheetOf(WAITING);
      this.#shadow ??= this.attachShadow({ mode: SHADOW_MODE });
      this.#shadow.adoptedStyleSheets = [pending];
      const hold = make('div', 'hold', make('slot'));
      this.#shadow.replaceChildren(hold);
    } catch (error) {
      return this.#fail(error);
    }
    this.addEventListener('click', this.#onEarlyClick);
    const load = () => this.#load(place);
    this.addEventListener('focusin', load, { once: true });
    // What is on the screen waits for no observer, which answers with the next frame only.
    const { top, bottom, width } = this.getBoundingClientRect();
    if (this.#link || this.#wanted || (width && top < innerHeight + NEAR_PX && bottom > -NEAR_PX)) return load();
    this.#near = new IntersectionObserver((entries) => { if (entries[entries.length - 1].isIntersecting) load(); }, { rootMargin: `${NEAR_PX}px` });
    this.#near.observe(this);
  }

  async #load(place = '') {
    if (this.#loading || !this.#session) return;
    this.#loading = true;
    this.#near?.disconnect();
    const session = this.#session;
    try {
      this.#timer = setTimeout(() => this.#showProgress(), MOMENT_MS);
      const given = this.survey;
      const text = typeof given === 'string' ? given : JSON.stringify(given, unpatched);
      const [small, style, survey] = await Promise.all([program(START), sheet(STYLE), readSurvey(text)]);
      if (session !== this.#session) return;
      this.#run(small, style, survey, place);
    } catch (error) {
      if (session === this.#session) this.#fail(error);
    }
  }

  #run(small, style, survey, place) {
    const session = this.#session;
    // The shadow root hides what had the keyboard's focus; a pressed start moves it on by itself.
    const focused = this.contains(document.activeElement);
    const element = this;
    this.#shadow.adoptedStyleSheets.push(style);
    this.#running = new small.glue.Running({
      element, shadow: this.#shadow, hold: this.#shadow.firstChild, small, survey, place, link: this.#link, shelf: this.#shelf, whole, make, unpatched,
      get pressed() { return element.#pressed; },
      /** The widget is on the page. */
      shown: (root) => {
        this.#endWait();
        if (focused && !this.#pressed) requestAnimationFrame(() => root.querySelector('.mr-button')?.focus({ preventScroll: true }));
        this.#forgetPress();
        this.#emit('mr-ready', null);
      },
      emit: (name, detail) => this.#emit(name, detail),
      fail: (error, ...more) => { if (session === this.#session) this.#fail(error, ...more); },
      stopped: () => new Fault('mr-stopped'),
      linked: () => { this.#link = ''; },
      fetchText: (url) => once(url, async () => {
        const response = await fetch(url);
        if (!response.ok) throw response;
        return response.text();
      }).catch(() => null),
    });
    this.#ready.resolve(this.#running);
    this.#settled = true;
    this.#wanted = false;
  }

  #stop() {
    if (!this.#session) return;
    this.#session = null;
    removeEventListener('hashchange', this.#onLink);
    this.#loading = false;
    this.#near?.disconnect();
    this.#forgetPress();
    this.#endWait();
    const running = this.#running;
    this.#running = null;
    running?.leave();
    // Who waits already goes on waiting, for the next start.
    this.#renew();
    // Back to the element's own content, until the next start.
    this.#shadow?.replaceChildren(make('slot'));
    // Nothing in its place where there was no button.
    this.#replaced?.notice.replaceWith(...this.#replaced.button);
    this.#replaced = null;
  }

  #renew() {
    if (this.#settled) this.#ready = later();
    this.#settled = false;
  }

  #fail(error, ...more) {
    const fault = error instanceof Fault ? error
      : error instanceof WebAssembly.LinkError || error instanceof WebAssembly.CompileError ? refusal(`${START}.js`) : new Fault('mr-stopped');
    this.#running?.leave();
    this.#running = null;
    this.#forgetPress();
    this.#endWait();
    this.#show(noticeOf(fault, more));
    // Whoever calls from now on hears why.
    this.#renew();
    this.#ready.reject(fault);
    this.#settled = true;
    this.#emit('mr-error', { code: fault.code });
  }

  /** In the widget's place once there is one, else in place of the start button. */
  #show(notice) {
    if (this.#shadow?.querySelector('.mr')) {
      this.#shadow.replaceChildren(make('div', 'mr', make('div', 'mr-shell', make('div', 'mr-body', notice))));
      return;
    }
    this.#shadow?.replaceChildren(make('slot'));
    const button = this.querySelector('[data-mr-start]');
    if (button) button.replaceWith(notice);
    else this.append(notice);
    this.#replaced = { button: button ? [button] : [], notice };
  }

  #showProgress() {
    const hold = this.#shadow.firstChild;
    const bar = make('progress');
    bar.max = BYTES;
    hold.append(make('label', 'load', 'Loading the survey ', bar));
    this.#progress = () => { bar.value = arrived; };
    this.#progress();
    waiting.add(this.#progress);
  }

  #endWait() {
    clearTimeout(this.#timer);
    waiting.delete(this.#progress);
    this.#shadow?.querySelector('.load')?.remove();
  }

  // A link to the page that is open already changes what stands behind # alone.
  #onLink = () => {
    const link = takeLink();
    if (!link) return;
    this.#link = link;
    if (this.#running) this.#running.follow(link);
    else this.#load();
  };

  #onEarlyClick = (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-mr-start]') : null;
    if (!button || this.#pressed) return;
    this.#pressed = true;
    this.#waiting = { button, text: button.textContent };
    button.setAttribute('aria-disabled', 'true');
    if (button.dataset.mrBusy) button.textContent = button.dataset.mrBusy;
    this.#load();
  };

  #forgetPress() {
    this.removeEventListener('click', this.#onEarlyClick);
    this.#pressed = false;
    if (!this.#waiting) return;
    this.#waiting.button.removeAttribute('aria-disabled');
    this.#waiting.button.textContent = this.#waiting.text;
    this.#waiting = null;
  }

  async #call(name, ...given) {
    this.#wanted = true;
    this.#load();
    const running = await this.#ready.promise;
    return running.call(name, ...given);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** Some pages teach lists to write themselves otherwise in JSON: what stands there is written as it is. */
function unpatched(key) {
  return this[key];
}

function later() {
  let settle;
  const promise = new Promise((resolve, reject) => { settle = { resolve, reject }; });
  // Nobody may be waiting; that is no error of the page.
  promise.catch(() => {});
  return { promise, ...settle };
}

// ---- The notice ----

function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

function noticeOf({ code, part }, more) {
  const [happened, todo, ...owner] = FAULTS[code];
  const reload = make('button', 'mr-button mr-button-2', 'Reload the page');
  reload.type = 'button';
  reload.addEventListener('click', () => location.reload());
  // A warning sign, as text and not as a picture.
  const sign = make('span', 'mr-icon', '\u26a0\ufe0e');
  sign.ariaHidden = true;
  const notice = make('div', 'mr-notice mr-notice-error', sign, make('div', '',
    make('p', '', make('b', '', happened)),
    make('p', '', `${SAFE} ${more.length ? FIRST : ''} ${todo}`),
    make('p', 'mr-note', `For the owner of this page: ${owner.join('').replace('{}', part)} Code: `, make('code', '', code)),
    make('div', 'mr-actions', ...more, reload)));
  notice.setAttribute('role', 'alert');
  return notice;
}

// A page that includes this file twice, or is rendered on a server, is served as well.
if (globalThis.customElements && !customElements.get('maturity-radar')) customElements.define('maturity-radar', MaturityRadar);
