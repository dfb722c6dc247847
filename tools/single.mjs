// The whole page as one file that runs from a disk: everything packed into it, and a policy that knows every script by its hash.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compress } from 'lzma1';
import { bundled, digest } from './loader.mjs';

/** What such a file may weigh: people send it by mail. */
export const LARGEST = 400_000;

const DECODER = join('node_modules', 'lzma1', 'lib');
// Printable letters that mean nothing in HTML.
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((letter) => !'<&"'.includes(letter)).join('');
const BITS = 13;
// Only until all is unpacked, and where scripts do not run.
const STYLE = 'body{margin:2em auto;max-width:40em;padding:0 1em;font-family:system-ui,sans-serif;line-height:1.5}svg{width:1.5em;height:1.5em;vertical-align:middle}.mr-icon{display:none}';

const PROGRAM = 'maturity-radar-app';
const SURVEYS = ['surveys/three-roles.en.json', 'surveys/three-roles.next-steps.en.json'];

/** Two letters for 13 bits, the lowest first. */
function written(bytes) {
  let [text, held, bits] = ['', 0, 0];
  const put = () => { text += LETTERS[Math.floor((held & 8191) / LETTERS.length)] + LETTERS[(held & 8191) % LETTERS.length]; };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < BITS) continue;
    put();
    held >>>= BITS;
    bits -= BITS;
  }
  if (bits > 0) put();
  return text;
}

/** The text of the single file for the build in `dist`. */
export async function singleFile(dist) {
  const read = (name) => readFileSync(join(dist, name));
  // The whole program's styles are there from the beginning.
  const style = Buffer.concat([read('maturity-radar.css'), read('maturity-radar-later.css')]);
  const parts = { [`${PROGRAM}_bg.wasm`]: read(`${PROGRAM}_bg.wasm`), 'maturity-radar.css': style, 'maturity-radar-later.css': Buffer.alloc(0) };
  const program = await bundled(join('src', 'delivery', 'single.js'), parts, {
    first: PROGRAM, format: 'iife',
    resolved: { 'maturity-radar-app.js': join(dist, `${PROGRAM}.js`), 'maturity-radar-later.js': join(dist, 'maturity-radar-later.js') },
  });
  const files = Object.entries({ ...parts, ...Object.fromEntries([...SURVEYS, 'page.css'].map((name) => [name, read(name)])), program: Buffer.from(program) });
  const packed = compress(new Uint8Array(Buffer.concat(files.map(([, bytes]) => bytes))), 9);
  const contents = JSON.stringify({ length: packed.length, files: files.map(([name, bytes]) => [name, bytes.length]) });
  const unpack = await unpacking();

  const page = read('index.html').toString();
  const [widget] = /<maturity-radar>[^]*<\/maturity-radar>/.exec(page);
  const [title] = /<title>.*<\/title>/.exec(page);
  const icon = read('favicon.svg').toString('base64');
  const policy = `default-src 'none'; script-src '${digest(unpack)}' '${digest(program)}' 'wasm-unsafe-eval'; style-src '${digest(STYLE)}'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  const text = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${title}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<style>${STYLE}</style>
</head>
<body class="page">
<main>
${widget}
</main>
<script type="text/plain" data-contents='${contents}'>${written(packed)}</script>
<script>${unpack}</script>
</body>
</html>
`;
  if (Buffer.byteLength(text) > LARGEST) throw new Error(`the single file has ${Buffer.byteLength(text)} bytes; ${LARGEST} are allowed`);
  return text;
}

/** unpack.js with its decoder, as a text that can stand in a page. */
async function unpacking() {
  const aliases = { 'lzma1/decoder': join(DECODER, 'decoder.js'), 'lzma1/streams': join(DECODER, 'streams.js') };
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [join('src', 'delivery', 'unpack.js')], bundle: true, minify: true, format: 'iife', target: 'esnext', write: false,
    legalComments: 'inline', alias: Object.fromEntries(Object.entries(aliases).map(([name, path]) => [name, `./${path}`])),
    define: { ALPHABET: JSON.stringify(LETTERS) }, logLevel: 'warning',
  });
  return text;
}
