// Completes docs.html: samples are the markup of the live examples beside them and the files that they run,
// tables are those of custom-elements.json, codes those of docs/element.md. So none of them can drift.
import { readFileSync } from 'node:fs';
import { version } from './version.mjs';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
// Code in a description of ours stands between backticks; in a manifest it stands plainly.
const prose = (text) => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
const code = (text) => `<code>${escape(text)}</code>`;

const KINDS = { html: 'HTML', css: 'CSS', js: 'JavaScript', txt: 'Text', nginx: 'nginx' };

/** A sample with room for its copy button, which needs a script and so comes with it. */
function sample(name, label, kind, text) {
  return `<div class="docs-sample"><div class="docs-samplebar"><span>${KINDS[kind]}</span></div>`
    + `<pre class="docs-code" data-sample="${name}" data-label="${escape(label)}"><code>${escape(text)}</code></pre></div>`;
}

/** What stands in the live example `name` of the page's source, to the letter. */
function liveOf(source, name) {
  const found = new RegExp(`<div [^>]*data-live="${name}"[^>]*>\\n([^]*?)\\n</div>`).exec(source);
  if (!found) throw new Error(`docs.html has no live example ${name}`);
  return found[1];
}

function table(caption, heads, rows) {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table class="docs-table"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Tables by the name that stands for them in the page. */
function tables(declared, reference) {
  const described = (list) => list.map(({ name, description }) => [name === '' ? 'the default one' : code(name), prose(description)]);
  // Two columns fit a narrow screen: what a thing takes or gives stands below its name.
  const below = (text) => `<span class="docs-type">${text}</span>`;
  const usual = ({ default: value }) => (value === undefined ? '' : `, by default ${code(value)}`);
  const members = (kind) => declared.members.filter((member) => member.kind === kind);
  const signature = ({ name, parameters = [] }) => `${name}(${parameters.map((each) => (each.optional ? `${each.name}?` : each.name)).join(', ')})`;
  const event = ({ name, description }) => {
    const [when, detail] = description.split('; detail: ');
    return [code(name), `${prose(when)}${below(`<code>detail</code>: ${prose(detail.replace(', see below', ''))}`)}`];
  };
  const section = reference.split('\n## Codes\n')[1].split('\n## ')[0];
  const codes = [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name, meaning]) => [code(name), prose(meaning)]);
  return {
    attributes: table('Attributes', ['Attribute, values', 'What it does'], declared.attributes.map((each) => [code(each.name) + below(code(each.type.text) + usual(each)), prose(each.description)])),
    properties: table('Properties', ['Property, type', 'What it is'], members('field').map((each) => [code(each.name) + below(code(each.type.text) + (each.readonly ? ', read only' : '')), prose(each.description)])),
    methods: table('Methods', ['Method, result', 'What it does'], members('method').map((each) => [code(signature(each)) + below(code(each.return.type.text)), prose(each.description)])),
    events: table('Events', ['Event', 'When, and what comes with it'], declared.events.map(event)),
    slots: table('Slots', ['Slot', 'What stands there'], described(declared.slots)),
    parts: table('Parts', ['Part', 'What it is'], described(declared.cssParts)),
    tokens: table('Tokens', ['Token', 'What it is'], described(declared.cssProperties)),
    codes: table('Codes of <code>mr-error</code>', ['Code', 'What happened'], codes),
  };
}

/**
 * The finished page out of `html`, which is docs.html, made small or not. Places in it:
 * {live:NAME LABEL}, {file:PATH LABEL}, {code:NAME KIND LABEL} with the sample on the lines up to {end},
 * {table:NAME} and {version}.
 */
export function docsPage(html) {
  const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const source = read('docs.html');
  const declared = JSON.parse(read('custom-elements.json')).modules[0].declarations[0];
  const made = tables(declared, read('docs/element.md'));
  const done = html
    .replace(/\{live:(\S+) ([^}]+)\}/g, (place, name, label) => sample(name, label, 'html', liveOf(source, name)))
    .replace(/\{file:(\S+) ([^}]+)\}/g, (place, path, label) => sample(path.split('/').at(-1), label, path.split('.').at(-1), read(path).replace(/^(\/\*[^]*?\*\/|\/\/[^\n]*)\n/, '').trimEnd()))
    .replace(/\{code:(\S+) (\S+) ([^}]+)\}\n([^]*?)\n\{end\}/g, (place, name, kind, label, text) => sample(name, label, kind, text))
    .replace(/\{table:(\S+)\}/g, (place, name) => made[name])
    .replaceAll('{version}', version());
  const left = /\{(live|file|code|table):|\{end\}|\bundefined\b/.exec(done);
  if (left) throw new Error(`docs.html: nothing stands for ${left[0]}`);
  return done;
}
