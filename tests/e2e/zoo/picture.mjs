// Screenshots as pixels, and where two of them differ.
import { inflateSync } from 'node:zlib';

/** The pixels of a PNG as browsers write it for a screenshot: 8 bits each, in colour, not interlaced. */
export function pixelsOf(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, colour, , , interlaced] = png.subarray(24, 29);
  const channels = { 2: 3, 6: 4 }[colour];
  if (depth !== 8 || interlaced || !channels) throw new Error(`a PNG of kind ${depth}/${colour}/${interlaced}`);
  const parts = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const lines = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const data = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (stride + 1)];
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : data[to + x - channels];
      const up = y === 0 ? 0 : data[to + x - stride];
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, x < channels || y === 0 ? 0 : data[to + x - stride - channels]);
      data[to + x] = lines[from + x] + guess;
    }
  }
  return { width, height, channels, data };
}

function paeth(left, up, corner) {
  const a = Math.abs(up - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + up - 2 * corner);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

// Of 255: WebKitGTK rounds the edges of letters anew when it draws a page again.
const ROUNDING = 2;

/** The points at which two screenshots of one size differ, ten at most, outside of boxes { left, top, right, bottom }. */
export function differences(one, other, boxes) {
  if (one.width !== other.width || one.height !== other.height) return ['the size'];
  const { width, height, channels } = one;
  const found = [];
  for (let y = 0; y < height && found.length < 10; y += 1) {
    const beside = boxes.filter((box) => y >= box.top && y < box.bottom);
    for (let x = 0; x < width && found.length < 10; x += 1) {
      if (beside.some((box) => x >= box.left && x < box.right)) continue;
      const at = (y * width + x) * channels;
      let most = 0;
      for (let channel = at; channel < at + 3; channel += 1) most = Math.max(most, Math.abs(one.data[channel] - other.data[channel]));
      if (most > ROUNDING) found.push(`${x},${y}: ${[...one.data.subarray(at, at + 3)]}, now ${[...other.data.subarray(at, at + 3)]}`);
    }
  }
  return found;
}
