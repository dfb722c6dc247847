// Writes release/ out of a finished build: every form of delivery, with checksums and integrity values.
// The same build gives the same bytes, on the same versions of Node and npm.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './loader.mjs';
import { npmPackage } from './npm.mjs';
import { packed } from './packed.mjs';
import { singleFile } from './single.mjs';
import { version } from './version.mjs';
import { pluginFiles } from './wordpress.mjs';
import { filesOf, zip } from './zip.mjs';

const DIST = process.env.DIST ?? 'dist';
const RELEASE = process.argv[2] ?? 'release';
const NAME = `maturity-radar-${version()}`;
// Nobody who embeds the widget needs the page around it; its styles are those of validate.html as well.
const PAGE = /^(index\.html|page\.js|offline\.js|manifest\.json|icon-.*\.png)$/;

const EXAMPLE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page with the widget</title>
</head>
<body>
<main>
<h1>A page with the widget</h1>
<maturity-radar heading-level="2"><p>The survey needs JavaScript.</p></maturity-radar>
</main>
<script type="module" src="maturity-radar.js"></script>
</body>
</html>
`;

const read = (path) => readFileSync(path);
const licences = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => [name, read(name)]);
const dist = filesOf(DIST);
const below = (files) => files.map(([name, bytes]) => [`${NAME}/${name}`, bytes]);
const put = (name, bytes) => writeFileSync(join(RELEASE, name), bytes);

rmSync(RELEASE, { recursive: true, force: true });
mkdirSync(RELEASE, { recursive: true });
const parts = dist.filter(([name]) => !PAGE.test(name));
const tags = integrity(parts);
put(`${NAME}-site.zip`, zip(below([...dist, ...packed(dist), ...licences, ['HOSTING.md', read(join('docs', 'hosting.md'))]])));
put(`${NAME}-embed.zip`, zip(below([...parts, ...licences, ['example.html', EXAMPLE], ['INTEGRITY.md', tags], ['HOSTING.md', read(join('docs', 'hosting.md'))]])));
put(`${NAME}-wordpress.zip`, zip(pluginFiles(DIST)));
put(`${NAME}.html`, await singleFile(DIST));
await npmPackage(DIST, RELEASE);
put('INTEGRITY.md', tags);
const sums = readdirSync(RELEASE).sort().map((name) => `${createHash('sha256').update(read(join(RELEASE, name))).digest('hex')}  ${name}\n`);
put('SHA256SUMS', sums.join(''));
for (const name of readdirSync(RELEASE).sort()) console.log(`${name.padEnd(40)}${String(read(join(RELEASE, name)).length).padStart(10)}`);

/** What a page's owner writes to be sure of the files, wherever they come from. */
function integrity(files) {
  const value = (name) => digest(files.find(([own]) => own === name)[1], 'sha384');
  const scripts = files.filter(([name]) => name.endsWith('.js')).map(([name]) => `| \`${name}\` | \`${value(name)}\` |`);
  return `# Integrity of ${NAME}

The browser refuses the script if a byte of it is another than in this release:

\`\`\`html
<script type="module" src="maturity-radar.js" integrity="${value('maturity-radar.js')}" crossorigin></script>
<maturity-radar></maturity-radar>
\`\`\`

Around a frame with \`embed.html\`:

\`\`\`html
<script src="maturity-radar-frame.js" integrity="${value('maturity-radar-frame.js')}" crossorigin async></script>
\`\`\`

The former script holds the hashes of all parts that it fetches, and refuses others. \`SHA256SUMS\` is for the packed files: \`sha256sum -c SHA256SUMS\`.

| File | integrity |
|---|---|
${scripts.join('\n')}
`;
}
