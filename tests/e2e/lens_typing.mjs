// Answering a lens by keyboard alone: Tab from control to control, letters, digits, arrows, Space and Enter.

/** The control that has focus, through shadow roots. */
const focused = (page) => page.eval(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const text = at?.textContent.trim() ?? '';
  const shown = at?.closest?.('label')?.textContent.trim() ?? '';
  const index = at?.type === 'radio' ? [...at.getRootNode().querySelectorAll('input[type=radio]')].filter(({ name }) => name === at.name).indexOf(at) : at?.selectedIndex ?? -1;
  return { id: at?.id ?? '', name: at?.name ?? '', tag: at?.localName ?? '', type: at?.type ?? '', text, shown, index, checked: at?.checked ?? false, value: at?.value ?? '' };
});

/** Presses Tab until what has focus fits; every screen ends somewhere. */
export async function tabTo(page, what, fits) {
  const seen = [];
  for (let presses = 0; presses < 400; presses += 1) {
    const at = await focused(page);
    if (fits(at)) return at;
    seen.push(at.id || at.name || at.text.slice(0, 30));
    await page.press('Tab');
  }
  throw new Error(`Tab never came to ${what}; it came by ${seen.slice(0, 80).join(', ')}`);
}

/** Waits until the screen with this heading has focus. */
export const heading = (page, words) => page.waitFor((words) => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return /^mr-(heading|complaint)$/.test(at?.id) && at.textContent.includes(words);
}, [words]);

/** Presses a button by keyboard. */
export async function pressKey(page, label) {
  await tabTo(page, `the button ${label}`, (at) => at.tag === 'button' && at.text === label);
  await page.press('Enter');
}

async function typeInto(page, id, text) {
  const at = await tabTo(page, `the field ${id}`, (at) => at.id === id);
  if (at.value) {
    await page.press('Control+a');
    await page.press('Delete');
  }
  await page.type(String(text));
  await page.waitFor((id, text) => document.querySelector('maturity-radar').shadowRoot.getElementById(id).value === text, [id, String(text)]);
}

/** Days are typed in the order of the page's language, which is that of the browser. */
async function typeDay(page, id, day) {
  await tabTo(page, `the day ${id}`, (at) => at.id === id);
  const [year, month, date] = day.split('-');
  // WebKitGTK goes on to the next part of a day at a sign only, the others by themselves.
  await page.type([month, date, year].join(page.engine === 'webkit' ? '/' : ''));
  await page.waitFor((id, day) => document.querySelector('maturity-radar').shadowRoot.getElementById(id).value === day, [id, day]);
}

async function chooseFrom(page, id, index) {
  const at = await tabTo(page, `the list ${id}`, (at) => at.id === id);
  for (let place = at.index; place < index; place += 1) await page.press('ArrowDown');
  for (let place = at.index; place > index; place -= 1) await page.press('ArrowUp');
  await page.waitFor((id, index) => document.querySelector('maturity-radar').shadowRoot.getElementById(id).selectedIndex === index, [id, index]);
}

async function chooseRadio(page, name, index) {
  const at = await tabTo(page, `the radios ${name}`, (at) => at.type === 'radio' && at.name === name);
  if (index === at.index) await page.press('Space');
  for (let place = at.index; place < index; place += 1) await page.press('ArrowDown');
  for (let place = at.index; place > index; place -= 1) await page.press('ArrowUp');
  await page.waitFor((name, index) => [...document.querySelector('maturity-radar').shadowRoot.querySelectorAll('input[type=radio]')].filter((radio) => radio.name === name)[index]?.checked, [name, index]);
}

async function tick(page, shown) {
  await tabTo(page, `the box ${shown}`, (at) => at.type === 'checkbox' && at.shown === shown);
  await page.press('Space');
}

const visible = ({ id }) => id !== 'note';
const nameOf = (element) => element.short ?? element.name ?? element.stem ?? element.question ?? element.text;

/** One lens, with its document and the answers in the shape of `parts` of a lens file. */
export class Typist {
  constructor(page, document, answers) {
    Object.assign(this, { page, document, answers });
  }

  options(field, element) {
    const { ui } = this.document;
    const own = field.options ?? ui.fields?.[field.id]?.options ?? element?.anchors ?? element?.options ?? [];
    return [...own.map(({ value }) => value), ...(field.allow ?? [])];
  }

  /** Fills one field. `single` says that the row asks nothing else. */
  async field(row, field, value, element, single) {
    const id = `mr-${row ?? 'once'}-${field.name ?? field.id}`;
    const { page } = this;
    if (field.type === 'text') return typeInto(page, id, value);
    if (field.type === 'date') return typeDay(page, id, value);
    if (field.type === 'flag') return chooseRadio(page, id, value ? 0 : 1);
    if (field.type === 'elements') {
      for (const key of value) await tick(page, this.rowName(field.of, key));
      return undefined;
    }
    // A day of the week brings its usual hour along.
    if (field.unit?.startsWith('week')) return chooseFrom(page, id, Math.floor(value / 24) + 1);
    if (field.unit === 'hours') return typeInto(page, `${id}-hours`, value);
    if (field.type === 'number' && this.options(field, element).length === 0) return typeInto(page, id, value);
    const index = this.options(field, element).indexOf(value);
    if (index < 0) throw new Error(`${value} is no option of ${id}`);
    return single && field.type !== 'number' ? chooseRadio(page, id, index) : chooseFrom(page, id, index + 1);
  }

  rowName(part, key) {
    const { of } = this.document.parts.find(({ id }) => id === part);
    const element = this.document[of]?.find(({ id }) => id === key);
    return element ? nameOf(element) : Object.values(this.answers[part].rows[key])[0];
  }

  async row(key, fields, values, element, single) {
    for (const field of fields) {
      if (field.type === 'choice' && field.of) {
        for (const each of this.document[field.of]) {
          if (each.id in values) await this.field(key, { ...field, name: each.id, of: undefined }, values[each.id], each, false);
        }
      } else if (values[field.id] !== undefined && !(element && field.type === 'text')) {
        await this.field(key, field, values[field.id], element, single);
      }
    }
  }

  /** Fills the part on screen. */
  async part(part) {
    const answers = this.answers[part.id];
    if (!answers) return;
    const fields = (part.fields ?? []).filter(visible);
    // A part that is asked once alone has each of its fields for itself.
    await this.row(null, part.once ?? [], answers, null, true);
    const elements = this.document[part.of] ?? [];
    const single = fields.length === 1;
    const ownRows = Object.entries(answers.rows ?? {});
    if (part.rows === 'elements') {
      for (const element of elements) {
        const values = answers.rows?.[element.id];
        if (values) await this.row(element.id, fields, values, element, single);
      }
      return;
    }
    for (const [place, [key, values]] of ownRows.entries()) {
      const element = elements.find(({ id }) => id === key);
      if (element) {
        await pressKey(this.page, `Describe: ${nameOf(element)}`);
        await heading(this.page, nameOf(element));
      } else {
        await pressKey(this.page, part.rows === 'elements_and_own' ? 'Add one of your own' : place === 0 ? 'Add the first' : 'Add another');
        await this.page.waitFor((key) => document.querySelector('maturity-radar').shadowRoot.querySelector(`:is(input, select)[id^="mr-${key}-"]`), [key]);
      }
      await this.row(key, fields, values, element, false);
      if (element || fields.flatMap(({ of, type }) => (type === 'choice' && of ? this.document[of] : [of])).length > 6) {
        await pressKey(this.page, 'Done');
        await heading(this.page, this.document.ui.sections[part.id]);
      }
    }
  }

  /** Answers every part that has answers, from the page with all parts to what the lens says; `look` sees each part filled. */
  async all(look = () => {}) {
    const { parts, ui, name } = this.document;
    await heading(this.page, name);
    await pressKey(this.page, `Begin with ‘${ui.sections[parts[0].id]}’`);
    for (const [at, part] of parts.entries()) {
      await heading(this.page, ui.sections[part.id]);
      await this.part(part);
      await look(ui.sections[part.id]);
      await pressKey(this.page, parts[at + 1] ? `Next: ${ui.sections[parts[at + 1].id]}` : 'See what it says');
    }
  }
}
