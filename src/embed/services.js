/*
What only the whole program asks of the page: files in and out, print, pictures, the clipboard, other tabs.
Shipped as maturity-radar-later.js and fetched with that program, so that no first question waits for it.
The contract stands at the head of running.js; nothing here goes over the network.
*/

const FILE_BYTES = 5_000_000;
const FILES = 1000;
// Typed text goes into these; anywhere else it can only be meant for the widget.
const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

const TYPES = {
  json: 'application/json', ics: 'text/calendar;charset=utf-8', csv: 'text/csv;charset=utf-8', svg: 'image/svg+xml',
};

/**
 * The services for one widget. `root` is what it draws in, `element` the one on the page;
 * `tell` hands over the widget as long as it is the one that asked.
 */
export function services({ element, root, shelf, tell, save, emit }) {
  // Never from within the program.
  const exported = (kind) => queueMicrotask(() => emit('mr-export', { kind }));
  const take = intake(tell);
  takeDropped(root, take);
  takePasted(root, take);
  listen(shelf, tell);
  return {
    // What a link starts with; a query may hold anything and is not passed on.
    pageAddress: location.href.split(/[?#]/)[0],
    pick: picker(root, take),
    download: (name, text) => {
      const kind = name.split('.').pop();
      save(name, new Blob([text], { type: TYPES[kind] ?? 'text/plain' }));
      exported(kind);
    },
    print: (title) => {
      printAlone(element, title);
      exported('print');
    },
    picture: async (selector, name, kind) => {
      const done = await picture(root, selector, name, kind, save).catch(() => false);
      if (done) exported(kind);
      tell((widget) => widget.pictured(done));
    },
    copy: async (text) => {
      const done = await copy(root, text);
      if (done) exported('copy');
      tell((widget) => widget.copied(done));
    },
  };
}

function make(tag, className = '') {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

// ---- Files in ----

/** Takes files: reads one after the other, and one lot after the other. */
function intake(tell) {
  let last = Promise.resolve();
  return (files) => { last = last.then(() => read([...files], tell)); };
}

async function read(files, tell) {
  for (const [at, file] of files.entries()) {
    const { text, reason } = at < FILES ? await textOf(file) : { reason: 'too_many' };
    tell((widget) => (reason ? widget.refused(file.name, reason) : widget.offered(file.name, text)));
  }
  tell((widget) => widget.offeredAll());
}

async function textOf(file) {
  // Before anything is read: what is too large would only fill the memory.
  if (file.size > FILE_BYTES) return { reason: 'too_large' };
  try {
    // Strict: pictures, archives and folders are no text.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { reason: 'unreadable' };
  }
}

/** Opens the browser's own picker. */
function picker(root, take) {
  const input = make('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = '.json,.mrlink,.txt,application/json,text/plain';
  input.hidden = true;
  input.addEventListener('change', () => take(input.files));
  // Some browsers forget a picker that is nowhere on the page.
  root.after(input);
  return () => {
    // The same file may be picked twice.
    input.value = '';
    input.click();
  };
}

function takeDropped(root, take) {
  const mark = (on) => root.classList.toggle('mr-dropping', on);
  const brings = (event) => {
    const files = event.dataTransfer?.types.includes('Files') ?? false;
    if (files) event.preventDefault();
    return files;
  };
  for (const type of ['dragenter', 'dragover']) {
    root.addEventListener(type, (event) => {
      if (!brings(event)) return;
      event.dataTransfer.dropEffect = 'copy';
      mark(true);
    });
  }
  root.addEventListener('dragleave', (event) => { if (!root.contains(event.relatedTarget)) mark(false); });
  root.addEventListener('drop', (event) => {
    mark(false);
    if (brings(event)) take(event.dataTransfer.files);
  });
}

function takePasted(root, take) {
  root.addEventListener('paste', (event) => {
    if (event.composedPath()[0].closest?.(FIELDS)) return;
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData('text/plain');
    if (files.length > 0) take(files);
    else if (text.trim()) take([new File([text], '')]);
  });
}

// ---- Print ----

// Marks the widget's element and all it stands in, for as long as it is printed.
const MARK = 'data-mr-print';

// Beside the way to the widget nothing is printed, and what lies on the way neither cuts nor squeezes it.
const ALONE = `@media print {
  :where(:host, [${MARK}=around]) > :not([${MARK}]), [${MARK}=around]::before, [${MARK}=around]::after { display: none !important; }
  [${MARK}=around] {
    display: block !important; position: static !important; float: none !important; transform: none !important;
    inline-size: auto !important; min-inline-size: 0 !important; max-inline-size: none !important;
    block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important;
    margin: 0 !important; padding: 0 !important; border: 0 !important; columns: auto !important;
    overflow: visible !important; contain: none !important; background: none !important; box-shadow: none !important;
    visibility: hidden !important;
  }
  slot[${MARK}=around] { display: contents !important; }
  [${MARK}=self] { visibility: visible !important; }
}`;

let endPrint = () => {};

/** Prints the widget and nothing else of its page, which is named `title` meanwhile: so is the file of a PDF. */
function printAlone(element, title) {
  endPrint();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ALONE);
  const marked = [];
  const trees = new Set();
  // Up the tree that is drawn: from an element into the slot it stands in, from a shadow root to its host.
  for (let node = element; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    trees.add(node.getRootNode());
    if (node instanceof Element) {
      node.setAttribute(MARK, node === element ? 'self' : 'around');
      marked.push(node);
    }
  }
  for (const tree of trees) tree.adoptedStyleSheets.push(sheet);
  const before = document.title;
  if (title) document.title = title;

  // Browsers say when they are done, also when nothing was printed; whoever is back on the page is done as well.
  const ends = ['afterprint', 'pointerdown', 'keydown'];
  endPrint = () => {
    endPrint = () => {};
    for (const type of ends) removeEventListener(type, end, true);
    for (const node of marked) node.removeAttribute(MARK);
    for (const tree of trees) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((own) => own !== sheet);
    if (title && document.title === title) document.title = before;
  };
  const end = () => endPrint();
  for (const type of ends) addEventListener(type, end, true);
  window.print();
}

// ---- Pictures ----

// What a chart is drawn with. A child that looks like its parent needs none of the inherited ones.
const INHERITED = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset',
  'stroke-linecap', 'stroke-linejoin', 'paint-order', 'text-anchor', 'dominant-baseline', 'letter-spacing', 'direction',
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-numeric', 'visibility',
];
const OWN = { opacity: '1', 'vector-effect': 'none' };
const WORDS = /^(title|desc)$/;
// Defined, not drawn; some browsers say that they are not displayed.
const DEFINED = /^(defs|clipPath|mask|marker|pattern|symbol|linearGradient|radialGradient|stop)$/;
const PAINTS = { fill: 'fill-opacity', stroke: 'stroke-opacity' };
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
// Twice as fine as on an ordinary screen, for slides.
const FINENESS = 2;

/** Offers a chart as a file, in light colours; resolves to whether the page's policy and the browser let it. */
async function picture(root, selector, name, kind, save) {
  const all = [...root.querySelectorAll(selector)];
  // A chart may be there in several forms, one for each width.
  const chart = all.find((each) => each.getBoundingClientRect().width > 0) ?? all[0];
  const { text, width, height } = standAlone(chart);
  const drawing = new Blob([text], { type: TYPES.svg });
  if (kind !== 'png') {
    save(name, drawing);
    return true;
  }
  const address = URL.createObjectURL(drawing);
  try {
    const image = await imageOf(address);
    const canvas = make('canvas');
    canvas.width = Math.round(width * FINENESS);
    canvas.height = Math.round(height * FINENESS);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const bytes = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
    if (bytes) save(name, bytes);
    return bytes !== null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function imageOf(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = address;
  });
}

/** An SVG as a document of its own, which looks like the one on screen, but light. */
function standAlone(chart) {
  const clone = chart.cloneNode(true);
  // For the moment of reading: nothing is painted in between.
  chart.classList.add('mr-picture');
  const ground = getComputedStyle(chart).backgroundColor;
  write(chart, clone, null);
  chart.classList.remove('mr-picture');

  const shown = chart.getBoundingClientRect();
  const box = chart.viewBox.baseVal;
  const scaled = box?.width > 0;
  const view = scaled ? box : { x: 0, y: 0, width: shown.width, height: shown.height };
  const { x, y, width, height } = frameOf(view, chart.getBBox());
  const scale = scaled && shown.width > 0 ? shown.width / box.width : 1;
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  // A sheet of paper around the chart, whose own measures stay: places may be shares of them.
  const paper = draw('rect', { x, y, width, height, ...paintOf('fill', ground) });
  const title = draw('title', {});
  title.textContent = nameOf(chart);
  clone.querySelector(':scope > title')?.remove();
  for (const name of ['role', 'aria-labelledby', 'aria-label']) clone.removeAttribute(name);
  set(clone, { x: view.x, y: view.y, width: view.width, height: view.height, overflow: 'visible' });
  const whole = draw('svg', { ...size, viewBox: `${x} ${y} ${width} ${height}`, role: 'img' });
  whole.append(title, paper, clone);
  return { text: new XMLSerializer().serializeToString(whole), ...size };
}

const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};

function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  return element;
}

/** The view with everything that is drawn beyond it, and a margin. */
function frameOf(view, drawn) {
  const x = Math.floor(Math.min(view.x, drawn.x) - MARGIN);
  const y = Math.floor(Math.min(view.y, drawn.y) - MARGIN);
  return {
    x, y,
    width: Math.ceil(Math.max(view.x + view.width, drawn.x + drawn.width) + MARGIN - x),
    height: Math.ceil(Math.max(view.y + view.height, drawn.y + drawn.height) + MARGIN - y),
  };
}

/** Writes how an element looks into its copy, and does so for all that is in it. */
function write(element, copy, above) {
  const style = getComputedStyle(element);
  const look = Object.fromEntries(INHERITED.map((name) => [name, style.getPropertyValue(name)]));
  for (const name of ['class', 'tabindex', ...INHERITED]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries(look)) {
    const other = PAINTS[name];
    const same = above?.[name] === value && (!other || above[other] === look[other]);
    if (same || !value || name.endsWith('-opacity')) continue;
    // A colour and its opacity go together, as programs other than browsers know no colours with both.
    set(copy, other ? paintOf(name, value, look[other]) : { [name]: value });
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value && value !== usual) copy.setAttribute(name, value);
  }
  if (above && element.localName === 'svg') copy.setAttribute('overflow', 'visible');
  // Backwards, as what is not displayed is left out.
  for (let at = element.children.length - 1; at >= 0; at -= 1) {
    const [child, twin] = [element.children[at], copy.children[at]];
    if (WORDS.test(child.localName)) continue;
    if (!DEFINED.test(child.localName) && getComputedStyle(child).display === 'none') twin.remove();
    else write(child, twin, look);
  }
}

/** A computed colour as attributes: #rrggbb and an opacity. */
function paintOf(name, value, opacity = '1') {
  const [, inside] = /^rgba?\((.*)\)$/.exec(value) ?? [];
  if (inside === undefined) return { [name]: value };
  const [red, green, blue, alpha = '1'] = inside.split(/[\s,/]+/);
  const digits = [red, green, blue].map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  return { [name]: `#${digits.join('')}`, [`${name}-opacity`]: String(Number(alpha) * Number(opacity)) };
}

function nameOf(chart) {
  const [id] = (chart.getAttribute('aria-labelledby') ?? '').split(' ');
  const named = id ? chart.getRootNode().getElementById(id)?.textContent : chart.getAttribute('aria-label');
  return named ?? chart.querySelector(':scope > title')?.textContent ?? '';
}

// ---- The clipboard ----

async function copy(root, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages without https and frames without the permission have the old way alone.
    return copySelected(root, text);
  }
}

function copySelected(root, text) {
  const area = make('textarea', 'mr-hidden');
  area.value = text;
  area.readOnly = true;
  const focused = root.getRootNode().activeElement;
  root.after(area);
  area.focus({ preventScroll: true });
  area.select();
  let done = false;
  try { done = document.execCommand('copy'); } catch {}
  area.remove();
  focused?.focus({ preventScroll: true });
  return done;
}

// ---- Other tabs ----

/** Tells the widget what other tabs have stored or removed, once it knows what was there before. */
function listen(shelf, tell) {
  if (!shelf.others) return;
  shelf.others.onmessage = async ({ data }) => {
    // Another version of this file may be running there.
    if (!Array.isArray(data) || !data.every((part) => typeof part === 'string')) return;
    await shelf.idle();
    if (shelf.lasts(data[0])) tell((widget) => widget.elsewhere(...data));
  };
}
