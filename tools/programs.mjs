// What becomes of a program that wasm-bindgen has written: small wasm, and glue that makes any number of instances.
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

// Only these features: with --all-features wasm-opt writes a file that Chromium refuses.
const FEATURES = ['--enable-bulk-memory', '--enable-nontrapping-float-to-int', '--enable-sign-ext',
  '--enable-mutable-globals', '--enable-reference-types', '--enable-multivalue'];
// A large function that only one place calls stays a function, and functions of one module stay together: both compress
// better (0.9 kB of the small program, 3.3 kB of the whole one, brotli 11).
const SMALL = ['--one-caller-inline-max-function-size=20', '--generate-global-effects', '-Oz', '--converge', '--low-memory-unused',
  '--reorder-functions-by-name', '--strip-debug', '--strip-producers', '--strip-target-features'];
// The names between wasm and glue carry hashes that nothing compresses: 2.5 kB of the small program (brotli 11).
const SHORT = ['--minify-imports-and-exports-and-modules'];

function optimize(wasm, passes) {
  const tool = join('node_modules', '.bin', 'wasm-opt');
  if (!existsSync(tool)) throw new Error('wasm-opt is missing: run `npm ci`');
  const small = `${wasm}.small`;
  const { status, stdout } = spawnSync(tool, [wasm, '-o', small, ...FEATURES, ...passes], { stdio: ['inherit', 'pipe', 'inherit'], encoding: 'utf8' });
  if (status !== 0) throw new Error('wasm-opt failed');
  renameSync(small, wasm);
  return stdout;
}

/** Makes a wasm file small in its place; gives the names that it has in place of wasm-bindgen's. */
export function shrink(wasm) {
  optimize(wasm, SMALL);
  return JSON.parse(optimize(wasm, SHORT));
}

/** Takes one piece out of the glue; a new wasm-bindgen may write it otherwise, which must not pass unseen. */
function replaced(glue, pattern, by) {
  if (!glue.match(pattern)) throw new Error(`the glue has no ${pattern}: wasm-bindgen has changed, see tools/programs.mjs`);
  return glue.replace(pattern, by);
}

// wasm-bindgen hands texts over letter by letter, which suits words: a file of 5 MB takes most of the time until it is
// answered. Browsers encode pieces about five times as fast, and the whole at once slower than its pieces. No piece
// ends between the halves of a character.
const PASS_STRING = `function passStringToWasm0(arg, malloc, realloc) {
    const room = 3 * arg.length;
    const ptr = malloc(room, 1) >>> 0;
    const memory = getUint8ArrayMemory0();
    let length = 0;
    for (let from = 0, to; from < arg.length; from = to) {
        to = from + 65536;
        if ((arg.charCodeAt(to) & 0xFC00) === 0xDC00) to += 1;
        length += cachedTextEncoder.encodeInto(arg.slice(from, to), memory.subarray(ptr + length)).written;
    }
    WASM_VECTOR_LEN = length;
    return length < room ? realloc(ptr, room, length, 1) >>> 0 : ptr;
}
`;

/**
 * The glue as a module that exports `program(module, guarded)`: an instance of its own of the one compiled module, with
 * the functions of the program wrapped by `guarded`, of which it gives those that a page calls; and `belongs`, the beginning of the hash of its wasm.
 */
export function factoryOf(glue, names, hash) {
  // Instances are made by the factory; the other ways to start go.
  const functions = [...glue.matchAll(/^export function (\w+)/gm)].map(([, name]) => name).filter((name) => name !== 'initSync');
  let inner = replaced(glue, /^async function __wbg_load[^]*$/m, '');
  inner = replaced(inner, /^let wasmModule, wasmInstance, wasm;\nfunction __wbg_finalize_init[^]*$/m, '');
  inner = inner.replace(/^export (class|function)/gm, '$1');
  inner = replaced(inner, /^function passStringToWasm0\([^]*?\n\}\n/m, () => PASS_STRING);
  inner = replaced(inner, /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/m, '');
  // Yew asks twice for each element whether it stands in a drawing, and every answer is a text that goes into the program.
  inner = replaced(inner, /(\w+)\.namespaceURI/, '$1 instanceof HTMLElement ? undefined : $1.namespaceURI');
  // Yew finds its own elements by numbers, and another Yew program on the page counts from the same one.
  inner = replaced(inner, /\.__yew_(\w+)/g, '[$1_of_this]');
  const marks = ['subtree_id', 'listener_id', 'subtree_cache_key'].map((name) => `const ${name}_of_this = Symbol();`).join('\n');
  if (names !== null) inner = renamed(inner, names);
  return `export const belongs = ${JSON.stringify(hash.slice(7, 15))};
export function program(module, guarded) {
${marks}
${inner}
const wasm = guarded(new WebAssembly.Instance(module, __wbg_get_imports()).exports);
wasm.${nameIn(names?.exports, '__wbindgen_start')}();
return { ${functions.join(', ')} };
}
`;
}

function renamed(glue, { imports, exports }) {
  let text = glue;
  for (const [module, name, short] of imports) {
    text = replaced(text, new RegExp(`\\b${name}: `), () => `${JSON.stringify(short)}: `);
    text = text.replace(`"${module}": `, '"a": ');
  }
  for (const [name] of exports) {
    text = text.replace(new RegExp(`\\bwasm\\.${name}\\b`, 'g'), () => `wasm.${nameIn(exports, name)}`);
  }
  return text;
}

const nameIn = (names, name) => names?.find(([long]) => long === name)?.[1] ?? name;
