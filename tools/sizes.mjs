// Prints what a visit up to the first question costs, file by file, and fails above the budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const BUDGET = 110_000;
const GOAL = 90_000;
// Every page that embeds the widget fetches this file, whether anybody comes near it or not.
const LOADER = 'maturity-radar.js';
const LOADER_BUDGET = 5_000;
const folder = process.argv[2] ?? 'dist';
const first = ['index.html', 'page.css', 'maturity-radar.css', 'maturity-radar.js', 'maturity-radar-start.js',
  'maturity-radar-start_bg.wasm', 'surveys/three-roles.en.json'];
// Fetched while the first question is being read.
const later = ['maturity-radar-app.js', 'maturity-radar-app_bg.wasm', 'maturity-radar-later.css', 'maturity-radar-later.js',
  'surveys/three-roles.next-steps.en.json', 'page.js'];

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;

const sizes = (name) => {
  const bytes = readFileSync(join(folder, name));
  return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
};
const sum = (name, rows) => [name, ...[1, 2, 3].map((column) => rows.reduce((all, row) => all + row[column], 0))];

const needed = first.map(sizes);
const total = sum('up to the first question', needed);
const rest = later.map(sizes);

const line = ([name, ...figures]) => name.padEnd(40) + figures.map((figure) => String(figure).padStart(10)).join('');
console.log(line(['bytes', 'raw', 'gzip 9', 'brotli 11']));
for (const row of [...needed, total, ...rest, sum('whole visit', [total, ...rest])]) console.log(line(row));

const loader = needed.find(([name]) => name === LOADER)[3];
if (loader >= LOADER_BUDGET) {
  console.log(`over budget: ${LOADER} has ${loader} of ${LOADER_BUDGET} bytes with brotli`);
  process.exitCode = 1;
}
const used = total[3];
if (used > BUDGET) {
  console.log(`over budget: ${used} of ${BUDGET} bytes with brotli; the goal is ${GOAL}`);
  process.exitCode = 1;
} else {
  console.log(`within budget: ${used} of ${BUDGET} bytes with brotli; the goal is ${GOAL}${used <= GOAL ? ', reached' : ''}`);
}
