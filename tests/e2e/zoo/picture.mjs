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
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? data[y * stride + x - channels] : 0;
      const up = y > 0 ? data[(y - 1) * stride + x] : 0;
      const corner = x >= channels && y > 0 ? data[(y - 1) * stride + x - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      data[y * stride + x] = lines[y * (stride + 1) + 1 + x] + predicted;
    }
  }
  return { width, height, channels, data };
}

function paeth(left, up, corner) {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The points at which two screenshots differ, ten at most, outside of boxes { left, top, right, bottom } of the page. */
export function differences(one, other, boxes) {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  const found = [];
  for (let y = 0; y < height && found.length < 10; y += 1) {
    for (let x = 0; x < width && found.length < 10; x += 1) {
      if (boxes.some((box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom)) continue;
      const at = (y * one.width + x) * one.channels;
      const there = (y * other.width + x) * other.channels;
      for (let channel = 0; channel < 3; channel += 1) {
        if (one.data[at + channel] !== other.data[there + channel]) {
          found.push(`${x},${y}`);
          break;
        }
      }
    }
  }
  return found;
}
