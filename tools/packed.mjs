// Copies of files as gzip and brotli pack them, for servers that hand them out as they are (`gzip_static`).
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Pictures of other kinds are packed already.
const PACKED_WELL = /\.(css|html|js|json|svg|wasm|webmanifest)$/;
// Below this the headers of an answer weigh more than what is saved.
const SMALLEST = 256;
// The head of a gzip file tells the system it was made on; ours tells none.
const SYSTEM_AT = 9;
const UNKNOWN = 255;

export function gzip(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  packed[SYSTEM_AT] = UNKNOWN;
  return packed;
}

export const brotli = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
});

/** [path, bytes] of the packed copies of `files`, each beside its file, as far as they are smaller. */
export function packed(files) {
  return files.filter(([name, bytes]) => PACKED_WELL.test(name) && bytes.length >= SMALLEST)
    .flatMap(([name, bytes]) => [[`${name}.gz`, gzip(bytes)], [`${name}.br`, brotli(bytes)]]
      .filter(([, copy]) => copy.length < bytes.length));
}
