// The whole page as one file that runs from a disk: everything packed into it, and a policy that knows every script by its hash.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
// The package's own front has no parameters.
import { Encoder } from '../node_modules/lzma1/lib/encoder.js';
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js';
import { unpacked } from '../src/delivery/lzma.js';
import { bundled, digest } from './loader.mjs';

/** What such a file may weigh: people send it by mail. */
export const LARGEST = 400_000;

// Only until all is unpacked, and where scripts do not run.
const STYLE = 'body{margin:2em auto;max-width:40em;padding:0 1em;font-family:system-ui,sans-serif;line-height:1.5}';

const PROGRAM = 'maturity-radar-app';
const SURVEY = 'three-roles.en.json';

// The header of a stream in a file of its own: one byte for lc, lp and pb, four for the window, eight for the length.
const HEADER = 13;

/** Unlike the package, which takes lc=3 and pb=2: this is half a per cent smaller, and the decoder is shorter. */
class Packing extends Encoder {
  configure(mode) {
    super.configure(mode);
    this._numLiteralContextBits = 5;
    this._posStateBits = 0;
    this._posStateMask = 0;
  }
}

/** What src/delivery/lzma.js unpacks. */
function packed(bytes) {
  const output = new OutputBuffer(bytes.length);
  // A window of 4 MB, and matches as long as they can be.
  new Packing().compress(new InputBuffer(bytes), output, { searchDepth: 22, filterStrength: 273, modeIndex: 1 });
  const stream = output.toArray().subarray(HEADER);
  if (Buffer.compare(unpacked(stream, bytes.length), bytes) !== 0) throw new Error('the single file would not unpack: see src/delivery/lzma.js');
  return stream;
}

/** 19 letters for 303 bits, see src/delivery/unpack.js: 63230 ** 19 is just more than 2 ** 303. */
function written(bytes) {
  const [letters, block, bits] = [63230n, 19, 303];
  const units = [];
  // Eight blocks are whole bytes, the lowest one first.
  for (let at = 0; at < bytes.length; at += bits) {
    const some = BigInt(`0x${Buffer.from(bytes.slice(at, at + bits)).reverse().toString('hex')}`);
    for (let turn = 0; turn < 8; turn += 1) {
      let sum = BigInt.asUintN(bits, some >> BigInt(turn * bits));
      const own = [];
      for (let place = 0; place < block; place += 1) {
        const value = Number(sum % letters);
        own.unshift(value + (value < 0xd700 ? 0x100 : 0x900));
        sum /= letters;
      }
      units.push(...own);
    }
  }
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

/** What the single file holds, bytes by name. Damage anywhere must reach the program, so it comes last. */
async function partsOf(dist) {
  const read = (name) => readFileSync(join(dist, name));
  // The whole program's styles are there from the beginning.
  const style = Buffer.concat([read('maturity-radar.css'), read('maturity-radar-later.css')]);
  const parts = { [`${PROGRAM}_bg.wasm`]: read(`${PROGRAM}_bg.wasm`), 'maturity-radar.css': style, 'maturity-radar-later.css': Buffer.alloc(0) };
  const program = await bundled(join('src', 'delivery', 'single.js'), parts, {
    first: PROGRAM, format: 'iife',
    resolved: { 'maturity-radar-app.js': join(dist, `${PROGRAM}.js`), 'maturity-radar-later.js': join(dist, 'maturity-radar-later.js') },
  });
  const { next_steps: steps, lenses } = JSON.parse(read(`surveys/${SURVEY}`));
  const documents = [SURVEY, steps, ...lenses.map(({ document }) => document)].map((name) => `surveys/${name}`);
  const others = [...documents, 'page.css', 'favicon.svg'].map((name) => [name, read(name)]);
  // The styles between the documents and the scripts, which is a little smaller than any other order.
  const { [`${PROGRAM}_bg.wasm`]: wasm, ...styles } = parts;
  return { [`${PROGRAM}_bg.wasm`]: wasm, ...Object.fromEntries(others), ...styles, program: Buffer.from(program) };
}

/** The bytes of the single file for the build in `dist`: UTF-16 with its mark, which browsers heed before anything a server says. */
export async function singleFile(dist) {
  const parts = await partsOf(dist);
  const list = JSON.stringify(Object.entries(parts).map(([name, bytes]) => [name, bytes.length]));
  const all = Buffer.concat([Buffer.from(`${list}\n`), ...Object.values(parts)]);
  const unpack = await unpacking(all.length);

  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  // Its pictures would be larger than the words until the styles are there, and come again with the widget.
  const widget = /<maturity-radar>[^]*<\/maturity-radar>/.exec(page)[0].replace(/<svg[^]*?<\/svg>/g, '').replaceAll('>\n<', '><');
  const [title] = /<title>.*<\/title>/.exec(page);
  const policy = `default-src 'none'; script-src '${digest(unpack)}' '${digest(parts.program)}' 'wasm-unsafe-eval'; style-src '${digest(STYLE)}'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  // No more lines than that: a line's end is two bytes.
  const text = `<!doctype html><html lang="en" dir="ltr"><head><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${title}<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><style>${STYLE}</style><script>${unpack}</script></head>
<body class="page"><main>${widget}</main><script type="text/plain">${written(packed(all))}</script></body></html>
`;
  const file = Buffer.from(`\ufeff${text}`, 'utf16le');
  if (file.length > LARGEST) throw new Error(`the single file has ${file.length} bytes; ${LARGEST} are allowed`);
  return file;
}

/** unpack.js with its decoder, as a text that can stand in a page. `size` is that of everything unpacked. */
async function unpacking(size) {
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [join('src', 'delivery', 'unpack.js')], bundle: true, minify: true, format: 'iife', target: 'esnext', write: false,
    define: { SIZE: JSON.stringify(size) }, logLevel: 'warning',
  });
  return text.trim();
}
