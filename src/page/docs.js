/*
The page docs.html: a copy button for every sample, and the sample of the section on events as it stands there.
The live examples need nothing of it.
*/

import './docs-events.js';

const COPIED = 'Copied';
// Where a page may not write to the clipboard, people still can.
const SELECTED = 'Selected. Press Ctrl+C or ⌘C.';
const SHOWN_MS = 4000;

function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

async function copy(code, status) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    status.textContent = COPIED;
  } catch {
    getSelection().selectAllChildren(code);
    status.textContent = SELECTED;
  }
}

for (const sample of document.querySelectorAll('.docs-sample')) {
  const shown = sample.querySelector('pre');
  const status = make('span', { class: 'docs-status', role: 'status' });
  const button = make('button', { class: 'docs-copy', type: 'button' }, 'Copy', make('span', { class: 'mr-hidden' }, ` ${shown.dataset.label}`));
  let timer = 0;
  button.addEventListener('click', async () => {
    clearTimeout(timer);
    // Said again, also where the same words stand there.
    status.textContent = '';
    await copy(shown.querySelector('code'), status);
    timer = setTimeout(() => { status.textContent = ''; }, SHOWN_MS);
  });
  sample.querySelector('.docs-samplebar').append(status, button);
}
