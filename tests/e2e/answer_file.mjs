// Answer files of model 6 out of answers by item code, as the golden tests have them.
import { readFileSync } from 'node:fs';

export const survey = JSON.parse(readFileSync(new URL('../../surveys/three-roles.en.json', import.meta.url)));
export const items = survey.capabilities.flatMap((capability) => capability.items);

/** One wave. `kind`, `person` and further `fields` may be given. */
export function answerFile(id, date, answers, { kind = 'baseline', person = 'r1', fields = {} } = {}) {
  const byId = Object.entries(answers).map(([code, value]) => [items.find((item) => item.code === code).id, { meaning_rev: 1, value }]);
  return {
    format: 'marketing-transformation-answers',
    format_version: '1.0',
    model: { id: survey.model.id, version: survey.model.version },
    lang: 'en',
    wave: { id, kind, date, scope: 'EMEA marketing' },
    respondent: { id: person, anchor_order: 'rising' },
    answers: Object.fromEntries(byId),
    ...fields,
  };
}
