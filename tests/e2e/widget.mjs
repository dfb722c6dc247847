// What a person does with the widget, in the words of the interface.

/** Presses the button with this label; `widget` tells several on one page apart. */
export const press = (page, label, { widget = 0 } = {}) => page.click(`button=${label}`, { widget });

/** Chooses the first statement of the question on screen. */
export const chooseFirst = (page, { widget = 0 } = {}) => page.click('.mr-choices:not(.mr-choices-alt) label:nth-child(1)', { widget });

/** Waits for the mark that the last answer is saved. */
export const savedMark = (page, { widget = 0 } = {}) => page.waitFor((index) => {
  const mark = document.querySelectorAll('maturity-radar')[index].shadowRoot.querySelector('.mr-saved');
  return mark && /Saved \d/.test(mark.textContent);
}, [widget]);

export const results = (page) => page.eval(() => document.querySelector('maturity-radar').results);

/** Answers everything from within the page, as fast as it goes, and stays at the check of all answers. */
export const answerAll = (page) => page.eval(async () => {
  const root = document.querySelector('maturity-radar').shadowRoot;
  const step = () => [...root.querySelectorAll('h1, h2, legend')].map((each) => each.textContent).join();
  const until = async (holds) => {
    for (const end = performance.now() + 15_000; !holds();) {
      if (performance.now() > end) throw new Error(`stays at ${step()}`);
      await new Promise((resolve) => { setTimeout(resolve); });
    }
  };
  while (!root.textContent.includes('Show my results')) {
    const statement = root.querySelector('.mr-choices input, fieldset input[type=radio]');
    statement?.click();
    if (statement) await until(() => root.querySelector('input[type=radio]:checked'));
    for (const [at, field] of [...root.querySelectorAll('input[inputmode=numeric]')].slice(0, 3).entries()) {
      field.value = [45, 40, 15][at];
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    const before = step();
    root.querySelector('form').requestSubmit();
    await until(() => step() !== before);
  }
});
