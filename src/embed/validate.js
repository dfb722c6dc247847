/*
The page validate.html: reads a survey document with the whole program, lists what is wrong with it, and shows
it in a widget that keeps nothing. Whatever the document says becomes text, never markup.
*/

import './maturity-radar.js';
import { program } from './maturity-radar-app.js';

// Letters of a document; the program refuses more bytes than this.
const LARGEST = 5_000_000;

const form = document.querySelector('form');
const field = document.querySelector('#survey-text');
const file = document.querySelector('#survey-file');
const outcome = document.querySelector('#outcome');
const preview = document.querySelector('#preview');
let loaded = load();
// Who cannot load it hears so when checking.
loaded.catch(() => {});
let latest = 0;

/** An instance of the program for checking alone. */
async function load() {
  const response = await fetch(new URL('maturity-radar-app_bg.wasm', import.meta.url));
  // Servers that do not know its type send it as anything.
  return program(await WebAssembly.compile(await response.arrayBuffer()), (exports) => exports);
}

function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

const heading = (text) => make('h2', { class: 'mr-h2', id: 'outcome-title', tabindex: '-1' }, text);
const note = (text) => make('p', { class: 'mr-text mr-small' }, text);

/** Shows what was found, unless somebody has asked for something else meanwhile. */
async function examine() {
  latest += 1;
  const mine = latest;
  outcome.replaceChildren();
  preview.replaceChildren();
  const text = field.value;
  try {
    const { check } = await loaded;
    // One letter more than the program reads is enough for it to refuse.
    const { problems, survey } = JSON.parse(check(text.slice(0, LARGEST + 1)));
    if (mine === latest) show(text, problems, survey);
  } catch {
    // A program that stopped is never entered again.
    loaded = load();
    loaded.catch(() => {});
    outcome.replaceChildren(heading('The checker did not start'),
      note('Reload the page. If that does not help, run make validate SURVEY=my-survey.json instead.'));
  }
  outcome.querySelector('h2')?.focus();
}

function show(text, problems, survey) {
  if (survey === null) {
    const many = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    outcome.replaceChildren(heading(many), note('Press a line number to see the place in the text.'), table(problems));
    return;
  }
  const items = survey.roles.reduce((sum, role) => sum + role.items, 0);
  outcome.replaceChildren(
    heading('This survey is sound'),
    note(`${survey.title} (${survey.id} ${survey.version}, ${survey.lang})`),
    make('ul', { class: 'mr-reasons mr-text mr-small' },
      make('li', {}, `${items} items, rated from ${survey.lowest} to ${survey.highest}`),
      ...survey.roles.map((role) => make('li', {}, `${role.name}: ${role.capabilities.join(', ')}`)),
      make('li', {}, `Levels: ${survey.levels.join(', ')}`)),
    note('Below is the whole survey to try out. What you answer there is gone when you leave this page.'),
  );
  const own = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (own.next_steps) {
    outcome.append(note(`Its next steps stand in ${own.next_steps}, which this page does not read; the command make validate does.`));
    delete own.next_steps;
  }
  const widget = make('maturity-radar', { storage: 'none' });
  widget.survey = own;
  preview.replaceChildren(widget);
}

function table(problems) {
  const rows = problems.map(({ line, column, start, end, code, pointer, message, remedy }) => {
    const jump = make('button', { class: 'mr-textlink mr-num', type: 'button' }, make('span', { class: 'mr-hidden' }, 'Show line '), `${line}:${column}`);
    jump.addEventListener('click', () => select(start, end));
    return make('tr', {}, make('td', {}, jump), make('td', {}, make('code', {}, pointer || '/')),
      make('td', {}, make('code', { class: 'mr-note' }, code), make('br', {}), message), make('td', {}, remedy));
  });
  const head = ['Line', 'Pointer', 'What is wrong', 'What to do'].map((name) => make('th', { scope: 'col' }, name));
  return make('div', { class: 'mr-plain page-findings', role: 'region', tabindex: '0', 'aria-labelledby': 'outcome-title' },
    make('table', { class: 'mr-table' }, make('caption', { class: 'mr-hidden' }, 'Problems'),
      make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows)));
}

function select(start, end) {
  field.focus();
  // Most browsers scroll to where the caret is put, but not to a selection.
  field.setSelectionRange(start, start);
  field.blur();
  field.focus();
  field.setSelectionRange(start, Math.max(end, Math.min(start + 1, field.value.length)));
  const line = field.value.slice(0, start).split('\n').length;
  const lines = field.value.split('\n').length;
  field.scrollTop = Math.max(0, field.scrollHeight * (line / lines) - field.clientHeight / 2);
}

async function take(own) {
  if (!own) return;
  if (own.size > LARGEST) {
    preview.replaceChildren();
    outcome.replaceChildren(heading('The file is larger than 5 MB'), note('Nothing of it was read. A survey is far smaller; is it the right file?'));
    outcome.querySelector('h2').focus();
    return;
  }
  field.value = await own.text();
  await examine();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  examine();
});
file.addEventListener('change', () => take(file.files[0]));
document.querySelector('#survey-example').addEventListener('click', async () => {
  const response = await fetch(new URL('surveys/examples/customer-support.en.json', import.meta.url));
  field.value = await response.text();
  await examine();
});
// A file that is dropped beside the field would otherwise replace the page. The widget takes files of its own.
addEventListener('dragover', (event) => { if (!preview.contains(event.target)) event.preventDefault(); });
addEventListener('drop', (event) => {
  if (preview.contains(event.target) || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});
