/**
 * The script of every page.
 *
 * @module start
 */

import "./field.js";
import "./folders.js";
