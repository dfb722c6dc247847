/*
For a page that shows embed.html in a frame; shipped as maturity-radar-frame.js. It defines nothing.

  <script src="https://survey.example/maturity-radar-frame.js" async></script>
  <iframe data-maturity-radar src="https://survey.example/embed.html" ...></iframe>

Each such frame, also one that comes later, gets the height of its content, 100 to 20,000 px, and the events
of its element as its own: mr-ready, mr-start, mr-step, mr-complete, mr-save, mr-export, mr-error. Only the
frame's own window is heard, and only as long as what it shows is of the origin in its src. docs/iframe.md
has the rest; the other end is frame-child.js.
*/
(() => {
  const FRAMES = 'iframe[data-maturity-radar]';
  const EVENTS = /^mr-(ready|start|step|complete|save|export|error)$/;
  const SAYS = /^(code|place|kind|step|steps|score|dominance|balance)$/;
  const WORD = /^[\w.-]{1,64}$/;

  // Figures and identifiers, nested as scores are; everything else becomes null.
  const plain = (value, keys, depth) => {
    if (value && typeof value === 'object' && depth < 7) {
      if (Array.isArray(value)) return value.map((each) => plain(each, WORD, depth + 1));
      return Object.fromEntries(Object.entries(value).filter(([key]) => keys.test(key)).map(([key, own]) => [key, plain(own, WORD, depth + 1)]));
    }
    return typeof value === 'boolean' || Number.isFinite(value) || (typeof value === 'string' && WORD.test(value)) ? value : null;
  };

  // Without data and to anybody, so that a frame may still be on its way; only a child of ours answers.
  const greet = (frame) => frame.contentWindow?.postMessage({ v: 1, type: 'mr:hello' }, '*');

  // A sandboxed frame without allow-same-origin has no origin, which is written "null".
  const originOf = ({ sandbox, src }) => (sandbox.length && !sandbox.contains('allow-same-origin') ? 'null'
    : Object.assign(document.createElement('a'), { href: src }).origin);

  addEventListener('message', ({ source, origin, data }) => {
    const frame = source && [...document.querySelectorAll(FRAMES)].find((each) => each.contentWindow === source);
    if (!frame || origin !== originOf(frame) || data?.v !== 1) return;
    const { type, height, name, detail } = data;
    if (type === 'mr:height' && Number.isFinite(height)) {
      const style = getComputedStyle(frame);
      const around = ['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'];
      const more = style.boxSizing === 'border-box' ? around.reduce((sum, side) => sum + parseFloat(style[side]), 0) : 0;
      frame.style.setProperty('height', `${Math.min(20000, Math.max(100, Math.ceil(height))) + more}px`, 'important');
    } else if (type === 'mr:event' && typeof name === 'string' && EVENTS.test(name)) {
      frame.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: plain(Object(detail), SAYS, 0) }));
    }
  });

  // It does not bubble, but is seen on its way down.
  document.addEventListener('load', ({ target }) => target.matches(FRAMES) && greet(target), true);
  document.querySelectorAll(FRAMES).forEach(greet);
})();
