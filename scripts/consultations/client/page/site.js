/**
 * The address of the site.
 *
 * @module site
 */

/** The address of the site's first page. This module is published three folders below it. */
export const SITE = new URL("../../../", import.meta.url);
