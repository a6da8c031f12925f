/**
 * The script of every page.
 *
 * @module start
 */

import "./frame/field.js";
import "./frame/scrollers.js";
import "./frame/folders.js";
