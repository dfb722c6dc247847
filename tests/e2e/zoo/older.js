// An older copy of the element, as a second plugin of the page may bring it.
(() => {
  if (customElements.get('maturity-radar')) return;
  customElements.define('maturity-radar', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).textContent = 'An older widget';
    }
  });
})();
