// The model's worked examples (golden tests D, T, M, A) as the answers a person would enter, lens by lens.
import { readFileSync } from 'node:fs';

const golden = JSON.parse(readFileSync(new URL('../fixtures/golden.json', import.meta.url))).tests;
export const inputOf = (id) => golden.find((test) => test.id === id).input;
export const expectedOf = (id) => golden.find((test) => test.id === id).expected;

const rows = (all, of) => ({ rows: Object.fromEntries(all.map((own, at) => [`x-${at + 1}`, of(own)])) });
const each = (all, of) => ({ rows: Object.fromEntries(Object.entries(all).filter(([, own]) => own !== null).map(([id, own]) => [id, of(own)])) });
const rating = (value) => ({ value, meaning_rev: 1 });
const field = (name) => (value) => ({ [name]: value });
const nobody = (value) => value ?? 'nobody';

const { streams, span } = inputOf('D01');
const { forces } = inputOf('M07');
const { answers, dates } = inputOf('M11');
const { now, share, kind } = inputOf('M09');
const { cases } = inputOf('M04');
const { conditions } = inputOf('A08');

/** Answers by lens, in the shape of `parts` of a lens file. */
export const examples = {
  ds: {
    layers: { span, ...rows(streams, ({ name, headcount, layers }) => ({ stream_name: name, headcount, layers })) },
    decisions: { rows: Object.fromEntries(inputOf('D02').decisions.map(({ id, ...own }) => [id, own])) },
    // Monday to Friday, nine to five.
    unseen: rows([0, 1, 2, 3, 4], (day) => ({ from: day * 24 + 9, to: day * 24 + 17 })),
    // A lever is one of the decisions that were described; the example names one that was not, and so is not judged.
    metrics: rows(inputOf('D06').metrics, ({ name, owner, owner_height, levers }) => {
      const described = levers.filter((lever) => inputOf('D02').decisions.some(({ id }) => id === lever));
      return { metric_name: name, metric_owner: owner, owner_height, ...(described.length > 0 && { levers: described }) };
    }),
    conditions: each(inputOf('D07').ratings, rating),
  },
  mt: {
    placement: each(inputOf('T01').current, (current) => ({ current, local_difference: 1 })),
    governance: each(inputOf('T06').answers, field('answer')),
    it_model: { rows: Object.fromEntries(inputOf('T07').cases.map(([change, depth, one_off], at) => [Object.keys(inputOf('T01').current)[at], { change, depth, one_off }])) },
    analytics: Object.fromEntries(inputOf('T08').cases[0].map((value, at) => [['fast', 'nonmkt', 'access', 'skills'][at], value])),
    capacity: { core_fte: inputOf('T09').core_fte, reserve_pct: inputOf('T09').reserve_pct, ...rows(inputOf('T09').demands, ({ name, fte, priority }) => ({ demand: name, fte, priority })) },
  },
  om: {
    complexity: { regions: 1, lines: 1, fte: 1, interfaces: 1 },
    grid: each(inputOf('M02').cells, ([design, use]) => ({ design, use })),
    shifts: each(inputOf('M03').ratings, rating),
    sourcing: { rows: Object.fromEntries(cases.map(([current, data_close, frequent, skill], at) => [['om.r.content', 'om.r.data', 'om.r.impact', 'om.r.martech'][at], { current, data_close, frequent, skill }])) },
    flow: inputOf('M05'),
    forces: { state_capabilities: -1, state_structure: -1, state_budget: -2, ...each(forces, field('value')) },
    local: rows([{ share, kind, now }], (own) => ({ market_name: 'Iberia', share: own.share, kind: own.kind, ...Object.fromEntries(Object.entries(own.now).map(([id, who]) => [id, nobody(who)])) })),
    planning: { ...dates, ...each(answers, field('answer')) },
    helix: each(inputOf('M12').holder, field('holder')),
    rightsizing: rows(inputOf('M13').tools, ({ planned = false, ...own }) => ({ planned, ...own })),
    start: each(inputOf('M15').answers, field('answer')),
  },
  ab: {
    readiness: each(inputOf('A02').ratings, rating),
    conditions: { rows: Object.fromEntries(Object.entries(conditions).map(([key, value]) => [`ab.c.${key}`, { value }])) },
  },
};

/** A lens file. */
export const lensFile = (lens, { parts = examples[lens], id = `${lens}-now`, date = '2026-11-20', scope = 'Industrial Software, EMEA', touched_ms = 1 } = {}) => ({
  format: 'maturity-radar/lens', format_version: '1.0', model: { id: 'three-role-transformation', version: '1.0.0' }, lens, id, date, lang: 'en', scope, assessment: '', touched_ms, parts,
});
