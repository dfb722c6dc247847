// The screens that are photographed and how to reach each: { reach(page), ...what serveDist takes }.
export const screens = {
  'first-screen': { faults: { 'maturity-radar-app_bg.wasm': { delay: new Promise(() => {}) } }, reach: (page) => page.see('page:[data-mr-start]') },
  'no-wasm': { without: ['WebAssembly'], reach: (page) => page.see('page:.mr-notice-error') },
  welcome: { reach: (page) => page.see('button') },
  question: {
    async reach(page) {
      await page.waitFor(() => customElements.get('maturity-radar') !== undefined);
      await page.see('button');
      await page.click('.mr-button');
      await page.see('input[type=radio]');
    },
  },
};
