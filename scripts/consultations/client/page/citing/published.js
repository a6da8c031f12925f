/**
 * Addresses as they are cited: where the site is published, also on a page that is opened from a disk.
 *
 * @module published
 */

import { SITE } from "../site.js";

/**
 * The address under which somebody else finds what a reader sees. From a disk it is made with the
 * canonical address of this page; where nobody has said where the site is published, it is the one
 * within the site, since the disk's leads nobody there.
 * @param {string} address  of a page of this site or of a place on it
 */
export function published(address) {
  if (SITE.protocol !== "file:") return address;
  const below = within(address);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
  const here = within(location.href.replace(/[?#].*/su, ""));
  return canonical.endsWith(here) ? canonical.slice(0, canonical.length - here.length) + below : below;
}

/** What the archive is called, as each of its pages says. */
export const archive = () =>
  document.querySelector('meta[property="og:site_name"]')?.getAttribute("content") ?? "";

/** The part of an address below the site's, without the name of a folder's page. @param {string} address */
const within = (address) => address.replace(SITE.href, "").replace(/(^|\/)index\.html(?=#|$)/u, "$1");
