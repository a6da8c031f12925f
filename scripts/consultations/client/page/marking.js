/**
 * Addresses that say what is to be marked where they lead to: arrival.js marks it.
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
