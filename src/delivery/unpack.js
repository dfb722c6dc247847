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

const packed = document.querySelector('script[type="text/plain"]');
const { length, files } = JSON.parse(packed.dataset.contents);
const output = new OutputBuffer(files.reduce((sum, [, size]) => sum + size, 0));
new Decoder().decompress(new InputBuffer(bytesOf(packed.textContent.trim(), length)), output);
const all = output.toArray();

const parts = {};
let at = 0;
for (const [name, size] of files) {
  parts[name] = all.slice(at, at + size);
  at += size;
}
packed.remove();
const script = document.createElement('script');
script.parts = parts;
script.textContent = new TextDecoder().decode(parts.program);
document.body.append(script);
