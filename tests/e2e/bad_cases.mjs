// The cases of tests/fixtures/bad, spelled out as its README says.
import { readFileSync } from 'node:fs';

const folder = new URL('../fixtures/', import.meta.url);
const text = (name) => readFileSync(new URL(name, folder), 'utf8');
const NAMES = { answer: 'answer-file', draft: 'draft', addendum: 'addendum', history: 'history' };

const joined = (parts) => {
  if (typeof parts === 'string') return parts;
  if (Array.isArray(parts)) return parts.map(joined).join('');
  if (parts.count) return Array.from({ length: parts.times }, (_, at) => parts.count.replaceAll('#', at)).join('');
  return parts.repeat.repeat(parts.times);
};

function spelledOut({ text: whole, parts, of, at, put }) {
  if (whole !== undefined) return whole;
  if (parts) return joined(parts);
  const file = JSON.parse(text(`formats/${NAMES[of]}-1.0.as-released.json`));
  const steps = at.split('/').slice(1);
  const last = steps.pop();
  const place = steps.reduce((tree, step) => tree[step], file);
  // Defined, as a plain assignment to __proto__ would set something else.
  Object.defineProperty(place, last, { value: 'a place for it', enumerable: true, configurable: true, writable: true });
  return JSON.stringify(file).replace('"a place for it"', () => joined(put));
}

/** The refused cases of a family, `many` of them spread over it. */
export function badCases(family, many) {
  const all = text(`bad/${family}.jsonl`).trimEnd().split('\n').map((line, at) => ({ name: `${family}:${at + 1}`, ...JSON.parse(line) }))
    .filter((own) => own.expect !== 'ok' && (own.of === undefined || own.of in NAMES));
  const step = Math.max(1, Math.floor(all.length / many));
  return all.filter((_, at) => at % step === 0).slice(0, many).map((own) => ({ name: own.name, text: spelledOut(own) }));
}

/** A document of the released formats. */
export const released = (name) => text(`formats/${name}.as-released.json`);
