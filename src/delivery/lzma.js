/*
Unpacks LZMA in the single file, where every letter of a script weighs two bytes: so it knows only the one kind of
stream that tools/single.mjs writes. Literals follow the five upper bits of the byte before (lc=5), nothing follows
where a byte stands (lp=0, pb=0), there is no header, and the length is known.
*/

// Where the chances of each kind of bit begin, of which most depend on the state, one of 12.
const [MATCH, REPEAT, NOT_LATEST, NOT_SECOND, NOT_THIRD, LONGER] = [0, 12, 24, 36, 48, 60];
const [SLOT, NEAR, ALIGN, LENGTH, LENGTH_AGAIN, LITERAL] = [72, 328, 443, 459, 733, 1007];

/** The `size` bytes that are packed in `input`. Of damaged input it makes some other bytes. */
export function unpacked(input, size) {
  const chances = new Uint16Array(LITERAL + (768 << 5)).fill(1024);
  const output = new Uint8Array(size);
  // The range and the place in it, which are quicker here than in variables of their own: they have all 32 bits.
  const coder = Uint32Array.of(2 ** 32 - 1, 0);
  let [read, end, state] = [1, 0, 0];
  // Distances back to the latest matches, the last one first; 0 is the byte just written.
  let [latest, second, third, fourth] = [0, 0, 0, 0];

  const narrow = () => {
    if (coder[0] < 2 ** 24) {
      coder[0] <<= 8;
      coder[1] = coder[1] << 8 | input[read];
      read += 1;
    }
  };
  const bit = (at) => {
    const chance = chances[at];
    const bound = (coder[0] >>> 11) * chance;
    const one = coder[1] >= bound;
    if (one) {
      coder[0] -= bound;
      coder[1] -= bound;
      chances[at] -= chance >> 5;
    } else {
      coder[0] = bound;
      chances[at] += (2048 - chance) >> 5;
    }
    narrow();
    return Number(one);
  };
  // The highest bit first.
  const high = (at, bits) => {
    let found = 1;
    for (let left = bits; left; left -= 1) found = found << 1 | bit(at + found);
    return found - (1 << bits);
  };
  // The lowest bit first.
  const low = (at, bits) => {
    let [found, sum] = [1, 0];
    for (let place = 0; place < bits; place += 1) {
      const one = bit(at + found);
      found = found << 1 | one;
      sum |= one << place;
    }
    return sum;
  };
  // Bits that are one as often as not.
  const even = (bits) => {
    let sum = 0;
    for (let left = bits; left; left -= 1) {
      coder[0] >>>= 1;
      const one = coder[1] >= coder[0];
      if (one) coder[1] -= coder[0];
      sum = sum << 1 | one;
      narrow();
    }
    return sum;
  };
  const length = (at) => {
    if (!bit(at)) return 2 + high(at + 2, 3);
    return bit(at + 1) ? 18 + high(at + 18, 8) : 10 + high(at + 10, 3);
  };
  const distance = (slot) => {
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const first = (2 | slot & 1) << bits;
    return slot < 14 ? first + low(NEAR + first - slot - 1, bits) : first + (even(bits - 4) << 4) + low(ALIGN, 4);
  };

  for (; read < 5; read += 1) coder[1] = coder[1] << 8 | input[read];
  while (end < size) {
    if (!bit(MATCH + state)) {
      const at = LITERAL + 768 * (output[end - 1] >> 3);
      let found = 1;
      if (state > 6) {
        // After a match the byte differs from the one that would go on with it.
        for (let other = output[end - latest - 1] | 256, same = true; found < 256 && same; other <<= 1) {
          const expected = other >> 7 & 1;
          const one = bit(at + (1 + expected << 8) + found);
          found = found << 1 | one;
          same = one === expected;
        }
      }
      while (found < 256) found = found << 1 | bit(at + found);
      output[end] = found;
      end += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (!bit(REPEAT + state)) {
      [fourth, third, second] = [third, second, latest];
      count = length(LENGTH);
      state = state < 7 ? 7 : 10;
      latest = distance(high(SLOT + 64 * Math.min(count - 2, 3), 6));
    } else {
      let again = true;
      if (!bit(NOT_LATEST + state)) {
        again = bit(LONGER + state);
      } else if (!bit(NOT_SECOND + state)) {
        [latest, second] = [second, latest];
      } else if (!bit(NOT_THIRD + state)) {
        [latest, second, third] = [third, latest, second];
      } else {
        [latest, second, third, fourth] = [fourth, latest, second, third];
      }
      count = again ? length(LENGTH_AGAIN) : 1;
      state = state < 7 ? (again ? 8 : 9) : 11;
    }
    for (; count && end < size; count -= 1) {
      output[end] = output[end - latest - 1];
      end += 1;
    }
  }
  return output;
}
