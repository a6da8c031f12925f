/**
 * Where the site begins.
 *
 * @module site
 */

/** The address of the site's first page: scripts are published in its folder assets/consultations/. */
export const SITE = new URL("../../../", import.meta.url);
