/**
 * Addresses that lead to a passage and name the words to be marked in it. edition/arrival.js marks them.
 *
 * @module marking
 */

/**
 * @param {string} url            of a passage
 * @param {URL} root              of the site, to which it is relative
 * @param {Iterable<string>} all  what to mark, each of it words as printed
 */
export function marking(url, root, all) {
  const address = new URL(url, root);
  for (const words of all) address.searchParams.append("h", words);
  return address.href;
}
