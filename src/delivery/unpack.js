/*
The first script of the single file: unpacks all others. They lie in the page as one text, packed by LZMA and written
with 91 letters, two for 13 bits. The page's policy knows the program by its hash, so nothing but that runs.
*/

import { Decoder } from 'lzma1/decoder';
import { InputBuffer, OutputBuffer } from 'lzma1/streams';

const LETTERS = ALPHABET;
const BITS = 13;

function bytesOf(text, length) {
  const value = new Uint8Array(128);
  for (let at = 0; at < LETTERS.length; at += 1) value[LETTERS.charCodeAt(at)] = at;
  const bytes = new Uint8Array(length);
  let [held, bits, end] = [0, 0, 0];
  for (let at = 0; end < length; at += 2) {
    held |= (value[text.charCodeAt(at)] * LETTERS.length + value[text.charCodeAt(at + 1)]) << bits;
    for (bits += BITS; bits >= 8 && end < length; bits -= 8) {
      bytes[end] = held & 255;
      end += 1;
      held >>>= 8;
    }
  }
  return bytes;
}

/** Bytes of each file, by name. */
function unpacked({ length, files }, text) {
  const output = new OutputBuffer(files.reduce((sum, [, size]) => sum + size, 0));
  new Decoder().decompress(new InputBuffer(bytesOf(text, length)), output);
  const all = output.toArray();
  let at = 0;
  return Object.fromEntries(files.map(([name, size]) => [name, all.slice(at, at += size)]));
}

const packed = document.querySelector('script[type="text/plain"]');
const script = document.createElement('script');
try {
  script.parts = unpacked(JSON.parse(packed.dataset.contents), packed.textContent);
  script.textContent = new TextDecoder().decode(script.parts.program);
  packed.replaceWith(script);
} catch (error) {
  console.warn(error);
}
// It runs at once, unless it is another than the policy expects.
if (!customElements.get('maturity-radar')) {
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  notice.textContent = 'This file is damaged, or the browser is too old for it. Get the file once more, or open it in another browser. '
    + 'Answers you gave earlier are untouched.';
  document.querySelector('[data-mr-start]').replaceWith(notice);
}
