/*
The <maturity-radar> element: what a page's owner includes. Beside shelf.js, which is bundled into it, there is
services.js, which comes with the whole program; this is all the JavaScript we write.

  <script type="module" src="maturity-radar.js"></script>
  <maturity-radar survey="my-survey.json" storage="device" lang="en">first screen, as plain HTML</maturity-radar>

It fetches its parts from beside itself, keeps the element's own content on the page until all of them
are there, and only then draws the widget in a shadow root. Whatever fails is said in the element.

  Attributes, also properties
    survey    address of the survey, relative to the page; by default the one beside this file
    storage   "device" (default), "session" (until the tab is closed) or "none" (until the page is left)
    lang      language of the widget's words; else that of the surrounding content
  Methods     await importData(document, { colleagues }), await exportData(); both wait until storage was read
  Property    results: { waves, change, progress, plan, team, perception_gap }
  Events      mr-ready, mr-error { code } and those of the widget; they bubble and leave shadow roots
  Start       a press on a descendant with data-mr-start is remembered until the widget can honour it;
              data-mr-busy holds the button's text for that time
  Link        #mr=... in the page's address is taken out of it by the first element, for the whole program

  With the program it speaks in plain texts, and the program never waits for it
    mount(root, host)  draws a widget and gives it back
    widget             importData(text, colleagues), exportData(), results() answer at once, in JSON text; destroy()
    host               survey, surveyFault, nextSteps, lang, start: what the widget is made from
                       fault(code), focus(selector): done at once
                       open(name): answered by the widget's found(key, text) for each record, then opened(place)
                       put(key, text, revision): by kept(key, revision, place), unless a later state is written
                       remove(key, touched): by nothing
                       clear(): by erased(reason), which is empty where nothing had to stay
                       places and reasons are words that shelf.js explains
    host, for the whole program, out of services.js
                       link: what stood in the page's address, "#mr=..." or ""
                       download(name, text): done at once; the name's ending tells what it is
                       pick(): the browser's picker. Files picked, dropped on the widget or pasted into it outside
                               of fields are answered by offered(name, text) or refused(name, reason) for each, the
                               reason being too_large, unreadable or too_many, then by offeredAll(); a pasted text
                               has no name
                       print(title): prints the widget alone; the page is called so meanwhile
                       picture(chart, name, kind): the figure with this data-mr-chart as a file of this name, kind
                               "svg" or "png", by pictured(chart, ok); ok is false where the page's policy forbids
                               images out of blobs
                       copy(text): by copied(ok)
                       unasked, elsewhere(key, text): another tab has stored a record; an empty text: it has removed
                               it; an empty key as well: it has removed everything

  Codes of mr-error, also shown to the page's owner
    mr-old-browser     no constructable style sheets: a browser from before 2023
    mr-no-wasm         the browser has no WebAssembly, or it is switched off
    mr-wasm-blocked    the page's security policy forbids WebAssembly: 'wasm-unsafe-eval' is missing
    mr-policy          the page's security policy forbids fetching a part
    mr-script-missing  maturity-radar-start.js, -app.js or -later.js is not there (the server's status is not 2xx)
    mr-script-type     it is there, but not as JavaScript
    mr-script-broken   it is there, but does not run: damaged, or of another version
    mr-wasm-missing    maturity-radar-start_bg.wasm or -app_bg.wasm is not there
    mr-wasm-type       a web page came in its place
    mr-wasm-broken     it came damaged, or is of another version
    mr-style-missing   maturity-radar.css or maturity-radar-later.css is not there
    mr-style-type      it is there, but not as a style sheet
    mr-offline         the connection failed
    mr-stopped         the running program stopped on an error of its own
    mr-survey-missing, mr-survey-unreachable, mr-survey-page, mr-survey-broken
                       there is no survey to show; the widget itself says why
*/

import { Shelf } from './shelf.js';

// One constant decides it: closed hides the widget from the page's scripts and from accessibility checkers.
const SHADOW_MODE = 'open';

const beside = (name) => new URL(name, import.meta.url).href;
// Two programs: a small one for a first visit and the questions, and the whole one, which is fetched once the
// small one runs and takes over when something is to be shown that only it can.
const START = 'maturity-radar-start';
const WHOLE = 'maturity-radar-app';
const STYLE = beside('maturity-radar.css');
const LATER = 'maturity-radar-later';
const SURVEY = beside('surveys/three-roles.en.json');
// Letters of a text of answers; the program refuses more bytes than this. What is longer is not even handed over.
const LARGEST = 5_000_000;
const TOO_LARGE = { code: 'too_large', pointer: '', message: 'needs a file of 5 MB at most' };

const SAFE = 'Answers you gave earlier are untouched: they stay in this browser.';
const TRY_AGAIN = 'Reload the page. If that does not help, come back later.';

// Per code: what happened; what the visitor can do; what the page's owner can do.
const FAULTS = {
  'mr-old-browser': ['This browser is too old to run the survey.',
    'Update the browser, or open this page in another one.', 'Browsers from 2023 on are supported.'],
  'mr-no-wasm': ['The survey cannot run, because WebAssembly is switched off or missing in this browser.',
    'Switch off the enhanced security or lockdown mode for this site, or open this page in another browser.',
    'Nothing to change on your side.'],
  'mr-wasm-blocked': ['The survey cannot run, because this page does not allow WebAssembly.',
    'You cannot change this yourself; please tell the owner of the page.',
    "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy."],
  'mr-policy': ['The survey cannot be fetched, because this page does not allow it.',
    'You cannot change this yourself; please tell the owner of the page.',
    'Allow the folder of maturity-radar.js in script-src and connect-src of the Content-Security-Policy.'],
  'mr-script-missing': ['A part of the survey is missing on the server.', TRY_AGAIN,
    'Put maturity-radar-start.js, maturity-radar-app.js and maturity-radar-later.js beside maturity-radar.js.'],
  'mr-script-type': ['The server sends a part of the survey in a form the browser refuses.', TRY_AGAIN,
    'Serve all files that end in .js as text/javascript.'],
  'mr-script-broken': ['A part of the survey does not run.', TRY_AGAIN,
    'A file beside maturity-radar.js is damaged or of another version: copy the whole folder again.'],
  'mr-wasm-missing': ['The program of the survey is missing on the server.', TRY_AGAIN,
    'Put maturity-radar-start_bg.wasm and maturity-radar-app_bg.wasm beside maturity-radar.js.'],
  'mr-wasm-type': ['The server sent a web page where the program of the survey should be.', TRY_AGAIN,
    'Serve the files that end in .wasm themselves, as application/wasm.'],
  'mr-wasm-broken': ['The program of the survey arrived damaged.', TRY_AGAIN,
    'A file that ends in .wasm is cut, changed or of another version: copy the whole folder again.'],
  'mr-style-missing': ['The design of the survey is missing on the server.', TRY_AGAIN,
    'Put maturity-radar.css and maturity-radar-later.css beside maturity-radar.js.'],
  'mr-style-type': ['The server sends the design of the survey in a form the browser refuses.', TRY_AGAIN,
    'Serve the files that end in .css themselves, as text/css.'],
  'mr-offline': ['The survey could not be fetched, because the connection failed.',
    'Check that you are online, then reload the page.', 'No answer came from the server.'],
  'mr-stopped': ['The survey stopped because of an error of its own.',
    'Reload the page to go on where the last answer was saved.', 'Please report what led here.'],
};

class Fault extends Error {
  constructor(code) {
    super(FAULTS[code][0]);
    this.name = 'MaturityRadarError';
    this.code = code;
  }
}

// ---- The parts that all widgets of a page share, fetched once ----

const parts = new Map();

/** Fetches a part once; after a failure the next one who needs it tries afresh. */
function once(name, load) {
  if (!parts.has(name)) {
    const part = load();
    parts.set(name, part);
    part.catch(() => parts.delete(name));
  }
  return parts.get(name);
}

const sheet = (url) => once(url, () => loadStyle(url));

/** A program, ready to mount widgets. */
const program = (name) => once(name, async () => {
  const [glue, module] = await Promise.all([loadGlue(beside(`${name}.js`)), loadWasm(beside(`${name}_bg.wasm`))]);
  try {
    await glue.default({ module_or_path: module });
  } catch (error) {
    throw error instanceof WebAssembly.RuntimeError ? new Fault('mr-stopped') : refusal('mr-wasm-broken');
  }
  return glue;
});

/** Refused by the page's policy, or no answer at all: the browser reports the former just after. */
async function unreachable(url) {
  let refused = false;
  const note = (event) => { refused ||= url.startsWith(event.blockedURI); };
  document.addEventListener('securitypolicyviolation', note);
  // A policy refuses at once and without the network, so asking again shows it.
  await fetch(url, { method: 'HEAD' }).catch(() => {});
  await new Promise((resolve) => { setTimeout(resolve); });
  document.removeEventListener('securitypolicyviolation', note);
  return new Fault(refused ? 'mr-policy' : 'mr-offline');
}

async function get(url, missing, options) {
  const response = await fetch(url, options).catch(async () => { throw await unreachable(url); });
  if (!response.ok) throw new Fault(missing);
  return response;
}

const typeOf = (response) => response.headers.get('content-type') ?? '';

async function loadGlue(url) {
  try {
    return await import(url);
  } catch {
    // An import does not say why it failed; the answer to a plain request does.
    const response = await get(url, 'mr-script-missing');
    throw new Fault(/javascript|ecmascript/.test(typeOf(response)) ? 'mr-script-broken' : 'mr-script-type');
  }
}

async function loadWasm(url) {
  if (typeof WebAssembly !== 'object') throw new Fault('mr-no-wasm');
  const response = await get(url, 'mr-wasm-missing');
  try {
    if (typeOf(response).startsWith('application/wasm')) return await WebAssembly.compileStreaming(response);
    // Servers that do not know the type still get their visitors served, only a little slower.
    const bytes = await response.arrayBuffer();
    if (new Uint8Array(bytes, 0, Math.min(1, bytes.byteLength))[0] === '<'.charCodeAt(0)) throw new Fault('mr-wasm-type');
    return await WebAssembly.compile(bytes);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw refusal(error instanceof WebAssembly.CompileError ? 'mr-wasm-broken' : 'mr-offline');
  }
}

/**
 * The fault behind a refused program: the page's policy if even the smallest module there is does not run.
 * Engines differ in whether they refuse to compile or to start it, so this does both.
 */
function refusal(otherwise) {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    return new Fault(otherwise);
  } catch {
    return new Fault('mr-wasm-blocked');
  }
}

async function loadStyle(url) {
  // A page that links the style sheet for its first screen has just fetched it.
  const linked = [...document.querySelectorAll('link[rel=stylesheet]')].some((link) => link.href === url);
  const response = await get(url, 'mr-style-missing', linked ? { cache: 'force-cache' } : {});
  if (!typeOf(response).startsWith('text/css')) throw new Fault('mr-style-type');
  const text = await response.text().catch(() => { throw new Fault('mr-offline'); });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  } catch {
    throw new Fault('mr-old-browser');
  }
}

/** All that the screens after the questions need: the program, its styles, the steps of the survey's plan, services. */
const whole = ({ surveyUrl, survey }) => Promise.all([program(WHOLE), sheet(beside(`${LATER}.css`)), readSteps(surveyUrl, survey),
  once(LATER, () => loadGlue(beside(`${LATER}.js`)))]);

/** What a link to this page brings; the page's address is plain from then on, so that nobody passes it on unawares. */
function takeLink() {
  const { hash, href } = location;
  if (!hash.startsWith('#mr=')) return '';
  history.replaceState(history.state, '', href.slice(0, -hash.length));
  return hash;
}

/** The text of the survey's next steps, or null: a plan without them says so. */
async function readSteps(surveyUrl, survey) {
  let name;
  try { name = JSON.parse(survey).next_steps; } catch {}
  if (typeof name !== 'string') return null;
  const url = new URL(name, surveyUrl).href;
  return once(url, async () => (await get(url, 'mr-offline')).text()).catch(() => null);
}

/** The survey's text, or why there is none. The widget words the latter: it knows what to do about it. */
async function readSurvey(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) return { survey: null, surveyFault: 'missing' };
    const survey = await response.text();
    return survey.trimStart().startsWith('<') ? { survey: null, surveyFault: 'not_json_page' } : { survey, surveyFault: null };
  } catch {
    return { survey: null, surveyFault: 'unreachable' };
  }
}

/** The survey's own hues of the roles: two colours each, for light and for dark, and nothing but such. */
function huesOf(survey) {
  const sheet = new CSSStyleSheet();
  try {
    const hues = JSON.parse(survey).roles.map(({ colours }, at) => (/^#[\da-f]{6},#[\da-f]{6}$/i.test(colours)
      ? `--mr-role-${'sre'[at]}:light-dark(${colours});--mr-role-${'sre'[at]}-tint:light-dark(${colours.join('1c,')}1c);` : ''));
    sheet.replaceSync(`@media(forced-colors:none){:host{${hues.join('')}}}`);
  } catch {}
  return sheet;
}

function addressOf(attribute) {
  if (!attribute) return SURVEY;
  // An address that cannot be read goes on as it is, so that the message can show it.
  try { return new URL(attribute, document.baseURI).href; } catch { return attribute; }
}

function languageOf(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const near = node.closest('[lang]');
    if (near) return near.lang;
  }
  return navigator.language || 'en';
}

// ---- The element ----

const running = new Set();

class MaturityRadar extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ['survey', 'storage'];

  #session = null; // set while connected; replaced at each start, so that late parts of an earlier one are ignored
  #widget = null;
  #program = null; // the name of the program behind the widget
  #screen = ''; // where the whole program is to begin
  #link = ''; // what the page's address held, until the whole program has it
  #survey = null; // the survey's text, or why there is none
  #shelf = null;
  #ready = later();
  #settled = false; // whether #ready is
  #shadow = null;
  #pressed = false;
  #waiting = null; // the pressed button and its own text
  #replaced = null; // the start button and the notice in its place

  get survey() { return this.getAttribute('survey') ?? ''; }
  set survey(value) { this.setAttribute('survey', value); }
  get storage() { return ['session', 'none'].find((word) => word === this.getAttribute('storage')) ?? 'device'; }
  set storage(value) { this.setAttribute('storage', value); }

  /**
   * Takes one document of answers, a list of them or a history, which is what the download is; JSON text or object.
   * With `colleagues`, what other people answered stands beside one's own, on the team's screen.
   * Resolves to { taken, problems } once everything is shown and kept; `taken` counts what was not there yet.
   */
  async importData(document, { colleagues = false } = {}) {
    const text = typeof document === 'string' ? document : JSON.stringify(document) ?? '';
    if (text.length > LARGEST) return { taken: 0, problems: [TOO_LARGE] };
    return this.#call(async (widget) => {
      const outcome = widget.importData(text, colleagues);
      await this.#shelf.idle();
      // The widget draws itself within the current task.
      await new Promise((resolve) => { setTimeout(resolve); });
      return outcome;
    });
  }

  /** Resolves to the list of this person's documents of answers. */
  exportData() {
    return this.#call((widget) => widget.exportData());
  }

  get results() {
    // The small program runs only as long as nothing is completed.
    return this.#widget?.results ? JSON.parse(this.#widget.results()) : { waves: [], change: null, progress: null, plan: null, team: null, perception_gap: null };
  }

  connectedCallback() {
    // Properties that were set before this class was there would hide its accessors.
    for (const name of MaturityRadar.observedAttributes) {
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
    if (before !== after && this.#session) {
      this.#stop();
      this.#start();
    }
  }

  async #start() {
    const session = this.#session = {};
    this.addEventListener('click', this.#onEarlyClick);
    this.#link ||= takeLink();
    try {
      const surveyUrl = addressOf(this.survey);
      const [{ mount }, style, survey] = await Promise.all([program(START), sheet(STYLE), readSurvey(surveyUrl)]);
      if (session !== this.#session) return;
      this.#survey = { surveyUrl, ...survey };
      this.#mount(mount, style);
      if (this.#link) await this.#handOver('data');
      // A failure shows when the program is needed; it is tried again then.
      else whole(this.#survey).catch(() => {});
    } catch (error) {
      this.#broke(session, error);
    }
  }

  #mount(mount, style) {
    // The shadow root hides what had the keyboard's focus; a pressed start moves it on by itself.
    const focused = !this.#pressed && this.contains(document.activeElement);
    this.#shadow ??= this.attachShadow({ mode: SHADOW_MODE });
    this.#shadow.adoptedStyleSheets = [style, huesOf(this.#survey.survey)];
    this.#shelf = new Shelf(this.storage);
    this.#screen = '';
    running.add(this);
    const root = this.#run(START, mount, '');
    if (focused) requestAnimationFrame(() => root.querySelector('.mr-button')?.focus({ preventScroll: true }));
    this.#forgetPress();
    this.#ready.resolve();
    this.#settled = true;
    this.#emit('mr-ready', null);
  }

  /** Lets a program draw the widget, beginning with a screen. */
  #run(name, mount, screen, more) {
    const root = make('div', 'mr');
    this.#shadow.replaceChildren(root);
    this.#program = name;
    this.#widget = mount(root, {
      ...this.#survey, lang: languageOf(this), start: this.#pressed, screen, link: this.#link, ...this.#services(root, more),
    });
    return root;
  }

  /** Lets the whole program take over at a screen, once everything is kept; it finds all records on the shelf. */
  async #handOver(screen) {
    // Somebody may press on while the program is on its way: the last press counts.
    this.#screen = screen;
    const session = this.#session;
    const [{ mount }, style, nextSteps, { services }] = await whole(this.#survey);
    // What is kept may ask for more to be kept or removed.
    for (let round = 0; round < 2; round += 1) {
      await this.#shelf.idle();
      await new Promise((resolve) => { setTimeout(resolve); });
    }
    await this.#shelf.idle();
    if (session !== this.#session || this.#program === WHOLE) return;
    const small = this.#widget;
    this.#widget = null;
    small.destroy();
    this.#shadow.adoptedStyleSheets.push(style);
    this.#survey.nextSteps = nextSteps;
    const root = this.#run(WHOLE, mount, this.#screen, services);
    this.#link = '';
    await this.#shelf.idle();
    // Somebody has come back to the first screen, which every other screen does by itself.
    if (this.#screen === 'welcome') setTimeout(() => root.querySelector('#mr-heading')?.focus());
  }

  /** What the program asks of the page. Late answers of the shelf are for the widget that asked, or for nobody. */
  #services(root, more) {
    const [session, shelf, name] = [this.#session, this.#shelf, this.#program];
    const tell = (answer) => { if (session === this.#session && name === this.#program && this.#widget) answer(this.#widget); };
    return {
      handOver: (screen) => {
        this.#handOver(screen).catch((error) => this.#broke(session, error));
      },
      open: async (name) => {
        const { place, records } = await shelf.open(name);
        tell((widget) => {
          for (const [key, text] of records) widget.found(key, text);
          widget.opened(place);
        });
      },
      put: async (key, text, revision) => {
        const place = await shelf.put(key, text);
        if (place) tell((widget) => widget.kept(key, revision, place));
      },
      remove: (key, touched) => { shelf.remove(key, touched); },
      clear: async () => {
        const reason = await shelf.clear();
        tell((widget) => widget.erased(reason));
      },
      fault: (code) => this.#emit('mr-error', { code }),
      focus: (selector) => {
        const found = root.querySelector(selector);
        found?.focus();
        return found !== null;
      },
      ...more?.({ element: this, root, shelf, tell }),
    };
  }

  #stop() {
    if (!this.#session) return;
    this.#session = null;
    this.#forgetPress();
    running.delete(this);
    const widget = this.#widget;
    this.#widget = null;
    this.#shelf?.leave();
    // Who waits already goes on waiting, for the next start.
    this.#renew();
    // A stopped program traps again when called; there is nothing left to free then.
    try { widget?.destroy(); } catch {}
    // Back to the element's own content, until the next start.
    this.#shadow?.replaceChildren(document.createElement('slot'));
    if (this.#replaced) this.#replaced.notice.replaceWith(this.#replaced.button);
    this.#replaced = null;
  }

  #renew() {
    if (this.#settled) this.#ready = later();
    this.#settled = false;
  }

  #broke(session, error) {
    noteTrap(error);
    if (session === this.#session) this.#fail(error instanceof Fault ? error : new Fault('mr-stopped'));
  }

  #fail(fault) {
    running.delete(this);
    this.#widget = null;
    this.#forgetPress();
    this.#show(noticeOf(fault.code));
    // Whoever calls from now on hears why.
    this.#renew();
    this.#ready.reject(fault);
    this.#settled = true;
    this.#emit('mr-error', { code: fault.code });
  }

  /** In the widget's place once there is one, else in place of the start button. */
  #show(notice) {
    if (this.#shadow?.querySelector('.mr')) {
      const frame = ['mr', 'mr-shell', 'mr-body'].map((name) => make('div', name));
      frame[0].append(frame[1]);
      frame[1].append(frame[2]);
      frame[2].append(notice);
      this.#shadow.replaceChildren(frame[0]);
      return;
    }
    const button = this.querySelector('[data-mr-start]');
    if (button) {
      button.replaceWith(notice);
      this.#replaced = { button, notice };
    } else {
      this.append(notice);
    }
  }

  stopped() {
    if (this.#session && this.#widget) this.#fail(new Fault('mr-stopped'));
  }

  #onEarlyClick = (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-mr-start]') : null;
    if (!button || this.#pressed) return;
    this.#pressed = true;
    this.#waiting = { button, text: button.textContent };
    button.setAttribute('aria-disabled', 'true');
    if (button.dataset.mrBusy) button.textContent = button.dataset.mrBusy;
  };

  #forgetPress() {
    this.removeEventListener('click', this.#onEarlyClick);
    this.#pressed = false;
    if (!this.#waiting) return;
    this.#waiting.button.removeAttribute('aria-disabled');
    this.#waiting.button.textContent = this.#waiting.text;
    this.#waiting = null;
  }

  /** Resolves to what `action` answers in JSON, asked of a widget that knows what is stored. */
  async #call(action) {
    try {
      await this.#ready.promise;
      await this.#shelf.idle();
      if (this.#program === START) await this.#handOver(this.#screen || this.#widget.here());
      return JSON.parse(await action(this.#widget));
    } catch (error) {
      noteTrap(error);
      throw error;
    }
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

function later() {
  let settle;
  const promise = new Promise((resolve, reject) => { settle = { resolve, reject }; });
  // Nobody may be waiting; that is no error of the page.
  promise.catch(() => {});
  return { promise, ...settle };
}

// ---- The program's own errors ----

// A panic is a trap here. One module serves all widgets of the page, so all of them have stopped.
function noteTrap(error) {
  if (typeof WebAssembly !== 'object' || !(error instanceof WebAssembly.RuntimeError)) return;
  // Other programs on the page trap too: not ours is one whose stack names files, but not our file.
  if (/:\/\//.test(error.stack) && !/maturity-radar-(start|app)/.test(error.stack)) return;
  for (const element of [...running]) element.stopped();
}

// ---- The notice ----

function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

function noticeOf(code) {
  const [happened, todo, owner] = FAULTS[code];
  const reload = make('button', 'mr-button mr-button-2', 'Reload the page');
  reload.type = 'button';
  reload.addEventListener('click', () => location.reload());
  const notice = make('div', 'mr-notice mr-notice-error', warningSign(), make('div', '',
    make('p', '', make('b', '', happened)),
    make('p', '', `${SAFE} ${todo}`),
    make('p', 'mr-note', `For the owner of this page: ${owner} Code: `, make('code', '', code)),
    make('div', 'mr-actions', reload)));
  notice.setAttribute('role', 'alert');
  return notice;
}

function warningSign() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M10 7.5v4M10 14.2v.1M10 2.5 18 17H2Z');
  svg.setAttribute('class', 'mr-icon');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('width', '20');
  svg.setAttribute('height', '20');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}

// A page that includes this file twice, or is rendered on a server, is served as well.
if (globalThis.customElements && !customElements.get('maturity-radar')) {
  customElements.define('maturity-radar', MaturityRadar);
  addEventListener('error', (event) => noteTrap(event.error));
  addEventListener('unhandledrejection', (event) => noteTrap(event.reason));
}
