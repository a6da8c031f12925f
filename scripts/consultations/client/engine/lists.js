/**
 * Functions on ascending lists of numbers.
 *
 * @module lists
 */

/**
 * The last index at which a test holds; -1 where it holds at none. The test must hold for the items up to
 * some index and for none after it: then halving finds that index (binary search).
 * @template T
 * @param {ArrayLike<T>} items
 * @param {(item: T) => boolean} test
 */
export function last(items, test) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * How many of the numbers are below a bound.
 * @param {ArrayLike<number>} numbers
 * @param {number} bound
 */
export const below = (numbers, bound) => last(numbers, (number) => number < bound) + 1;

/**
 * The running sums of numbers.
 * @param {number[]} numbers
 */
export function sums(numbers) {
  let sum = 0;
  return numbers.map((number) => (sum += number));
}

/**
 * Lists one after the other.
 * @param {Float64Array[]} lists
 */
export function joined(lists) {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

/**
 * A list with a number added to each of its numbers.
 * @param {ArrayLike<number>} list
 * @param {number} by
 */
export function shifted(list, by) {
  // A loop, since lists are long and Float64Array.from() would call a function for each number.
  const all = new Float64Array(list.length);
  for (let i = 0; i < list.length; i += 1) all[i] = list[i] + by;
  return all;
}

/**
 * What two ascending lists have in common.
 * @param {Float64Array} a
 * @param {Float64Array} b
 */
export function common(a, b) {
  const both = new Float64Array(Math.min(a.length, b.length));
  let found = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) both[found++] = a[i];
    if (a[i] <= b[j]) i += 1;
    else j += 1;
  }
  return both.slice(0, found);
}
