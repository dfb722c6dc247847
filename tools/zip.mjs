// Zip files that come out the same to the byte whenever their content does: one date, one order, nothing of the machine.
// Another version of Node may pack in another way.
import * as zlib from 'node:zlib';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Midnight on 1 January 1980, the first moment that the format knows.
const DATE = 0x0021;
const UTF8 = 0x0800;
const DEFLATE = 8;
const VERSION = 20;
// A plain file, readable by all and writable by its owner, as Unix writes it.
const UNIX = (3 << 8) | VERSION;
const MODE = 0o100644 * 0x10000;

/** The bytes of a zip file. `files` is a list of [path, bytes or text]; paths have forward slashes and none begins with one. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const packed = zlib.deflateRawSync(bytes, { level: 9 });
    const about = [VERSION, UTF8, DEFLATE, 0, DATE];
    const sizes = [crc(bytes), packed.length, bytes.length];
    const head = record(0x04034b50, about, sizes, [name.length, 0]);
    directory.push(record(0x02014b50, [UNIX, ...about], sizes, [name.length, 0, 0, 0, 0], [MODE, offset]), name);
    parts.push(head, name, packed);
    offset += head.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = record(0x06054b50, [0, 0, files.length, files.length], [list.length, offset], [0]);
  return Buffer.concat([...parts, list, end]);
}

/** Every file below `folder` as [path, bytes], the path beginning with `prefix`. */
export function filesOf(folder, prefix = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory()
    ? filesOf(join(folder, entry.name), `${prefix}${entry.name}/`)
    : [[`${prefix}${entry.name}`, readFileSync(join(folder, entry.name))]]));
}

export const writeZip = (path, files) => writeFileSync(path, zip(files));

/** A signature, then groups of numbers by turns of two and of four bytes, as every record of the format begins with. */
function record(signature, ...groups) {
  const parts = [number(signature, 4)];
  groups.forEach((group, index) => { parts.push(...group.map((value) => number(value, index % 2 === 0 ? 2 : 4))); });
  return Buffer.concat(parts);
}

function number(value, length) {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntLE(value, 0, length);
  return bytes;
}

// Node has it since 20.15; older ones reckon it here.
const crc = zlib.crc32 ?? ((bytes) => {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
});
