/*
The script of embed.html, shipped as maturity-radar-embed.js: reads the parameters of its address, and talks to
the page around the frame. It is a plain script, so that it also runs where a module may not be fetched.

  Parameters are the element's attributes: survey, lang, theme, storage, history, heading-level, share-scores.
  One that is not among them, or whose value is not among the known ones, is left out.

  It says nothing until the page around has greeted it, and then speaks to the greeting's origin alone.
    in    { v: 1, type: 'mr:hello' }                  from the parent window
    out   { v: 1, type: 'mr:height', height }         px of the content, whenever it has changed
          { v: 1, type: 'mr:event', name, detail }    the element's events; scores only to origins that
                                                      embed.html names, where share-scores asks for them
*/
(() => {
  const params = new URLSearchParams(location.search);
  const root = document.documentElement;
  const main = document.querySelector('main');
  const element = main.querySelector('maturity-radar');
  const metaOf = (selector) => (document.querySelector(`meta[${selector}]`)?.content ?? '').split(/[\s;]+/);

  // ---- Parameters ----

  const oneOf = (...words) => (value) => words.includes(value);
  const KNOWN = {
    lang: (value) => /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value),
    theme: oneOf('auto', 'light', 'dark'),
    storage: oneOf('device', 'session', 'none'),
    history: oneOf('on', 'off'),
    'heading-level': (value) => /^[1-6]$/.test(value),
    'share-scores': oneOf('', 'true'),
  };
  for (const [name, holds] of Object.entries(KNOWN)) {
    const value = params.get(name);
    if (value !== null && holds(value)) element.setAttribute(name, value);
  }
  const theme = element.getAttribute('theme');
  if (theme) root.dataset.theme = theme;
  const lang = element.getAttribute('lang');
  if (lang) root.lang = lang;

  /** The survey's address, or null: it is beside this page, or on a host that the page's own policy names. */
  function surveyAddress(text) {
    try {
      const { protocol, origin, href } = new URL(text, document.baseURI);
      const allowed = /^https?:$/.test(protocol) && (origin === location.origin || metaOf('http-equiv=Content-Security-Policy').includes(origin));
      return allowed ? href : null;
    } catch {
      return null;
    }
  }

  function notice(text, code) {
    const box = document.createElement('p');
    box.className = 'mr-notice mr-notice-error';
    box.setAttribute('role', 'alert');
    box.append(text, ' ', Object.assign(document.createElement('code'), { textContent: code }));
    return box;
  }

  /** In place of the widget: what is wrong, with a code for the page's owner. */
  function refuse(text, code) {
    const frame = document.createElement('div');
    frame.className = 'mr mr-static';
    frame.append(notice(text, code));
    element.replaceWith(frame);
    failed = code;
    tell('mr-error', { code });
  }

  // ---- The page around ----

  // What an event may say of itself, and what of the scores; everything else stays here.
  const SAYS = ['code', 'place', 'kind', 'step', 'steps'];
  const SCORES = ['score', 'dominance', 'balance'];
  const EVENTS = ['mr-ready', 'mr-start', 'mr-step', 'mr-complete', 'mr-save', 'mr-export', 'mr-error'];
  const mayHaveScores = (origin) => element.hasAttribute('share-scores') && metaOf('name=maturity-radar-share-scores').includes(origin);
  const word = (value) => typeof value === 'string' && /^[\w.-]{1,64}$/.test(value);
  const plain = (value) => value === null || typeof value === 'boolean' || Number.isFinite(value) || word(value);

  /** Figures and identifiers of a nested object; texts that somebody may have written are none. */
  const figures = (value, depth = 0) => {
    if (typeof value !== 'object' || value === null) return plain(value) ? value : null;
    if (depth > 5) return null;
    if (Array.isArray(value)) return value.map((each) => figures(each, depth + 1));
    return Object.fromEntries(Object.entries(value).filter(([key]) => word(key)).map(([key, own]) => [key, figures(own, depth + 1)]));
  };

  let parentOrigin = null; // until it has greeted
  let failed = null;
  let ready = false;

  function send(message) {
    // A page without an origin of its own, such as a file, cannot be named; heights and names are no secret.
    if (parentOrigin !== null) parent.postMessage({ v: 1, ...message }, parentOrigin === 'null' ? '*' : parentOrigin);
  }

  function tell(name, detail) {
    if (parentOrigin === null) return;
    const said = {};
    for (const key of SAYS) if (detail?.[key] !== undefined && plain(detail[key])) said[key] = detail[key];
    if (mayHaveScores(parentOrigin)) {
      for (const key of SCORES) if (detail?.[key] !== undefined) said[key] = figures(detail[key]);
    }
    send({ type: 'mr:event', name, detail: said });
  }

  for (const name of EVENTS) {
    element.addEventListener(name, (event) => {
      if (name === 'mr-ready') ready = true;
      tell(name, event.detail);
    });
  }

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || parent === window || data?.v !== 1 || data.type !== 'mr:hello' || parentOrigin !== null) return;
    parentOrigin = origin;
    // What happened before anybody listened.
    if (ready) tell('mr-ready', null);
    if (failed) tell('mr-error', { code: failed });
    root.classList.add('embed-followed');
    measure();
    // A greeting comes between two frames, maybe while the widget takes the place of its first screen. Then the
    // observer saw no change: it has the height from before, which is the one from after as well.
    sizes.unobserve(main);
    sizes.observe(main);
  });

  // ---- Height ----

  // A frame that has not followed by then is held by the page around: the content scrolls.
  const PATIENCE_MS = 1000;
  // A frame whose width goes back and forth this often is a loop of the page around, and may then only grow.
  const TURNS = 2;
  let sent = 0;
  let width = 0;
  let direction = 0;
  let turns = 0;
  let turnedAt = 0;
  let waiting = 0;

  function measure() {
    const box = main.getBoundingClientRect();
    const height = Math.ceil(box.height);
    // A frame that is not shown has no size.
    if (parentOrigin === null || box.width === 0 || height === 0) return;
    if (box.width === width) {
      turns = 0; // the content itself has changed
    } else {
      const now = performance.now();
      if (now - turnedAt > PATIENCE_MS) turns = 0;
      const next = Math.sign(box.width - width);
      if (next !== direction) turns += 1;
      [width, direction, turnedAt] = [box.width, next, now];
    }
    if (height === sent || (turns > TURNS && height < sent)) return;
    sent = height;
    send({ type: 'mr:height', height });
    watch();
  }

  function watch() {
    clearTimeout(waiting);
    waiting = setTimeout(() => root.classList.toggle('embed-followed', innerHeight >= sent), PATIENCE_MS);
  }

  const sizes = new ResizeObserver(measure);
  sizes.observe(main);
  addEventListener('resize', () => { if (sent > 0) watch(); });

  // ---- Forms ----

  // A sandbox without allow-forms lets no form be submitted, not even one that sends nothing. None of ours sends
  // anything, so the event is all that is wanted, and every frame gets it in the same way.
  addEventListener('click', (event) => {
    const button = event.composedPath()[0].closest?.('button[type=submit]');
    if (!button?.form || event.defaultPrevented) return;
    event.preventDefault();
    if (button.form.noValidate || button.form.reportValidity()) {
      button.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }));
    }
  });

  // ---- Start ----

  const survey = params.get('survey');
  const address = survey ? surveyAddress(survey) : '';
  if (address === null) {
    refuse('This survey is not shown here, because its address is on another site than this page.', 'mr-survey-refused');
  } else if (address) {
    element.setAttribute('survey', address);
    // The first screen speaks of the survey beside this page.
    element.replaceChildren();
  }

  // The element's script could not be had: a module needs more of a server than this one.
  addEventListener('error', ({ target }) => {
    if (target instanceof HTMLScriptElement && target.type === 'module') {
      refuse('The survey cannot start in this frame. Its own page may work: ask the owner of this site for the address.', 'mr-script-missing');
    }
  }, true);
})();
