// Code, manifest, types and reference page name the same things; in a browser the element has them.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eachEngine } from './harness.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const sorted = (names) => [...new Set(names)].sort();
const all = (text, pattern) => [...text.matchAll(pattern)].map((found) => found[1]);

const page = read('docs/element.md');
const types = read('maturity-radar.d.ts');
const loader = read('src/embed/maturity-radar.js');
const running = read('src/embed/running.js') + read('src/embed/services.js');
const declared = JSON.parse(read('custom-elements.json')).modules[0].declarations[0];
const rust = readdirSync(join(root, 'src/views'), { recursive: true }).filter((name) => name.endsWith('.rs')).map((name) => read(join('src/views', name))).join('\n');

/** The first column of the table under a heading. */
function rows(title) {
  const section = page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0];
  assert.ok(section, `the page has a section ${title}`);
  return sorted(all(section, /^\| `([^`(]+)[^|]* \|/gm));
}

const names = (list) => sorted(list.map((each) => each.name));
const members = (kind) => names(declared.members.filter((member) => member.kind === kind));
const between = (text, start, end) => text.split(start)[1].split(end)[0];
const face = between(loader, '\nclass MaturityRadar ', '\n}\n');
const fieldOf = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

test('attributes', () => {
  // lang is an attribute of every element; the widget hears when it changes.
  const code = sorted([...all(face, /this\.(?:[gs]et|has|toggle)Attribute\('([a-z-]+)'/g), ...all(face, /#word\('([a-z-]+)'/g), 'lang']);
  assert.deepEqual(rows('Attributes'), code);
  assert.deepEqual(names(declared.attributes), code);
  for (const attribute of declared.attributes) assert.equal(attribute.fieldName, fieldOf(attribute.name));
});

test('properties', () => {
  const code = sorted([...all(face, /^ {2}get (\w+)\(/gm), 'lang']);
  assert.deepEqual(rows('Properties'), code);
  assert.deepEqual(members('field'), code);
  assert.deepEqual(sorted(all(between(types, 'interface MaturityRadarElement', '\n}'), /^ {2}(?:readonly )?(\w+):/gm)), code);
  assert.deepEqual(sorted(all(between(loader, 'const NAMES = [', ']'), /'(\w+)'/g)), code.filter((name) => name !== 'results'), 'those set early are taken up');
});

test('methods', () => {
  const code = sorted(all(face, /^ {2}(\w+)\([^)]*\) \{$/gm)).filter((name) => !name.endsWith('Callback'));
  assert.deepEqual(rows('Methods'), code);
  assert.deepEqual(members('method'), code);
  assert.deepEqual(sorted(all(between(types, 'interface MaturityRadarElement', '\n}'), /^ {2}(\w+Data)\(/gm)), code);
});

test('events', () => {
  const code = sorted([...loader.matchAll(/emit\(([^)]*)/g), ...running.matchAll(/emit\(([^)]*)/g)].flatMap(([, words]) => all(words, /'(mr-[a-z]+)'(?! *\})/g)));
  assert.deepEqual(rows('Events'), code);
  assert.deepEqual(names(declared.events), code);
  assert.deepEqual(sorted(all(between(types, 'interface MaturityRadarEventMap', '\n}'), /'(mr-[a-z]+)'/g)), code);
});

test('codes', () => {
  const code = sorted([...all(between(loader, 'const FAULTS = {', '\n};'), /^ {2}'(mr-[a-z-]+)'/gm),
    ...all(running, /code: '(mr-[a-z-]+)'/g), ...all(rust, /=> "(mr-survey-[a-z]+)"/g)]);
  assert.deepEqual(rows('Codes'), code);
  assert.deepEqual(sorted(all(between(types, 'type Code =', ';'), /'(mr-[a-z-]+)'/g)), code);
});

test('slots and parts', () => {
  const slots = sorted(all(rust, /slot\[name=([a-z-]+)\]/g));
  assert.deepEqual(rows('Slots'), slots);
  assert.deepEqual(names(declared.slots), ['', ...slots]);
  const parts = sorted(all(between(rust, 'const PARTS', '];'), /"mr-[a-z0-9-]+", "([a-z]+)"/g));
  assert.deepEqual(rows('Parts'), parts);
  assert.deepEqual(names(declared.cssParts), parts);
});

test('tokens', () => {
  const known = new Set([...all(read('styles/tokens.css'), /(--mr-[a-z0-9-]+):/g), ...all(loader, /var\((--mr-[a-z-]+)/g)]);
  const tokens = rows('Tokens');
  assert.deepEqual(tokens.filter((token) => !known.has(token)), []);
  assert.deepEqual(names(declared.cssProperties), tokens);
});

eachEngine('the element has what the reference says', async (page, server) => {
  await page.open(server.url);
  await page.see('button');
  const seen = await page.eval((fields, methods, attributes) => {
    const host = document.querySelector('maturity-radar');
    const mirrored = attributes.map(({ name, fieldName }) => {
      const given = { theme: 'dark', storage: 'none', history: 'off', headingLevel: 3, shareScores: true }[fieldName] ?? 'de';
      const fresh = document.createElement('maturity-radar');
      fresh[fieldName] = given;
      return [name, fresh.hasAttribute(name), fresh[fieldName] === given];
    });
    return {
      fields: fields.filter((name) => !(name in host)), methods: methods.filter((name) => typeof host[name] !== 'function'), mirrored,
      parts: [...new Set([...host.shadowRoot.querySelectorAll('[part]')].map((each) => each.part.value))].sort(),
      slots: [...host.shadowRoot.querySelectorAll('slot')].map((each) => each.name).sort(),
    };
  }, members('field'), members('method'), declared.attributes.map(({ name, fieldName }) => ({ name, fieldName })));
  assert.deepEqual(seen.fields, []);
  assert.deepEqual(seen.methods, []);
  assert.deepEqual(seen.mirrored, declared.attributes.map(({ name }) => [name, true, true]));
  for (const part of ['bar', 'body', 'button', 'field', 'foot', 'frame', 'heading']) assert.ok(seen.parts.includes(part), part);
  assert.deepEqual(seen.slots, ['intro', 'privacy']);
});
