/*
What only the whole program asks of the page: files in and out, print, the clipboard, other tabs; pictures of
charts are made by pictures.js.
Shipped as maturity-radar-later.js and fetched with that program, so that no first question waits for it.
The contract stands at the head of running.js; over the network goes the document of a lens that is opened, from
where the survey came, and nothing else.
*/

import { drawn } from './pictures.js';

const FILE_BYTES = 5_000_000;
const FILES = 1000;
// Typed text goes into these; anywhere else it can only be meant for the widget.
const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

const TYPES = {
  json: 'application/json', ics: 'text/calendar;charset=utf-8', csv: 'text/csv;charset=utf-8',
};

/**
 * The services for one widget. `root` is what it draws in, `element` the one on the page;
 * `tell` hands over the widget as long as it is the one that asked, `beside` fetches a document of the survey.
 */
export function services({ element, root, shelf, tell, save, emit, beside }) {
  // Never from within the program.
  const exported = (kind) => queueMicrotask(() => emit('mr-export', { kind }));
  const take = intake(tell);
  takeDropped(root, take);
  takePasted(root, take);
  listen(shelf, tell);
  return {
    // What a link starts with. A query may say which page it is.
    pageAddress: location.href.split('#')[0],
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
    picture: async (chart, name, kind) => {
      const blob = await drawn(root, chart, kind).catch(() => null);
      if (blob) {
        save(name, blob);
        exported(kind);
      }
      tell((widget) => widget.pictured(chart, blob !== null));
    },
    copy: async (text) => {
      const done = await copy(root, text);
      if (done) exported('copy');
      tell((widget) => widget.copied(done));
    },
    blur: () => { root.getRootNode().activeElement?.blur(); },
    rest: () => nextFrame((whole) => tell((widget) => widget.drawRest(whole))),
    lens: async (id, name) => {
      const text = await beside(name).catch(() => null);
      tell((widget) => widget.lensRead(id, text ?? ''));
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
  for (let at = 0; at < files.length; at += 1) {
    const file = files[at];
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
    // By its size alone, as a file: nothing so long is copied or searched.
    else if (text.length > FILE_BYTES) take([{ name: '', size: text.length }]);
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

// ---- Long pages ----

/** Calls `then` once the frame is on screen, with `false`; a page that has no frames waits a moment. Before printing, with `true`. */
function nextFrame(then) {
  const done = (event) => {
    if (!then) return;
    removeEventListener('beforeprint', done);
    then(event !== undefined);
    then = null;
  };
  addEventListener('beforeprint', done);
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 100);
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
  shelf.hear = async (data) => {
    // Another version of this file may be running there.
    if (!Array.isArray(data) || !data.every((part) => typeof part === 'string')) return;
    await shelf.idle();
    if (shelf.lasts(data[0])) tell((widget) => widget.elsewhere(...data));
  };
}
