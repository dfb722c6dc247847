// The cases of tests/fixtures/bad, as its README says. They are spelled out in the page, so that nothing large is sent there.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../fixtures/', import.meta.url);
const text = (name) => readFileSync(new URL(name, folder), 'utf8');
const NAMES = { answer: 'answer-file', draft: 'draft', addendum: 'addendum', history: 'history' };

/** A document of the released formats. */
export const released = (name) => text(`formats/${name}.as-released.json`);

/** The documents that cases begin with, by the name that cases have for them. */
export const bases = Object.fromEntries(Object.entries(NAMES).map(([of, name]) => [of, released(`${name}-1.0`)]));

/** Every case that is refused, of all families but those of surveys and their steps, which nobody hands over as answers. */
export const refused = readdirSync(new URL('bad/', folder)).filter((name) => name.endsWith('.jsonl')).sort().flatMap((name) => (
  text(`bad/${name}`).trimEnd().split('\n').map((line, at) => ({ name: `${name.replace('.jsonl', '')}:${at + 1}`, ...JSON.parse(line) }))))
  .filter((own) => own.expect !== 'ok' && (own.of === undefined || own.of in NAMES));

/** Runs in the page, so it is whole in itself: the text of a case. */
export function spelledOut({ text: whole, parts, of, at, put }, bases) {
  const joined = (part) => {
    if (typeof part === 'string') return part;
    if (Array.isArray(part)) return part.map(joined).join('');
    if (part.count) return Array.from({ length: part.times }, (_, index) => part.count.replaceAll('#', index)).join('');
    return part.repeat.repeat(part.times);
  };
  if (whole !== undefined) return whole;
  if (parts) return joined(parts);
  const file = JSON.parse(bases[of]);
  const steps = at.split('/').slice(1);
  const last = steps.pop();
  const place = steps.reduce((tree, step) => tree[step], file);
  // Defined, as a plain assignment to __proto__ would set something else.
  Object.defineProperty(place, last, { value: 'a place for it', enumerable: true, configurable: true, writable: true });
  return JSON.stringify(file).replace('"a place for it"', () => joined(put));
}
