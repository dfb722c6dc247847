// Charts as files: every figure becomes a picture that stands alone, light whatever the screen, and whole.
import assert from 'node:assert/strict';
import { eachEngine } from './harness.mjs';
import { screens } from './screens.mjs';
import { press } from './widget.mjs';

/** Presses the button of a figure and waits for what is said beside it: the file, and what was said. */
const picture = (page, chart, kind) => page.eval(async (chart, kind) => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const figure = root.querySelector(`[data-mr-chart="${chart}"]`);
  const below = figure.querySelector('.mr-pictures:last-child') ?? [...root.querySelectorAll('.mr-pictures')]
    .find((own) => figure.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_FOLLOWING);
  const keep = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  const blobs = [];
  const saved = [];
  URL.createObjectURL = (blob) => { blobs.push(blob); return keep[0].call(URL, blob); };
  HTMLAnchorElement.prototype.click = function () { saved.push([this.download, blobs.at(-1)]); };
  const told = below.querySelector('[role=status]');
  const before = told.textContent;
  const said = new Promise((resolve) => {
    const known = () => told.textContent && (told.textContent !== before || saved.length > 0);
    const wait = () => (known() ? resolve(told.textContent) : setTimeout(wait, 5));
    wait();
  });
  [...below.querySelectorAll('button')].find((button) => button.textContent.startsWith(kind)).click();
  const words = await said;
  [URL.createObjectURL, HTMLAnchorElement.prototype.click] = keep;
  const [name, blob] = saved[0] ?? [];
  if (!blob) return { said: words };
  if (kind === 'SVG') return { said: words, name, type: blob.type, text: await blob.text() };
  const drawn = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  const context = canvas.getContext('2d');
  context.drawImage(drawn, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const ground = [...data.slice(0, 4)];
  let inked = 0;
  let dark = 0;
  const colours = new Set();
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
    if (red !== ground[0] || green !== ground[1] || blue !== ground[2]) inked += 1;
    if (red + green + blue < 180) dark += 1;
    colours.add((red << 16) | (green << 8) | blue);
  }
  return { said: words, name, type: blob.type, width: drawn.width, height: drawn.height, ground, colours: colours.size, inked: inked / (canvas.width * canvas.height), dark };
}, chart, kind);

/** What an SVG says when it is read as XML, beside what its figure shows on screen. */
const readAlone = (page, chart, text) => page.eval((chart, text) => {
  const read = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = read.documentElement;
  const figure = document.querySelector('maturity-radar').shadowRoot.querySelector(`[data-mr-chart="${chart}"]`);
  const { width, height } = figure.getBoundingClientRect();
  const shown = (element) => element.getClientRects().length > 0 && !element.closest('.mr-hidden, .mr-noprint, details') && getComputedStyle(element.closest('thead') ?? element).clipPath === 'none';
  const marks = 'circle, path, rect, line';
  return {
    faults: read.querySelectorAll('parsererror').length,
    kind: root.namespaceURI,
    title: root.querySelector('title').textContent,
    texts: [...root.querySelectorAll('text')].map((each) => each.textContent),
    ground: root.querySelector('rect').getAttribute('fill'),
    size: ['width', 'height'].map((name) => Number(root.getAttribute(name))),
    view: root.getAttribute('viewBox').split(' ').map(Number),
    font: root.querySelector('text').closest('[font-family]').getAttribute('font-family'),
    foreign: [...root.querySelectorAll('script, foreignObject, image, style, a, use')].length,
    handlers: [...root.querySelectorAll('*')].flatMap((each) => [...each.attributes]).filter(({ name }) => /^on|href$|^class$|^style$/.test(name)).length,
    addresses: [...text.matchAll(/url\(([^)]*)\)/g)].map(([, inside]) => inside).filter((inside) => !/^["']?(&quot;)?#/.test(inside)),
    marks: [...figure.querySelectorAll('svg')].filter((svg) => !svg.parentElement.closest('svg') && shown(svg)).reduce((sum, svg) => sum + svg.querySelectorAll(marks).length, 0),
    drawn: [...root.querySelectorAll('svg')].filter((svg) => svg.parentElement === root).reduce((sum, svg) => sum + svg.querySelectorAll(marks).length, 0),
    onScreen: [width, height],
  };
}, chart, text);

// Every figure of every screen: words that have to be in it, and the day in the name of its file.
const FIGURES = {
  'progress-targets': ['2026-11-09', {
    radar: ['Now', 'Own target', 'Insight', '+12.5', 'What answering twice could shift', 'Strategic business driver'],
    roles: ['Strategic business driver', '56.3', '+15.6', 'clear gain', '42% of the own goal reached'],
    capabilities: ['Insight', '62.5', '75.0', 'possible gain', 'Overall', '53.1'],
    lead: ['Reactive', 'Effective executor', '68.8', '34.4'],
    map: ['Direction', 'Delivery', 'Strategic', 'Now', 'Baseline', 'Request-driven'],
    'working-time': ['Baseline', 'Your wish', '45%', '25%', 'Unplanned requests'],
  }],
  baseline: ['2026-05-04', { capabilities: ['Score', 'Level', '62.5', 'Insight'], radar: ['Insight', '62.5'] }],
  history: ['2026-11-16', {
    'roles-over-time': ['Score', 'Effective executor', '68.8', '+3.1', 'sustained', 'May 4, 2026'],
    'capabilities-over-time': ['Insight', 'Ways of working', '87.5', '+12.5', 'Impact'],
  }],
  team: ['2026-05-06', {
    'answers-sbd': ['Strategic business driver', 'Question', 'Reactive'],
    'answers-rb': ['Relationship builder'],
    'answers-ee': ['Effective executor'],
    'team-radar': ['Insight', 'Strategic business driver'],
    'team-roles': ['You', 'A colleague', 'Relationship builder'],
    'team-gap': ['You', 'Effective executor'],
  }],
  'lens-martech': ['2026-11-20', {
    'lens-martech-ladder': ['Today', 'Suggested for medium local difference', 'Website content management', 'more local', 'as suggested'],
    'lens-martech-governance': ['Steering', '83'],
    'lens-martech-capacity': ['Launch squad', '0.9 full-time, has to wait'],
  }],
  'lens-abm': ['2026-11-20', {
    'lens-abm-readiness': ['From leads to accounts', 'needs 50', '66.7'],
    'lens-abm-structures': ['Fits best', 'Full-time cross-functional', '94', 'Size of change', 'very large'],
  }],
  'plan-begun': ['2026-05-04', { gaps: ['Insight', 'Offering', '−87.5'], calendar: ['Days 1–10', 'Do the work.', 'Afterwards'] }],
};

for (const [screen, [day, figures]] of Object.entries(FIGURES)) {
  eachEngine(`every chart of the screen ${screen} becomes a picture that stands alone`, async (page, server) => {
    await page.open(server.url);
    await screens[screen].reach(page);
    const found = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('[data-mr-chart]')].map((own) => own.dataset.mrChart));
    for (const chart of Object.keys(figures)) assert.ok(found.includes(chart), `${chart} among ${found}`);
    if (screen !== 'baseline') assert.deepEqual(found.toSorted(), Object.keys(figures).toSorted(), 'every figure is tried');
    for (const [chart, words] of Object.entries(figures)) {
      const { said, name, type, text } = await picture(page, chart, 'SVG');
      assert.deepEqual([said, name, type], ['The picture is offered as a file.', `maturity-radar-${chart}-${day}.svg`, 'image/svg+xml']);
      const read = await readAlone(page, chart, text);
      assert.deepEqual([read.faults, read.kind, read.ground], [0, 'http://www.w3.org/2000/svg', '#ffffff'], chart);
      assert.deepEqual([read.foreign, read.handlers, read.addresses], [0, 0, []], chart);
      assert.doesNotMatch(text, /var\(|light-dark|currentcolor|https?:\/\/(?!www\.w3\.org)/i, chart);
      assert.ok(read.title.length > 3 && read.font.includes('sans-serif'), `${chart}: ${read.title} ${read.font}`);
      for (const word of words) assert.ok(read.texts.some((own) => own.includes(word)), `${chart}: '${word}' in ${read.texts.join(' | ')}`);
      assert.equal(read.drawn, read.marks, `${chart}: all that is drawn on screen`);
      assert.deepEqual(read.size, read.view.slice(2), chart);
      // The buttons below some figures are no part of the picture.
      assert.ok(read.size[0] >= read.onScreen[0] * 0.4 && read.size[0] <= read.onScreen[0] + 120, `${chart}: ${read.size} of ${read.onScreen}`);
      const fine = await picture(page, chart, 'PNG');
      assert.deepEqual([fine.said, fine.name, fine.type], [said, `maturity-radar-${chart}-${day}.png`, 'image/png']);
      assert.deepEqual([fine.width, fine.height], read.size.map((side) => side * 2), chart);
      assert.deepEqual(fine.ground, [255, 255, 255, 255], chart);
      assert.ok(fine.inked > 0.01 && fine.inked < 0.9 && fine.dark > 300 && fine.colours > 20, `${chart}: ${JSON.stringify(fine)}`);
    }
    assert.deepEqual(await page.violations(), []);
  });
}

eachEngine('a dark widget gives the same light picture, and looks as before afterwards', { dark: true }, async (page, server) => {
  await page.open(server.url);
  await screens.progress.reach(page);
  const looks = () => page.eval(() => {
    const root = document.querySelector('maturity-radar').shadowRoot;
    const line = [...root.querySelectorAll('.mr-line-now')].find((own) => own.getBoundingClientRect().width > 100);
    return [getComputedStyle(line).stroke, root.querySelectorAll('.mr-picture').length];
  });
  const before = await looks();
  assert.deepEqual(before, ['rgb(236, 237, 240)', 0]);
  const dark = {};
  for (const chart of ['radar', 'capabilities', 'working-time']) dark[chart] = (await picture(page, chart, 'SVG')).text;
  assert.deepEqual(await looks(), before);
  assert.match(dark.radar, /stroke="#171a20"/);
  assert.match(dark.radar, /fill="#171a20" fill-opacity="0\.1"/, 'the noise is a tint of ink');
  await page.eval(() => { document.querySelector('maturity-radar').setAttribute('theme', 'light'); });
  for (const [chart, text] of Object.entries(dark)) assert.equal((await picture(page, chart, 'SVG')).text, text, chart);
});

eachEngine('on a narrow page the words on a picture lie apart', async (page, server) => {
  await page.open(server.url);
  await screens['progress-targets'].reach(page);
  await page.size(390, 900);
  for (const chart of ['radar', 'capabilities', 'lead', 'map', 'working-time', 'roles']) {
    const { text } = await picture(page, chart, 'SVG');
    const { overlapping, turned } = await page.eval((text) => {
      const holder = document.createElement('div');
      document.body.append(holder);
      holder.append(document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true));
      const places = [...holder.querySelectorAll('svg > svg text, svg > text')].map((own) => [own.textContent, own.getBoundingClientRect()]);
      const turned = holder.querySelectorAll('text[transform]').length;
      holder.remove();
      const meet = (a, b) => a.left < b.right - 3 && b.left < a.right - 3 && a.top < b.bottom - 6 && b.top < a.bottom - 6;
      return { turned, overlapping: places.flatMap(([one, a], at) => places.slice(at + 1).filter(([, b]) => meet(a, b)).map(([other]) => [one, other])) };
    }, text);
    assert.deepEqual(overlapping, [], chart);
    assert.equal(turned, chart === 'map' ? 3 : 0, 'the names of an axis stand as they do on screen');
  }
});

const NO_BLOBS = { headers: { 'content-security-policy': "img-src 'self'" } };

eachEngine('a page that forbids pictures out of blobs is told so, beside the button', { faults: { 'index.html': { ...NO_BLOBS, change: (html) => html.replace('<head>', '<head><script src="__probe.js"></script>') } } }, async (page, server) => {
  await page.open(server.url);
  await screens.example.reach(page);
  assert.deepEqual(await picture(page, 'map', 'PNG'), { said: 'The browser or the page did not let the picture be made. Try the other kind.' });
  const offered = await picture(page, 'map', 'SVG');
  assert.equal(offered.said, 'The picture is offered as a file.');
  const told = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-pictures [role=status]')].filter((own) => own.textContent).length);
  assert.equal(told, 1, 'it is said once, beside the figure it is about');
});

eachEngine('the buttons are reached and named one by one', async (page, server) => {
  await page.open(server.url);
  await screens.baseline.reach(page);
  const names = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-pictures button')].map((own) => own.textContent));
  assert.equal(new Set(names).size, names.length, names.join(', '));
  assert.ok(names.includes('PNG: Radar') && names.includes('SVG: Map of direction and delivery'), names.join(', '));
  const small = await page.eval(() => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-pictures button')].filter((own) => {
    const { width, height } = own.getBoundingClientRect();
    return width < 44 || height < 44;
  }).length);
  assert.equal(small, 0);
  await press(page, 'How scores are made');
  await page.see('table');
  assert.equal(await page.eval(() => document.querySelector('maturity-radar').shadowRoot.querySelectorAll('.mr-pictures').length), 0);
});
