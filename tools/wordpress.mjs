// The WordPress plugin as a zip file, out of integrations/wordpress/ and the built dist/.
//   node tools/wordpress.mjs [folder] [zip]
import { readFileSync, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { filesOf, writeZip } from './zip.mjs';

const NAME = 'maturity-radar';
// The pages of dist/ are for visitors who come to it directly; a post has the element alone.
const NOT_IN_A_POST = /\.html$|^(page|embed|validate|docs)\.css$|^(page|offline|validate|docs|docs-events|maturity-radar-embed|maturity-radar-frame)\.js$|^manifest\.json$|\.png$/;

/** Its files as [path, bytes or text]. The version is that of Cargo.toml, and also the name of the widget's folder. */
export function pluginFiles(dist) {
  const version = /^version = "([^"]+)"/m.exec(readFileSync('Cargo.toml', 'utf8'))[1];
  const own = filesOf('integrations/wordpress', `${NAME}/`)
    .map(([path, bytes]) => [path, bytes.toString('utf8').replaceAll('@VERSION@', version)]);
  const widget = filesOf(dist).filter(([path]) => !NOT_IN_A_POST.test(path))
    .map(([path, bytes]) => [`${NAME}/assets/${version}/${path}`, bytes]);
  const licences = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => [`${NAME}/${name}`, readFileSync(name)]);
  return [...own, ...widget, ...licences];
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const [dist = 'dist', path = 'maturity-radar-wordpress.zip'] = process.argv.slice(2);
  writeZip(path, pluginFiles(dist));
  console.log(`${path} is written`);
}
