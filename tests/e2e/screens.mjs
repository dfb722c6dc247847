// The screens that are photographed and how to reach each: { reach(page), ...what serveDist takes }.
import { readFileSync } from 'node:fs';
import { answerFile } from './answer_file.mjs';
import { examples, lensFile } from './lens_examples.mjs';
import { chooseFirst, press } from './widget.mjs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
const answersOf = (id, name) => golden.find((test) => test.id === id).input[name];
const EFFORT = { effort_mix: { unplanned: 45, near: 40, far: 15, wish: { unplanned: 25, near: 45, far: 30 } }, aim: { primary: 'rb', secondary: 'sbd' } };

const TARGETS = { 'sbd.insight': { score: 75 }, 'sbd.alignment': { score: 62.5, by: '2026-12-31' }, 'sbd.offering': { score: 100, by: '2027-03-31' }, 'sbd.focus': { score: 75 },
  'rb.engagement': { score: 50, by: '2026-02-01' }, 'rb.advocacy': { score: 50 }, 'rb.sales': { score: 75 }, 'ee.talent': { score: 25 } };
const year = (targets) => [
  answerFile('base', '2026-05-04', answersOf('C20', 'base'), { fields: EFFORT }),
  answerFile('now', '2026-11-09', answersOf('C20', 'now'), { kind: 'reassessment', fields: { ...EFFORT, ...(targets && { targets }) } }),
];

const defined = (page) => page.waitFor(() => customElements.get('maturity-radar') !== undefined);

/** Takes files and opens what the welcome screen then offers. */
const results = (...files) => async (page) => {
  await defined(page);
  await page.eval((files) => document.querySelector('maturity-radar').importData(files), files);
  await press(page, 'Open results');
  await page.see('.mr-radar');
};

/** Lets a text be pasted into the widget, as it is from a letter. */
const paste = (page, text) => page.eval((text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new Event('paste', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  document.querySelector('maturity-radar').shadowRoot.querySelector('.mr').dispatchEvent(event);
}, text);

/** Three colleagues' answers: higher, lower, and far apart on one question. */
const colleagues = ['now', 'base', 'base'].map((name, at) => answerFile(`w${at}`, '2026-05-06', { ...answersOf('C20', name), ...[{}, { S1b: 2, R1a: 4, E2b: 3 }, { S3a: 5, E4a: 2 }][at] }, { person: `colleague-${at}` }));

/** The survey in version 1.1 of the fixtures; with `far`, ten questions have another meaning and nothing bridges them. */
function laterSurvey(far) {
  const changed = JSON.parse(readFileSync(new URL('../../surveys/three-roles.en.json', import.meta.url)));
  const patch = JSON.parse(readFileSync(new URL('../fixtures/surveys/three-roles.1.1.patch.json', import.meta.url)));
  for (const { path, value } of patch) {
    const names = path.split('/').slice(1);
    const last = names.pop();
    const place = names.reduce((at, name) => at[name], changed);
    if (last === '-') place.push(value);
    else place[last] = value;
  }
  if (far) {
    for (const { items } of changed.capabilities.slice(0, 5)) for (const item of items) item.meaning_rev = 3;
    changed.bridges = [];
  }
  return changed;
}

/** A baseline of the first version and a year later under the later one. */
function acrossVersions(far) {
  const changed = laterSurvey(far);
  const [base, now] = year();
  for (const { id, meaning_rev } of changed.capabilities.flatMap(({ items }) => items)) if (now.answers[id]) now.answers[id].meaning_rev = meaning_rev;
  return { faults: { 'surveys/three-roles.en.json': { body: JSON.stringify(changed), type: 'application/json' } }, reach: results(base, now) };
}

/** The plan of the base profile with targets of its own. */
const plan = async (page) => {
  await results(answerFile('base', '2026-05-04', answersOf('C20', 'base'), { fields: { ...EFFORT, targets: TARGETS } }))(page);
  await press(page, 'Plan');
  await page.see('.mr-moves');
};

/** The team's screen with so many people, oneself among them; the first five are those of the golden test C30. */
const people = (count, consent) => async (page) => {
  const five = golden.find((test) => test.id === 'C30').input.respondents;
  const answers = (at) => ({ ...answersOf('C20', at % 2 ? 'base' : 'now'), ...five[at % five.length] });
  const file = (at) => answerFile('2026-11', `2026-11-${String(2 + (at % 20)).padStart(2, '0')}`, answers(at), { person: `r${String(at).padStart(2, '0')}`, fields: EFFORT });
  const [own, ...others] = Array.from({ length: count }, (unused, at) => file(at));
  await results(own)(page);
  await page.eval((files) => document.querySelector('maturity-radar').importData(files, { colleagues: true }), others);
  await press(page, 'Team');
  await page.see('#mr-invitation');
  if (consent) await page.click('input[name=mr-consent]');
};

/** What a lens says, up to the end of the page, which comes with the frames behind the first. */
const saying = async (page) => {
  await press(page, 'See what it says');
  await page.seeText('Print or save as PDF');
};

/** A page of a lens whose worked example was answered; `open` goes on from its parts. */
const lens = (id, open = saying) => async (page) => {
  await defined(page);
  await page.eval((files) => document.querySelector('maturity-radar').importData(files), [lensFile(id)]);
  await page.eval((id) => { location.hash = `#mr-lens=${id}`; }, id);
  await page.seeText('See what it says');
  await open(page);
};
const questions = (name) => async (page) => {
  await press(page, `Change: ${name}`);
  await page.seeText('Everything is kept as you enter it');
};

const started = async (page) => {
  await defined(page);
  await press(page, 'Start');
  await page.see('input[type=radio]');
};

/** Leaves everything open up to the step after the last question. */
const skipAll = async (page) => {
  await started(page);
  for (let number = 1; number <= 24; number += 1) {
    await page.seeText(`Question ${number} of 24`);
    if (number % 5 === 0) {
      await chooseFirst(page);
      await press(page, 'Continue');
    } else {
      await press(page, 'Continue');
      await press(page, 'Leave it open for now');
    }
  }
  await page.see('input[inputmode=numeric]');
};

const leaveOpen = async (page) => {
  await press(page, 'Continue');
  await press(page, 'Leave it open for now');
};

export const screens = {
  'first-screen': { faults: { 'maturity-radar-app_bg.wasm': { delay: new Promise(() => {}) } }, reach: (page) => page.see('page:[data-mr-start]') },
  'no-wasm': { without: ['WebAssembly'], reach: (page) => page.see('page:.mr-notice-error') },
  'no-survey': { faults: { 'surveys/three-roles.en.json': { status: 404 } }, reach: (page) => page.seeText('The survey cannot be shown') },
  welcome: { reach: (page) => page.seeText('See an example result') },
  'welcome-return': {
    async reach(page) {
      await started(page);
      await chooseFirst(page);
      await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('base', '2026-05-04', answersOf('C20', 'base'), { fields: EFFORT }));
      await press(page, 'Back');
      await page.seeText('Resume');
    },
  },
  question: { reach: started },
  'question-2': {
    async reach(page) {
      await started(page);
      await chooseFirst(page);
      await press(page, 'Continue');
      await page.seeText('Question 2 of 24');
      await chooseFirst(page);
    },
  },
  complaint: {
    async reach(page) {
      await started(page);
      await press(page, 'Continue');
      await page.see('#mr-complaint');
    },
  },
  effort: { reach: skipAll },
  aim: {
    async reach(page) {
      await skipAll(page);
      await leaveOpen(page);
      await page.see('input[type=radio]');
    },
  },
  review: {
    async reach(page) {
      await skipAll(page);
      await leaveOpen(page);
      await leaveOpen(page);
      await page.seeText('Show my results');
    },
  },
  baseline: { reach: results(answerFile('base', '2026-05-04', answersOf('C20', 'base'), { fields: EFFORT })) },
  progress: {
    reach: results(...year()),
  },
  'progress-targets': { reach: results(...year(TARGETS)) },
  targets: {
    async reach(page) {
      await results(...year(TARGETS))(page);
      await press(page, 'Targets');
      await page.seeText('Your own targets');
    },
  },
  history: {
    async reach(page) {
      const [base, now] = year(TARGETS);
      const between = answerFile('mid', '2026-08-03', { ...answersOf('C20', 'base'), S1a: 4, S2a: 3, S3a: 2 }, { kind: 'reassessment', fields: EFFORT });
      const last = answerFile('last', '2026-11-16', answersOf('C20', 'now'), { kind: 'reassessment', fields: EFFORT });
      await results(base, between, now, last)(page);
      await press(page, 'History');
      await page.see('.mr-timeline, svg');
    },
  },
  'team-1': { reach: people(1) },
  'team-2-unasked': { reach: people(2) },
  'team-2': { reach: people(2, true) },
  'team-3': { reach: people(3, true) },
  'team-5': { reach: people(5) },
  'team-30': { reach: people(30) },
  gaps: { reach: results(answerFile('base', '2026-05-04', { ...answersOf('C05', 'answers'), R2a: 'NA', R2b: 'NA', E1a: 'DK', E1b: 'DK' })) },
  plan: { reach: plan },
  'plan-begun': {
    async reach(page) {
      await plan(page);
      await press(page, 'Begin these 90 days');
      await page.see('input[type=date]');
      await page.click('summary:not(.mr-work > summary)');
      await page.click('.mr-check > summary');
    },
  },
  offer: {
    async reach(page) {
      await results(year()[0])(page);
      await paste(page, JSON.stringify([...year(), ...colleagues]));
      await page.see('#mr-offer');
    },
  },
  team: {
    async reach(page) {
      await results(year()[0])(page);
      await paste(page, JSON.stringify(colleagues));
      await press(page, 'Add');
      await page.seeText('Added');
      await press(page, 'Team');
      await page.see('.mr-dots');
    },
  },
  versions: acrossVersions(false),
  'new-baseline': acrossVersions(true),
  example: {
    async reach(page) {
      await defined(page);
      await press(page, 'See an example result');
      await page.seeText('Close the example');
    },
  },
  method: {
    async reach(page) {
      await defined(page);
      await press(page, 'How scores are made');
      await page.see('table');
    },
  },
  report: {
    async reach(page) {
      await results(...year(TARGETS))(page);
      await press(page, 'Report to print');
      await page.see('.mr-report');
    },
  },
  data: {
    async reach(page) {
      await defined(page);
      await page.eval((file) => document.querySelector('maturity-radar').importData(file), answerFile('base', '2026-05-04', answersOf('C20', 'base')));
      await press(page, 'Your data: download or erase');
      await press(page, 'Erase everything');
      await page.seeText('Erase for good');
    },
  },
  lenses: {
    async reach(page) {
      await results(...year())(page);
      await press(page, 'Lenses');
      await page.seeText('Four lenses');
    },
  },
  'lens-parts': { reach: lens('ds', () => {}) },
  'lens-decisions': {
    reach: lens('ds', async (page) => {
      await questions('Decisions')(page);
      await press(page, 'Change: Move budget between running programmes');
      await page.see('.mr-fieldgrid');
    }),
  },
  'lens-conditions': { reach: lens('ds', questions('Conditions')) },
  'lens-hours': { reach: lens('ds', questions('Hours when nobody is there')) },
  'lens-placement': { reach: lens('mt', questions('Placement')) },
  'lens-governance': { reach: lens('mt', questions('Governance')) },
  'lens-grid': { reach: lens('om', questions('Parts of the model')) },
  'lens-local': {
    reach: lens('om', async (page) => {
      await questions('Local teams')(page);
      await press(page, 'Change: Iberia');
      await page.see('.mr-eachgrid');
    }),
  },
  'lens-speed': { reach: lens('ds') },
  'lens-martech': { reach: lens('mt') },
  'lens-model': { reach: lens('om') },
  'lens-abm': { reach: lens('ab') },
};
