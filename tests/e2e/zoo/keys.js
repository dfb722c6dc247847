// A page with shortcuts of its own. It asks whether the target is a field, and cannot see into the widget.
const SHORTCUTS = /^([0-9a-z/?]|Enter| |Arrow.*|Backspace)$/;
globalThis.heard = [];
for (const target of [window, document]) {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    target.addEventListener(type, (event) => {
      if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
      heard.push(`${type} ${event.key} ${event.target.localName}`);
      if (type === 'keyup' || !SHORTCUTS.test(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      document.querySelector('aside').append(event.key);
    });
  }
}
