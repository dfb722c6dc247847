// In every page of the zoo: the widget comes when the test says so, and the page's own button counts.
addEventListener('zoo-load', () => import('../maturity-radar.js'), { once: true });
globalThis.zoo = { passed: 0, errors: [] };
addEventListener('click', (event) => { if (event.target.localName === 'maturity-radar') zoo.passed += 1; });
if (document.currentScript.dataset.counts !== undefined) {
  addEventListener('click', (event) => {
    const count = event.target.closest('#host-button')?.querySelector('output');
    if (count) count.textContent = Number(count.textContent) + 1;
  });
}
