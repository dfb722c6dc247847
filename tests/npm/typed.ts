// Compiled, never run: what an owner of a page may write.
import 'maturity-radar';
import type { MaturityRadarElement, Results } from 'maturity-radar';

const found: MaturityRadarElement | null = document.querySelector('maturity-radar');
const made = document.createElement('maturity-radar');
made.storage = 'none';
made.headingLevel = 2;
made.addEventListener('mr-step', (event) => console.log(event.detail.step + event.detail.steps));
made.addEventListener('mr-error', (event) => console.log(event.detail.code.length));
export const results: Results | undefined = found?.results;
export const taken: Promise<number> = made.importData('{}', { colleagues: true }).then((outcome) => outcome.taken);
// @ts-expect-error: there is no such place
made.storage = 'cloud';
