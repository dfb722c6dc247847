/*
The first script of the single file: unpacks all others. They lie in the page as one text, packed by LZMA and written
with 63,230 letters of 16 bits, 19 for 303 bits. The page's policy knows the program by its hash, so nothing but that
runs. It stands before that text, so that it is there to say so when the file was cut or shifted.
*/

import { unpacked } from './lzma.js';

const LETTERS = 63230;
const BLOCK = 19;
const BITS = 303;

/** The letters are all code units from 0x100 on, without surrogates and what is no character. The lowest bit is first. */
function bytesOf(text) {
  const bytes = new Uint8Array(text.length / BLOCK * BITS / 8);
  const sum = new Uint16Array(BLOCK);
  let [end, held, bits] = [0, 0, 0];
  for (let at = 0; at < text.length; at += BLOCK) {
    sum.fill(0);
    for (let letter = 0; letter < BLOCK; letter += 1) {
      const unit = text.charCodeAt(at + letter);
      let carry = unit - (unit < 0xd800 ? 0x100 : 0x900);
      for (let place = 0; place <= letter; place += 1) {
        carry += sum[place] * LETTERS;
        sum[place] = carry;
        carry >>>= 16;
      }
    }
    for (let place = 0; place < BLOCK; place += 1) {
      held |= sum[place] << bits;
      // The last place has a bit less.
      for (bits += place < BLOCK - 1 ? 16 : 15; bits >= 8; bits -= 8) {
        bytes[end] = held;
        end += 1;
        held >>>= 8;
      }
    }
  }
  return bytes;
}

/** Bytes of each file, by name. What they are called and how long they are stands before them, as a line of JSON. */
function filesOf(bytes) {
  let at = bytes.indexOf(10);
  const list = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at)));
  at += 1;
  return Object.fromEntries(list.map(([name, size]) => [name, bytes.slice(at, at += size)]));
}

addEventListener('DOMContentLoaded', () => {
  const packed = document.querySelector('script[type]');
  const script = document.createElement('script');
  try {
    // SIZE is written here by the build.
    script.parts = filesOf(unpacked(bytesOf(packed.textContent), SIZE));
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
});
