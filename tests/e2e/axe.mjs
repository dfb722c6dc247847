// Accessibility check of the page as it stands, by axe-core, in any engine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Violations as [{ id, help, nodes: [[selector, summary]] }]; the driver evaluates axe, so no page policy is touched. */
export async function violations(page) {
  await page.eval(`() => { if (!globalThis.axe) { ${source} } return true; }`);
  return page.eval(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => [node.target.flat().join(' >> '), node.failureSummary]) }));
  }, TAGS);
}

export async function assertAccessible(page, where) {
  assert.deepEqual(await violations(page), [], `axe on ${where} in ${page.engine}`);
}
