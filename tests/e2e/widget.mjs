// What a person does with the widget, in the words of the interface.

/** Presses the button with this label. */
export async function press(page, label) {
  await page.waitFor((text) => {
    const root = document.querySelector('maturity-radar').shadowRoot;
    if (!root) return null;
    for (const old of root.querySelectorAll('[data-pressed]')) old.removeAttribute('data-pressed');
    const found = [...root.querySelectorAll('button')].find((button) => button.textContent.trim() === text);
    found?.setAttribute('data-pressed', '');
    return Boolean(found);
  }, [label]);
  await page.click('[data-pressed]');
}

/** Chooses the first statement of the question on screen. */
export const chooseFirst = (page) => page.click('.mr-choices:not(.mr-choices-alt) label:nth-child(1)');

/** Waits for the mark that the last answer is saved. */
export const savedMark = (page) => page.waitFor(() => {
  const mark = document.querySelector('maturity-radar').shadowRoot.querySelector('.mr-saved');
  return mark && /Saved \d/.test(mark.textContent);
});

export const results = (page) => page.eval(() => document.querySelector('maturity-radar').results);
