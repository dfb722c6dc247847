/*
A running widget: what its program asks of the page, and what the page asks of it. It comes with the small
program, so that maturity-radar.js stays small enough to be fetched by everybody.

Every widget has an instance of the program of its own, with a memory of its own. A program stops for good by
trapping; its instance is thrown away then, another one is made out of the same module, and the widget goes on
where the last answer was kept. Other widgets do not notice.

With the program the page speaks in plain texts, and the program never waits for it
  mount(root, host)  draws a widget and gives it back
  widget             importData(text, colleagues), exportData(), results() answer at once, in JSON text; destroy()
  host               survey, surveyFault, nextSteps, lang, headingLevel, start, screen, link: what the widget is made from
                     fault(code), focus(selector): done at once
                     moved(place, step, steps): where the widget stands, a screen or the key of a draft
                     handOver(screen): the whole program is to take over there
                     open(name): answered by the widget's found(key, text) for each record, then opened(place)
                     put(key, text, revision): by kept(key, revision, place), unless a later state is written
                     remove(key, touched): by nothing
                     clear(): by erased(reason), which is empty where nothing had to stay
                     places and reasons are words that shelf.js explains
  host, for the whole program, out of services.js
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
                     lens(id, document): fetches a lens of the survey, by lensRead(id, text), which is empty where it
                             could not be had
                     blur(): done at once
                     rest(): waits until what is drawn is on screen, by drawRest(whole); whole is true where the page
                             is about to be printed
                     unasked, elsewhere(key, text): another tab has stored a record; an empty text: it has removed
                             it; an empty key as well: it has removed everything
*/

import { Shelf } from './shelf.js';

// Letters of a text of answers; the program refuses more bytes than this. What is longer is not even handed over.
const LARGEST = 5_000_000;
const TOO_LARGE = { code: 'too_large', pointer: '', message: 'needs a file of 5 MB at most' };
// A program that stops this often within this time is not started again.
const TRAPS = 3;
const WITHIN_MS = 10_000;
// The page may replace it later.
const { parse } = JSON;

/** Offers bytes as a file, by the person's own hand. */
export function save(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers take the bytes over only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The survey's own hues of the roles: two colours each, for light and for dark, and nothing but such. */
function huesOf(survey) {
  const sheet = new CSSStyleSheet();
  try {
    const hues = parse(survey).roles.map(({ colours }, at) => (/^#[\da-f]{6},#[\da-f]{6}$/i.test(colours)
      ? `--mr-role-${'sre'[at]}:light-dark(${colours});--mr-role-${'sre'[at]}-tint:light-dark(${colours.join('1c,')}1c);` : ''));
    sheet.replaceSync(`@media(forced-colors:none){:host{${hues.join('')}}}`);
  } catch {}
  return sheet;
}

/** The functions of a program. Once it has trapped none of them is entered again: what it left behind is half done. */
function guarded(exports, onTrap) {
  const own = {};
  // The glue takes it for no number, no text and no error.
  const nothing = [];
  let depth = 0;
  let trapped = false;
  for (const name of Object.keys(exports)) {
    const it = exports[name];
    own[name] = typeof it !== 'function' ? it : (...words) => {
      if (trapped) return nothing;
      depth += 1;
      try {
        return it(...words);
      } catch (error) {
        if (!trapped) onTrap(error);
        trapped = true;
        // A call out of the middle of the program ends that as well; the page itself hears nothing of it.
        if (depth > 1) throw error;
        return nothing;
      } finally {
        depth -= 1;
      }
    };
  }
  return own;
}

/** One widget, from its first screen until it leaves the page. */
export class Running {
  /** Where the widget stands, in the words of `moved`. */
  place = '';
  #page; // what the element offers, see #run in maturity-radar.js
  #shelf;
  #name = ''; // of the survey's records
  #program;
  #services = null; // once the whole program is there
  #widget = null;
  #small = null; // the widget of the small program, until that of the whole one is on the page
  #token = null; // of the mounted instance: late answers are for the one that asked, or for nobody
  #root = null; // what is on the page
  #screen = ''; // where the whole program is to begin
  #own = false; // whether the element itself acts, and no person
  #completed = false;
  #traps = [];

  constructor(page) {
    this.#page = page;
    this.#program = page.small;
    // What only the memory holds must not go where the widget is drawn anew.
    this.#shelf = page.shelf ?? new Shelf(page.element.storage, page.element.history === 'off');
    page.shadow.adoptedStyleSheets.push(huesOf(page.survey.survey));
    // Where there is only one program, it is the whole one from the beginning.
    const { services, nextSteps } = page.small.glue;
    if (services) {
      this.#services = services;
      page.survey.nextSteps = nextSteps;
    }
    this.#draw(page.place);
    // Needed soon, and nothing is fetched once somebody answers. A failure shows when it is needed; it is tried again then.
    readSteps(page).catch(() => {});
    page.whole().catch(() => {});
    if (page.link) this.#goTo('data');
  }

  get shelf() { return this.#shelf; }

  /** Opens what a link brings, on a page that is there already. */
  follow(link) {
    this.#page.link = link;
    if (!this.#services) return this.#goTo('data');
    this.#token = null;
    this.#small = this.#widget;
    this.#widget = null;
    this.#draw('data');
    this.#page.link = '';
    this.#page.linked();
  }

  /** Lets the whole program take over; where it cannot be had, the answers are offered as they are. */
  #goTo(screen) {
    this.#handOver(screen).catch((error) => this.#giveUp(error));
  }

  get results() {
    // A program that stops here is started again; the page hears of nothing completed meanwhile.
    try { return this.#services ? parse(this.#widget.results()) : null; } catch { return null; }
  }

  /** Has the widget do something for the page; resolves to its answer. */
  async call(name, given, colleagues) {
    const text = typeof given === 'string' ? given : JSON.stringify(given, this.#page.unpatched) ?? '';
    if (text.length > LARGEST) return { taken: 0, problems: [TOO_LARGE] };
    await this.#shelf.idle();
    const token = this.#token;
    if (!this.#services && this.#widget) await this.#handOver(this.#screen || this.#here());
    await this.#awake();
    this.#own = true;
    try {
      const widget = this.#widget;
      if (name === 'exportData') return parse(widget.exportData());
      const outcome = parse(widget.importData(text, colleagues));
      await this.#shelf.idle();
      // The widget draws itself within the current task.
      await moment();
      return outcome;
    } catch (error) {
      throw this.#token === token ? error : this.#page.stopped();
    } finally {
      this.#own = false;
    }
  }

  /** Takes the widget down. */
  leave() {
    const widget = this.#widget;
    this.#token = this.#widget = null;
    this.#page.left = true;
    this.#shelf.leave();
    widget?.destroy();
  }

  /** Waits until a widget that stopped is there again. */
  async #awake() {
    while (!this.#widget) {
      if (this.#page.left) throw this.#page.stopped();
      await moment();
    }
  }

  /** Lets the program draw a widget, beginning with a screen. It comes to the page once storage has answered. */
  #draw(screen) {
    const { element, survey, make } = this.#page;
    const token = this.#token = {};
    const root = make('div', 'mr');
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keepKey);
    let widget = null;
    let opening = false;
    const tell = (answer) => { if (token === this.#token && widget) answer(widget); };
    const host = {
      ...survey, lang: languageOf(element), headingLevel: element.headingLevel, screen, link: this.#page.link,
      start: false,
      handOver: (place) => {
        // Where it is told to begin elsewhere it passes its first screen only.
        if (place || !this.#own) this.#goTo(place);
      },
      moved: (place, step, steps) => { if (token === this.#token) this.#moved(place, step, steps); },
      open: async (name) => {
        opening = true;
        this.#name = name;
        const { place, records } = await this.#shelf.open(name);
        tell((widget) => {
          host.start = this.#page.pressed;
          this.#show(root);
          for (const [key, text] of records) widget.found(key, text);
          // Where the widget begins by itself nobody has gone.
          this.#own = screen !== '';
          widget.opened(place);
          this.#own = false;
          if (screen && this.place === 'welcome') host.handOver('');
          this.#page.shown(root);
        });
      },
      put: async (key, text, revision) => {
        const answered = revision > 0 && !this.#own;
        const place = await this.#shelf.put(key, text);
        if (!place) return;
        tell((widget) => widget.kept(key, revision, place));
        if (answered) this.#page.emit('mr-save', { place });
      },
      remove: (key, touched) => { this.#shelf.remove(key, touched); },
      clear: async () => {
        const reason = await this.#shelf.clear();
        tell((widget) => widget.erased(reason));
      },
      fault: (code) => this.#page.emit('mr-error', { code }),
      focus: (selector) => {
        const found = root.querySelector(selector);
        found?.focus();
        return found !== null;
      },
      ...this.#services?.({
        element, root, shelf: this.#shelf, tell, save, emit: this.#page.emit,
        beside: (name) => this.#page.fetchText(new URL(name, survey.surveyUrl).href),
      }),
    };
    const { glue, module } = this.#program;
    const { mount } = glue.program(module, (exports) => guarded(exports, (error) => this.#trapped(token, error)));
    widget = mount(root, host);
    if (token !== this.#token) return;
    this.#widget = widget;
    // Without a survey nothing is opened.
    if (!opening) {
      this.#show(root);
      this.#page.shown(root);
    }
  }

  #show(root) {
    this.#page.hold.replaceChildren(root);
    this.#root = root;
    this.#small?.destroy();
    this.#small = null;
  }

  #moved(place, step, steps) {
    const before = this.place;
    this.place = place;
    const was = before.startsWith('draft/');
    if (!was && before && place !== before) this.#page.hold.className = '';
    if (this.#own) return;
    const at = { step, steps };
    // The program is in the middle of something: the page hears of it right after.
    if (place.startsWith('draft/')) queueMicrotask(() => this.#page.emit(was ? 'mr-step' : 'mr-start', at));
    else if (was && place === 'results') {
      this.#completed = true;
      if (this.#services) queueMicrotask(() => this.#tellCompleted());
    }
  }

  #tellCompleted() {
    if (!this.#completed) return;
    this.#completed = false;
    let detail = null;
    if (this.#page.element.shareScores) {
      const waves = this.results?.waves ?? [];
      const { score, dominance, balance } = waves[waves.length - 1] ?? {};
      detail = { score, dominance, balance };
    }
    this.#page.emit('mr-complete', detail);
  }

  #here() {
    this.#own = true;
    try { return this.#widget.here(); } finally { this.#own = false; }
  }

  /** Lets the whole program take over at a screen, once everything is kept; it finds all records on the shelf. */
  async #handOver(screen) {
    // Somebody may press on while the program is on its way: the last press counts.
    this.#screen = screen;
    const page = this.#page;
    const [[program, style, { services }], nextSteps] = await Promise.all([page.whole(), readSteps(page)]);
    // What is kept may ask for more to be kept or removed.
    for (let round = 0; round < 2; round += 1) {
      await this.#shelf.idle();
      await moment();
    }
    await this.#shelf.idle();
    if (page.left || this.#services) return;
    this.#small = this.#widget;
    this.#token = this.#widget = null;
    if (this.#root) this.#root.inert = true;
    page.shadow.adoptedStyleSheets.push(style);
    page.survey.nextSteps = nextSteps;
    this.#services = services;
    this.#program = program;
    this.#draw(this.#screen);
    page.link = '';
    page.linked();
    await this.#shelf.idle();
    await moment();
    // Somebody has come back to the first screen, which every other screen does by itself.
    if (this.#screen === 'welcome') this.#root.querySelector('#mr-heading')?.focus();
    this.#tellCompleted();
  }

  // ---- When the program stops ----

  #trapped(token, error) {
    if (token !== this.#token) return;
    this.#token = this.#widget = null;
    console.warn('maturity-radar: the program stopped and is started again.', error);
    const now = performance.now();
    const recent = [now];
    for (const at of this.#traps) if (now - at < WITHIN_MS) recent.push(at);
    this.#traps = recent;
    // Not out of the middle of the program.
    setTimeout(() => this.#again());
  }

  #again() {
    const page = this.#page;
    if (page.left) return;
    const often = this.#traps.length;
    try {
      if (often >= TRAPS) return this.#giveUp(null);
      page.emit('mr-error', { code: 'mr-restarted' });
      // What stopped it once may be where it stood.
      this.#draw(often > 1 ? '' : this.place);
    } catch (error) {
      page.fail(error);
    }
  }

  async #giveUp(error) {
    const more = await this.#rescue().catch(() => []);
    if (!this.#page.left) this.#page.fail(error, ...more);
  }

  /** A button that offers the answers as they are stored, which needs no program; none where nothing was answered. */
  async #rescue() {
    if (!this.#name) return [];
    const { records } = await this.#shelf.open(this.#name);
    const own = {};
    for (const [key, text] of records) {
      // A state that had to be written elsewhere may be the later one.
      if (/^(wave|draft|addendum)\//.test(key) && !(own[key] && touched(own[key]) >= touched(text))) own[key] = text;
    }
    const texts = Object.values(own);
    if (texts.length === 0) return [];
    const button = this.#page.make('button', 'mr-button', 'Download your answers');
    button.type = 'button';
    button.addEventListener('click', () => {
      save('maturity-radar.json', new Blob([`[${texts.join(',')}]`], { type: 'application/json' }));
    });
    return [button];
  }
}

/** What is typed into the widget is no shortcut of the page, whose scripts cannot see that it goes into a field. */
function keepKey(event) {
  // With Ctrl and Alt together some keyboards write signs.
  const { key, metaKey, ctrlKey, altKey } = event;
  if (!metaKey && ctrlKey <= altKey && !/^(Tab|Escape|F\d+)$/.test(key)) event.stopPropagation();
}

function touched(text) {
  try { return parse(text).touched_ms ?? 0; } catch { return 0; }
}

const moment = () => new Promise((resolve) => { setTimeout(resolve); });

function languageOf(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const near = node.closest('[lang]');
    if (near) return near.lang;
  }
  return navigator.language || 'en';
}

/** The text of the survey's next steps, or null: a plan without them says so. */
async function readSteps({ survey, fetchText }) {
  let name;
  try { name = parse(survey.survey).next_steps; } catch {}
  return typeof name === 'string' ? fetchText(new URL(name, survey.surveyUrl).href) : null;
}
