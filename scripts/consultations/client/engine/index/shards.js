/**
 * What stands in the shards of the dictionary and of the table of lengths.
 * docs/project/index-format.md draws them; export/terms.py and texts.py write them.
 *
 * @module shards
 */

const UTF8 = new TextDecoder();

/**
 * A shard that is JSON.
 * @param {Uint8Array} bytes
 */
export const readJson = (bytes) => JSON.parse(UTF8.decode(bytes));

/** Reads numbers and strings from bytes, one after the other. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.key = new Uint8Array();
  }

  more() {
    return this.at < this.bytes.length;
  }

  number() {
    let number = 0;
    // By multiplication, since shifts in JavaScript keep 32 bits only.
    for (let place = 1; ; place *= 128) {
      const byte = this.bytes[this.at++];
      number += (byte & 0x7f) * place;
      if (byte < 0x80) return number;
    }
  }

  /** @param {number} size */
  take(size) {
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  /** A string that is coded by what it shares with the one before it. */
  string() {
    const shared = this.number();
    const rest = this.take(this.number());
    const key = new Uint8Array(shared + rest.length);
    key.set(this.key.subarray(0, shared));
    key.set(rest, shared);
    this.key = key;
    return UTF8.decode(key);
  }
}

/**
 * A key's list, still packed: how many items it has, and whether it stands in slices elsewhere.
 * @typedef {{ items: number, sliced: boolean, data: Uint8Array }} Entry
 */

/**
 * A shard of the dictionary.
 * @param {Uint8Array} bytes
 * @returns {Map<string, Entry>}  in the order of the keys
 */
export function readTerms(bytes) {
  const reader = new Reader(bytes);
  const heads = Array.from({ length: reader.number() }, () => {
    const key = reader.string();
    const items = reader.number();
    return { key, items: Math.floor(items / 2), sliced: items % 2 === 1, size: reader.number() };
  });
  return new Map(heads.map(({ key, items, sliced, size }) =>
    [key, { items, sliced, data: reader.take(size) }]));
}

/**
 * Ascending numbers by their distances.
 * @param {Uint8Array} data
 * @param {number} count
 * @param {number} first  what the first distance counts from
 */
export function readAscending(data, count, first = 0) {
  const reader = new Reader(data);
  const numbers = new Float64Array(count);
  for (let i = 0, last = first; i < count; i += 1) numbers[i] = last += reader.number();
  return numbers;
}

/**
 * The table of a list's slices.
 * @param {Uint8Array} data
 * @returns {{ first: number, count: number, hash: string }[]}
 */
export function readSlices(data) {
  const reader = new Reader(data);
  const slices = [];
  for (let first = 0; reader.more();) {
    first += reader.number();
    const count = reader.number();
    const hash = Array.from(reader.take(6), (byte) => byte.toString(16).padStart(2, "0")).join("");
    slices.push({ first, count, hash });
  }
  return slices;
}

/**
 * The words of a stem.
 * @param {string} stem
 * @param {Entry} entry
 */
export function readWords(stem, { items, data }) {
  const reader = new Reader(data);
  reader.key = new TextEncoder().encode(stem);
  return Array.from({ length: items }, () => reader.string());
}

/**
 * Intervals [start, end) that ascend and are apart.
 * @param {Entry} entry
 * @returns {[number, number][]}
 */
export function readIntervals({ items, data }) {
  const reader = new Reader(data);
  let last = 0;
  return Array.from({ length: items }, () => {
    const start = last + reader.number();
    last = start + reader.number();
    return [start, last];
  });
}

/**
 * A shard of the table of lengths.
 * @param {Uint8Array} bytes
 * @param {number} passages  that it tells of
 * @param {number} first  position at which the first of them starts
 */
export function readLengths(bytes, passages, first) {
  const reader = new Reader(bytes);
  const starts = new Float64Array(passages + 1).fill(first);
  // One position between two passages is free.
  for (let i = 0; i < passages; i += 1) starts[i + 1] = starts[i] + reader.number() + 1;
  const streams = new Uint8Array(passages);
  for (let i = 0; reader.more();) {
    const stream = reader.number();
    const end = i + reader.number();
    streams.fill(stream, i, end);
    i = end;
  }
  return { starts, streams };
}

/**
 * Compares keys by code points, as the dictionary is sorted: `<` would compare halves of pairs.
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  for (let i = 0; ; i += 1) {
    const x = a.codePointAt(i);
    const y = b.codePointAt(i);
    if (x === undefined || y === undefined) return (x ?? -1) - (y ?? -1);
    if (x !== y) return x - y;
  }
}
