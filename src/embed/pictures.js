/*
Figures of the widget as pictures: an SVG that stands alone, or the same as PNG. What is on screen is read, in light
colours: drawings with all their looks, words where they stand, grounds and rules of tables. So the style sheet stays
the only place where a chart gets its looks, and a figure of several parts is one picture.
*/

// What a chart is drawn with. A child that looks like its parent needs none of the inherited ones.
const FONT = ['letter-spacing', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-numeric'];
const INHERITED = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-dashoffset',
  'stroke-linecap', 'stroke-linejoin', 'paint-order', 'text-anchor', 'dominant-baseline', 'direction', 'visibility', ...FONT,
];
const OWN = { opacity: '1', 'vector-effect': 'none' };
const WORDS = /^(title|desc)$/;
// Defined, not drawn; some browsers say that they are not displayed.
const DEFINED = /^(defs|clipPath|mask|marker|pattern|symbol|linearGradient|radialGradient|stop)$/;
const PAINTS = { fill: 'fill-opacity', stroke: 'stroke-opacity' };
// What is said to those who do not see the figure, or is there to be pressed.
const LEFT_OUT = '.mr-hidden, .mr-noprint, details, button, input, select, textarea';
const SIDES = ['top', 'right', 'bottom', 'left'];
const ANCHORS = { end: 'end', right: 'end', center: 'middle' };
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
// Twice as fine as on an ordinary screen, for slides.
const FINENESS = 2;

/** The figure with this `data-mr-chart` as a file; rejects or gives null where the page's policy or the browser is against it. */
export async function drawn(root, chart, kind) {
  const { text, width, height } = standAlone(root.querySelector(`[data-mr-chart="${chart}"]`));
  const drawing = new Blob([text], { type: 'image/svg+xml' });
  if (kind !== 'png') return drawing;
  const address = URL.createObjectURL(drawing);
  try {
    const image = await imageOf(address);
    const canvas = document.createElement('canvas');
    canvas.width = width * FINENESS;
    canvas.height = height * FINENESS;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function imageOf(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = address;
  });
}

/** A figure as an SVG document of its own, which looks like the one on screen, but light. */
function standAlone(figure) {
  const parts = document.createDocumentFragment();
  const frame = new Frame();
  // For the moment of reading: nothing is painted in between.
  figure.classList.add('mr-picture');
  const ground = getComputedStyle(figure).backgroundColor;
  read(figure, parts, frame, ground);
  figure.classList.remove('mr-picture');

  const { x, y, width, height } = frame.box();
  const title = draw('title', {});
  title.textContent = figure.dataset.mrTitle ?? '';
  const whole = draw('svg', { width, height, viewBox: `${x} ${y} ${width} ${height}`, role: 'img' });
  whole.append(title, draw('rect', { x, y, width, height, ...paintOf('fill', ground) }), parts);
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

// Places on a page are not exact to the last digit.
const SLIP = 0.05;

/** All that was drawn, and a margin around it. */
class Frame {
  #from = [Infinity, Infinity];
  #to = [-Infinity, -Infinity];

  take({ x, y, width, height }) {
    this.#from = [Math.min(this.#from[0], x), Math.min(this.#from[1], y)];
    this.#to = [Math.max(this.#to[0], x + width), Math.max(this.#to[1], y + height)];
  }

  // As large as what was drawn, wherever on the page that lies; its place may be a fraction of a point.
  box() {
    const [x, y] = this.#from.map((edge) => edge - MARGIN);
    const [width, height] = this.#to.map((edge, at) => Math.ceil(edge - this.#from[at] - SLIP) + 2 * MARGIN);
    return { x, y, width, height };
  }
}

const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};

function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  return element;
}

// ---- Boxes and words ----

/** Draws an element and all that is in it, as it lies on the page. */
function read(element, parts, frame, ground) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility !== 'visible' || style.clipPath !== 'none' || element.matches(LEFT_OUT)) return;
  if (element.localName === 'svg') {
    drawing(element, parts, frame);
    return;
  }
  if (style.display !== 'contents') box(element, style, parts, frame, ground);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) words(child, style, parts, frame);
    else if (child.nodeType === Node.ELEMENT_NODE) read(child, parts, frame, ground);
  }
}

const isSeen = (colour) => !/^(transparent|rgba\(.*[, ]0\))$/.test(colour);

/** Ground and rules of a box. */
function box(element, style, parts, frame, ground) {
  const { x, y, width, height } = element.getBoundingClientRect();
  const right = x + width;
  const bottom = y + height;
  const edges = { top: [x, y, right, y, 0, 0.5], right: [right, y, right, bottom, -0.5, 0], bottom: [x, bottom, right, bottom, 0, -0.5], left: [x, y, x, bottom, 0.5, 0] };
  const rules = SIDES.map((side) => ({
    side, size: parseFloat(style[`border-${side}-width`]), colour: style[`border-${side}-color`], kind: style[`border-${side}-style`],
  })).filter(({ size, colour, kind }) => size > 0 && kind !== 'none' && isSeen(colour));
  const fill = style.backgroundColor;
  const rx = Math.min(parseFloat(style.borderTopLeftRadius) || 0, height / 2);
  const closed = rules.length === SIDES.length && rx > 0;
  if (closed || (isSeen(fill) && fill !== ground)) {
    const [{ size, colour }] = closed ? rules : [{ size: 0, colour: '' }];
    const sides = { x: x + size / 2, y: y + size / 2, width: width - size, height: height - size };
    const inside = isSeen(fill) ? paintOf('fill', fill) : { fill: 'none' };
    parts.append(draw('rect', { ...sides, rx, ...inside, ...(closed ? { ...paintOf('stroke', colour), 'stroke-width': size } : {}) }));
    frame.take({ x, y, width, height });
  }
  if (closed) return;
  for (const { side, size, colour } of rules) {
    const [x1, y1, x2, y2, inX, inY] = edges[side];
    const [dx, dy] = [inX * size, inY * size];
    parts.append(draw('line', { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy, ...paintOf('stroke', colour), 'stroke-width': size }));
    frame.take({ x, y, width, height });
  }
}

/** A text, line by line. */
function words(node, style, parts, frame) {
  const mirrored = style.direction === 'rtl';
  const aligned = ANCHORS[style.textAlign] ?? 'start';
  const anchor = mirrored && aligned === 'end' ? 'start' : aligned;
  const share = { start: mirrored ? 1 : 0, middle: 0.5, end: 1 }[anchor];
  const font = Object.fromEntries(FONT.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value && value !== 'normal'));
  const above = ascent(style);
  for (const { text, rect, turn } of style.writingMode.startsWith('vertical') ? turned(node) : lines(node)) {
    const { x, y, width, height } = rect;
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    const place = turn
      ? { x: middleX, y: middleY + width * (above - 0.5), 'text-anchor': 'middle', transform: `rotate(${turn} ${middleX} ${middleY})` }
      : { x: x + width * share, y: y + height * above, 'text-anchor': anchor };
    const line = draw('text', { ...place, ...(mirrored ? { direction: 'rtl' } : {}), ...font, ...paintOf('fill', style.color) });
    line.textContent = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
    parts.append(line);
    frame.take(rect);
  }
}

/** The lines a text is broken into, each with its place. */
function lines(node) {
  const range = document.createRange();
  const found = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    const last = found.at(-1);
    // White space at either end of a line has no place in it.
    if (!letter.trim()) {
      if (last) last.text += ' ';
      continue;
    }
    const rect = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!rect) continue;
    if (last && Math.abs(last.rect.y - rect.y) < rect.height / 2) {
      const x = Math.min(last.rect.x, rect.x);
      const width = Math.max(last.rect.x + last.rect.width, rect.right) - x;
      Object.assign(last, { text: last.text + letter, rect: { ...last.rect, x, width } });
    } else {
      found.push({ text: letter, rect: { x: rect.x, y: rect.y, width: rect.width, height: rect.height } });
    }
  }
  return found.map(({ text, rect }) => ({ text: text.replace(/\s+/g, ' ').trim(), rect })).filter(({ text }) => text);
}

/** A text that is read from below or from above, in one line. */
function turned(node) {
  const text = node.data.trim();
  if (!text) return [];
  const range = document.createRange();
  const placeOf = (from, to) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  const upwards = placeOf(0, 1).y > placeOf(node.length - 1, node.length).y;
  const { x, y, width, height } = placeOf(0, node.length);
  return [{ text, rect: { x, y, width, height }, turn: upwards ? -90 : 90 }];
}

let measure;

/** The share of a line's height that lies above its base. */
function ascent(style) {
  measure ??= document.createElement('canvas').getContext('2d');
  measure.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measure.measureText('x');
  return above / (above + below);
}

// ---- Drawings ----

/** Draws an SVG into its place. */
function drawing(chart, parts, frame) {
  const clone = chart.cloneNode(true);
  write(chart, clone, null);
  const { x, y, width, height } = chart.getBoundingClientRect();
  if (width === 0) return;
  const view = chart.viewBox.baseVal;
  const scale = view?.width > 0 ? width / view.width : 1;
  const inside = chart.getBBox();
  const from = view?.width > 0 ? view : { x: 0, y: 0 };
  frame.take({ x, y, width, height });
  // What lies beyond its box is drawn as well.
  frame.take({ x: x + (inside.x - from.x) * scale, y: y + (inside.y - from.y) * scale, width: inside.width * scale, height: inside.height * scale });
  clone.querySelector(':scope > title')?.remove();
  for (const name of ['role', 'aria-labelledby', 'aria-label', 'aria-hidden']) clone.removeAttribute(name);
  set(clone, { x, y, width, height, overflow: 'visible' });
  parts.append(clone);
}

/** Writes how an element looks into its copy, and does so for all that is in it. */
function write(element, copy, above) {
  const style = getComputedStyle(element);
  const look = Object.fromEntries(INHERITED.map((name) => [name, style.getPropertyValue(name)]));
  for (const name of ['class', 'tabindex', ...INHERITED]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries(look)) {
    const other = PAINTS[name];
    const same = above?.[name] === value && (!other || above[other] === look[other]);
    if (same || !value || name.endsWith('-opacity')) continue;
    // A colour and its opacity go together, as programs other than browsers know no colours with both.
    set(copy, other ? paintOf(name, value, look[other]) : { [name]: value });
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value && value !== usual) copy.setAttribute(name, value);
  }
  if (above && element.localName === 'svg') copy.setAttribute('overflow', 'visible');
  // Backwards, as what is not displayed is left out.
  for (let at = element.children.length - 1; at >= 0; at -= 1) {
    const [child, twin] = [element.children[at], copy.children[at]];
    if (WORDS.test(child.localName)) continue;
    if (!DEFINED.test(child.localName) && getComputedStyle(child).display === 'none') twin.remove();
    else write(child, twin, look);
  }
}

/** A computed colour as attributes: #rrggbb and an opacity. */
function paintOf(name, value, opacity = '1') {
  const [, inside] = /^rgba?\((.*)\)$/.exec(value) ?? [];
  if (inside === undefined) return { [name]: value };
  const [red, green, blue, alpha = '1'] = inside.split(/[\s,/]+/);
  const digits = [red, green, blue].map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'));
  return { [name]: `#${digits.join('')}`, [`${name}-opacity`]: String(Number(alpha) * Number(opacity)) };
}
