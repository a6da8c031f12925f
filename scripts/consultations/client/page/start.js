/**
 * The script of every page.
 *
 * @module start
 */

import "./frame/field.js";
import "./frame/folders.js";
import "./frame/kept.js";
import "./frame/printed.js";
import "./frame/reach.js";
import "./frame/scrollers.js";
import "./frame/theme.js";
