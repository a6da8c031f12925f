/**
 * What runs on every page.
 *
 * @module frame
 */

import "./field.js";
import "./folders.js";
import "./kept.js";
import "./printed.js";
import "./reach.js";
import "./scrollers.js";
import "./theme.js";
