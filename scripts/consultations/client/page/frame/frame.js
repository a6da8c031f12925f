/**
 * What runs on every page.
 *
 * @module frame
 */

import "./field.js";
import "./folders.js";
import "./header.js";
import "./kept.js";
import "./outline.js";
import "./printed.js";
import "./scrollers.js";
import "./theme.js";
